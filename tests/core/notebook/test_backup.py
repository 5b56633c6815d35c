"""A backup holds everything and brings it back; one from elsewhere can do no harm."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.notebook import backup
from reader.core.notebook.notes import ABOUT, KINDS, LATEST, STYLES, Note, Target
from reader.core.notebook.store import Change, Store, add
from reader.errors import ReaderError

ONE = Note("one", "fibro", "note", Target("passage", quote="poor sleep"), "Ask <b>about</b> sleep", revision=1)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80)


def test_everything_comes_back_from_a_backup(tmp_path: Path) -> None:
    store = Store(tmp_path / "notebook.sqlite")
    store.apply(add([ONE, ONE._replace(id="two", kind="bookmark", guide="other")]))
    backup.save(tmp_path / "mine.notebook.json", store.every(), {"fibro": "Fibromyalgia"})
    before = store.every()
    store.forget()
    found = backup.load(tmp_path / "mine.notebook.json")
    store.apply(backup.restoring(found, store.every()).changes)
    assert [each._replace(revision=0, changed=0) for each in store.every()] == [
        each._replace(revision=0, changed=0) for each in before
    ]
    assert found.titles == {"fibro": "Fibromyalgia"}
    store.close()


def test_what_is_newer_stays_and_nothing_is_doubled(tmp_path: Path) -> None:
    newer = ONE._replace(body="Ask about pain", revision=5)
    file = tmp_path / "mine.notebook.json"
    backup.save(file, [ONE, ONE._replace(id="gone")], {})
    what = backup.restoring(backup.load(file), [newer])
    assert [change.after.id for change in what.changes if change.after] == ["gone"]
    assert backup.told(backup.load(file), what, is_done=True) == [
        "1 note came back.",
        "1 note was newer here and stayed.",
    ]


@given(
    st.builds(
        Note,
        id=st.uuids().map(str),
        guide=words.filter(bool),
        kind=st.sampled_from(KINDS),
        body=words,
        style=st.sampled_from(("", *STYLES)),
        target=st.builds(
            Target,
            about=st.sampled_from(ABOUT),
            start=st.integers(0, 10**6),
            end=st.integers(0, 10**6),
            **dict.fromkeys(("name", "quote", "before", "after", "section", "block", "last_block"), words),
        ),
        made=st.floats(0, 1e10),
        changed=st.floats(0, 1e10),
        revision=st.integers(0, 10**9),
        rank=st.integers(0, 10**9),
    )
)
def test_any_note_is_the_same_after_the_way_through_a_backup(note: Note) -> None:
    found = json.loads(backup.dump([note], {}))
    assert [Note.from_json(each) for each in found["notes"]] == [note]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" * 100, "not a backup"),
        (b"", "not a backup"),
        (b"[" * 100_000, "not a backup"),
        (b'{"notes": []}', "not a backup"),
        (b'{"format": "pathway-reader-notebook", "version": 2, "notes": []}', "later version"),
        (b'{"format": "pathway-reader-notebook", "version": "1", "notes": []}', "later version"),
    ],
    ids=["picture", "empty", "nested", "other", "later", "odd version"],
)
def test_what_is_no_backup_is_told_and_read_no_further(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    with pytest.raises(ReaderError, match=said):
        backup.load(file)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "LARGEST", 100)
    file = tmp_path / "x.json"
    backup.save(file, [ONE], {})
    with pytest.raises(ReaderError, match="too large"):
        backup.load(file)


@pytest.mark.parametrize(
    "wrong",
    [
        7,
        {},
        {"id": "x", "guide": "g", "kind": "virus"},
        {"id": "x" * 65, "guide": "g", "kind": "note"},
        {"id": "x", "guide": "g", "kind": "note", "body": "long" * 1_000_000},
        {"id": "x", "guide": "g", "kind": "note", "made": float("1e300")},
        {"id": "x", "guide": "g", "kind": "note", "revision": -1},
        {"id": "x", "guide": "g", "kind": "note", "target": []},
        {"id": "x", "guide": "g", "kind": "note", "body": "\ud800"},
    ],
    ids=["number", "nothing", "kind", "id", "huge", "time", "revision", "target", "half a letter"],
)
def test_a_wrong_note_is_left_out_and_told_and_the_others_come(tmp_path: Path, wrong: object) -> None:
    file = tmp_path / "x.json"
    head = {"format": "pathway-reader-notebook", "version": 1}
    file.write_text(json.dumps({**head, "notes": [wrong, ONE.to_json()]}))
    found = backup.load(file)
    assert found.notes == (ONE,)
    assert len(found.odd) == 1
    assert found.odd[0].startswith("Note 1: ")


def test_what_restoring_will_do_is_said_before_and_what_it_did_after() -> None:
    odd = tuple(f"Note {number}: its kind is unknown." for number in range(1, 6))
    found = backup.Backup((), {}, odd, missing=2)
    what = backup.Restoring((), back=12, replaced=1, newer=3, alike=1200)
    assert backup.told(found, what, is_done=False) == [
        "12 notes will come back.",
        "1 note is older here and will be replaced.",
        "3 notes are newer here and will stay.",
        "1,200 notes are here already.",
        "The file was cut off: 2 of its notes are missing.",
        "5 could not be read: Note 1: its kind is unknown; Note 2: its kind is unknown; Note 3: its kind is unknown;"
        " and so on.",
    ]
    assert backup.told(found, what, is_done=True)[:2] == [
        "12 notes came back.",
        "1 note was older here and was replaced.",
    ]


def test_restoring_twice_is_restoring_once(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    backup.save(file, [ONE, ONE._replace(id="two")], {})
    store = Store(tmp_path / "notebook.sqlite")
    first = store.apply(backup.restoring(backup.load(file), store.every()).changes)
    assert len(first) == 2
    again = backup.restoring(backup.load(file), store.every())
    assert (again.changes, again.alike) == ((), 2)
    store.apply([change.reverse for change in reversed(first)])
    assert store.every() == []
    store.close()


def test_a_note_of_another_guide_with_the_same_id_is_another_note() -> None:
    """A stranger's backup must not put its words in the place of the reader's."""
    theirs = ONE._replace(guide="theirs", body="Buy our pills", revision=10**6)
    what = backup.restoring(backup.Backup((theirs,), {}), [ONE])
    ((before, after),) = what.changes
    assert before is None
    assert after is not None
    assert (after.guide, after.id == ONE.id) == ("theirs", False)
    assert backup.restoring(backup.Backup((theirs,), {}), [ONE, after]).changes == ()


def test_of_notes_with_one_id_the_newest_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    backup.save(file, [ONE, ONE._replace(body="newest", revision=9), ONE._replace(body="older", revision=3)], {})
    assert [note.body for note in backup.load(file).notes] == ["newest"]


def test_a_damaged_line_loses_its_own_note_only(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    backup.save(file, [ONE._replace(id=each) for each in ("one", "two", "three")], {"fibro": "Fibromyalgia"})
    file.write_bytes(file.read_bytes().replace(b'"two"', b'"t\xffo'))
    found = backup.load(file)
    assert [note.id for note in found.notes] == ["one", "three"]
    assert found.odd == ("Note 2: it is no note.",)
    assert found.titles == {"fibro": "Fibromyalgia"}


def test_of_a_file_that_was_cut_off_all_before_the_cut_is_read(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    backup.save(file, [ONE._replace(id=str(each)) for each in range(10)], {})
    data = file.read_bytes()
    file.write_bytes(data[: data.index(b'"id": "7"') + 20])
    found = backup.load(file)
    assert [note.id for note in found.notes] == list("0123456")
    assert (len(found.odd), found.missing) == (1, 2)


def test_a_backup_that_another_program_wrote_anew_is_read(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    backup.save(file, [ONE], {"fibro": "Fibromyalgia"})
    file.write_text(json.dumps(json.loads(file.read_text()), indent=4))
    assert backup.load(file) == backup.Backup((ONE,), {"fibro": "Fibromyalgia"})


def test_more_notes_than_a_reader_can_have_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "MOST", 3)
    file = tmp_path / "x.json"
    backup.save(file, [ONE._replace(id=str(each)) for each in range(4)], {})
    with pytest.raises(ReaderError, match="more than 3 notes"):
        backup.load(file)


def test_numbers_of_a_stranger_leave_room_to_go_on(tmp_path: Path) -> None:
    """Else a note that was restored and changed once could not be read from the next copy, or told with a date."""
    file = tmp_path / "x.json"
    backup.save(file, [ONE._replace(made=2.0**52, changed=2.0**52, revision=2**53 - 1)], {})
    store = Store(tmp_path / "notebook.sqlite")
    store.apply(backup.restoring(backup.load(file), []).changes)
    store.apply([Change(store.every()[0], store.every()[0]._replace(body="changed"))])
    backup.save(file, store.every(), {})
    (note,) = backup.load(file).notes
    assert note.body == "changed"
    easternmost = timezone(timedelta(hours=14))
    assert datetime.fromtimestamp(note.made, easternmost).year == datetime.fromtimestamp(LATEST, UTC).year == 9999
    store.close()


def test_odd_titles_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    head = {"format": "pathway-reader-notebook", "version": 1, "notes": []}
    file.write_text(json.dumps({**head, "guides": {"a": "A", "b": 7, "c": "\ud800", "x" * 401: "X", "d": "D" * 9999}}))
    assert backup.load(file).titles == {"a": "A", "d": "D" * 4096}


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="is not a file"):
        backup.load(tmp_path)
    with pytest.raises(ReaderError, match="There is no file"):
        backup.load(tmp_path / "x.json")


def test_html_stays_text(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    backup.save(file, [ONE], {})
    assert backup.load(file).notes[0].body == "Ask <b>about</b> sleep"
