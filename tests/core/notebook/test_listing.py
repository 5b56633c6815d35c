"""The notes as they are listed: found by their words, grouped, and in the order in which one reads."""

from __future__ import annotations

from datetime import datetime

from reader.core.notebook.listing import Finder, Group, Standing, arranged, of_all_guides
from reader.core.notebook.notes import Kind, Note, Target

NOW = datetime(2026, 3, 10, 12)
STANDING = Standing({"pain": 0, "sleep": 1, "more": 2})


def note(
    name: str, kind: Kind = "highlight", *, section: str = "pain", block: int = 1, start: int = 0, **more: object
) -> Note:
    target = Target(
        "passage", quote=str(more.pop("quote", name)), section=section, block=f"{section}.{block}", start=start
    )
    return Note(name, "guide", kind, target, made=float(str(more.pop("made", 0))), body=str(more.pop("body", "")))


def days_ago(days: float) -> float:
    return NOW.timestamp() - days * 24 * 3600


def names(groups: list[tuple[Group, list[Note]]]) -> list[tuple[str, list[str]]]:
    return [(group.key or group.sort, [each.id for each in notes]) for group, notes in groups]


def find(notes: list[Note], query: str) -> list[str]:
    return [each.id for some in Finder().find(notes, query) for each in some]


def test_by_section_notes_stand_in_the_order_in_which_one_reads() -> None:
    notes = [
        note("tenth", block=10),
        note("second", block=2, start=9),
        note("first", block=2, start=3),
        note("later", section="sleep"),
    ]
    assert names(arranged(reversed(notes), "section", STANDING, NOW)) == [
        ("pain", ["first", "second", "tenth"]),
        ("sleep", ["later"]),
    ]


def test_what_stands_in_no_section_comes_behind_them() -> None:
    notes = [
        Note("whole", "guide", "question", Target("guide")),
        Note("node", "guide", "note", Target("node", "n1", "Nerve")),
        Note("b", "guide", "word", Target("entry", "b", "Beta")),
        Note("a", "guide", "word", Target("entry", "a", "alpha")),
        note("passage"),
    ]
    assert names(arranged(notes, "section", STANDING, NOW)) == [
        ("pain", ["passage"]),
        ("entry", ["a", "b"]),
        ("node", ["node"]),
        ("whole", ["whole"]),
    ]


def test_lost_notes_stand_last_in_every_order() -> None:
    notes = [note("lost"), note("found"), note("gone", section="removed")]
    standing = STANDING._replace(lost={"lost"})
    for by in ("section", "kind", "date"):
        *_, last = names(arranged(notes, by, standing, NOW))
        assert last == ("lost", ["lost", "gone"])


def test_by_kind_each_kind_stands_in_the_order_in_which_one_reads() -> None:
    notes = [note("q", "question"), note("late", section="sleep"), note("early")]
    assert names(arranged(notes, "kind", STANDING, NOW)) == [("highlight", ["early", "late"]), ("question", ["q"])]


def test_by_date_the_newest_comes_first_and_older_ones_stand_under_their_month() -> None:
    notes = [
        note("old", made=days_ago(300)),
        note("older", made=days_ago(301)),
        note("now", made=days_ago(0)),
        note("yesterday", made=days_ago(1)),
        note("week", made=days_ago(5)),
        note("tomorrow", made=days_ago(-2)),  # the clock was set back since
    ]
    assert names(arranged(notes, "date", STANDING, NOW)) == [
        ("today", ["tomorrow", "now"]),
        ("yesterday", ["yesterday"]),
        ("week", ["week"]),
        ("2025-05", ["old", "older"]),
    ]


def test_all_guides_stand_by_their_titles() -> None:
    notes = [note("b")._replace(guide="g1"), note("a")._replace(guide="g2"), note("c")._replace(guide="g1")]
    titles = {"g1": "Sleep", "g2": "Ache"}
    assert names(of_all_guides(notes, "section", titles, NOW)) == [("g2", ["a"]), ("g1", ["b", "c"])]
    assert names(of_all_guides(notes, "kind", titles, NOW)) == [("highlight", ["a", "b", "c"])]


def test_accents_case_and_the_form_of_quotes_make_no_difference() -> None:
    notes = [note("n", quote="Naïve cells “wait”"), note("b", quote="other", body="ÜBER Dr. O’Neill")]
    assert find(notes, "naive CELLS") == ["n"]
    assert find(notes, "uber o'neill") == ["b"]
    assert find(notes, '"wait"') == ["n"]


def test_all_words_are_wanted_from_quote_and_body_together() -> None:
    notes = [note("both", quote="poor sleep", body="ask the doctor"), note("one", quote="poor sleep")]
    assert find(notes, "sleep doctor") == ["both"]
    assert find(notes, "  ") == ["both", "one"]
    assert find(notes, "dragon") == []


def test_a_note_that_was_changed_is_found_by_its_new_words() -> None:
    finder, before = Finder(), note("n", body="before")
    after = before._replace(body="after", revision=1)
    assert [each for some in finder.find([before], "before") for each in some] == [before]
    assert [each for some in finder.find([after], "before") for each in some] == []


def test_many_notes_come_in_slices() -> None:
    notes = [note(str(number)) for number in range(1000)]
    slices = list(Finder().find(notes, ""))
    assert len(slices) > 1
    assert [each for some in slices for each in some] == notes
