"""What the sheet to take to an appointment says of the guide, in three sentences at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.core.depth import shown
from reader.core.guide import Guide
from reader.core.handout.choosing import Choice
from reader.core.handout.mine import Mine
from reader.core.handout.order import Order

SENTENCES = 3
_ALIKE = 0.6  # share of a sentence's words that were said before: then it says nothing new
_LEAST_WORD = 4  # letters of a word that counts there


def summary(guide: Guide, order: Order, choice: Choice, mine: Mine) -> tuple[str, ...]:
    """Return the guide's main message and the gists of what the sheet is about, as far as they say something new.

    It is about the sections with highlights or, where there are none, those that were chosen. A guide without a message
    is told by the gists of its outermost sections.
    """
    noted = [placed.note.target.section for _, notes in mine.parts for placed in notes if placed.start >= 0]
    about = dict.fromkeys(noted or [section.id for section in choice.sections if order.what != "guide"])
    if not about and not guide.about.message:
        about = dict.fromkeys(section.id for section in guide.outline if section.level == 1)
    said: list[str] = []
    known: set[str] = set()
    for sentence in (guide.about.message, *_gists(guide, about)):
        words = _words(sentence)
        if words and len(words & known) / len(words) < _ALIKE:
            said.append(sentence)
            known |= words
        if len(said) == SENTENCES:
            break
    return tuple(said)


def _gists(guide: Guide, sections: Iterable[str]) -> Iterator[str]:
    for section in sections:
        gist = (block.text for block in shown(guide.blocks(section), "gist") if block.callout == "gist")
        yield " ".join(" ".join(gist).split())


def _words(sentence: str) -> set[str]:
    words = "".join(letter if letter.isalnum() else " " for letter in sentence.casefold()).split()
    return {word for word in words if len(word) >= _LEAST_WORD} or set(words)
