"""How a drawing comes onto paper: whole, in parts of a page each, or not at all. Its letters are never too small."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from reader.core.drawing import Drawing, Rect, Text
from reader.core.handout import going_on
from reader.core.handout.edge_words import SIDE
from reader.core.handout.fitting import bands
from reader.core.handout.going_on import Part
from reader.core.handout.order import PAPERS, Order
from reader.core.handout.presets import Layout
from reader.core.handout.tiling import tiles
from reader.core.pathway import Pathway

LEAST = 7.0  # points of the smallest letters in a picture
_WISHED = 0.5  # of the text's size: letters as high as this where one of ours can be cut for it
LETTERS = 13.0  # pixels of a picture's letters, as the template takes them
SHAPE, TALL = 1.25, 800.0  # height of a part to its width, or its pixels where it is narrow
MOST_PARTS = 8  # of a drawing; nobody lays out more sheets to follow a line
MOST_BANDS = 20  # the same where it is cut between its stages, which are read one after the other
MOST_ITEMS = 6000  # shapes and texts of a drawing; large published pathways have some 3,000
_TOO_LARGE = (
    "The picture of this pathway is left out: with letters that can be read it would take about {} sheets of paper. "
    "What it shows is told in words."
)
_TOO_MUCH = "The picture of this pathway is left out: it has too many parts for paper ({:,})."
CAPTION = 400  # letters of an author's description that a caption has room for
_COUNTED, _LABEL = 80, 25  # letters of its other words, and of a caption without it
_SHARES = (1.0, 0.85, 0.7, 0.55)  # of SHAPE and TALL, tried in turn
_FOR_WORDS = 60.0  # pixels above and below a part for the words at its edges, for letters of 10 pixels
_RIM, _AT_ENDS = 30.0, 55.0  # millimetres that pages leave beside a picture, and above and below it
_POINTS = 72 / 25.4  # in a millimetre

_Size = tuple[float, float]


class Pictured(NamedTuple):
    """A drawing as paper has it."""

    parts: tuple[Part, ...] = ()  # none: it is left out
    scale: float = 1.0  # by which a part's pixels are to be taken for its letters to be LETTERS high
    places: Mapping[str, int] = MappingProxyType({})  # of a drawing in parts: node -> number of its part, from 0
    why_not: str = ""  # a sentence where it is left out


def on_paper(drawing: Drawing, pathway: Pathway, order: Order, *, is_ours: bool) -> Pictured:
    """Return a drawing as it can be printed. One of ours is best cut between its stages, others where little is lost.

    No letter of it will be lower than LEAST points; where that cannot be, *why_not* says so.
    """
    if len(drawing.items) > MOST_ITEMS:
        return Pictured(why_not=_TOO_MUCH.format(len(drawing.items)))
    letters = min((text.size for text in drawing.items if isinstance(text, Text) and any(text.lines)), default=LETTERS)
    letters = max(letters, 1.0)
    scale = 1.0 if is_ours else LETTERS / letters
    layout = order.preset.layout
    between = list(_between_stages(drawing)) if is_ours else []
    wished = max(LEAST, _WISHED * layout.size) if is_ours else LEAST
    for points in dict.fromkeys((wished, LEAST)):
        by = letters / points
        first, later = (_rooms(order, words, by) for words in (_caption(pathway, layout), _LABEL))
        for boxes in (*between, *(_anywhere(drawing, first, letters) if points == LEAST else ())):
            parts = going_on.parts(drawing, pathway, boxes, letters)
            if parts and _fit(parts[:1], first) and _fit(parts[1:], later):
                places = going_on.places_of(drawing, pathway, boxes) if len(boxes) > 1 else {}
                return Pictured(tuple(parts), scale, places)
    return Pictured(why_not=_TOO_LARGE.format(f"{_sheets(drawing, later, letters):,}"))


def _between_stages(drawing: Drawing) -> Iterator[list[Rect]]:
    """Yield ways to cut a drawing of ours, each a list of boxes, the best first."""
    cut = (bands(drawing, share * max(drawing.width * SHAPE, TALL)) for share in _SHARES)
    yield from (boxes for boxes in cut if len(boxes) <= MOST_BANDS)


def _anywhere(drawing: Drawing, rooms: Sequence[_Size], letters: float) -> Iterator[list[Rect]]:
    """Yield ways to cut any drawing, each a list of boxes, those with the fewest first: one where it stays whole."""
    yield [(0.0, 0.0, drawing.width, drawing.height)]
    words = 2 * _FOR_WORDS * letters / 10
    beside = 2 * SIDE * letters / 10
    found: list[list[Rect]] = []
    for spare in (0.5, 1.0, 1.5):  # words at the edges take more room or less
        for across, down in rooms:
            wide, high = across - (beside * spare if drawing.width > across else 0), down - words * spare
            if wide <= 0 or high <= 0:
                continue
            if math.ceil(drawing.width / wide) * math.ceil(drawing.height / high) <= MOST_PARTS:
                found.append(tiles(drawing, wide, high))
    yield from sorted(found, key=len)


def is_long(pathway: Pathway, layout: Layout) -> bool:
    """Whether a pathway's description is too long to stand in a caption with letters of this size."""
    return len(pathway.description) > CAPTION * (12 / layout.size) ** 2


def _caption(pathway: Pathway, layout: Layout) -> int:
    return _COUNTED + (0 if is_long(pathway, layout) else len(pathway.description))


def _rooms(order: Order, caption: int, by: float) -> tuple[_Size, _Size]:
    """Return the pixels, *by* a point, that a picture has across and down on a page of its own, upright and turned."""
    layout = order.preset.layout
    width, height = (side * _POINTS for side in PAPERS[order.paper])
    taken = _AT_ENDS * _POINTS + _words_around(layout, caption)
    rim = _RIM * _POINTS
    return ((width - rim) * by, (height - taken) * by), ((height - rim) * by, (width - taken) * by)


def _words_around(layout: Layout, caption: int) -> float:
    """Return the points of height that title and caption, of so many letters, take as resources/print sets them."""
    more = math.sqrt(layout.size / 12)
    heading, aside = layout.size + 7 * more, layout.size - 1.5 * more
    letters_in_line = 66 - 3.4 * (layout.size - 12) if layout.size > 12 else 66
    lines = 1 + math.ceil(caption / max(30.0, letters_in_line))
    return (1.5 * heading if caption > _LABEL else 0) + lines * aside * 1.4 + 5 * layout.size


def _fit(parts: Sequence[Part], rooms: Sequence[_Size]) -> bool:
    sizes = [(part.drawing.width, part.drawing.height) for part in parts]
    return all(any(wide <= across and high <= down for across, down in rooms) for wide, high in sizes)


def _sheets(drawing: Drawing, rooms: Sequence[_Size], letters: float) -> int:
    """Return about how many sheets a drawing takes, with room for the words at the edges of each part."""
    beside, words = 2 * SIDE * letters / 10, 2 * _FOR_WORDS * letters / 10
    counts = (
        math.ceil(drawing.width / max(1.0, across - beside)) * math.ceil(drawing.height / max(1.0, down - words))
        for across, down in rooms
    )
    return max(MOST_PARTS + 1, min(counts))  # with fewer it would not have been left out
