"""What the glossary's list shows, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.core import word_list
from reader.core.guide import Guide
from reader.core.word_list import WordSequence

if TYPE_CHECKING:
    from reader.core.glossary_search import Match


class Listing(NamedTuple):
    """Words in their order, a line that counts them, and what stands there when there is none."""

    words: WordSequence
    said: str
    nothing: str = ""
    matches: Sequence[Match] = ()  # of what was typed


def of_all(words: WordSequence) -> Listing:
    """List every word of the glossary, from A to Z."""
    return Listing(words, _counted(words))


def of_mine(guide: Guide, mine: list[str]) -> Listing:
    """List the reader's own words, by their entries' ids."""
    words = word_list.of_entries(guide, mine)
    said = _counted(words)
    if len(words) > 1:
        said = _tr("{0}, the newest first").format(said)
    return Listing(words, said, _tr("Words that you keep stay here.\n\nOpen a word and choose “Add to my words”."))


def of_none(guide: Guide) -> Listing:
    """List nothing, and say nothing of it: the words come in a moment."""
    return Listing(WordSequence(guide, []), "")


def of_section(guide: Guide, sections: Sequence[str]) -> Listing:
    """List the words of a section, the first of *sections*, and of those inside it, as they come in the text."""
    words = word_list.of_sections(guide, sections)
    section = guide.section(sections[0]) if sections else None
    title = section.title if section is not None else ""
    said = _tr("{0} in “{1}”").format(_counted(words), title)
    nothing = _tr("The section “{0}” has no word that the glossary explains.").format(title)
    return Listing(words, said, nothing)


def of_found(guide: Guide, every: WordSequence, typed: str) -> Listing:
    """List the words that fit what was typed, the best first."""
    from reader.core.glossary_search import find  # here: a list that nobody searches need not wait for it

    found = find(guide, typed)
    words = word_list.of_entries(guide, [match.id for match in found.found])
    said = _tr("{0} of {1}").format(f"{found.total:,}", _counted(every))
    if len(words) < found.total:
        said = _tr("{0}; the best {1} are listed").format(said, len(words))
    nothing = _tr(
        "No word fits “{0}”.\n\nFewer letters find more. Words of the explanations and other names are looked"
        " through, too."
    )
    return Listing(words, said, nothing.format(typed), found.found)


def _counted(words: WordSequence) -> str:
    return _tr("1 word") if len(words) == 1 else _tr("{0} words").format(f"{len(words):,}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Listings", text)
