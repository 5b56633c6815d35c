"""The notebook's file: what is kept is there again, two windows lose nothing, what was deleted is gone."""

from __future__ import annotations

import random
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Change, DamagedError, LaterVersionError, Store, add


def note(identifier: str = "one", body: str = "Ask about sleep", guide: str = "fibro") -> Note:
    return Note(
        identifier, guide, "note", Target("passage", quote="poor sleep", section="s", block="s.1", end=10), body
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notebook.sqlite"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    opened = Store(file)
    yield opened
    opened.close()


@pytest.fixture
def other(file: Path, store: Store) -> Iterator[Store]:
    """Another window on the same notebook."""
    opened = Store(file)
    yield opened
    opened.close()


def test_what_is_kept_is_there_at_the_next_start(file: Path) -> None:
    first = Store(file)
    [done] = first.apply(add([note()]))
    first.close()
    again = Store(file)
    assert again.of_guide("fibro") == [done.after]
    assert again.of_guide("another") == []
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_its_owner_can_read_it(file: Path, store: Store) -> None:
    store.apply(add([note()]))
    files = [each for each in file.parent.iterdir() if each.name.startswith(file.name)]
    assert len(files) == 3  # with the two logs
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_undo_takes_an_act_back(store: Store) -> None:
    [added] = store.apply(add([note()]))
    assert added.after is not None
    [edited] = store.apply([Change(added.after, added.after._replace(body="Ask about pain"))])
    store.apply([edited.reverse])
    assert [each.body for each in store.of_guide("fibro")] == ["Ask about sleep"]
    store.apply([added.reverse])
    assert store.of_guide("fibro") == []
    store.apply([added.reverse])  # twice does nothing
    assert store.of_guide("fibro") == []


def test_a_note_that_came_back_can_be_removed_by_undoing_further(store: Store) -> None:
    """Undo of the removal makes a new revision of the same note: what undoes its making must still know it."""
    [added] = store.apply(add([note()]))
    [removed] = store.apply([Change(added.after, None)])
    store.apply([removed.reverse])
    store.apply([added.reverse])
    assert store.of_guide("fibro") == []


def test_two_windows_that_write_in_one_note_keep_both_texts(store: Store, other: Store) -> None:
    [added] = store.apply(add([note(body="")]))
    before = added.after
    assert before is not None
    store.apply([Change(before, before._replace(body="from the first"))])
    [done] = other.apply([Change(before, before._replace(body="from the second"))])
    assert done.after is not None
    assert done.after.body == "from the first\n\nfrom the second"


def test_what_was_changed_here_comes_back_when_it_was_removed_there(store: Store, other: Store) -> None:
    [added] = store.apply(add([note()]))
    before = added.after
    assert before is not None
    other.apply([Change(before, None)])
    store.apply([Change(before, before._replace(body="still wanted"))])
    assert [each.body for each in other.of_guide("fibro")] == ["still wanted"]


def test_what_was_changed_there_is_not_removed_here(store: Store, other: Store) -> None:
    [added] = store.apply(add([note()]))
    before = added.after
    assert before is not None
    other.apply([Change(before, before._replace(body="more to it"))])
    assert store.apply([Change(before, None)]) == []
    assert [each.body for each in store.of_guide("fibro")] == ["more to it"]


def test_another_window_s_change_is_noticed(store: Store, other: Store) -> None:
    seen = store.changes()
    store.apply(add([note("mine")]))
    assert store.changes() == seen
    other.apply(add([note("theirs")]))
    assert store.changes() != seen


def test_all_or_nothing(store: Store) -> None:
    wrong = note("two")._replace(body=None)  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        store.apply(add([note("one"), wrong]))
    assert store.of_guide("fibro") == []


def test_a_clock_that_was_set_back_changes_no_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    [added] = store.apply(add([note()]))
    before = added.after
    assert before is not None
    monkeypatch.setattr("time.time", lambda: before.changed - 86_400)
    [edited] = store.apply([Change(before, before._replace(body="later"))])
    assert edited.after is not None
    assert edited.after.changed == before.changed
    assert edited.after.revision > before.revision


def test_forgotten_words_are_not_in_the_file_any_more(file: Path, store: Store) -> None:
    store.apply(add([note(body="a word that nobody else writes: xylograph")]))
    store.apply(add([note("other", "stays", guide="another")]))
    store.forget("fibro")
    assert [each.id for each in store.every()] == ["other"]
    left = b"".join(each.read_bytes() for each in file.parent.iterdir())
    assert b"xylograph" not in left
    assert b"stays" in left


def test_forgotten_words_are_in_no_page_that_was_filled_and_emptied_again(file: Path, store: Store) -> None:
    """SQLite moves rows from page to page; secure_delete alone left pieces of them behind in this order of acts."""
    by_chance = random.Random(5)  # noqa: S311
    about = [Target("passage", quote="poor sleep " * long, section="s") for long in (1, 5, 40)]
    every = [
        Note(f"{by_chance.random()}", by_chance.choice(["xylograph", "fibro"]), "note", by_chance.choice(about))
        for _ in range(200)
    ]
    store.apply(add(every))
    for _ in range(3):
        some = by_chance.sample(store.every(), 66)
        store.apply([Change(each, each._replace(body="words " * by_chance.choice([1, 50, 700]))) for each in some])
        store.apply([Change(each, None) for each in by_chance.sample(store.every(), 20)])
    store.forget("xylograph")
    assert {each.guide for each in store.every()} == {"fibro"}
    assert b"xylograph" not in b"".join(each.read_bytes() for each in file.parent.iterdir())


def test_a_file_of_a_later_version_is_left_as_it_is(file: Path) -> None:
    Store(file).close()
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    before = file.read_bytes()
    with pytest.raises(LaterVersionError, match="later version"):
        Store(file)
    assert file.read_bytes() == before


def test_another_program_s_database_is_no_notebook(file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE bookmarks (url TEXT)")
    database.close()
    with pytest.raises(DamagedError):
        Store(file)


def test_a_text_file_is_no_notebook(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("My shopping list. " * 100)
    with pytest.raises(DamagedError):
        Store(file)


def test_a_notebook_that_lost_its_name_is_noticed(file: Path, store: Store) -> None:
    assert store.is_there()
    file.rename(file.with_name("elsewhere"))
    assert not store.is_there()
