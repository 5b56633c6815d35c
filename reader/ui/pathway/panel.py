"""The pathway's panel: tools, the drawing or its list, and below it what is chosen in words, or a route's step."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.drawing import Drawing
from reader.core.pathway import Pathway
from reader.ui import theme as look
from reader.ui.pathway.about import About
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.reading import Reading
from reader.ui.pathway.tools import Tools
from reader.ui.pathway.twin import Twin
from reader.ui.pathway.view import STEP
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.ui.pathway.walk import Walk


LOW = 420  # pixels of panel; below, there is no room for a legend


class PathwayPanel(QWidget):
    """Shows a pathway, in step with the reading place or with another mode."""

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    left = Signal()  # Esc, or Alt+Left, at the node that a word led to: back to the word

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pathway: Pathway | None = None
        self._theme = theme
        self._title = QLabel()
        self._tools = Tools()
        self._twin = Twin(theme)
        self._about = About(theme)
        self._reading = Reading(self._twin, self._about, self)
        self._walk: Walk | None = None  # made for the first route that is walked
        self._mode: Mode = self._reading
        self._has_way_back = False  # to a word that led here
        self._lay_out()
        self.setFocusProxy(self._twin.view)
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._title.setTextFormat(Qt.TextFormat.PlainText)  # titles come from a stranger's file
        self._title.setWordWrap(True)
        self._title.setFont(look.sans(strong=True))
        head = QVBoxLayout()
        head.setContentsMargins(18, 12, 18, 0)
        head.addWidget(self._title)
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 0, 8, 0)
        tools.addWidget(self._tools)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._twin, 1)
        column.addWidget(self._about)

    def _connect(self) -> None:
        self._tools.smaller_requested.connect(lambda: self._twin.view.zoom_by(1 / STEP))
        self._tools.larger_requested.connect(lambda: self._twin.view.zoom_by(STEP))
        self._tools.fit_requested.connect(self._twin.view.fit_all)
        self._tools.list_wanted.connect(self._show_list)
        self._tools.route_requested.connect(self._start)
        self._twin.step_chosen.connect(self.walk)
        self._twin.fitted.connect(self._show_all_lines)
        self._twin.step_requested.connect(self._step)
        self._twin.end_requested.connect(self._go_to_end)
        self._twin.current_changed.connect(self._tell_node)
        self._twin.node_chosen.connect(self.node_chosen)
        self._twin.interaction_chosen.connect(self._tell_interaction)
        for face in (self._twin.view, self._twin.list):
            face.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        self._twin.set_theme(theme)
        self._about.set_theme(theme)
        self._tools.set_theme(theme)
        if self._walk is not None:
            self._walk.strip.set_theme(theme)

    def show_pathway(self, pathway: Pathway | None, drawing: Drawing | None) -> None:
        """Show another pathway, or none."""
        self._mode.end()
        self.offer_way_back(False)
        self._pathway = pathway
        self._reading.show_pathway(pathway)
        self._tools.show_routes(pathway.routes if pathway else ())
        self._about.show_levels(drawing.evidence() if drawing else [])
        self._twin.show_pathway(pathway, drawing)
        self._title.setText(self._reading.title)

    def show_sections(self, sections: Collection[str], title: str) -> None:
        """Light the nodes of a section and of those inside it, and what is known between them; the rest is quiet.

        Lines that neither begin nor end at these nodes are left out. A route that is walked goes on; the section is
        lit when it ends.
        """
        self._reading.read(sections, title)
        if self._mode is self._reading:
            self._resume_reading()

    def _resume_reading(self) -> None:
        self._reading.resume()
        self._title.setText(self._reading.title)

    def _show_all_lines(self) -> None:
        if self._mode is self._reading:
            self._twin.show_lines(None)

    def show_node(self, identifier: str) -> None:
        """Show a node and put the keyboard on it."""
        self._twin.go_to(identifier)
        self._twin.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def node_rect(self, identifier: str) -> QRect:
        """Return where a node is now, in this panel's coordinates; an empty one where it is not shown."""
        rect = self._twin.rect_of(identifier)
        return QRect() if rect.isEmpty() else rect.translated(self._twin.pos())

    def _show_list(self, is_list: bool) -> None:
        self._twin.show_face(is_list=is_list)
        self.setFocusProxy(self._twin.face)
        self._show_legend()
        if is_list:
            self._reading.mark_in_list()
            self._mode.mark_in_list()

    def _show_legend(self) -> None:
        """Show what the lines mean, where there are lines and room: the drawing needs it more in a low window."""
        self._about.show_legend(not self._twin.is_list and self.height() >= LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out of a low window."""
        super().resizeEvent(event)
        self._show_legend()

    def walk(self, route: str, at: int = 0) -> None:
        """Tell a route below the drawing, from a step on; past its last step stand its closing words."""
        found = next((each for each in self._pathway.routes if each.id == route), None) if self._pathway else None
        if self._pathway is not None and found is not None:
            self._walk_made().begin(self._pathway, found, at)

    def _walk_made(self) -> Walk:
        if self._walk is None:
            from reader.ui.pathway.strip import RouteStrip  # late: most readings walk no route
            from reader.ui.pathway.walk import Walk

            self._walk = Walk(self._twin, RouteStrip(self._theme), self)
            self._add_mode(self._walk)
        return self._walk

    def _add_mode(self, mode: Mode) -> None:
        mode.strip.hide()
        mode.begun.connect(lambda: self._enter(mode))
        mode.ended.connect(lambda: self._enter(self._reading))
        self._column.addWidget(mode.strip)
        put_after(self._twin.list, mode.strip)

    def _enter(self, mode: Mode) -> None:
        """Let another mode be the one that is on: its strip stands below the drawing, and its title above."""
        before, self._mode = self._mode, mode
        if before is mode:
            return
        self._title.setVisible(mode is self._reading)  # others have their own, and a low window no room to spare
        mode.strip.show()
        focused = QApplication.focusWidget()
        if focused is not None and before.strip.isAncestorOf(focused):
            self._twin.face.setFocus(Qt.FocusReason.OtherFocusReason)  # before it hides and Qt chooses a neighbour
        before.strip.hide()
        if mode is self._reading:
            self._resume_reading()

    def _start(self, route: str) -> None:
        self.walk(route)
        if self._walk is not None:
            self._walk.strip.take_keyboard()

    def offer_way_back(self, offer: bool) -> None:
        """Let Esc and Alt+Left lead back, once, to the word that led to a node; or no longer."""
        self._has_way_back = offer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc end a route, wherever in the panel the keyboard is, or lead back to a word."""
        if event.key() == Qt.Key.Key_Escape and self._mode is not self._reading:
            self._mode.end()
        elif event.key() == Qt.Key.Key_Escape and self._has_way_back:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Alt+Left from the window while it leads back to a word: the article is not to move for that."""
        if not isinstance(event, QKeyEvent) or not self._has_way_back or event.type() == QEvent.Type.KeyRelease:
            return False
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        if event.key() != Qt.Key.Key_Back and not (alt and event.key() == Qt.Key.Key_Left):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self._leave()
        return True

    def _leave(self) -> None:
        self.offer_way_back(False)
        self.left.emit()

    def _step(self, by: int) -> None:
        self._mode.step(by)

    def _go_to_end(self, which: int) -> None:
        self._mode.go_to_end(which)

    def _tell_node(self, identifier: str) -> None:
        self._mode.tell_node(identifier)

    def _tell_interaction(self, identifier: str) -> None:
        self._mode.tell_interaction(identifier)
        if self._mode is self._reading:
            self.interaction_chosen.emit(identifier)
