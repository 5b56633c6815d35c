"""The drawing and its twin, the list: one of them is seen, and both always show the same."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.drawing import Drawing
from reader.core.notebook.book import Book
from reader.core.pathway import Pathway
from reader.ui.pathway.light import EVERYTHING, Light
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.steps import StepsList
from reader.ui.pathway.view import LEAST_HEIGHT, PathwayView
from reader.ui.theme import Theme


class Twin(QStackedWidget):
    """Lights, finds and chooses parts of a pathway, whichever of its two faces is turned to the user."""

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    interaction_reached = Signal(str)  # the keyboard came to it
    step_chosen = Signal(str, int)  # in the list: a route's id, and which of its steps
    current_changed = Signal(str)  # the node the keyboard is on, or ""
    step_requested = Signal(int)  # to the next node (1) or the one before (-1)
    end_requested = Signal(int)  # to the last node (1) or the first (-1)
    fitted = Signal()  # the whole drawing was asked for

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pathway: Pathway | None = None
        self._lines: frozenset[str] | None = None  # what is to be drawn, were nothing hidden
        self._hidden: frozenset[str] = frozenset()
        self._light = EVERYTHING
        self._lit: frozenset[str] = frozenset()
        self._found: frozenset[str] = frozenset()  # by a search
        self._pointed: frozenset[str] = frozenset()  # from the text
        self._scene = PathwayScene(theme, self)
        self.view = PathwayView(self._scene)
        self.list = StepsList(theme)
        self.view.setAccessibleName(self.tr("Pathway"))
        self.view.setAccessibleDescription(
            self.tr(
                "Arrows go along the lines, Page Down and Page Up from node to node. Enter opens the node, "
                "Shift and Enter the line one came by. Plus and minus zoom, 0 shows the whole. "
                "The list says the same in words."
            )
        )
        self.setFocusProxy(self.view)
        for shown in (self.view, self.list):
            shown.setMinimumHeight(LEAST_HEIGHT)
            self.addWidget(shown)
        for part in (self._scene, self.list):
            part.node_chosen.connect(self.node_chosen)
            part.interaction_chosen.connect(self.interaction_chosen)
        self.list.step_chosen.connect(self.step_chosen)
        self.view.fitted.connect(self.fitted)
        self.view.step_requested.connect(self.step_requested)
        self.view.end_requested.connect(self.end_requested)
        self._scene.current_changed.connect(self.current_changed)
        self.list.current_changed.connect(self._follow_list)

    def _follow_list(self, key: str) -> None:
        """Let the drawing have the same node as the list, and an interaction be told as one comes to it."""
        if self._pathway is not None and self._pathway.node(key) is not None:
            self._scene.set_current(key)
        else:
            self.interaction_reached.emit(key)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._scene.set_theme(theme)
        self.list.set_theme(theme)

    def show_pathway(
        self, pathway: Pathway | None, drawing: Drawing | None, numbers: Mapping[str, int] | None = None
    ) -> None:
        """Show another pathway, or none, at a zoom of its own; *numbers* are those of its references, by their keys."""
        self._pathway, self._lines, self._hidden, self._lit = pathway, None, frozenset(), frozenset()
        self._found = self._pointed = frozenset()
        self._light = EVERYTHING
        self._scene.show_drawing(drawing, pathway)
        self.list.show_pathway(pathway, numbers)
        self.view.forget_zoom()
        self.view.bring_into_view(frozenset(node.id for node in pathway.nodes) if pathway else frozenset())

    def show_book(self, book: Book) -> None:
        """Let one who comes to a node hear what the reader put on it; the notes are in *book*."""
        self.view.book = book
        self.list.show_book(book)

    @property
    def is_list(self) -> bool:
        """Whether the list is the face that is seen."""
        return self.currentWidget() is self.list

    @property
    def face(self) -> PathwayView | StepsList:
        """The face that is seen."""
        return self.list if self.is_list else self.view

    def show_face(self, *, is_list: bool) -> None:
        """Turn the list to the user, or the drawing."""
        self.setCurrentWidget(self.list if is_list else self.view)
        self.setFocusProxy(self.face)

    @property
    def current(self) -> str:
        """The node the keyboard is on, or ""."""
        return self._scene.current

    def light(self, light: Light) -> None:
        """Let parts stand out in the drawing and in the list; what is out of sight stays there."""
        self._light = light
        self._lit = (light.lit or frozenset()) | light.walked
        self._scene.light(light.lit, light.walked)
        self.show_lines(light.lines)
        self._scene.show_nodes(light.nodes)
        self.list.light(light.lit or frozenset(), light.said)

    @property
    def part(self) -> frozenset[str]:
        """The nodes and interactions that stand out, of a route all of it; none where all or nothing does."""
        route, lit = self._light.nodes, self._light.lit
        return (route if route is not None else lit or frozenset()) - (self._hidden - self._lit)

    def show_lines(self, keys: frozenset[str] | None) -> None:
        """Draw only these interactions, without those that are hidden and not lit; None: all."""
        self._lines = keys
        if self._hidden and self._pathway is not None:
            every = frozenset(each.id for each in self._pathway.interactions) if keys is None else keys
            keys = every - (self._hidden - self._lit)
        self._scene.show_lines(keys)

    def mark_found(self, nodes: frozenset[str]) -> None:
        """Ring these nodes in the drawing, and mark them in the list: a search has found them."""
        self._found = nodes
        self._ring()

    def point_at(self, node: str) -> None:
        """Ring a node and mark it in the list: a word of the text stands for it; "": no longer."""
        self._pointed = frozenset({node} - {""})
        self._ring()

    def _ring(self) -> None:
        self._scene.ring(self._found | self._pointed)
        self.list.mark_found(self._found | self._pointed)

    @property
    def has_own_colours(self) -> bool:
        """Whether the drawing came with colours of its own."""
        return self._scene.has_own_colours

    @property
    def is_restyled(self) -> bool:
        """Whether a drawing with colours of its own is painted in ours."""
        return self._scene.is_restyled

    def restyle(self, is_restyled: bool) -> None:
        """Paint a drawing with colours of its own in ours, or as it was drawn."""
        self._scene.restyle(is_restyled)

    def hide_lines(self, keys: frozenset[str]) -> None:
        """Draw these interactions only where they are lit, as by a route; none: hide nothing."""
        self._hidden = keys
        self.show_lines(self._lines)

    @property
    def hidden(self) -> frozenset[str]:
        """The interactions that are drawn only where they are lit."""
        return self._hidden

    def set_current(self, key: str) -> None:
        """Put the drawing's keyboard on a node; nothing moves."""
        self._scene.set_current(key)

    def bring_into_view(self, keys: frozenset[str], above_all: str = "") -> None:
        """Move the drawing if, and only if, one of these nodes is out of sight; and the list, if all are."""
        self.view.bring_into_view(keys, above_all=above_all)
        self.list.bring_into_view(keys)

    def bring_step(self, keys: frozenset[str], here: str) -> None:
        """Move the drawing so that both ends of a step are seen, or if there is no room for both, *here*."""
        self.view.bring_into_view(keys, above_all=here, is_step=True)

    def has_room_for(self, keys: frozenset[str]) -> bool:
        """Return whether these nodes can be seen in the drawing at once."""
        return self.view.has_room_for(keys)

    def uncover(self, keys: frozenset[str]) -> None:
        """Move what is seen if a card that was just opened hides these nodes."""
        if self.is_list:
            self.list.scrollTo(self.list.currentIndex())
        else:
            self.view.uncover(keys)

    def go_to(self, key: str) -> None:
        """Put the keyboard on a node and see to it that it is drawn, though a route may leave it out, and in sight."""
        if self._light.nodes is not None:
            self._scene.show_nodes(self._light.nodes | {key})
        if self.is_list:
            self.list.set_current(key)
        else:
            self._scene.set_current(key)
            self.view.bring_into_view(frozenset({key}))

    def go_back_to(self, key: str) -> None:
        """Put the keyboard where it was, on a node or on none, ""; the drawing does not move for it."""
        self._scene.set_current(key)
        if self.is_list and key:
            self.list.set_current(key)

    def rect_of(self, key: str) -> QRect:
        """Return where a node is seen now, in this widget's coordinates; an empty one where it is not."""
        rect = self.face.rect_of(key)
        return QRect() if rect.isEmpty() else QRect(self.face.mapTo(self, rect.topLeft()), rect.size())
