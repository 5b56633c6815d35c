"""Outline, article and companion side by side, as many of them as the width holds; the outline else in a drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.ui.companion_column import CompanionColumn
from reader.ui.outline import OutlinePanel
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.drawer import Drawer

OUTLINE_WIDTH = 288  # the 264 of the sketch and the scroll bar
COMPANION_WIDTH = 388
LEAST = (220, 300, 280)  # widths of outline, article and companion that are still of use
NARROW = 1000  # under this width the companion comes when it is asked for, in the place of another column
VERY_NARROW = 700  # under this one the outline is a drawer
ROOMY = 1500  # from this one on the outline stands, unasked, beside a companion that is the main thing
SHARE, MOST = 0.36, 440  # of what is free beside such a companion, for the article; more pixels make no better lines


class Columns(QWidget):
    """Three columns. Outline and companion keep the widths they were given; the article takes the rest.

    Where there is no room for three, the companion takes the place of the outline while it is needed, or where that is
    not shown, of the article. Where there is room, and explanations always open in the companion, its place is kept
    free while it is closed: never does the text move, or break anew, because an explanation opened.
    """

    moved = Signal()  # somebody dragged a line between columns, or chose whether the outline is shown
    article_requested = Signal()  # the way back to the article, where the companion took its place
    fitted = Signal(bool, bool)  # whether the outline and the companion are shown

    def __init__(self, outline: OutlinePanel, article: QWidget, companion: QWidget, theme: Theme) -> None:
        super().__init__()
        self._outline, self._article, self._companion = outline, article, companion
        self._theme = theme
        self._drawer: Drawer | None = None
        self._side = QWidget()  # holds the outline where there is room for it
        self._room = QVBoxLayout(self._side)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(outline)
        self._right = CompanionColumn(companion, theme)
        self._right.back.clicked.connect(self.article_requested)
        self._splitter = QSplitter()
        parts = (self._side, article, self._right)
        for number, part in enumerate(parts):
            self._splitter.addWidget(part)
            self._splitter.setCollapsible(number, False)
            part.setMinimumWidth(LEAST[number])
        for number, name in ((1, self.tr("Width of the outline")), (2, self.tr("Width of the panel at the right"))):
            self._splitter.handle(number).setAccessibleName(name)
        for part in (*parts, self._splitter.handle(1), self._splitter.handle(2)):
            part.raise_()  # a splitter stacks them the other way round, and a screen reader goes through them so
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setHandleWidth(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._widths = [OUTLINE_WIDTH, COMPANION_WIDTH]
        self._has_companion = False
        self._is_main = False  # the companion, of the guide that is open
        self._main_width = 0  # that it was given then; 0 where nobody has
        self._main_outline: bool | None = None  # whether the outline stands beside it; None: where there is room
        self._wants_outline = True
        self._wants_companion = True
        self._keeps_place = False
        self._is_alone = False  # the companion has the whole width, because one asked for it
        self._splitter.splitterMoved.connect(self._take_widths)

    @property
    def widths(self) -> list[int]:
        """The widths of outline and companion when they are shown, in logical pixels."""
        return list(self._widths)

    @property
    def wants_outline(self) -> bool:
        """Whether the outline stands beside the article where there is room for it."""
        return self._wants_outline

    @property
    def is_alone(self) -> bool:
        """Whether the companion has the whole width because one asked for it."""
        return self._is_alone

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._right.set_theme(theme)
        if self._drawer is not None:
            self._drawer.set_theme(theme)

    def restore(self, widths: list[int], *, outline: bool) -> None:
        """Give outline and companion the widths they had; what is no width is left alone."""
        self._wants_outline = outline
        if len(widths) == 2 and widths[0] >= LEAST[0] and widths[1] >= LEAST[2]:
            self._widths = list(widths)
        self._fit()

    def offer_companion(self, has_something: bool, *, is_main: bool = False) -> None:
        """Say whether the companion of a guide that opens has anything to show, and whether that is its main thing:
        then it takes most of the room, and is what a narrow window shows first.
        """
        self.close_drawer()
        self._has_companion, self._is_main, self._is_alone = has_something, is_main, False
        self._fit(asked_for_companion=is_main)

    def reveal_outline(self, reveal: bool = True) -> None:
        """Show or hide the outline; in a very narrow window, open or close its drawer."""
        if self.width() < VERY_NARROW:
            if reveal:
                self._open_drawer()
            else:
                self.close_drawer()
            return
        if self._is_main and self.width() >= NARROW:
            self._main_outline = reveal
        else:
            self._wants_outline = reveal
        self._is_alone = self._is_alone and not reveal
        self._fit()
        self.moved.emit()

    def close_drawer(self) -> bool:
        """Close the outline's drawer, and return whether it was open."""
        was_open = self._drawer is not None and not self._drawer.isHidden()
        if self._drawer is not None:
            self._drawer.close_drawer()
        return was_open

    def reveal_companion(self, reveal: bool = True) -> None:
        """Show or hide the companion."""
        self.close_drawer()
        self._wants_companion, self._is_alone = reveal, self._is_alone and reveal
        self._fit(asked_for_companion=reveal)

    def show_alone(self, alone: bool) -> None:
        """Give the companion the whole width, or give the others their room back; the article keeps its place."""
        self.close_drawer()
        self._is_alone = alone and self._has_companion
        self._fit(asked_for_companion=not self._companion.isHidden())

    def keep_place(self, keep: bool) -> None:
        """Say whether the companion's place beside the article stays free while the companion is closed."""
        if keep != self._keeps_place:
            self._keeps_place = keep
            self._fit(asked_for_companion=not self._companion.isHidden())

    def has_two(self) -> bool:
        """Whether the companion stands, or can open, beside the article without moving its text."""
        if self.width() < NARROW:
            return self._has_outline()
        return self._keeps_place or not self._companion.isHidden()

    def reveal_article(self) -> None:
        """Show the article where something else covers it or took its place."""
        self.close_drawer()
        if self._article.isHidden():
            self._is_alone = False
            self._fit()

    def leave_companion(self) -> None:
        """Show again what was there before the companion took its place."""
        if self.width() < NARROW and not self._right.isHidden():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes: columns that do not fit go."""
        return QSize(LEAST[1], super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that fit."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit(asked_for_companion=self._is_main and not self._companion.isHidden())

    def _fit(self, *, asked_for_companion: bool = False) -> None:
        """Give the room there is to what is being used: the article first, then the pathway, then the outline."""
        width = self.width()
        alone = self._is_alone
        wanted = alone or (self._wants_companion and (width >= NARROW or asked_for_companion))
        companion = self._has_companion and wanted
        outline = self._has_outline() and not alone
        is_kept = self._keeps_place and self._has_companion and width >= NARROW and not companion
        is_instead = alone or (companion and width < NARROW)
        article = outline or not is_instead
        if width >= VERY_NARROW and self._drawer is not None:
            self._drawer.release()
            self._room.addWidget(self._outline)
        self._put_companion(first=is_instead and outline)
        self._companion.setVisible(companion)
        self._right.keep_free(is_kept)
        self._right.setVisible(companion or is_kept)
        self._side.setVisible(outline and not is_instead)
        self._article.setVisible(article)
        self._right.offer_way_back(not article and not alone)  # where it stands alone, it has one of its own
        left = self._left_width(is_first=is_instead and outline) * outline
        right = self._right_width(left) * (is_kept or (companion and not is_instead))
        lines = bool(left) + bool(right)  # between columns, of one pixel
        middle = max(LEAST[1], width - left - right - lines)
        self._splitter.refresh()  # or the lines of columns that have gone would still take room
        self._splitter.setSizes([left, left, middle] if self._is_first() else [left, middle, right])
        self._tell()

    def _left_width(self, *, is_first: bool) -> int:
        """Return how wide the outline is, or the companion in its place."""
        return self._right_width(0) if is_first and self._is_main else self._widths[0]

    def _right_width(self, left: int) -> int:
        """Return how wide the companion wants to be: as one left it; as the main thing, most of what is free."""
        if not self._is_main:
            return self._widths[1]
        free = self.width() - left - 2
        article = max(LEAST[1], min(MOST, round(free * SHARE)))
        return min(self._main_width or free - article, free - LEAST[1])

    def _has_outline(self) -> bool:
        """Whether the outline has a column of its own."""
        if self._is_main and self.width() >= NARROW:
            is_roomy = self._wants_outline and self.width() >= ROOMY
            return is_roomy if self._main_outline is None else self._main_outline
        return self._wants_outline and self.width() >= VERY_NARROW

    def _is_first(self) -> bool:
        """Whether the companion is in the outline's place."""
        return self._splitter.indexOf(self._right) == 0

    def _put_companion(self, *, first: bool) -> None:
        """Let the companion stand in the outline's place, as wide as that is, or at the right."""
        if first != self._is_first():
            self._right.setMinimumWidth(LEAST[0] if first else LEAST[2])
            self._splitter.insertWidget(0 if first else 2, self._right)

    def _open_drawer(self) -> None:
        if self._drawer is None:  # at the first use: most windows are wide
            from reader.ui.drawer import Drawer

            self._drawer = Drawer(self.tr("Outline"), self._theme, self)
            self._drawer.closed.connect(self._tell)
        self._drawer.hold(self._outline, self._outline.head)
        self._drawer.open_drawer()
        self._outline.take_keyboard()
        self._tell()

    def _tell(self) -> None:
        is_open = self._drawer is not None and not self._drawer.isHidden()
        self.fitted.emit(is_open or not self._side.isHidden(), not self._companion.isHidden())

    def _take_widths(self) -> None:
        left, _, right = self._splitter.sizes()
        if self._is_first():
            left, right = (0, left) if self._is_main else (left, 0)
        if self._is_main:  # another width than that beside an article
            self._main_width, right = right or self._main_width, 0
        self._widths = [left or self._widths[0], right or self._widths[1]]
        self.moved.emit()
