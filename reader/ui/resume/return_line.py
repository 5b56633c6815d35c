"""The line below the article for one who comes back after days: where one was, and a way into it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reader.core.records import Section
from reader.ui import theme as look
from reader.ui.announce import announce

INSET = 8  # pixels, of the words in a button, so that they begin below those of the sentence
LONGEST = 80  # characters of a heading


class ReturnLine(QFrame):
    """A sentence and three buttons, there from the first picture on. It goes only when one chooses something."""

    start_requested = Signal()  # to the beginning of the section
    recap_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAccessibleName(self.tr("Where you were reading"))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setContentsMargins(INSET, 0, 0, 0)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.addWidget(self._words, 1)
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(look.scale().space["tight"])
        for words, chosen in (
            (self.tr("Start of section"), self.start_requested),
            (self.tr("Recap"), self.recap_requested),
            (self.tr("Dismiss"), self.closed),
        ):
            button = QPushButton(words)
            button.setAccessibleName(words)
            button.setProperty("inline", True)
            button.setProperty("link", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(chosen)
            buttons.addWidget(button)
        for done in (self.start_requested, self.closed):  # a recap is looked at, and one comes back to the line
            done.connect(self.hide)
        buttons.addStretch(1)
        self._layout.addLayout(buttons)
        self.hide()

    def said(self) -> str:
        """Return the sentence that is shown, or an empty string."""
        return "" if self.isHidden() else self._words.text()

    def show_return(self, section: Section, minutes: int) -> None:
        """Say which section one was reading, of which so many *minutes* are left."""
        title = section.title if len(section.title) <= LONGEST else f"{section.title[:LONGEST].rstrip()}…"
        if minutes == 1:
            sentence = self.tr("You were reading “{0}” · 1\u00a0minute left in this part").format(title)
        else:
            sentence = self.tr("You were reading “{0}” · {1}\u00a0minutes left in this part").format(title, minutes)
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._arrange(self.width())
        self.show()
        QTimer.singleShot(0, self._announce)  # once the window is there for a screen reader to hear it

    def _announce(self) -> None:
        if self.said():
            announce(self, self.said())

    def put_away(self) -> None:
        """Hide the line and say so."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc put the line away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the sentence, or below it where both have no room in one line."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        space = look.scale().space
        side = space["wide"] - INSET
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + INSET
        is_narrow = 2 * side + words + space["apart"] + self._buttons.sizeHint().width() > width
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._layout.setSpacing(0 if is_narrow else space["apart"])
        self._layout.setContentsMargins(side, space["near"] if is_narrow else space["tight"], side, space["tight"])

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: the line adapts."""
        return QSize(280, super().minimumSizeHint().height())
