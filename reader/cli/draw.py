"""`draw`: pathways in GPML files as pictures."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.errors import ReaderError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.drafting import Means

FORMATS = ("svg", "png", "pdf")
WIDEST = 20_000  # pixels
_EACH = 20  # so many pictures are named one by one
_STEP = 100  # of more, it is said how many are done after each so many
_NAME_IT = "Name a folder after -o, or a name that ends in .svg."
_HELP = """Draw pathways as pictures: any number of GPML 2013a files, as WikiPathways and PathVisio write them.

  pathway-reader draw WP530.gpml -o WP530.svg
  pathway-reader draw pathways/*.gpml -o pictures --format png --width 1600

SVG can be made larger without loss, and its text can be searched and read aloud. PNG goes into slides and documents.
PDF is for paper: one page. A file that cannot be drawn is named, and the others are drawn all the same."""


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser(
        "draw",
        help="draw pathways in GPML files as SVG, PNG or PDF",
        description=_HELP,
    )
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a GPML 2013a file")
    command.add_argument(
        "-o", "--output", required=True, type=Path, metavar="DIR",
        help="the folder to write to, made if need be; of one FILE also the picture itself, such as x.svg",
    )  # fmt: skip
    command.add_argument("--format", choices=FORMATS, help="svg, where nothing is said")
    command.add_argument(
        "--width",
        type=_width,
        default=0,
        metavar="PIXELS",
        help="how wide a PNG is, or an SVG is shown; where nothing is said, 960 for PNG and the pathway's own for SVG",
    )
    command.set_defaults(run=run)


def _width(text: str) -> int:
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= WIDEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"a picture is 1 to {WIDEST:,} pixels wide, so {text[:20]!r} will not do")


def run(args: argparse.Namespace) -> int:
    """Write the pictures; say on standard error what could not be drawn, and return 1 then.

    Raises ReaderError where nothing can be written at all.
    """
    from reader.cli import output
    from reader.core.drafting import draw

    pairs, notes = _pairs(args.files, args.output, args.format)
    _keep_apart(pairs)
    means = _means()
    if len(means.faces) == len(paths.faces()) and pairs[0][1].suffix.lower() != ".svg":
        notes.append("Neither Arial nor Liberation Sans is on this computer, so the words stand in another face.")
    for note in notes:
        output.message(note)
    failed = 0
    for number, drawn in enumerate(draw(pairs, args.width, means), start=1):
        failed += bool(drawn.error)
        for line in (*drawn.notes, drawn.error):
            if line:
                output.message(line)
        if not drawn.error and len(pairs) <= _EACH:
            output.message(f"Wrote {drawn.target}")
        elif len(pairs) > _EACH and (number % _STEP == 0 or number == len(pairs)):
            output.message(f"{number - failed} of {len(pairs)} pictures are in {args.output}.")
    if failed and len(pairs) > 1:
        output.message(f"{failed} of {len(pairs)} files could not be drawn.")
    return int(failed > 0)


def _means() -> Means:
    import json

    from reader.core.drafting import Means

    themes = json.loads((paths.bundled("resources") / "styles" / "themes.json").read_text(encoding="utf-8"))
    return Means(tuple(paths.drawing_faces()), themes["light"])


def _pairs(files: list[Path], target: Path, wanted: str | None) -> tuple[list[tuple[Path, Path]], list[str]]:
    """Return each file with its picture, and what is to be said about names. Raises ReaderError."""
    from reader.cli.output import make_folder

    named = target.suffix.lower().removeprefix(".")
    if named not in FORMATS or os.path.isdir(target):  # noqa: PTH112 (which raises where one may not look)
        make_folder(target, _NAME_IT)
        return _in_folder(files, target, wanted or FORMATS[0])
    if len(files) > 1:
        raise ReaderError(f"{len(files)} files cannot become the one picture {target}. Name a folder after -o.")
    if wanted not in (None, named):
        raise ReaderError(f"{target} ends in .{named}, but --format asks for {wanted}. Leave one of them out.")
    make_folder(target.parent, _NAME_IT)
    return [(files[0], target)], []


def _in_folder(files: list[Path], folder: Path, suffix: str) -> tuple[list[tuple[Path, Path]], list[str]]:
    """Name a picture after each file, and number those of one name: a picture never takes the place of another."""
    pairs: list[tuple[Path, Path]] = []
    notes = []
    taken = {file.stem.casefold() for file in files}  # a number must not make the name of another file
    used: set[str] = set()
    for file in dict.fromkeys(files):
        name, number = file.stem, 1
        while name.casefold() in used or (number > 1 and name.casefold() in taken):
            number += 1
            name = f"{file.stem}-{number}"
        used.add(name.casefold())
        target = folder / f"{name}.{suffix}"
        pairs.append((file, target))
        if number > 1:
            notes.append(f"{file} becomes {target.name}: another file of this name is drawn, too.")
    return pairs, notes


def _keep_apart(pairs: list[tuple[Path, Path]]) -> None:
    """Raise ReaderError where a picture would take the place of a file that is drawn."""
    sources = {os.path.realpath(file) for file, _ in pairs if file.suffix.lower().removeprefix(".") in FORMATS}
    for file, target in pairs:
        if sources and os.path.realpath(target) in sources:
            raise ReaderError(f"The picture of {file} would take the place of a file itself. Choose another name.")
