"""The rules that a guide is checked by: what each asks for, how much it weighs, and where it comes from."""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["error", "warning"]
LEVELS: tuple[Level, ...] = ("error", "warning")


class Rule(NamedTuple):
    """One rule. An error misleads readers or shuts some of them out; a warning makes the guide harder to use."""

    name: str
    level: Level
    asks: str  # what it wants, in one sentence
    source: str  # where that comes from; "the format" is content/README.md


_EVIDENCE = "CDC Clear Communication Index 11; DISCERN 4 and 8"
_PLAIN = "NHS content guide"
_GRADE = "PEMAT-P 3; WCAG 2.2, 3.1.5"
_TERMS = "PEMAT-P 4; CDC Clear Communication Index 7; WCAG 2.2, 3.1.3"
_DIAGRAM = "WCAG 2.2, 1.1.1"

_ERRORS = (
    ("unreadable", "Every file can be read: UTF-8, an ordinary file, not too large.", "the format"),
    ("malformed", "Every file is written as its format asks.", "the format"),
    ("too-hard", "The guide is small and simple enough to be read in time.", "the format"),
    ("unchecked", "Every rule could be applied; where not, the program made a mistake, not you.", "the format"),
    ("refused", "The text holds no scripts, forms, frames, styles or unknown tags.", "the format"),
    ("remote", "Pictures and styles are files of the guide, never fetched from elsewhere.", "HONcode 3 (privacy)"),
    ("picture", "Every picture named is a picture file beside the article.", "the format"),
    ("alt-missing", "Every picture has a text that says what it shows.", "WCAG 2.2, 1.1.1"),
    ("heading-skipped", "No heading level is left out.", "WCAG 2.2, 1.3.1; PDF/UA-1, 7.4"),
    ("id-missing", "Sections, claims and references have an id of their own.", "the format"),
    ("id-repeated", "No id is given twice, and no name of an entry.", "the format"),
    ("link-unknown", "Every link leads to a section of the guide or to a web address.", "WCAG 2.2, 2.4.4"),
    ("citation-unknown", "Every citation names a reference.", "DISCERN 4"),
    ("term-unknown", "Every word tied to an entry, and every node's term, names one.", "the format"),
    ("see-also-unknown", "Every see-also names another entry.", "the format"),
    ("claim-unknown", "Every claim that is named stands in claims.toml.", "the format"),
    ("section-unknown", "Every section that is named stands in the article.", "the format"),
    ("node-unknown", "Routes name nodes and interactions of the pathway.", "the format"),
    ("claim-unmarked", "The text marks every claim of claims.toml.", _EVIDENCE),
    ("claim-misplaced", "A claim is marked in the section that claims.toml names, not in one inside it.", _EVIDENCE),
    ("claim-without-level", "Every claim has an evidence level.", _EVIDENCE),
    ("claim-without-references", "Every claim has references; advice may have a reason instead.", "DISCERN 4"),
    ("certainty", "Nothing sounds surer than its evidence level.", "GRADE 26 (Santesso 2020); DISCERN 8"),
    ("interaction-untied", "Every interaction is tied to a node at both ends.", _DIAGRAM),
    ("interaction-without-sentence", "Every interaction is said in one plain sentence.", _DIAGRAM),
    ("interaction-without-level", "Every interaction has an evidence level.", _EVIDENCE),
    ("interaction-without-references", "Every interaction has references.", "DISCERN 4"),
    ("pathway-contrast", "Text in the pathway has a contrast of at least 4.5:1.", "WCAG 2.2, 1.4.3"),
    ("check-overdue", "The date of the next check has not passed.", "NHS standard for creating health content"),
)
_WARNINGS = (
    (
        "gist-missing",
        "Every section that has text of its own begins with a gist.",
        "PEMAT-P 11; CDC Clear Communication Index 10",
    ),
    ("gist-long", "A gist is one sentence of at most 20 words.", _PLAIN),
    (
        "key-points-missing",
        "Every section that has text of its own has key points after the gist.",
        "PEMAT-P 11 and 12",
    ),
    ("key-points-count", "There are 3 to 5 key points.", "PEMAT-P 8; CDC Clear Communication Index 8"),
    ("grade", "The Flesch-Kincaid grade is at most 7.5, and at most 9 in every section.", _GRADE),
    ("smog", "The SMOG grade is at most 10.", _GRADE),
    ("reading-ease", "The Flesch reading ease is at least 62.", _GRADE),
    ("sentence-mean", "Sentences have at most 14 words on average.", _PLAIN),
    ("sentence-share", "At most 3 % of sentences have more than 20 words.", _PLAIN),
    ("sentence-long", "No sentence has more than 25 words.", _PLAIN),
    ("paragraph-long", "A paragraph has at most 3 sentences.", _PLAIN),
    ("passive", "At most 10 % of sentences are passive.", "PEMAT-P 5; CDC Clear Communication Index 6"),
    ("list-long", "A list has at most 7 items at one level.", "CDC Clear Communication Index 8"),
    (
        "abbreviation",
        "A short form is written out before it is used.",
        "WCAG 2.2, 3.1.4; CDC Clear Communication Index 7",
    ),
    ("term-unexplained", "The first use of a term in a section leads to its entry.", _TERMS),
    ("hedge-missing", "A marked paragraph uses the words of its evidence level.", "GRADE 26 (Santesso 2020)"),
    ("glossary-grade", "The grade of the explanations is at most 7.", _GRADE),
    ("explanation-long", "An explanation has at most 25 words.", _TERMS),
    ("explanation-hard", "No explanation uses a hard word that has no entry.", _TERMS),
    ("explanation-markup", "An explanation is plain text, without HTML and Markdown.", "the format"),
    ("name-short", "A word that the text is to mark by itself has two letters.", "the format"),
    ("say-missing", "Every entry says how it is spoken.", "WCAG 2.2, 3.1.6"),
    ("entry-unused", "The text, the pathway or another entry uses every entry.", "PEMAT-P 2"),
    ("reference-unused", "Every reference is cited.", "DISCERN 4"),
    ("node-without-section", "Every node belongs to a section.", _DIAGRAM),
    ("node-without-term", "Every node has an entry in the glossary.", _TERMS),
    ("node-overlap", "No two nodes overlap.", "PEMAT-P 18"),
    ("edge-through-node", "No interaction runs through a node that it does not belong to.", "PEMAT-P 18"),
    ("route-length", "A route has 4 to 9 steps.", "PEMAT-P 8 and 18"),
    ("route-broken", "Every step of a route touches a node of an earlier step.", "PEMAT-P 10"),
    ("caption-long", "A caption has at most 20 words.", _PLAIN),
    ("layout-old", "pathway.gpml shows what pathway.toml says.", "the format"),
    (
        "date-missing",
        "The guide says when it was written, checked, and is to be checked again.",
        "DISCERN 5; HONcode 4",
    ),
    ("guide-id-missing", "The guide has an id, so that readers’ notes stay with it wherever it goes.", "the format"),
    ("review-missing", "The guide says who has reviewed it, or that nobody has.", "HONcode 1"),
)

RULES = {name: Rule(name, "error", asks, source) for name, asks, source in _ERRORS} | {
    name: Rule(name, "warning", asks, source) for name, asks, source in _WARNINGS
}
"""Every rule by its name, errors first."""
