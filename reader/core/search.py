"""Find words in an article: case and accents ignored, every hit with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reader.core.text import Block


@dataclass(frozen=True, slots=True)
class Hit:
    """A run of characters in a block that matches the query."""

    section: str
    block: str
    start: int
    end: int


def find(blocks: Iterable[tuple[str, Block]], query: str) -> list[Hit]:
    """Return every hit of *query* in *blocks* (section id and block), in reading order; none for a blank query.

    Upper and lower case and accents make no difference, and any run of white space matches any other.
    """
    wanted, _ = _fold(" ".join(query.split()))
    hits = []
    if wanted:
        for section, block in blocks:
            folded, origins = _fold(block.text)
            start = folded.find(wanted)
            while start >= 0:
                end = start + len(wanted)
                if origins is None:
                    hits.append(Hit(section, block.id, start, end))
                else:
                    hits.append(Hit(section, block.id, origins[start], origins[end - 1] + 1))
                start = folded.find(wanted, end)
    return hits


@lru_cache(maxsize=50_000)  # typing another letter asks for the same blocks again
def _fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Return *text* without case and accents, and for each of its characters where it came from.

    None in place of the origins means that nothing moved.
    """
    if text.isascii():
        return text.lower().replace("\n", " "), None
    folded: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        if character.isspace():
            letters = " "
        else:
            parts = unicodedata.normalize("NFKD", character)
            letters = "".join(part for part in parts if not unicodedata.combining(part)).casefold()
        folded.append(letters)
        origins.extend([at] * len(letters))
    return "".join(folded), tuple(origins)
