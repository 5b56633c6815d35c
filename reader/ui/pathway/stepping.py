"""A mode that goes along a route step by step, whoever made the route: an author, or an answer."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.pathway import Route
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.twin import Twin


class Stepping(Mode):
    """Goes along one route at a time. After the last step comes a place more, where the closing words stand."""

    def __init__(self, twin: Twin, strip: QWidget, parent: QObject | None = None) -> None:
        super().__init__(twin, strip, parent)
        self._route: Route | None = None
        self._at = 0  # which step, counted from 0

    @abstractmethod
    def _show(self, at: int) -> None:
        """Be at a step, counted from 0: light and tell it."""

    def step(self, by: int) -> None:
        """Go on by some steps, or back."""
        if self._route is not None:
            at = min(len(self._route.steps), max(0, self._at + by))
            if at != self._at:
                self._show(at)

    def go_to_end(self, which: int) -> None:
        """Go to the closing words (1) or to the first step (-1)."""
        self.step(which * (len(self._route.steps) + 1) if self._route is not None else 0)

    def tell_interaction(self, identifier: str) -> None:
        """Go to the step that tells an interaction, where the route has one."""
        told = [step.interaction for step in self._route.steps] if self._route is not None else []
        if identifier in told:
            self._show(told.index(identifier))
