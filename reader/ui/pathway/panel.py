"""The pathway's panel: tools, the drawing or its list, and below it what is chosen in words, or a route's step."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.core.drawing import Drawing
from reader.core.pathway import Node, Pathway
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.pathway.legend import Legend
from reader.ui.pathway.reading import Reading
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.steps import StepsList, in_a_sentence
from reader.ui.pathway.tools import Tools
from reader.ui.pathway.view import LEAST_HEIGHT, STEP, PathwayView
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.ui.pathway.walk import Walk


LOW = 420  # pixels of panel; below, there is no room for a legend


class PathwayPanel(QWidget):
    """Shows a pathway in step with the reading place."""

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    left = Signal()  # Esc, or Alt+Left, at the node that a word led to: back to the word

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pathway: Pathway | None = None
        self._scene = PathwayScene(theme, self)
        self._view = PathwayView(self._scene)
        self._list = StepsList()
        self._reading = Reading(self._scene, self._view, self._list)
        self._title = QLabel()
        self._caption = QLabel()
        self._legend = Legend(theme)
        self._words = QWidget()  # caption and legend, in whose place a route is told
        self._stack = QStackedWidget()
        self._tools = Tools()
        self._walk: Walk | None = None  # made for the first route that is walked
        self._has_way_back = False  # to a word that led here
        self._theme = theme
        self._read: tuple[Collection[str], str] = ((), "")  # ids of sections, and the title above the drawing
        self._lay_out()
        self.setFocusProxy(self._view)
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._view.setAccessibleName(self.tr("Pathway"))
        self._view.setAccessibleDescription(
            self.tr("Page Down and Page Up go from node to node, Enter opens one. The list says the same in words.")
        )
        for label in (self._title, self._caption):
            label.setTextFormat(Qt.TextFormat.PlainText)  # labels come from a stranger's file
            label.setWordWrap(True)
        self._title.setFont(look.sans(strong=True))
        self._caption.setFont(look.sans())
        self._caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Always room for four lines, so that the drawing never moves because a sentence is long.
        self._caption.setFixedHeight(self._caption.fontMetrics().lineSpacing() * 4)
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 0, 8, 0)
        tools.addWidget(self._tools)
        for shown in (self._view, self._list):
            shown.setMinimumHeight(LEAST_HEIGHT)
            self._stack.addWidget(shown)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(18, 8, 18, 12)
        words.setSpacing(8)
        words.addWidget(self._caption)
        words.addWidget(self._legend)
        head = QVBoxLayout()
        head.setContentsMargins(18, 12, 18, 0)
        head.addWidget(self._title)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self._stack, 1)
        column.addWidget(self._words)

    def _connect(self) -> None:
        self._tools.smaller_requested.connect(self._zoom_out)
        self._tools.larger_requested.connect(self._zoom_in)
        self._tools.fit_requested.connect(self._view.fit_all)
        self._tools.list_wanted.connect(self._show_list)
        self._tools.route_requested.connect(self._start)
        self._list.step_chosen.connect(self.walk)
        self._view.fitted.connect(self._show_all_lines)
        self._view.step_requested.connect(self._step)
        self._view.end_requested.connect(self._go_to_end)
        self._scene.current_changed.connect(self._tell_node)
        for part in (self._scene, self._list):
            part.node_chosen.connect(self.node_chosen)
            part.interaction_chosen.connect(self._tell_interaction)
        for shown in (self._view, self._list):
            shown.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._scene.set_theme(theme)
        self._legend.set_theme(theme)
        self._theme = theme
        self._tools.set_theme(theme)
        if self._walk is not None:
            self._walk.strip.set_theme(theme)

    def show_pathway(self, pathway: Pathway | None, drawing: Drawing | None) -> None:
        """Show another pathway, or none."""
        self._end_route()
        self.offer_way_back(False)
        self._pathway = pathway
        self._reading.show_pathway(pathway)
        self._tools.show_routes(pathway.routes if pathway else ())
        self._scene.show_drawing(drawing)
        self._list.show_pathway(pathway)
        self._legend.show_levels(drawing.evidence() if drawing else [])
        self._title.setText(pathway.title if pathway else "")
        self._caption.clear()
        self._view.forget_zoom()
        self._view.bring_into_view(frozenset(node.id for node in pathway.nodes) if pathway else frozenset())

    def show_sections(self, sections: Collection[str], title: str) -> None:
        """Light the nodes of a section and of those inside it, and what is known between them; the rest is quiet.

        Lines that neither begin nor end at these nodes are left out. A route that is walked goes on; the section is
        lit when it ends.
        """
        self._read = (sections, title)
        if not self._is_walking():
            self._light_reading()

    def _light_reading(self) -> None:
        if self._pathway is not None:
            sections, title = self._read
            count = self._reading.light(sections)
            self._title.setText(title if count else self._pathway.title)
            self._caption.setText(self._about_section(count) if count else self._about_whole(self._pathway))

    def _show_all_lines(self) -> None:
        if not self._is_walking():
            self._scene.show_lines(None)

    def _about_section(self, count: int) -> str:
        if count == 1:
            return self.tr("One part of the pathway belongs to this section. Choose it to read about it.")
        return self.tr("{0} parts of the pathway belong to this section. Choose one to read about it.").format(count)

    def _about_whole(self, pathway: Pathway) -> str:
        """Return what the pathway shows, for sections that have no part in it; a long text would be cut off."""
        flags, metrics = int(Qt.TextFlag.TextWordWrap), self._caption.fontMetrics()
        room = metrics.boundingRect(QRect(0, 0, self._caption.width(), 10_000), flags, pathway.description)
        if pathway.description and room.height() <= self._caption.height():
            return pathway.description
        return self.tr("No part of the pathway belongs to this section.")

    def show_node(self, identifier: str) -> None:
        """Show a node and put the keyboard on it."""
        if self._tools.is_list:
            self._list.set_current(identifier)
        else:
            self._scene.set_current(identifier)
            self._view.bring_into_view(frozenset({identifier}))
        self._shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def node_rect(self, identifier: str) -> QRect:
        """Return where a node is now, in this panel's coordinates; an empty one where it is not shown."""
        shown = self._shown()
        rect = shown.rect_of(identifier)
        if rect.isEmpty():
            return QRect()
        return QRect(shown.mapTo(self, rect.topLeft()), rect.size())

    def _shown(self) -> PathwayView | StepsList:
        return self._list if self._tools.is_list else self._view

    def _zoom_out(self) -> None:
        self._view.zoom_by(1 / STEP)

    def _zoom_in(self) -> None:
        self._view.zoom_by(STEP)

    def _show_list(self, is_list: bool) -> None:
        self._stack.setCurrentWidget(self._list if is_list else self._view)
        self.setFocusProxy(self._shown())
        self._show_legend()
        if is_list:
            self._reading.light_list()
            if self._walk is not None:
                self._walk.mark_in_list()

    def _show_legend(self) -> None:
        """Show what the lines mean, where there are lines and room: the drawing needs it more in a low window."""
        self._legend.setVisible(not self._tools.is_list and self.height() >= LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out of a low window."""
        super().resizeEvent(event)
        self._show_legend()

    def walk(self, route: str, at: int = 0) -> None:
        """Tell a route in the place of the caption, from a step on; past its last step stand its closing words."""
        found = next((each for each in self._pathway.routes if each.id == route), None) if self._pathway else None
        if self._pathway is not None and found is not None:
            self._title.hide()  # the route has its own, and a low window no room to spare
            self._words.hide()
            self._walk_made().begin(self._pathway, found, at)

    def _walk_made(self) -> Walk:
        if self._walk is None:
            from reader.ui.pathway.walk import Walk  # late: most readings walk no route

            self._walk = Walk(self._scene, self._view, self._list, self._theme, self)
            self._walk.ended.connect(self._leave_route)
            self._column.addWidget(self._walk.strip)
            put_after(self._list, self._walk.strip)
        return self._walk

    def _start(self, route: str) -> None:
        self.walk(route)
        if self._walk is not None:
            self._walk.strip.take_keyboard()

    def _leave_route(self) -> None:
        """Give title, caption, legend and the light of the section that is read back."""
        self._title.show()
        self._words.show()
        focused = QApplication.focusWidget()
        if self._walk is not None and focused is not None and self._walk.strip.isAncestorOf(focused):
            self._shown().setFocus(Qt.FocusReason.OtherFocusReason)
        self._light_reading()

    def offer_way_back(self, offer: bool) -> None:
        """Let Esc and Alt+Left lead back, once, to the word that led to a node; or no longer."""
        self._has_way_back = offer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc end a route, wherever in the panel the keyboard is, or lead back to a word."""
        if event.key() == Qt.Key.Key_Escape and self._is_walking():
            self._end_route()
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

    def _is_walking(self) -> bool:
        return self._walk is not None and self._walk.is_on

    def _end_route(self) -> None:
        if self._walk is not None:
            self._walk.end()

    def _step(self, step: int) -> None:
        self._way().step(step)

    def _go_to_end(self, which: int) -> None:
        self._way().go_to_end(which)

    def _way(self) -> Walk | Reading:
        """Return what decides where the keyboard goes next in the drawing."""
        return self._walk if self._walk is not None and self._walk.is_on else self._reading

    def _tell_node(self, identifier: str) -> None:
        node = self._pathway.node(identifier) if self._pathway else None
        if self._pathway is not None and not self._is_walking():
            self._reading.show_near_lines()
            if node is not None:
                self._tell(self._about_node(node, self._pathway), self._view)

    def _about_node(self, node: Node, pathway: Pathway) -> str:
        names = [other.label for other in pathway.neighbours(node.id)]
        linked = self.tr("Linked with: {0}.").format(", ".join(names)) if names else self.tr("Not linked.")
        return f"{node.label} · {node.kind}. {linked}"

    def _tell_interaction(self, identifier: str) -> None:
        pathway = self._pathway
        found = pathway.interaction(identifier) if pathway else None
        if self._walk is not None and self._walk.is_on:
            self._walk.go_to_interaction(identifier)
        elif pathway is not None and found is not None:
            self._tell(in_a_sentence(found, pathway), self._shown())
            self.interaction_chosen.emit(identifier)

    def _tell(self, text: str, speaker: QWidget) -> None:
        self._caption.setText(text)
        announce(speaker, text)
