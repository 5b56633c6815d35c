"""Notes follow a guide without an id that was moved, and no other one of its title."""

from __future__ import annotations

from pathlib import Path

from reader.core.guide import Guide
from reader.core.notebook import finding, following
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Change
from tests.core.notebook.edits import Parts, chosen, insert, written

PARTS: Parts = {
    "sleep": ["Sleep", "A fixed hour for getting up helps more than a fixed hour for going to bed.", "Rest well."],
    "walking": ["Walking", "Begin with five minutes on the flat, and add a minute every other day."],
}


def followed(guide: Guide, notes: list[Note]) -> list[Change]:
    found = [each for slice_ in finding.find_all(guide, notes) for each in slice_]
    return following.followed(guide.about.id, found)


def test_the_notes_of_a_guide_that_was_moved_and_edited_are_its_own(tmp_path: Path) -> None:
    guide = written(tmp_path / "before", PARTS)
    notes = [
        Note("1", "file-00", "note", chosen(guide, "sleep", "getting up helps more")),
        Note("2", "file-00", "note", body="on all of it"),
    ]
    here = written(tmp_path / "after", insert("sleep", "A fixed", "Something new.")(PARTS))
    on_words, on_all = followed(here, notes)[::-1]
    if on_words.before is not notes[0]:
        on_words, on_all = on_all, on_words
    assert on_words.after is not None
    assert (on_words.after.guide, on_words.after.target.block) == (here.about.id, "sleep.3")
    assert on_all == Change(notes[1], notes[1]._replace(guide=here.about.id))


def test_another_guide_of_the_same_title_has_none_of_them(tmp_path: Path) -> None:
    guide = written(tmp_path / "before", PARTS)
    notes = [Note("1", "file-00", "note", chosen(guide, "sleep", "getting up helps more"))]
    other = written(tmp_path / "after", {"sleep": ["Sleep", "This one speaks of other things, and of none of those."]})
    assert followed(other, notes) == []
    assert followed(other, []) == []
    assert followed(other, [Note("2", "file-00", "note", body="on all of it")]) == []


def test_only_ids_that_were_made_of_a_place_are_followed() -> None:
    assert following.is_by_place("file-0123456789abcdef")
    assert not following.is_by_place("file-of-my-own")
    assert not following.is_by_place("pathway-reader-help")
