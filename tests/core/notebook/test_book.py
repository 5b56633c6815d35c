"""One guide's notes in memory: by section in the order of the text, by what they are about, and those that are lost."""

from __future__ import annotations

from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.passage import Standing
from reader.core.notebook.store import Change


def note(identifier: str, block: str = "", start: int = 0, made: float = 0.0) -> Note:
    section = block.rpartition(".")[0]
    target = Target(
        "passage", quote="words", section=section, block=block, start=start, last_block=block, end=start + 5
    )
    return Note(identifier, "guide", "highlight", target, made=made)


def ids(notes: object) -> str:
    return "".join(each.id for each in notes)  # type: ignore[attr-defined]


def test_a_section_has_its_notes_in_the_order_of_the_text_not_of_the_letters() -> None:
    book = Book("guide", [note("d", "a.10", 3), note("c", "a.10", 1), note("b", "a.9"), note("a", "a.2", 7)])
    assert ids(book.of_section("a")) == "abcd"
    assert book.of_section("b") == []


def test_what_was_read_stands_nowhere_until_it_was_found() -> None:
    kept = note("a", "a.2")
    book = Book("guide", [kept], is_placed=False)
    assert book.of_section("a") == []
    assert book.how("a") == ""
    assert not book.lost
    book.place([(kept, Standing(note("a", "b.4").target, "moved"))])
    assert ids(book.of_section("b")) == "a"
    assert book.of_section("a") == []
    assert book.how("a") == "moved"


def test_a_mark_that_nobody_has_looked_for_yet_is_known_by_where_it_was_made() -> None:
    kept = note("a", "a.2", 3)
    book = Book("guide", [kept, note("b", "a.2", 4)], is_placed=False)
    again = kept.target._replace(before="other words around it")
    assert ids(book.unplaced("highlight", [again])) == "a"
    assert book.unplaced("bookmark", [again]) == []
    book.place([(kept, Standing(kept.target, "lost"))])
    assert book.unplaced("highlight", [again]) == [], "other words stand there now"


def test_what_was_not_found_is_listed_and_not_shown() -> None:
    kept = note("a", "a.2")
    book = Book("guide", [kept, note("b", "a.3")])
    book.place([(kept, Standing(kept.target, "lost"))])
    assert ids(book.of_section("a")) == "b"
    assert ids(book.lost) == "a"
    assert ids(book.notes) == "ab"


def test_a_note_that_was_lost_is_shown_when_a_later_version_has_its_words() -> None:
    kept = note("a", "a.2")
    book = Book("guide", [kept])
    book.place([(kept, Standing(kept.target, "lost"))])
    book.place([(kept, Standing(kept.target, "exact"))])
    assert ids(book.of_section("a")) == "a"
    assert book.lost == []


def test_what_is_added_stands_at_once_and_what_is_removed_is_gone() -> None:
    book = Book("guide", (), is_placed=False)
    made = note("a", "a.2")
    book.take([Change(None, made)])
    assert ids(book.of_section("a")) == "a"
    edited = made._replace(body="words of mine")
    book.take([Change(made, edited)])
    assert book.of_section("a") == [edited]
    book.take([Change(edited, None)])
    assert book.of_section("a") == []
    assert len(book) == 0


def test_an_edit_of_a_lost_note_leaves_it_lost() -> None:
    kept = note("a", "a.2")
    book = Book("guide", [kept])
    book.place([(kept, Standing(kept.target, "lost"))])
    book.take([Change(kept, kept._replace(body="still mine"))])
    assert ids(book.lost) == "a"


def test_a_place_that_was_found_for_a_note_that_changed_meanwhile_is_not_taken() -> None:
    kept = note("a", "a.2")
    book = Book("guide", [kept])
    put_elsewhere = kept._replace(target=note("a", "a.5").target)
    book.take([Change(kept, put_elsewhere)])
    book.place([(kept, Standing(note("a", "a.9").target, "moved"))])
    assert book.of_section("a") == [put_elsewhere]


def test_notes_on_a_word_are_found_by_it() -> None:
    on_word = Note("a", "guide", "note", Target("entry", "cytokine", "cytokine"))
    book = Book("guide", [on_word, Note("b", "guide", "note", Target("node", "cytokine"))])
    assert book.about("entry", "cytokine") == [on_word]
    book.take([Change(on_word, None)])
    assert book.about("entry", "cytokine") == []


def test_a_note_that_went_to_another_guide_is_not_of_this_one() -> None:
    kept = note("a", "a.2")
    book = Book("guide", [kept])
    book.take([Change(kept, kept._replace(guide="other"))])
    assert len(book) == 0
