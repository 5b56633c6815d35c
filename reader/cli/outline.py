"""`outline`: the headings of a guide."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("outline", help="list the headings of a guide, each with its id")
    command.add_argument("guide", nargs="?", metavar="GUIDE", help="a folder, a file or an installed guide's id")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write one heading a line, indented by two spaces a level, its id last in brackets."""
    from reader.cli import output
    from reader.cli.library import library

    guide = library().open(args.guide)
    for section in guide.outline:
        print("  " * (section.level - 1) + output.harmless(f"{section.title} [{section.id}]"))
    output.problems(guide.problems)
    return 0
