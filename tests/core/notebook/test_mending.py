"""A damaged notebook: set aside, and everything that is left somewhere is there again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.notebook import copies
from reader.core.notebook.database import LaterVersionError
from reader.core.notebook.mending import mend, open_store
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Store, add

PAGE = 4096  # bytes, SQLite's usual page


def notes(count: int, words: str = "note") -> list[Note]:
    about = Target("passage", quote="poor sleep")
    return [Note(f"{number:06}", "fibro", "note", about, f"{words} {number} " * 20) for number in range(count)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notebook.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def fill(file: Path, folder: Path, count: int, *, copied: int = 0) -> None:
    store = Store(file)
    if copied:
        store.apply(add(notes(copied)))
        assert copies.make(store, folder)
    store.apply(add(notes(count)[copied:]))
    store.close()


def bodies(store: Store) -> list[str]:
    found = [note.body for note in store.every()]
    store.close()
    return found


def test_a_whole_notebook_opens_without_a_word(file: Path, folder: Path) -> None:
    fill(file, folder, 10)
    opened = open_store(file, folder)
    assert opened.said == ""
    assert len(bodies(opened.store)) == 10


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"hello" * 5000], ids=["empty", "zeros", "text"])
def test_when_nothing_can_be_read_the_copy_of_the_day_is_there(file: Path, folder: Path, content: bytes) -> None:
    fill(file, folder, 10, copied=10)
    file.write_bytes(content)
    opened = open_store(file, folder)
    assert "set aside as notebook.damaged-1.sqlite" in opened.said
    assert "10 notes were brought back, 10 of them from the last daily copy" in opened.said
    assert bodies(opened.store) == [note.body for note in notes(10)]
    assert file.with_name("notebook.damaged-1.sqlite").read_bytes() == content


def test_a_lost_page_takes_only_its_own_notes(file: Path, folder: Path) -> None:
    fill(file, folder, 400)
    data = bytearray(file.read_bytes())
    middle = len(data) // PAGE // 2 * PAGE
    data[middle : middle + PAGE] = b"\xff" * PAGE
    file.write_bytes(data)
    store = Store(file)
    assert not store.is_whole()
    store.close()
    opened = mend(file, folder)
    found = bodies(opened.store)
    assert 350 < len(found) < 400
    assert set(found) <= {note.body for note in notes(400)}


def test_what_the_file_lost_comes_from_the_copy(file: Path, folder: Path) -> None:
    fill(file, folder, 400, copied=300)
    data = bytearray(file.read_bytes())
    at = len(data) // PAGE // 4 * PAGE
    data[at : at + 2 * PAGE] = b"\xff" * 2 * PAGE
    file.write_bytes(data)
    opened = mend(file, folder)
    assert "from the last daily copy" in opened.said
    assert len(bodies(opened.store)) >= 395


def test_a_damaged_copy_is_passed_over(file: Path, folder: Path) -> None:
    store = Store(file)
    store.apply(add(notes(5)))
    assert copies.make(store, folder, lambda: "2026-01-01")
    assert copies.make(store, folder, lambda: "2026-01-02")
    store.close()
    copies.listed(folder)[0].file.write_text("{")
    file.write_bytes(b"nothing")
    assert len(bodies(open_store(file, folder).store)) == 5


def test_without_a_copy_the_notebook_begins_anew_and_says_so(file: Path, folder: Path) -> None:
    file.write_bytes(b"nothing")
    opened = open_store(file, folder)
    assert "begins anew" in opened.said
    assert bodies(opened.store) == []


def test_the_next_damage_leaves_the_first_one_where_it_was(file: Path, folder: Path) -> None:
    for content in (b"first", b"second"):
        file.write_bytes(content)
        open_store(file, folder).store.close()
    assert file.with_name("notebook.damaged-1.sqlite").read_bytes() == b"first"
    assert file.with_name("notebook.damaged-2.sqlite").read_bytes() == b"second"


def test_a_notebook_that_was_deleted_comes_back_from_the_copy(file: Path, folder: Path) -> None:
    fill(file, folder, 10, copied=10)
    file.unlink()
    opened = open_store(file, folder)
    assert opened.said.startswith("The file with your notes was gone. 10 notes were brought back, 10 of them from the")
    assert "set aside" not in opened.said, "there was nothing that could be"
    assert len(bodies(opened.store)) == 10


def test_a_later_version_is_not_damage(file: Path, folder: Path) -> None:
    store = Store(file)
    store._database.execute("PRAGMA user_version = 99")
    store.close()
    with pytest.raises(LaterVersionError):
        open_store(file, folder)
    assert not file.with_name("notebook.damaged-1.sqlite").exists()
