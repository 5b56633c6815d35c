"""One inspection: what the compiler found, what every rule finds, without what merely follows from a broken file."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from reader import paths
from reader.core import crashlog
from reader.core.records import Problem
from reader.core.report import Counts, Figures, Report
from reader.core.source import Source, printable
from reader.linter import boxes, certainty, evidence, language, leftovers, structure, vocabulary
from reader.linter.causes import causes
from reader.linter.pathway import contrast, diagram, geometry
from reader.linter.subject import Subject

MOST = 100  # findings of one rule in one file; the rest is only counted
TOO_LARGE = "This guide is too large for the check, so only its files were read. Split it into smaller guides."
FINDERS: dict[str, Callable[[Subject], Iterator[Problem]]] = {  # by what their rules are about
    "structure": structure.findings,
    "boxes": boxes.findings,
    "leftover markup": leftovers.findings,
    "evidence": evidence.findings,
    "certainty": certainty.findings,
    "glossary and references": vocabulary.findings,
    "what the pathway says": diagram.findings,
    "how the pathway is drawn": geometry.findings,
    "contrast": contrast.findings,
}

OF_A_PATHWAY = ("how the pathway is drawn", "contrast")  # of the finders, those that a lone GPML file has a use for


def lint(source: Source, *, as_plain_text: bool = False) -> Report:
    """Return what is wrong with a guide, and how hard it is to read. *as_plain_text* reads it without Markdown."""
    return report(Subject(source, as_plain_text=as_plain_text))


def report(subject: Subject, *, is_brief: bool = False) -> Report:
    """Return what is wrong with a guide that was read; *is_brief*: only what the compiler found already."""
    found = list(subject.compiled.problems)
    figures: tuple[Figures, ...] = ()
    if is_brief:
        found.append(Problem("", 0, TOO_LARGE, "too-hard"))
    else:
        mistakes: dict[str, str] = {}
        is_lone = subject.source.is_pathway  # its words are its authors' short forms, and our sentences
        for group, find in FINDERS.items():
            if not is_lone or group in OF_A_PATHWAY:
                with _noted(group, mistakes):
                    found.extend(find(subject))
        if is_lone:
            found = [each._replace(file=subject.article) for each in found]
        else:
            with _noted("plain language", mistakes):
                read = language.measure(subject)
                figures = language.figures(subject, read)
                found.extend(language.findings(subject, read))
        found += _unchecked(mistakes)
    found = [each._replace(file=printable(each.file)) for each in dict.fromkeys(found)]
    order = {name: number for number, name in enumerate(subject.source.names)}
    few = _few(causes(found, subject))
    return Report(
        title=subject.compiled.about.title,
        findings=tuple(sorted(few, key=lambda each: (order.get(each.file, len(order)), each.file, each.line))),
        counts=_counts(subject),
        figures=figures,
    )


@contextmanager
def _noted(group: str, mistakes: dict[str, str]) -> Iterator[None]:
    """Keep a mistake of ours in one group of rules from the others; its trace goes to *mistakes*."""
    try:
        yield
    except (MemoryError, RecursionError):
        raise  # the guide is too much for any rule, which the program around this one answers
    except Exception:  # whatever a stranger's text breaks, the other rules are still applied
        mistakes[group] = traceback.format_exc()


def _unchecked(mistakes: dict[str, str]) -> Iterator[Problem]:
    """Yield which groups of rules could not be applied, and where the traces of our mistakes are."""
    if not mistakes:
        return
    traces = "\n".join(mistakes.values())
    log = crashlog.write(paths.state(), traces)
    details = f"The details are in {printable(log)}." if log else f"It is {printable(traces.splitlines()[-1])}."
    groups = "; ".join(mistakes)
    message = f"Pathway Reader made a mistake, so not all rules of these groups were applied: {groups}. {details}"
    yield Problem("", 0, message, "unchecked")


def _few(found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield at most MOST findings of one rule in one file, and how many there are more."""
    seen: dict[tuple[str, str], int] = {}
    for each in found:
        kind = (each.file, each.rule)
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= MOST:
            yield each
    for (file, rule), count in seen.items():
        if count > MOST:
            yield Problem(file, 0, f"There are {count - MOST} findings of this kind more.", rule)


def _counts(subject: Subject) -> Counts:
    compiled = subject.compiled
    graph = compiled.pathway[0] if compiled.pathway else None
    marked = {claim for block in subject.blocks() for claim in block.claims}
    return Counts(
        sections=len(compiled.sections) if subject.has_article else 0,
        entries=len(compiled.entries),
        references=len(compiled.references),
        claims=len(compiled.claims),
        claims_marked=len(marked),
        nodes=len(graph.nodes) if graph else 0,
        interactions=len(graph.interactions) if graph else 0,
        routes=len(graph.routes) if graph else 0,
    )
