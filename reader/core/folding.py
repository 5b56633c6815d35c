"""Text as it is compared with what somebody types: case, accents, the shape of quotes and dashes make no difference.

Any run of white space is one space. Terms of the glossary and words of the search index have rules of their own:
`glossary` and `tokens`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class _Folds(dict[int, str]):
    """What each character becomes: nothing, one letter or several."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter.isspace():
            folded = " "
        elif unicodedata.category(letter) == "Cf":  # soft hyphens, joiners: nobody sees or types them
            folded = ""
        else:
            parts = unicodedata.normalize("NFKD", letter)
            folded = "".join(part for part in parts if not unicodedata.combining(part)).casefold()
            if folded.isspace():  # an accent on its own is a space with an accent
                folded = letter
        self[code] = folded
        return folded


_FOLDS = _Folds()
_FOLDS.update(dict.fromkeys(map(ord, "‘’ʼ′‛`´"), "'"))
_FOLDS.update(dict.fromkeys(map(ord, "“”„‟″«»"), '"'))
_FOLDS.update(dict.fromkeys(map(ord, "‐‑‒–—−"), "-"))


class Folded(NamedTuple):
    """A text as it is compared, and where its characters came from.

    From the folded character starts[i] on, up to the next of them, each stands for one of the text's own, from
    origins[i] on. None: nothing moved.
    """

    text: str
    starts: list[int] | None = None
    origins: list[int] | None = None


def fold(text: str) -> Folded:
    """Return *text* as it is compared, of the same text always the same."""
    if text.isascii() and text.isprintable() and "`" not in text and "  " not in text:  # as nearly all headings are
        return Folded(text.lower())
    odd = "".join(letter for letter in set(text) if len(_FOLDS[ord(letter)]) != 1)
    folded = text.translate(_FOLDS)
    if not odd and "  " not in folded:
        return Folded(folded)
    pattern = re.compile(rf"[{re.escape(odd)}]|\s+" if odd else r"\s+")
    parts: list[str] = []
    starts, origins = [0], [0]
    at = length = 0
    for match in pattern.finditer(text):
        if len(match[0]) == 1 and len(_FOLDS[ord(match[0])]) == 1:
            continue  # one white space: nothing moves
        parts.append(text[at : match.start()].translate(_FOLDS))
        length += len(parts[-1])
        letters = " " if match[0].isspace() else _FOLDS[ord(match[0])]
        parts.append(letters)
        for _ in letters:
            starts.append(length)
            origins.append(match.start())
            length += 1
        at = match.end()
        starts.append(length)
        origins.append(at)
    parts.append(text[at:].translate(_FOLDS))
    return Folded("".join(parts), starts, origins)
