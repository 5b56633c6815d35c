"""Whatever an author does elsewhere, a note stays at its words; whatever stands elsewhere, a deleted one is lost."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.core.guide import Guide
from reader.core.notebook import finding, passage
from reader.core.notebook.notes import Note, Target
from reader.core.section_text import SectionTexts
from tests.core.notebook.edits import Parts, delete, found, move, rename, then, words_at, written

WORDS = """
    pain sleep walk body rest doctor nerve slow light touch often never some many may help hurt night day week cell
    blood test small large early late warm cold water food work home friend street hand back knee neck head heart the a
    of to and in that it is was for on with as they be at one have this from or had by not
"""

SEEDS = st.integers(0, 2**32)
SOME_AND_MANY = pytest.mark.parametrize("examples", [6, pytest.param(400, marks=pytest.mark.slow)])


def sentence(random: Random, length: int = 14) -> str:
    return " ".join(random.choices(WORDS.split(), k=length)).capitalize() + "."


def paragraph(random: Random) -> str:
    return " ".join(sentence(random, random.randint(5, 16)) for _ in range(random.randint(2, 5)))


def some_guide(random: Random) -> dict[str, list[str]]:
    return {
        f"part-{number}": [f"Part {number} {sentence(random, 3)}", *(paragraph(random) for _ in range(5))]
        for number in range(4)
    }


def some_passage(random: Random, guide: Guide, parts: Parts) -> tuple[str, int, Target]:
    """Return a section, the number of one of its paragraphs, and a passage of some of its words."""
    section, number = random.choice(list(parts)), random.randint(1, 5)
    texts = SectionTexts(guide)
    text = texts.of(section)
    start, end = text.span(f"{section}.{number + 1}")
    words = text.text[start:end].split(" ")
    first = random.randrange(len(words))
    count = random.choice([1, 2, 4, 8, 20, 100])
    low = start + sum(len(word) + 1 for word in words[:first])
    high = low + len(" ".join(words[first : first + count]))
    last = text.place(high - 1)
    (target,) = passage.make(texts, text.place(low), last._replace(offset=last.offset + 1))
    return section, number, target


def edited_elsewhere(random: Random, parts: Parts, section: str, number: int) -> dict[str, list[str]]:
    """Return a guide in which other paragraphs were rewritten, deleted or followed by new ones: one in six."""
    result = {}
    for name, blocks in parts.items():
        edited = [blocks[0]]
        for index, text in enumerate(blocks[1:], 1):
            what = random.choice(["rewrite", "delete", "add", *[""] * 15])
            if (name, index) == (section, number) or not what:
                edited.append(text)
            elif what == "rewrite":
                edited.append(paragraph(random))
            elif what == "add":
                edited += [text, paragraph(random)]
        result[name] = edited
    return result


@SOME_AND_MANY
def test_edits_of_other_paragraphs_never_lose_a_note_of_five_words(examples: int) -> None:
    @given(SEEDS)
    @settings(max_examples=examples, deadline=None)
    def check(seed: int) -> None:
        random = Random(seed)  # noqa: S311
        parts = some_guide(random)
        with TemporaryDirectory() as folder:
            guide = written(Path(folder) / "before", parts)
            section, number, target = some_passage(random, guide, parts)
            after = written(Path(folder) / "after", edited_elsewhere(random, parts, section, number))
            standing = found(target, after)
            if standing.how == "lost":  # few words, with nothing left of what is around them
                assert len(target.quote) < passage.ENOUGH
            else:
                assert words_at(standing, after) == target.quote
                block = next(e for e in after.blocks(standing.target.section) if e.id == standing.target.block)
                assert block.text == parts[section][number]

    check()


@SOME_AND_MANY
def test_a_note_whose_paragraph_was_deleted_is_never_found_elsewhere(examples: int) -> None:
    @given(SEEDS)
    @example(10722)  # its last word is the last of the paragraph before, and the next paragraph follows still
    @settings(max_examples=examples, deadline=None)
    def check(seed: int) -> None:
        random = Random(seed)  # noqa: S311
        parts = some_guide(random)
        with TemporaryDirectory() as folder:
            guide = written(Path(folder) / "before", parts)
            section, number, target = some_passage(random, guide, parts)
            rest = edited_elsewhere(random, delete(section, parts[section][number])(parts), "", 0)
            assert found(target, written(Path(folder) / "after", rest)).how == "lost"

    check()


@SOME_AND_MANY
def test_a_note_inside_a_paragraph_goes_with_it_wherever_it_goes_and_comes_back(examples: int) -> None:
    @given(SEEDS)
    @example(669829)  # beside what follows it now, and nearer to what followed it before, it was cut in two
    @settings(max_examples=examples, deadline=None)
    def check(seed: int) -> None:
        random = Random(seed)  # noqa: S311
        parts = some_guide(random)
        with TemporaryDirectory() as folder:
            guide = written(Path(folder) / "before", parts)
            section, number, target = some_passage(random, guide, parts)
            words = parts[section][number]
            to = random.choice([name for name in parts if name != section])
            there = written(Path(folder) / "there", then(move(section, words, to), rename(to, "new"))(parts))
            gone = written(Path(folder) / "gone", delete(section, words)(parts))
            moved = found(target, there)
            if moved.how != "lost":
                assert words_at(moved, there) == target.quote
                assert words in [block.text for block in there.blocks("new")]
                assert moved.target.section == "new"
            else:
                assert len(target.quote) < 80
            lost = found(moved.target, gone)
            assert lost.how == "lost"
            assert lost.target[2:5] == target[2:5]  # the reader's own words, with which it is found again
            assert words_at(found(lost.target, guide), guide) == target.quote

    check()


@SOME_AND_MANY
def test_all_notes_are_found_each_once_in_whatever_order_they_come(examples: int) -> None:
    @given(SEEDS)
    @settings(max_examples=examples, deadline=None)
    def check(seed: int) -> None:
        random = Random(seed)  # noqa: S311
        parts = some_guide(random)
        with TemporaryDirectory() as folder:
            guide = written(Path(folder) / "before", parts)
            notes = [Note(str(n), "g", "note", some_passage(random, guide, parts)[2]) for n in range(12)]
            after = written(Path(folder) / "after", edited_elsewhere(random, parts, "", 0))
            every = {note.id: standing for each in finding.find_all(after, notes) for note, standing in each}
            random.shuffle(notes)
            again = [pair for each in finding.find_all(after, notes) for pair in each]
            assert {note.id: standing for note, standing in again} == every
            assert len(again) == len(notes) == len(every)
            assert all(found(note.target, after) == every[note.id] for note in notes)

    check()
