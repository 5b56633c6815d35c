"""What the panel shows: a pathway, its drawing, and the guide that says more of it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import TYPE_CHECKING

from reader.core.drawing import Drawing
from reader.core.guide import Guide
from reader.core.pathway import Pathway, Route, Step
from reader.core.text import Place

if TYPE_CHECKING:
    from reader.core.node_names import NodeNames


class Subject:
    """Never changes; what takes time is made when it is first asked for."""

    def __init__(self, pathway: Pathway, drawing: Drawing, guide: Guide | None) -> None:
        self.pathway, self.drawing, self.guide = pathway, drawing, guide

    @cached_property
    def key(self) -> str:
        """What tells it from the other pathways of a day, and the same again when its guide is opened again."""
        return str(self.guide.source or self.guide.about.id) if self.guide is not None else self.pathway.title

    @cached_property
    def names(self) -> NodeNames:
        """What its nodes are called."""
        from reader.core.node_names import NodeNames  # late: most readings find nothing

        return NodeNames(self.pathway, self.guide)

    @cached_property
    def is_staged(self) -> bool:
        """Whether it is told stage by stage, with the lines of a section at a time; a stranger's is shown whole."""
        return bool(self.pathway.stages) and any(node.section for node in self.pathway.nodes)

    def part_in(self, sections: Collection[str]) -> frozenset[str]:
        """Return the nodes that these sections explain; none where they tell of the whole of a stranger's pathway."""
        part = self.pathway.in_sections(sections)
        is_whole = len(part) == sum(bool(node.section) for node in self.pathway.nodes)
        return frozenset() if is_whole and not self.is_staged else part

    @cached_property
    def unsure(self) -> frozenset[str]:
        """The interactions that are weakly supported, or not at all."""
        return frozenset(each.id for each in self.pathway.interactions if each.evidence in ("weak", "contradicted"))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The numbers of the guide's references, by their keys."""
        return {each.key: each.number for each in self.guide.references} if self.guide is not None else {}

    def telling(self, step: Step) -> Place | None:
        """Return where the text tells a step of a route, or None."""
        from reader.core.telling import telling  # late: most readings walk no route

        return telling(self.guide, self.pathway, step) if self.guide is not None else None

    def route(self, identifier: str) -> Route | None:
        """Return the route with this id, or None."""
        return next((each for each in self.pathway.routes if each.id == identifier), None)
