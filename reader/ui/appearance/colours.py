"""The choice of a theme: radio buttons, each beside a sample of its paper and ink."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from reader.appearance import SYSTEM
from reader.ui import theme as look
from reader.ui.theme import Theme
from reader.ui.widgets.flow import FlowLayout

SAMPLE = QSize(28, 24)
LEAST_WIDTH = 164  # pixels of one button, so that two columns stand in line


class Colours(QWidget):
    """Five themes, and that of the system."""

    chosen = Signal(str)  # the theme of an Appearance

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            "light": self.tr("Light"),
            "sepia": self.tr("Sepia"),
            "dark": self.tr("Dark"),
            SYSTEM: self.tr("As the system"),
            "contrast-light": self.tr("Contrast, light"),
            "contrast-dark": self.tr("Contrast, dark"),
        }
        self._group = QButtonGroup(self)
        self._buttons = {}
        flow = FlowLayout(0)
        flow.setContentsMargins(0, 0, 0, 0)
        for name, words in names.items():
            button = self._buttons[name] = QRadioButton(words)
            button.setObjectName(name)
            button.setMinimumWidth(LEAST_WIDTH)
            button.setIconSize(SAMPLE)
            self._group.addButton(button)
            flow.addWidget(button)
        self.setLayout(flow)
        for name, theme in look.themes().items():
            self._buttons[name].setIcon(_sample(theme, theme))
        self._buttons[SYSTEM].setIcon(_sample(look.themes()["light"], look.themes()["dark"]))
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.objectName()))

    def show_theme(self, name: str) -> None:
        """Show which theme is chosen; a name that is unknown is the system's."""
        self._buttons.get(name, self._buttons[SYSTEM]).setChecked(True)


def _sample(left: Theme, right: Theme) -> QIcon:
    """Return a card with two letters on it, half in one theme and half in another."""
    sharp = 2
    picture = QImage(SAMPLE * sharp, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(sharp)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(look.serif(look.SMALL_PX, strong=True))
    whole = QRect(0, 0, SAMPLE.width(), SAMPLE.height())
    half = SAMPLE.width() // 2
    for theme, part in ((left, QRect(0, 0, half, whole.height())), (right, QRect(half, 0, half, whole.height()))):
        painter.setClipRect(part)
        painter.setPen(QPen(QColor(theme.rule), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRect(whole.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(theme.ink))
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, "Aa")
    painter.end()
    return QIcon(QPixmap.fromImage(picture))
