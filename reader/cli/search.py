"""`search`: where a guide speaks of something."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.excerpt import Excerpt
    from reader.core.guide import Guide
    from reader.core.search import Found, Results

LIMIT = 10
MOST = 1000
KINDS = {"text": "Section text", "glossary": "Glossary", "reference": "Reference", "pathway": "Pathway"}


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("search", help="find words in a guide's text, glossary, references and pathway")
    command.add_argument("query", metavar="QUERY", help="a word, or several in quotes, such as 'sleep and pain'")
    command.add_argument("guide", nargs="?", metavar="GUIDE", help="a folder, a file or an installed guide's id")
    command.add_argument(
        "--limit", type=_limit, default=LIMIT, metavar="N", help="show at most N (default: %(default)s)"
    )
    command.add_argument("--json", action="store_true", help="write JSON")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write what was found, the best first; else name words of the guide that are written alike, and return 1."""
    from reader.cli import output
    from reader.cli.library import library
    from reader.core.search import search

    guide = library().open(args.guide)
    results = search(guide, args.query, args.limit)
    if args.json:
        output.json_result(_as_data(args.query, results))
    if not results.hits:
        output.message(_not_found(guide, args.query))
        return 1
    if not args.json:
        for hit in results.hits:
            output.result(_where(hit))
            if hit.excerpt.text:
                print("   ", output.harmless(_starred(hit.excerpt)))
    if not results.has_all_words:
        output.message("Nothing has all of these words; what is listed has some of them.")
    if results.total > len(results.hits):
        all_of_them = f"; --limit {results.total} lists them all" if results.total <= MOST else ""
        output.message(f"{len(results.hits)} of {results.total} are listed{all_of_them}.")
    return 0


def _where(hit: Found) -> str:
    """Return what was found and where, its id last in brackets, as `outline` writes it."""
    name = f"{KINDS[hit.kind]} “{hit.glossary}”" if hit.glossary else KINDS[hit.kind]
    title = _starred(hit.title)
    if hit.kind == "reference":
        return f"{name} {title} [{hit.target}]" if title else f"{name} [{hit.target}]"
    return f"{name}: {title} [{hit.target}]"


def _starred(line: Excerpt) -> str:
    """Return the line with what was found between stars, which need neither colours nor other letters."""
    parts: list[str] = []
    at = 0
    for start, end in line.marks:
        parts += (line.text[at:start], "*", line.text[start:end], "*")
        at = end
    return "".join((*parts, line.text[at:]))


def _as_data(query: str, results: Results) -> dict[str, Any]:
    hits = [
        {
            "kind": hit.kind,
            "target": hit.target,
            "glossary": hit.glossary,
            "place": hit.place and hit.place._asdict(),
            "title": hit.title._asdict(),
            "excerpt": hit.excerpt._asdict(),
        }
        for hit in results.hits
    ]
    return {"query": query, "total": results.total, "has_all_words": results.has_all_words, "hits": hits}


def _not_found(guide: Guide, query: str) -> str:
    from reader.core.search import similar

    if not any(letter.isalnum() for letter in query):
        return "There is no word to search for. Give at least one."
    near = similar(guide, query)
    said = query if len(query) <= 60 else f"{query[:59]}…"
    return f"Nothing in this guide has “{said}”." + (f" Words like it: {', '.join(near)}." if near else "")


def _limit(text: str) -> int:
    if not (text.isdecimal() and len(text) < 5 and 1 <= int(text) <= MOST):
        raise argparse.ArgumentTypeError(f"N is a number from 1 to {MOST}")
    return int(text)
