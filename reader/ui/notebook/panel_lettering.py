"""The faces of the notebook's list, and how high its rows are, by counting letters: ten thousand are not laid out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFontMetricsF

from reader.core.notebook.notes import Note
from reader.ui import theme as look

ABOVE = 9  # pixels above the words of a row, and below
BETWEEN = 3  # what it is and what it says
OPENS = 20  # above a heading
SIDE = 16  # at the left and at the right of the words
QUOTE_LINES, BODY_LINES = 2, 6  # of the guide's words, and of one's own
MOST = 1_200  # letters of a line that are counted: more than any row has room for
LETTER = 0.45  # widths of a letter, of its height: a little more than the letters of a text take on average
RAGGED = 4  # letters that a line may be shorter than there is room, since words are not cut
WIDE = 0.7  # of a byte in UTF-8, of the letters of a text: Chinese ones are twice as wide as Latin ones

Shape = tuple[int, ...]
"""What a row's height depends on: whether it has a line more, letters of its quote, and of each line one wrote."""

HEADING: Shape = ()


def shape(note: Note, *, is_changed: bool) -> Shape:
    """Return the shape of a note's row; *is_changed*: a line says that the guide has other words now."""
    quote, body = quoted(note), note.body.strip()
    if not body:
        return is_changed, _letters(quote)
    if "\n" not in body:
        return is_changed, _letters(quote), _letters(body)
    return is_changed, _letters(quote), *map(_letters, body.split("\n", BODY_LINES)[:BODY_LINES])


def quoted(note: Note) -> str:
    """Return the words that a note is about; "" where one wrote the same, as in a question picked from the guide."""
    return note.target.quote if note.target.quote != note.body else ""


def _letters(text: str) -> int:
    """Return how many letters a text has, of the width of Latin ones."""
    if text.isascii():
        return min(len(text), MOST)
    return min(max(len(text), round(len(text.encode()) * WIDE)), MOST)


class Lettering:
    """The faces, *growth* times as large as usual."""

    def __init__(self, growth: float = 1.0) -> None:
        text, small = round(growth * look.TEXT_PX), round(growth * look.SMALL_PX)
        self.text, self.strong, self.small = look.sans(text), look.sans(text, strong=True), look.sans(small)
        self.quote = look.serif(text)
        self.small_high = QFontMetricsF(self.small).lineSpacing()
        self._text_high = QFontMetricsF(self.text).lineSpacing()
        self._quote_high = QFontMetricsF(self.quote).lineSpacing()
        self._letter = text * LETTER

    def heights(self, shapes: Iterable[Shape], width: int, *, with_place: bool) -> list[int]:
        """Return how high rows are at a width; *with_place*: a line says where each note stands."""
        every = list(shapes)
        place = round(self.small_high) + BETWEEN if with_place else 0
        high = {each: self._height(each, width) + place for each in set(every)}
        high[HEADING] = round(OPENS + self._text_high + ABOVE)
        return [high[each] for each in every]

    def lines(self, of: Shape, width: int) -> tuple[int, int]:
        """Return how many lines of its quote and of what one wrote a row shows."""
        a_line = max(1, int((width - 2 * SIDE) / self._letter))
        _, quote, *body = of
        return min(QUOTE_LINES, _lines(quote, a_line)), min(BODY_LINES, sum(_lines(each, a_line) or 1 for each in body))

    def _height(self, of: Shape, width: int) -> int:
        if not of:
            return 0
        quote, body = self.lines(of, width)
        height = 2 * ABOVE + self.small_high * (1 + of[0]) + self._quote_high * quote + self._text_high * body
        height += BETWEEN * (bool(quote) + bool(body) + of[0])
        return max(look.TARGET_PX, round(self.small_high + self._text_high) + 2 * ABOVE, round(height))


def _lines(letters: int, a_line: int) -> int:
    """Return how many lines a text takes, about: rather one too many, since one too few would cut it."""
    return 1 if 0 < letters <= a_line else -(-letters // max(1, a_line - RAGGED))
