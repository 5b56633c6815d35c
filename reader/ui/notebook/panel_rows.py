"""How a note is drawn in the list: what it is, the words it is about, below them what one wrote."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QWidget

from reader.core.notebook.notes import Note
from reader.ui import theme as look
from reader.ui.notebook.panel_model import Heading, NoteModel
from reader.ui.notebook.panel_words import Row
from reader.ui.theme import Theme
from reader.ui.widgets.mark_styles import SAMPLE_WIDTH, paint_sample
from reader.ui.widgets.marked_text import coloured, laid_out, ranged

BAR = 4  # pixels at the left of a chosen row
SIDE = 16  # pixels at the left and at the right of the words
ABOVE = 9  # and below
BETWEEN = 3  # what it is and what it says
OPENS = 20  # above a heading
ICON = 18
SIGN = SAMPLE_WIDTH  # of a highlight: a sample of its style
GAP = 8
QUOTE_LINES, BODY_LINES = 2, 6  # of the guide's words, and of one's own
LETTER = 0.45  # widths of a letter, of its height: a little more than the letters of a text take on average
RAGGED = 4  # letters that a line may be shorter than there is room, since words are not cut
WIDE = 0.7  # of a byte in UTF-8, of the letters of a text: Chinese ones are twice as wide as Latin ones
KEPT = 200  # rows that stay laid out


class _Laid(NamedTuple):
    called: QTextLayout
    when: QTextLayout
    quote: QTextLayout | None
    body: QTextLayout | None
    where: QTextLayout | None


class NoteRows:
    """Draws rows, and tells how high each of them is without laying its words out: there may be ten thousand."""

    def __init__(self, theme: Theme, view: QWidget, model: NoteModel) -> None:
        self._view, self._model = view, model
        self._theme = theme
        self.is_by_section = True  # the heading says where a note stands
        self._measured_for = 0  # a width
        self._measured: dict[str, tuple[Note, int]] = {}  # by id: a note, and how high its row is
        self._laid: dict[tuple[str, int, int], _Laid] = {}  # by id, revision and width
        self._signs: dict[tuple[str, str], QImage] = {}
        self._line = QFontMetricsF(look.sans()).lineSpacing()
        self._quoted = QFontMetricsF(self._quote_font()).lineSpacing()
        self._small = QFontMetricsF(look.sans(look.SMALL_PX)).lineSpacing()
        self._high = [[self._with(quote, body) for body in range(BODY_LINES + 1)] for quote in range(QUOTE_LINES + 1)]

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Take note that there are other rows."""
        self._laid = {}

    def heights(self, rows: list[Heading | Note], width: int) -> list[int]:
        """Return how high each row is at a width."""
        if width != self._measured_for:
            self._measured_for, self._measured = width, {}
        known, a_line = self._measured, _letters(width - 2 * SIDE)
        where = 0 if self.is_by_section else round(self._small) + BETWEEN
        heading = round(OPENS + self._line + ABOVE)
        result = []
        for row in rows:
            if isinstance(row, Heading):
                result.append(heading)
                continue
            found = known.get(row.id)
            if found is None or found[0] is not row:
                known[row.id] = found = row, self._height(row, a_line)
            result.append(found[1] + where)
        return result

    def _with(self, quote: int, body: int) -> int:
        """Return how high a row is that has so many lines of a quote, and of what one wrote."""
        height = 2 * ABOVE + self._small + self._quoted * quote + BETWEEN * bool(quote)
        height += self._line * body + BETWEEN * bool(body)
        return max(look.TARGET_PX, round(self._small + self._line) + 2 * ABOVE, round(height))

    def _height(self, note: Note, a_line: int) -> int:
        body = _body_lines(note.body.strip(), a_line) if note.body else 0
        return self._high[_quote_lines(note.target.quote, a_line)][body]

    # Drawing

    def draw_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        """Draw what stands above a group, and a fine line under it."""
        room = QRectF(rect.adjusted(SIDE, OPENS - ABOVE, -SIDE, -ABOVE // 2))
        count = f"{heading.notes:,}"
        metrics = QFontMetricsF(look.sans(look.SMALL_PX))
        beside = metrics.horizontalAdvance(count) + 12
        font = look.sans(strong=True)
        words = QFontMetricsF(font).elidedText(
            self._model.heading(heading), Qt.TextElideMode.ElideRight, room.width() - beside
        )
        painter.setFont(font)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)
        painter.setFont(look.sans(look.SMALL_PX))
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
        middle = y + self._small / 2
        if row.style:
            paint_sample(painter, QRectF(x, middle - look.ICON_PX / 2, SIGN, look.ICON_PX), row.style, self._theme)
        else:
            painter.drawImage(QPointF(x, middle - ICON / 2), self._icon(row.kind))
        painter.setPen(QColor(self._theme.quiet))
        laid.called.draw(painter, QPointF(x + SIGN + GAP, y))
        laid.when.draw(painter, QPointF(rect.right() - SIDE - _width(laid.when), y))
        y += self._small + BETWEEN
        painter.setPen(QColor(self._theme.ink))
        if laid.quote is not None:
            laid.quote.draw(painter, QPointF(x, y))
            y += laid.quote.boundingRect().height() + BETWEEN
        if laid.body is not None:
            laid.body.draw(painter, QPointF(x, y))
            y += laid.body.boundingRect().height() + BETWEEN
        if laid.where is not None:
            laid.where.draw(painter, QPointF(x, y))

    def _lay_out(self, note: Note, row: Row, width: int) -> _Laid:
        """Return the words of a row in lines; those in view are asked for again and again."""
        key = note.id, note.revision, width
        if key not in self._laid:
            if len(self._laid) > KEPT:
                self.forget()
            self._laid[key] = self._laid_out(note, row, width - 2 * SIDE)
        return self._laid[key]

    def _laid_out(self, note: Note, row: Row, width: int) -> _Laid:
        small, quiet = look.sans(look.SMALL_PX), self._theme.quiet
        when = _one(row.when, small, width // 2, quiet)
        room = width - SIGN - 2 * GAP - _width(when)
        quoted = f"“{row.quote}”" if row.is_passage and row.quote else row.quote
        a_line = _letters(width)
        most = _quote_lines(row.quote, a_line)
        body = row.body.replace("\n", "\u2028")
        return _Laid(
            _one(row.called, small, round(room), quiet),
            when,
            laid_out(quoted, self._quote_font(), width, most, []) if quoted else None,
            laid_out(body, look.sans(), width, _body_lines(row.body, a_line), []) if body else None,
            None if self.is_by_section else _one(row.where, small, width, quiet),
        )

    def _quote_font(self) -> QFont:
        return look.serif(look.TEXT_PX)

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


def _letters(width: int) -> int:
    """Return how many letters a line of a width has room for, at least."""
    return max(1, int(width / (look.TEXT_PX * LETTER)))


def _lines(text: str, a_line: int) -> int:
    """Return how many lines a text takes, about: rather one too many, since one too few would cut it."""
    letters = len(text) if text.isascii() else max(len(text), round(len(text.encode()) * WIDE))
    return 1 if 0 < letters <= a_line else -(-letters // max(1, a_line - RAGGED))


def _quote_lines(quote: str, a_line: int) -> int:
    """Return how many lines are shown of a quote."""
    if len(quote) > a_line:
        return QUOTE_LINES
    return min(QUOTE_LINES, _lines(quote, a_line))


def _body_lines(body: str, a_line: int) -> int:
    """Return how many lines are shown of what one wrote."""
    if "\n" not in body:
        return min(BODY_LINES, _lines(body, a_line))
    lines = body.split("\n", BODY_LINES)[:BODY_LINES]
    return min(BODY_LINES, sum(max(1, _lines(line, a_line)) for line in lines))
