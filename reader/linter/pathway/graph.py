"""The pathway's graph in the file that its author edits, pathway.toml or else pathway.gpml, and where things stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from reader.compiler.gpml import Survey
from reader.compiler.layout.source import heads
from reader.core.pathway import Interaction, Node, Pathway, Route, Stage
from reader.core.source import PATHWAY

SOURCE = "pathway.toml"
_LONGEST = 60  # letters of a label in a message


class Graph(NamedTuple):
    """A graph as it was written: sections, terms and references that name nothing included."""

    file: str
    pathway: Pathway
    lines: dict[tuple[str, str], int]  # where each ("node", id) and the like begins
    steps: dict[str, list[int]]  # id of a route -> lines of its steps
    captions: dict[str, list[int]]  # id of a route -> lines of the captions of its steps


def from_survey(survey: Survey) -> Graph:
    """Return the graph of pathway.gpml."""
    return Graph(PATHWAY, survey.pathway, survey.lines, survey.step_lines, survey.step_lines)


def from_source(text: str, pathway: Pathway) -> Graph:
    """Return the graph of pathway.toml; *pathway* is what `read_source` made of the text."""
    begins, lines = heads(text), text.split("\n")
    every: dict[str, Sequence[Stage | Node | Interaction | Route]] = {
        "stage": pathway.stages,
        "node": pathway.nodes,
        "interaction": pathway.interactions,
        "route": pathway.routes,
    }
    places = {
        (sort, each.id): line for sort, things in every.items() for each, line in zip(things, begins[sort], strict=True)
    }
    heads_of_steps = iter(begins["step"])
    steps = {route.id: list(islice(heads_of_steps, len(route.steps))) for route in pathway.routes}
    captions = {name: [_line_of_caption(lines, step) for step in found] for name, found in steps.items()}
    return Graph(SOURCE, pathway, places, steps, captions)


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
