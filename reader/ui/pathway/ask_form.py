"""The question "How does … lead to …?": two boxes that know the names of the pathway."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QListView, QVBoxLayout, QWidget

from reader.core.node_names import MOST_LETTERS, Named, NodeNames
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.theme import Theme
from reader.ui.widgets.field import Field
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_rows import WrappedRows

_MOST = 50  # names that are offered: nobody reads on, one types another letter
_ROWS = 6  # of them that are seen at once
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameBox(Field):
    """Offers, while one types, the names that fit; the list never takes the keyboard from the box."""

    entered = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: NodeNames | None = None
        self._offered = QStringListModel(self)
        self.setAccessibleName(name)
        self.setMaxLength(MOST_LETTERS)
        self.setMinimumHeight(look.TARGET_PX)
        self.textEdited.connect(self._offer)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        if self.completer() is not None:
            self._paint_list()

    def show_names(self, names: NodeNames) -> None:
        """Offer the names of another pathway."""
        if names is not self._names:
            self._names = names
            self.clear()

    def settle(self) -> None:
        """Offer no longer; where what is typed means nothing, take the only label that fits, or the only other name."""
        self.put_away()
        offered = self._matching(self.text())
        fitting = [each for each in offered if not each.said] or offered
        if len(fitting) == 1 and self._names is not None and not self._names.meant(self.text()):
            self.setText(fitting[0].label)
            announce(self, fitting[0].label)

    def put_away(self) -> None:
        """Offer no longer: an open list hides what is said below, and takes the next letter typed elsewhere."""
        offered = self.completer().popup() if self.completer() is not None else None
        if offered is not None:
            offered.hide()

    def _matching(self, typed: str) -> Sequence[Named]:
        return self._names.matching(typed)[:_MOST] if self._names is not None else ()

    def _offer(self, typed: str) -> None:
        found = self._matching(typed)
        if self.completer() is None:
            self._make_list()
        self._offered.setStringList([each.label for each in found])
        if found:
            fits = self.tr("{0} fits.") if len(found) == 1 else self.tr("{0} and {1} more fit; Down goes to them.")
            announce(self, fits.format(found[0].label, len(found) - 1))
        else:
            announce(self, self.tr("Nothing fits."))

    def _make_list(self) -> None:
        """Make the list of names at the first letter: until then it is a window that nobody needs."""
        offered = QListView()
        offered.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        offered.setWordWrap(True)
        completer = QCompleter(self._offered, self)
        completer.setPopup(offered)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_ROWS)
        offered.setItemDelegate(WrappedRows(offered))  # after the completer gave it one of its own
        self.setCompleter(completer)
        self._paint_list()

    def _paint_list(self) -> None:
        offered = self.completer().popup()
        if offered is not None:  # a window of its own, which the style sheet of the other does not reach
            offered.setFont(look.sans())
            border = f"QListView {{ border: 1px solid {self._theme.rule}; }}"  # it lies above others
            offered.setStyleSheet(look.style_sheet(self._theme) + border)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the list away with the box."""
        super().hideEvent(event)
        self.put_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter lead on; Down offers the names again."""
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down and self.text():
            self._offer(self.text())
            self.completer().complete()
        else:
            super().keyPressEvent(event)


class AskForm(QWidget):
    """Asks for the two ends."""

    asked = Signal(str, str)
    end_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = NameBox(self.tr("How does …"), theme)
        self._goal = NameBox(self.tr("… lead to …?"), theme)
        self._said = QLabel()
        self._ask = text_button(self.tr("Show how"), "framed")
        self._close = text_button(self.tr("Close"), "link")
        self._lay_out()
        self._start.entered.connect(self._go_on)
        self._goal.entered.connect(self._go_on)
        self._ask.clicked.connect(self._go_on)
        self._close.clicked.connect(self.end_requested)

    def _lay_out(self) -> None:
        self._said.setTextFormat(Qt.TextFormat.PlainText)  # it names labels from a stranger's file
        self._said.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (words, box) in enumerate(((self.tr("How does"), self._start), (self.tr("lead to"), self._goal))):
            label = QLabel(words)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        buttons = FlowLayout(8)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self._ask)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addWidget(self._said)
        column.addLayout(buttons)
        self._said.setMinimumHeight(2 * self._said.fontMetrics().lineSpacing())  # the buttons stay where they are

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._start.set_theme(theme)
        self._goal.set_theme(theme)

    def show_question(self, names: NodeNames, start: str, goal: str) -> None:
        """Fill in names that are given; "" leaves what was typed before."""
        for box, words in ((self._start, start), (self._goal, goal)):
            box.show_names(names)
            if words:
                box.setText(words)
        self.say(self.tr("Type a name, such as those in the drawing, or another word for it."))

    @property
    def question(self) -> tuple[str, str]:
        """The two ends, as they are typed."""
        return self._start.text(), self._goal.text()

    def say(self, text: str) -> None:
        """Tell what is to be done, or what was not found."""
        self._said.setText(text)

    def take_keyboard(self, *, goal: bool = False) -> None:
        """Let one type the end that is empty, or the first one; with *goal*, the second."""
        self._start.put_away()
        self._goal.put_away()
        box = self._goal if goal or (self._start.text() and not self._goal.text()) else self._start
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.selectAll()

    def _go_on(self) -> None:
        """Ask; where an end is empty, go there."""
        self._start.settle()
        self._goal.settle()
        if self._start.text().strip() and self._goal.text().strip():
            self.asked.emit(self._start.text(), self._goal.text())
        else:
            self.take_keyboard(goal=bool(self._start.text().strip()))
