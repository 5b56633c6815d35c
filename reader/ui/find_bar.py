"""The line below the article in which one types what to find."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reader.ui.announce import announce
from reader.ui.theme import Theme, icon

NARROW = 520  # pixels, under which pictures stand alone


class FindBar(QFrame):
    """A box to type in, a count, next, previous, close."""

    query_changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self.setAccessibleName(self.tr("Find in the article"))
        self._box = QLineEdit()
        self._box.setPlaceholderText(self.tr("Find in the article"))
        self._box.setAccessibleName(self.tr("Find in the article"))
        self._box.setMaximumWidth(360)
        self._count = QLabel()
        self._count.setObjectName("count")
        self._count.setMinimumWidth(80)
        self._previous = QPushButton(self.tr("Previous"))
        self._next = QPushButton(self.tr("Next"))
        self._close = QPushButton(self.tr("Close"))
        self._words = {each: each.text() for each in (self._previous, self._next, self._close)}
        for each, words in self._words.items():
            each.setAccessibleName(words)
            each.setToolTip(words)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self._box, 3)
        row.addWidget(self._count)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        row.addStretch(1)
        row.addWidget(self._close)
        self._box.textChanged.connect(self.query_changed)
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self._close.clicked.connect(self.close_bar)
        self._theme = theme
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's ink, now or when the bar is opened."""
        self._theme = theme
        if self.isVisible():
            self._draw_icons(theme)

    def _draw_icons(self, theme: Theme) -> None:
        self._previous.setIcon(icon("previous", theme))
        self._next.setIcon(icon("next", theme))
        self._close.setIcon(icon("close", theme))

    def open(self, chosen: str) -> None:
        """Show the bar, filled with the words that are selected in the article."""
        self._draw_icons(self._theme)
        self.show()
        if chosen and "\u2029" not in chosen:
            self._box.setText(chosen)
        self._box.selectAll()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query_changed.emit(self._box.text())

    def show_found(self, hits: list[object], current: int) -> None:
        """Say how many hits there are and which one is shown."""
        if not self._box.text().strip():
            text = ""
        elif not hits:
            text = self.tr("Not found")
        else:
            text = self.tr("{0} of {1}").format(current + 1, len(hits))
        if text and text != self._count.text():
            announce(self, text)
        self._count.setText(text)
        self._count.setAccessibleName(text)
        for button in (self._previous, self._next):
            button.setEnabled(len(hits) > 1)

    def close_bar(self) -> None:
        """Hide the bar and say so."""
        if not self.isHidden():
            self.closed.emit()  # first: a bar that hides with the keyboard in it hands it to its neighbour
            self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take no more room than there is."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        for each, words in self._words.items():
            each.setText("" if narrow else words)
        self._row.setContentsMargins(8 if narrow else 24, 6, 8 if narrow else 16, 6)
        self._row.setSpacing(2 if narrow else 8)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: the bar adapts."""
        return QSize(280, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._box.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_requested if back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)
