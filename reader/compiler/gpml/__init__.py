"""GPML 2013a, the format of WikiPathways and PathVisio: read into a graph and a display list."""

from __future__ import annotations

from reader.compiler.gpml.boxes import Box, draw_box, read_boxes
from reader.compiler.gpml.graph import read_graph
from reader.compiler.gpml.lines import Line, draw_line, read_lines
from reader.compiler.gpml.markup import Source, child, parse
from reader.core.drawing import Drawing, Shape, bounds, text_bounds, union
from reader.core.guide import Problem
from reader.core.pathway import Pathway

MARGIN = 16.0  # pixels around everything that is drawn


def read(data: bytes, name: str) -> tuple[Pathway, Drawing, list[Problem]]:
    """Return a GPML file's graph, its display list, and what is wrong in it.

    A node's ``term`` is the glossary's word as the author wrote it; whoever knows the glossary turns it into an id.
    What is wrong (coordinates that are no numbers, ties to nothing, ids used twice) is a Problem with its line; the
    rest is drawn. Raises ReaderError for a file that is not GPML 2013a, with *name* and the line.
    """
    source = Source(name)
    root = parse(data, name)
    boxes = read_boxes(root, source)
    lines = read_lines(root, boxes, source)
    things: list[Box | Line] = [*boxes, *lines]
    items = []
    for thing in sorted(things, key=lambda thing: thing.order):  # sorted() keeps the file's order among equals
        items += draw_box(thing, source) if isinstance(thing, Box) else draw_line(thing, source)
    pathway = read_graph(root, boxes, lines, source)
    graphics = child(root, "Graphics")
    board = (
        (source.number(graphics, "BoardWidth"), source.number(graphics, "BoardHeight"))
        if graphics is not None
        else (0.0, 0.0)
    )
    _, _, width, height = union(
        [(0.0, 0.0, 1.0, 1.0)]
        + [bounds(item.path) if isinstance(item, Shape) else text_bounds(item) for item in items]
    )  # fmt: skip
    is_ours = any(box.is_ours for box in boxes)
    size = board if is_ours and all(board) else (width + MARGIN, height + MARGIN)
    problems = sorted(source.problems, key=lambda problem: problem.line)
    return pathway, Drawing(*size, tuple(items), "" if is_ours else "#FFFFFF"), problems
