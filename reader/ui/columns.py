"""Outline, article and companion side by side, as many of them as the width holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

OUTLINE_WIDTH = 264
COMPANION_WIDTH = 388
LEAST = (200, 300, 280)  # widths of outline, article and companion that are still of use
NARROW = 1000  # under this width the companion gives way to the article
VERY_NARROW = 700  # under this one the outline does, too


class Columns(QSplitter):
    """Three columns. Outline and companion keep the widths they were given; the article takes the rest."""

    moved = Signal()  # somebody dragged a line between columns
    article_shown = Signal(bool)  # False where another column took its place
    fitted = Signal(bool, bool)  # whether the outline and the companion are shown

    def __init__(self, outline: QWidget, article: QWidget, companion: QWidget) -> None:
        super().__init__()
        self._outline, self._article, self._companion = outline, article, companion
        for number, part in enumerate((outline, article, companion)):
            self.addWidget(part)
            self.setCollapsible(number, False)
            part.setMinimumWidth(LEAST[number])
        for number, name in ((1, self.tr("Width of the outline")), (2, self.tr("Width of the panel at the right"))):
            self.handle(number).setAccessibleName(name)
        self.setStretchFactor(1, 1)
        self.setHandleWidth(1)
        self._widths = [OUTLINE_WIDTH, COMPANION_WIDTH]
        self._has_companion = False
        self._wants_outline = True
        self._wants_companion = True
        self.splitterMoved.connect(self._take_widths)

    @property
    def widths(self) -> list[int]:
        """The widths of outline and companion when they are shown, in logical pixels."""
        return list(self._widths)

    def set_widths(self, widths: list[int]) -> None:
        """Give outline and companion the widths they had; what is no width is left alone."""
        if len(widths) == 2 and widths[0] >= LEAST[0] and widths[1] >= LEAST[2]:
            self._widths = list(widths)
            self._fit()

    def offer_companion(self, has_something: bool) -> None:
        """Say whether the companion has anything to show."""
        self._has_companion = has_something
        self._fit()

    def reveal_outline(self, reveal: bool) -> None:
        """Show or hide the outline."""
        self._wants_outline = reveal
        self._fit(asked_for_outline=reveal)

    def reveal_companion(self, reveal: bool) -> None:
        """Show or hide the companion."""
        self._wants_companion = reveal
        self._fit(asked_for_companion=reveal)

    def reveal_article(self) -> None:
        """Show the article where another column took all the room of a narrow window."""
        if self._article.isHidden():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: columns that do not fit go."""
        return QSize(LEAST[1], super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that fit."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self, *, asked_for_outline: bool = False, asked_for_companion: bool = False) -> None:
        """Give the room there is to what is being used: the article first, then the pathway, then the outline."""
        width = self.width()
        companion = self._has_companion and self._wants_companion and (width >= NARROW or asked_for_companion)
        outline = self._wants_outline and (width >= VERY_NARROW or asked_for_outline)
        if width < NARROW and companion:
            outline = False
        self._companion.setVisible(companion)
        self._outline.setVisible(outline)
        article = width >= VERY_NARROW or not (companion or outline)
        self._article.setVisible(article)
        self.article_shown.emit(article)
        sides = (self._widths[0] * outline, self._widths[1] * companion)
        self.setSizes([sides[0], max(LEAST[1], width - sum(sides)), sides[1]])
        self.fitted.emit(outline, companion)

    def _take_widths(self) -> None:
        sizes = self.sizes()
        self._widths = [sizes[0] or self._widths[0], sizes[2] or self._widths[1]]
        self.moved.emit()
