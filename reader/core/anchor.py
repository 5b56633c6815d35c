"""A place that is found again after a guide was edited: with the words that stand there and around it.

In the spirit of the W3C Web Annotation Data Model (4.2.4 Text Quote Selector, 4.2.5 Text Position Selector): position,
quote, context. Words are found again by their pieces: each piece of the remembered words that an edited text still has
votes for where they would begin there, and where most votes agree, one goes on reading. So one way serves words that
moved, that were changed around, and of which only some are left.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, islice
from time import perf_counter
from typing import Any, Literal, NamedTuple

from reader.core.guide import Guide
from reader.core.section_text import SectionText, SectionTexts
from reader.core.text import Place

QUOTE = 48  # characters from the place on
CONTEXT = 96  # characters before the quote, and after it
ORDER = 30  # sections before the place's own, remembered for when it has gone
LONGEST_ID = 200  # characters of a section's id; a longer one is not remembered
PIECE, STEP = 12, 4  # characters: pieces begin every four, so that one changed word spoils only those around it
ENOUGH = 5  # of so many pieces one must be left: fewer are in any text that speaks of the same things
ELSEWHERE = 3  # the same in other sections than its own
TOO_SHORT = 24  # characters that are anybody's: looked for in their own section only
MOST = 32  # occurrences of one piece in one section, the nearest ones
SLACK = 120  # characters by which votes may differ: words were put in or taken out between the pieces
FAR = 1_000_000  # characters of a section that are searched, before and after the place
SECONDS = 0.25  # for all of it: then the best that was found is taken


class Anchor(NamedTuple):
    """A place and the words at it, all white space as one space a character."""

    place: Place
    quote: str = ""  # what stands from the place on
    before: str = ""
    after: str = ""  # the quote
    order: tuple[str, ...] = ()  # ids of the sections before the place's own, the nearest first

    def to_json(self) -> list[Any]:
        """Return what `from_json` reads."""
        place = self.place
        return [place.section, place.block, place.offset, self.quote, self.before, self.after, list(self.order)]

    @classmethod
    def from_json(cls, found: object) -> Anchor | None:
        """Return the anchor that *found* holds, or None; words that are missing or of the wrong kind are none."""
        match found:
            case [str(section), str(block), int(offset), *words] if offset >= 0:
                quote, before, after, order = [*words, *[""] * 4][:4]
                return cls(
                    Place(section, block, int(offset)),
                    _words(quote)[:QUOTE],
                    _words(before)[-CONTEXT:],
                    _words(after)[:CONTEXT],
                    tuple(islice((e for e in order if isinstance(e, str)), ORDER)) if isinstance(order, list) else (),
                )
        return None


class Found(NamedTuple):
    """Where an anchor leads, and how that is known."""

    place: Place
    how: Literal["exact", "moved", "near", "lost"]
    """The same words at the same place; at another; what is left of them; nothing is left: the nearest beginning."""


class _Vote(NamedTuple):
    """One occurrence of one piece."""

    begin: int  # where in the text the remembered words would begin
    piece: int  # where in them the piece begins


class _Candidate(NamedTuple):
    """A character at which the remembered words may begin; of two, the better one is the greater."""

    votes: int  # pieces that agree, within SLACK
    agreeing: int  # of them, those that agree to the character
    nearness: int  # the fewer characters from where it was, the greater: never above 0
    begin: int


def make(texts: SectionTexts, place: Place) -> Anchor:
    """Return the anchor of a place."""
    text = texts.of(place.section)
    at = text.at(place)
    end = at + QUOTE
    ids = [section.id for section in texts.guide.outline]
    index = ids.index(place.section) if place.section in ids else 0
    order = tuple(each for each in reversed(ids[max(0, index - ORDER) : index]) if len(each) <= LONGEST_ID)
    return Anchor(place, text.text[at:end], text.text[max(0, at - CONTEXT) : at], text.text[end : end + CONTEXT], order)


def find(anchor: Anchor, guide: Guide, seconds: float = SECONDS) -> Found | None:
    """Return where *anchor* leads in *guide*, which may have been edited; None in a guide without sections.

    Looks at its own section first and then at those around it, for at most about *seconds*.
    """
    if not guide.outline:
        return None
    order = {section.id: index for index, section in enumerate(guide.outline)}
    texts = SectionTexts(guide)
    own = anchor.place.section
    if own in order and (found := _unchanged(anchor, texts.of(own))) is not None:
        return found
    home = next((order[each] for each in (own, *anchor.order) if each in order), 0)
    pieces = _pieces(anchor)
    end = perf_counter() + seconds
    best: tuple[_Candidate, SectionText, list[_Vote]] | None = None
    for index in _outwards(home, len(order)):
        text = texts.of(guide.outline[index].id)
        if text.section != own and len(_snippet(anchor)) < TOO_SHORT:
            break
        near = text.at(anchor.place) if text.section == own else len(text) * (index < home)
        votes = _votes(pieces, text.text, near)
        enough = max(1, len(pieces) // (ENOUGH if text.section == own else ELSEWHERE))
        candidate = max(_candidates(votes, enough, near - len(anchor.before)), default=None)
        if candidate is not None and (best is None or candidate.votes > best[0].votes):
            best = candidate, text, votes
        if (best is not None and best[0].votes == len(pieces)) or perf_counter() > end:
            break  # nothing is better and nothing is nearer, or the time is over
    if best is None:
        return Found(Place(guide.outline[home].id), "lost")
    return _found(anchor, *best)


def _words(found: object) -> str:
    return found if isinstance(found, str) else ""


def _snippet(anchor: Anchor) -> str:
    return anchor.before + anchor.quote + anchor.after


def _unchanged(anchor: Anchor, text: SectionText) -> Found | None:
    """Return the place itself where it is a section's beginning, or the same words still stand there and around it."""
    place = anchor.place
    if not anchor.before:
        return Found(place if text.has(place.block) else Place(place.section), "exact")
    start = text.at(place) - len(anchor.before)
    is_there = text.has(place.block) and start >= 0 and text.text.startswith(_snippet(anchor), start)
    return Found(place, "exact") if is_there else None


