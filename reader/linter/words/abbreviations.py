"""Short forms that a text uses before it says what they stand for.

A short form is a word with two capitals or more, and at least as many capitals as small letters: FM, NSAIDs, PBMC, IgG,
mRNA, IL-6, 5-HT; not NOT, IV (a Roman number), PubMed (a name) or OK, which nobody writes out. It is explained where it
stands in brackets after words, "fibromyalgia (FM)", or before brackets that spell it, "FM (fibromyalgia)".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from reader.core.letters import GREEK
from reader.linter.words.said import STRESSED
from reader.linter.words.sentences import sentences

LONGEST = 8  # letters and figures; a longer word in capitals is a word

_TOKEN = re.compile(rf"(?<![^\W_])(?:\d+-)?([^\W_]+)(?:-(?:\d+[^\W_]?|[{''.join(GREEK)}]))?(?![^\W_])")
_EVERYDAY = frozenset(("EU", "ID", "OK", "PDF", "TV", "UK", "US", "USA"))
_CAPITAL = re.compile("[A-Z]")
_ROMAN = re.compile("[IVX]+")
_BRACKETS = re.compile(r"\(([^()]{1,200})\)")
_LEAD = re.compile("^(?:(?:short for|the|an?) )*")
_ONLY = re.compile(r"(?:(?:or|also|short|called|known as|abbreviated to)[ :]+)*(\S+)(?: for short)?")


class Abbreviation(NamedTuple):
    """A short form at its first use: the number of its text, from 0, and its place there."""

    text: int
    start: int
    end: int
    short: str


def undefined_abbreviations(texts: Iterable[str], known: Container[str] = ()) -> list[Abbreviation]:
    """Return the first use of each short form that no earlier or the same sentence explains.

    *texts* are the blocks of a guide in reading order; *known* are forms that need no explanation, such as those of its
    glossary. A form is known in the plural too, and with a number or letter after it where it is known without.
    """
    explained: set[str] = set()
    found: dict[str, Abbreviation] = {}
    for number, text in enumerate(texts):
        for sentence in sentences(text):
            written = text[sentence.start : sentence.end]
            if written.isupper() and len(sentence.words) > 2:
                continue  # a line in capitals
            explained.update(_explained(written))
            for word in sentence.words:
                for place, short, forms in _short_forms(word.text):
                    if not any(form in explained or form in known for form in forms):
                        start = word.start + place
                        found.setdefault(_singular(short), Abbreviation(number, start, start + len(short), short))
    return list(found.values())


def _short_forms(word: str) -> Iterator[tuple[int, str, set[str]]]:
    """Yield where each short form stands in a word, how it is written, and the forms under which it may be known."""
    if len(_CAPITAL.findall(word)) < 2:
        return
    for match in _TOKEN.finditer(word):
        if _is_short(match[1]):
            forms = {word, match[0], match[1]}
            yield match.start(), match[0], forms | {_singular(form) for form in forms}


def _is_short(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    small = sum(letter.islower() for letter in _singular(word))
    if capitals < 2 or capitals < small or len(word) > LONGEST:
        return False
    return not (_ROMAN.fullmatch(word) or word.lower() in STRESSED or _singular(word) in _EVERYDAY)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[-2:-1].isupper() else word


def _explained(sentence: str) -> Iterator[str]:
    """Yield the short forms that stand alone in brackets of a sentence, or before brackets that spell them."""
    for brackets in _BRACKETS.finditer(sentence):
        inside = brackets[1].strip()
        if only := _ONLY.fullmatch(inside):
            for _, _, forms in _short_forms(only[1]):
                yield from forms
        for before in sentence[max(0, brackets.start() - 2 * LONGEST) : brackets.start()].split()[-1:]:
            for _, short, forms in _short_forms(before):
                if _spells(short, inside):
                    yield from forms


def _spells(short: str, words: str) -> bool:
    """Whether words begin with the first letter of a short form and hold the others in order."""
    letters = [letter.lower() for letter in _singular(short) if letter.isalpha()]
    words = _LEAD.sub("", words.lower())
    remaining = iter(words)
    return words[:1] == letters[0] and all(letter in remaining for letter in letters)
