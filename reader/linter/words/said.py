"""How many syllables figures, signs and short forms have as they are read aloud.

McLaughlin (1969, Journal of Reading 12, page 639) counts letters and numerals, too, by what is heard when a text is
read out. Where there are several readings, the shortest counts: 1918 has four syllables as a year, eight as a number.
"""

from __future__ import annotations

import re

from reader.linter.words.english import syllables

SIGNS = {"%": 2, "£": 1, "$": 2, "€": 2, "°": 2, "&": 1}  # percent, pounds, dollars, euros, degrees, and
STRESSED = frozenset(("all", "and", "do", "must", "not", "now", "stop"))  # words that authors write in capitals
_FIGURES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # zero to nineteen
_THOUSANDS = 5  # groups of three figures that have a name, up to trillions; beyond, figures are read one by one
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")
_ENDING = re.compile("(?<=[A-Z])(?:['’]?s|['’])$")  # PBMCs, FM's
_VOWEL = re.compile("[aeiouy]")
# Read in full or as a word, whatever the letters look like.
_READ = {
    "cm": 4,  # centimetres
    "dr": 2,
    "etc": 4,
    "ii": 1,
    "iii": 1,
    "kg": 3,  # kilograms
    "km": 4,
    "mg": 3,
    "ml": 4,
    "mm": 4,
    "mr": 2,
    "mrs": 2,
    "nsaid": 2,  # en-sed
    "nsaids": 2,
    "vs": 2,  # versus
}


def of_number(figures: str) -> int:
    """Return the syllables of a number in figures, such as ``16`` (2), ``0.5`` (4), ``1,000`` (3) or ``1918`` (4)."""
    if _GROUPED.match(figures):
        figures = figures.replace(",", "")
    whole, *fractions = re.split(r"[.,]", figures)
    return _whole(whole) + sum(1 + _one_by_one(fraction) for fraction in fractions)  # 1: "point"


def of_ordinal(figures: str, ending: str) -> int:
    """Return the syllables of an ordinal: ``2``, ``nd`` (2), ``20``, ``th`` (3), ``1990``, ``s`` (4)."""
    longer = ending == "nd" or (ending == "th" and figures[-1] == "0" and figures[-2:] not in ("0", "10", "00"))
    return of_number(figures) + longer


def of_letters(word: str) -> int:
    """Return the syllables of a run of letters as they are written: a word or a short form.

    A short form has capitals after the first letter, or no vowel. It is read letter by letter: FM is 2, PBMCs 4, kDa 3.
    One in capitals only that has four letters and two vowels or more is said as a word: COVID, NICE, EULAR; so are
    words of more than five letters in capitals.
    """
    lower = word.lower()
    letters = _ENDING.sub("", word)
    if letters.isupper() and len(letters) > 1:
        is_short = not _is_said(letters.lower())
    else:
        is_short = _has_inner_capital(word) or not _VOWEL.search(lower)
    if is_short and lower not in _READ:
        return sum(3 if letter == "w" else 1 for letter in letters.lower())
    return _READ.get(lower) or syllables(lower)


def _is_said(capitals: str) -> bool:
    vowels = len(_VOWEL.findall(capitals))
    return len(capitals) > 5 or (len(capitals) > 3 and vowels > 1) or capitals in STRESSED


def _has_inner_capital(word: str) -> bool:
    return len(word) <= 5 and any(letter.isupper() for letter in word[1:])


def _whole(figures: str) -> int:
    if len(figures) > 3 * _THOUSANDS or (len(figures) > 1 and figures[0] == "0"):
        return _one_by_one(figures)
    read = _cardinal(int(figures))
    return min(read, _as_year(figures)) if len(figures) == 4 else read


def _cardinal(number: int) -> int:
    if number < 20:
        return _FIGURES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return (3 if tens == 7 else 2) + (_FIGURES[ones] if ones else 0)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return _FIGURES[hundreds] + 2 + (_cardinal(rest) if rest else 0)
    thousands, rest = divmod(number, 1000)
    count = _cardinal(rest) if rest else 0
    while thousands:
        thousands, group = divmod(thousands, 1000)
        count += _cardinal(group) + 2 if group else 0  # thousand, million, billion, trillion: two syllables each
    return count


def _as_year(figures: str) -> int:
    century, year = int(figures[:2]), int(figures[2:])
    if year == 0:
        return _cardinal(century) + 2  # nineteen hundred
    return _cardinal(century) + (year < 10) + _cardinal(year)  # twenty-oh-one


def _one_by_one(figures: str) -> int:
    return sum(_FIGURES[int(figure)] for figure in figures)
