"""Look-up in the glossary by any written form, and the nearest entries where there is none."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.core.guide import Entry, Guide

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
_GREEK = r"\u0370-\u03ff\u1f00-\u1fff\u00b5"
# A word is a run of digits, of Greek letters, or of other letters with their accents: so that IL6, IL-6 and IL 6, or
# TNFα, TNF-α and TNF alpha, are the same words.
WORD = re.compile(rf"\d+|[{_GREEK}]+|(?:[^\W\d_{_GREEK}]|[\u0300-\u036f\u00ad])+")
_POSSESSIVE = re.compile(r"(?<=\w)['’](?:s\b)?")


def plain(word: str) -> str:
    """Return one word without accents and soft hyphens, Greek letters by name; capitals stay."""
    if word.isascii():
        return word
    if len(word) == 1 and (name := GREEK.get(word.lower())):
        return name
    letters = unicodedata.normalize("NFKD", word.replace(SOFT_HYPHEN, ""))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """Return the words of a text as `plain` writes them."""
    return [word for each in WORD.findall(text) if (word := plain(each))]


def fold(text: str) -> str:
    """Return the form of a term under which it is looked up: ``TNF-α's`` -> ``tnf alpha``."""
    return " ".join(words(_POSSESSIVE.sub("", text))).casefold()


def look_up(guide: Guide, written: str) -> Entry | None:
    """Return the entry that explains *written*, however it is capitalised, hyphenated or in the plural; else None."""
    folded = fold(written)
    for form in (folded, folded.replace(" ", "")):  # plurals are among the forms that the compiler wrote
        if form and (entries := guide.entries_for_form(form)):
            first = (each for each in entries if each.glossary == entries[0].glossary)  # the guide's, where it has one
            exact = (each for each in first if written in (each.term, *each.short_forms, *each.other_names))
            return next(exact, entries[0])
    return None


def nearest(guide: Guide, written: str, count: int = 5) -> tuple[Entry, ...]:
    """Return up to *count* entries that are written most like *written*, best first."""
    import difflib

    by_form = dict(guide.forms())
    forms = difflib.get_close_matches(fold(written), by_form, n=count * 4, cutoff=0.6)
    ids = list(dict.fromkeys(by_form[form] for form in forms))[:count]
    return tuple(entry for each in ids if (entry := guide.entry(each)) is not None)


def plurals(form: str) -> tuple[str, ...]:
    """Return the regular English plurals of a form's last word, written as in running text."""
    lower = form.lower()
    if re.search(r"[^aeiou]y$", lower):
        return (form[:-1] + "ies",)
    if lower.endswith("is"):
        return (form[:-2] + "es",)
    if re.search(r"(?:s|x|z|ch|sh)$", lower):
        return (form + "es",)
    return (form + "s",) if form[-1:].isalpha() else ()


def singulars(form: str) -> tuple[str, ...]:
    """Return what a form may be the regular English plural of; () where it does not look like one."""
    lower = form.lower()
    if len(form) < 4 or not lower.endswith("s") or re.search(r"(?:ss|us|is)$", lower):
        return ()
    if lower.endswith("ies"):
        return (form[:-3] + "y", form[:-1])
    if re.search(r"(?:s|x|z|ch|sh)es$", lower):
        return (form[:-2], form[:-1], form[:-2] + "is")
    return (form[:-1],)
