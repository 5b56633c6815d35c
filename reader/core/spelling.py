"""The same English word in British and American spelling: oedema and edema, fibre and fiber, tumour and tumor.

A table of stems and endings rather than of words, so that words of medicine that nobody listed are found, too. What it
makes of other words ("labouratory") is no word and does no harm. Pairs that would tie two words are left out: four,
hour, shoe, does, prise, rigour, metre (meter), micrometre, grey (gray), tyre (tire), practise, cheque, kerb, storey.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

_MOST = 4  # places in one word that may be spelt in two ways

_LIKE_COLOUR = (
    "ard arm behavi cand clam col demean endeav fav ferv flav glam harb hon hum lab neighb od parl rum sav savi "
    "splend succ tum val vap vig"
)
_LIKE_FIBRE = (
    "calib cent centimet decimet fib goit kilomet lit lust meag millimet nanomet sab scept somb spect theat tit"
)
_LIKE_LABELLED = (
    "cance channe counse dia ename funne initia jewe labe leve marve mode pane peda pumme riva shove signa snorke "
    "spira swive tota trave tunne unrave"
)
# What may stand anywhere in a word: British, American, and a regular expression of what comes after.
_STEMS: tuple[tuple[str, str, str], ...] = (
    ("aemi", "emi", "(?:as?|c|cs|cally)$"),  # anaemia, glycaemic
    ("haem", "hem", "[ao]"),
    ("aesth", "esth", ""),
    ("aetiolog", "etiolog", ""),
    ("archaeo", "archeo", ""),
    ("caec", "cec", "um|al?$|o"),
    ("caesar", "cesar", ""),
    ("caesium", "cesium", ""),
    ("faec", "fec", "al|es$"),
    ("gynaec", "gynec", ""),
    ("naevus", "nevus", ""),
    ("paed", "ped", "iatr|ics?$|ias?$|o"),
    ("palaeo", "paleo", ""),
    ("phaeo", "pheo", ""),
    ("praevia", "previa", ""),
    ("giooedem", "gioedem", ""),  # angio-oedema
    ("oedem", "edem", ""),
    ("trooesoph", "troesoph", ""),  # gastro-oesophageal
    ("oesoph", "esoph", ""),
    ("oestr", "estr", "[aiou]"),
    ("amoeb", "ameb", ""),
    ("coeliac", "celiac", ""),
    ("copoei", "copei", ""),
    ("foet", "fet", "us|al|o"),
    ("homoeo", "homeo", ""),
    ("manoeuvr", "maneuv", "ing|ed"),
    ("manoeuvre", "maneuver", ""),
    ("pnoe", "pne", "a|i"),
    ("rrhoe", "rrhe", "a|i"),
    ("is", "iz", "(?<=[a-z]{3}i[sz])(?:e[drs]?|ers|ing|able|ations?|ational)$"),
    ("lys", "lyz", "(?:e[dr]?|ers|ing)$"),  # not analyses, of which there may be several
    ("sulph", "sulf", ""),
    ("leuco", "leuko", ""),
    ("ogue", "og", "(?<=[a-z]{4}og)s?$|(?<=[a-z]{4}ogue)s?$"),  # analogue, catalogue, not vogue
    *((f"{stem}our", f"{stem}or", "") for stem in _LIKE_COLOUR.split()),
    *((f"{stem}re", f"{stem}er", "[sd]?$") for stem in _LIKE_FIBRE.split()),
    *((f"{stem}ll", f"{stem}l", "(?:ed|ing|ers?|ors?)$") for stem in _LIKE_LABELLED.split()),
)
_WORDS = (
    "ageing aging, aluminium aluminum, artefact artifact, centred centered, centring centering, "
    "defence defense, disc disk, enrol enroll, enrolment enrollment, focussed focused, focussing focusing, "
    "fulfil fulfill, gramme gram, haem heme, instil instill, jewellery jewelry, judgement judgment, licence license, "
    "milligramme milligram, kilogramme kilogram, mollusc mollusk, mould mold, moult molt, offence offense, "
    "plough plow, programme program, pyjamas pajamas, sceptic skeptic, skilful skillful, tranquilliser tranquilizer"
)


def variants(word: str) -> frozenset[str]:
    """Return a word, as `folded_words` has it, with its other spellings: ``leukaemia`` gives leukemia, too.

    Half-way spellings are among them, such as the Oxford one (``anaesthetize``).
    """
    whole = _BY_WORD.get(word)
    places = list(_PLACES.finditer(word))[:_MOST]
    if not places:
        return frozenset((word,) if whole is None else (word, whole))
    pieces: list[tuple[str, ...]] = []
    end = 0
    for place in places:
        pieces += [(word[end : place.start()],), (place[0], _OTHER[place[0]])]
        end = place.end()
    return frozenset("".join(each) + word[end:] for each in product(*pieces))


def _both(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {
        first: second for british, american in pairs for first, second in ((british, american), (american, british))
    }


_OTHER = _both((british, american) for british, american, _ in _STEMS)
_PLACES = re.compile("|".join(f"{written}(?={after})" for *both, after in _STEMS for written in both))
_BY_WORD = _both(
    (f"{british}{end}", f"{american}{end}")
    for british, american in (pair.split() for pair in _WORDS.split(", "))
    for end in ("", "s")
)
