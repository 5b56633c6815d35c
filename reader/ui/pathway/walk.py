"""A walk along a route: each step is lit in the drawing, marked in the list, told in the strip and aloud."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.pathway import Pathway, Route
from reader.ui.announce import announce
from reader.ui.pathway import stride
from reader.ui.pathway.stepping import Stepping
from reader.ui.pathway.strip import RouteStrip
from reader.ui.pathway.twin import Twin


class Walk(Stepping):
    """Goes along a route of the authors."""

    strip: RouteStrip

    stepped = Signal(object)  # a Step is told
    walked = Signal(str, int)  # a route and the step one is at; 0 once one has come to its end

    def __init__(self, twin: Twin, strip: RouteStrip, parent: QObject | None = None) -> None:
        super().__init__(twin, strip, parent)
        self._pathway: Pathway | None = None
        self.strip.step_requested.connect(self.step)
        self.strip.end_requested.connect(self.end)

    @property
    def route(self) -> str:
        """The id of the route one is on, or ""."""
        return self._route.id if self._route is not None else ""

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

    def tells(self, identifier: str) -> bool:
        """Return whether the authors have a caption for an interaction."""
        return self._route is not None and any(step.interaction == identifier for step in self._route.steps)

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
