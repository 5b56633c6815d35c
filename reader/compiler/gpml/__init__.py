"""GPML 2013a, the format of WikiPathways and PathVisio: read into a graph and a display list."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from xml.etree import ElementTree

from reader.compiler.gpml.look.info import info_box
from reader.compiler.gpml.look.looks import draw_box
from reader.compiler.gpml.look.stack import stacked
from reader.compiler.gpml.look.strokes import draw_line
from reader.compiler.gpml.network.graph import read_graph
from reader.compiler.gpml.network.ties import ties_of
from reader.compiler.gpml.network.walks import read_routes
from reader.compiler.gpml.reading.markup import Source, child, line_of, parse
from reader.compiler.gpml.things.boxes import Box, Maker, read_boxes
from reader.compiler.gpml.things.groups import read_groups
from reader.compiler.gpml.things.states import read_states
from reader.compiler.gpml.ways.lines import Line, read_lines
from reader.compiler.gpml.ways.routing import route
from reader.core.drawing import Drawing, Item, item_bounds, moved
from reader.core.pathway import Pathway
from reader.core.records import Problem

MARGIN = 16.0  # pixels around everything that is drawn, where the file gives no board


class Survey(NamedTuple):
    """All that a GPML file says, and in which of its lines."""

    pathway: Pathway
    drawing: Drawing
    problems: list[Problem]
    lines: dict[tuple[str, str], int]  # of each node, interaction and route, by "node" and the like, and its id
    item_lines: list[int]  # of each item of the drawing
    step_lines: dict[str, list[int]]  # of the steps of each route, by its id
    untied: list[tuple[str, int]]  # id and line of each Interaction tied at fewer than two ends: drawn, but no edge


@lru_cache(maxsize=1)  # the linter asks for more of what the compiler has just read
def survey(data: bytes, name: str, *, guesses: bool = False) -> Survey:
    """Return a GPML file's graph, its display list, what is wrong in it, and where each thing stands.

    With *guesses*, ends of lines that the file ties to nothing are tied to the box that is near: in strangers' files
    every fifth line is so drawn, while the author of a guide wants to be told.

    A node's ``term`` is the glossary's word as the author wrote it; whoever knows the glossary turns it into an id.
    What is wrong (coordinates that are no numbers, ties to nothing, ids used twice) is a Problem with its line; the
    rest is drawn. Untied interactions are no problem. Raises ReaderError for a file that is not GPML 2013a, with
    *name* and the line.
    """
    source = Source(name)
    root = parse(data, name)
    maker = Maker(source)
    boxes = list(read_boxes(root, maker))
    boxes += list(read_states(root, {box.key: box for box in boxes}, maker))
    boxes += read_groups(root, boxes, maker)
    lines = read_lines(root, boxes, source)
    route(lines, {box.key: box for box in boxes})
    ties = ties_of(boxes, lines, guesses=guesses)
    loose = [line for line in lines if line.is_interaction and not all(tie.box for tie in ties[line.key])]
    untied = [(line.key, line_of(line.element)) for line in loose]
    pathway = read_graph(root, boxes, lines, ties, source)
    routes = read_routes(root, pathway, source)
    drawing, item_lines = _drawing(root, boxes, lines, {node.id for node in pathway.nodes}, source)
    problems = sorted(source.problems, key=lambda problem: problem.line)
    steps = {route.id: found[1:] for route, found in routes.items()}
    places = {("node", box.key): line_of(box.element) for box in boxes}
    places |= {("interaction", line.key): line_of(line.element) for line in lines}
    places |= {("route", route.id): found[0] for route, found in routes.items()}
    pathway = pathway._replace(routes=tuple(routes))
    return Survey(pathway, drawing, problems, places, item_lines, steps, untied)


def _drawing(
    root: ElementTree.Element, boxes: list[Box], lines: list[Line], nodes: set[str], source: Source
) -> tuple[Drawing, list[int]]:
    """Return the display list, and the line of the file that each of its items comes from."""
    items: list[Item] = []
    item_lines: list[int] = []
    for thing in stacked(boxes, lines):
        items += draw_box(thing, thing.key in nodes, source) if isinstance(thing, Box) else draw_line(thing, source)
        item_lines += [line_of(thing.element)] * (len(items) - len(item_lines))
    is_ours = bool(nodes) and all(box.is_ours for box in boxes if box.key in nodes)
    width, height = _board(root, source)
    if is_ours or not width:
        width, height, items = _around(items, width, height)
    if is_ours:
        return Drawing(width, height, tuple(items)), item_lines
    box = info_box(root)
    if box is not None:
        items.append(box)
        item_lines.append(line_of(root))
    return Drawing(width, height, tuple(items), "#FFFFFF"), item_lines


def _around(items: list[Item], width: float, height: float) -> tuple[float, float, list[Item]]:
    """Return a board that holds all that is drawn: this one, made larger, or, if there is none or something begins
    beyond zero, one around the items, which are moved to its corner.
    """
    left, top, across, down = item_bounds(items)
    if width and left >= 0 and top >= 0:
        return max(width, left + across), max(height, top + down), items
    there = [moved(item, MARGIN - left, MARGIN - top) for item in items]
    return across + 2 * MARGIN, down + 2 * MARGIN, there


def _board(root: ElementTree.Element, source: Source) -> tuple[float, float]:
    """Return the width and the height that the file gives the drawing; (0, 0) where they make no sense."""
    graphics = child(root, "Graphics")
    if graphics is None:
        return (0.0, 0.0)
    width, height = source.number(graphics, "BoardWidth"), source.number(graphics, "BoardHeight")
    return (width, height) if min(width, height) >= 1 else (0.0, 0.0)
