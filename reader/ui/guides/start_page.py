"""What stands in the article's place while there is none, or when one asks: all guides, or one being prepared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from reader.ui.theme import Theme
from reader.ui.widgets.text_button import text_button

# The pages are made when they are shown: an article is what the first screen shows.
if TYPE_CHECKING:
    from reader.core.shelf import Choice
    from reader.ui.guides.list import GuideList


class StartPage(QStackedWidget):
    """Two pages: *preparing*, with a Stop button, and the list of guides."""

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
        self._open = ("", "")  # title, and folder or file, of the guide that is open
        self._list: GuideList | None = None
        self._preparing: QWidget | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._list is not None:
            self._list.set_theme(theme)

    def show_preparing(self, name: str) -> None:
        """Say that a guide is being made ready to read."""
        from reader.core.source import printable

        if self._preparing is None:
            self._preparing, self._words = self._make_preparing()
        words = self.tr("“{0}” is being made ready to read. This is needed once, and again when its files change.")
        self._words.setText(words.format(printable(name)))
        self.setCurrentWidget(self._preparing)

    def show_open(self, title: str, path: str) -> None:
        """Know the guide that is open, by its title and its folder or file: there is a way back to it."""
        self._open = (title, path)
        if self._list is not None:
            self._list.show_open(title, path)

    def show_list(self) -> None:
        """Show the guides."""
        if self._list is None:
            self._list = self._make_list()
            self._list.show_open(*self._open)
        self.setCurrentWidget(self._list)
        self.list_requested.emit()
        self._list.take_keyboard()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show what is known of the guides now."""
        if self._list is not None:
            self._list.show_choices(choices)

    def _make_preparing(self) -> tuple[QWidget, QLabel]:
        from reader.ui import theme as look
        from reader.ui.guides import page

        words, stop = page.label(look.serif(look.scale().name)), text_button(self.tr("Stop"), "framed")
        stop.clicked.connect(self.stop_requested)
        made = page.Page()
        made.add(page.heading(self.tr("Preparing the guide")), words, page.line(stop))
        self.addWidget(made)
        return made, words

    def _make_list(self) -> GuideList:
        from reader.ui.guides.list import GuideList

        made = GuideList(self._theme)
        made.guide_requested.connect(self.guide_requested)
        made.forget_requested.connect(self.forget_requested)
        made.folder_requested.connect(self.folder_requested)
        made.file_requested.connect(self.file_requested)
        made.return_requested.connect(self.return_requested)
        self.addWidget(made)
        return made
