"""`check`: what is wrong with a guide, and how hard it is to read."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader import paths

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.report import Figures, Report

WIDTH = 100  # of the widest line of the summary, in letters
MOST_SECTIONS = 60  # that the summary has lines for; the other formats have all
_COLUMNS = ("words", "sentences", "mean", "grade", "grade*", "SMOG", "ease", ">20", ">25", "passive")
_KEY = (
    "mean: words a sentence. >20, >25: longer sentences, of 100 and in all. passive: of 100.",
    "grade*: with each glossary word counted as one of two syllables.",
)


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("check", help="say what is wrong with a guide, and how hard it is to read")
    command.add_argument("guide", nargs="?", metavar="GUIDE", help="a folder, a file or an installed guide's id")
    command.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="(default: text)")
    command.add_argument("--strict", action="store_true", help="return 1 for warnings, too")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the report. Return 1 where there is an error, or with --strict a warning."""
    from reader.cli import output
    from reader.core.inspection import inspect
    from reader.core.library import Library
    from reader.core.source import printable

    origin = Library(paths.bundled("content"), paths.cache()).find(args.guide, needs_article=False)
    report = inspect(origin)
    if args.format == "text":
        _write_text(report)
    elif args.format == "json":
        output.json_result({"guide": printable(origin.path), **report.to_json()})
    else:
        from reader.cli.sarif import log

        output.json_result(log(report, origin.folder))
    return 1 if report.of_level("error") or (args.strict and report.findings) else 0


def _write_text(report: Report) -> None:
    from reader.cli import output
    from reader.core.rules import RULES

    for each in report.findings:
        place = f"{each.file or '.'}:{each.line}"
        output.result(f"{place}: {RULES[each.rule].level} {each.rule} {each.message}")
    if report.findings:
        print()
    for line in summary(report):
        print(line)


def summary(report: Report) -> Iterator[str]:
    """Yield the lines that tell how much a guide holds and how hard it is to read."""
    counts = report.counts
    yield _shortened(report.title, WIDTH)
    rows = [
        ("Errors", len(report.of_level("error"))),
        ("Warnings", len(report.of_level("warning"))),
        ("Claims marked", f"{counts.claims_marked} of {counts.claims}"),
        ("Sections", counts.sections),
        ("Glossary entries", counts.entries),
        ("References", counts.references),
        ("Nodes", counts.nodes),
        ("Interactions", counts.interactions),
        ("Routes", counts.routes),
    ]
    yield from (f"  {name:18}{value}" for name, value in rows)
    yield ""
    if report.figures:
        yield from _table(report.figures)
    elif counts.sections and not any(each.rule in ("unchecked", "too-hard") for each in report.findings):
        yield "Sentences, short forms, hard words and how certain a text sounds are checked in English only."


def _table(every: tuple[Figures, ...]) -> Iterator[str]:
    more = len(every) - 2 - MOST_SECTIONS  # the first is the whole article, and the last may be the glossary
    shown = every if more <= 0 else (*every[: 1 + MOST_SECTIONS], every[-1])
    rows = [_cells(each) for each in shown]
    widths = [max(len(row[number]) for row in [_COLUMNS, *rows]) for number in range(len(_COLUMNS))]
    room = WIDTH - sum(widths) - 2 * len(widths)
    names = ["Readability", *(_shortened(_name(each), WIDTH) for each in shown)]
    first = max(len(name) for name in names if len(name) <= room)
    for name, row in zip(names, [_COLUMNS, *rows], strict=True):
        if len(name) > room:
            yield name  # on a line of its own, whole, above its figures
        cells = "".join(f"  {cell:>{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"{name if len(name) <= room else '':{first}}{cells}".rstrip()
    if more > 0:
        yield f"There are {more} sections more."
    yield from _KEY


def _name(figures: Figures) -> str:
    if not figures.section:
        return "Whole article"
    return f"  {figures.title}" if figures.title else "Glossary"  # a section may have the id "glossary", too


def _cells(figures: Figures) -> tuple[str, ...]:
    def share(count: int) -> str:
        return _number(100 * count / figures.sentences if figures.sentences else None)

    return (
        str(figures.words), str(figures.sentences), _number(figures.mean), _number(figures.grade),
        _number(figures.grade_without_terms), _number(figures.smog), _number(figures.ease),
        share(figures.over_20), str(figures.over_25), share(figures.passive),
    )  # fmt: skip


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _shortened(text: str, width: int) -> str:
    from reader.cli import output

    indent = len(text) - len(text.lstrip())
    line = " " * indent + output.harmless(text)
    return line if len(line) <= width else f"{line[: width - 1]}…"
