"""`print` with what the reader wrote: only where it is asked for, and as it is now."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest

from reader import paths
from reader.__main__ import main
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Store, add

SMALL = str(Path(__file__).parents[1] / "guides" / "small")
QUESTION = Note("1", "small", "question", Target(), "Could it be my thyroid?", made=1.0)
HIGHLIGHT = Note(
    "2",
    "small",
    "highlight",
    Target("passage", quote="Naïve cells have", section="naive", block="naive.2", last_block="naive.2", end=16),
    "Just like me.",
    style="important",
    made=2.0,
)
WORD = Note("3", "small", "word", Target("entry", name="receptor", quote="receptor"), "The keyhole!", made=3.0)
OTHER = Note("4", "other", "question", Target(), "Asked elsewhere?", made=4.0)
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def store() -> Store:
    """The notebook, open in another window."""
    made = Store(paths.data() / "notebook.sqlite")
    made.apply(add([QUESTION, HIGHLIGHT, WORD, OTHER]))
    return made


def printed(out: Path, *given: str) -> str:
    """Return the text of what is printed with these arguments."""
    assert main(["print", SMALL, *given, "--force", "-o", str(out)]) == 0
    return subprocess.run(["pdftotext", str(out), "-"], capture_output=True, check=True, text=True).stdout


@pytest.mark.usefixtures("store")
def test_notes_are_printed_only_where_they_are_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    plain = printed(out)
    assert not any(words in plain for words in ("thyroid", "Just like me", "keyhole!"))
    asked = printed(out, "--with", "questions")
    assert "Could it be my thyroid?" in asked
    assert "Just like me" not in asked
    assert "Asked elsewhere?" not in asked
    every = printed(out, "--with", "questions,highlights,words")
    assert all(words in every for words in ("thyroid", "Just like me", "keyhole!"))


@pytest.mark.usefixtures("store")
def test_a_section_has_the_highlights_that_are_in_it(tmp_path: Path) -> None:
    assert "Just like me." in printed(tmp_path / "out.pdf", "--section", "middle", "--with", "highlights")
    assert "Just like me." not in printed(tmp_path / "out.pdf", "--section", "last", "--with", "highlights")


@pytest.mark.usefixtures("store")
def test_the_sheet_for_the_doctor_has_questions_and_highlights(tmp_path: Path) -> None:
    text = printed(tmp_path / "out.pdf", "--preset", "doctor")
    assert "For my appointment" in text
    assert "Could it be my thyroid?" in text
    assert "Just like me." in text


@pytest.mark.usefixtures("store")
def test_words_and_notes_can_be_printed_alone(tmp_path: Path) -> None:
    words = printed(tmp_path / "out.pdf", "--only", "words")
    assert "The keyhole!" in words
    assert "thyroid" not in words
    notes = printed(tmp_path / "out.pdf", "--only", "notes")
    assert "Could it be my thyroid?" in notes
    assert "Immune cells send" not in notes


@pytest.mark.usefixtures("store")
def test_a_pdf_with_notes_is_for_its_owner_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    printed(out, "--only", "words")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    other = tmp_path / "other.pdf"
    printed(other)
    assert stat.S_IMODE(other.stat().st_mode) != 0o600


def test_what_another_window_writes_meanwhile_is_printed(store: Store, tmp_path: Path) -> None:
    assert "And my sleep?" not in printed(tmp_path / "out.pdf", "--with", "questions")
    store.apply(add([QUESTION._replace(id="5", body="And my sleep?")]))
    assert "And my sleep?" in printed(tmp_path / "out.pdf", "--with", "questions")


def test_a_notebook_that_cannot_be_read_stops_only_who_asked_for_it(tmp_path: Path, capsys: Captured) -> None:
    paths.data().parent.mkdir(parents=True, exist_ok=True)
    paths.data().write_text("a file where the folder should be")
    out = tmp_path / "out.pdf"
    assert main(["print", SMALL, "--with", "questions", "-o", str(out)]) == 1
    assert capsys.readouterr().err == f"A file stands where the folder {paths.data()} should be.\n"
    assert not out.exists()
    assert main(["print", SMALL, "-o", str(out)]) == 0
