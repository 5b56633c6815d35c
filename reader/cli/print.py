"""`print`: sections of a guide, or all of it, as a PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("print", help="make a PDF of sections, or of the whole guide")
    command.add_argument("guide", nargs="?", metavar="GUIDE", help="a folder, a file or an installed guide's id")
    command.add_argument(
        "--section", action="append", default=[], metavar="ID", help="a section to print; give it again for more"
    )
    command.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="the PDF to write")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the PDF and say so on standard error. Raises ReaderError where something is wrong with the input."""
    import tempfile

    from reader.cli import output
    from reader.cli.library import library
    from reader.core.handout.choosing import with_inside
    from reader.core.handout.order import Order
    from reader.core.handout.typeset import Press, Typesetter, save

    guide = library().open(args.guide)
    order = Order("sections", with_inside(guide, args.section)) if args.section else Order()
    press = Press(paths.bundled("resources"), tuple(paths.faces()))
    with tempfile.TemporaryDirectory(prefix="pathway-reader-") as folder:
        made = Typesetter(press, Path(folder)).pdf(guide, order)
        save(made.file, args.output)
    output.problems(guide.problems)
    for line in (*made.notes, f"Wrote {args.output}"):
        output.message(line)
    return 0
