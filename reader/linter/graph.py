"""The pathway's graph in the file that its author edits, pathway.toml or else pathway.gpml, and where things stand."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from reader.compiler.assemble import PATHWAY
from reader.compiler.gpml import Survey
from reader.compiler.layout.source import heads
from reader.core.pathway import Pathway

SOURCE = "pathway.toml"
_LONGEST = 60  # letters of a label in a message


class Graph(NamedTuple):
    """A graph as it was written: sections, terms and references that name nothing included."""

    file: str
    pathway: Pathway
    stages: dict[str, int]  # id -> line
    nodes: dict[str, int]
    interactions: dict[str, int]
    routes: dict[str, list[int]]  # id -> its own line, and then those of its steps
    captions: dict[str, list[int]]  # id of a route -> lines of the captions of its steps

    def line(self, sort: str, identifier: str) -> int:
        """Return where the stage, node, interaction or route with this id begins; 0 where that is not known."""
        if sort == "route":
            return self.routes.get(identifier, [0])[0]
        lines = {"stage": self.stages, "node": self.nodes, "interaction": self.interactions}
        return lines[sort].get(identifier, 0)


def from_survey(survey: Survey) -> Graph:
    """Return the graph of pathway.gpml."""
    pathway = survey.pathway
    lines: dict[str, int] = {}
    for item, line in zip(survey.drawing.items, survey.item_lines, strict=True):
        if item.role in ("node", "edge"):
            lines.setdefault(item.key, line)
    routes = {each.id: found for each, found in zip(pathway.routes, survey.route_lines, strict=True)}
    return Graph(
        PATHWAY, pathway, {},
        {each.id: lines.get(each.id, 0) for each in pathway.nodes},
        {each.id: lines.get(each.id, 0) for each in pathway.interactions},
        routes, {identifier: found[1:] for identifier, found in routes.items()},
    )  # fmt: skip


def from_source(text: str, pathway: Pathway) -> Graph:
    """Return the graph of pathway.toml; *pathway* is what `read_source` made of the text."""
    begins = heads(text)
    steps = iter(begins["step"])
    routes = {
        each.id: [line, *islice(steps, len(each.steps))]
        for each, line in zip(pathway.routes, begins["route"], strict=True)
    }
    lines = text.split("\n")
    return Graph(
        SOURCE, pathway,
        {each.id: line for each, line in zip(pathway.stages, begins["stage"], strict=True)},
        {each.id: line for each, line in zip(pathway.nodes, begins["node"], strict=True)},
        {each.id: line for each, line in zip(pathway.interactions, begins["interaction"], strict=True)},
        routes, {name: [_line_of_caption(lines, step) for step in found[1:]] for name, found in routes.items()},
    )  # fmt: skip


def _line_of_caption(lines: list[str], head: int) -> int:
    """Return the line of ``caption =`` in the table that begins on line *head*."""
    for number in range(head, len(lines)):
        line = lines[number].lstrip()
        if line.startswith("["):
            break
        if line.partition("=")[0].strip().strip("\"'") == "caption":
            return number + 1
    return head


def short(text: str) -> str:
    """Return a label as a message may hold it."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
