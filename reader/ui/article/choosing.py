"""A column whose terms, citations and links answer to mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.text import Place
from reader.ui.announce import announce
from reader.ui.article.column import Column
from reader.ui.article.places import Anchor, Places
from reader.ui.theme import Theme


class ChoosingColumn(Column):
    """Lets terms, citations and links be chosen, and says which one was."""

    entry_requested = Signal(str, QRect)  # entry id; the term's rectangle on the screen
    reference_requested = Signal(str)  # key
    link_requested = Signal(str)  # "#id" inside the guide, or an address out of it
    claims_requested = Signal(list)  # ids of the claims that a mark of evidence stands for
    words_asked = Signal(str, QRect)  # words to be explained; their rectangle on the screen. No words: none are in view

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.places = Places()
        self.anchor: Anchor | None = None  # the term or link that has the keyboard
        self.layers.append(Ring())
        self.anchorClicked.connect(self._clicked)

    def shows(self, place: Place) -> bool:
        """Whether a place can be seen at the depth that was chosen."""
        return self.places.has(place)

    def have(self, place: Place) -> None:
        """Have a place in the document, if it can be seen at all."""

    def open_section(self, section: str) -> None:
        """Show all of a section."""

    def mark_term(self, anchor: Anchor) -> None:
        """Mark the term whose explanation is about to open."""

    def follow(self, anchor: Anchor) -> None:
        """Ask for what a term, citation or link leads to."""
        self.anchor = anchor
        kind, _, value = anchor.address.partition(":")
        if kind == "term":
            self.mark_term(anchor)
            self.entry_requested.emit(value, self._on_screen(anchor))
        elif kind == "cite":
            self.reference_requested.emit(value)
        elif kind == "open":
            self.open_section(value)
        elif kind == "claims":
            self.claims_requested.emit(value.split())
        else:
            self.link_requested.emit(value)

    def define(self) -> None:
        """Ask for the selected words to be explained, else the term at the caret, else the next one below the eye."""
        caret = self.textCursor()
        if caret.hasSelection():
            words = Anchor(caret.selectionStart(), caret.selectionEnd(), "")
            self.words_asked.emit(caret.selectedText(), self._on_screen(words))
        elif (term := self._term_to_define()) is not None:
            self.follow(term)
        else:
            self.words_asked.emit("", QRect())

    def _term_to_define(self) -> Anchor | None:
        at_caret = self.places.anchor_at(self.textCursor().position()) if self.cursorWidth() else None
        for held in (self.anchor, at_caret):
            if held is not None and _is_term(held) and self.in_view(held.start):
                return held
        line = self.cursorForPosition(QPoint(0, self.reading_line())).position()
        anchor = self.places.anchor_after(line)
        while anchor is not None and not _is_term(anchor) and self.in_view(anchor.start):
            anchor = self.places.anchor_after(anchor.end)
        return anchor if anchor is not None and self.in_view(anchor.start) else None

    def _clicked(self, address: QUrl) -> None:
        caret = self.textCursor().position()
        self.follow(self.places.anchor_at(caret) or Anchor(caret, caret, address.toString()))

    def _on_screen(self, anchor: Anchor) -> QRect:
        """Return the rectangle of a term, all its lines, on the screen."""
        whole = QRectF()
        for rect in self.rects(anchor.start, anchor.end):
            whole = whole.united(rect)
        shape = whole.toAlignedRect()
        return QRect(self.viewport().mapToGlobal(shape.topLeft()), shape.size())

    # Keyboard

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next term or link from what is in view; after the last one, out of the article."""
        anchor = self._next_anchor(forward)
        self.anchor = anchor
        self.viewport().update()
        if anchor is None:
            return bool(super().focusNextPrevChild(forward))
        caret = QTextCursor(self.document())
        caret.setPosition(anchor.start)
        self.setTextCursor(caret)  # scrolls only when the term is out of view
        word = QTextCursor(caret)
        word.setPosition(anchor.end, QTextCursor.MoveMode.KeepAnchor)
        announce(self, self._spoken(anchor, word.selectedText()))
        return True

    def _next_anchor(self, forward: bool) -> Anchor | None:
        held = self.anchor.start if self.anchor is not None and self.in_view(self.anchor.start) else None
        if forward:
            return self.places.anchor_after(self.top_position() if held is None else held + 1)
        corner = QPoint(self.viewport().width(), self.viewport().height() - 1)
        return self.places.anchor_before(self.cursorForPosition(corner).position() if held is None else held)

    def _spoken(self, anchor: Anchor, words: str) -> str:
        """Return what a screen reader says of a term or link."""
        kind = {
            "term": self.tr("{0}, explained word"),
            "cite": self.tr("Reference {0}"),
            "link": self.tr("{0}, link"),
            "open": self.tr("{0}, button"),
            "claims": self.tr("{0}, link to the evidence"),
        }
        return kind[anchor.address.partition(":")[0]].format(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the term or link that has the keyboard; other keys move on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            anchor = self.anchor or self.places.anchor_at(self.textCursor().position())
            if anchor is not None:
                self.follow(anchor)
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self.anchor = None  # the caret has gone on; Shift on the way to Shift+Tab has not

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard's ring away: the mouse points for itself."""
        self.anchor = None
        self.viewport().update()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click on a term know which mention it was."""
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.set_caret(self.cursorForPosition(event.position().toPoint()))
        super().mouseReleaseEvent(event)


def _is_term(anchor: Anchor) -> bool:
    return anchor.address.startswith("term:")


class Ring:
    """The layer that shows which term or link has the keyboard."""

    def paint_below(self, painter: QPainter, column: Column) -> None:
        """Paint nothing."""

    def paint_above(self, painter: QPainter, column: Column) -> None:
        """Paint a ring around each of its lines."""
        if not isinstance(column, ChoosingColumn) or not column.hasFocus() or column.anchor is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(column.theme.accent), 2))
        for rect in column.rects(column.anchor.start, column.anchor.end):
            painter.drawRoundedRect(rect.adjusted(-3, 1, 3, -1), 4, 4)
