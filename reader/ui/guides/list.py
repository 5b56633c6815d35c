"""All guides on one page, the one that was read last first, and the ways to open another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.core.shelf import Choice
from reader.core.source import printable
from reader.ui import theme as look
from reader.ui.guides import page
from reader.ui.guides.row import GuideRow
from reader.ui.theme import Theme
from reader.ui.widgets.text_button import text_button

LONGEST = 40  # letters of a title on a button


class GuideList(page.Page):
    """A row for each guide. Arrow keys go through all that can be pressed; Esc returns to the guide that is open."""

    guide_requested = Signal(str)  # a folder or file
    forget_requested = Signal(str)  # a folder or file, to be taken off the list
    folder_requested = Signal()
    file_requested = Signal()
    return_requested = Signal()  # to the guide that is open

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._open = ""  # the folder or file of the guide that is open
        self._rows: list[GuideRow] = []
        self._offers: list[QPushButton] = []  # to take a guide off the list
        self._back = text_button("", "framed")
        self._list = QVBoxLayout()
        self._list.setSpacing(look.scale().space["near"])
        self._others = [
            text_button(self.tr("Open a guide’s folder…"), "framed"),
            text_button(self.tr("Open a text or a pathway…"), "framed"),
        ]
        self.add(page.heading(self.tr("Guides")), page.line(self._back), self._list, page.line(*self._others))
        self._back.clicked.connect(self.return_requested)
        self._others[0].clicked.connect(self.folder_requested)
        self._others[1].clicked.connect(self.file_requested)
        for button in (self._back, *self._others):
            button.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def show_open(self, title: str, path: str) -> None:
        """Know the guide that is open, by its title and its folder or file: there is a way back to it."""
        self._open = path
        name = printable(title)
        words = self.tr("Back to “{0}”").format(name if len(name) <= LONGEST else f"{name[:LONGEST]}…")
        self._back.setText(words.replace("&", "&&"))  # & is a button's mark for a key: doubled, it is itself

    def take_keyboard(self) -> None:
        """Give the keyboard to what comes first."""
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
        self._rows, self._offers = [], []
        for number, choice in enumerate(choices):
            row = GuideRow(choice, self._theme, is_first=number == 0 and not choice.is_lost)
            row.clicked.connect(self._choose)
            row.installEventFilter(self)
            self._rows.append(row)
            self._list.addWidget(row)
            row.show()  # at once, so that it can have the keyboard
            if choice.is_lost and choice.was_open:
                self._list.addWidget(self._offer(choice))
        if had is not None and self._rows:
            self._rows[min(had, len(self._rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, choice: Choice) -> QWidget:
        """Return the button that takes a guide off the list, where its row's words stand."""
        name = self.tr("Take “{0}” off the list").format(choice.title)
        button = text_button(self.tr("Take off the list"), "framed", name=name)
        button.setProperty("guide", choice.name)
        button.clicked.connect(self._take_off)
        button.installEventFilter(self)
        self._offers.append(button)
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
        self.take_keyboard()

    def _stops(self) -> list[QWidget]:
        """Return what the arrow keys go through, in their order."""
        rows: list[QWidget] = []
        for row in self._rows:
            rows += [row, *(offer for offer in self._offers if offer.property("guide") == row.choice.name)]
        return [*rows, *([] if self._back.isHidden() else [self._back]), *self._others]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what a key means here, and bring what has the keyboard into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            if watched is self._stops()[0]:
                self.verticalScrollBar().setValue(0)  # with what the page is called
            else:
                self.ensureWidgetVisible(watched, 0, look.scale().space["far"])
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._went(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means here."""
        if not self._went(self, event):
            super().keyPressEvent(event)

    def _went(self, watched: QObject, event: QKeyEvent) -> bool:
        """Return, or go on; a button would take arrows for itself, with Alt or without."""
        if event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Back):
            if self._open:
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
