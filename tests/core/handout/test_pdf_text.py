"""The words of a PDF: all of them, in their order, as they can be copied and searched, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reader.core.guide import Guide
from reader.core.handout.nesting import Nested
from tests.core.handout import printing
from tests.core.handout.printing import Printed, runs_in
from tests.guides.writing import compiled

# Words whose letters our faces join: ff, fi, fl, ffi, ffl, and those that look as if they might be.
JOINED = ("affect", "find", "flow", "efficient", "baffled", "fjord", "hefty", "shelf", "office", "AV", "To", "1/2")


def words_of(blocks: Iterable[Nested]) -> Iterator[str]:
    return (words for words, _ in runs_in(blocks))


def outside_tables(blocks: Iterable[Nested]) -> Iterator[str]:
    """Yield the texts that poppler's tree (22.12) has whole: after a hyphen in a cell it ends the cell's text."""
    return words_of(block for block in blocks if block["kind"] != "table")


def packed(text: str) -> str:
    """Return text without what is between words: lines break otherwise on paper."""
    return re.sub(r"[\s\u200b\u00ad\u2060]", "", text)


def check_order(words: Iterable[str], text: str) -> int:
    """Find each of *words* in *text*, after the one before; return how many letters there are."""
    text, place, letters = packed(text), 0, 0
    for word in filter(None, map(packed, words)):
        found = text.find(word, place)
        assert found >= 0, f"“{word}” does not follow “{text[max(0, place - 60) : place]}”"
        place = found + len(word)
        letters += len(word)
    return letters


def test_the_tags_read_the_guide_in_its_order(printed: Printed) -> None:
    read = printed.pdf.text(printed.pdf.elements[0])
    letters = check_order(words_of(printed.handout.blocks), read)
    if printed.handout.blocks:
        assert letters > 100


def test_another_program_reads_the_tags_in_the_same_order(small: Guide, tmp_path: Path) -> None:
    made = printing.printed(small, printing.order(small), tmp_path)
    assert check_order(outside_tables(made.handout.blocks), made.pdf.read_aloud()) > 100


@pytest.mark.slow
def test_another_program_reads_all_of_the_guide_in_its_order(bundled: Guide, tmp_path: Path) -> None:
    made = printing.printed(bundled, printing.order(bundled), tmp_path)
    assert check_order(outside_tables(made.handout.blocks), made.pdf.read_aloud()) > 10_000


def test_what_goes_with_the_text_follows_it_in_the_order_that_the_window_says(printed: Printed) -> None:
    handout, pdf = printed.handout, printed.pdf
    mine = handout.mine
    parts = [
        *(quote for group in mine["highlights"] for item in group["items"] for quote in (item["quote"], item["note"])),
        *(word for each in mine["words"] for word in (each["term"], each["text"], each["note"])),
        *(each["text"] for each in mine["questions"]),
        *(word for each in handout.entries for word in (each["term"], each["text"])),
        *(each["text"] for each in handout.references),
    ]
    text = list(words_of(handout.blocks))
    closes_text = bool(text) and not handout.references and not handout.entries  # else they go with the last of these
    if not printed.order.is_for_doctor:
        closing = handout.closing
        every = [*text, *closing, *parts] if closes_text else [*text, *parts, *closing]
        assert check_order(every, pdf.text(pdf.elements[0])) > 0


def test_the_sheet_for_the_doctor_has_what_it_is_for(printed: Printed) -> None:
    if printed.order.is_for_doctor:
        handout, pdf = printed.handout, printed.pdf
        asked = [each["text"] for each in handout.mine["questions"]]
        quoted = [item["quote"] for group in handout.mine["highlights"] for item in group["items"]]
        assert asked
        assert quoted
        check_order([*handout.summary, *asked, *quoted], pdf.text(pdf.elements[0]))
        assert len(pdf.pdf.pages) <= 2


@pytest.mark.parametrize("preset", ["standard", "large-print"])
def test_letters_that_are_joined_on_paper_are_found_apart(tmp_path: Path, preset: str) -> None:
    guide = compiled(tmp_path, article_md=f"# Office {{#office}}\n\n{' '.join(JOINED)} **{' '.join(JOINED)}**\n")
    made = printing.printed(guide, printing.order(guide, preset=preset), tmp_path / "pdf")
    for text in (made.pdf.text(made.pdf.elements[0]), made.pdf.extracted(), made.pdf.read_aloud()):
        words = text.split()
        assert [word for word in JOINED if words.count(word) < 2] == []
        assert "Office" in words


@pytest.mark.parametrize("number", [0, 2, 5])
def test_a_section_holds_no_word_of_another(bundled: Guide, tmp_path: Path, number: int) -> None:
    section = [each for each in bundled.outline if each.level == 1][number]
    made = printing.printed(bundled, printing.order(bundled, section.id), tmp_path)
    inside = {section.id, *bundled.within(section.id)}
    text = packed(made.pdf.extracted())
    own = packed("".join(words_of(made.handout.blocks)))
    others = [block.text for other in bundled.outline if other.id not in inside for block in bundled.blocks(other.id)]
    begun = {packed(words)[:40] for words in others}
    strange = {words for words in begun if len(words) == 40 and words in text and words not in own}
    assert len(begun) > 100
    assert strange == set()


def test_a_printed_section_holds_all_of_it_its_words_and_its_references(bundled: Guide, tmp_path: Path) -> None:
    section = bundled.outline[2]
    made = printing.printed(bundled, printing.order(bundled, section.id), tmp_path)
    text = packed(made.pdf.extracted())
    # Paragraphs' numbers and pages' feet stand between the lines as poppler reads them.
    for words in words_of(made.handout.blocks):
        assert all(packed(word) in text for word in words.split()), words
    assert made.handout.entries
    assert made.handout.references
    for entry in made.handout.entries:
        assert packed(entry["term"]) in text
    for reference in made.handout.references:
        assert packed(reference["text"])[:30] in text
