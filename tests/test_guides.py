"""The guide that ships with the reader: that it is whole, and says everything as surely as its evidence allows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.colophon import MONTHS
from reader.core.pathway import Pathway
from reader.core.text import Block

CLAIMS = [*(f"C{number}" for number in range(1, 35)), *(f"A{number}" for number in range(1, 14))]
WORDS: dict[str, list[tuple[str, ...]]] = {  # of each level, one group of which every text of that level holds whole
    "mixed": [("may",), ("disagree",)],
    "weak": [("early studies hint",), ("early", "hints")],
    "contradicted": [("It was once thought that", "tudies do not support this")],
}


@pytest.fixture(scope="module")
def guide(bundled: Guide) -> Guide:
    return bundled


@pytest.fixture(scope="module")
def pathway(guide: Guide) -> Pathway:
    assert guide.pathway is not None
    return guide.pathway


def blocks(guide: Guide) -> Iterator[Block]:
    for section in guide.outline:
        yield from guide.blocks(section.id)


def boxed(guide: Guide, section: str, box: str) -> list[str]:
    return [block.text for block in guide.blocks(section) if block.callout == box]


def is_said_as_surely(text: str, level: str) -> bool:
    return any(all(word in text for word in words) for words in WORDS[level]) if level in WORDS else True


def test_nothing_in_it_is_wrong_and_nothing_is_missing(guide: Guide, pathway: Pathway) -> None:
    assert guide.problems == ()
    assert [claim.id for claim in guide.claims] == CLAIMS
    assert (len(guide.terms), len(guide.references), len(pathway.interactions)) == (136, 69, 57)


def test_every_claim_is_marked_in_its_section_and_only_there(guide: Guide) -> None:
    marked = {(claim, s.id) for s in guide.outline for block in guide.blocks(s.id) for claim in block.claims}
    assert marked == {(claim.id, claim.section) for claim in guide.claims}


def test_every_reference_is_cited(guide: Guide) -> None:
    assert [reference.key for reference in guide.references if not reference.number] == []


def test_every_paragraph_is_as_sure_as_the_evidence_of_its_claims(guide: Guide) -> None:
    levels = {claim.id: claim.level for claim in guide.claims}
    for block in blocks(guide):
        if block.kind != "evidence":
            for claim in block.claims:
                assert is_said_as_surely(block.text, levels[claim]), f"{claim}: {block.text}"


def test_the_first_screen_says_what_for_whom_how_sure_and_when(guide: Guide) -> None:
    first = guide.outline[0].id
    screen = " ".join([*boxed(guide, first, "gist"), *boxed(guide, first, "key-points")])
    year, month, day = map(int, guide.about.evidence_checked.split("-"))
    assert guide.about.review in screen
    assert f"checked the evidence on {day} {MONTHS[month - 1]} {year}" in screen
    for words in (
        "no one has proved that they cause it",
        "for people with FM",
        "recommend no immune treatment",
        "Do not start or stop",
    ):
        assert words in screen


@pytest.mark.parametrize("heading", ["How this guide was made", "Words for certainty"])
def test_what_a_doubtful_reader_looks_for_has_a_heading(guide: Guide, heading: str) -> None:
    assert heading in [section.title for section in guide.outline]


def test_a_section_read_alone_says_what_fm_is(guide: Guide) -> None:
    for section in guide.outline:
        text = " ".join(block.text for block in guide.blocks(section.id) if block.kind != "evidence")
        assert " FM" not in text or text.index("ibromyalgia (FM)") < text.index(" FM"), section.id


def test_the_text_pairs_the_autoantibodies_as_the_2001_study_did(guide: Guide) -> None:
    cells = [block.text for block in guide.blocks("two-autoantibodies") if block.kind == "cell"]
    pairs = {(row, cells[at + 1]) for at, row in enumerate(cells) if row.startswith("Anti-")}
    assert pairs == {("Anti-68/48 kD", "Primary FM"), ("Anti-45 kD", "Secondary FM")}
    assert boxed(guide, "two-autoantibodies", "note")


def test_every_word_explained_is_met_somewhere(guide: Guide, pathway: Pathway) -> None:
    met = {span.value for block in blocks(guide) for span in block.spans if span.kind == "term"}
    met |= {node.term for node in pathway.nodes}
    for identifier, _ in guide.terms:
        entry = guide.entry(identifier)
        assert entry is not None
        met |= set(entry.see_also)
        assert entry.pronunciation, identifier
        assert len(entry.definition.split()) <= 25, identifier
    assert {identifier for identifier, _ in guide.terms} - met == set()


def test_no_heading_and_no_link_holds_a_marked_word(guide: Guide) -> None:
    for block in blocks(guide):
        terms = [span for span in block.spans if span.kind == "term"]
        assert block.kind not in ("heading", "evidence") or not terms, block.id
        for link in (span for span in block.spans if span.kind in ("link", "cite")):
            assert not any(term.start < link.end and link.start < term.end for term in terms), block.id


def test_everyday_words_are_marked_once_unless_the_author_tied_them(guide: Guide) -> None:
    everyday = [
        entry for entry in map(guide.entry, (each for each, _ in guide.terms)) if entry and entry.mark == "once"
    ]
    assert {"pain", "link", "joint", "cause", "symptom"} <= {entry.term for entry in everyday}
    article = (paths.bundled("content") / guide.about.id / "article.md").read_text(encoding="utf-8")
    for entry in everyday:
        marked = [
            span for block in blocks(guide) for span in block.spans if (span.kind, span.value) == ("term", entry.id)
        ]
        tied = article.count(f"{{term={entry.term}}}") + article.count(f'{{term="{entry.term}"}}')
        assert 1 <= len(marked) <= 1 + tied, entry.term
        assert entry.id in [identifier for identifier, *_ in guide.rows("SELECT entry FROM mention")]


def test_the_marks_of_a_section_leave_the_text_calm(guide: Guide) -> None:
    for section in guide.outline:
        marked = {span.value for block in guide.blocks(section.id) for span in block.spans if span.kind == "term"}
        assert len(marked) <= 2 + section.words / 12, section.id  # about one in a line, where every messenger is named


def test_every_entry_leads_on_to_entries_that_are_there_and_never_to_itself(guide: Guide) -> None:
    known = {identifier for identifier, _ in guide.terms}
    for identifier in known:
        entry = guide.entry(identifier)
        assert entry is not None
        assert entry.see_also, identifier
        assert {*entry.see_also, *(term for *_, term in entry.terms)} <= known - {identifier}, identifier
        assert entry.definition.endswith((".", "!", "?")), identifier
        assert all(guide.reference(key) for key in entry.sources), identifier


def test_each_route_is_a_walk_with_captions_as_sure_as_the_evidence(pathway: Pathway) -> None:
    assert [route.id for route in pathway.routes] == ["cytokines", "mitogenic-activators", "autoimmunity", "nerves"]
    for route in pathway.routes:
        assert 4 <= len(route.steps) <= 9, route.id
        been = pathway.nodes_of(route.steps[0])
        for step in route.steps:
            interaction = pathway.interaction(step.interaction)
            assert interaction is not None, step
            assert been & pathway.nodes_of(step), step
            been |= pathway.nodes_of(step)
            assert len(step.caption.split()) <= 20, step
            assert is_said_as_surely(step.caption, interaction.evidence), step
            assert is_said_as_surely(interaction.sentence, interaction.evidence), interaction


def test_the_way_of_the_nerves_ends_at_what_people_feel(pathway: Pathway) -> None:
    (route,) = (each for each in pathway.routes if each.id == "nerves")
    ends = {node.stage for node in pathway.nodes if node.id in pathway.nodes_of(route.steps[-1])}
    assert ends == {"felt"}


def test_questions_are_numbered_through_all_their_groups(guide: Guide) -> None:
    numbers = [block.marker for block in guide.blocks("questions") if block.kind == "item" and not block.callout]
    assert numbers == [f"{number}." for number in range(1, 13)]


def test_when_to_see_a_doctor_holds_the_four_signs_and_says_they_are_not_checked(guide: Guide) -> None:
    items = [block.text for block in guide.blocks("see-a-doctor") if block.marker == "•" and not block.callout]
    assert items == ["new joint swelling", "fever", "weight loss", "night sweats"]
    assert "No clinician has checked" in " ".join(boxed(guide, "see-a-doctor", "warning"))
