"""The words of a text without what does not tell words apart: accents, ligatures, the unseen; Greek by name."""

from __future__ import annotations

import unicodedata

from reader.late import pattern

GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ζ": "zeta",
    "η": "eta",
    "θ": "theta",
    "ι": "iota",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "µ": "mu",  # the micro sign, which looks the same
    "ν": "nu",
    "ξ": "xi",
    "ο": "omicron",
    "π": "pi",
    "ρ": "rho",
    "σ": "sigma",
    "ς": "sigma",
    "τ": "tau",
    "υ": "upsilon",
    "φ": "phi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
}
SOFT_HYPHEN = "\u00ad"
# What stands inside words and is not seen: joiners, byte order marks, marks of direction, selectors of variants.
INVISIBLE = r"\u00ad\u034f\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
# Marks that a word keeps its meaning without: accents, the points of Hebrew and Arabic. Those of other scripts, such as
# the voiced marks of Japanese and the vowels of Hindi, make another word.
_ACCENTS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# Scripts whose vowels are marks (South and South-East Asia), without their figures and full stops.
_WITH_VOWEL_MARKS = (
    r"\u0900-\u0963\u0971-\u09e5\u09f0-\u0a65\u0a70-\u0ae5\u0af0-\u0b65\u0b70-\u0be5\u0bf0-\u0c65\u0c70-\u0ce5"
    r"\u0cf0-\u0d65\u0d70-\u0de5\u0df0-\u0df3\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1780-\u17d3\u3099\u309a"
)
_GREEK = r"\u0370-\u03ff\u1f00-\u1fff\u00b5"
# Chinese, Japanese, Korean: without spaces between words, or with endings written on.
IDEOGRAPHS = (
    r"\u3005\u3040-\u3096\u309d-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_MARKS = rf"[{_ACCENTS}{INVISIBLE}{_WITH_VOWEL_MARKS}]"
_APART = rf"\d+|(?<![{_GREEK}])[{_GREEK}](?=[{_GREEK}](?![{_GREEK}]))|[{_GREEK}]+"
# A word is a run of digits, of Greek letters, or of other letters with their marks: so that IL6, IL-6 and IL 6, or
# TNFα, TNF-α and TNF alpha, are the same words. Two Greek letters alone, as in γδ T cell, are a word each.
WORD = pattern(rf"{_APART}|(?:[^\W\d_{_GREEK}]+|{_MARKS}+)+")
# The same with a word for each ideograph, so that a term is found in a run of them. Compiled where it is used: that
# takes 5 ms, which `define` does without.
SHORT_WORD = rf"{_APART}|[{IDEOGRAPHS}]{_MARKS}*|(?:[^\W\d_{_GREEK}{IDEOGRAPHS}]+|{_MARKS}+)+"
_UNSEEN = pattern(rf"[{_ACCENTS}{INVISIBLE}]+")
_UNDIVIDED = str.maketrans(
    {"Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "ı": "i"}
)
_POSSESSIVE = pattern(r"(?<=\w)['’ʼ＇](?:s\b)?")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
HYPHENS = r"\-\u05be\u2010-\u2013\u2212\ufe63\uff0d"
# A minus is one before letters, too; a hyphen is not: CD4-positive.
_SIGN = pattern(rf"(?P<plus>[+\u207a\uff0b])|[\u2212\u207b]|[{HYPHENS}](?!\u2028?\w)")
# The signs of the names that a name with a sign may mean, the first of them first: CD4+ is what CD4- is not.
SIGNS = {"": ("", "+", "-"), "+": ("+", ""), "-": ("-", "")}
_NO_SPACE = "\u200b"  # where a line may break: copied texts have it inside words


def plain(word: str) -> str:
    """Return one word without accents, ligatures and what is not seen, Greek letters by name; capitals stay."""
    if word.isascii():
        return word
    if len(word) == 1 and (name := GREEK.get(word.lower())):
        return name
    letters = _UNSEEN().sub("", unicodedata.normalize("NFKD", word.translate(_UNDIVIDED)))
    return unicodedata.normalize("NFC", letters)


def level(text: str) -> str:
    """Return a text as long as it was, with small raised and lowered figures as figures: B₁₂, CO₂, 10⁹."""
    return text if text.isascii() else text.translate(_LEVEL)


def name_words(text: str) -> list[str]:
    """Return the words of a name without the possessive, capitals kept: ``TNF-α's`` -> TNF, alpha."""
    words = WORD().findall(_bare(text))
    return words if text.isascii() else [word for each in words if (word := plain(each))]


def folded_words(text: str) -> str:
    """Return the words of a name in small letters, with a space between them: ``TNF-α's`` -> ``tnf alpha``."""
    return " ".join(name_words(text)).casefold()


def name_key(text: str) -> str:
    """Return what is the same for all ways to write one name: its words, and its sign.

    ``IL-6`` and ``IL 6`` -> ``il 6``, ``CD4+`` -> ``cd 4+``, ``CD4⁻`` -> ``cd 4-``.
    """
    return folded_words(text) + name_sign(text)


def name_sign(text: str) -> str:
    """Return the sign that a name ends with: "+", "-" or none."""
    return "".join(name_signs(text)[-1:]) if _SIGN().search(text) else ""


def name_signs(text: str) -> list[str]:
    """Return the sign after each of `name_words`: "+", "-" or none."""
    bare = _bare(text)
    if not _SIGN().search(bare):
        return [""] * len(name_words(text))
    return [sign(bare, match.end()) for match in WORD().finditer(bare) if plain(match[0])]


def sign(text: str, end: int) -> str:
    """Return the sign that belongs to a word which ends before *end*: "+", "-" or none."""
    match = _SIGN().match(text, end)
    return "" if match is None else "+" if match["plus"] else "-"


def _bare(text: str) -> str:
    return level(_POSSESSIVE().sub("", text.replace(_NO_SPACE, "")))
