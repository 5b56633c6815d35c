"""A guide on the start page: one large button with its title, what it is about, how far one is, and where it is."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout

from reader.core.shelf import Choice
from reader.core.source import printable
from reader.ui import theme as look
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided

LEAST, MOST = 0.03, 0.97  # under and over these shares of its words, a guide is just begun or all read


class GuideRow(QAbstractButton):
    """A guide that can be chosen. The one that was read last says what a press does."""

    def __init__(self, choice: Choice, theme: Theme, *, is_first: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_first = is_first
        self._title, self._subtitle, self._progress = (_words() for _ in range(3))
        self._where = Elided()
        self._go = _words()
        self._title.setFont(look.serif(look.scale().word, strong=True))
        for label in (self._subtitle, self._where):
            label.setProperty("quiet", True)
        self._where.setProperty("small", True)
        self._where.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._go.setFont(look.sans(strong=True))
        self._column = column = QVBoxLayout(self)
        space = look.scale().space
        column.setContentsMargins(space["apart"], space["close"], space["apart"], space["close"])
        column.setSpacing(space["tight"])
        for label in (self._title, self._subtitle, self._progress, self._where):
            column.addWidget(label)
        self._go.setWordWrap(False)
        self._go.setContentsMargins(space["apart"], space["close"], space["apart"], space["close"])
        column.addSpacing(space["tight"] if is_first else 0)
        column.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # a button's is fixed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_choice(choice)

    def show_choice(self, choice: Choice) -> None:
        """Show what is known of the guide now."""
        self.choice = choice
        self._title.setText(choice.title)
        self._subtitle.setText(choice.subtitle)
        self._progress.setText(self._lost() if choice.is_lost else self._how_far(choice, time.time()))
        self._where.set_whole("" if choice.is_installed else _place(choice.name))
        self._where.setToolTip("")
        self._go.setText(self.tr("Go on reading") if choice.when else self.tr("Begin to read"))
        self._go.setVisible(self._is_first and not choice.is_lost)
        self._subtitle.setVisible(bool(choice.subtitle))
        self._where.setVisible(not choice.is_installed)
        said = [label.text() for label in (self._subtitle, self._progress) if label.text()]
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(". ".join([*said, *([] if choice.is_installed else [_place(choice.name)])]))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return what the words need; a button's own hint knows nothing of them."""
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return a narrow size: the words are broken into lines, and the width decides the height."""
        return QSize(1, look.scale().target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter, as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what is first or under the mouse, and the ring of what has the keyboard."""
        scale, theme = look.scale(), self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = scale.ring / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        is_lit = self._is_first or self.underMouse() or self.isDown()
        edge = theme.accent if self.hasFocus() else theme.edge if is_lit else ""
        painter.setPen(QPen(QColor(edge), scale.ring) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tint) if is_lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, scale.radius, scale.radius)
        if not self._go.isHidden():  # it looks like the button that all of the row is
            painter.setPen(QPen(QColor(theme.rule), 1))
            painter.setBrush(QColor(theme.paper))
            frame = QRectF(self._go.geometry()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, scale.radius, scale.radius)

    def _lost(self) -> str:
        return self.tr("It is no longer here. It may be on a drive that is not connected.")

    def _how_far(self, choice: Choice, now: float) -> str:
        """Return how much was read, what is left, and when one last read in it."""
        left = choice.minutes_left
        minutes = self.tr("1 minute") if left == 1 else self.tr("{0} minutes").format(left)
        if not choice.when:
            parts = [self.tr("Not begun"), minutes if left else ""]
        elif choice.share > MOST:
            parts = [self.tr("All read"), self._when(choice.when, now)]
        else:
            parts = [self._share(choice.share), self.tr("{0} left").format(minutes) if left else ""]
            parts.append(self._when(choice.when, now))
        return " · ".join(part for part in parts if part)

    def _share(self, share: float) -> str:
        """Return a share in words: nobody need reckon with a number."""
        words = {
            0.1: self.tr("A little read"),
            0.25: self.tr("About a quarter read"),
            0.33: self.tr("About a third read"),
            0.5: self.tr("About half read"),
            0.67: self.tr("About two thirds read"),
            0.75: self.tr("About three quarters read"),
            0.92: self.tr("Almost all read"),
        }
        return self.tr("Just begun") if share < LEAST else words[min(words, key=lambda known: abs(known - share))]

    def _when(self, when: float, now: float) -> str:
        """Return on which day that was, as one would say it; "" for a moment that no calendar knows."""
        day = _day(when)
        if not day:
            return ""
        days = max(0, _day(now) - day)
        if days < 2:
            return (self.tr("last read today"), self.tr("last read yesterday"))[days]
        if days < 14:
            return self.tr("last read {0} days ago").format(days)
        if days < 60:
            return self.tr("last read {0} weeks ago").format(days // 7)
        if days < 730:
            return self.tr("last read {0} months ago").format(days // 30)
        return self.tr("last read {0} years ago").format(days // 365)


def _words() -> QLabel:
    """Return a label for a stranger's words, as narrow as one likes, that leaves the mouse to its row."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def _day(moment: float) -> int:
    """Return the number of a moment's day where we are; 0 for a moment that no calendar knows."""
    import datetime

    try:
        return datetime.date.fromtimestamp(moment).toordinal()
    except (OverflowError, ValueError, OSError):
        return 0


def _place(name: str) -> str:
    """Return a path as short as it can be said."""
    path, home = Path(name), Path.home()
    return printable(Path("~") / path.relative_to(home) if path.is_relative_to(home) else path)
