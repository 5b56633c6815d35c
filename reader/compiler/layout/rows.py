"""Where nodes stand: each stage in rows that Graphviz's dot chose, stage under stage, narrow enough for a page."""

from __future__ import annotations

import itertools
import textwrap
from dataclasses import dataclass
from typing import Any

from reader.core.pathway import Interaction, Node, Pathway
from reader.errors import ReaderError

FONT = 14.0  # pixels
LINE = 17.0
PADDING = 13.0  # at each side of a label
ABREAST = 3  # nodes in one row: what can be read in a panel 390 px wide
NOTE_HEIGHT = 17.0  # of words under a label
_WRAP = 17  # letters
_NARROW, _WIDE = set("iljtfrI.,'()-/ "), set("mwMWG")


@dataclass(slots=True)
class Place:
    """A node in the plan: its lines, its size, its row and, within the row, its middle."""

    node: Node
    lines: tuple[str, ...]
    width: float
    height: float
    row: int = 0
    x: float = 0.0

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        return self.x + self.width / 2


def place_nodes(pathway: Pathway) -> tuple[list[Place], list[int]]:
    """Return the nodes in their rows, and for each stage the number of its first row.

    Raises ReaderError when pygraphviz is not installed.
    """
    places: list[Place] = []
    first_rows: list[int] = []
    row = 0
    for stage in pathway.stages:
        nodes = [node for node in pathway.nodes if node.stage == stage.id]
        inside = {node.id for node in nodes}
        ties = [each for each in pathway.interactions if each.source in inside and each.target in inside]
        stage_places = {node.id: _sized(node, pathway) for node in nodes}
        rows = _fill_up(_rows(stage_places, ties))
        _set_x(stage_places, rows, ties)
        for number, members in enumerate(rows):
            for identifier in members:
                stage_places[identifier].row = row + number
        places += stage_places.values()
        first_rows.append(row)
        row += len(rows)
    return places, first_rows


def text_width(text: str, size: float = FONT) -> float:
    """Return about how wide a text is in a sans face: layout knows no fonts, and boxes leave room for the error."""
    ems = sum(0.29 if c in _NARROW else 0.82 if c in _WIDE else 0.62 if c.isupper() else 0.52 for c in text)
    return ems * size


def is_refuted(node: Node, pathway: Pathway) -> bool:
    """Whether studies speak against everything that is said of a node."""
    levels = {each.evidence for each in pathway.interactions if node.id in (each.source, each.target)}
    return levels == {"contradicted"}


def _sized(node: Node, pathway: Pathway) -> Place:
    lines = tuple(textwrap.wrap(node.label, _WRAP, break_long_words=False))
    if len(lines) == 2:  # two lines of about the same length look calmer than a full one and a rest
        even = min(range(9, _WRAP + 1), key=lambda n: (len(textwrap.wrap(node.label, n)) > 2, n))
        lines = tuple(textwrap.wrap(node.label, even, break_long_words=False))
    extra = NOTE_HEIGHT if is_refuted(node, pathway) else 0.0
    slanted = 10.0 if node.kind == "receptor" else 4.0 if node.kind in ("cell", "symptom") else 0.0
    width = max(84.0, round(max(map(text_width, lines)) + 2 * (PADDING + slanted)))
    return Place(node, lines, width, max(44.0, len(lines) * LINE + 14) + extra)


def _rows(places: dict[str, Place], ties: list[Interaction]) -> list[list[str]]:
    """Return the ids row by row as dot ranks them; nodes without a tie in their stage are left out."""
    graph = _graph()
    tied = {end for each in ties for end in (each.source, each.target)}
    for identifier in places:
        if identifier in tied:
            graph.add_node(identifier)
    _add_ties(graph, ties)
    graph.layout("dot")
    by_y: dict[float, list[tuple[float, str]]] = {}
    for identifier in places:
        if identifier in tied:
            x, y = _position(graph, identifier)
            by_y.setdefault(-y, []).append((x, identifier))
    return [[identifier for _, identifier in sorted(by_y[y])] for y in sorted(by_y)] + [
        [identifier for identifier in places if identifier not in tied]
    ]


def _fill_up(rows: list[list[str]]) -> list[list[str]]:
    """Return rows of at most ABREAST: what is too much moves down, and nodes without ties fill the gaps."""
    *ranked, loose = rows
    result: list[list[str]] = []
    for row in ranked:
        result += [row[i : i + ABREAST] for i in range(0, len(row), ABREAST)]
    for identifier in loose:
        roomy = [row for row in result if len(row) < ABREAST - 1] or [row for row in result if len(row) < ABREAST]
        if roomy:
            min(roomy, key=len).append(identifier)
        else:
            result.append([identifier])
    return result


def _set_x(places: dict[str, Place], rows: list[list[str]], ties: list[Interaction]) -> None:
    graph = _graph()
    for number, row in enumerate(rows):
        group = graph.add_subgraph(name=f"row{number}", rank="same")
        for identifier in row:
            place = places[identifier]
            group.add_node(identifier, width=place.width / 72, height=place.height / 72, shape="box", fixedsize="true")
        for left, right in itertools.pairwise(row):
            graph.add_edge(left, right, style="invis", weight="0")  # keeps the order that was chosen
    for above, below in itertools.pairwise(rows):
        graph.add_edge(above[0], below[0], style="invis", weight="0")
    _add_ties(graph, ties)
    graph.layout("dot")
    for identifier, place in places.items():
        place.x = _position(graph, identifier)[0]
    middle = (min(place.left for place in places.values()) + max(place.right for place in places.values())) / 2
    for place in places.values():
        place.x = round(place.x - middle)


def _graph() -> Any:
    try:
        import pygraphviz
    except ImportError as error:
        raise ReaderError(
            "Laying out a pathway needs Graphviz and pygraphviz. On Debian and Ubuntu: install graphviz and "
            "libgraphviz-dev, then run pip install pygraphviz."
        ) from error
    graph = pygraphviz.AGraph(strict=False, directed=True)
    graph.graph_attr.update(nodesep="0.28", ranksep="0.6")
    return graph


def _add_ties(graph: Any, ties: list[Interaction]) -> None:
    for each in ties:
        graph.add_edge(each.source, each.target, weight="4")


def _position(graph: Any, identifier: str) -> tuple[float, float]:
    x, y = graph.get_node(identifier).attr["pos"].rstrip("!").split(",")
    return float(x), float(y)
