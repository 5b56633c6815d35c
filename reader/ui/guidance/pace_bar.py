"""The bar below the article while one reads step by step: how far one is, back, one big Next, end."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui import theme as look

NARROW = 560  # pixels, under which the words stand above the buttons
BIG = 56  # pixels; the height of the buttons, for hands that shake
WORDS = 232  # pixels of the words beside the buttons


class PaceBar(QFrame):
    """Says where one is in the section. Its height changes with its width only, so that the text stays."""

    next_requested = Signal()
    previous_requested = Signal()
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pacebar")
        self.setAccessibleName(self.tr("One step at a time"))
        self._is_resting = False
        self._layout: QBoxLayout | None = None  # until it is opened: most starts never need it
        self.hide()

    def open(self) -> None:
        """Show the bar."""
        if self._layout is None:
            self._build()
        self.show()

    def _build(self) -> None:
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._back = _Button(self.tr("Back"))
        self._next = _Button(self.tr("Next · Space"))
        self._end = _Button(self.tr("End"))
        stays = self._end.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self._end.setSizePolicy(stays)
        self._next.setProperty("primary", True)
        self._next.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._next.setMinimumWidth(150)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._place_parts(self._layout)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else Qt would not order by it
        for before, after in pairwise((self, self._back, self._next, self._end)):
            QWidget.setTabOrder(before, after)  # where the bar stands, and not last because they come late
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._next.clicked.connect(self.next_requested)
        self._back.clicked.connect(self._go_back)
        self._end.clicked.connect(self.end_requested)

    def _place_parts(self, layout: QBoxLayout) -> None:
        words = QVBoxLayout()
        words.setSpacing(look.scale().space["tight"])
        words.addWidget(self._said, 1)
        words.addWidget(self._progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.scale().space["near"])
        buttons.addWidget(self._back)
        buttons.addWidget(self._next, 1)
        buttons.addWidget(self._end)
        layout.addLayout(words)
        layout.addLayout(buttons, 1)

    def show_step(self, progress: str, done: int, of: int, onward: str) -> None:
        """Show that *done* of *of* paragraphs of the section are reached, and where *onward* leads."""
        self._set_resting(False)
        self._say(progress)
        self._progress.setRange(0, max(of, 1))
        self._progress.setValue(done)
        self._progress.setAccessibleName(progress)
        self._back.set_words(self.tr("Back"), self.tr("Back one step"))
        self._next.set_words(onward, onward)

    def show_rest(self, sentence: str) -> None:
        """Offer to stop, kindly, or to go on: one as easily as the other."""
        self._set_resting(True)
        self._say(sentence)
        self._back.set_words(self.tr("Stop here"), self.tr("Stop here"))
        self._next.set_words(self.tr("Go on · Space"), self.tr("Go on"))

    @property
    def is_resting(self) -> bool:
        """Whether a rest is offered."""
        return self._is_resting

    def said(self) -> str:
        """Return the words that are shown."""
        return self._said.text()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setAccessibleName(sentence)

    def _set_resting(self, is_resting: bool) -> None:
        if is_resting != self._is_resting:
            self._is_resting = is_resting
            self._end.setVisible(not is_resting)
            self._back.setProperty("framed", is_resting)
            look.follow_properties(self._back)

    def _go_back(self) -> None:
        (self.end_requested if self._is_resting else self.previous_requested).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with the keys what they do in the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.end_requested.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Space):  # Space alone presses the button it is on
            self.previous_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the buttons, or above them where it is narrow."""
        super().resizeEvent(event)
        if self._layout is None:
            return
        narrow = event.size().width() < NARROW
        space = look.scale().space
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._layout.setSpacing(space["near"] if narrow else space["apart"])
        side = space["near"] if narrow else space["wide"]
        self._layout.setContentsMargins(side, space["near"], side, space["near"])
        words = (2 if narrow else 3) * self._said.fontMetrics().lineSpacing()  # of the longest sentence, the rest's
        self._said.setFixedHeight(words)
        self._said.setMinimumWidth(0 if narrow else WORDS)
        words += space["tight"] + self._progress.sizeHint().height()
        self.setFixedHeight(2 * space["near"] + (words + space["near"] + BIG if narrow else max(words, BIG)))

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: the bar adapts."""
        return QSize(280, BIG)


class _Button(QPushButton):
    """A big button that leaves the keyboard in the article when it is clicked, and shortens what is too long for it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._whole = ""
        self.setMinimumHeight(BIG)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_words(words, words)

    def set_words(self, words: str, name: str) -> None:
        """Show *words*, which a screen reader calls *name*."""
        self._whole = words
        self.setAccessibleName(name)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space with Shift go back: Qt would press the button."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the words in two lines where one is too short for them, each shortened if it must be."""
        lines = [self._whole]
        if self.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored:
            letters, room = self.fontMetrics(), max(self.width() - 2 * look.scale().space["apart"], 0)
            if letters.horizontalAdvance(self._whole) > room:
                lines = self._whole.replace(": ", ":\n", 1).split("\n")
            lines = [letters.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
        self.setText("\n".join(lines).replace("&", "&&"))
