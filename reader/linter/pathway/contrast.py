"""Text in the pathway that is hard to tell from what lies beneath it, in any theme or on paper.

Letters in a diagram grow and shrink with it, so that the lower limit which WCAG has for large text is given to none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from reader import paths
from reader.compiler.gpml import Survey
from reader.core.contrast import contrast
from reader.core.drawing import Rect, Shape, Text, bounds, text_bounds
from reader.core.palette import PAPER, Palette, look_of, palette_of, text_colour
from reader.core.records import Problem
from reader.core.source import PATHWAY, printable
from reader.linter.pathway.geometry import Point, flat, is_inside
from reader.linter.pathway.graph import short
from reader.linter.pathway.grid import Grid, TooMuchError
from reader.linter.subject import Subject

LEAST = 4.5  # WCAG 2.2, 1.4.3


class _Ground(NamedTuple):
    """A filled shape, and where it stands in the display list."""

    number: int
    shape: Shape
    box: Rect
    outline: list[Point]


class _Pair(NamedTuple):
    """A text's colour and that beneath it."""

    contrast: float
    ink: str
    ground: str
    where: str  # the theme, or ""


def findings(subject: Subject) -> Iterator[Problem]:
    """Yield the texts that reach too little contrast."""
    if subject.survey is None:
        return
    try:
        yield from _pale(subject.survey)
    except TooMuchError:
        message = "So much is drawn here that not every text was looked at; draw less, or spread it out."
        yield Problem(PATHWAY, 0, message, "pathway-contrast")


def _pale(survey: Survey) -> Iterator[Problem]:
    looks = _palettes()
    grounds = _grounds(survey)
    grid = Grid([ground.box for ground in grounds])
    for number, (item, line) in enumerate(zip(survey.drawing.items, survey.item_lines, strict=True)):
        if not isinstance(item, Text) or not any(item.lines):
            continue
        beneath = {_beneath(point, number, grounds, grid) for point in _points(item)}
        pairs = [
            _pair(item, grounds[n].shape if n >= 0 else None, survey.drawing.paper, (name, colours), is_lit=is_lit)
            for n in beneath
            for name, colours in looks.items()
            for is_lit in (True, False)
        ]
        worst = min(pairs)
        if worst.contrast < LEAST:
            text = printable(short(" ".join(item.lines)))
            message = (
                f"“{text}” has a contrast of {worst.contrast:.1f}:1 ({worst.ink} on {worst.ground}{worst.where}); "
                f"give it a darker or a lighter colour, to reach {LEAST}:1."
            )
            yield Problem(PATHWAY, line, message, "pathway-contrast")


def _pair(item: Text, shape: Shape | None, paper: str, look: tuple[str, Palette], *, is_lit: bool) -> _Pair:
    name, colours = look
    ink = text_colour(item, colours, is_lit)
    ground = look_of(shape, colours, is_lit).fill if shape else paper or colours.ground
    is_given = bool(item.colour) and (bool(shape.stroke) if shape else bool(paper))  # whatever the theme
    # rounded down, so that no text is said to have the contrast that it lacks
    return _Pair(int(contrast(ink, ground) * 10) / 10, ink, ground, "" if is_given else name)


def _grounds(survey: Survey) -> list[_Ground]:
    return [
        _Ground(number, item, bounds(item.path), flat(item.path))
        for number, item in enumerate(survey.drawing.items)
        if isinstance(item, Shape) and item.path[-1] == ("Z",) and look_of(item, PAPER, True).fill != "none"
    ]


def _points(text: Text) -> Iterator[Point]:
    """Yield three points of a text's middle line; its ends are not known, as no face is known here."""
    x, y, w, h = text_bounds(text)
    for share in (0.25, 0.5, 0.75):
        yield (x + w * share, y + h / 2)


def _beneath(point: Point, number: int, grounds: list[_Ground], grid: Grid) -> int:
    """Return which ground lies topmost under a point of the item with this number; -1 for the paper."""
    under = (n for n in grid.near((*point, 0.0, 0.0)) if grounds[n].number < number)
    return max((n for n in under if is_inside(point, grounds[n].outline)), default=-1)


def _palettes() -> dict[str, Palette]:
    """Return every palette a pathway may be shown in, by words that say where."""
    themes = json.loads((paths.bundled("resources") / "styles" / "themes.json").read_text(encoding="utf-8"))
    found = {f", in the {name} theme": palette_of(name, theme) for name, theme in themes.items()}
    return found | {", on paper": PAPER}
