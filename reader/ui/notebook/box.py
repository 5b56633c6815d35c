"""The box in which one writes: plain text, kept by Ctrl+Enter or Esc, with the keys that writing has everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from reader.core.notebook.notes import LONGEST_BODY
from reader.ui.widgets.field import asks_for_command

_EDGES = 2 * 10  # pixels above and below the lines: border, padding, and the document's own margin


class Box(QPlainTextEdit):
    """Some lines; more of them scroll."""

    finished = Signal()
    left = Signal()  # the keyboard went elsewhere
    filled = Signal(bool)  # it refused what would be more than a note holds; False: there is room again

    def __init__(self, name: str, *, enter_keeps: bool = False, parent: QWidget | None = None) -> None:
        """With *enter_keeps* Enter alone keeps, and Shift+Enter begins a line; Esc is left to what is around it."""
        super().__init__(parent)
        self._enter_keeps = enter_keeps
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)  # the style sheet's is the one
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_full = False
        self.textChanged.connect(self._look_for_room)

    def show_lines(self, count: int) -> None:
        """Be as high as so many lines."""
        self.setFixedHeight(count * self.fontMetrics().lineSpacing() + _EDGES)

    def write(self, text: str) -> None:
        """Show *text*, with the caret behind it."""
        self.setPlainText(text)
        caret = self.textCursor()
        caret.movePosition(caret.MoveOperation.End)
        self.setTextCursor(caret)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text only, and no more than a note holds."""
        room, words = self._room(), source.text()
        self.insertPlainText(words[:room])
        if len(words) > room:
            self._refuse()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what is composed, as far as a note holds it."""
        room = self._room()
        if len(event.commitString()) > room:
            event.setCommitString(event.commitString()[:room])
            self._refuse()
        super().inputMethodEvent(event)

    def _asks_for_way_back(self, event: QEvent) -> bool:
        """Whether what was written here last is meant, which was kept: nothing was written since."""
        if not self._enter_keeps or event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_untouched = not (self.document().isUndoAvailable() or self.document().isRedoAvailable())
        return is_untouched and any(map(event.matches, (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)))

    def _room(self) -> int:
        """Return how many letters can come in the place of what is selected."""
        taken = self.document().characterCount() - 1  # it counts an end that nobody wrote
        return max(0, LONGEST_BODY - taken + len(self.textCursor().selectedText()))

    def _refuse(self) -> None:
        self._is_full = True
        self.filled.emit(True)

    def _look_for_room(self) -> None:
        if self._is_full and self._room():
            self._is_full = False
            self.filled.emit(False)

    def event(self, event: QEvent) -> bool:
        """Let the window look for a command first where writing has no use for Ctrl with a letter, as in a field."""
        if asks_for_command(event) or self._asks_for_way_back(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Ctrl+Enter and Esc."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_escape = event.key() == Qt.Key.Key_Escape
        if is_escape and self._enter_keeps:
            event.ignore()
        elif is_escape or (is_enter and (control or (self._enter_keeps and plain))):
            self.finished.emit()
        elif ((event.text().isprintable() and event.text()) or is_enter) and not self._room():
            self._refuse()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard went."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            self.left.emit()
