"""The line below the article in which one types what to find."""

from __future__ import annotations

from collections.abc import Sized

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from reader.ui.announce import announce
from reader.ui.theme import Theme, icon
from reader.ui.widgets.field import Field

NARROW = 560  # pixels, under which pictures stand alone
LEAST_BOX = 120  # pixels, with which the box can stand in one line with everything else
ICONS = ("previous", "next", "close", "list")


class FindBar(QFrame):
    """A box to type in, a count, next, previous, close; below it, or beside: whole words, list."""

    query_changed = Signal(str, bool, bool)  # the words; only as whole words; whether to go to the first of them
    next_requested = Signal()
    previous_requested = Signal()
    list_requested = Signal()
    closed = Signal()
    called_off = Signal()  # closed by Esc: one wants to be where one was
    left = Signal()  # the keyboard went elsewhere while the bar stays

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self.setAccessibleName(self.tr("Find in the article"))
        self._box = Field()
        self._box.setPlaceholderText(self.tr("Find in the article"))
        self._box.setAccessibleName(self.tr("Find in the article"))
        self._count = QLabel()
        self._count.setObjectName("count")
        self._count.setContentsMargins(6, 0, 0, 0)
        self._whole_words = QCheckBox(self.tr("Whole words"))
        words = (self.tr("Previous"), self.tr("Next"), self.tr("Close"), self.tr("List"))
        self._previous, self._next, self._close, self._list = buttons = [QPushButton(each) for each in words]
        self._words = dict(zip(buttons, words, strict=True))
        for each, name in self._words.items():
            each.setAccessibleName(name)
            each.setToolTip(name)
        self._list.setAccessibleName(self.tr("List of all places"))
        self._list.setToolTip(self.tr("List of all places"))
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._first = _line(self._box, self._count, self._previous, self._next, self._close)
        self._second = _line(self._whole_words, self._list)
        self._first.setStretchFactor(self._box, 1)
        self._second.addStretch(1)
        self._lines.addLayout(self._first, 1)
        self._lines.addLayout(self._second)
        self._box.textChanged.connect(self._ask)
        self._whole_words.toggled.connect(self._ask)
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self._list.clicked.connect(self.list_requested)
        self._close.clicked.connect(self.close_bar)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self._theme, self._width = theme, 0
        self._keeps_count_width()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's ink, now or when the bar is opened."""
        self._theme = theme
        if self.isVisible():
            self._draw_icons(theme)

    def _draw_icons(self, theme: Theme) -> None:
        for each, name in zip((self._previous, self._next, self._close, self._list), ICONS, strict=True):
            each.setIcon(icon(name, theme))

    def open(self, chosen: str) -> None:
        """Show the bar, filled with the words that are selected in the article; without any, with those of before."""
        self._draw_icons(self._theme)
        self._fit()
        self.show()
        is_new = bool(chosen) and "\u2029" not in chosen
        if is_new:
            self._box.blockSignals(True)  # asked once, below
            self._box.setText(chosen)
            self._box.blockSignals(False)
        self._box.selectAll()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # Words of before are marked and counted, but the text moves only when one asks for it.
        self.query_changed.emit(self._box.text(), self._whole_words.isChecked(), is_new)

    def take_keyboard(self) -> None:
        """Take the keyboard, where the bar is open."""
        if not self.isHidden():
            self._box.setFocus(Qt.FocusReason.TabFocusReason)

    def find_next(self) -> None:
        """Go on to the next hit; a bar that was closed opens with the words of before."""
        self._open_again()
        self.next_requested.emit()

    def find_previous(self) -> None:
        """Go back to the hit before; a bar that was closed opens with the words of before."""
        self._open_again()
        self.previous_requested.emit()

    def show_found(self, hits: Sized, current: int) -> None:
        """Say how many hits there are and which one is shown."""
        if not self._box.text().strip():
            text = ""
        elif not len(hits):
            text = self.tr("Not found")
        elif current < 0:
            text = self.tr("{0} found").format(len(hits))
        else:
            text = self.tr("{0} of {1}").format(current + 1, len(hits))
        if text and text != self._count.text():
            announce(self, text)
        self._count.setText(text)
        self._count.setAccessibleName(text)
        for button in (self._previous, self._next):
            button.setEnabled(len(hits) > 1 or (len(hits) == 1 and current < 0))
        self._list.setEnabled(len(hits) > 0)

    def show_searching(self) -> None:
        """Say that a long article is still being read for the first time."""
        self._count.setText(self.tr("Searching…"))
        self._count.setAccessibleName(self._count.text())

    def words(self) -> str:
        """Return what was typed."""
        return self._box.text()

    def close_bar(self) -> None:
        """Hide the bar and say so; the text stays where it is."""
        if not self.isHidden():
            self.closed.emit()  # first: a bar that hides with the keyboard in it hands it to its neighbour
            self.hide()

    def call_off(self) -> None:
        """Hide the bar and say that one wants to be where one was."""
        self.called_off.emit()
        self.hide()

    def _ask(self) -> None:
        self.query_changed.emit(self._box.text(), self._whole_words.isChecked(), True)

    def _open_again(self) -> None:
        if self.isHidden():
            self.open("")

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and now is not None and self.isAncestorOf(before) and not self.isAncestorOf(now):
            self.left.emit()

    def _keeps_count_width(self) -> None:
        """Let no button jump when the count grows."""
        sample = self.tr("{0} of {1}").format(888, 8888)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(sample))

    def set_width(self, width: int) -> None:
        """Suit a room of *width* pixels, now or when the bar is opened: it has its height from the first moment."""
        self._width = width
        if not self.isHidden():
            self._fit()

    def _fit(self) -> None:
        narrow = self._width < NARROW
        self._show_words(not narrow)
        one_line = not narrow and self._has_room()
        if not narrow and not one_line:
            self._show_words(False)  # one line of pictures is less than two of words
            one_line = self._has_room()
            self._show_words(not one_line)
        directions = QBoxLayout.Direction
        self._lines.setDirection(directions.LeftToRight if one_line else directions.TopToBottom)
        side = 8 if narrow else 24
        self._lines.setContentsMargins(side, 6, side - 8 if narrow else 16, 6)
        self._lines.setSpacing(8 if one_line else 0)
        for line in (self._first, self._second):
            line.setSpacing(2 if narrow else 8)

    def _show_words(self, show: bool) -> None:
        """Let the buttons have words beside their pictures, or only a tip; the list always has its word."""
        for each, words in self._words.items():
            each.setText(words if show or each is self._list else "")

    def _has_room(self) -> bool:
        """Whether one line has room for everything."""
        parts = (self._count, self._previous, self._next, self._close, self._whole_words, self._list)
        return sum(each.sizeHint().width() + 8 for each in parts) + LEAST_BOX + 24 + 16 <= self._width

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: the bar adapts."""
        return QSize(280, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc returns to where one was."""
        if event.key() == Qt.Key.Key_Escape:
            self.call_off()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._box.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_requested if back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)


def _line(*parts: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    for part in parts:
        line.addWidget(part)
    return line
