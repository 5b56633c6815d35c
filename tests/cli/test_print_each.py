"""`print --each`: a file for each section, in the order of the sections."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.cli import print_files
from reader.core.handout.typeset import NOT_SET, Typeset, Typesetter
from reader.errors import ReaderError

ARTICLE = """\
# Pain {#pain}

It is real.

## At night {#night}

It may wake you.

# Sleep: what's new? {#sleep/../new}

It may not refresh.
"""
NAMES = ["01-pain.pdf", "02-night.pdf", "03-sleep----new.pdf"]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a guide in the folder that one works in."""
    (tmp_path / "notes.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return "notes.md"


def text_of(pdf: str) -> str:
    return subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True).stdout


def made() -> list[str]:
    return sorted(file.name for file in Path("out").iterdir())


def test_every_section_gets_a_file_with_all_that_is_inside_it(article: str, capsys: Captured) -> None:
    assert main(["print", article, "--each", "out"]) == 0
    assert made() == NAMES
    assert "It may wake you." in text_of("out/01-pain.pdf")
    assert "It may wake you." in text_of("out/02-night.pdf")
    assert "It is real." not in text_of("out/02-night.pdf")
    assert "It may not refresh." in text_of("out/03-sleep----new.pdf")
    assert capsys.readouterr() == ("", "".join(f"Wrote out/{name}\n" for name in NAMES))


def test_of_sections_that_are_named_each_gets_a_file_in_their_order(article: str) -> None:
    assert main(["print", article, "--section", "night", "pain", "night", "--each", "out/in/it"]) == 0
    assert sorted(os.listdir("out/in/it")) == ["01-night.pdf", "02-pain.pdf"]  # noqa: PTH208


def test_of_many_files_it_is_said_how_many_are_written(
    article: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_files, "NAMED", 2)
    monkeypatch.setattr(print_files, "STEP", 2)
    assert main(["print", article, "--each", "out"]) == 0
    assert capsys.readouterr().err == "2 of 3 sections are in out.\n3 of 3 sections are in out.\n"


def test_nothing_is_written_where_one_of_the_files_is_there_already(article: str, capsys: Captured) -> None:
    Path("out").mkdir()
    Path("out", NAMES[1]).write_text("mine")
    assert main(["print", article, "--each", "out"]) == 1
    assert capsys.readouterr().err.startswith("out/02-night.pdf is there already.")
    assert made() == [NAMES[1]]
    assert main(["print", article, "--each", "out", "--force"]) == 0
    assert made() == NAMES
    assert "It may wake you." in text_of("out/02-night.pdf")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--each", "notes.md"], "notes.md is a file. Name a folder after --each."),
        (["--each", "notes.md/in"], "The folder notes.md/in cannot be made (Not a directory)."),
        (["--each", "out", "--section", "nigth"], "There is no section “nigth” in “Pain”. Nearest: night."),
        (
            ["--each", "out", "--only", "glossary"],
            "--each makes a file of each section, so it does not go with --only.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(
    article: str, capsys: Captured, arguments: list[str], sentence: str
) -> None:
    assert main(["print", article, *arguments]) == 1
    assert capsys.readouterr().err == f"{sentence}\n"
    assert sorted(os.listdir()) == ["notes.md"]  # noqa: PTH208


def test_a_full_disk_ends_it_and_what_is_written_is_whole(
    article: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = [None]

    def fill(handle: int) -> None:
        if not room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        room.pop()

    monkeypatch.setattr(os, "fsync", fill)
    assert main(["print", article, "--each", "out"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Wrote out/01-pain.pdf",
        "out/02-night.pdf cannot be written (No space left on device).",
    ]
    assert made() == [NAMES[0]]


def test_a_section_that_cannot_be_printed_is_named_and_the_others_are_printed(
    article: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = Typesetter.pdf

    def pdf(self: Typesetter, guide: object, order: object, notes: object) -> Typeset:
        if order.sections == ("night",):  # type: ignore[attr-defined]
            raise ReaderError(NOT_SET)
        return sound(self, guide, order, notes)  # type: ignore[arg-type]

    monkeypatch.setattr(Typesetter, "pdf", pdf)
    assert main(["print", article, "--each", "out"]) == 1
    assert made() == [NAMES[0], NAMES[2]]
    assert f"night: {NOT_SET}\n" in capsys.readouterr().err


@pytest.mark.parametrize("goal", ["letter.txt", "not-there.txt"])
def test_nothing_is_written_through_a_link(article: str, capsys: Captured, goal: str) -> None:
    Path("letter.txt").write_text("Dear all", "utf-8")
    Path("out").mkdir()
    Path("out", NAMES[1]).symlink_to(Path(goal).absolute())
    assert main(["print", article, "--each", "out", "--force"]) == 1
    assert capsys.readouterr().err == f"out/{NAMES[1]} is a link to another place. Take it away first.\n"
    assert (made(), Path("letter.txt").read_text("utf-8")) == ([NAMES[1]], "Dear all")
    assert not Path("not-there.txt").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_no_section_is_written_to_a_pipe(article: str, capsys: Captured) -> None:
    Path("out").mkdir()
    os.mkfifo(Path("out", NAMES[2]))
    assert main(["print", article, "--each", "out", "--force"]) == 1
    assert capsys.readouterr().err == f"out/{NAMES[2]} is no file. Take it away first.\n"
    assert made() == [NAMES[2]]
