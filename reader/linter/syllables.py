"""How many syllables a word has when it is said aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pyphen

from reader.core.glossary import plain, plurals

_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015/]+")
_RUNS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


class Syllables:
    """Counts syllables; *overrides* gives those of casefolded words, and nobody is asked about them again."""

    def __init__(self, overrides: Mapping[str, int]) -> None:
        self._known = dict(overrides)
        self._patterns = pyphen.Pyphen(lang="en_US", left=2, right=2)

    def count(self, word: str) -> int:
        """Return the syllables of a word, at least 1 where it has a letter or digit, else 0."""
        found = self._known.get(word.casefold())
        if found is None:
            found = self._known[word.casefold()] = self._count(word)
        return found

    def _count(self, word: str) -> int:
        return sum(len(self._patterns.positions(run)) + 1 for run in _RUNS.findall(plain(word)))


def syllables_in_respelling(say: str) -> int:
    """Return the syllables of a pronunciation as a glossary gives it: one for each part between hyphens and spaces."""
    return sum(any(letter.isalpha() for letter in part) for part in _SEPARATORS.split(say))


def overrides_from(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the syllables of each word, from pairs of written form and respelling, with regular plurals."""
    overrides: dict[str, int] = {}
    for written, say in pairs:
        words, said = written.split(), say.split()
        if len(words) == 1:
            said = [say]
        elif len(words) != len(said):
            words = _SEPARATORS.split(written)
        if len(words) == len(said):
            for word, part in zip(words, said, strict=True):
                for form in (word, *plurals(word)):
                    overrides.setdefault(form.casefold(), syllables_in_respelling(part))
    return overrides
