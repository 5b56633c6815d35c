"""`pathway-reader layout FOLDER`: pathway.toml laid out into pathway.gpml beside it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.source import ARTICLE, Source, printable
from reader.errors import ReaderError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.records import Problem

SOURCE, RESULT = "pathway.toml", "pathway.gpml"


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("layout", help="lay a guide's pathway.toml out into pathway.gpml (for authors)")
    command.add_argument("folder", type=Path, metavar="FOLDER", help="the guide's folder")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write pathway.gpml and its name. Raises ReaderError where something is wrong with the input."""
    from reader.cli import output

    output.result(str(lay_out_folder(args.folder)))
    return 0


def lay_out_folder(folder: Path) -> Path:
    """Return the pathway.gpml that was written. Raises ReaderError."""
    from reader.cli import output
    from reader.compiler.layout import lay_out

    source = Source(folder.resolve(), ARTICLE)
    text = source.text(SOURCE)
    if text is None:
        raise ReaderError(f"The folder {printable(folder)} holds no {SOURCE}, so there is nothing to lay out.")
    gpml = lay_out(text, SOURCE, *_named(source))
    target = folder / RESULT
    output.save(gpml, target)
    return target


def _named(source: Source) -> tuple[dict[str, dict[str, Any]], str]:
    """Return the CSL items by key and the licence; nothing where a guide has none yet. Raises ReaderError."""
    from reader.compiler import about, references

    problems: list[Problem] = []
    text = source.text(references.FILE)
    items = references.items(text, problems) if text else {}
    if problems:  # a reader may go on without references; an author wants to know
        raise ReaderError(str(problems[0]))
    return items, str(about.read(source.text(about.FILE) or "", problems).get("licence", ""))
