"""Guides with as many entries and words as a measurement needs: made of roots as medical words are, always the same."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from tests.benchmarks.check import GUIDE

_FIRST = (
    "adeno angio arthro auto bio broncho cardio cephalo cerebro chondro cyto dermato encephalo endo entero epi erythro "
    "fibro gastro haemato hepato histo hyper hypo immuno inter intra kerato leuko lipo lympho macro micro mono morpho "
    "myelo myo naso nephro neuro oculo onco osteo oto patho peri pharmaco phono photo pneumo poly procto pseudo psycho "
    "pyo radio reno rhino sclero spondylo steno thermo thrombo thyro toxo tracheo uro vaso ventro vesico viscero xero"
)
_LAST = (
    "algia blast cele centesis clasis cyte desis dynia ectasis ectomy emia esis gen genesis globulin gram graphy kine "
    "kinesis logy lysis malacia megaly meter metry myalgia oma opathy opia osis ostomy otomy oxia pathy penia pexy "
    "phage phasia philia phobia plasia plasty plegia pnoea poiesis receptor rrhage rrhoea sclerosis scopy spasm stasis "
    "tonia trophy type uria"
)
_KIND = (
    "acute adaptive benign central chronic congenital diffuse distal early familial focal idiopathic juvenile late "
    "lateral medial mild nocturnal peripheral primary proximal recurrent regional secondary severe small-fibre systemic"
)
_THING = "cell disorder factor nerve pain receptor response score sign study syndrome test tissue treatment"
_SAID = (
    "a the of in that which body blood cells signal pain nerve helps sends makes part when often such as small large "
    "people may with from to and it can doctors use found for this is are more less slowly sometimes skin muscle joint"
)


def glossary(count: int, known: str = "") -> str:
    """Return a glossary.md of *count* entries: short forms, other names, about 15 words each, see also.

    None of them stands in the glossary *known*.
    """
    chance = random.Random(5)  # noqa: S311 (no secret: always the same)
    roots = [first + last for first in _FIRST.split() for last in _LAST.split()]
    chance.shuffle(roots)
    terms = [*roots, *(f"{kind} {root}" for kind in _KIND.split() for root in roots)][: count * 3]
    chance.shuffle(terms)
    terms = [f"{term} {chance.choice(_THING.split())}" if chance.random() < 0.3 else term for term in terms]
    terms = [term for term in dict.fromkeys(terms) if f"\n{term}\n" not in known][:count]
    return "\n".join(_entry(number, term, terms, chance) for number, term in enumerate(terms))


def _entry(number: int, term: str, terms: list[str], chance: random.Random) -> str:
    said = " ".join(chance.choices(_SAID.split(), k=chance.randint(9, 17)))
    lines = [term, f": {said.capitalize()} {chance.choice(terms)}."]
    if number % 4 == 0:
        lines.append(f": short: {''.join(chance.choices('ABCDEFGHIKLMNOPRSTVX', k=4))}-{number % 90}")
    if number % 3 == 0:
        lines.append(f": also: {term.replace(' ', '-')} of type {number}, {number}th {term}")
    if number % 2 == 0:
        lines.append(f": see: {chance.choice(terms)}, {chance.choice(terms)}")
    return "\n".join((*lines, ": say: SAY-it", ""))


def text(words: int) -> str:
    """Return the bundled guide's article, cut or over and over, so that it has about *words* words."""
    paragraphs = (GUIDE / "article.md").read_text("utf-8").split("\n\n")
    plain = [each for each in paragraphs if each[:1].isalpha()]
    taken: list[str] = []
    left = words
    while left > 0:
        for each in plain:
            taken.append(each)
            left -= len(each.split())
            if left <= 0:
                break
    return "\n\n".join(taken)


def guide(place: Path, entries: int) -> Path:
    """Write the bundled guide into the folder *place*, with a glossary that ends in made entries, *entries* in all."""
    shutil.copytree(GUIDE, place)
    own = (GUIDE / "glossary.md").read_text("utf-8").rstrip()
    count = sum(block.count("\n: ") > 0 for block in own.split("\n\n"))
    if entries > count:
        (place / "glossary.md").write_text(f"{own}\n\n{glossary(entries - count, own)}", "utf-8")
    return place
