"""What a screen reader meets in the drawing: a canvas whose children are its nodes and its interactions, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken, VoidPtr

from reader.core.pathway import Pathway
from reader.core.sentences import called, certainty, kind_in_words, listed, sentence
from reader.ui.announce import focus_child
from reader.ui.pathway.parts import Part
from reader.ui.widgets.own_notes import said_on

if TYPE_CHECKING:
    from reader.ui.pathway.view import PathwayView

_NOWHERE = VoidPtr(0)  # None and 0 bring the program down
_kept: list[object] = []  # Qt holds these without telling Python; they are few, and only where somebody listens


class SpokenDrawing(QAccessibleWidget):
    """Stands for the view. Its children are what is drawn now: first the nodes, in reading order, then the lines."""

    def __init__(self, view: PathwayView) -> None:
        super().__init__(view, QAccessible.Role.Canvas)
        self.view = view
        self._children: list[SpokenPart] = []  # used again for each other drawing
        self._parts: list[Part] = []
        self._listed_for: object = None
        _kept.append(self)
        _Follower(self)

    @property
    def parts(self) -> list[Part]:
        """What is drawn now and stands in the pathway."""
        scene = self.view.drawing
        now = (scene.pathway, scene.mood.nodes, scene.mood.lines)
        if self._listed_for is None or any(a is not b for a, b in zip(now, cast("Any", self._listed_for), strict=True)):
            shown = scene.pathway
            keys = [each.id for each in shown.nodes] + [each.id for each in shown.interactions] if shown else []
            found = (scene.part(key) for key in dict.fromkeys(keys))
            self._parts = [part for part in found if part is not None and scene.is_drawn(part)]
            self._listed_for = now
        return self._parts

    def childCount(self) -> int:
        return len(self.parts)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < len(self.parts):
            return None
        while len(self._children) <= index:
            self._children.append(SpokenPart(self, len(self._children)))
        return self._children[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, SpokenPart) and child.index < len(self.parts) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self.view
        part = view.drawing.part_at(view.mapToScene(view.viewport().mapFromGlobal(QPoint(x, y))), view.zoom)
        return self._child_of(part)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._child_of(self.view.drawing.part(self.view.drawing.current)) if self.view.hasFocus() else None

    def _child_of(self, part: Part | None) -> QAccessibleInterface | None:
        return self.child(self.parts.index(part)) if part is not None and part in self.parts else None


class _Follower(QObject):
    """Tells of the node that the keyboard comes to: the view keeps Qt's focus, so Qt tells of no node itself."""

    def __init__(self, spoken: SpokenDrawing) -> None:
        super().__init__(spoken.view)
        self._spoken = spoken
        spoken.view.drawing.current_changed.connect(self._tell)
        spoken.view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self._tell)  # after Qt has told of the drawing itself
        return False

    def _tell(self) -> None:
        node = self._spoken.focusChild()
        if node is not None:
            focus_child(self._spoken.view, self._spoken.indexOfChild(node))


class SpokenPart(QAccessibleInterface):
    """Stands for the node or the line that has a certain number among those drawn; for none when there are fewer."""

    def __init__(self, parent: SpokenDrawing, index: int) -> None:
        super().__init__()
        self.index = index
        self._parent = parent
        self._press = _Press(self)
        _kept.append(self)

    @property
    def part(self) -> Part | None:
        """What it stands for now."""
        if not Shiboken.isValid(self._parent) or not Shiboken.isValid(self._parent.view):
            return None
        parts = self._parent.parts
        return parts[self.index] if self.index < len(parts) else None

    def isValid(self) -> bool:
        return self.part is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._parent.window() if self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._parent if Shiboken.isValid(self._parent) else None

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        part = self.part
        return QAccessible.Role.Link if part is not None and part.role == "edge" else QAccessible.Role.Button

    def rect(self) -> QRect:
        part, view = self.part, self._parent.view if Shiboken.isValid(self._parent) else None
        if part is None or view is None:
            return QRect()
        box = view.mapFromScene(part.box if part.role == "node" else part.bounds).boundingRect()
        return QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())

    def text(self, which: QAccessible.Text) -> str:
        part = self.part
        pathway = self._parent.view.drawing.pathway if part is not None else None
        if part is None or pathway is None:
            return ""
        if which == QAccessible.Text.Name:
            return _name(part.key, pathway)
        if which == QAccessible.Text.Description:
            own = said_on(self._parent.view.book, "node", part.key)
            return " ".join(filter(None, (self._way(part, pathway), _description(part.key, pathway), own)))
        return ""

    def _way(self, part: Part, pathway: Pathway) -> str:
        """Return what the line says along which the keyboard came to a node."""
        drawing = self._parent.view.drawing
        way = pathway.interaction(drawing.mood.chosen) if part.key == drawing.current else None
        if way is None:
            return ""
        return " ".join(filter(None, (sentence(way, pathway), f"{certainty(way)}." if certainty(way) else "")))

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Nothing can be written here."""

    def state(self) -> QAccessible.State:
        state, part = QAccessible.State(), self.part
        if part is None:
            state.invalid = True
            return state
        view = self._parent.view
        mood = view.drawing.mood
        is_current = part.key == (view.drawing.current if part.role == "node" else mood.chosen)
        flags = {
            "focusable": True,
            "selectable": True,
            "focused": is_current and part.role == "node" and view.hasFocus(),
            "selected": is_current or (mood.lit is not None and part.key in mood.lit),
            "offscreen": not view.mapFromScene(part.bounds).boundingRect().intersects(view.viewport().rect()),
        }
        for name, value in flags.items():
            setattr(state, name, int(value))
        return state

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        if kind == QAccessible.InterfaceType.ActionInterface and self.isValid():
            return VoidPtr(Shiboken.getCppPointer(self._press)[0])
        return _NOWHERE

    def press(self) -> None:
        """Choose it, as a click does."""
        part = self.part
        if part is not None:
            self._parent.view.drawing.choose_part(part)


class _Press(QAccessibleActionInterface):
    """What can be done with a part."""

    def __init__(self, spoken: SpokenPart) -> None:
        super().__init__()
        self._spoken = spoken

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._spoken.press()

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


def _name(key: str, pathway: Pathway) -> str:
    """Return what a node is called and what it is, or what an interaction says."""
    each = pathway.interaction(key)
    if each is not None:
        return sentence(each, pathway)
    node = pathway.node(key)
    return ", ".join(filter(None, (called(node, pathway), kind_in_words(node.kind) if node else "")))


def _description(key: str, pathway: Pathway) -> str:
    """Return what a node is linked with, or how sure an interaction is."""
    each = pathway.interaction(key)
    if each is not None:
        return certainty(each)
    names = [called(other, pathway) for other in pathway.neighbours(key)]
    if not names:
        return QCoreApplication.translate("SpokenPart", "Not linked with anything.")
    return QCoreApplication.translate("SpokenPart", "Linked with {0}.").format(listed(names))
