"""One calm column of text: its measure, its reading line, its callouts, and pixels for document positions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from reader.ui import theme as look
from reader.ui.article.document import BOX, CALLOUT
from reader.ui.theme import Theme

CHARACTERS_A_LINE = 66  # WCAG 1.4.8 allows 80; 60-70 is calm
TOP = 40  # above the text, in pixels
SIDE = 40  # least room beside the column, in pixels
READING_LINE = 96  # how far below the top edge the eye is taken to be
CARET = 2  # pixels
BAR = 4  # pixels; before a section in short
DEPTHS = ("gist", "key-points")
POINT = 2.5  # radius of the point before a list item, in pixels
POINT_AWAY = 14  # from its middle to the text


class Column(QTextBrowser):
    """A read-only text in which reading keeps its place, whatever happens to the window."""

    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Without a caret a screen reader meets silence. Links by keyboard are our own: Qt would begin at the start.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.setCursorWidth(0)  # the caret shows itself when it is used
        self._theme = theme
        self._held: tuple[int, int] | None = None  # document position and its y, kept through a change of width

    # Measure and pixels

    def _set_margins(self) -> None:
        """Keep the column at its measure, in the middle, however wide the window."""
        metrics = QFontMetricsF(look.serif())
        sample = "The messages that cells send one another are small proteins, and nerves can read them too. "
        column = metrics.horizontalAdvance(sample) / len(sample) * CHARACTERS_A_LINE
        bar = self.verticalScrollBar().sizeHint().width()
        side = max(SIDE, int((self.width() - column) / 2))
        self.setViewportMargins(side, 0, max(SIDE - bar, side - bar), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line that is read where it is."""
        held = self._held
        self._set_margins()
        super().resizeEvent(event)
        self.resized.emit()
        if held is not None:
            self._bring(*held)

    def _reading_line(self) -> int:
        return min(READING_LINE, self.viewport().height() // 4)

    def _y(self, position: int) -> int:
        """Return the y of a document position in the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top()

    def _bring(self, position: int, y: int) -> None:
        """Scroll so that a document position stands *y* pixels below the top edge."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._y(position) - y)

    def _rects(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of a run of text, one a line, in viewport pixels."""
        block = self.document().findBlock(start)
        layout = block.layout()
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        corner -= QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        rects = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            if first < last:
                left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]  # type: ignore[index]
                rects.append(QRectF(corner.x() + left, corner.y() + line.y(), right - left, line.height()))
        return rects

    def _set_caret(self, caret: QTextCursor) -> None:
        """Put the caret somewhere without scrolling to it."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self.setTextCursor(caret)
        bar.setValue(before)

    def _in_view(self, position: int) -> bool:
        caret = QTextCursor(self.document())
        caret.setPosition(position)
        return self.viewport().rect().intersects(self.cursorRect(caret))

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, and the text under it, so that the line being read keeps its height."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() == Qt.Key.Key_Space:
            self._turn_page(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
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
        if not self._in_view(self.textCursor().position()):
            self._set_caret(self.cursorForPosition(QPoint(0, self._reading_line())))

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
            self._set_caret(caret)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret to those who come by keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setCursorWidth(CARET)
            self._caret_into_view()

    def _top_position(self) -> int:
        """Return the document position at the top edge."""
        if self.verticalScrollBar().value() < TOP:
            return 0  # in the margin above the text Qt names a block far below while it is laying out
        return self.cursorForPosition(QPoint(0, 0)).position()

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the callouts' grounds and the points of lists, then the text."""
        self.cursorForPosition(self.viewport().rect().bottomLeft())  # lays out what is in view: boxes are known then
        painter = QPainter(self.viewport())
        for box, callout in self._callouts():
            self._paint_callout(painter, box, callout)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.ink))
        for centre, is_full in self._points():
            painter.setBrush(QColor(self._theme.ink) if is_full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, POINT, POINT)
        painter.end()
        super().paintEvent(event)

    def _paint_callout(self, painter: QPainter, box: QRectF, callout: str) -> None:
        """Paint a ground for a section in short, a frame for what is said beside it; a strong one for a warning."""
        if callout in DEPTHS:
            painter.fillRect(box, QColor(self._theme.tint))
            painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height()), QColor(self._theme.accent))
            return
        is_warning = callout == "warning"
        width = 2.0 if is_warning else 1.0
        painter.setPen(QPen(QColor(self._theme.ink if is_warning else self._theme.rule), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _callouts(self) -> Iterable[tuple[QRectF, str]]:
        """Yield the rectangles of the callouts in view, and what they are."""
        block = self.document().findBlock(self._top_position())
        while block.isValid() and block.previous().isValid() and _box(block) and _box(block.previous()) == _box(block):
            block = block.previous()
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        bottom = scrolled + self.viewport().height()
        while block.isValid() and layout.blockBoundingRect(block).top() < bottom:
            if not (number := _box(block)):
                block = block.next()
                continue
            first = last = block
            while block.isValid() and _box(block) == number:
                last, block = block, block.next()
            top = layout.blockBoundingRect(first).top() - 12
            end = layout.blockBoundingRect(last).bottom() + 12
            yield QRectF(0, top - scrolled, self.viewport().width(), end - top), _callout(first)

    def _points(self) -> Iterable[tuple[QPointF, bool]]:
        """Yield the middle of the point before each list item in view, and whether it is a full one."""
        block = self.document().findBlock(self._top_position())
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        while block.isValid() and (box := layout.blockBoundingRect(block)).top() < scrolled + self.viewport().height():
            items = block.textList()
            if items and items.format().style() == QTextListFormat.Style.ListStyleUndefined:
                line = block.layout().lineAt(0)
                middle = box.top() - scrolled + line.y() + line.ascent() - line.height() / 6  # of a small letter
                yield QPointF(box.left() + line.x() - POINT_AWAY, middle), items.format().indent() < 2
            block = block.next()

    # Nothing is ever loaded

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Return nothing for whatever Qt asks for: an empty picture is a refusal, None would open the file itself."""
        return QImage()

    def sizeHint(self) -> QSize:
        """Return a comfortable size for one column."""
        return QSize(660, 800)


def _callout(block: QTextBlock) -> str:
    return str(block.blockFormat().property(CALLOUT) or "")


def _box(block: QTextBlock) -> int:
    return int(block.blockFormat().property(BOX) or 0)
