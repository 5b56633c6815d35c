"""What helps to keep one's place: one paragraph lit, a ruler at the reading line, numbers beside the text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor

from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.ui.article.column import CARET, Column
from reader.ui.article.contents import Contents
from reader.ui.article.lit import Lit
from reader.ui.article.margin import MarginNumbers
from reader.ui.article.ruler import Ruler
from reader.ui.article.scroll_anchor import ScrollAnchor

STEPS = (Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)  # keys that lead on while a paragraph is lit


class Guiding(QObject):
    """Lights a paragraph of a column, holds a ruler, shows numbers."""

    next_requested = Signal()  # while a paragraph is lit
    previous_requested = Signal()
    end_requested = Signal()
    lighted = Signal(object)  # the Paragraph that is lit now, before it is brought to the line; None: all is
    line_wanted = Signal(bool)  # whether each line, the last one too, is to come to the reading line
    paragraph_chosen = Signal(object)  # the Paragraph that was clicked while another one was lit

    def __init__(self, column: Column, contents: Contents, anchor: ScrollAnchor) -> None:
        super().__init__(column)
        self._column, self._contents, self._anchor = column, contents, anchor
        self.ruler, self.lit_ground, self.numbers = Ruler(), Lit(), MarginNumbers()
        column.has_numbers = False
        column.verticalScrollBar().valueChanged.connect(self._gone_by)

    # What goes in

    def follow_document(self) -> None:
        """Follow the pictures of another document, whose numbers and places are there already."""
        self.numbers.numbering, self.numbers.places = self._contents.numbering, self._column.places
        self._column.document().documentLayout().update.connect(self._column.beside_changed)

    def guide_by(self, *, numbers: bool, ruler: bool, line: float) -> None:
        """Show the numbers and the ruler or not; a *line* of text is so many pixels high."""
        is_other_room = numbers != self.numbers.is_on
        self.numbers.is_on, self.ruler.is_on, self.ruler.line = numbers, ruler, line
        self._column.has_numbers = numbers
        self._want_line()
        if is_other_room:
            self._contents.refit()
        self._column.repaint_all()

    @property
    def lit(self) -> Paragraph | None:
        """The paragraph that is lit, or None."""
        return self.lit_ground.paragraph

    def light(self, paragraph: Paragraph | None, *, bring: bool = True) -> None:
        """Light one paragraph and *bring* it to the reading line; None lights everything again."""
        self.lit_ground.paragraph = paragraph
        self._column.callouts.has_grounds = self.ruler.has_place = paragraph is None
        self._want_line()
        self.lighted.emit(paragraph)
        position = self._beginning(paragraph) if paragraph is not None else None
        if position is not None:
            caret = QTextCursor(self._column.document())
            caret.setPosition(position)
            self._column.set_caret(caret)  # a screen reader reads on from here
            if bring:
                self._bring_to_line(position)
        self._column.repaint_all()

    # What is asked

    def words(self) -> tuple[int, int] | None:
        """Return from where to where in the document the paragraph goes that is lit; None where none is."""
        return self._column.places.span(self.lit) if self.lit is not None else None

    def can_read_on(self) -> bool:
        """Whether the paragraph that is lit goes on below the window."""
        words, height = self.lit_ground.rect(self._column), self._column.viewport().height()
        return words is not None and words.bottom() > height >= words.top()

    def read_on(self, direction: int) -> bool:
        """Go a screenful on (1) or back (-1) in the paragraph that is lit; False where there is no more of it."""
        column, line = self._column, self.ruler.line
        words, span = self.lit_ground.rect(column), self.words()
        if words is None or span is None:
            return False
        above = column.y_of(span[0]) - column.reading_line()  # pixels from the reading line down to where it begins
        page = column.viewport().height() - column.reading_line() - line
        if direction > 0 and self.can_read_on():
            self._scroll_by(above if above > line / 2 else page)
        elif direction < 0 and above < -line / 2 and words.bottom() > 0:
            self._scroll_by(-min(page, -above))
        else:
            return False
        return True

    # Pixels

    def _want_line(self) -> None:
        self.line_wanted.emit(self.lit is not None or self.ruler.is_on)

    def _beginning(self, paragraph: Paragraph) -> int | None:
        place = Place(paragraph.section, paragraph.block)
        self._contents.have(place)
        return self._column.places.position(place) if self._column.places.has(place) else None

    def _bring_to_line(self, position: int) -> None:
        column, line = self._column, self._column.reading_line()
        column.bring(position, line)
        if column.y_of(position) > line + 1:
            self._contents.leave_room()
            column.bring(position, line)
        self._anchor.hold(position, column.y_of(position))

    def _scroll_by(self, pixels: float) -> None:
        bar = self._column.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def _gone_by(self) -> None:
        self._column.beside_changed.emit()
        if self.ruler.is_shown:
            self._column.viewport().update()  # Qt moves the picture, and the ruler with it

    # Keyboard and mouse

    def take_key(self, event: QKeyEvent) -> bool:
        """Go from step to step while a paragraph is lit, and from line to line in the ruler; return whether it did."""
        if self.lit is not None and event.key() in STEPS:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or event.key() == Qt.Key.Key_Backspace
            if event.key() == Qt.Key.Key_Escape:
                self.end_requested.emit()
            else:
                (self.previous_requested if is_back else self.next_requested).emit()
            return True
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.ruler.is_shown and is_plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_line(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return False

    def move_line(self, direction: int) -> None:
        """Bring the next line into the ruler, and the caret to it, so that a screen reader says it."""
        column = self._column
        position = self.ruler.next_line(column, direction)
        if position is None:
            return
        caret = QTextCursor(column.document())
        caret.setPosition(position)
        column.setCursorWidth(CARET)
        column.set_caret(caret)
        column.bring(position, column.reading_line())

    def take_click(self, event: QMouseEvent) -> None:
        """Let a click choose another paragraph while one is lit."""
        if self.lit is None or event.button() != Qt.MouseButton.LeftButton:
            return
        position = self._column.cursorForPosition(event.position().toPoint()).position()
        clicked = self._contents.paragraph_at(position)
        if clicked is not None and not self._column.textCursor().hasSelection():
            event.accept()
            self.paragraph_chosen.emit(clicked)
