"""The words of a glossary's terms, and which of them a word of a text may be: inflections, spellings, capitals.

A symbol is found as it is written (IL, mTOR, pH, the T of T cell), in the plural too (ANAs), and a long one with one
capital (Covid). Any other word is found in
small letters, with a capital, and in capitals throughout.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.core import inflection, spelling
from reader.core.letters import plain

_FEW = 3  # letters of a whole term that make a word of it with a capital a symbol: Hb, Fe
_MANY = 8  # capitals that are no short form: FIBROMYALGIA
_SAID = 5  # letters of a symbol that may be said as a word; Aids, Sle and Pots are others
_LOUD = 5  # letters of a word that is found in capitals by itself: LUPUS, but AIDS is not the plural of aid
_VERB = "to "  # goes before a verb, which has other inflections than a noun of the same letters


class Reading(NamedTuple):
    """What a word of a text may be."""

    word: str  # of a term
    is_same: bool  # and not an inflection or another spelling of it
    is_loud: bool = False  # in capitals although it is short: only beside others in capitals
    is_quiet: bool = False  # an ordinary word that is not in capitals


class Vocabulary:
    """The words of all terms."""

    def __init__(self) -> None:
        self._symbols: dict[str, list[str]] = {}  # as a text may write it -> words of terms
        self._ordinary: dict[str, list[str]] = {}  # folded -> words of terms
        self._keys: dict[tuple[str, bool, bool], str] = {}
        self.known: dict[str, tuple[Reading, ...]] = {}  # what `read` returned for the words that texts had so far

    def add(self, word: str, letters: int, *, is_verb: bool = False) -> str:
        """Take a word of a term as `plain` writes it; return the key by which `read` names it.

        *letters* are those of the whole term.
        """
        is_short = letters <= _FEW
        key = self._keys.get((word, is_short, is_verb))
        if key is None:
            key = self._keys[word, is_short, is_verb] = self._add(word, is_short, is_verb)
        return key

    def read(self, written: str) -> tuple[Reading, ...]:
        """Return which words of terms a word of a text, as it stands there, may be."""
        found = self.known.get(written)
        if found is None:
            found = self.known[written] = tuple(self._read(plain(written)))
        return found

    def _add(self, word: str, is_short: bool, is_verb: bool) -> str:
        is_symbol = _is_symbol(word, is_short)
        key = word if is_symbol else f"{_VERB if is_verb else ''}{word.casefold()}"
        forms = _written(word) if is_symbol else _forms(word.casefold(), is_verb)
        table = self._symbols if is_symbol else self._ordinary
        for form in forms:
            keys = table.setdefault(form, [])
            if key not in keys:
                keys.append(key)
        self.known.clear()
        return key

    def _read(self, word: str) -> list[Reading]:
        found = [Reading(key, key == word) for key in self._symbols.get(word, ())]
        folded = word.casefold()
        keys = self._ordinary.get(folded, ())
        if keys and (word[1:].islower() or word[1:] == word[1:].casefold()):
            found += (Reading(key, key.removeprefix(_VERB) == folded, is_quiet=True) for key in keys)
        elif keys and word.isupper():
            for key in keys:
                own = key.removeprefix(_VERB)
                found.append(Reading(key, own == folded, is_loud=len(own) < _LOUD))
        return found


def _is_symbol(word: str, is_short: bool) -> bool:
    if len(word) == 1:
        return word.isascii()
    if word[1:] != word[1:].lower():
        return len(word) < _MANY or not word.isupper()
    return not word.isalpha() or (is_short and word[0].isupper())


def _written(symbol: str) -> list[str]:
    """Return the ways to write a symbol: those that are said as a word may be written with one capital, as Covid."""
    return [*_numbers(symbol), symbol.capitalize()] if len(symbol) >= _SAID and symbol.isupper() else _numbers(symbol)


def _numbers(symbol: str) -> list[str]:
    """Return a symbol with its plural, or its singular: ANA, ANAs, mAbs; but Hb has none, for Ha is not Has."""
    if not symbol.isalpha() or symbol[1:] == symbol[1:].lower():
        return [symbol]
    if symbol.endswith("s"):
        return [symbol, symbol[:-1]] if symbol[-2].isupper() and len(symbol) > 2 else [symbol]
    return [symbol, f"{symbol}s"]


def _forms(word: str, is_verb: bool) -> frozenset[str]:
    inflected = inflection.variants(word, verb=is_verb)
    spelt = spelling.variants(word)
    if len(spelt) == 1 and not is_verb:  # nor do its inflections have another spelling
        return inflected
    return inflected.union(spelt, *(spelling.variants(each) for each in inflected))
