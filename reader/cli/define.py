"""`define`: the explanation of a word."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.guide import Entry, Guide


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("define", help="explain a word of a guide's glossary")
    command.add_argument("term", nargs="+", metavar="TERM", help="a word in any form, such as IL6 or cytokines")
    command.add_argument("--guide", metavar="GUIDE", help="a folder, a file or an installed guide's id")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the entry: headword, explanation, what else is known; else name the nearest entries and return 1."""
    from reader.cli import output
    from reader.cli.library import library
    from reader.core.glossary import look_up

    guide = library().open(args.guide)
    term = " ".join(args.term)
    entry = look_up(guide, term)
    if entry is None:
        output.message(_not_found(guide, term))
        output.problems(problem for problem in guide.problems if _is_of_glossary(problem.file))
        return 1
    for line in lines(guide, entry):
        output.result(line)
    return 0


def lines(guide: Guide, entry: Entry) -> Iterator[str]:
    """Yield an entry as lines of text."""
    yield f"{entry.term} ({', '.join(entry.short_forms)})" if entry.short_forms else entry.term
    yield entry.definition
    seen = (other.term for each in entry.see_also if (other := guide.entry(each)))
    details = {
        "Say": entry.pronunciation,
        "Parts": entry.parts,
        "Also called": ", ".join(entry.other_names),
        "See also": ", ".join(seen),
        "MeSH": entry.mesh,
    }
    yield from (f"{name}: {value}" for name, value in details.items() if value)
    yield from (f"Source: {reference.text}" for key in entry.sources if (reference := guide.reference(key)))


def _is_of_glossary(file: str) -> bool:
    """Return whether what is wrong in a file is wrong in the guide's glossary, or in one that the user added."""
    return file == "glossary.md" or Path(file).is_absolute()


def _not_found(guide: Guide, term: str) -> str:
    from reader.core.nearest import nearest

    if not guide.has_entries:
        return f"This guide has no glossary, so “{term}” cannot be looked up."
    found = [entry.term for entry in nearest(guide, term)]
    return f"The glossary has no entry for “{term}”." + (f" Nearest: {', '.join(found)}." if found else "")
