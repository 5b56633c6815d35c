"""A compiled guide's pathway as files to take along, made in a process of its own: both ends of it.

Typst can neither be cancelled nor return memory, so the window never loads it; and a drawing of 3,000 items takes
longer to write than a window may wait.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader.core.child import Child, Outcome
from reader.core.drafting import MEGABYTES, Means
from reader.core.guide import Guide
from reader.core.limits import apply_limits
from reader.core.scratch import Scratch
from reader.errors import ReaderError

FORMATS = ("svg", "png", "pdf", "gpml")
SECONDS = 60.0  # the largest published pathway takes three
SHARP = 2.0  # pixels of a PNG for one of the board: letters stay letters on paper
MOST_PIXELS = 60_000_000  # of a PNG, which is less sharp then
NOT_MADE = "The picture of the pathway could not be made."


class Part(NamedTuple):
    """Some of a pathway."""

    title: str  # what it is called
    keys: frozenset[str]  # ids of nodes and interactions


class Picturing:
    """The pathway of one guide on its way to files, begun when this object is made.

    Ask `poll` now and then. The files live in a folder of this object, until `close`.
    """

    def __init__(
        self, guide: Path, formats: Sequence[str], means: Means, *, is_restyled: bool = False, part: Part | None = None
    ) -> None:
        """Begin with the compiled guide in the file *guide*; *formats* are some of FORMATS.

        *is_restyled* asks for a stranger's drawing in our colours, on white; *part* for no more than that, in a
        picture: a GPML file is always the whole.
        """
        self._folder = Scratch()
        self._formats = tuple(formats)
        order = {
            "guide": str(guide),
            "formats": self._formats,
            "folder": str(self._folder.path),
            "faces": [str(face) for face in means.faces],
            "theme": dict(means.theme),
            "is_restyled": is_restyled,
            "part": [part.title, sorted(part.keys)] if part is not None else None,
        }
        given = json.dumps(order).encode()
        self._child = Child("reader.core.picturing", [], given=given, seconds=SECONDS, megabytes=MEGABYTES)

    def poll(self) -> dict[str, Path] | None:
        """Return the files by format, or None while they are made. Raises ReaderError when they cannot be."""
        outcome = self._child.poll()
        if outcome is None:
            return None
        _check(outcome)
        return {each: self._folder.path / f"picture.{each}" for each in self._formats}

    def close(self) -> None:
        """Stop, where it is not done, and throw the files away."""
        self._child.stop()
        self._folder.close()


def _check(outcome: Outcome) -> None:
    if outcome.how == "stopped":
        raise ReaderError("Making the picture was stopped.")
    if outcome.how == "too slow":
        raise ReaderError("Making the picture took too long and was stopped. SVG takes the least time.")
    if outcome.how == "failed" and outcome.code == 1:
        raise ReaderError(outcome.errors.strip().rpartition("\n")[2] or NOT_MADE)
    if outcome.how == "failed":  # it died: out of memory, or a fault in Typst
        raise ReaderError(NOT_MADE)


def main() -> int:
    """Do what standard input orders; return 1 and say a sentence on standard error where it cannot be done."""
    apply_limits()
    order = json.load(sys.stdin.buffer)
    folder = Path(order["folder"])
    try:
        guide = Guide(Path(order["guide"]))
        if "gpml" in order["formats"]:
            (folder / "picture.gpml").write_bytes(_original(guide))
        if formats := [each for each in order["formats"] if each != "gpml"]:
            _draw(guide, formats, folder, order)
    except ReaderError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"There is no room for the picture ({error.strerror}).\n")
        return 1
    return 0


def _original(guide: Guide) -> bytes:
    if (kept := guide.original()) is None:
        raise ReaderError("This guide has no pathway.")
    return kept


def _draw(guide: Guide, formats: Sequence[str], folder: Path, order: dict[str, Any]) -> None:
    from reader.core.cutting import cut, told
    from reader.core.description import in_short
    from reader.core.palette import PAPER, palette_of, restyled
    from reader.core.picture import Caption, Plate
    from reader.core.svg import names_of, svg_size, to_svg

    drawing, pathway = guide.drawing, guide.pathway
    if drawing is None or pathway is None:
        raise ReaderError("This guide has no pathway.")
    if order["is_restyled"] and drawing.paper:
        drawing = drawing._replace(items=tuple(map(restyled, drawing.items)), paper="")
    caption = Caption(title=pathway.title or guide.about.title, description=in_short(pathway))
    if order["part"] is not None:
        title, keys = order["part"]
        drawing = cut(drawing, pathway, keys)
        caption = Caption(title=title, description=told(pathway, keys))
    palette = PAPER if drawing.paper else palette_of("light", order["theme"])
    svg, size = to_svg(drawing, palette, **caption, names=names_of(pathway)), svg_size(drawing)
    world = folder / "world"
    world.mkdir()
    plate = Plate(world, [Path(face) for face in order["faces"]]) if formats != ["svg"] else None
    for each in formats:
        match each:
            case "png" if plate is not None:
                made = plate.png(svg, size, _width(size), caption)
            case "pdf" if plate is not None:
                made = plate.pdf(svg, size, caption)
            case _:
                made = svg.encode()
        (folder / f"picture.{each}").write_bytes(made)


def _width(size: tuple[float, float]) -> int:
    """Return how many pixels wide a PNG is."""
    return max(1, int(size[0] * min(SHARP, math.sqrt(MOST_PIXELS / (size[0] * size[1])))))


if __name__ == "__main__":
    sys.exit(main())
