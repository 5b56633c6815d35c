"""Which English words are hard for somebody who never studied medicine.

A word is hard where it has four syllables or more and is none that people say every day, or where it ends as words of
medicine do. Regular endings do not count: "usually" is no harder than "usual".
"""

from __future__ import annotations

import re

from reader.linter.syllables import Syllables

HARD = 4  # syllables

_EVERYDAY = """
ability activity actual additional advertisement alternative american anniversary anybody apparent appreciate
appropriate automatic available avocado calculator caterpillar certificate combination comfortable communicate
communication community comparison competition complicated conversation cooperate decision decoration definite democracy
development difficulty diagnosis disability disappointed discovery education electricity elevator embarrassing emergency
entertainment environment especially everybody examination experience experiment exploration february generation
helicopter identify imagination immediate impossible independent individual information intelligent interested
interesting invisible january kilometre kilometer machinery majority material mathematics medication military minority
motorcycle mysterious naturally necessary occasional operation opportunity ordinary original participate particular
personality photography political population possibility preparation probability psychology quality realise recommend
refrigerator relationship remember responsible responsibility satisfactory scientific secondary secretary security
separated similarity situation supermarket technology television temperature territory traditional understand
uncomfortable unfortunate university unnecessary unusual vegetable vegetarian vocabulary voluntary watermelon
"""
_is_everyday = frozenset(_EVERYDAY.split()).__contains__
_ENDING = re.compile(r"(?:ly|ing|ed|d|es|s|er|est)$")
_OF_MEDICINE = re.compile(
    r"(?:(?<!ex)amine|itis|(?<!diagn)osis|aemia|(?<!acad)emia|opathy|otomy|ectomy|cyte|kine|phage|algia|ogen|zyme|globulin"
    r"|plasia|otropic)s?$"
)


def is_hard(word: str, syllables: Syllables) -> bool:
    """Whether a word is hard. Names and figures are not: words with a digit or hyphen in them are no words here."""
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    if not word.isalpha():
        return False
    if _OF_MEDICINE.search(word):
        return True
    stems = {word, _ENDING.sub("", word), _ENDING.sub("e", word)}
    if word.endswith(("ies", "ied", "ily")):
        stems.add(word[:-3] + "y")
    return not any(map(_is_everyday, stems)) and min(map(syllables.count, stems)) >= HARD
