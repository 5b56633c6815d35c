"""The pathway, or routes through it, as figures: pictures that fit pages, a legend, and all of it in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.core.answer import counted
from reader.core.cutting import cut
from reader.core.description import describe, how_much, in_short
from reader.core.drawing import Drawing, Text
from reader.core.guide import Guide
from reader.core.handout.fitting import closed_up
from reader.core.handout.going_on import Part, where
from reader.core.handout.handout import Figures
from reader.core.handout.nesting import Nested
from reader.core.handout.on_paper import Pictured, is_long, on_paper
from reader.core.handout.order import Order, route
from reader.core.handout.presets import Layout
from reader.core.handout.runs import Cutter
from reader.core.handout.samples import sample
from reader.core.handout.step_numbers import numbered
from reader.core.handout.telling import told
from reader.core.palette import PAPER, restyled
from reader.core.pathway import Interaction, Pathway, Route
from reader.core.picture import to_paint
from reader.core.sentences import called, sentence
from reader.core.signs import signs_of
from reader.core.svg import to_svg

MOST_ROUTES = 12  # of one handout
_NAMED = 40  # things, and lines that are cut, that a picture's short description names
_SHORTENED = "The first {} of {:,} ways through the pathway are printed."


def figures(guide: Guide, order: Order, cutter: Cutter) -> Figures:
    """Return the figures that an order wants, the pathway or each route; none where the guide has no pathway.

    Each holds number, title, about (paragraphs that a caption has no room for), caption, pictures (picture: key in
    *drawn*; width, height: pixels; label: "Part 1 of 3" or ""; description), legend (picture, width, height, words),
    is_route, steps (stage, sentences: the runs of each) and closing. One too large for paper has no pictures, and says
    so in *about*. The sentences of a route have the numbers in its picture, from 1. Raises ReaderError for a route that
    the pathway does not have, naming those with the nearest ids.
    """
    drawing, pathway = guide.drawing, guide.pathway
    if drawing is None or pathway is None or not drawing.items or min(drawing.width, drawing.height) <= 0:
        return Figures()
    wanted = [route(pathway, each) for each in routes_of(pathway, order)]
    shown: Sequence[Route | None] = wanted[:MOST_ROUTES] or [None]
    every = [_figure(guide, order, cutter, number, each) for number, each in enumerate(shown, 1)]
    notes = [note for each in every for note in each.notes]
    if len(wanted) > len(shown):
        notes.append(_SHORTENED.format(len(shown), len(wanted)))
    return Figures(
        tuple(made for each in every for made in each.figures),
        {key: svg for each in every for key, svg in each.drawn.items()},
        tuple(dict.fromkeys(term for each in every for term in each.terms)),
        tuple(dict.fromkeys(notes)),
    )


def routes_of(pathway: Pathway, order: Order) -> tuple[str, ...]:
    """Return the ids of the routes that an order wants; () for the pathway whole."""
    if order.routes is None:
        return pathway.routes_in(order.sections)
    return tuple(dict.fromkeys(order.routes))


def _figure(guide: Guide, order: Order, cutter: Cutter, number: int, route: Route | None) -> Figures:
    drawing, pathway = guide.drawing, guide.pathway
    if drawing is None or pathway is None:  # which `figures` has seen to
        return Figures()
    drawing, is_ours = _drawn(drawing, pathway, order, cutter, route), not drawing.paper
    pictured = on_paper(drawing, pathway, order, is_ours=is_ours)
    is_in_text = guide.is_pathway and order.what == "guide"  # the text of a lone pathway was made of it
    if is_in_text and not pictured.parts:
        return Figures(notes=(pictured.why_not,))
    said = _between(pathway, pictured) if is_in_text else pathway
    steps, notes = told(*_placed(said, route, pictured), cutter)
    if pictured.places and not pathway.stages:  # "Part 1 of 3" of what is tied together would be taken for a picture's
        steps = [{"stage": "", "sentences": [each for step in steps for each in step["sentences"]]}] if steps else []
    about = () if is_in_text else _about(pathway, route, pictured, order.preset.layout)
    title = route.title if route is not None else pathway.title or guide.about.title
    drawn: dict[str, str] = {}
    made: Nested = {
        "number": number,
        "title": cutter.plain(title),
        "about": list(map(cutter.plain, about)),
        "caption": cutter.plain(how_much(pathway) if is_in_text else _caption(pathway, route, about)),
        "pictures": list(_pictures(number, pathway, pictured, cutter, drawn, title=title)),
        "legend": list(_legend(number, drawing, pathway, drawn)) if pictured.parts else [],
        "is_route": route is not None,
        "steps": steps,
        "closing": cutter.plain(route.closing) if route is not None else "",
    }
    shown = dict.fromkeys(item.key for item in drawing.items if item.role == "node")
    terms = (node.term for key in shown if (node := pathway.node(key)) is not None and node.term)
    return Figures((made,), drawn, tuple(terms), tuple(filter(None, (*notes, pictured.why_not))))


def _drawn(drawing: Drawing, pathway: Pathway, order: Order, cutter: Cutter, route: Route | None) -> Drawing:
    """Return the drawing of the pathway or of a route, in the ink and with the letters that paper has."""
    is_ours = not drawing.paper
    if order.preset.layout.ink == "low":
        drawing = drawing._replace(items=tuple(map(restyled, drawing.items)), paper="")
    drawing = _printable(drawing, cutter)
    return drawing if route is None else _of_route(drawing, pathway, route, is_ours=is_ours)


def _of_route(drawing: Drawing, pathway: Pathway, route: Route, *, is_ours: bool) -> Drawing:
    """Return what a route goes along, its lines with the numbers of their steps."""
    keys = frozenset[str]().union(*map(pathway.parts_of, route.steps))
    part = cut(drawing, pathway, keys)
    numbers: dict[str, int] = {}
    for number, step in enumerate(route.steps, 1):
        if step.interaction:
            numbers.setdefault(step.interaction, number)
    return numbered(closed_up(part) if is_ours else part, numbers)


def _printable(drawing: Drawing, cutter: Cutter) -> Drawing:
    """Return a drawing with those letters alone that a face of ours has."""
    items = (
        item._replace(lines=tuple(map(cutter.letters, item.lines))) if isinstance(item, Text) else item
        for item in drawing.items
    )
    return drawing._replace(items=tuple(items))


def _about(pathway: Pathway, route: Route | None, pictured: Pictured, layout: Layout) -> tuple[str, ...]:
    """Return the paragraphs before the pictures: why there are none, and a description too long for a caption."""
    is_beside = route is None and (is_long(pathway, layout) or not pictured.parts)
    return (*filter(None, [pictured.why_not]), *(describe(pathway).about[:-1] if is_beside else ()))


def _caption(pathway: Pathway, route: Route | None, about: Sequence[str]) -> str:
    if route is None:
        return how_much(pathway) if about else in_short(pathway)
    steps = counted(len(route.steps))
    return f"{steps} of “{pathway.title}”. The numbers in the picture are those of the sentences after it."


def _between(pathway: Pathway, pictured: Pictured) -> Pathway:
    """Return the pathway with those of its interactions alone that go from one part of the picture to another."""
    return pathway._replace(interactions=tuple(each for each in pathway.interactions if where(each, pictured.places)))


def _placed(pathway: Pathway, route: Route | None, pictured: Pictured) -> tuple[Pathway, Route | None]:
    """Return both with sentences that say in which parts of the picture a line that is cut begins and ends."""
    if not pictured.places:
        return pathway, route

    def said(text: str, each: Interaction | None) -> str:
        found = where(each, pictured.places) if each is not None else ""
        return f"{text.rstrip('.')} ({found})." if found else text

    every = tuple(each._replace(sentence=said(sentence(each, pathway), each)) for each in pathway.interactions)
    if route is not None:
        steps = (
            step._replace(caption=said(step.caption, pathway.interaction(step.interaction))) for step in route.steps
        )
        route = route._replace(steps=tuple(steps))
    return pathway._replace(interactions=every), route


def _pictures(
    number: int, pathway: Pathway, pictured: Pictured, cutter: Cutter, drawn: dict[str, str], *, title: str
) -> Iterator[Nested]:
    for count, part in enumerate(pictured.parts, 1):
        key, drawing = f"figure:{number}:{count}", part.drawing
        label = f"Part {count} of {len(pictured.parts)}" if len(pictured.parts) > 1 else ""
        drawn[key] = _svg(_printable(drawing, cutter))  # names at its edges come from the pathway
        yield {
            "picture": key,
            "width": drawing.width * pictured.scale,
            "height": drawing.height * pictured.scale,
            "label": label,
            "description": " ".join([f"{title}.", *([f"{label}."] if label else []), *_described(part, pathway)]),
        }


def _described(part: Part, pathway: Pathway) -> Iterator[str]:
    keys = dict.fromkeys(item.key for item in part.drawing.items if item.role == "node")
    names = [called(node, pathway) for each in keys if (node := pathway.node(each)) is not None]
    yield f"It shows: {_some(names)}."
    if part.ends:
        yield f"Lines go on in other parts: {_some(part.ends)}."
    yield "All of it is told in words after the figure."


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{'; '.join(names[:_NAMED])}{more}"


def _legend(number: int, drawing: Drawing, pathway: Pathway, drawn: dict[str, str]) -> Iterator[Nested]:
    for count, sign in enumerate(signs_of(drawing, pathway)):
        key, small = f"sign:{number}:{count}", sample(sign)
        drawn[key] = _svg(small)
        yield {"picture": key, "width": small.width, "height": small.height, "words": sign.words}


def _svg(drawing: Drawing) -> str:
    return to_paint(to_svg(drawing, PAPER, title="", description="", has_legend=False))
