"""How a note is drawn in the list: what it is, the words it is about, below them what one wrote."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QWidget

from reader.core.notebook.notes import Note
from reader.ui import theme as look
from reader.ui.notebook.panel_lettering import ABOVE, BETWEEN, OPENS, SIDE, Lettering, shape
from reader.ui.notebook.panel_model import Heading, NoteModel
from reader.ui.notebook.panel_words import Row
from reader.ui.theme import Theme
from reader.ui.widgets.mark_styles import SAMPLE_WIDTH, paint_sample
from reader.ui.widgets.marked_text import coloured, laid_out, ranged

BAR = 4  # pixels at the left of a chosen row
ICON = 18
SIGN = SAMPLE_WIDTH  # of a highlight: a sample of its style
GAP = 8
KEPT = 200  # rows that stay laid out


class _Laid(NamedTuple):
    called: QTextLayout
    when: QTextLayout
    quote: QTextLayout | None
    body: QTextLayout | None
    changed: QTextLayout | None
    where: QTextLayout | None


class NoteRows:
    """Draws rows, and tells how high they are."""

    def __init__(self, theme: Theme, view: QWidget, model: NoteModel) -> None:
        self._view, self._model = view, model
        self._theme = theme
        self._growth = 1.0
        self._letters = Lettering()
        self.is_by_section = True  # the heading says where a note stands
        self._laid: dict[tuple[str, int, int], _Laid] = {}  # by id, revision and width
        self._signs: dict[tuple[str, str], QImage] = {}

    def set_look(self, theme: Theme, growth: float) -> None:
        """Draw in other colours, with words *growth* times as large as usual."""
        if growth != self._growth:
            self._growth, self._letters = growth, Lettering(growth)
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Take note that there are other rows."""
        self._laid = {}

    def heights(self, width: int) -> list[int]:
        """Return how high each row is at a width."""
        return self._letters.heights(self._model.shapes, width, with_place=not self.is_by_section)

    # Drawing

    def draw_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        """Draw what stands above a group, and a fine line under it."""
        room = QRectF(rect.adjusted(SIDE, OPENS - ABOVE, -SIDE, -ABOVE // 2))
        count = f"{heading.notes:,}"
        beside = QFontMetricsF(self._letters.small).horizontalAdvance(count) + 12
        words = QFontMetricsF(self._letters.strong).elidedText(
            self._model.heading(heading), Qt.TextElideMode.ElideRight, room.width() - beside
        )
        painter.setFont(self._letters.strong)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)
        painter.setFont(self._letters.small)
        painter.setPen(QColor(self._theme.quiet))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), count)
        look.fill(painter, QRect(rect.left() + SIDE, rect.bottom(), rect.width() - 2 * SIDE, 1), self._theme.hair)

    def draw(
        self, painter: QPainter, rect: QRect, note: Note, *, is_chosen: bool, is_hovered: bool, has_keyboard: bool
    ) -> None:
        """Draw the ground, the words, and the ring of the keyboard."""
        row = self._model.words(note)
        laid = self._lay_out(note, row, rect.width())
        painter.save()
        painter.setClipRect(rect)
        if is_chosen or is_hovered:
            look.fill(painter, rect, self._theme.edge)
            look.fill(painter, rect.adjusted(0, 2, -2, -2), self._theme.tint)
        if is_chosen:
            look.fill(painter, QRect(rect.left(), rect.top(), BAR, rect.height()), self._theme.accent)
        self._draw_words(painter, rect, row, laid)
        if has_keyboard:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def _draw_words(self, painter: QPainter, rect: QRect, row: Row, laid: _Laid) -> None:
        x, y = float(rect.left() + SIDE), float(rect.top() + ABOVE)
        middle = y + self._letters.small_high / 2
        if row.style:
            paint_sample(painter, QRectF(x, middle - look.ICON_PX / 2, SIGN, look.ICON_PX), row.style, self._theme)
        else:
            painter.drawImage(QPointF(x, middle - ICON / 2), self._icon(row.kind))
        painter.setPen(QColor(self._theme.quiet))
        laid.called.draw(painter, QPointF(x + SIGN + GAP, y))
        laid.when.draw(painter, QPointF(rect.right() - SIDE - _width(laid.when), y))
        y += self._letters.small_high + BETWEEN
        painter.setPen(QColor(self._theme.ink))
        for words in filter(None, (laid.quote, laid.changed, laid.body, laid.where)):
            words.draw(painter, QPointF(x, y))
            y += words.boundingRect().height() + BETWEEN

    def _lay_out(self, note: Note, row: Row, width: int) -> _Laid:
        """Return the words of a row in lines; those in view are asked for again and again."""
        key = note.id, note.revision, width
        if key not in self._laid:
            if len(self._laid) > KEPT:
                self.forget()
            self._laid[key] = self._laid_out(note, row, width)
        return self._laid[key]

    def _laid_out(self, note: Note, row: Row, across: int) -> _Laid:
        letters, quiet, width = self._letters, self._theme.quiet, across - 2 * SIDE
        beside = width - SIGN - 2 * GAP
        called = QFontMetricsF(letters.small).horizontalAdvance(row.called)
        when = _one(row.when, letters.small, max(width // 2, round(beside - called)), quiet)
        room = beside - _width(when)
        quoted = f"“{row.quote}”" if row.is_passage and row.quote else row.quote
        quote_lines, body_lines = letters.lines(shape(note, is_changed=bool(row.changed)), across)
        body = row.body.replace("\n", "\u2028")
        return _Laid(
            _one(row.called, letters.small, round(room), quiet),
            when,
            laid_out(quoted, letters.quote, width, quote_lines, []) if quoted else None,
            laid_out(body, letters.text, width, body_lines, []) if body else None,
            _one(row.changed, letters.small, width, quiet) if row.changed else None,
            None if self.is_by_section else _one(row.where, letters.small, width, quiet),
        )

    def _icon(self, kind: str) -> QImage:
        key = kind, self._theme.ink
        if key not in self._signs:
            self._signs[key] = look.image(kind, self._theme.ink, ICON, scale=self._view.devicePixelRatioF())
        return self._signs[key]


def _one(text: str, font: QFont, width: int, colour: str) -> QTextLayout:
    """Return a text in one line."""
    return laid_out(text, font, width, 1, [ranged(text, 0, len(text), coloured(colour))])


def _width(line: QTextLayout) -> float:
    """Return how wide the words of a line are."""
    return line.lineAt(0).naturalTextWidth() if line.lineCount() else 0.0
