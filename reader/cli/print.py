"""`print`: sections of a guide, or all of it, as a PDF."""

from __future__ import annotations

import argparse
import sys
import tempfile
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
    from reader.core import typeset
    from reader.core.glyphs import Glyphs
    from reader.core.handout import build
    from reader.core.library import Library

    guide = Library(paths.bundled("content"), paths.cache()).open(args.guide)
    resources = paths.bundled("resources") / "print"
    handout = build(guide, args.section, Glyphs(resources / "glyphs.txt"))
    pictures = {key: picture for key in handout.pictures if (picture := guide.image(key))}
    press = typeset.Press(resources / "handout.typ", tuple(paths.faces()))
    with tempfile.TemporaryDirectory(prefix="pathway-reader-") as folder:
        made = typeset.to_pdf(handout.to_json(), pictures, press, Path(folder))
        typeset.save(made.files[0], args.output)
    for note in (*handout.notes, *made.notes):
        print(note, file=sys.stderr)
    print(f"Wrote {args.output}", file=sys.stderr)
    return 0
