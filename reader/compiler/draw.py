"""The child that draws GPML files, one after the other: ``python -m reader.compiler.draw``, an order on stdin.

It writes the pictures into a folder of its parent's and answers one line of JSON for each file as soon as its picture
is there, so that its parent knows which file it was that ended it.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from reader.compiler.gpml import survey
from reader.compiler.gpml.reading.wiki import paragraphs
from reader.core.description import in_short
from reader.core.limits import apply_limits, within
from reader.core.palette import PAPER, palette_of
from reader.core.picture import Caption, Plate
from reader.core.source import MB, Source, UnreadableError, printable
from reader.core.svg import names_of, svg_size, to_svg
from reader.errors import ReaderError

LARGEST = 32 * MB  # of a file, as of a guide's pathway; the largest published one has 3
NOTES = 3  # of one file that are told
PNG_WIDTH = 960  # pixels, where nobody said


class _Order(NamedTuple):
    """What standard input asks for."""

    files: list[list[str]]  # each: the GPML file, the picture to write
    folder: str  # empty, for Typst
    width: int  # of the picture, in pixels; 0 where nobody said
    seconds: float  # for one file
    faces: list[str]
    theme: dict[str, str]


def main() -> None:
    """Do what standard input orders."""
    apply_limits()
    gc.disable()  # to look for cycles again and again takes as long as reading a large file
    gc.freeze()
    order = _Order(**json.load(sys.stdin.buffer))
    plate = Plate(Path(order.folder), [Path(face) for face in order.faces])
    for source, target in order.files:
        answer: dict[str, Any] = {}
        try:
            with within(order.seconds):
                answer["notes"] = _draw(Path(source), Path(target), order, plate)
        except ReaderError as error:
            answer["error"] = str(error)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        gc.collect()


def _draw(path: Path, target: Path, order: _Order, plate: Plate) -> list[str]:
    """Write one picture and return what is to be said about it. Raises ReaderError."""
    name = printable(path)
    found = survey(_content(path), name, guesses=True)
    plain = "\n".join(words for words, _ in paragraphs(found.pathway.description))
    description = in_short(found.pathway._replace(description=plain))
    caption = Caption(title=found.pathway.title or path.stem, description=description)
    palette = PAPER if found.drawing.paper else palette_of("light", order.theme)
    svg = to_svg(found.drawing, palette, **caption, names=names_of(found.pathway), width=order.width)
    notes = [str(problem) for problem in found.problems[:NOTES]]
    if len(found.problems) > NOTES:
        notes.append(f"{name}: problems more: {len(found.problems) - NOTES}.")
    try:
        match target.suffix:
            case ".png":
                picture = plate.png(svg, svg_size(found.drawing), order.width or PNG_WIDTH, caption)
            case ".pdf":
                picture = plate.pdf(svg, svg_size(found.drawing), caption)
            case _:
                picture = svg.encode()
        target.write_bytes(picture)
    except ReaderError as error:
        raise ReaderError(f"{name}: {error}") from error
    except OSError as error:
        raise ReaderError(f"{name}: there is no room for its picture ({error.strerror}).") from error
    if target.suffix != ".svg" and (letters := plate.without_face(svg)):
        notes.append(f"{name}: no face on this computer has these letters, so boxes stand for them: {letters[:40]}")
    return notes


def _content(path: Path) -> bytes:
    """Return what a file holds; never more than LARGEST, and nothing of what is no file. Raises ReaderError."""
    name = printable(path)
    try:
        real = path.resolve(strict=True)
        if real.is_dir():
            raise ReaderError(f"{name} is a folder. Name the files in it that shall be drawn.")
        read = Source(real.parent, real.name).read(real.name, LARGEST)
    except FileNotFoundError:
        raise ReaderError(f"There is no file {name}.") from None
    except UnreadableError as error:
        raise ReaderError(f"{name} {error.reason}.") from error
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReaderError(f"{name} cannot be read ({reason}).") from error
    if read is None:
        raise ReaderError(f"There is no file {name}.")
    return read[0]


if __name__ == "__main__":
    main()
