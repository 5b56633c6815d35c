"""A way of going through the pathway: in step with the reading, along a route, and the like. One is on at a time."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.pathway.twin import Twin


class Mode(QObject):
    """Decides what is lit, where the keyboard goes next, and what the strip below the drawing tells.

    What is abstract is checked by mypy alone: a QObject cannot have the metaclass that would check it here.
    """

    begun = Signal()  # it wants to be the one that is on
    ended = Signal()  # it is over; reading goes on
    unhide_requested = Signal()  # what is hidden is to be shown

    def __init__(self, twin: Twin, strip: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.twin = twin
        self.strip = strip  # what is told, below the drawing

    @property
    def title(self) -> str:
        """What stands above the drawing; "" where the strip has a title of its own."""
        return ""

    @abstractmethod
    def resume(self) -> None:
        """Light and tell again what this mode is at: another mode has ended, or lines were hidden or shown."""

    @abstractmethod
    def step(self, by: int) -> None:
        """Go on by one (1), or back (-1)."""

    @abstractmethod
    def go_to_end(self, which: int) -> None:
        """Go to the last (1) or the first (-1)."""

    def tell_node(self, identifier: str) -> None:
        """Say what a node is that the keyboard came to."""

    def tell_interaction(self, identifier: str) -> None:
        """Say what an interaction is that was chosen."""

    def tells(self, identifier: str) -> bool:
        """Return whether its own words for an interaction are the ones to be read."""
        return False

    def mark_in_list(self) -> None:
        """Put the list's keyboard where this mode is: the list has just been shown."""

    def end(self) -> None:
        """Be over, where this mode can."""
