"""Many files at once: one that harms its process costs only itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core import drafting
from reader.core.child import Child, Outcome
from reader.core.drafting import Means, draw
from tests.cli.test_draw import GPML, OURS, PATHWAY

MEANS = Means((), {})
SLOW = PATHWAY.format("<Shape><Graphics CenterX='1' CenterY='1' Width='9' Height='9'/></Shape>" * 60_000)


@pytest.mark.slow  # it waits for a limit
def test_a_file_that_takes_too_long_is_named_and_costs_only_itself(tmp_path: Path) -> None:
    files = [tmp_path / "slow.gpml", *sorted(GPML.glob("*.gpml"))]
    files[0].write_text(SLOW)
    found = {each.source: each for each in draw([(f, tmp_path / f"{f.stem}.svg") for f in files], 960, MEANS, 1)}
    assert "slow.gpml was not drawn: it needs more time" in found[files[0]].error
    assert [found[file].error for file in files[1:]] == [""] * 4
    assert all(found[file].target.is_file() for file in files[1:])
    assert not found[files[0]].target.exists()


def test_a_file_that_harms_the_process_late_is_tried_alone_before_it_is_blamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst never gives memory back, so the one that met the limit may be innocent."""
    orders = []

    class Weak(Child):
        """Gets one file done, and then no more."""

        def __init__(self, module: str, arguments: list[str], *, given: bytes, **limits: float) -> None:
            import json

            order = json.loads(given)
            orders.append([Path(source).stem for source, _ in order["files"]])
            Path(order["files"][0][1]).write_text("<svg/>")

        def poll(self) -> Outcome:
            return self.wait()

        def wait(self) -> Outcome:
            return Outcome("failed", b'{"notes": []}\n{"no', "", -6)

        def stop(self) -> None:
            pass

    monkeypatch.setattr(drafting, "Child", Weak)
    monkeypatch.setattr(drafting, "AT_ONCE", 1)
    files = [Path(name) for name in ("a", "b", "c")]
    assert [each.error for each in draw([(f, tmp_path / f"{f}.svg") for f in files], 960, MEANS)] == ["", "", ""]
    assert orders == [["a", "b", "c"], ["b", "c"], ["c"]]


def test_a_mistake_of_the_program_is_called_one(tmp_path: Path) -> None:
    (ours,) = draw([(OURS, tmp_path / "x.svg")], 960, MEANS)  # whose colours are not there
    assert "pathway.gpml could not be drawn: Pathway Reader made a mistake (KeyError" in ours.error


def test_nothing_to_draw_is_no_work() -> None:
    assert list(draw([], 960, MEANS)) == []
