"""What stands in the article's place while there is none, or when one asks: all guides, or one being prepared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.core.shelf import Choice
from reader.core.source import printable
from reader.ui import theme as look
from reader.ui.flow import FlowLayout
from reader.ui.guide_row import GuideRow
from reader.ui.theme import Theme

LONGEST = 40  # letters of a title on a button
WIDTH = 720  # pixels of a row at most
NARROW = 600  # pixels, under which the margins are small


class StartPage(QStackedWidget):
    """Two pages: *preparing*, with a Stop button, and the list of guides, the one read last first."""

    stop_requested = Signal()
    list_requested = Signal()  # the list is about to be seen
    guide_requested = Signal(str)  # a folder or file
    forget_requested = Signal(str)  # a folder or file, to be taken off the list
    folder_requested = Signal()
    file_requested = Signal()
    return_requested = Signal()  # to the guide that is open

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._theme = theme
        self._open = ""  # the folder or file of the guide that is open
        self._preparing = _label(look.serif())
        self._stop = _button(self.tr("Stop"))
        self._stop.clicked.connect(self.stop_requested)
        self.addWidget(_Page(_heading(self.tr("Preparing the guide")), self._preparing, _line(self._stop)))
        self._back = _button("")
        self._back.hide()
        self._back.clicked.connect(self.return_requested)
        self._rows: list[GuideRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(look.scale().space["near"])
        self._others = [_button(self.tr("Open a guide’s folder…")), _button(self.tr("Open a text file…"))]
        self._others[0].clicked.connect(self.folder_requested)
        self._others[1].clicked.connect(self.file_requested)
        self._page = _Page(_heading(self.tr("Guides")), _line(self._back), self._list, _line(*self._others))
        self.addWidget(self._page)
        for button in (self._back, *self._others):
            button.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def show_preparing(self, name: str) -> None:
        """Say that a guide is being made ready to read."""
        self._preparing.setText(
            self.tr("“{0}” is being made ready to read. This is needed once, and again when its files change.").format(
                printable(name)
            )
        )
        self.setCurrentIndex(0)

    def show_open(self, title: str, path: str) -> None:
        """Know the guide that is open, by its title and its folder or file: there is a way back to it."""
        self._open = path
        name = printable(title)
        words = self.tr("Back to “{0}”").format(name if len(name) <= LONGEST else f"{name[:LONGEST]}…")
        self._back.setText(words.replace("&", "&&"))  # & is a button's mark for a key: doubled, it is itself

    def show_list(self) -> None:
        """Show the guides."""
        self.setCurrentIndex(1)
        self.list_requested.emit()
        self._stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show what is known of the guides now; a row that is there already keeps its place and the keyboard."""
        self._back.setVisible(bool(self._open) and self._open not in [choice.name for choice in choices])
        if [row.choice.name for row in self._rows] == [choice.name for choice in choices]:
            lost = [row.choice.is_lost for row in self._rows]
            for row, choice in zip(self._rows, choices, strict=True):
                row.show_choice(choice)
            if lost == [choice.is_lost for choice in choices]:
                return
        self._fill(choices)

    def _fill(self, choices: Sequence[Choice]) -> None:
        """Make the rows anew, with the keyboard on the row that has the same number."""
        had = next((number for number, row in enumerate(self._rows) if row.hasFocus()), None)
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for number, choice in enumerate(choices):
            row = GuideRow(choice, self._theme, is_first=number == 0 and not choice.is_lost)
            row.clicked.connect(self._choose)
            row.installEventFilter(self)
            self._rows.append(row)
            self._list.addWidget(row)
            row.show()  # at once, so that it can have the keyboard
            if choice.is_lost and choice.was_open:
                self._list.addWidget(self._forget(choice))
        if had is not None and self._rows:
            self._rows[min(had, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self, choice: Choice) -> QWidget:
        """Return the button that takes a guide off the list, where its row's words stand."""
        button = _button(self.tr("Take off the list"))
        button.setAccessibleName(self.tr("Take “{0}” off the list").format(choice.title))
        button.setProperty("guide", choice.name)
        button.clicked.connect(self._take_off)
        button.installEventFilter(self)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(look.scale().space["apart"], 0, 0, look.scale().space["close"])
        line.addWidget(button)
        line.addStretch(1)
        return holder

    def _choose(self) -> None:
        row = self.sender()
        if not isinstance(row, GuideRow):
            return
        if row.choice.name == self._open:
            self.return_requested.emit()
        else:
            self.guide_requested.emit(row.choice.name)

    def _take_off(self) -> None:
        self.forget_requested.emit(str(self.sender().property("guide")))
        self._stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> list[QWidget]:
        """Return what the arrow keys go through, in their order."""
        buttons = [button for button in self._page.findChildren(QPushButton) if not button.isHidden()]
        offers = [button for button in buttons if button not in (self._back, *self._others)]
        rows: list[QWidget] = []
        for row in self._rows:
            rows += [row, *(button for button in offers if button.property("guide") == row.choice.name)]
        return [*rows, *([] if self._back.isHidden() else [self._back]), *self._others]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from one to the next with the arrow keys, and bring what has the keyboard into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            if watched is self._stops()[0]:
                self._page.verticalScrollBar().setValue(0)  # with what the page is called
            else:
                self._page.ensureWidgetVisible(watched, 0, look.scale().space["far"])
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._went(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return to the guide that is open with Esc, or with the keys of Back."""
        if not self._went(self, event):
            super().keyPressEvent(event)

    def _went(self, watched: QObject, event: QKeyEvent) -> bool:
        """Do what a key means on all of the page; a button would take arrows for itself, with Alt or without."""
        if event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Back):
            if self._open and self.currentIndex() == 1:
                self.return_requested.emit()
            return True
        step = (event.key() == Qt.Key.Key_Down) - (event.key() == Qt.Key.Key_Up)
        stops = self._stops()
        if not step or watched not in stops:
            return False
        number = stops.index(watched) + step
        if 0 <= number < len(stops):
            stops[number].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class _Page(QScrollArea):
    """A column of parts, as wide as is good to read; it scrolls where the window is low."""

    def __init__(self, *parts: QWidget | QVBoxLayout) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._paper = QWidget()
        self._paper.setObjectName("paper")
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.scale().space["apart"])
        for part in parts:
            if isinstance(part, QWidget):
                rows.addWidget(part)
            else:
                rows.addLayout(part)
        rows.addStretch(1)
        self._row = QHBoxLayout(self._paper)
        self._row.addStretch(1)
        self._row.addWidget(column, 1000)
        self._row.addStretch(1)
        self.setWidget(self._paper)
        self._give_room()

    def _give_room(self) -> None:
        space = look.scale().space
        side = space["apart"] if self.width() < NARROW else space["far"]
        self._row.setContentsMargins(side, side, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room around where there is little."""
        self._give_room()
        super().resizeEvent(event)


def _heading(text: str) -> QLabel:
    heading = _label(look.serif(look.scale().page, strong=True))
    heading.setText(text)
    return heading


def _label(font: QFont) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font)
    return label


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("framed", True)
    button.setAutoDefault(True)  # Enter presses it
    return button


def _line(*buttons: QPushButton) -> QWidget:
    """Return buttons side by side, or below one another where there is no room."""
    line = QWidget()
    flow = FlowLayout(look.scale().space["near"])
    line.setLayout(flow)
    for button in buttons:
        flow.addWidget(button)
    return line
