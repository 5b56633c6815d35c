"""The line at the bottom: what one reads, how much of it is shown, and who reviewed the guide."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.ui import theme as look
from reader.ui.theme import Theme, icon
from reader.ui.widgets.elided import Elided

NARROW = 900  # pixels, under which the review gives way: it stands below the guide's title, too
VERY_NARROW = 700
LEAST_DEPTH = 80  # pixels of the words that say how much is shown
SIGN_PX = 16


class StatusLine(QFrame):
    """Places that never move, in a line that is always as high."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._theme = theme
        self._depth = ""
        self._paragraph = QLabel()
        self._paragraph.setTextFormat(Qt.TextFormat.PlainText)
        self._reading = Elided()
        self._review = Elided()
        self.how_much = QToolButton()
        self.how_much.setProperty("small", True)
        self.how_much.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.how_much.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign of a menu stands behind its name
        self.how_much.setIconSize(QSize(SIGN_PX, SIGN_PX))
        self.how_much.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.how_much.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.how_much.hide()
        self._review.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (self._paragraph, self._reading, self._review):
            label.setProperty("quiet", True)
            label.setProperty("small", True)
        self._content = QWidget()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content)
        self._row = row = QHBoxLayout(self._content)
        row.setSpacing(12)
        row.addWidget(self._paragraph)
        row.addWidget(self._reading, 1)
        row.addWidget(self.how_much)
        row.addWidget(self._review, 1)
        self._paragraph.hide()
        self.setFixedHeight(look.TARGET_PX + 1)  # with or without a button in it; 1: the line above

    def set_resting(self, is_resting: bool) -> None:
        """Be empty while no article is in sight, or show again what was shown."""
        self._content.setVisible(not is_resting)

    def show_reading(self, title: str, minutes: int, left: int) -> None:
        """Say which section is being read, how long it is and how much of that is *left*, in minutes."""
        if left < minutes:
            time = self.tr("{0} of {1} minutes left").format(left, minutes)
        else:
            time = self.tr("1 minute") if minutes == 1 else self.tr("{0} minutes").format(minutes)
        self._reading.set_whole(title, f" · {time}")

    def show_paragraph(self, number: str) -> None:
        """Say the number of the paragraph at the reading line; "" where numbers are not shown."""
        self._paragraph.setText(number)
        self._paragraph.setAccessibleName(self.tr("Paragraph {0}").format(number))
        self._paragraph.setMinimumWidth(self._paragraph.fontMetrics().horizontalAdvance("00.00"))
        self._paragraph.setVisible(bool(number))

    def show_review(self, sentence: str) -> None:
        """Say who reviewed the guide."""
        self._review.set_whole(sentence)

    def show_depth(self, words: str) -> None:
        """Say how much of the section is shown; "" where there is nothing to choose."""
        if words == self._depth:
            return
        if not self._depth:
            self.set_theme(self._theme)
        self._depth = words
        self.how_much.setAccessibleName(self.tr("How much is shown: {0}").format(words))
        self.how_much.setToolTip(self.how_much.accessibleName())
        self.how_much.setVisible(bool(words))
        self._fit_depth()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.how_much.setIcon(icon("chevron-down", theme))

    def _fit_depth(self) -> None:
        """Shorten the button's words where they would leave none for what one reads."""
        room = max(LEAST_DEPTH, self.width() // 2 - LEAST_DEPTH)
        self.how_much.setText(self.how_much.fontMetrics().elidedText(self._depth, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more room than there is."""
        super().resizeEvent(event)
        width = event.size().width()
        side = 12 if width < VERY_NARROW else 24
        self._row.setContentsMargins(side, 0, side, 0)
        self._review.setVisible(width >= NARROW)
        self._fit_depth()
