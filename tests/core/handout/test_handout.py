"""What goes into a handout."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.building import build as _build
from reader.core.handout.choosing import NO_DESCRIPTION, with_inside
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.handout import Handout
from reader.core.handout.order import Order
from reader.core.records import Section
from reader.core.text import Block, Span
from reader.errors import ReaderError
from tests.guides import sample
from tests.guides.writing import compiled


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    return Glyphs(paths.bundled("resources") / "print" / "glyphs.txt")


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return sample.guide(tmp_path)


def build(guide: Guide, sections: Sequence[str], glyphs: Glyphs) -> Handout:
    """Return the handout of these sections with those inside them, or for () of the whole guide."""
    order = Order("sections", with_inside(guide, sections)) if sections else Order()
    return _build(guide, order, glyphs)


def headings(handout: Handout) -> list[tuple[int, str]]:
    return [
        (block["level"], "".join(text for text, _ in block["runs"]))
        for block in handout.blocks
        if block["kind"] == "heading"
    ]


def kinds(handout: Handout, kind: str) -> list[object]:
    paragraphs = [block for block in handout.blocks if block["kind"] == "paragraph"]
    return [kinds[kind] for block in paragraphs for _, kinds in block["runs"] if kind in kinds]


def test_a_section_brings_the_sections_inside_it(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, ["messengers"], glyphs)
    assert headings(handout) == [(1, "Release of cytokines"), (2, "What receptors are")]


def test_a_section_inside_another_is_printed_as_the_outermost(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, ["receptors"], glyphs)
    assert headings(handout) == [(1, "What receptors are")]
    assert handout.title == "What receptors are"


def test_no_sections_named_is_the_whole_guide(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, [], glyphs)
    assert [level for level, _ in headings(handout)] == [1, 2, 1]
    assert (handout.title, handout.subtitle) == (sample.ABOUT.title, sample.ABOUT.subtitle)


def test_sections_come_in_the_order_asked_for_and_once(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, ["nerves", "receptors", "messengers", "nerves"], glyphs)
    assert [text for _, text in headings(handout)] == [
        "How nerves boost pain",
        "Release of cytokines",
        "What receptors are",
    ]


def test_an_unknown_section_is_refused_with_the_nearest(guide: Guide, glyphs: Glyphs) -> None:
    with pytest.raises(ReaderError, match=r"no section “recptors”.*Nearest: receptors"):
        build(guide, ["recptors"], glyphs)


def test_an_unknown_section_without_end_is_not_said_back_whole(guide: Guide, glyphs: Glyphs) -> None:
    with pytest.raises(ReaderError) as said:
        build(guide, ["recep" + "x" * 100_000], glyphs)
    assert len(str(said.value)) < 400


def test_heading_levels_never_skip_one(tmp_path: Path, glyphs: Glyphs) -> None:
    deep = [
        (Section("a", "A", 1, "", 1), [Block("a.1", "heading", "A", level=1)]),
        (Section("b", "B", 2, "a", 1), [Block("b.1", "heading", "  ", level=2)]),
        (Section("c", "C", 3, "b", 1), [Block("c.1", "heading", "C", level=3)]),
    ]
    assert headings(build(sample.guide(tmp_path, sections=deep), [], glyphs)) == [(1, "A"), (2, "C")]


def test_headings_inside_a_section_stay_what_they_are(tmp_path: Path, glyphs: Glyphs) -> None:
    inside = [Block(f"only.{number}", "heading", f"Inside {number}", level=2) for number in (1, 2)]
    assert headings(build(sample.of_blocks(tmp_path, *inside), [], glyphs)) == [
        (1, "Only section"),
        (2, "Inside 1"),
        (2, "Inside 2"),
    ]


def test_the_words_used_are_explained_once_in_alphabetical_order(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, ["messengers"], glyphs)
    assert [entry["term"] for entry in handout.entries] == ["cytokine", "receptor"]


def test_an_everyday_word_marked_in_another_section_is_explained_where_it_is_used(
    tmp_path: Path, glyphs: Glyphs
) -> None:
    written = "# A {#a}\n\nPain here.\n\n# B {#b}\n\nPain there.\n\n# C {#c}\n\nNothing.\n"
    guide = compiled(tmp_path, article_md=written, glossary_md="pain\n: It hurts.\n: mark: once")
    assert [entry["term"] for entry in build(guide, ["b"], glyphs).entries] == ["pain"]
    assert build(guide, ["c"], glyphs).entries == ()


def test_only_the_first_mention_of_a_term_is_marked(guide: Guide, glyphs: Glyphs) -> None:
    assert kinds(build(guide, ["messengers"], glyphs), "term") == ["cytokine", "receptor"]


def test_a_term_that_is_partly_bold_is_marked_in_all_its_pieces(tmp_path: Path, glyphs: Glyphs) -> None:
    spans = (Span(0, 8, "term", "cytokine"), Span(4, 8, "strong"))
    guide = sample.of_blocks(tmp_path, Block("b", "paragraph", "cytokine", spans))
    assert kinds(build(guide, [], glyphs), "term") == ["cytokine", "cytokine"]


def test_only_the_references_cited_are_listed(guide: Guide, glyphs: Glyphs) -> None:
    assert [reference["number"] for reference in build(guide, [], glyphs).references] == [1, 2]
    assert build(guide, ["nerves"], glyphs).references == ()


def test_citations_side_by_side_stay_two_numbers(tmp_path: Path, glyphs: Glyphs) -> None:
    spans = (Span(2, 3, "cite", "Clauw2014"), Span(3, 4, "cite", "Lacking2020"))
    handout = build(sample.of_blocks(tmp_path, Block("b", "paragraph", "x.12", spans)), [], glyphs)
    assert [text for text, _ in handout.blocks[1]["runs"]] == ["x.", "1", ", ", "2"]


def test_a_link_leads_to_a_section_only_where_it_is_printed(guide: Guide, glyphs: Glyphs) -> None:
    assert kinds(build(guide, [], glyphs), "to") == ["nerves"]
    assert kinds(build(guide, ["messengers"], glyphs), "to") == []


def test_a_link_to_nothing_leads_nowhere(tmp_path: Path, glyphs: Glyphs) -> None:
    inside = Block("only.1", "heading", "A heading inside the section", level=2)
    link = Block("only.2", "paragraph", "here", (Span(0, 4, "link", "#"),))
    assert kinds(build(sample.of_blocks(tmp_path, inside, link), [], glyphs), "to") == []


def test_an_address_is_written_out_unless_the_text_says_it(tmp_path: Path, glyphs: Glyphs) -> None:
    text = "Read this or example.org."
    spans = (
        sample.span(text, "this", "link", "https://www.example.org/a/"),
        sample.span(text, "example.org", "link", "https://example.org/"),
    )
    handout = build(sample.of_blocks(tmp_path, Block("b", "paragraph", text, spans)), [], glyphs)
    assert kinds(handout, "shown") == ["www.example.org/a", ""]


def test_an_address_that_nobody_would_type_is_cut(tmp_path: Path, glyphs: Glyphs) -> None:
    address = f"https://example.org/{'a' * 5000}"
    spans = [(Span(0, len(words), "link", address),) for words in ("here", address)]
    blocks = [Block(f"only.{n}", "paragraph", words, spans[n]) for n, words in enumerate(["here", address])]
    first, second = kinds(build(sample.of_blocks(tmp_path, *blocks), [], glyphs), "shown")
    assert (len(str(first).replace("\u200b", "")), str(first)[-1], second) == (100, "…", "")


def test_what_is_replaced_and_cannot_be_seen_is_named_by_its_number(tmp_path: Path, glyphs: Glyphs) -> None:
    guide = sample.of_blocks(tmp_path, Block("b", "paragraph", "\ue000"))
    assert build(guide, [], glyphs).notes[0].endswith("was replaced by □: U+E000")


@pytest.mark.parametrize("alt", ["", "\u200b", " \u2028"])
def test_a_picture_is_said_to_have_no_description_where_that_cannot_be_seen(
    tmp_path: Path, glyphs: Glyphs, alt: str
) -> None:
    guide = sample.of_blocks(tmp_path, Block("b", "image", alt, image="a.png"))
    assert build(guide, [], glyphs).blocks[1]["runs"] == [[NO_DESCRIPTION, {}]]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "other.html"])
def test_other_addresses_are_no_links_on_paper(tmp_path: Path, glyphs: Glyphs, address: str) -> None:
    guide = sample.of_blocks(tmp_path, Block("b", "paragraph", "here", (Span(0, 4, "link", address),)))
    assert build(guide, [], glyphs).blocks[1]["runs"] == [["here", {}]]


def test_a_word_of_5000_characters_may_break(tmp_path: Path, glyphs: Glyphs) -> None:
    guide = sample.of_blocks(tmp_path, Block("b", "paragraph", "x" * 5000))
    (((text, _),),) = [block["runs"] for block in build(guide, [], glyphs).blocks[1:]]
    assert max(len(piece) for piece in text.split("\u200b")) <= 12
    assert text.replace("\u200b", "") == "x" * 5000


def test_what_was_replaced_is_said(tmp_path: Path, glyphs: Glyphs) -> None:
    guide = sample.of_blocks(tmp_path, Block("b", "paragraph", "痛い"))
    assert build(guide, [], glyphs).notes == (
        "2 characters that the printed page has no letter for were replaced by □: い 痛",
    )


def test_the_handout_carries_version_date_and_review(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, ["nerves"], glyphs)
    assert (handout.version, handout.evidence_checked) == ("0.1", "22 November 2026")
    assert handout.review == "No clinician has reviewed this guide yet."
    assert sample.ABOUT.disclaimer in handout.closing


def test_paper_says_when_the_next_check_is_overdue(tmp_path: Path, glyphs: Glyphs) -> None:
    about = sample.ABOUT._replace(evidence_checked="2020-01-02", next_check="2021-01-02")
    handout = build(sample.guide(tmp_path, about=about), (), glyphs)
    assert handout.evidence_checked == "2 January 2020. The next check was due on 2 January 2021"


def test_a_guide_that_says_nothing_of_review_is_not_taken_for_reviewed(tmp_path: Path, glyphs: Glyphs) -> None:
    guide = sample.guide(tmp_path, about=sample.ABOUT._replace(review=""))
    assert build(guide, [], glyphs).review == "This guide does not say that a clinician has reviewed it."


@pytest.mark.parametrize(
    ("tag", "parts"),
    [("de-CH", ("de", "CH")), ("zh-Hant-TW", ("zh", "TW")), ("en", ("en", "")), ("?!", ("en", ""))],
)
def test_language_and_region_are_told_apart(tmp_path: Path, glyphs: Glyphs, tag: str, parts: tuple[str, str]) -> None:
    guide = sample.guide(tmp_path, about=sample.ABOUT._replace(language=tag))
    handout = build(guide, [], glyphs)
    assert (handout.language, handout.region) == parts


@pytest.mark.parametrize("day", ["2026-02-31", "soon", "2026-11", ""])
def test_a_date_that_is_none_is_left_out_of_the_documents_information(tmp_path: Path, glyphs: Glyphs, day: str) -> None:
    guide = sample.guide(tmp_path, about=sample.ABOUT._replace(evidence_checked=day))
    assert build(guide, [], glyphs).dated == ()
