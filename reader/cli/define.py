"""`define`: the explanation of a word."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.explanation import Explanation
    from reader.core.guide import Guide
    from reader.core.records import Entry, Problem

GLOSSARY = "glossary.md"
LONGEST_SAID = 60  # letters of what was asked for
_JSON = (
    "--json writes one object. Its keys are always there, in this order: query, what was asked for; id and term of the"
    " entry; glossary, the title of the added glossary it stands in, or empty; short_forms; other_names;"
    " pronunciation; parts; definition; sections that have the term (id, title, count); node of the pathway (id,"
    " label), or null; see_also (id, term); sources (key, text, doi, pmid, url); mesh; elsewhere, the same word in"
    " other glossaries (id, term, glossary, definition). Where there is no entry, nothing is written to standard"
    " output, the nearest entries are named on standard error, and the command returns 1."
)


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("define", help="explain a word of a guide's glossary", epilog=_JSON)
    command.add_argument("term", nargs="+", metavar="TERM", help="a word in any form, such as IL6 or cytokines")
    command.add_argument("--guide", metavar="GUIDE", help="a folder, a file or an installed guide's id")
    command.add_argument("--json", action="store_true", help="write JSON")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the entry with all that is known of it; else name the nearest entries and return 1."""
    from reader.cli import output
    from reader.cli.library import library
    from reader.core.explanation import explain
    from reader.core.glossary import look_up

    guide = library().open(args.guide, needs_article=False)
    term = " ".join(args.term)
    entry = look_up(guide, term)
    explanation = explain(guide, entry.id) if entry is not None else None
    if explanation is None:
        output.message(_not_found(guide, term))
        output.problems(problem for problem in guide.problems if _hides_words(problem))
        return 1
    if args.json:
        output.json_result({"query": term, **as_data(explanation)})
    else:
        for line in lines(guide, explanation):
            output.result(line)
    return 0


def lines(guide: Guide, explanation: Explanation) -> Iterator[str]:
    """Yield an explanation as text, a line for each thing that is known: the terminal breaks what is too long."""
    entry = explanation.entry
    yield f"{entry.term} ({', '.join(entry.short_forms)})" if entry.short_forms else entry.term
    yield entry.definition
    details = {
        "Say": entry.pronunciation,
        "Parts": entry.parts,
        "Also called": ", ".join(entry.other_names),
        "Appears in": ", ".join(f"{each.section.title} ({each.times})" for each in explanation.mentions),
        "In the pathway": explanation.node.label if explanation.node else "",
        "See also": ", ".join(other.term for other in explanation.see_also),
        "MeSH": entry.mesh,
    }
    yield from (f"{name}: {value}" for name, value in details.items() if value)
    yield from (f"Source: {source.text}" for source in explanation.sources)
    if entry.glossary:
        yield f"Glossary: {entry.glossary}"
    yield from (f"Also explained in: {name}" for name in _glossaries(guide, explanation.elsewhere))


def as_data(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as plain data, with the keys that the help tells of."""
    entry, node = explanation.entry, explanation.node
    return {
        "id": entry.id,
        "term": entry.term,
        "glossary": entry.glossary,
        "short_forms": entry.short_forms,
        "other_names": entry.other_names,
        "pronunciation": entry.pronunciation,
        "parts": entry.parts,
        "definition": entry.definition,
        "sections": [
            {"id": each.section.id, "title": each.section.title, "count": each.times} for each in explanation.mentions
        ],
        "node": {"id": node.id, "label": node.label} if node else None,
        "see_also": [{"id": other.id, "term": other.term} for other in explanation.see_also],
        "sources": [
            {"key": each.key, "text": each.text, "doi": each.doi, "pmid": each.pmid, "url": each.url}
            for each in explanation.sources
        ],
        "mesh": entry.mesh,
        "elsewhere": [
            {"id": other.id, "term": other.term, "glossary": other.glossary, "definition": other.definition}
            for other in explanation.elsewhere
        ],
    }


def _glossaries(guide: Guide, entries: tuple[Entry, ...]) -> dict[str, None]:
    """Return the titles of the glossaries that have the entries, each once."""
    return dict.fromkeys(entry.glossary or guide.about.title for entry in entries)


def _hides_words(problem: Problem) -> bool:
    """Return whether words may be missing for it: a glossary cannot be read. The rest is for the glossary's author."""
    is_added = Path(problem.file).is_absolute() and Path(problem.file).name != GLOSSARY
    return problem.line == 0 and (problem.file == GLOSSARY or is_added)


def _not_found(guide: Guide, term: str) -> str:
    from reader.core.nearest import nearest

    asked = term.strip(' "“”‘’')
    said = asked if len(asked) <= LONGEST_SAID else f"{asked[: LONGEST_SAID - 1]}…"
    if not guide.has_entries:
        return f"This guide has no glossary, so “{said}” cannot be looked up."
    near = nearest(guide, term)
    found = dict.fromkeys(f"{entry.term} ({name})" if name else entry.term for entry, name in near)
    return f"No entry for “{said}”." + (f" Nearest: {', '.join(found)}." if found else "")
