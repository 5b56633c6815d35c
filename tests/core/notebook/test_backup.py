"""A backup holds everything and brings it back; one from elsewhere can do no harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.notebook import backup
from reader.core.notebook.notes import KINDS, STYLES, Note, Target
from reader.core.notebook.store import Store, add
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
    store.apply(backup.restoring(found, store.every()))
    assert [each._replace(revision=0, changed=0) for each in store.every()] == [
        each._replace(revision=0, changed=0) for each in before
    ]
    assert found.titles == {"fibro": "Fibromyalgia"}
    store.close()


def test_what_is_newer_stays_and_nothing_is_doubled(tmp_path: Path) -> None:
    newer = ONE._replace(body="Ask about pain", revision=5)
    file = tmp_path / "mine.notebook.json"
    backup.save(file, [ONE, ONE._replace(id="gone")], {})
    changes = backup.restoring(backup.load(file), [newer])
    assert [change.after.id for change in changes if change.after] == ["gone"]


@given(
    st.builds(
        Note,
        id=st.uuids().map(str),
        guide=words.filter(bool),
        kind=st.sampled_from(KINDS),
        body=words,
        style=st.sampled_from(("", *STYLES)),
        target=st.builds(Target, quote=words, before=words, start=st.integers(0, 10**6), end=st.integers(0, 10**6)),
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


def test_html_stays_text(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    backup.save(file, [ONE], {})
    assert backup.load(file).notes[0].body == "Ask <b>about</b> sleep"
