"""A column that helps to keep one's place: one paragraph lit, a ruler at the reading line, numbers beside the text."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from reader.appearance import Appearance
from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.ui.article.column import CARET
from reader.ui.article.copying import CopyingColumn
from reader.ui.article.gutter import Gutter
from reader.ui.article.lit import Ground, Lit
from reader.ui.article.margin import MarginNumbers
from reader.ui.article.places import Link
from reader.ui.article.ruler import Ruler
from reader.ui.article.term_lines import TermLines
from reader.ui.theme import Theme

PRESSED = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress)


class GuidingColumn(CopyingColumn):
    """Lights a paragraph, holds a ruler, shows numbers."""

    next_requested = Signal()  # while a paragraph is lit
    previous_requested = Signal()
    end_requested = Signal()
    line_wanted = Signal(bool)  # whether each line, the last one too, is to come to the reading line
    paragraph_chosen = Signal(object)  # the Paragraph that was clicked while another one was lit

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self._ruler, self._lit, self._numbers = Ruler(), Lit(), MarginNumbers()
        self._term_lines = TermLines()
        self._pointed = Ground()
        over = self.layers.index(self.callouts) + 1  # their bars and frames must not cross what is lit
        self.layers[over:over] = [self._ruler, self._pointed, self._lit]
        self.layers.insert(0, self._term_lines)  # below the veil
        grounds = (self._pointed, self._lit, self._ruler)
        Gutter(self, (*grounds, self._numbers), before=True)
        Gutter(self, grounds, before=False)
        self.verticalScrollBar().valueChanged.connect(self._gone_by)

    # What goes in

    def follow_document(self) -> None:
        """Follow the pictures of another document, whose numbers and places are there already."""
        self._numbers.numbering = self.numbering
        self._term_lines.places = self.places
        self._numbers.places = self._pointed.places = self._lit.places = self.places
        self.document().documentLayout().update.connect(self._update_gutters)

    def guide_by(self, *, numbers: bool, ruler: bool, line: float) -> None:
        """Show the numbers and the ruler or not; a *line* of text is so many pixels high."""
        is_other_room = numbers != self._numbers.is_on
        self._numbers.is_on, self._ruler.is_on, self._ruler.line = numbers, ruler, line
        self._want_line()
        if is_other_room:
            self.refit()
        self.repaint_all()

    def show_looked_up(self, entries: Collection[str]) -> None:
        """Show which entries were looked up before, by their ids."""
        self._term_lines.looked_up = frozenset(entries)
        self.viewport().update()

    def show_in_pathway(self, entry: str) -> None:
        """Mark the words of the entry whose node one is at in the pathway, or no words: ""; nothing moves."""
        if entry != self._term_lines.in_pathway:
            self._term_lines.in_pathway = entry
            self.viewport().update()

    def needs_gutter(self) -> bool:
        """Whether numbers stand before the column."""
        return self._numbers.is_on

    @property
    def lit(self) -> Paragraph | None:
        """The paragraph that is lit, or None."""
        return self._lit.paragraph

    def light(self, paragraph: Paragraph | None, *, bring: bool = True) -> None:
        """Light one paragraph and *bring* it to the reading line; None lights everything again."""
        self._lit.paragraph, self._pointed.paragraph = paragraph, None
        self.callouts.has_grounds = self._ruler.has_place = paragraph is None
        self.anchor = None
        self._want_line()
        position = self._beginning(paragraph) if paragraph is not None else None
        if position is not None:
            caret = QTextCursor(self.document())
            caret.setPosition(position)
            self.set_caret(caret)  # a screen reader reads on from here
            if bring:
                self._bring_to_line(position)
        self.repaint_all()

    @property
    def pointed(self) -> Paragraph | None:
        """The paragraph to which somebody was led just now, or None."""
        return self._pointed.paragraph

    def point_at(self, place: Place) -> None:
        """Show which paragraph is at *place*, until the next key or click; nothing moves."""
        found = self.numbering.at(place.section, place.block) if self.numbering is not None else None
        if found is None or self._lit.paragraph is not None:
            return
        self._pointed.paragraph = found
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.repaint_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Point no longer: something is pressed. A key that is a command's comes as a shortcut only."""
        if event.type() in PRESSED:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self._pointed.paragraph = None
            self.repaint_all()
        return False

    def can_read_on(self) -> bool:
        """Whether the paragraph that is lit goes on below the window."""
        words, height = self._lit.rect(self), self.viewport().height()
        return words is not None and words.bottom() > height >= words.top()

    def read_on(self, direction: int) -> bool:
        """Go a screenful on (1) or back (-1) in the paragraph that is lit; False where there is no more of it."""
        words, line = self._lit.rect(self), self._ruler.line
        span = self.places.span(self._lit.paragraph) if self._lit.paragraph is not None else None
        if words is None or span is None:
            return False
        above = self.y_of(span[0]) - self.reading_line()  # pixels from the reading line down to where it begins
        page = self.viewport().height() - self.reading_line() - line
        if direction > 0 and self.can_read_on():
            self._scroll_by(above if above > line / 2 else page)
        elif direction < 0 and above < -line / 2 and words.bottom() > 0:
            self._scroll_by(-min(page, -above))
        else:
            return False
        return True

    def leave_room(self) -> None:
        """Leave the room that is wanted after the end."""

    def refit(self) -> None:
        """Set the column anew, and keep what is read where it is."""

    # Pixels

    def _want_line(self) -> None:
        self.line_wanted.emit(self._lit.paragraph is not None or self._ruler.is_on)

    def _beginning(self, paragraph: Paragraph) -> int | None:
        self.have(_place(paragraph))
        return self.places.position(_place(paragraph)) if self.places.has(_place(paragraph)) else None

    def _bring_to_line(self, position: int) -> None:
        line = self.reading_line()
        self.bring(position, line)
        if self.y_of(position) > line + 1:
            self.leave_room()
            self.bring(position, line)
        self.hold(position, self.y_of(position))

    def _scroll_by(self, pixels: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def _gone_by(self) -> None:
        self._update_gutters()
        if self._ruler.is_shown:
            self.viewport().update()  # Qt moves the picture, and the ruler with it

    def _update_gutters(self, *_: QRectF) -> None:
        self.beside_changed.emit()

    # Keyboard and mouse

    def _next_anchor(self, forward: bool) -> Link | None:
        """Keep to the words of the paragraph that is lit; after its last one the keyboard goes to the bar below."""
        words = self.places.span(self._lit.paragraph) if self._lit.paragraph is not None else None
        if words is None:
            return super()._next_anchor(forward)
        first, last = words
        held = self.anchor.start if self.anchor is not None else None
        if forward:
            found = self.places.link_after(first if held is None else held + 1)
        else:
            found = self.places.link_before(last if held is None else held)
        return found if found is not None and first <= found.start < last else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from step to step while a paragraph is lit, and from line to line in the ruler."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._lit.paragraph is not None and event.key() in (
            Qt.Key.Key_Space,
            Qt.Key.Key_Backspace,
            Qt.Key.Key_Escape,
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.end_requested.emit()
            else:
                back = shift or event.key() == Qt.Key.Key_Backspace
                (self.previous_requested if back else self.next_requested).emit()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._ruler.is_shown and plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_line(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def _move_line(self, direction: int) -> None:
        """Bring the next line into the ruler, and the caret to it, so that a screen reader says it."""
        position = self._ruler.next_line(self, direction)
        if position is None:
            return
        caret = QTextCursor(self.document())
        caret.setPosition(position)
        self.setCursorWidth(CARET)
        self.set_caret(caret)
        self.bring(position, self.reading_line())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click choose another paragraph while one is lit."""
        super().mouseReleaseEvent(event)
        if self._lit.paragraph is None or event.button() != Qt.MouseButton.LeftButton:
            return
        clicked = self.paragraph_at(self.cursorForPosition(event.position().toPoint()).position())
        if clicked is not None and not self.textCursor().hasSelection():
            event.accept()
            self.paragraph_chosen.emit(clicked)


def _place(paragraph: Paragraph) -> Place:
    return Place(paragraph.section, paragraph.block)
