"""The edges of a text that scrolls: a line that does not fit whole is left out, and not cut through its letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QScrollArea

from reader.ui.glossary.linked_text import LinkedText

PART = 3  # a line as high as this part of the room is shown as far as it goes, or little might be left


class WholeLines(QObject):
    """Shows of *text*, which *scroll* moves, the lines that are whole in view; what is left out cannot be hit."""

    def __init__(self, text: LinkedText, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._text, self._room = text, scroll.viewport()
        scroll.verticalScrollBar().valueChanged.connect(self._show_whole)
        for part in (text, self._room):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the text, or the room in which it scrolls, has another size or place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest):
            self._show_whole()
        return False

    def _show_whole(self) -> None:
        top = -self._text.mapTo(self._room, self._text.rect().topLeft()).y()
        bottom = top + self._room.height()
        first, last = self._cut(top), self._cut(bottom)
        seen = QRect(0, 0, self._text.width(), self._text.height())
        if not first.isEmpty():
            seen.setTop(first.bottom() + 1)
        if not last.isEmpty():
            seen.setBottom(last.top() - 1)
        self._text.setMask(seen)

    def _cut(self, edge: int) -> QRect:
        """Return the line through which an edge of the room goes; an empty rectangle where that is none."""
        line = self._text.line_at(edge)
        return line if line.top() < edge and line.height() * PART < self._room.height() else QRect()
