"""A column whose terms, citations and links answer to mouse and keyboard."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.ui.announce import announce
from reader.ui.article import asking
from reader.ui.article.column import SIDEWAYS, Column
from reader.ui.article.hovering import Hovering
from reader.ui.article.places import Link
from reader.ui.article.term_lines import TermLines
from reader.ui.theme import Theme

STEADY = 5  # pixels that a pointer may move in a click


class ChoosingColumn(Column):
    """Lets terms, citations and links be chosen, and says which one was."""

    entry_requested = Signal(str, QRect)  # entry id; the term's rectangle on the screen
    reference_requested = Signal(str)  # key
    section_requested = Signal(str)  # a section that is shown in short, and is to be shown whole
    link_requested = Signal(str)  # "#id" inside the guide, or an address out of it
    claims_requested = Signal(list)  # ids of the claims that a mark of evidence stands for
    words_asked = Signal(str, QRect)  # words to be explained; their rectangle on the screen. No words: none are in view
    entry_pointed = Signal(str, QRect)  # a pointer rests on a term: entry id, the term's rectangle on the screen
    word_reached = Signal(str)  # the id of the entry whose term has got the keyboard, or ""
    called_off = Signal()  # the click that asked for an entry was half of a double click, which selects a word

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.anchor: Link | None = None  # the term or link that has the keyboard
        self._asked: Link | None = None  # what somebody is being asked to explain, just now
        self._pressed: tuple[Link, QPointF] | None = None  # what a click that has begun is on, and where
        self._was_clicked = False  # whether the last click asked for an entry
        self._uses_keys = False  # not the mouse
        self._is_at_word = False  # whether the caret was moved to a word, and not past it
        self.hovering = Hovering(self)
        self.hovering.rested.connect(self._point)
        self.verticalScrollBar().valueChanged.connect(self.hovering.stop)
        self.ring, self.term_lines = Ring(), TermLines()

    def show_looked_up(self, entries: Collection[str]) -> None:
        """Show which entries were looked up before, by their ids."""
        self.term_lines.looked_up = frozenset(entries)
        self.viewport().update()

    def show_in_pathway(self, entry: str) -> None:
        """Mark the words of the entry whose node one is at in the pathway, or no words: ""; nothing moves."""
        if entry != self.term_lines.in_pathway:
            self.term_lines.in_pathway = entry
            self.viewport().update()

    def mark_term(self, link: Link) -> None:
        """Mark the words whose explanation is open."""

    def light_asked(self) -> None:
        """Mark the words that somebody was asked to explain: they are being explained."""
        if self._asked is not None:
            self.mark_term(self._asked)

    def follow(self, link: Link) -> None:
        """Ask for what a term, citation or link leads to."""
        self.anchor = link
        kind, _, value = link.address.partition(":")
        if kind == "term":
            self._asked = link
            self.entry_requested.emit(value, self.on_screen(link))
            self._asked = None
        elif kind == "cite":
            self.reference_requested.emit(value)
        elif kind == "open":
            self.anchor = None
            self.section_requested.emit(value)
        elif kind == "claims":
            self.claims_requested.emit(value.split())
        else:
            self.link_requested.emit(value)

    def explain(self, asked: Link) -> None:
        """Ask for an explanation: of a term, marked or not, or of any words."""
        if asking.is_term(asked):
            self.follow(asked)
            return
        self._asked = asked
        self.words_asked.emit(asking.written(self, asked), self.on_screen(asked))
        self._asked = None

    def define(self) -> None:
        """Ask for what is selected, else the term or word that has the keyboard, else the next term below the eye."""
        wanted = self.asked() or asking.next_term(self)
        if wanted is not None:
            self.explain(wanted)
        else:
            self.words_asked.emit("", QRect())

    def asked(self) -> Link | None:
        """Return what is selected, else the term or word that has the keyboard, or None."""
        return asking.selected(self) or self._held()

    def _held(self) -> Link | None:
        """Return the term that has the ring, else the term at the caret, else the word that it was moved to."""
        if self.anchor is not None and asking.is_term(self.anchor) and self.in_view(self.anchor.start):
            return self.anchor
        caret = self.textCursor().position()
        if not self.cursorWidth() or not self.in_view(caret):
            return None
        return asking.term_at(self, caret) or (asking.word_at(self, caret) if self._is_at_word else None)

    def on_screen(self, link: Link) -> QRect:
        """Return the rectangle of words, what is in view of all their lines, on the screen."""
        whole = QRectF()
        last = self.document().findBlock(link.end)
        block = self.document().findBlock(max(link.start, min(self.top_position(), link.end)))
        while block.isValid() and block.position() <= last.position():
            start, end = max(link.start, block.position()), min(link.end, block.position() + block.length() - 1)
            for rect in self.rects(start, end):
                whole = whole.united(rect)
            if whole.bottom() > self.viewport().height():
                break
            block = block.next()
        shape = whole.toAlignedRect() & self.viewport().rect()
        return QRect(self.viewport().mapToGlobal(shape.topLeft()), shape.size())

    # Keyboard

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next term or link from what is in view; after the last one, out of the article."""
        link = self._next_anchor(forward)
        self.anchor, self._uses_keys = link, True
        self.viewport().update()
        self.word_reached.emit(asking.entry_of(link))
        if link is None:
            return bool(super().focusNextPrevChild(forward))
        caret = QTextCursor(self.document())
        caret.setPosition(link.start)
        self.setTextCursor(caret)  # scrolls only when the term is out of view
        word = QTextCursor(caret)
        word.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        announce(self, self._spoken(link, word.selectedText()))
        return True

    def _next_anchor(self, forward: bool) -> Link | None:
        held = self.anchor.start if self.anchor is not None and self.in_view(self.anchor.start) else None
        if forward:
            return self.places.link_after(self.top_position() if held is None else held + 1)
        corner = QPoint(self.viewport().width(), self.viewport().height() - 1)
        return self.places.link_before(self.cursorForPosition(corner).position() if held is None else held)

    def _spoken(self, link: Link, words: str) -> str:
        """Return what a screen reader says of a term or link."""
        kind = {
            "term": self.tr("{0}, explained word"),
            "cite": self.tr("Reference {0}"),
            "link": self.tr("{0}, link"),
            "open": self.tr("{0}, button"),
            "claims": self.tr("{0}, link to the evidence"),
        }
        return kind[link.address.partition(":")[0]].format(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the term or link that has the keyboard; other keys move on."""
        self.hovering.stop()
        self._uses_keys = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            link = self.anchor or self.places.link_at(self.textCursor().position())
            if link is not None:
                self.follow(link)
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self.anchor = None  # the caret has gone on; Shift on the way to Shift+Tab has not
            self.word_reached.emit("")
            self._is_at_word = event.key() in SIDEWAYS

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click; take the keyboard's ring away: the mouse points for itself."""
        self._use_mouse()
        before = self.textCursor()
        super().mousePressEvent(event)
        # Qt selects a paragraph at the third press: that is no click, whatever it is on.
        is_click = event.button() == Qt.MouseButton.LeftButton and _ends(self.textCursor()) in (_ends(before), None)
        under = self._under(event.position()) if is_click else None
        self._pressed = (under, event.position()) if under is not None else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, and nothing else: what the first click opened is closed again."""
        if self._was_clicked:
            self.called_off.emit()
        self._use_mouse()
        super().mouseDoubleClickEvent(event)

    def _use_mouse(self) -> None:
        self.hovering.stop()
        self._uses_keys = self._is_at_word = self._was_clicked = False
        self._pressed = self.anchor = None
        self.viewport().update()
        self.word_reached.emit("")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take a drag for a drag, however short; a hand that trembles clicks all the same."""
        if self._pressed is not None and (event.position() - self._pressed[1]).manhattanLength() > STEADY:
            self._pressed = None
        super().mouseMoveEvent(event)
        under = self._under(event.position()) if self.hovering.is_on else None
        self.hovering.moved(event, is_on_term=under is not None and asking.is_term(under))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow what was clicked: what the button was pressed on, and let go."""
        super().mouseReleaseEvent(event)
        clicked, self._pressed = self._pressed, None
        if (
            clicked is None
            or event.button() != Qt.MouseButton.LeftButton
            or self._under(event.position()) != clicked[0]
        ):
            return
        caret = self.textCursor()
        caret.setPosition(clicked[0].start)
        self.set_caret(caret)
        self._was_clicked = asking.is_term(clicked[0])
        self.follow(clicked[0])

    def leaveEvent(self, event: QEvent) -> None:
        """Wait for no pointer that has gone."""
        self.hovering.stop()
        super().leaveEvent(event)

    def _under(self, point: QPointF) -> Link | None:
        """Return what can be chosen exactly under a point of the viewport, or None."""
        address = self.anchorAt(point.toPoint())
        position = self.cursorForPosition(point.toPoint()).position() if address else 0
        found = (self.places.link_at(each) for each in (position, position - 1)) if address else ()
        return next((each for each in found if each is not None and each.address == address), None)

    def _point(self, where: QPointF) -> None:
        """Ask for the term on which a pointer rests, unless one is on another by keyboard, or works elsewhere."""
        under = self._under(self.viewport().mapFromGlobal(where))
        has_ring = self._uses_keys and self.anchor is not None
        if under is not None and asking.is_term(under) and self.isActiveWindow() and not has_ring:
            self._asked = under
            self.entry_pointed.emit(under.address.partition(":")[2], self.on_screen(under))
            self._asked = None


def _ends(words: QTextCursor) -> tuple[int, int] | None:
    """Return where a selection begins and ends; None where nothing is selected."""
    return (words.selectionStart(), words.selectionEnd()) if words.hasSelection() else None


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
