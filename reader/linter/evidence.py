"""Rules about evidence: every claim is marked where it says, has references, and is told in the words of its level.

A mark counts in the section that it stands in, and only there: a section within that section is another one, for the
reader leads people from a claim to the heading that claims.toml names. A paragraph that carries several claims uses the
words of each level among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.compiler import claims as claims_file
from reader.compiler.claims import line_of_claim
from reader.compiler.lines import line_at
from reader.core.evidence import ADVICE, LEVELS
from reader.core.records import Problem
from reader.core.source import printable
from reader.core.text import Block
from reader.linter.prose import without_spans
from reader.linter.subject import Subject

# The words of each level, as content/README.md has them: all of these, each in one of its forms.
WORDS = {
    "mixed": (("may", "studies disagree"),),
    "weak": (("some early studies hint",),),
    "contradicted": (("was once thought",), ("studies do not support this",)),
}
_MAY_IS_A_MONTH = (r"(?<!\d\s)", r"(?!\s\d)")
_MARK = 2000  # characters behind a block in which its mark is looked for


def findings(subject: Subject) -> Iterator[Problem]:
    """Yield what is wrong with the claims of a guide and with the paragraphs that they mark."""
    text = subject.text(claims_file.FILE)
    marked = [
        (section.id, block)
        for section, blocks in subject.sections
        for block in blocks
        if block.claims and block.kind != "evidence"
    ]
    yield from _unmarked(subject, text, {claim for _, block in marked for claim in block.claims})
    yield from _without_references(subject, text)
    known = {section.id for section, _ in subject.sections}
    for section, block in marked:
        for claim in block.claims:
            wanted = subject.claims[claim].section
            if wanted in known and wanted != section:
                message = f"{printable(claim)} is marked here, but claims.toml names the section {printable(wanted)}."
                yield Problem(subject.article, _line_of_mark(subject, block, claim), message, "claim-misplaced")
    if subject.is_english:
        for _, block in marked:
            yield from _hedges(subject, block)


def _unmarked(subject: Subject, text: str, marked: set[str]) -> Iterator[Problem]:
    for claim in subject.claims.values():
        if claim.id not in marked:
            message = f"No paragraph marks {printable(claim.id)}: mark one that says it, or take the claim out."
            yield Problem(claims_file.FILE, line_of_claim(text, claim.id, "id"), message, "claim-unmarked")


def _without_references(subject: Subject, text: str) -> Iterator[Problem]:
    """Yield the claims that rest on nothing; advice may rest on a reason alone."""
    for claim in subject.claims.values():
        if claim.references or (claim.level == ADVICE and claim.reason):
            continue
        message = f"{printable(claim.id)} has no references: write down what it rests on."
        if claim.level == ADVICE:
            message = f"The advice {printable(claim.id)} has neither a reason nor references: give one of them."
        line = line_of_claim(text, claim.id, "references")
        yield Problem(claims_file.FILE, line, message, "claim-without-references")


def _line_of_mark(subject: Subject, block: Block, claim: str) -> int:
    """Return the line of ``{: claims="…" }`` behind a block; that of the block where it is written in another way."""
    offset = subject.places.offset(block, len(block.text))
    text = subject.text(subject.article)
    if offset >= 0:
        pattern = re.compile(rf"claims\s*=[^\n{{}}]*(?<![\w.-]){re.escape(claim)}(?![\w.-])")
        mark = pattern.search(text, offset, offset + _MARK)
        if mark is not None:
            return line_at(text, mark.start())
    return subject.places.line(block)


def _hedges(subject: Subject, block: Block) -> Iterator[Problem]:
    """Yield the levels of a marked paragraph whose words it does not use."""
    text = without_spans(block, "cite")
    for level in LEVELS:
        claims = [claim for claim in block.claims if subject.claims[claim].level == level]
        if claims and not all(any(_has(text, words) for words in forms) for forms in WORDS.get(level, ())):
            wanted = " and ".join(" or ".join(f"“{words}”" for words in forms) for forms in WORDS[level])
            message = f"This paragraph marks {printable(', '.join(claims))}, which is {level}: use the words {wanted}."
            yield Problem(subject.article, subject.places.line(block), message, "hedge-missing")


def _has(text: str, words: str) -> bool:
    """Whether a text holds the words, in whatever case; the month of May is no hedge."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    before, after = _MAY_IS_A_MONTH if words == "may" else ("", "")
    return re.search(rf"{before}\b{pattern}\b{after}", text, re.IGNORECASE) is not None
