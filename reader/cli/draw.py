"""`draw`: pathways in GPML files as pictures."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("draw", help="draw pathways in GPML files as SVG, PNG or PDF")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a GPML 2013a file")
    command.add_argument("-o", "--output", required=True, type=Path, metavar="DIR", help="the folder to write to")
    command.add_argument("--format", choices=("svg", "png", "pdf"), default="svg", help="svg, where nothing is said")
    command.add_argument("--width", type=int, default=960, metavar="PIXELS", help="of a PNG; 960")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the pictures; say on standard error what could not be drawn, and return 1 then."""
    from reader.cli import output
    from reader.core.drafting import draw

    if len(args.files) == 1 and args.output.suffix in (".svg", ".png", ".pdf"):
        pairs = [(args.files[0], args.output)]
    else:
        args.output.mkdir(parents=True, exist_ok=True)
        pairs = [(file, args.output / f"{file.stem}.{args.format}") for file in args.files]
    failed = False
    for drawn in draw(pairs, args.width, paths.faces()):
        failed = failed or bool(drawn.error)
        for line in (*drawn.notes, drawn.error or f"Wrote {drawn.target}"):
            output.message(line)
    return int(failed)
