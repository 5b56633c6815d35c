"""The regular inflections of one English word: its other number, Latin and Greek plurals of medicine, a verb's endings.

No stemming: immune is not immunity, organ not organism, general not generally. Words are as `folded_words` has them.
What the rules make beside the real words ("stimuluses") does no harm; only what would be another word is kept out.
"""

from __future__ import annotations

import re

_Endings = tuple[tuple[int, str], ...]  # how many letters go, and what takes their place

# By the end of the singular; the longest end counts.
_PLURALS: dict[str, _Endings] = {
    "": ((0, "s"),),
    "a": ((0, "s"), (0, "e")),  # fistulas, fistulae
    "oma": ((0, "s"), (0, "ta")),  # stomas, stomata
    "ch": ((0, "es"), (0, "s")),  # patches, stomachs
    "ex": ((0, "es"), (2, "ices")),  # cortices
    "ix": ((0, "es"), (2, "ices")),  # appendices
    "yx": ((0, "es"), (1, "ces")),  # calyces
    "nx": ((0, "es"), (1, "ges")),  # larynges
    "ion": ((0, "s"), (2, "a")),  # lesions, ganglia
    "is": ((0, "es"), (2, "es")),  # pelvises, diagnoses
    "itis": ((1, "des"),),  # arthritides
    "men": ((0, "s"), (2, "ina")),  # specimens, foramina
    "o": ((0, "s"), (0, "es")),  # embryos, potatoes
    "s": ((0, "es"),),
    "sh": ((0, "es"),),
    "um": ((0, "s"), (2, "a")),  # albums, bacteria
    "us": ((0, "es"), (2, "i")),  # viruses, stimuli
    "x": ((0, "es"),),
    "y": ((1, "ies"),),
    **dict.fromkeys(("ay", "ey", "oy", "uy"), ((0, "s"),)),
    "z": ((0, "es"),),
}
# By the end of what may be a plural: what `_PLURALS` made of the singular, undone.
_SINGULARS: dict[str, _Endings] = {
    "s": ((1, ""),),
    **dict.fromkeys(("ss", "us", "is"), ()),
    "a": ((1, "um"),),
    "ia": ((1, "um"), (1, "on")),
    "mata": ((2, ""),),
    "mina": ((3, "en"),),
    "ae": ((1, ""),),
    "i": ((1, "us"),),
    "ies": ((1, ""), (3, "y")),
    "ices": ((1, ""), (4, "ex"), (4, "ix")),
    "yces": ((3, "x"),),
    "ves": ((1, ""), (2, "is")),
    "nges": ((1, ""), (3, "x")),
    "itides": ((3, "s"),),
    "oes": ((1, ""), (2, "")),
    **dict.fromkeys(("ses", "xes", "zes"), ((1, ""), (2, ""), (2, "is"))),
    **dict.fromkeys(("ches", "shes"), ((1, ""), (2, ""))),
}
_LONGEST_END = 6
_LEAST = 3  # letters of a word that has another number: ha is not has, a not as
_IRREGULAR = (
    "calf calves, child children, foot feet, half halves, knife knives, leaf leaves, life lives, louse lice, man men, "
    "mouse mice, self selves, tooth teeth, wife wives, woman women, "
    "automaton automata, pancreas pancreata, phenomenon phenomena, protozoon protozoa, spermatozoon spermatozoa"
)
# The second looks like the plural of the first and is another word, or mostly means something else.
_FALSE_FRIENDS = (
    "analyse analyses, basis bases, blue blues, brief briefs, cloth clothes, content contents, custom customs, "
    "diagnose diagnoses, doe does, ethic ethics, good goods, glass glasses, hive hives, len lens, mean means, "
    "measle measles, mechanic mechanics, medium media, minus mini, mump mumps, new news, pant pants, physic physics, "
    "pile piles, ricket rickets, serie series, shingle shingles, short shorts, specie species, stamen stamina, "
    "suffix suffices"
)
_FIELD = re.compile(r".*(?:gen|kin|aesth|esth|athl|phon)etics?|.*(?:om|iatr|nam|tron|paed|oped|obstetr|mathemat)ics?")
_VOWEL, _CONSONANT = "[aeiouy]", "[bcdfghjklmnpqrstvwxz]"
_DOUBLING = re.compile(rf".*(?:{_CONSONANT}|qu){_VOWEL}[bdfgklmnprstvz]")  # stop, regret, label
_LONGER = re.compile(rf"{_VOWEL}.*{_CONSONANT}{_VOWEL}[bdfgklmnprstvz]$")  # of several syllables
_Y = re.compile(rf"{_CONSONANT}y$")
# "To swell." and not "To do with the heart.", "To a doctor, pain is …", "To doctors, …".
_TO_DO = re.compile(
    r"to (?!do with\b|(?:an?|the|this|that|these|those|some|most|many|all|your?|us|our|them)\b)[a-z-]+(?![a-z,-])",
    re.IGNORECASE,
)


