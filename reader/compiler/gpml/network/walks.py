"""Routes, the guided walks through a pathway, as our own Attributes of the Pathway element say them.

Each thing said is an Attribute of its own: ``route.1`` holds the first route's id, ``route.1.title``, ``.section`` and
``.closing`` its texts, ``route.1.step.1`` the id of its first step's interaction or node, ``route.1.step.1.caption``
what is said there. The numbers give the order: PathVisio sorts Attributes by key when it saves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

from reader.compiler.gpml.reading.markup import PREFIX, Source, children, line_of
from reader.core.pathway import Pathway, Route, Step

LONGEST = {"title": 80, "caption": 240, "closing": 400}  # letters: what the panel has room for
MOST_ROUTES = 24
MOST_STEPS = 60

_KEY = re.compile(r"route\.(?P<route>[1-9]\d{0,3})(\.step\.(?P<step>[1-9]\d{0,3}))?(\.(?P<what>[a-z]+))?")
_Said = dict[tuple[int, str], ElementTree.Element]  # (step, or 0 for the route itself; what) -> its Attribute


def read_routes(root: ElementTree.Element, pathway: Pathway, source: Source) -> dict[Route, list[int]]:
    """Return the routes through *pathway*, each with its line and then those of its steps.

    A step that names nothing in the pathway is a problem, and left out.
    """
    said: dict[int, _Said] = defaultdict(dict)
    for element in children(root, "Attribute"):
        match = _KEY.fullmatch(element.get("Key", "").removeprefix(PREFIX))
        if match and element.get("Key", "").startswith(PREFIX):
            said[int(match["route"])][int(match["step"] or 0), match["what"] or ""] = element
    routes: dict[Route, list[int]] = {}
    taken: set[str] = set()
    for number in sorted(said)[:MOST_ROUTES]:
        found = _route(said[number], pathway, source)
        if found is None:
            continue
        route, lines = found
        if route.id in taken:
            message = f"The route {route.id[:40]!r} is there twice; the first is shown."
            source.complain(_first(said[number]), message, "id-repeated")
        else:
            taken.add(route.id)
            routes[route] = lines
    if len(said) > MOST_ROUTES:
        source.complain(root, f"There are {len(said)} routes; the first {MOST_ROUTES} are shown.")
    return routes


def _route(said: _Said, pathway: Pathway, source: Source) -> tuple[Route, list[int]] | None:
    identifier, title, section, closing = (_text(said, 0, what, source) for what in ("", "title", "section", "closing"))
    if not identifier or not title:
        source.complain(_first(said), "This route has no id or no title, so it is left out.")
        return None
    steps = list(_steps(said, pathway, source))
    if not steps:
        source.complain(_first(said), f"The route {title[:40]!r} has no step that can be shown, so it is left out.")
        return None
    route = Route(identifier, title, section, closing, tuple(step for step, _ in steps))
    return route, [line_of(_first(said)), *(line for _, line in steps)]


def _steps(said: _Said, pathway: Pathway, source: Source) -> Iterator[tuple[Step, int]]:
    numbers = sorted({step for step, _ in said if step})
    if len(numbers) > MOST_STEPS:
        source.complain(_first(said), f"This route has {len(numbers)} steps; the first {MOST_STEPS} are shown.")
    interactions = {each.id for each in pathway.interactions}
    nodes = {each.id for each in pathway.nodes}
    for number in numbers[:MOST_STEPS]:
        target, caption = _text(said, number, "", source), _text(said, number, "caption", source)
        element = said[min(key for key in said if key[0] == number)]
        if not target or not caption:
            missing = "caption" if target else "interaction and no node"
            source.complain(element, f"This step of a route has no {missing}, so it is left out.")
        elif target in interactions:
            yield Step(target, "", caption), line_of(element)
        elif target in nodes:
            yield Step("", target, caption), line_of(element)
        else:
            message = f"This step of a route names {target[:40]!r}, which is no interaction or node of this pathway."
            source.complain(element, message, "node-unknown")


def _text(said: _Said, step: int, what: str, source: Source) -> str:
    """Return what is said, in one line and no longer than there is room for."""
    element = said.get((step, what))
    if element is None:
        return ""
    text, most = " ".join(element.get("Value", "").split()), LONGEST.get(what)
    if most is None or len(text) <= most:
        return text
    source.complain(element, f"The {what} of a route is longer than {most} letters, so it is cut.")
    return f"{text[: most - 1]}…"


def _first(said: _Said) -> ElementTree.Element:
    return said[min(said)]
