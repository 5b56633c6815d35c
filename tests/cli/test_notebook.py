"""`pathway-reader notebook`: what leaves the notebook, what comes back, and how it ends."""

from __future__ import annotations

import json
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reader import paths
from reader.__main__ import main
from reader.core.notebook import backup
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Change, Store, add

SMALL = Path(__file__).parents[1] / "guides" / "small"
Captured = pytest.CaptureFixture[str]
QUESTION = Note("2", "small", "question", Target(), "What of <b>sleep</b>?\nAnd \x1b[31mpain?", made=2.0)
PASSAGE = Note(
    "1",
    "small",
    "note",
    Target("passage", quote="Naïve cells have", section="naive", block="naive.2", last_block="naive.2", end=16),
    "Like me.",
    made=1.0,
)
OTHER = Note("3", "other", "bookmark", Target("passage", quote="elsewhere", section="there"), made=3.0)


@pytest.fixture
def store() -> Store:
    """The notebook, with three notes in two guides."""
    made = Store(paths.data() / "notebook.sqlite")
    made.apply(add([PASSAGE, QUESTION, OTHER]))
    made.name_guides({"small": "A small guide", "other": "Another guide"})
    remembered = {"guides": {"small": {"path": str(SMALL)}, "other": {"path": "/nowhere/at/all"}}}
    paths.state().mkdir(parents=True)
    (paths.state() / "session.json").write_text(json.dumps(remembered))
    return made