def _outwards(home: int, count: int) -> Iterator[int]:
    """Yield the numbers below *count*, those nearest to *home* first."""
    yield home
    for distance in range(1, count):
        if home + distance < count:
            yield home + distance
        if home - distance >= 0:
            yield home - distance


def _pieces(anchor: Anchor) -> list[tuple[int, str]]:
    """Return the pieces of the remembered words, and where in them each begins."""
    words = _snippet(anchor)
    if len(words) <= PIECE:
        return [(0, words)] if words.strip() else []
    return [(at, words[at : at + PIECE]) for at in range(0, len(words) - PIECE + 1, STEP)]


def _votes(pieces: list[tuple[int, str]], text: str, near: int) -> list[_Vote]:
    """Return the votes of all pieces for where the remembered words begin in *text*, in the order of the text."""
    return sorted(
        _Vote(at - offset, offset) for offset, piece in pieces for at in islice(_occurrences(text, piece, near), MOST)
    )


def _candidates(votes: list[_Vote], enough: int, expected: int) -> Iterator[_Candidate]:
    """Yield every beginning for which *enough* pieces vote."""
    inside: Counter[int] = Counter()  # piece -> how many of its votes lie within SLACK
    first = last = 0
    for begin, same in groupby(votes, key=lambda vote: vote.begin):
        while last < len(votes) and votes[last].begin <= begin + SLACK:
            inside[votes[last].piece] += 1
            last += 1
        while votes[first].begin < begin - SLACK:
            inside[votes[first].piece] -= 1
            if not inside[votes[first].piece]:
                del inside[votes[first].piece]
            first += 1
        if len(inside) >= enough:
            yield _Candidate(len(inside), sum(1 for _ in same), -abs(begin - expected), begin)


def _found(anchor: Anchor, best: _Candidate, text: SectionText, votes: list[_Vote]) -> Found:
    """Return the place that the best candidate stands for."""
    quote = len(anchor.before)  # where in the remembered words it begins
    at = best.begin + quote
    if 0 <= at < len(text) and text.text.startswith(anchor.quote, at):
        place = text.place(at)
        return Found(place, "exact" if place == anchor.place else "moved")
    left = (vote for vote in votes if abs(vote.begin - best.begin) <= SLACK)
    nearest = min(left, key=lambda vote: (_away(vote.piece, quote), abs(vote.begin - best.begin)))
    return Found(text.place(_word(text.text, nearest, quote)), "near")


def _away(piece: int, quote: int) -> int:
    """Return how far a piece is from the quote's beginning; 0 where it holds it."""
    return max(piece - quote, quote - piece - PIECE + 1, 0)


def _word(text: str, vote: _Vote, quote: int) -> int:
    """Return where to read on: at the quote's beginning in a piece that holds it, or else at the nearest word left."""
    at = vote.begin + max(vote.piece, min(quote, vote.piece + PIECE))
    at = min(at, max(len(text) - 1, 0))
    at += text.startswith(" ", at)
    word = text.rfind(" ", max(0, at - 2 * PIECE), at) + 1
    if word:
        return word
    while 0 < at < len(text) and unicodedata.category(text[at]) in ("Mn", "Mc", "Me", "Cf"):
        at -= 1  # never between a letter and its accent
    return at


def _occurrences(text: str, words: str, near: int) -> Iterator[int]:
    """Yield where *words* stand in *text*, forwards from *near* and backwards from it by turns."""
    low, high = max(0, near - FAR), near + FAR
    ahead = text.find(words, near, high)
    behind = text.rfind(words, low, near + len(words) - 1)
    while ahead >= 0 or behind >= 0:
        if ahead >= 0:
            yield ahead
            ahead = text.find(words, ahead + 1, high)
        if behind >= 0:
            yield behind
            behind = text.rfind(words, low, behind + len(words) - 1)
