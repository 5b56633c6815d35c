"""The pathway, or one route through it, as a figure: pictures that fit pages, a legend, and all of it in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.core.answer import counted
from reader.core.cutting import cut
from reader.core.description import describe, how_much, in_short
from reader.core.drawing import Drawing, Item, Text
from reader.core.fuzzy import alike
from reader.core.guide import Guide
from reader.core.handout.fitting import closed_up, parts_of
from reader.core.handout.handout import Figure
from reader.core.handout.nesting import Nested
from reader.core.handout.order import Order
from reader.core.handout.runs import Cutter
from reader.core.handout.samples import sample
from reader.core.handout.step_numbers import numbered
from reader.core.handout.telling import told
from reader.core.palette import PAPER, restyled
from reader.core.pathway import Pathway, Route
from reader.core.picture import to_paint
from reader.core.sentences import called
from reader.core.signs import signs_of
from reader.core.source import printable
from reader.core.svg import to_svg
from reader.errors import ReaderError

SHAPE, TALL = 1.25, 800.0  # height of a picture to its width, or its pixels where it is narrow: fits above a caption
CAPTION = 400  # letters of an author's description that a caption has room for
MOST_PARTS = 20  # pages of pictures
PAGE = (482.0, 600.0)  # points that a picture has at most, on the narrower and the lower of our papers
LEAST = 5.0  # points of letters, below which it is said that they are small
MOST_ITEMS = 6000  # shapes and texts of a drawing; large published pathways have some 3,000
_NAMED = 40  # things that a picture's short description names
_TOO_MUCH = "The pathway has too many parts for paper ({:,}) and was left out."
_SMALL = "The pathway is large: on this paper its letters are only about {} points high."


def figure(guide: Guide, order: Order, cutter: Cutter) -> Figure:
    """Return the figure that an order wants; none where the guide has no pathway, or one too large for paper.

    ``figure`` holds number, title, about (paragraphs that a caption has no room for), caption, pictures (picture: key
    in *drawn*; width, height: pixels; label: "Part 1 of 3" or ""; description), legend (picture, width, height, words),
    is_route, steps (stage, sentences: the runs of each) and closing. The sentences of a route have the numbers in its
    picture, from 1. Raises ReaderError for a route that the pathway does not have, naming those with the nearest ids.
    """
    drawing, pathway = guide.drawing, guide.pathway
    if drawing is None or pathway is None or not drawing.items or min(drawing.width, drawing.height) <= 0:
        return Figure()
    if len(drawing.items) > MOST_ITEMS:
        return Figure(notes=(_TOO_MUCH.format(len(drawing.items)),))
    is_ours = not drawing.paper
    if order.preset.layout.ink == "low":
        drawing = drawing._replace(items=tuple(map(restyled, drawing.items)), paper="")
    drawing = drawing._replace(items=tuple(_printable(item, cutter) for item in drawing.items))
    route = _route(pathway, order.route) if order.route else None
    if route is not None:
        drawing = _of_route(drawing, pathway, route, is_ours=is_ours)
    parts = _parts(drawing) if is_ours else [drawing]
    is_in_text = guide.is_pathway and order.what == "guide"  # the text of a lone pathway was made of it
    steps, notes = ([], []) if is_in_text else told(pathway, route, cutter)
    is_long = route is None and len(pathway.description) > CAPTION
    about = describe(pathway).about[:-1] if is_long and not is_in_text else ()
    drawn: dict[str, str] = {}
    title = route.title if route is not None else pathway.title or guide.about.title
    made: Nested = {
        "number": 1,
        "title": cutter.plain(title),
        "about": list(map(cutter.plain, about)),
        "caption": cutter.plain(how_much(pathway) if is_in_text else _caption(pathway, route, about)),
        "pictures": [_picture(number, parts, title, pathway, drawn) for number in range(len(parts))],
        "legend": list(_legend(drawing, pathway, drawn)),
        "is_route": route is not None,
        "steps": steps,
        "closing": cutter.plain(route.closing) if route is not None else "",
    }
    shown = dict.fromkeys(item.key for item in drawing.items if item.role == "node")
    terms = (node.term for key in shown if (node := pathway.node(key)) is not None and node.term)
    return Figure(made, drawn, tuple(terms), (*notes, *_said_of_letters(parts[0])))


def _route(pathway: Pathway, identifier: str) -> Route:
    found = next((each for each in pathway.routes if each.id == identifier), None)
    if found is None:
        known = [each.id for each in pathway.routes]
        near = alike(identifier, known, 3, may_go_on=True) or known[:3]
        nearest = f" Nearest: {', '.join(near)}." if near else ""
        raise ReaderError(f"There is no route “{printable(identifier)}” in “{pathway.title}”.{nearest}")
    return found


def _of_route(drawing: Drawing, pathway: Pathway, route: Route, *, is_ours: bool) -> Drawing:
    """Return what a route goes along, its lines with the numbers of their steps."""
    keys = frozenset[str]().union(*map(pathway.parts_of, route.steps))
    part = cut(drawing, pathway, keys)
    numbers: dict[str, int] = {}
    for number, step in enumerate(route.steps, 1):
        if step.interaction:
            numbers.setdefault(step.interaction, number)
    return numbered(closed_up(part) if is_ours else part, numbers)


def _parts(drawing: Drawing) -> list[Drawing]:
    return parts_of(drawing, max(drawing.width * SHAPE, TALL, drawing.height / MOST_PARTS))


def _printable(item: Item, cutter: Cutter) -> Item:
    return item._replace(lines=tuple(map(cutter.letters, item.lines))) if isinstance(item, Text) else item


def _caption(pathway: Pathway, route: Route | None, about: Sequence[str]) -> str:
    if route is None:
        return how_much(pathway) if about else in_short(pathway)
    steps = counted(len(route.steps))
    return f"{steps} of “{pathway.title}”. The numbers in the picture are those of the sentences below it."


def _picture(number: int, parts: Sequence[Drawing], title: str, pathway: Pathway, drawn: dict[str, str]) -> Nested:
    part, key = parts[number], f"figure:{number}"
    keys = dict.fromkeys(item.key for item in part.items if item.role == "node")
    names = [called(node, pathway) for each in keys if (node := pathway.node(each)) is not None]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    label = f"Part {number + 1} of {len(parts)}" if len(parts) > 1 else ""
    shown = f"It shows: {'; '.join(names[:_NAMED])}{more}. All of it is told in words after the figure."
    drawn[key] = _svg(part)
    description = " ".join(filter(None, (f"{title}.", f"{label}." if label else "", shown)))
    return {"picture": key, "width": part.width, "height": part.height, "label": label, "description": description}


def _legend(drawing: Drawing, pathway: Pathway, drawn: dict[str, str]) -> Iterator[Nested]:
    for number, sign in enumerate(signs_of(drawing, pathway)):
        key, small = f"sign:{number}", sample(sign)
        drawn[key] = _svg(small)
        yield {"picture": key, "width": small.width, "height": small.height, "words": sign.words}


def _svg(drawing: Drawing) -> str:
    return to_paint(to_svg(drawing, PAPER, title="", description="", has_legend=False))


def _said_of_letters(part: Drawing) -> Iterator[str]:
    """Yield that most letters of a picture are small, where they are."""
    sizes = sorted(item.size for item in part.items if isinstance(item, Text)) or [LEAST]
    across, down = PAGE if part.width <= part.height else PAGE[::-1]  # a wide one may be turned
    points = sizes[len(sizes) // 2] * min(1.0, across / part.width, down / part.height)
    if points < LEAST:
        yield _SMALL.format(f"{points:.1f}")
