"""A text that is as high as its words: to read, to select from, and with links that keyboard and screen reader find."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget

from reader.ui import viewport
from reader.ui.clipboard import mime_data
from reader.ui.glossary.link_stop import AROUND, LinkStop
from reader.ui.glossary.wording import Lead, Run

CARET = 2  # pixels
AT_ONCE = 20  # links that are made before the window may do something else: some 4 ms
FUZZY = Qt.HitTestAccuracy.FuzzyHit
LONGEST_NAMED = 40  # characters of a selection that a menu repeats

# Characters that Qt takes for the end of a block or of a frame; their number stays.
_SAFE = str.maketrans({"\n": "\u2028", "\r": " ", "\u2029": " ", "\x00": " ", "\ufdd0": " ", "\ufdd1": " "})


class LinkedText(QTextEdit):
    """Read-only paragraphs of a stranger's plain words. Nothing in it is markup, so nothing in it can load a file."""

    pressed = Signal(Lead)
    words_asked = Signal(str)  # words that were selected
    moved = Signal(int)  # the caret went so many pixels down, and the text should go up by as much
    paged = Signal(int)  # a page on (1) or back (-1) was asked for
    reached = Signal(QRect)  # what is there should be in view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = viewport.met(self)
        self._links: list[tuple[Run, int, int, int]] = []  # its words, from and to where they stand, reach in pixels
        self._stops: list[LinkStop] = []  # made once, and used for one text after the other
        self._made = 0  # how many links have theirs
        self._writing = QTextCursor()
        self._press: LinkStop | None = None
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._make_more)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inside.setAutoFillBackground(False)
        self.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)  # the caret shows itself when it is used
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(AROUND)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    # What goes in

    def begin(self) -> None:
        """Forget the text."""
        self._links.clear()
        self._rest.stop()
        self._made = 0
        self.clear()
        self.setCursorWidth(0)
        self._writing = QTextCursor(self.document())
        self._writing.beginEditBlock()  # Qt lays it out once, at the end

    def add(self, runs: list[tuple[Run, QTextCharFormat]], block: QTextBlockFormat, reach: int) -> None:
        """Add a paragraph; its links answer to a click as far as *reach* pixels above and below their words."""
        cursor = self._writing
        if cursor.atStart():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        for run, letters in runs:
            start = cursor.position()
            cursor.insertText(run.text.translate(_SAFE), letters)
            if run.lead is not None:
                self._links.append((run, start, cursor.position(), reach))

    def end(self) -> None:
        """Make the links of the text: those at its beginning now, the others while it is already read."""
        self._writing.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        for stop in self._stops:
            stop.hide()
        self._make_more()

    def links(self) -> list[LinkStop]:
        """Return the links in the order of the text."""
        while self._made < len(self._links):
            self._make_more()
        return self._stops[: self._made]

    def _make_more(self) -> None:
        upto = min(len(self._links), self._made + AT_ONCE)
        for number in range(self._made, upto):
            if number == len(self._stops):
                self._stops.append(LinkStop(self._inside))
                self._stops[-1].clicked.connect(partial(self._follow, self._stops[-1]))
            run, start, end, reach = self._links[number]
            self._stops[number].stand_for(run)
            self._stops[number].lie_over(self.rects(start, end), reach)
            self._stops[number].show()
        self._made = upto
        if upto < len(self._links):
            self._rest.start()
        else:
            self._rest.stop()

    def _follow(self, stop: LinkStop) -> None:
        self.pressed.emit(stop.lead)

    # Pixels

    def _fit(self) -> None:
        height = round(self.document().size().height())
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the links over their words again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            self._made, made = 0, self._made
            while self._made < made:
                self._make_more()

    def rects(self, start: int, end: int) -> list[QRect]:
        """Return the rectangles of a run of text, one a line."""
        block = self.document().findBlock(start)
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        layout = block.layout()
        start, end = start - block.position(), end - block.position()
        rects = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = sorted((line.cursorToX(first)[0], line.cursorToX(last)[0]))  # type: ignore[index]
                height = line.ascent() + line.descent()
                bottom = corner.y() + line.y() + line.height()
                rects.append(QRectF(corner.x() + left, bottom - height, right - left, height).toAlignedRect())
        return rects

    def line_at(self, y: int) -> QRect:
        """Return the rectangle of the letters in the line that stands at a height; an empty one between lines."""
        at = self.document().documentLayout().hitTest(QPointF(self.document().documentMargin(), y), FUZZY)
        return next((rect for rect in self.rects(at, at + 1) if rect.top() <= y <= rect.bottom()), QRect())

    # Selecting

    def selected(self) -> str:
        """Return the words that are selected, in one line."""
        return " ".join(self.textCursor().selectedText().split())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what Ctrl+C, a drag and the second clipboard of X11 take: plain text."""
        return mime_data(self.textCursor().selection().toPlainText())

    def ask(self) -> None:
        """Ask for the selected words."""
        if words := self.selected():
            self.words_asked.emit(words)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the words."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self._inside.mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done with the words that are selected, which it names."""
        menu = QMenu(self)
        words = self.selected()
        if words:
            shown = words if len(words) <= LONGEST_NAMED else f"{words[:LONGEST_NAMED]}…"
            menu.addAction(self.tr("&Explain “{0}”").format(shown.replace("&", "&&"))).triggered.connect(self.ask)
        copy = menu.addAction(self.tr("&Copy"))
        copy.setEnabled(bool(words))
        copy.triggered.connect(self.copy)
        menu.addAction(self.tr("Select &all")).triggered.connect(self.selectAll)
        return menu

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, and the text under it, so that the line being read keeps its height."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in pages:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.paged.emit(-1 if shifted else pages[Qt.Key(event.key())])
            return
        before = self.textCursor().position(), self.cursorRect().top()
        super().keyPressEvent(event)
        if self.textCursor().position() == before[0]:
            return
        self.setCursorWidth(CARET)
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(self.cursorRect().top() - before[1])
        self.reached.emit(self.cursorRect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret to those who come by keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setCursorWidth(CARET)

    # Mouse

    def _at(self, point: QPoint) -> LinkStop | None:
        return next((stop for stop in self._stops[: self._made] if stop.is_at(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note of the link, and hide the caret from those who read by mouse."""
        self.setCursorWidth(0)
        self._press = self._at(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word only, be it a link."""
        self._press = None
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would lead, and bring into view what is being selected."""
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        if event.buttons() == Qt.MouseButton.NoButton:
            over = self._at(at) is not None
            self._inside.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
        elif self.textCursor().hasSelection():
            self.reached.emit(QRect(at, at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed, unless words were selected meanwhile."""
        super().mouseReleaseEvent(event)
        press, self._press = self._press, None
        if press is not None and not self.textCursor().hasSelection() and self._at(event.position().toPoint()) is press:
            press.click()
