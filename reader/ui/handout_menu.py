"""What the menus of the article and the outline offer of printing, at the section that they were opened on."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.ui.article import ArticleView
from reader.ui.handout import MyHandout
from reader.ui.paper_wishes import PaperWishes


class HandoutMenu(QObject):
    """Into the handout or out of it, or on paper at once."""

    def __init__(self, handout: MyHandout, wishes: PaperWishes, article: ArticleView) -> None:
        super().__init__(wishes)
        self._handout, self._wishes, self._article = handout, wishes, article

    def fill_at(self, menu: QMenu, position: int) -> None:
        """Add what can be printed at a document position of the article."""
        place = self._article.places.place(position)
        if place is None:
            return
        self.fill(menu, place.section)
        if self._article.selected_words().strip():
            menu.addAction(self.tr("Print the selected &words…")).triggered.connect(self._wishes.print_selection)

    def fill(self, menu: QMenu, section: str) -> None:
        """Add what can be done with a section."""
        menu.addSeparator()
        is_in = self._handout.has(section)
        words = self.tr("T&ake this section out of my handout") if is_in else self.tr("&Add this section to my handout")
        menu.addAction(words).triggered.connect(lambda: self._handout.toggle(section))
        menu.addAction(self.tr("&Print this section…")).triggered.connect(lambda: self._wishes.print_one(section))
