"""Finds what the notes of a guide are about in the guide as it is now, a few milliseconds at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from reader.core.guide import Guide
from reader.core.letters import folded_words
from reader.core.notebook import passage
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.passage import Standing
from reader.core.notebook.store import Change
from reader.core.notebook.uncited import UncitedText
from reader.core.section_text import SectionTexts

if TYPE_CHECKING:  # else imported where something is not where it was
    from reader.core.notebook.remains import Sought

SLICE_SECONDS = 0.005
LEARNED = 20  # passages whose words are taken down in one go
Found = list[tuple[Note, Standing]]


def find_all(guide: Guide, notes: Iterable[Note]) -> Iterator[Found]:
    """Yield where the notes stand, each note once, some (or none) after each few milliseconds of work.

    What stands where it stood comes first; then what its whole context leads to; the words of the guide are read only
    where something else is left. Raises ReaderError when the guide cannot be read.
    """
    left: list[Note] = []
    yield from _in_slices(_unmoved(guide, notes, left))
    if not left:
        return
    from reader.core.notebook import matching
    from reader.core.notebook.wording import Vocabulary, Wording

    vocabulary = Vocabulary()
    wanted: set[int] = set()
    sought: list[Sought] = []
    for note in left:
        sought.append(matching.sought(note.target, vocabulary))
        wanted.update(together for _, together in matching.voters(sought[-1]))
        if len(sought) % LEARNED == 0:
            yield []
    wording = Wording(vocabulary, wanted)
    for _ in wording.read(guide):
        yield []
    found = (matching.find(each, wording, vocabulary) for each in sought)
    yield from _in_slices(zip(left, found, strict=True))


def moves(found: Found) -> list[Change]:
    """Return the changes that keep where notes stand now; their quotes and contexts stay as the reader chose them."""
    return [
        Change(note, note._replace(target=standing.target))
        for note, standing in found
        if standing.how != "lost" and standing.target != note.target
    ]


def _unmoved(guide: Guide, notes: Iterable[Note], left: list[Note]) -> Iterator[tuple[Note, Standing] | None]:
    """Yield the notes that are found without the index, and None for each that goes to *left*."""
    texts, uncited = SectionTexts(guide), UncitedText("", ())
    for note in sorted(notes, key=lambda each: each.target.section):  # each section is read once
        target = note.target
        if target.section != uncited.section:
            uncited = UncitedText(target.section, guide.blocks(target.section))
        if target.about == "guide":
            yield note, Standing(target, "exact")
        elif target.about == "entry":
            yield note, _entry(target, guide)
        elif target.about == "node":
            yield note, _node(target, guide)
        elif not target.quote:
            yield note, Standing(target, "lost")
        elif standing := (
            passage.unmoved(target, uncited)
            or passage.unmoved(target, texts.of(target.section))  # with the numbers, where there is nothing else
        ):
            yield note, standing
        else:
            left.append(note)
            yield None


def _entry(target: Target, guide: Guide) -> Standing:
    """Return where the explanation of a word is: under its id, or else under its name."""
    if guide.entry(target.name) is not None:
        return Standing(target, "exact")
    called = guide.entries_for_forms([folded_words(target.quote).replace(" ", "")]) if target.quote else []
    if not called:
        return Standing(target, "lost")
    return Standing(target._replace(name=called[0][1].id), "moved")


def _node(target: Target, guide: Guide) -> Standing:
    """Return where a node of the pathway is: under its id, or else the only one with its name."""
    pathway = guide.pathway
    if pathway is not None and pathway.node(target.name) is not None:
        return Standing(target, "exact")
    wanted = folded_words(target.quote)
    called = [each for each in pathway.nodes if folded_words(each.label) == wanted] if pathway and wanted else []
    if len(called) != 1:
        return Standing(target, "lost")
    return Standing(target._replace(name=called[0].id), "moved")


def _in_slices(found: Iterable[tuple[Note, Standing] | None]) -> Iterator[Found]:
    """Yield what was found in each few milliseconds."""
    slice_: Found = []
    end = perf_counter() + SLICE_SECONDS
    for each in found:
        if each is not None:
            slice_.append(each)
        if perf_counter() > end:
            yield slice_
            slice_ = []
            end = perf_counter() + SLICE_SECONDS
    yield slice_
