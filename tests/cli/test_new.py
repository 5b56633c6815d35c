"""The command `new`: the example that authors write over."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import paths
from reader.__main__ import main
from reader.cli.new import TEMPLATE, identifier_of, make, title_of
from reader.compiler import gpml
from reader.compiler.layout.source import read_source
from reader.core.library import Library
from reader.core.source import LIMITS
from reader.errors import ReaderError


def test_the_example_passes_the_strict_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guide = tmp_path / "sleep-and-pain"
    assert main(["new", str(guide)]) == 0
    assert f"pathway-reader check {guide}" in capsys.readouterr().out
    assert main(["check", str(guide), "--strict"]) == 0
    assert capsys.readouterr().out.startswith("Sleep and pain\n  Errors            0\n  Warnings          0\n")


def test_the_example_has_one_of_everything(tmp_path: Path) -> None:
    make(tmp_path / "guide", datetime.date(2026, 11, 22))
    library = Library(tmp_path, tmp_path / "cache")
    guide = library.open(str(tmp_path / "guide"))
    assert guide.problems == ()
    assert {claim.level for claim in guide.claims} == {"well supported", "mixed", "weak", "contradicted"}
    assert guide.pathway is not None
    assert len(guide.pathway.routes) == 1
    assert guide.terms
    assert guide.about.written == guide.about.evidence_checked == "2026-11-22"
    assert guide.about.next_check == "2027-11-22"


def test_the_example_holds_every_file_of_the_format(tmp_path: Path) -> None:
    make(tmp_path / "guide", datetime.date(2026, 11, 22))
    assert {file.name for file in (tmp_path / "guide").iterdir()} == {*LIMITS, "pathway.toml"}


def test_its_diagram_is_the_one_its_author_reads() -> None:
    folder = paths.bundled("resources") / TEMPLATE
    written = read_source((folder / "pathway.toml").read_text("utf-8"), "pathway.toml")
    shown, _, problems = gpml.survey((folder / "pathway.gpml").read_bytes(), "pathway.gpml")[:3]
    assert problems == []
    assert (shown.title, shown.stages, set(shown.nodes)) == (written.title, written.stages, set(written.nodes))
    assert (set(shown.interactions), shown.routes) == (set(written.interactions), written.routes)


@pytest.mark.parametrize(
    ("name", "identifier", "title"),
    [
        ("sleep-and-pain", "sleep-and-pain", "Sleep and pain"),
        ("Sleep & Pain", "sleep-pain", "Sleep & Pain"),
        ("Schlaf_und Schmerz", "schlaf_und-schmerz", "Schlaf und Schmerz"),
        ("睡眠と痛み", "睡眠と痛み", "睡眠と痛み"),
        ("cafe\u0301", "caf\u00e9", "Caf\u00e9"),
        ('"quoted" \\ \x1b\x7f', "quoted", '"quoted" \\'),
        ("...", "new-guide", "..."),
        ("-", "new-guide", "New guide"),
        ("x" * 200, "x" * 100, "X" + "x" * 199),
    ],
)
def test_the_name_of_the_folder_is_the_id_and_the_title(tmp_path: Path, name: str, identifier: str, title: str) -> None:
    assert (identifier_of(name), title_of(name)) == (identifier, title)
    make(tmp_path / f"{name}.", datetime.date(2026, 11, 22))
    about = tomllib.loads((tmp_path / f"{name}." / "guide.toml").read_text("utf-8"))
    assert about["title"] == title_of(f"{name}.")


def test_an_empty_folder_is_filled_and_stays_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    before = place.stat().st_ino
    monkeypatch.chdir(place)
    assert main(["new", "."]) == 0
    assert place.stat().st_ino == before
    assert 'title = "Empty"' in Path("guide.toml").read_text("utf-8")
    assert not list(place.glob(".*"))


def _full(place: Path) -> None:
    place.mkdir()
    (place / "mine.txt").write_text("mine")


def _file(place: Path) -> None:
    place.write_text("mine")


def _dangling(place: Path) -> None:
    place.symlink_to("nowhere")


@pytest.mark.parametrize(("taken", "why"), [(_full, "not empty"), (_file, "no folder"), (_dangling, "no folder")])
def test_what_is_there_already_is_left_alone(
    tmp_path: Path, taken: Callable[[Path], None], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "guide"
    taken(place)
    before = [(each, each.lstat().st_mtime_ns) for each in sorted(tmp_path.rglob("*"))]
    assert main(["new", str(place)]) == 1
    assert capsys.readouterr().err == f"{place} is there already and {why}. Choose a new name.\n"
    assert [(each, each.lstat().st_mtime_ns) for each in sorted(tmp_path.rglob("*"))] == before


@pytest.mark.parametrize(("name", "words"), [("no/such/guide", "There is no folder"), ("x" * 300, "cannot be made")])
def test_a_place_that_cannot_be_is_one_sentence(
    tmp_path: Path, name: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / name)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("is_there", [False, True])
def test_a_disk_that_fails_leaves_nothing_behind(
    tmp_path: Path, is_there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "guide"
    if is_there:
        place.mkdir()
    write = Path.write_bytes

    def fail(self: Path, content: bytes) -> int:
        if self.name == "pathway.toml":
            raise OSError(28, "No space left on device")
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(ReaderError, match=r"cannot be made \(No space left on device\)"):
        make(place, datetime.date(2026, 11, 22))
    assert list(tmp_path.rglob("*")) == [place] * is_there
