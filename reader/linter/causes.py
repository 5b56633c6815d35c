"""Findings that merely follow from a file that is broken or missing: the file is said once, its effects are not."""

from __future__ import annotations

from collections.abc import Iterator

from reader.compiler import about, claims, glossary, references
from reader.compiler.lines import MOST
from reader.core.records import Problem
from reader.core.source import ARTICLE, PATHWAY
from reader.linter.pathway.graph import SOURCE
from reader.linter.subject import Subject

_EFFECTS = {  # a file that cannot be used -> the rules that then only say so again, in whatever file
    ARTICLE: {"section-unknown", "claim-unmarked", "claim-misplaced", "entry-unused", "reference-unused"},
    glossary.FILE: {"term-unknown", "see-also-unknown", "abbreviation", "reference-unused"},
    references.FILE: {"citation-unknown"},
    about.FILE: {"date-missing", "guide-id-missing", "review-missing"},
    claims.FILE: {"claim-unknown", "reference-unused"},
    PATHWAY: {"entry-unused", "reference-unused", "layout-old"},
}
_NAMED = {  # the rule about what a file should hold -> the file, what it holds
    "citation-unknown": (references.FILE, "references"),
    "term-unknown": (glossary.FILE, "entries"),
    "claim-unknown": (claims.FILE, "claims"),
}


def causes(found: list[Problem], subject: Subject) -> Iterator[Problem]:
    """Yield the findings without those that follow from others; a file that is missing is one in their place."""
    left = list(_without_effects(found, subject))
    for rule, (file, what) in _NAMED.items():
        places = [each for each in left if each.rule == rule]
        if places and not subject.text(file).strip():
            left = [each for each in left if each.rule != rule]
            yield _missing(subject, file, what, places)
    yield from left


def _without_effects(found: list[Problem], subject: Subject) -> Iterator[Problem]:
    broken = {each.file for each in found if each.rule in ("unreadable", "too-hard")} | set(_empty(found, subject))
    silent = {rule for file in broken for rule in _EFFECTS.get(_name(file, subject), ())}
    written = {(each.rule, each.message) for each in found if each.file == SOURCE}
    for each in found:
        if each.file == PATHWAY and (each.rule, each.message) in written:
            continue  # what was laid out says again what its source says
        is_cause = each.rule in ("unreadable", "too-hard", "malformed")
        if is_cause or (each.rule not in silent and not (each.file == subject.article and each.file in broken)):
            yield each


def _empty(found: list[Problem], subject: Subject) -> Iterator[str]:
    """Yield the files that are so malformed that nothing came of them."""
    compiled, said = subject.compiled, subject.compiled.about
    malformed = {each.file for each in found if each.rule == "malformed"}
    for file, content in (
        (glossary.FILE, compiled.entries),
        (references.FILE, compiled.references),
        (claims.FILE, compiled.claims),
        (PATHWAY, compiled.pathway),
        (about.FILE, said.written or said.review or said.version),
    ):
        if file in malformed and not content:
            yield file


def _name(file: str, subject: Subject) -> str:
    return ARTICLE if file == subject.article else file


def _missing(subject: Subject, file: str, what: str, places: list[Problem]) -> Problem:
    """Return the one finding for a file that is not there, or is empty, though the guide names what it should hold."""
    first = places[0]
    at_least = "at least " if len(places) >= MOST else ""  # the compiler looks up no more
    count = "once" if len(places) == 1 else f"{at_least}{len(places)} times"
    named = f"this guide names {what} of it {count}, first in {first.file}:{first.line}"
    if subject.source.is_single_file:
        message = (
            f"A single file has no {file}, but {named}. Save this text as {ARTICLE} in a folder, with {file} beside it."
        )
        return Problem(subject.article, first.line, message, first.rule)
    state = "is empty" if (subject.source.folder / file).exists() else "is missing"
    return Problem(file, 0, f"{file} {state}, but {named}. Write it, or take the names out.", first.rule)
