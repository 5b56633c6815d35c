"""The shadow that a card casts: painted, because Qt's own effect blurs card and all again for each line one scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.ui import theme as look
from reader.ui.theme import Theme

REACH = 14  # pixels around the card
DROP = 3  # pixels down: light comes from above


class Shadow(QWidget):
    """A soft edge below a card; none where contrast is high."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._depth = 0.0
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Be as dark as the theme wants it."""
        self._depth = 0.0 if theme.name.startswith("contrast") else 0.5 if theme.is_dark else 0.2
        self.update()

    def cast(self, card: QRect) -> None:
        """Lie around *card*, a rectangle of the parent."""
        self.setGeometry(card.adjusted(-REACH, -REACH, REACH, REACH).translated(0, DROP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one line around the other, each fainter than the one inside."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        card = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        for out in range(-DROP, REACH):
            colour = QColor(Qt.GlobalColor.black)
            colour.setAlphaF(0.5 * self._depth * ((REACH - max(out, 0)) / REACH) ** 2)
            painter.setPen(QPen(colour, 1.5))
            radius = look.scale().card + out
            painter.drawRoundedRect(card.adjusted(-out, -out, out, out), radius, radius)
