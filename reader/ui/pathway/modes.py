"""The ways of going through the pathway: each is made when it is first wanted, and one of them is on."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLayout

from reader.core.text import Place
from reader.ui.pathway.aside import Aside
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.reading import Reading
from reader.ui.pathway.subject import Subject
from reader.ui.pathway.twin import Twin
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.core.pathway import Step
    from reader.core.tracing import Direction
    from reader.ui.pathway.ask import Ask
    from reader.ui.pathway.find import Find
    from reader.ui.pathway.trace import Trace
    from reader.ui.pathway.walk import Walk


class _Painted(Protocol):
    def set_theme(self, theme: Theme) -> None: ...


class Modes(QObject):
    """Reading is always there; another one stands before it until it ends."""

    changed = Signal()  # another one is on
    place_followed = Signal(Place)  # where the text tells what a route has come to
    reference_chosen = Signal(str)  # in an answer
    walked = Signal(str, int)  # a route and its step, to be gone on with; 0 when it is over
    unhide_requested = Signal()  # what is hidden is to be shown
    told = Signal(str)  # why there is nothing to do

    def __init__(self, twin: Twin, reading: Reading, room: QLayout, theme: Theme) -> None:
        super().__init__(reading)
        self._twin, self.reading, self._room, self._theme = twin, reading, room, theme
        self._subject: Subject | None = None
        self._strips: list[_Painted] = [reading.strip]
        self._is_low = False
        self._aside = Aside(twin, reading)
        self.now: Mode = reading

    def show_subject(self, subject: Subject | None) -> None:
        """Go through another pathway, or none."""
        self.now.end()
        self._subject = subject
        self.reading.show_subject(subject)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        for strip in self._strips:
            strip.set_theme(theme)

    def set_low(self, is_low: bool) -> None:
        """Take less room below the drawing in a low window."""
        self._is_low = is_low
        if "_trace" in vars(self):
            self._trace.strip.set_low(is_low)

    @property
    def is_reading(self) -> bool:
        """Whether no other mode is on."""
        return self.now is self.reading

    def route_walked(self) -> str:
        """Return the id of the route one is walking, or ""."""
        return self._walk.route if "_walk" in vars(self) and self.now is self._walk else ""

    # Wishes

    def walk(self, route: str, at: int = 0, *, by_button: bool = False) -> None:
        """Tell a route, from a step on; past its last step stand its closing words."""
        found = self._subject.route(route) if self._subject is not None else None
        if self._subject is not None and found is not None:
            self._walk.begin(self._subject.pathway, found, at)
            if by_button:
                self._walk.strip.take_keyboard()

    def next_step(self) -> None:
        """Go on in the route, wherever the keyboard is."""
        self._step_route(1)

    def previous_step(self) -> None:
        """Go back in the route, wherever the keyboard is."""
        self._step_route(-1)

    def _step_route(self, by: int) -> None:
        if "_walk" in vars(self) and self.now is self._walk:
            self.step(by)
        elif self._subject is not None and self._subject.pathway.routes:
            self.told.emit(self.tr("No route is being walked. Routes, above the pathway or under More, begins one."))
        else:
            self.told.emit(self.tr("This guide has no routes."))

    def find(self) -> None:
        """Let one type what to find in the pathway."""
        if self._subject is not None:
            self._find.begin(self._subject)

    def ask(self) -> None:
        """Let one ask how one thing leads to another."""
        self.ask_between("", "")

    def ask_between(self, start: str, goal: str) -> None:
        """Let one ask; the ids of nodes that are given, not "", are filled in."""
        if self._subject is not None:
            self._ask.begin(self._subject, start, goal)
            self._ask.strip.take_keyboard()

    def trace_before(self) -> None:
        """Show all that leads to the node that has the keyboard."""
        self.trace(self._twin.current, "upstream")

    def trace_after(self) -> None:
        """Show all that the node that has the keyboard leads to."""
        self.trace(self._twin.current, "downstream")

    def trace(self, node: str, direction: Direction) -> None:
        """Show all that leads to a node (upstream), or that it leads to (downstream); for "", as one left it."""
        if not node and self._subject is not None and "_trace" in vars(self):
            node = self._trace.node_left_at(self._subject)
        if self._subject is not None and node:
            self._trace.begin(self._subject, node, direction)
            self._trace.strip.take_keyboard()
        else:
            self.told.emit(self.tr("Choose a node of the pathway first."))

    # What the mode that is on does

    def step(self, by: int) -> None:
        """Go on by one (1), or back (-1)."""
        self._aside.close()
        self.now.step(by)

    def go_to_end(self, which: int) -> None:
        """Go to the last (1) or the first (-1)."""
        self._aside.close()
        self.now.go_to_end(which)

    def resume(self) -> None:
        """Light and tell again what the mode that is on is at: lines were hidden, or shown."""
        self._aside.close()
        self.now.resume()

    def leave(self) -> None:
        """Close the card that stands before the mode that is on, or where there is none end the mode."""
        if self._aside.is_open:
            self._aside.close()
        else:
            self.now.end()

    def close_card(self) -> None:
        """Tell no longer of what was chosen."""
        if self.is_reading:
            self.reading.close_card()
        else:
            self._aside.close()

    def tell_node(self, identifier: str) -> None:
        """Say what a node is that the keyboard came to."""
        self.now.tell_node(identifier)

    def tell_interaction(self, identifier: str) -> None:
        """Say what an interaction is that the keyboard came to."""
        self.now.tell_interaction(identifier)

    def choose_node(self, identifier: str) -> None:
        """Tell a node that was chosen in a card; while one reads, that is told when the keyboard comes to it."""
        if not self.is_reading:
            self._aside.open(self.now.strip)
            self.reading.say_node(identifier)

    def choose_interaction(self, identifier: str) -> None:
        """Tell an interaction that was chosen in a card; where the mode that is on has a step for it, go there."""
        if not self.is_reading:
            self.now.tell_interaction(identifier)
            if self.now.tells(identifier):
                return
            self._aside.open(self.now.strip)
        self.reading.say_interaction(identifier)

    # Each when it is first wanted

    @cached_property
    def _walk(self) -> Walk:
        from reader.ui.pathway.strip import RouteStrip  # late, as are the others: most readings need none of them
        from reader.ui.pathway.walk import Walk

        walk = Walk(self._twin, RouteStrip(self._theme), self)
        walk.stepped.connect(self._lead_text)
        walk.walked.connect(self.walked)
        self._add(walk, walk.strip)
        return walk

    def _lead_text(self, step: Step) -> None:
        place = self._subject.telling(step) if self._subject is not None else None
        if place is not None:
            self.place_followed.emit(place)

    @cached_property
    def _find(self) -> Find:
        from reader.ui.pathway.find import Find
        from reader.ui.pathway.find_strip import FindStrip

        find = Find(self._twin, FindStrip(self._theme), self)
        self._add(find, find.strip)
        return find

    @cached_property
    def _ask(self) -> Ask:
        from reader.ui.pathway.ask import Ask
        from reader.ui.pathway.ask_strip import AskStrip

        ask = Ask(self._twin, AskStrip(self._theme), self)
        ask.reference_chosen.connect(self.reference_chosen)
        self._add(ask, ask.strip)
        return ask

    @cached_property
    def _trace(self) -> Trace:
        from reader.ui.pathway.trace import Trace
        from reader.ui.pathway.trace_strip import TraceStrip

        trace = Trace(self._twin, TraceStrip(self._theme), self)
        trace.strip.set_low(self._is_low)
        self._add(trace, trace.strip)
        return trace

    def _add(self, mode: Mode, painted: _Painted) -> None:
        mode.strip.hide()
        mode.begun.connect(lambda: self._enter(mode))
        mode.ended.connect(lambda: self._leave(mode))
        mode.unhide_requested.connect(self.unhide_requested)
        self._strips.append(painted)
        self._room.addWidget(mode.strip)
        put_after(self._twin.list, mode.strip)

    def _leave(self, mode: Mode) -> None:
        if self.now is mode:  # and no other one has taken its place
            self._enter(self.reading)

    def _enter(self, mode: Mode) -> None:
        """Let another mode be the one that is on: its strip stands below the drawing."""
        self._aside.close()
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
