"""The notebook's file: what is kept is there again, two windows lose nothing, what was deleted is gone."""

from __future__ import annotations

import random
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.core.notebook import backup, table
from reader.core.notebook.database import DamagedError, LaterVersionError
from reader.core.notebook.mending import mend
from reader.core.notebook.notes import LONGEST_BODY, Note, Target
from reader.core.notebook.store import Change, ForgottenError, Store, add
from reader.errors import ReaderError


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
    with pytest.raises(ReaderError, match="A note cannot be kept: its body is no text, or is too long"):
        store.apply(add([note("one"), wrong]))
    assert store.of_guide("fibro") == []


def test_texts_that_several_windows_joined_come_back_from_a_backup(store: Store, tmp_path: Path) -> None:
    [added] = store.apply(add([note(body="")]))
    before = added.after
    assert before is not None
    for letter in "\x01bcd":
        store.apply([Change(before, before._replace(body=letter * (LONGEST_BODY - 2)))])
    with pytest.raises(ReaderError, match="too long"):
        store.apply([Change(before, before._replace(body="e" * LONGEST_BODY))])
    backup.save(tmp_path / "x", store.every(), {})
    assert backup.load(tmp_path / "x").notes == tuple(store.every())


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "of a later version"},
        {"style": "blinking"},
        {"body": b"bytes"},
        {"guide": ""},
        {"changed": 1e300},
        {"rank": "first"},
        {"target": Target("galaxy")},  # type: ignore[arg-type]
        {"target": Target(start=-1)},
    ],
    ids=str,
)
def test_a_row_that_is_no_note_of_ours_is_damage_however_right_its_sum(
    file: Path, store: Store, wrong: dict[str, Any]
) -> None:
    """Somebody else's program can make the sum, too; what would then be shown is not known to any part of ours."""
    store.apply(add([note("one")]))
    store._database.execute(table.REPLACE, table.row_of(note("two")._replace(**wrong)))
    assert not store.is_whole()
    with pytest.raises(DamagedError):
        store.every()
    store.close()
    opened = mend(file, file.parent / "copies")
    assert "was damaged" in opened.said
    assert [each.id for each in opened.store.every()] == ["one"]
    opened.store.close()


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
    store.scrub()
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
    store.scrub()
    assert {each.guide for each in store.every()} == {"fibro"}
    assert b"xylograph" not in b"".join(each.read_bytes() for each in file.parent.iterdir())


class TestDeletedForGood:
    """Deleted data stays deleted: another window, which still shows it, cannot bring it back without knowing."""

    @pytest.fixture
    def kept(self, store: Store) -> Note:
        [done] = store.apply(add([note()]))
        assert done.after is not None
        return done.after

    def test_no_undo_and_no_editor_of_another_window_brings_a_note_back(
        self, store: Store, other: Store, kept: Note
    ) -> None:
        seen = other.forgotten()
        [removed] = other.apply([Change(kept, None)], seen)
        store.forget("fibro")
        for change in (removed.reverse, Change(kept, kept._replace(body="longer")), Change(None, kept)):
            with pytest.raises(ForgottenError, match="deleted for good in another window"):
                other.apply([Change(None, note("new")), change], seen)
        assert store.every() == []

    def test_what_is_new_is_kept_and_so_is_what_is_still_there(self, store: Store, other: Store, kept: Note) -> None:
        seen = other.forgotten()
        [there] = other.apply(add([note("there", guide="another")]), seen)
        store.forget("fibro")
        assert there.after is not None
        other.apply([Change(there.after, there.after._replace(body="longer")), Change(None, note("new"))], seen)
        assert {each.id: each.body for each in store.every()} == {"there": "longer", "new": "Ask about sleep"}

    def test_whoever_knows_of_it_may_bring_a_backup_back(self, store: Store, other: Store, kept: Note) -> None:
        store.forget()
        other.apply([Change(None, kept)], other.forgotten())
        assert len(store.every()) == 1

    def test_a_window_that_opens_later_knows_of_it(self, file: Path, store: Store, kept: Note) -> None:
        store.forget()
        later = Store(file)
        assert later.forgotten() == store.forgotten() != 0
        later.close()

    def test_the_file_does_not_tell_whose_notes_they_were(self, file: Path, store: Store, kept: Note) -> None:
        store.forget("fibro")
        store.scrub()
        assert b"fibro" not in b"".join(each.read_bytes() for each in file.parent.iterdir())


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
