"""A walk along a route: each step is lit in the drawing, marked in the list, told in the strip and aloud."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.evidence import WORDS
from reader.core.pathway import Pathway, Route
from reader.ui.announce import announce
from reader.ui.pathway.light import Light
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.strip import RouteStrip
from reader.ui.pathway.twin import Twin


class Walk(Mode):
    """Goes along one route at a time. After the last step comes a place more, where the closing words stand."""

    strip: RouteStrip

    node_followed = Signal(str)  # a step has come to this node
    walked = Signal(str, int)  # a route and the step one is at; 0 once one has come to its end

    def __init__(self, twin: Twin, strip: RouteStrip, parent: QObject | None = None) -> None:
        super().__init__(twin, strip, parent)
        self._pathway: Pathway | None = None
        self._route: Route | None = None
        self._at = 0
        self.strip.step_requested.connect(self.step)
        self.strip.end_requested.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether a route is walked now."""
        return self._route is not None

    def begin(self, pathway: Pathway, route: Route, at: int = 0) -> None:
        """Walk a route from a step on, counted from 0."""
        is_another = route is not self._route
        self._pathway, self._route = pathway, route
        self.begun.emit()
        self._show(at, f"{route.title}. " if is_another else "")

    def resume(self) -> None:
        """Light the step one is at."""
        if self._pathway is not None and self._route is not None:
            self._light(self._pathway, self._route, self._at)

    def step(self, by: int) -> None:
        """Go on by some steps, or back."""
        if self._route is not None:
            at = min(len(self._route.steps), max(0, self._at + by))
            if at != self._at:
                self._show(at)

    def go_to_end(self, which: int) -> None:
        """Go to the closing words (1) or to the first step (-1)."""
        self.step(which * (len(self._route.steps) + 1) if self._route else 0)

    def tell_interaction(self, identifier: str) -> None:
        """Go to the step that tells an interaction, where the route has one."""
        if self._route is not None:
            told = [step.interaction for step in self._route.steps]
            if identifier in told:
                self._show(told.index(identifier))

    def end(self) -> None:
        """Walk no more."""
        if self._route is not None:
            self._route = None
            self.ended.emit()

    def mark_in_list(self) -> None:
        """Put the list's keyboard on the step that is told."""
        if self._route is not None:
            self.twin.list.show_step(self._route.id, self._at)

    def _show(self, at: int, before: str = "") -> None:
        pathway, route = self._pathway, self._route
        if pathway is None or route is None:
            return
        self._at = at
        self._light(pathway, route, at)
        is_step = at < len(route.steps)
        interaction = pathway.interaction(route.steps[at].interaction) if is_step else None
        if is_step:
            here = interaction.target if interaction else route.steps[at].node
            self.twin.set_current(here)
            self.twin.bring_into_view(pathway.nodes_of(route.steps[at]), above_all=here)
            self.node_followed.emit(here)
        self.strip.show_step(route, at, self._ends(pathway, route, at), self._levels(pathway, route))
        self.mark_in_list()
        announce(self.strip, before + self.strip.said())
        self.walked.emit(route.id, at if is_step else 0)

    def _light(self, pathway: Pathway, route: Route, at: int) -> None:
        parts = [pathway.parts_of(step) for step in route.steps]
        walked = frozenset().union(*parts[:at])
        lit = parts[at] if at < len(parts) else walked
        whole = frozenset().union(*parts)  # from its first step on: nothing pops up
        self.twin.light(Light(lit, walked, lines=lit | walked, nodes=whole))

    def _ends(self, pathway: Pathway, route: Route, at: int) -> list[str]:
        """Return the labels of the nodes that a step leads from and to; of its only node; of none at the closing."""
        if at == len(route.steps):
            return []
        step = route.steps[at]
        each = pathway.interaction(step.interaction)
        nodes = (pathway.node(node) for node in ((each.source, each.target) if each else (step.node,)))
        return [node.label for node in nodes if node is not None]

    def _levels(self, pathway: Pathway, route: Route) -> list[str]:
        """Return the evidence of each step; "" where there is no interaction or nobody said."""
        told = (pathway.interaction(step.interaction) for step in route.steps)
        return [each.evidence if each is not None and each.evidence in WORDS else "" for each in told]
