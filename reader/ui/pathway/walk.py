"""A walk along a route: each step is lit in the drawing, marked in the list, told in the strip and aloud."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.pathway import Pathway, Route
from reader.ui.announce import announce
from reader.ui.pathway import stride
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.strip import RouteStrip
from reader.ui.pathway.twin import Twin


class Walk(Mode):
    """Goes along one route at a time. After the last step comes a place more, where the closing words stand."""

    strip: RouteStrip

    stepped = Signal(object)  # a Step is told
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
            stride.light(self.twin, self._pathway, self._route, self._at)

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
        stride.show(self.twin, pathway, route, at)
        is_step = at < len(route.steps)
        if is_step:
            self.stepped.emit(route.steps[at])
        self.strip.show_step(route, at, stride.ends(pathway, route, at), stride.levels(pathway, route))
        self.mark_in_list()
        announce(self.strip, before + self.strip.said())
        self.walked.emit(route.id, at if is_step else 0)
