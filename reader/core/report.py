"""What the linter found in a guide: findings by file and line, and figures of how hard it is to read."""

from __future__ import annotations

from typing import Any, NamedTuple

from reader.core.records import Problem
from reader.core.rules import RULES, Level


class Figures(NamedTuple):
    """How hard a text is to read. None stands for what cannot be counted: there are no sentences."""

    section: str  # a section's id; "" for the whole article, "glossary" for the explanations
    title: str
    words: int
    sentences: int
    over_20: int  # sentences of more than 20 words
    over_25: int
    passive: int  # sentences
    mean: float | None  # words a sentence
    grade: float | None  # Flesch-Kincaid
    smog: float | None
    ease: float | None  # Flesch reading ease
    grade_without_terms: float | None  # the same with each glossary word counted as one of 2 syllables
    smog_without_terms: float | None


class Counts(NamedTuple):
    """How much a guide holds."""

    sections: int = 0
    entries: int = 0
    references: int = 0
    claims: int = 0
    claims_marked: int = 0  # by the text
    nodes: int = 0
    interactions: int = 0
    routes: int = 0


class Report(NamedTuple):
    """The outcome of an inspection."""

    title: str
    findings: tuple[Problem, ...]  # by file and line
    counts: Counts = Counts()
    figures: tuple[Figures, ...] = ()  # whole article, its sections, glossary; () where the language is not English

    def of_level(self, level: Level) -> tuple[Problem, ...]:
        """Return the findings that are errors, or those that are warnings."""
        return tuple(each for each in self.findings if RULES[each.rule].level == level)

    def to_json(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "title": self.title,
            "errors": len(self.of_level("error")),
            "warnings": len(self.of_level("warning")),
            "findings": [
                {"file": each.file, "line": each.line, "level": RULES[each.rule].level, "rule": each.rule,
                 "message": each.message}
                for each in self.findings
            ],
            "counts": self.counts._asdict(),
            "figures": [each._asdict() for each in self.figures],
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Report:
        """Return the report that `to_json` wrote."""
        findings = (Problem(each["file"], each["line"], each["message"], each["rule"]) for each in data["findings"])
        figures = tuple(Figures(**each) for each in data["figures"])
        return cls(data["title"], tuple(findings), Counts(**data["counts"]), figures)
