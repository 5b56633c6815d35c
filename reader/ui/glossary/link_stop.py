"""A link inside a text as a part of its own: for the keyboard, which stops at it, and for screen readers.

Qt shows them to neither: this is a button without a face that lies over the words. The mouse goes through
it to the text, in which one may want to select the same words.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.ui import theme as look
from reader.ui.glossary.wording import Lead, Run

AROUND = 4  # pixels around a text, for its rings
BESIDE, ABOVE = 3, 2  # pixels from the words to the outer edge of their ring: it stays in the space between words


class LinkStop(QAbstractButton):
    """A ring around the words of a link, on each of their lines, while it has the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        from reader.ui.glossary.spoken_link import speak_as_links  # late: no link is in the first screen

        super().__init__(parent)
        speak_as_links(LinkStop)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab comes in the order of the text: ExplanationView
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lead = Lead("entry", "")
        self._rings: list[QRect] = []  # in itself
        self._target: list[QRect] = []  # in the parent

    def stand_for(self, run: Run) -> None:
        """Be the link of a run of words."""
        self.lead = run.lead or self.lead
        self.setText(run.text.replace("&", "&&"))
        self.setAccessibleName(run.spoken)

    def lie_over(self, lines: list[QRect], reach: int) -> None:
        """Lie over the words, whose rectangles in the parent these are, one a line.

        *reach* is how many pixels above and below them a tired hand may hit instead (WCAG 2.2, 2.5.5); none where
        there are other words.
        """
        self._target = [rect.adjusted(-BESIDE, -reach, BESIDE, reach) for rect in lines]
        rings = [rect.adjusted(-BESIDE, -ABOVE, BESIDE, ABOVE) for rect in lines]
        whole = QRect()
        for rect in rings:
            whole = whole.united(rect)
        self._rings = [rect.translated(-whole.topLeft()) for rect in rings]
        self.setGeometry(whole)
        self.update()

    def is_at(self, point: QPoint) -> bool:
        """Whether a click at a point of the parent presses it."""
        return any(rect.contains(point) for rect in self._target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrows are for the text around it, and not for the button beside it

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = look.scale().ring
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), ring))
        for rect in self._rings:
            inner = rect.adjusted(ring // 2, ring // 2, -ring // 2, -ring // 2)
            painter.drawRoundedRect(inner, AROUND, AROUND)
