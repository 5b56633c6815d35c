"""The ways of going through the pathway: each is made when it is first wanted, and one of them is on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout

from reader.ui.pathway.mode import Mode
from reader.ui.pathway.reading import Reading
from reader.ui.pathway.twin import Twin
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.ui.pathway.ask import Ask
    from reader.ui.pathway.find import Find
    from reader.ui.pathway.trace import Trace
    from reader.ui.pathway.walk import Walk


class _Painted(Protocol):
    def set_theme(self, theme: Theme) -> None: ...


class Modes(QObject):
    """Reading is always there; another one stands before it until it ends."""

    changed = Signal()  # another one is on
    node_followed = Signal(str)  # a route has come to this node
    reference_chosen = Signal(str)  # in an answer
    walked = Signal(str, int)  # a route and its step, to be gone on with; 0 when it is over

    def __init__(self, twin: Twin, reading: Reading, column: QVBoxLayout, theme: Theme) -> None:
        super().__init__(reading)
        self._twin, self.reading, self._column, self._theme = twin, reading, column, theme
        self._strips: list[_Painted] = [reading.strip]
        self.now: Mode = reading

    @property
    def is_reading(self) -> bool:
        """Whether no other mode is on."""
        return self.now is self.reading

    @property
    def is_walking(self) -> bool:
        """Whether a route is walked."""
        return "walk" in vars(self) and self.now is self.walk

    @cached_property
    def walk(self) -> Walk:
        """A route."""
        from reader.ui.pathway.strip import RouteStrip  # late, as are the others: most readings need none of them
        from reader.ui.pathway.walk import Walk

        walk = Walk(self._twin, RouteStrip(self._theme), self)
        walk.node_followed.connect(self.node_followed)
        walk.walked.connect(self.walked)
        self._add(walk, walk.strip)
        return walk

    @cached_property
    def find(self) -> Find:
        """A search."""
        from reader.ui.pathway.find import Find
        from reader.ui.pathway.find_strip import FindStrip

        find = Find(self._twin, FindStrip(self._theme), self)
        self._add(find, find.strip)
        return find

    @cached_property
    def ask(self) -> Ask:
        """How does one thing lead to another?"""
        from reader.ui.pathway.ask import Ask
        from reader.ui.pathway.ask_strip import AskStrip

        ask = Ask(self._twin, AskStrip(self._theme), self)
        ask.reference_chosen.connect(self.reference_chosen)
        self._add(ask, ask.strip)
        return ask

    @cached_property
    def trace(self) -> Trace:
        """All that leads to a node, or that it leads to."""
        from reader.ui.pathway.trace import Trace
        from reader.ui.pathway.trace_strip import TraceStrip

        trace = Trace(self._twin, TraceStrip(self._theme), self)
        self._add(trace, trace.strip)
        return trace

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        for strip in self._strips:
            strip.set_theme(theme)

    def step(self, by: int) -> None:
        """Go on by one (1), or back (-1), in the mode that is on."""
        self.now.step(by)

    def go_to_end(self, which: int) -> None:
        """Go to the last (1) or the first (-1)."""
        self.now.go_to_end(which)

    def tell_node(self, identifier: str) -> None:
        """Say what a node is that the keyboard came to."""
        self.now.tell_node(identifier)

    def tell_interaction(self, identifier: str) -> None:
        """Say what an interaction is that was chosen."""
        self.now.tell_interaction(identifier)

    def _add(self, mode: Mode, painted: _Painted) -> None:
        mode.strip.hide()
        mode.begun.connect(lambda: self._enter(mode))
        mode.ended.connect(lambda: self._leave(mode))
        self._strips.append(painted)
        self._column.addWidget(mode.strip)
        put_after(self._twin.list, mode.strip)

    def _leave(self, mode: Mode) -> None:
        if self.now is mode:  # and no other one has taken its place
            self._enter(self.reading)

    def _enter(self, mode: Mode) -> None:
        """Let another mode be the one that is on: its strip stands below the drawing."""
        before, self.now = self.now, mode
        if before is mode:
            return
        before.end()
        mode.strip.show()
        focused = QApplication.focusWidget()
        if focused is not None and before.strip.isAncestorOf(focused):
            self._twin.face.setFocus(Qt.FocusReason.OtherFocusReason)  # before it hides and Qt chooses a neighbour
        before.strip.hide()
        if mode is self.reading:
            mode.resume()
        self.changed.emit()
