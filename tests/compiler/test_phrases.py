"""Real phrases against the bundled guide's glossary and some entries more: what is a term there, and what is not.

Each phrase is there for the reason before it. What is found stands in [brackets].
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from reader.compiler import glossary
from reader.compiler.terms import Terms
from reader.core.records import Entry
from reader.core.text import Block

BUNDLED = Path(__file__).parents[2] / "content" / "fibromyalgia-and-the-immune-system" / "glossary.md"
# Entries more: a term, or a term and how its definition begins.
MORE = """
aid; analysis; axis; bacterium; can; CD4+ T cell; centre; clock; Crohn's disease; criterion; diarrhoea; disc
does; Down syndrome; e-mail; even; flu; fibre; follow-up; four; ganglion; general; gene; genetic; haemoglobin
Hb; hepatitis B; IL-1; immune; joint pain; leucocyte count; Lyme disease; mAb; mean; medium; mitochondrion
mTOR; need; nerve; new; NO; nurse; oedema; organ; paediatric clinic; patients' report; pH; programme; pus
resign; scar: To leave a mark.; she; sinus; stimulus; sensitise: To make something react more.
Sjögren syndrome; thrombus; tooth; tumour; type 2; university; virus; vitamin B12; vitamin D; γδ T cell; δ; ?!
免疫細胞; 痛; מערכת החיסון; المناعة; иммунитет; ageing; behaviour; sulphate; to inflame; P; Ω
swell: To become larger.; relapse: To become ill again.; flare up: To get worse.
cardiac: To do with the heart.; rash; MS
NF-κB; Aβ; Aδ fibre; IFNgamma; μm; COVID-19; long COVID; CD25+; HER2-; CD8+; CD8-; FIBROMAX; HEMOCUE
"""

FINDS = """
the word itself | a [cytokine] here
a capital at the head of a sentence | [Cytokines] are small
title case | [Rheumatoid Arthritis] and You
capitals throughout | WHAT IS [RHEUMATOID ARTHRITIS] LIKE
a plural | these [cytokines] rise
a plural of -y | two [viruses] and many [antibodies]
the singular of a term in the plural | one [mononuclear cell] divides
a plural inside a term | the [immunes cells] here
Latin -us | such [stimuli] and [thrombi]
Latin -um | gut [bacteria]
Greek -on | [mitochondria], [ganglia] and [criteria]
Greek -is | both [analyses] agree
irregular English | two [teeth]
a genitive at the end | the [cytokine]'s way
a curly genitive | the [cytokine]’s way
a genitive inside a term | [Crohn's disease] is
the same with a curly quote | [Crohn’s disease] is
the same without | [Crohn disease] is
the same without the apostrophe | [Crohns disease] is
a genitive that the term lacks | [Sjögren’s syndrome] is
a genitive of a plural | the [patients' reports] differ
a genitive of one | each [patient's report] differs
a verb in the past | the ankle [swelled] up
a verb with -ing | it keeps [swelling]
a verb that loses its e | they were [sensitised]
the same, American | they were [sensitized]
a verb that doubles a letter | the skin [scarred]
a verb written with to | it [inflames] and [inflamed] them
the first word of a verb of two | it [flared up] again
the longest term wins | [joint pain] and then [pain]
the longest of three | [secondary fibromyalgia] is not [fibromyalgia]
a symbol as it is written | [IL-6] rose
without the hyphen | [IL6] rose
with a space | [IL 6] rose
with a hyphen that does not break | [IL\u20116] rose
with a Unicode hyphen | [IL\u20106] rose
with a dash | [IL\u20136] rose
with a minus sign | [IL\u22126] rose
with a space that does not break | [IL\u00a06] rose
with a narrow space | [IL\u202f6] rose
with a thin space | [IL\u20096] rose
a symbol with a Greek letter | [TNF-α] and [TNFα]
its name | [TNF alpha] and [TNF-alpha]
its name with a Unicode hyphen | [TNF\u2010alpha]
its name without a gap | [TNFalpha]
its name in one with what comes after | [NF-kappaB] and [NF kappaB]
its name in one with all | [NFkappaB] and [NFkappa B]
the letter in one with all | [NF-κB] and [NFκB]
its name in one with what comes before | [Abeta] and [A-beta] plaques
its name in one inside a term | [Adelta fibres] and [A-delta fibers]
the letter where the term has its name | [IFNγ], [IFN-γ] and [IFNgamma]
a long short form as a word | [Covid-19] and [long Covid]
its capitals | [COVID-19] and [Long COVID]
a plus | [CD25]+ lines, [CD25]⁺ and [CD25] itself
a plus, said | [CD25]-positive cells
a minus | [HER2]\u2212 and [HER2]- women
of two that differ in the sign alone | [CD8]+, [CD8]- and [CD8]\u2212
the name with a capital | [Interferon Gamma] fell
a Greek capital | [INTERFERON-\u0393] fell
two Greek letters | [gamma delta T cells] and [γδ T cells]
the same, by one gap | [CD8]+ [CD8]-, ([CD8]\u207a)/([CD8]\u207b)
the same, without a sign | the [CD8] count
a hyphen after a word | [cytokine]- and [pain]-free days
a symbol after a prefix | anti-[IL-6] drugs
a symbol in the plural | two [ANAs] and some [mAbs]
a symbol in brackets | some ([CRP]) rose
a symbol and a word | the [T cells] and [NK cells]
eight capitals are no symbol | a [fibromax] and [Fibromax]
a single letter in a term | [substance P] and [vitamin D]
short and small at the head of a sentence | [Flu] is common
capitals inside | the [pH] and [mTOR] matter
a figure, lowered | [vitamin B₁₂] helps
the same, plain | [vitamin B12] helps
the same, with a hyphen | [vitamin B-12] helps
a plus | the [CD4+ T cells]
accents taken away | [Sjogren syndrome] is
accents apart from their letters | [Sjo\u0308gren syndrome] is
a ligature | [ﬁbromyalgia] is
British for American | [central sensitisation] is
oe and e | [edema] after [diarrhea]
haem and hem | [hemoglobin] and a [leukocyte count]
-our and -or | a [tumor] and its [behavior]
-re and -er | muscle [fibers] and health [centers]
a word in a term | the [pediatric clinics]
-mme | an exercise [program]
ageing | [aging] well
sulph | iron [sulfate]
disc and disk | a slipped [disk]
a soft hyphen | [fibro\u00admy\u00adalgia] is
a zero-width space | a [cyto\u200bkine] is
a zero-width joiner | a [cyto\u200dkine] is
a line end in the source | an [immune\u2028cell] is
hyphen for space | [immune-cell] counts
space for hyphen | [anti inflammatory] drugs
neither | [antiinflammatory] drugs
a hyphen that the term lacks | [auto-antibodies] and [neuro-inflammation]
a hyphen that the term has | send an [email], then a [followup]
after a slash | B/[T cells]
Chinese inside a run | 体内的[免疫細胞]很多
Hebrew without points | על [מערכת החיסון] שלנו
Hebrew with points | על [מַעֲרֶכֶת החיסון] שלנו
Arabic with a point | جهاز [المَناعة] هنا
Russian | ваш [иммунитет] силён
French elision | contre l'[inflammation]
in quotation marks | the “[cytokine]” and the ‘[cytokine]’ too
at the end of a sentence | It was a [cytokine].
after a bracket | (a [cytokine])
before a colon | [Cytokine]: a word
"""

STRANGERS = """
a symbol is no word | my pet sat
small letters are not the symbol | a pet scan, il-6 and t cells
nor other capitals | ph, Ph, MTOR and mtor
a symbol of a capital and a small letter has no plural | Hbs
small letters are not a short form | fm radio, sle, nk
capitals are not the word | AIDS is not an [aid], nor SHE [she]
a symbol is no beginning | ANAtomy and ILeum
letters before | xcytokine
letters after | cytokinesis and cytokinex
an underscore | cytokine_x and x_cytokine
letters after a figure | vitamin B12a and CD4a T cellular
another number, but of the family | [IL]-66, [IL]-60 and [IL]-106
a number with a point | a type 2.5 thing
a number with a comma | a type 2,5 thing
a figure that goes on | type 22
letters before a symbol | HIL-6
a comma between | Lyme, disease
a full stop between | Lyme. Disease
a bracket between | Lyme (disease)
an em dash between | Lyme\u2014disease
a word between | Lyme and disease
a space and a dash between | Lyme \u2013 disease
another order | disease Lyme
half of a term | Lyme and Crohn
immune is not immunity's kin | immunised, immunisation, immunology
organ | organic organism organisation
general | generally generalised generality
university | universe universal
inflammation | inflammable
nerve | nervous nervously enervate
gene | generic generate genesis genus
genetic is one, genetics the science | genetics
virus | virulent virology
even | evening and evenly
nurse | nursing nursery
aid is not an illness | AIDS
new | news
mean | means meaning
need | needle needy
medium | media
shoes | shoes and shoe
hour | our hour, hor
does | doe, des, do
four | for, fort
pus | pi
gene and Gene | gent
scar is not scare | scared, scaring, scare
an entry of no verb | rashing, rashed, organed
to do with is no verb | cardiaced, cardiacing
re-sign is not resign | re-sign here
not | can't, cannot
a contraction | she'll and she’d
o'clock | five o'clock
one letter by itself | p, P, \u03b4, \u03a9, \u75db
one ideograph | \u982d\u75db
only punctuation | ?! and !?
a short name of a Greek letter makes another word | my mum
a name of a Greek letter inside a word | diabetes, kappab, nfkappab
a long short form in small letters | covid-19, long covid
seven capitals are one, which may be said | hemocue and [Hemocue]
a minus after a name with a plus | CD25- and CD25\u2212 cells, CD25\u207b, CD25\u2212[CD8]+
a plus after a name with a minus | HER2+ women
two letters | ms, Ms, no, No
an address | https://pain.org/cytokine/lupus
an address without its beginning | www.cytokine.org/lupus
a mail address | cytokine@lupus.org
half of a Chinese term | \u514d\u75ab
half of a Hebrew term | \u05de\u05e2\u05e8\u05db\u05ea
a Russian word that goes on | \u0438\u043c\u043c\u0443\u043d\u0438\u0442\u0435\u0442\u043d\u044b\u0439
an analysis is not analysed | analyzes and analyser
capitals in the middle | cyToKine, CYTOkine
a short word in capitals | FLU and GENE
an all-capital word among small ones | LYME disease is not [Lyme disease]; nor gut PAIN
organs | the organist
a programme | programmer, programmed
a tumour | tumorous
a fibre | fibrous fibrosis
a centre | central, enter
haem | hem of a coat
a stimulus | stimulate
a criterion | critical
"""


@cache
def terms() -> Terms:
    """Return the terms of the bundled guide and of the entries more; every use counts."""
    more = (each.strip().partition(": ") for line in MORE.split("\n") for each in line.split(";") if each.strip())
    entries = [each.entry for each in glossary.read(BUNDLED.read_text("utf-8"), [])]
    entries += (Entry(term, term, definition or "A thing.") for term, _, definition in more)
    return Terms(entry._replace(mark="every") for entry in entries)


def marked(text: str) -> str:
    """Return a text with brackets around its terms."""
    spans = terms().mark(Block("a.1", "paragraph", text)).spans
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


def phrases(table: str) -> list[tuple[str, str]]:
    """Return the lines of a table: the reason, and the phrase."""
    return [(reason, phrase) for line in table.strip().split("\n") for reason, _, phrase in [line.partition(" | ")]]


@pytest.mark.parametrize(("reason", "phrase"), phrases(FINDS))
def test_a_term_is_found(reason: str, phrase: str) -> None:
    assert "[" in phrase, reason
    assert marked(re.sub(r"[\[\]]", "", phrase)) == phrase, reason


@pytest.mark.parametrize(("reason", "phrase"), phrases(STRANGERS))
def test_what_only_looks_like_a_term_is_left_alone(reason: str, phrase: str) -> None:
    assert marked(re.sub(r"[\[\]]", "", phrase)) == phrase, reason