@pytest.mark.usefixtures("store")
def test_a_note_is_a_line_in_reading_order(capsys: Captured) -> None:
    assert main(["notebook", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2\tquestion\tsmall\t\tWhat of <b>sleep</b>? And �[31mpain?",
        "1\tnote\tsmall\tnaive\tLike me.",
        "3\tbookmark\tother\tthere\telsewhere",
    ]


@pytest.mark.usefixtures("store")
def test_one_guide_can_be_chosen_and_json(capsys: Captured) -> None:
    assert main(["notebook", "list", "--guide", "small", "--json"]) == 0
    notes = json.loads(capsys.readouterr().out)["notes"]
    assert [(each["id"], each["title"], each["paragraph"]) for each in notes] == [
        ("2", "A small guide", ""),
        ("1", "A small guide", "4.1"),
    ]
    assert notes[0]["body"] == QUESTION.body


@pytest.mark.usefixtures("store")
def test_a_guide_that_has_no_notes_is_told_with_those_that_have(capsys: Captured) -> None:
    assert main(["notebook", "list", "--guide", "smal"]) == 1
    assert capsys.readouterr() == (
        "",
        "There are no notes in a guide with the id smal. Guides with notes: small.\n",
    )


def test_without_notes_nothing_is_written_and_that_is_said(tmp_path: Path, capsys: Captured) -> None:
    assert main(["notebook", "list"]) == 1
    assert capsys.readouterr() == ("", "There are no notes yet.\n")
    assert main(["notebook", "export", "-o", str(tmp_path / "x.md")]) == 1
    assert capsys.readouterr() == ("", "There are no notes yet, so nothing was written.\n")
    assert not (tmp_path / "x.md").exists()


@pytest.mark.usefixtures("store")
def test_markdown_is_for_people(capsys: Captured) -> None:
    assert main(["notebook", "export"]) == 0
    out = capsys.readouterr().out
    assert "- [ ] What of &lt;b>sleep&lt;/b>?  \n  And \\[31mpain?\n" in out
    assert "### Naïve cells\n\n> Naïve cells have\n\n**Note** · paragraph 4.1 · 1 January 1970\n\nLike me.\n" in out
    assert out.index("A small guide") < out.index("## Another guide") < out.index("> elsewhere")


@pytest.mark.usefixtures("store")
def test_the_name_of_the_file_says_its_format(tmp_path: Path, capsys: Captured) -> None:
    for name in ("x.jsonld", "x.json", "x.md"):
        assert main(["notebook", "export", "-o", str(tmp_path / name)]) == 0
        assert capsys.readouterr() == ("", f"Wrote {tmp_path / name}: 3 notes\n")
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert json.loads((tmp_path / "x.jsonld").read_text())["type"] == "AnnotationCollection"
    assert {note.id for note in backup.load(tmp_path / "x.json").notes} == {"1", "2", "3"}
    assert (tmp_path / "x.md").read_text().startswith("# My notes\n")


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("command", ["export", "backup"])
def test_a_file_that_is_there_is_not_written_over_unasked(command: str, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "x.json"
    file.write_text("mine")
    assert main(["notebook", command, "-o", str(file)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert file.read_text() == "mine"
    assert main(["notebook", command, "-o", str(file), "--force"]) == 0
    assert backup.load(file).titles == {"small": "A small guide", "other": "Another guide"}


def test_what_was_backed_up_comes_back(store: Store, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "x.json"
    assert main(["notebook", "backup", "-o", str(file)]) == 0
    store.apply([Change(store.every()[0], None)])
    (now,) = (note for note in store.every() if note.id == "1")
    store.apply([Change(now, now._replace(body="Newer."))])
    capsys.readouterr()
    assert main(["notebook", "restore", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 note came back.",
        "1 note was newer here and stayed.",
        "1 note was here already.",
    ]
    assert {(note.id, note.body) for note in store.every()} == {("1", "Newer."), ("2", QUESTION.body), ("3", "")}


def test_only_one_guide_comes_back_where_that_is_asked(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    assert main(["notebook", "backup", "-o", str(file)]) == 0
    store.forget()
    assert main(["notebook", "restore", str(file), "--guide", "other"]) == 0
    assert [note.id for note in store.every()] == ["3"]
    assert store.titles() == {"other": "Another guide"}


def test_what_cannot_be_read_is_told_and_the_rest_comes_back(store: Store, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "x.json"
    backup.save(file, [PASSAGE._replace(id="new"), PASSAGE._replace(id="x" * 65)], {})
    assert main(["notebook", "restore", str(file)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "1 note came back.",
        "1 could not be read: Note 2: its id is no text, or is too long.",
    ]
    assert "new" in {note.id for note in store.every()}


@pytest.mark.parametrize("content", [b"", b"\x00" * 9999, b"[" * 99999, b'{"format": "another"}'])
def test_what_is_no_backup_changes_nothing(content: bytes, store: Store, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "x\x1b[31m.json"
    file.write_bytes(content)
    before = store.every()
    assert main(["notebook", "restore", str(file)]) == 1
    err = capsys.readouterr().err
    assert "is not a backup of notes" in err
    assert "\x1b" not in err
    assert store.every() == before


def test_an_id_is_never_taken_for_a_path(store: Store, tmp_path: Path, capsys: Captured) -> None:
    hostile = [PASSAGE._replace(id=f"h{number}", guide=name) for number, name in enumerate((str(SMALL), "../small"))]
    store.apply(add(hostile))
    assert main(["notebook", "export"]) == 0
    out = capsys.readouterr().out
    assert f"## {SMALL}" in out.replace("\\", "")
    assert out.count("### naive") == 2  # the section's id, not the title it has in the guide
    for name in ("list", "backup"):
        assert main(["notebook", name, "--guide", str(tmp_path), *(["-o", "-"] if name == "backup" else [])]) == 1


def test_a_window_that_has_the_notebook_open_is_not_in_the_way(store: Store, tmp_path: Path) -> None:
    """As another process, while this one holds the file open and has a reading begun."""
    file = tmp_path / "x.json"
    backup.save(file, [PASSAGE._replace(id="new")], {})
    reading = sqlite3.connect(paths.data() / "notebook.sqlite", isolation_level=None)
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM note").fetchone()
    command = [sys.executable, "-m", "reader", "notebook", "restore", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 note came back.\n", "")
    reading.close()
    assert store.changes()
    assert "new" in {note.id for note in store.every()}
