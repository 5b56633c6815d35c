"""The handouts whose PDFs are looked into: a small guide with everything, and the bundled one as people print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reader.core.guide import Guide
from reader.core.handout import alone
from reader.core.handout.presets import PRESETS
from tests.core.handout import printing
from tests.core.handout.printing import Printed, notes, of_everything

SMALL = [pytest.param(("small", "guide", preset, "a4", True), id=f"small-{preset}") for preset in PRESETS]
ALONE = [pytest.param(("small", what, "standard", "letter", False), id=f"small-{what}") for what in alone.ALONE]
# Letter in one preset: pages of 42 or 43 are looked into for some seconds a test, and differ by where they break.
WHOLE = [
    pytest.param(("whole", "guide", preset, paper, False), id=f"whole-{preset}-{paper}", marks=pytest.mark.slow)
    for preset, paper in [*((each, "a4") for each in PRESETS), ("low-ink", "letter")]
]
EVERY = [
    pytest.param(("whole", "guide", preset, "a4", True), id=f"whole-{preset}-every-part", marks=pytest.mark.slow)
    for preset in ("standard", "easy")
]


@pytest.fixture(scope="session")
def small(bundled: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guide]:
    """The small guide with every kind of block, and with a pathway."""
    guide = of_everything(tmp_path_factory.mktemp("small"), bundled)
    yield guide
    guide.close()


@pytest.fixture(scope="session", params=[*SMALL, *ALONE, *WHOLE, *EVERY])
def printed(
    request: pytest.FixtureRequest, small: Guide, bundled: Guide, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Printed]:
    """A guide as each preset prints it: the small one with all parts; the bundled one, on both papers, if slow."""
    which, what, preset, paper, every_part = request.param
    guide = small if which == "small" else bundled
    wanted = replace(printing.order(guide, preset=preset, paper=paper, every_part=every_part), what=what)
    found = printing.printed(guide, wanted, tmp_path_factory.mktemp("pdf"), notes(guide))
    yield found
    found.pdf.close()
