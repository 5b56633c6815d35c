"""Which English words are hard for somebody who never studied medicine.

A word is hard where it has four syllables or more and is none that people say every day, or where it ends as words of
medicine do. Regular endings do not count: "usually" is no harder than "usual". Names of fewer syllables, such as
"amino acid", are missed. Measured on the 136 explanations of the bundled guide: syllables alone name 6 words in 10
places that no entry explains, 5 of them plain; without endings and everyday words, the one that is hard is left.
"""

from __future__ import annotations

import re

from reader.linter.words.syllables import Syllables

HARD = 4  # syllables

_EVERYDAY = """
ability accuracy accurate activity actual additional advertisement alternative american anniversary anybody apparent
appreciate appropriate authority automatic available avocado calculation calculator caterpillar certificate combination
comfortable communicate communication community comparison competition complicated conversation cooperate decision
decoration definite definition democracy development diagnosis dictionary difficulty disability disappointed discovery
education electricity elevator embarrassing emergency entertainment environment especially everybody examination
experience experiment explanation exploration february generation helicopter identify imagination immediate impossible
independent individual information intelligent interested interesting interruption introduction invisible january
kilometer kilometre machinery majority material mathematics medication military minority motorcycle mysterious naturally
necessary occasional operation opportunity ordinary organisation organise organization original participate particular
personality photography political population possibility preparation probability psychology publication quality realise
recommend recommendation refrigerator relationship remember responsibility responsible satisfactory scientific secondary
secretary security separated similarity situation supermarket technology television temperature territory traditional
uncomfortable understand unexpected unfortunate university unnecessary unusual vegetable vegetarian vocabulary voluntary
watermelon
"""
_is_everyday = frozenset(_EVERYDAY.split()).__contains__
_HYPHEN = re.compile("[-\u2010\u2011–/]")
_ENDING = re.compile(r"(?:ly|ing|ed|d|es|s|er|est)$")
_OF_MEDICINE = re.compile(
    r"(?:(?<!ex)amine|itis|(?<!diagn)osis|aemia|(?<!acad)emia|opathy|otomy|ectomy|cyte|kine|phage|algia|ogen|zyme|globulin"
    r"|plasia|otropic)s?$"
)


def is_hard(word: str, syllables: Syllables) -> bool:
    """Whether a word is hard, or a part of it between hyphens. Figures and names with figures are not."""
    return any(_is_hard(part, syllables) for part in _HYPHEN.split(word.casefold()))


def _is_hard(word: str, syllables: Syllables) -> bool:
    word = word.removesuffix("'s").removesuffix("’s")
    if not word.isalpha():
        return False
    if _OF_MEDICINE.search(word):
        return True
    stems = {word, _ENDING.sub("", word), _ENDING.sub("e", word)}
    if word.endswith(("ies", "ied", "ily")):
        stems.add(word[:-3] + "y")
    return not any(map(_is_everyday, stems)) and min(map(syllables.count, stems)) >= HARD
