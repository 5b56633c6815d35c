"""What the entries of a glossary are called: texts of one name a line, through which every letter typed can look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice

from reader.core.fuzzy import SHORT, closest, near

BEGINNING = 6  # letters that a name may begin with and a mistake in them
SOME = 5  # names with a certain word that are looked at


class NameIndex:
    """All names of all entries: terms, short forms and other names, folded by `folded_words`.

    An entry is meant by its number in alphabetical order, from 0, as in the table ``entry``.
    """

    def __init__(self, lines: str = "", entries: bytes = b"", words: str = "") -> None:
        self._lines = f"\n{lines}\n"  # a name each, the entries in order, of each the term first
        self._entries = memoryview(entries).cast("I")  # the number of the entry that each line belongs to
        self._words = words  # all words of all names, one a line

    def __len__(self) -> int:
        return self._entries[-1] + 1 if self._entries else 0

    @staticmethod
    def packed(every: Iterable[Iterable[str]]) -> tuple[str, bytes, str]:
        """Return what `NameIndex` is made of; *every* gives the folded names of each entry, its term first."""
        from array import array

        names = [list(dict.fromkeys(each)) for each in every]
        lines = list(chain.from_iterable(names))
        entries = array("I", (number for number, each in enumerate(names) for _ in each))
        words = dict.fromkeys(word for line in lines for word in line.split())
        return "\n".join(lines), entries.tobytes(), "\n".join(words)

    def beginning(self, folded: str) -> tuple[list[int], list[int]]:
        """Return the entries whose term begins so; and those of which another name does, or a later word of a name."""
        terms: dict[int, None] = {}
        names: dict[int, None] = {}
        for line in _lines_with(self._joined, f"\n{folded.replace(' ', '')}"):  # in one word or in several
            is_term = line == 0 or self._entries[line - 1] != self._entries[line]
            (terms if is_term else names)[self._entries[line]] = None
        names.update((self._entries[line], None) for line in _lines_with(self._lines, f" {folded}"))
        return list(terms), [entry for entry in names if entry not in terms]

    def alike(self, folded: str, count: int, *, whole: bool = True, typing: bool = False) -> list[tuple[int, int, str]]:
        """Return up to *count* entries with a name that is written most like *folded*, or has a word that is, or that
        only begins so: best first, each with the number of mistakes and that name in one word. Without *whole*, only
        words are compared.

        Few letters are like much, so a short word begins like what is meant, and one word of a longer name does in any
        case: a doctor is no risk factor. While somebody is *typing*, the beginning of a name may be short and wrong.
        """
        names = self._every if whole else []
        joined = folded.replace(" ", "")
        is_short = len(joined) <= SHORT
        found = [
            each
            for each in near(joined, names, may_go_on=True)
            if not (is_short and each.begins_otherwise)
            and not (not typing and 0 < each.mistakes < each.more and len(joined) < BEGINNING)
        ]
        if " " not in folded:  # a word of a name comes after a whole name that is as near
            found += (
                each._replace(at=len(names) + each.at)
                for each in near(folded, self._every_word, may_go_on=True)
                if not each.mistakes or not (is_short or each.begins_otherwise or each.more > each.mistakes)
            )
        entries: dict[int, tuple[int, str]] = {}
        lines = (
            (line, each.mistakes)
            for each in closest(found)
            for line in ([each.at] if each.at < len(names) else self._with_word(self._every_word[each.at - len(names)]))
        )
        for line, mistakes in lines:
            entries.setdefault(self._entries[line], (mistakes, self._every[line]))
            if len(entries) >= count:
                break  # before more lines are looked for
        return [(mistakes, entry, name) for entry, (mistakes, name) in entries.items()]

    def _with_word(self, word: str) -> Iterator[int]:
        """Yield the lines of some names that have a word, first those that are the word, then those that begin so."""
        for way in (f"\n{word}\n", f"\n{word} ", f" {word} ", f" {word}\n"):
            yield from islice(_lines_with(self._lines, way), SOME)

    @cached_property
    def _joined(self) -> str:
        return self._lines.replace(" ", "")

    @cached_property
    def _every(self) -> list[str]:
        return self._joined[1:-1].split("\n")

    @cached_property
    def _every_word(self) -> list[str]:
        return self._words.split("\n")


def _lines_with(text: str, piece: str) -> Iterator[int]:
    """Yield the number of each line of *text*, which begins with a line end, that has *piece*."""
    number, counted, at = -1, 0, text.find(piece)
    while at >= 0:
        number += text.count("\n", counted, at + 1)
        yield number
        counted = at + 1
        at = text.find(piece, counted)
