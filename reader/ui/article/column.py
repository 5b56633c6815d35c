"""One calm column of text: its measure, its reading line, its layers, and pixels for document positions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.appearance import Appearance
from reader.ui import theme as look
from reader.ui import viewport
from reader.ui.article.callouts import Callouts, Points
from reader.ui.article.formats import pixels
from reader.ui.article.layers import Layer
from reader.ui.article.places import Places
from reader.ui.theme import Theme

SAMPLE = "The messages that cells send one another are small proteins, and nerves can read them too. "
TOP = 40  # above the text, in pixels
SIDE = 40  # least room beside the column, in pixels: paragraph numbers stand there
NARROW_SIDE, NARROW = 24, 20  # the same where a line would hold fewer letters than this, and no numbers are shown
READING_LINE = 96  # how far below the top edge the eye is taken to be
CARET = 2  # pixels
SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)  # keys that move the caret in a line


class Foot(NamedTuple):
    """Where some letters stand on one line of text, in viewport pixels."""

    left: float
    right: float
    y: float
    ascent: float  # of the tallest face in the line


class Column(QTextBrowser):
    """A read-only text in which reading keeps its place, whatever happens to the window."""

    resized = Signal()
    beside_changed = Signal()  # what is painted beside the text is another picture now

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport.met(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._stay)
        # Without a caret a screen reader meets silence. Links by keyboard are our own: Qt would begin at the start.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setCursorWidth(0)  # the caret shows itself when it is used
        self.theme, self.appearance = theme, appearance
        self.places = Places()  # of what stands in the document
        self.has_numbers = True  # whether something stands in the room before the text
        self.callouts, self.points = Callouts(), Points()
        self.layers: list[Layer] = [self.callouts, self.points]  # the first is the lowest
        self._painted: list[tuple[QTextBlock, QRectF]] | None = None  # what is in view, while it is painted

    # Measure and pixels

    def set_margins(self) -> None:
        """Keep the column at its measure, in the middle, however wide the window, and never wider than it."""
        metrics = QFontMetricsF(look.reading(self.appearance))
        letter = metrics.horizontalAdvance(SAMPLE) / len(SAMPLE)
        bar = self.verticalScrollBar().sizeHint().width()
        is_tight = (self.width() - 2 * SIDE) / letter < NARROW and not self.has_numbers
        side = max(NARROW_SIDE if is_tight else SIDE, int((self.width() - letter * self.appearance.width) / 2))
        self.setViewportMargins(side, 0, max(side - bar, 0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the column to its measure."""
        self.set_margins()
        super().resizeEvent(event)
        self.resized.emit()

    def _stay(self) -> None:
        """Never go sideways: the space after the last letter of a line may reach out of the column."""
        self.horizontalScrollBar().setMaximum(0)

    def text_size(self) -> float:
        """Return the size of the text in pixels."""
        return pixels(self.appearance)

    def reading_line(self) -> int:
        return min(READING_LINE, self.viewport().height() // 4)

    def y_of(self, position: int) -> int:
        """Return the y of a document position in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top()

    def bring(self, position: int, y: int) -> None:
        """Scroll so that a document position stands *y* pixels below the top edge."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.y_of(position) - y)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of a run of text in one block, one a line, in viewport pixels."""
        return [
            QRectF(left, top + line.y(), right - left, line.height())
            for line, left, right, top in self._lines(start, end)
        ]

    def feet(self, start: int, end: int) -> list[Foot]:
        """Return where the letters of a run of text in one block stand, one a line, likewise."""
        return [
            Foot(left, right, top + line.y() + line.ascent(), line.ascent())
            for line, left, right, top in self._lines(start, end)
        ]

    def _lines(self, start: int, end: int) -> Iterable[tuple[QTextLine, float, float, float]]:
        """Yield the lines of a run of text, its left and right on each, and the top of the block in the viewport."""
        block = self.document().findBlock(start)
        layout = block.layout()
        corner = self.block_rect(block).topLeft()
        begin, stop = start - block.position(), min(end - block.position(), block.length() - 1)
        line = layout.lineForTextPosition(begin)
        while line.isValid() and line.textStart() < stop:
            first, last = max(begin, line.textStart()), min(stop, line.textStart() + line.textLength())
            left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]  # type: ignore[index]
            right = min(right, max(line.naturalTextRect().right(), left))  # no space at which the line is broken
            if first < last:
                yield line, corner.x() + left, corner.x() + right, corner.y()
            number = line.lineNumber() + 1
            if number == layout.lineCount():
                return
            line = layout.lineAt(number)

    def set_caret(self, caret: QTextCursor) -> None:
        """Put the caret somewhere without scrolling to it."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self.setTextCursor(caret)
        bar.setValue(before)

    def in_view(self, position: int) -> bool:
        caret = QTextCursor(self.document())
        caret.setPosition(position)
        where = self.cursorRect(caret)  # without width where the caret is hidden: such a one at the left meets nothing
        return self.viewport().rect().intersects(where.adjusted(0, 0, 1, 0))

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, and the text under it, so that the line being read keeps its height."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() == Qt.Key.Key_Space:
            self._turn_page(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        if event.key() in SIDEWAYS and not self.textCursor().hasSelection():
            self.setCursorWidth(CARET)
            self._caret_into_view()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or event.key() not in (*pages, Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            if event.key() == Qt.Key.Key_Home and self.textCursor().atStart():
                self.verticalScrollBar().setValue(0)  # with the room above the title
            return
        self.setCursorWidth(CARET)
        self._caret_into_view()
        if event.key() in pages:
            self._turn_page(pages[Qt.Key(event.key())])
            return
        before = self.cursorRect().top()
        super().keyPressEvent(event)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - before)

    def _turn_page(self, direction: int) -> None:
        """Go on by one page less two lines, and take the caret along."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + direction * (self.viewport().height() - 64))
        self._caret_into_view()

    def _caret_into_view(self) -> None:
        if not self.in_view(self.textCursor().position()):
            self.set_caret(self.cursorForPosition(QPoint(0, self.reading_line())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the caret from those who read by mouse."""
        self.setCursorWidth(0)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a link without Qt's mark: it selects the words of the link and draws a dotted frame around them."""
        chosen = self.textCursor().hasSelection()
        super().mouseReleaseEvent(event)
        caret = self.textCursor()
        if caret.hasSelection() and not chosen:
            caret.setPosition(caret.selectionStart())
            self.set_caret(caret)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret to those who come by keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setCursorWidth(CARET)
            self._caret_into_view()

    def top_position(self) -> int:
        """Return the document position at the top edge."""
        if self.verticalScrollBar().value() < TOP:
            return 0  # in the margin above the text Qt names a block far below while it is laying out
        return self.cursorForPosition(QPoint(0, 0)).position()

    # Paint

    def blocks_in_view(self) -> Iterable[tuple[QTextBlock, QRectF]]:
        """Return the blocks in view, and their rectangles in viewport pixels."""
        return self._painted if self._painted is not None else self._look_for_blocks()

    def _look_for_blocks(self) -> Iterable[tuple[QTextBlock, QRectF]]:
        block = self.document().findBlock(self.top_position())
        while block.isValid() and (rect := self.block_rect(block)).top() < self.viewport().height():
            yield block, rect
            block = block.next()

    def block_rect(self, block: QTextBlock) -> QRectF:
        """Return the rectangle of a block in viewport pixels, its margins left out."""
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the layers below the text, the text, and the layers above it."""
        self.cursorForPosition(self.viewport().rect().bottomLeft())  # lays out what is in view: boxes are known then
        self._painted = list(self._look_for_blocks())
        try:
            self._paint(event)
        finally:
            self._painted = None

    def _paint(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            for layer in self.layers:
                painter.save()
                layer.paint_below(painter, self)
                painter.restore()
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            for layer in self.layers:
                painter.save()
                layer.paint_above(painter, self)
                painter.restore()

    def repaint_all(self) -> None:
        """Paint the text anew, and what is beside it."""
        self.viewport().update()
        self.beside_changed.emit()

    # Nothing is ever loaded

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Return nothing for whatever Qt asks for: an empty picture is a refusal, None would open the file itself."""
        return QImage()

    def sizeHint(self) -> QSize:
        """Return a comfortable size for one column."""
        return QSize(660, 800)
