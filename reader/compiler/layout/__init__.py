"""pathway.toml laid out into pathway.gpml: a tool for authors, which reading never needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reader.compiler.gpml.write import Plan, write
from reader.compiler.layout.channels import Levels, Router
from reader.compiler.layout.heights import SIDE, measure
from reader.compiler.layout.rows import NOTE_HEIGHT, is_refuted, place_nodes, text_width
from reader.compiler.layout.source import read_source
from reader.core.drawing import Rect
from reader.core.evidence import STRUCK_OUT


def lay_out(text: str, name: str, references: Mapping[str, dict[str, Any]], licence: str = "") -> bytes:
    """Return the GPML of a pathway.toml, with CSL items by key and the guide's licence. The same gives the same bytes.

    Raises ReaderError with *name* and the line for what is wrong in the text, and when pygraphviz is missing.
    """
    pathway = read_source(text, name)
    places, first_rows = place_nodes(pathway)
    by_id = {place.node.id: place for place in places}
    half = max(max(-place.left, place.right) for place in places) + SIDE
    titles = [(-half, -half + SIDE + text_width(stage.title)) for stage in pathway.stages]
    levels = Levels.of(max(place.row for place in places) + 1, first_rows)
    ways = Router(places, levels, titles).route(pathway.interactions, by_id)
    measures = measure(places, levels, ways, half)
    plan = Plan(
        measures.width,
        measures.height,
        measures.boxes,
        {identifier: place.lines for identifier, place in by_id.items()},
        {stage.id: rect for stage, rect in zip(pathway.stages, measures.stages, strict=True)},
        measures.routes,
        {node.id: (STRUCK_OUT, _foot(measures.boxes[node.id])) for node in pathway.nodes if is_refuted(node, pathway)},
    )
    return write(pathway, plan, references, licence)


def _foot(box: Rect) -> Rect:
    """Return the strip at the foot of a box where a note stands."""
    x, y, w, h = box
    return (x, y + h - NOTE_HEIGHT - 5, w, NOTE_HEIGHT)
