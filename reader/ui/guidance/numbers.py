"""Paragraphs by their numbers: which one is being read, which one to go to, and what is switched by a tick."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.settings import Settings
from reader.ui.article import ArticleView
from reader.ui.settings.choices import Choices

SWITCHES = ("ruler", "paragraph_numbers")  # commands that are named as the settings they switch


class Numbers(QObject):
    """Speaks of the article's paragraphs by their numbers."""

    place_requested = Signal(Place)
    read = Signal(str)  # the number of the paragraph at the reading line, such as "4.3"; "" where there is none

    def __init__(self, article: ArticleView, choices: Choices) -> None:
        super().__init__(article)
        self._article, self._choices = article, choices
        self._actions: dict[str, QAction] = {}
        self._here = ""
        choices.changed.connect(self._tick)

    def offer(self, actions: dict[str, QAction]) -> None:
        """Let the commands of the ruler and of the numbers in the margin switch them."""
        self._actions = {name: actions[name] for name in SWITCHES}
        for action in self._actions.values():
            action.triggered.connect(self._switch)
        self._tick(self._choices.settings)

    def read_at(self, place: Place) -> None:
        """Tell the number of the place that is being read: that of the paragraph that is lit, where one is."""
        numbering = self._article.contents.numbering
        read = numbering.at(place.section, place.block) if numbering is not None else None
        self.tell(self._article.guiding.lit or read)

    def tell(self, paragraph: Paragraph | None) -> None:
        """Tell the number of a paragraph."""
        number = paragraph.number if paragraph is not None else ""
        if number != self._here:
            self._here = number
            self.read.emit(number)

    def go(self) -> None:
        """Ask for a number, and wish to go to its paragraph."""
        if self._article.contents.numbering is None:
            return
        from reader.ui.guidance.go_to import GoToDialog  # late: no part of the first screen

        dialog = GoToDialog(self._article.contents.numbering, self._here, self._article.window())
        dialog.place_chosen.connect(self.place_requested)
        dialog.exec()
        dialog.deleteLater()

    def _switch(self, on: bool) -> None:
        sender = self.sender()
        name = next(name for name, action in self._actions.items() if action is sender)
        self._choices.choose(name, on)

    def _tick(self, settings: Settings) -> None:
        for name, action in self._actions.items():
            action.setChecked(getattr(settings, name))
