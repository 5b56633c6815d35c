"""The numbers of citations are no words of a note: references may be renumbered, added and removed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.guide import Guide
from reader.core.notebook import finding, passage
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.passage import Standing
from reader.core.notebook.uncited import UncitedText
from reader.core.section_text import SectionTexts
from reader.core.text import Block, Place, Span
from tests.guides import sample

PAIN = (
    "Pain that lasts wears people out.<1, 2> Sleep is light then,<3> and it does not last. Few doctors ask about it"
    " <4> and fewer still write it down. What helps one person <5>. need not help the next one.<1>"
)


def cited(name: str, text: str) -> Block:
    """Return a paragraph; numbers in angle brackets are citations, raised together."""
    spans: list[Span] = []
    plain = ""
    for piece in re.split("(<[^>]*>)", text):
        low = len(plain)
        plain += piece.strip("<>") if piece.startswith("<") else piece
        if piece.startswith("<"):
            spans += (
                Span(low + m.start() - 1, low + m.end() - 1, "cite", f"k{m[0]}") for m in re.finditer(r"\d+", piece)
            )
            spans.append(Span(low, len(plain), "sup"))
    return Block(name, "paragraph", plain, tuple(sorted(spans)))


def written(folder: Path, text: str) -> Guide:
    folder.mkdir(parents=True)
    return sample.of_blocks(folder, cited("only.1", text))


def marked(guide: Guide, words: str) -> Target:
    """Return the passage that has these words, numbers included, of the guide's only paragraph."""
    at = guide.blocks("only")[1].text.index(words)
    ends = Place("only", "only.1", at), Place("only", "only.1", at + len(words))
    (target,) = passage.make(SectionTexts(guide), *ends)
    return target


def found(guide: Guide, target: Target) -> Standing:
    every = finding.find_all(guide, [Note("1", "g", "note", target)])
    (standing,) = [standing for some in every for _, standing in some]
    return standing


def words_at(guide: Guide, target: Target) -> str:
    return guide.blocks("only")[1].text[target.start : target.end]


def test_the_words_that_are_kept_read_as_if_nothing_were_cited(tmp_path: Path) -> None:
    guide = written(tmp_path / "a", PAIN)
    assert marked(guide, "wears people out.1, 2 Sleep is").quote == "wears people out. Sleep is"
    assert marked(guide, "ask about it 4 and fewer").quote == "ask about it and fewer"
    assert marked(guide, "one person 5. need").quote == "one person. need"


@pytest.mark.parametrize("words", ["people out.1, 2 Sleep is light then,3 and", "Sleep is light", "the next one.1"])
def test_references_with_other_numbers_change_nothing(tmp_path: Path, words: str) -> None:
    before = written(tmp_path / "a", PAIN)
    target = marked(before, words)
    other = PAIN.replace("<1, 2>", "<8, 2>").replace("<3>", "<9>").replace("one.<1>", "one.<8>")
    assert found(written(tmp_path / "b", other), target) == Standing(target, "exact")


@pytest.mark.parametrize("numbers", ["", "<1>", "<10, 11, 12>"])
def test_a_source_more_or_less_is_no_change_of_the_words(tmp_path: Path, numbers: str) -> None:
    target = marked(written(tmp_path / "a", PAIN), "Sleep is light then,3 and it does not last.")
    guide = written(tmp_path / "b", PAIN.replace("<1, 2>", numbers).replace("<3>", numbers))
    standing = found(guide, target)
    assert standing.how in ("exact", "moved")
    assert words_at(guide, standing.target) == f"Sleep is light then,{numbers.strip('<>')} and it does not last."


def test_edited_words_are_found_among_others_numbers(tmp_path: Path) -> None:
    target = marked(written(tmp_path / "a", PAIN), "Few doctors ask about it 4 and fewer still write it down.")
    edited = PAIN.replace("Pain that lasts", "As everybody knows who has it, pain that does not end").replace(
        "<4>", "<7>"
    )
    guide = written(tmp_path / "b", edited)
    standing = found(guide, target)
    assert standing.how == "moved"
    assert words_at(guide, standing.target) == "Few doctors ask about it 7 and fewer still write it down."


def test_a_note_that_was_kept_with_the_numbers_is_found_by_them(tmp_path: Path) -> None:
    guide = written(tmp_path / "a", PAIN)
    texts = SectionTexts(guide)
    text = texts.of("only")
    low = text.text.index("wears people out.1, 2 Sleep")
    target = passage._target(text, low, low + len("wears people out.1, 2 Sleep is light then,3 and"))
    assert target is not None
    assert "1, 2" in target.quote
    assert found(guide, target).how == "exact"
    renumbered = written(tmp_path / "b", PAIN.replace("<1, 2>", "<8, 2>"))
    standing = found(renumbered, target)
    assert standing.how == "changed"
    assert words_at(renumbered, standing.target).startswith("wears people out.8, 2 Sleep is")


def test_a_number_alone_can_be_marked(tmp_path: Path) -> None:
    guide = written(tmp_path / "a", PAIN)
    target = marked(guide, "1, 2")
    assert target.quote == "1, 2"
    assert found(guide, target) == Standing(target, "exact")


def test_raised_words_are_words() -> None:
    block = Block("a.1", "paragraph", "See the note 3 there", (Span(4, 14, "sup"), Span(13, 14, "cite", "k")))
    assert UncitedText("a", [block]).text == "See the note there"


@given(st.lists(st.one_of(st.text("ab .", max_size=4), st.sampled_from(["<1>", "<2, 13>", " <4>"])), max_size=12))
def test_every_character_that_is_left_has_its_own_place(pieces: list[str]) -> None:
    blocks = [Block("a.0", "heading", "Head"), cited("a.1", "".join(pieces)), cited("a.2", "End.<7>")]
    text = UncitedText("a", blocks)
    originals = {block.id: block.text for block in blocks}
    for at, letter in enumerate(text.text):
        place = text.place(at)
        assert text.at(place) == at
        assert (originals[place.block] + " ")[place.offset] == letter
