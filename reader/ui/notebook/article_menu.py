"""What the article's menu offers of the notebook, at the words that it was opened on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.core.notebook.notes import STYLES
from reader.ui.notebook.acts import Acts
from reader.ui.settings.looks import Looks
from reader.ui.widgets.mark_styles import style_icon, style_name


class ArticleMenu(QObject):
    """Highlight in four styles with their samples, note, bookmark, question."""

    def __init__(self, acts: Acts, looks: Looks) -> None:
        super().__init__(acts)
        self._acts, self._looks = acts, looks

    def fill(self, menu: QMenu, position: int) -> None:
        """Add to *menu* what can be done at a document position, if anything stands there."""
        acts, there = self._acts, self._acts.kinds_at(position)
        if not acts.targets(position):
            return
        menu.addSeparator()
        if "highlight" not in there:  # in the style that was used last
            self._add(menu, self.tr("&Highlight"), acts.highlight_at, position)
        styles = menu.addMenu(self.tr("High&light as"))
        styles.setObjectName("styles")
        for style in STYLES:
            action = styles.addAction(style_icon(style, self._looks.theme), f"&{style_name(style)}")
            action.setIconVisibleInMenu(True)
            action.triggered.connect(partial(self._highlight, position, style))
        if "highlight" in there:
            self._add(menu, self.tr("&Remove highlight"), acts.remove_highlight_at, position)
        self._add(menu, self.tr("&Note…"), acts.note_at, position)
        words = self.tr("Remove &bookmark") if "bookmark" in there else self.tr("&Bookmark")
        self._add(menu, words, acts.bookmark_at, position)
        self._add(menu, self.tr("&Question for the appointment…"), acts.question_at, position)

    def _highlight(self, position: int, style: str) -> None:
        self._acts.highlight_at(position, next(each for each in STYLES if each == style))

    def _add(self, menu: QMenu, words: str, do: Callable[[int], None], position: int) -> None:
        menu.addAction(words).triggered.connect(lambda: do(position))
