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
    from reader.core.typeset import Press, save, to_pdf

    guide = library().open(args.guide)
    press = Press(paths.bundled("resources"), tuple(paths.faces()))
    with tempfile.TemporaryDirectory(prefix="pathway-reader-") as folder:
        made = to_pdf(guide, args.section, press, Path(folder))
        save(made.files[0], args.output)
    output.problems(guide.problems)
    for line in (*made.notes, f"Wrote {args.output}"):
        output.message(line)
    return 0