def variants(word: str, *, verb: bool = False) -> frozenset[str]:
    """Return a word with its plural and its singular as far as it has them, and with a verb's endings where asked for.

    ``biopsy`` gives biopsies too, ``diagnoses`` diagnosis, the verb ``inflame`` inflamed and inflaming. A number, or a
    word with other letters than English has, stands alone.
    """
    if len(word) < _LEAST or not (word.isascii() and word.isalpha()):
        return frozenset((word,))
    found = {word}
    if not (word.endswith(("ic", "ics")) and _FIELD.fullmatch(word)):
        others = (*_PAIRED.get(word, ()), *_ended(word, _PLURALS), *_ended(word, _SINGULARS))
        found |= {each for each in others if len(each) >= _LEAST} - _OTHERS.get(word, set())
    if verb:
        found |= _conjugated(word)
    return frozenset(found)


def plurals(word: str) -> list[str]:
    """Return the plurals that the rules make of a word, whatever it means: ``cortex`` gives cortexes, cortices."""
    return _ended(word, _PLURALS)


def bases(word: str) -> frozenset[str]:
    """Return what a word may be an inflection of, verbs included, itself too: ``inflaming`` gives inflame, inflam."""
    found = set(variants(word))
    for ending in ("ed", "ing"):
        if (stem := word.removesuffix(ending)) != word and len(stem) > 1:
            found |= {stem, f"{stem}e"}
            if stem[-1] == stem[-2] or stem.endswith("ck"):  # stopped, panicked
                found.add(stem[:-1])
            if stem.endswith("i"):  # carried
                found.add(f"{stem[:-1]}y")
            if word.endswith("ying"):  # dying
                found.add(f"{word[:-4]}ie")
    return frozenset(found)


def is_verb(term: str, definition: str) -> bool:
    """Whether an entry explains a verb: its term is written ``to inflame``, or its definition begins ``To swell …``."""
    return term[:3].casefold() == "to " or _TO_DO.match(definition) is not None


def _ended(word: str, table: dict[str, _Endings]) -> list[str]:
    for length in range(min(_LONGEST_END, len(word)), -1, -1):
        endings = table.get(word[len(word) - length :])
        if endings is not None:
            return [word[: len(word) - cut] + end for cut, end in endings]
    return []


def _conjugated(word: str) -> set[str]:
    """Return a verb with -s, -ed and -ing, in British and American spelling."""
    if word.endswith(("ee", "oe", "ye")):
        return {f"{word}s", f"{word}d", f"{word}ing"}
    if word.endswith("ie"):
        return {f"{word}s", f"{word}d", f"{word[:-2]}ying"}
    if word.endswith("e"):
        return {f"{word}s", f"{word}d", f"{word[:-1]}ing"}
    found = {*_ended(word, _PLURALS)}
    doubles = word.endswith("c") or _DOUBLING.fullmatch(word) is not None
    if doubles:
        longer = word + ("k" if word.endswith("c") else word[-1])
        found |= {f"{longer}ed", f"{longer}ing"}
    if not doubles or _LONGER.search(word):  # scar is not scared
        found |= {f"{word[:-1]}ied" if _Y.search(word) else f"{word}ed", f"{word}ing"}
    return found - {"evening"}


def _pairs(table: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for first, second in (pair.split() for pair in table.split(", ")):
        found.setdefault(first, set()).add(second)
        found.setdefault(second, set()).add(first)
    return found


_PAIRED, _OTHERS = _pairs(_IRREGULAR), _pairs(_FALSE_FRIENDS)
