"""The page of an explanation: its text, the row of actions below it, how they scroll, and where Tab goes."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.ui.glossary.action_row import ActionRow
from reader.ui.glossary.entry_text import EntryText
from reader.ui.glossary.whole_lines import WholeLines

LOW = 150  # pixels: in a card that is lower the actions come after the words, and scroll with them
CONTEXT = 24  # pixels that stay in view around what is brought there
SPARE = 40  # of a page that one has turned, still in view


class ExplanationPage(QWidget):
    """The text scrolls, the actions stay: unless the card is so low that they would leave no room for it."""

    def __init__(self, *, can_be_pinned: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = EntryText()
        self.text.setAccessibleName(self.tr("Text"))  # the part around it says of which word
        self.row = ActionRow(can_be_pinned=can_be_pinned)
        self._line = QFrame()
        self._line.setObjectName("hair")
        self._scroll = QScrollArea()
        inside = QWidget()
        inside.setObjectName("page")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(14, 10, 14, 6)
        self._inside.addWidget(self.text)
        self._inside.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        WholeLines(self.text, self._scroll)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self._scroll, self._line, self.row):
            self._column.addWidget(part)
        self.setFocusProxy(self.text)
        self.text.moved.connect(self.scroll_by)
        self.text.paged.connect(self._turn)
        self.text.reached.connect(self._bring)
        self.text.unfolded.connect(self.reveal)

    def go_top(self) -> None:
        """Show the beginning of the text."""
        self._scroll.verticalScrollBar().setValue(0)

    def scroll_by(self, pixels: int) -> None:
        """Scroll a long explanation."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def reveal(self, part: QWidget) -> None:
        """Bring a part of the explanation into view."""
        self._scroll.ensureWidgetVisible(part, 0, CONTEXT)

    def _turn(self, pages: int) -> None:
        self.scroll_by(pages * (self._scroll.viewport().height() - SPARE))

    def _bring(self, where: QRect) -> None:
        at = self.text.mapToParent(where.center())
        self._scroll.ensureVisible(at.x(), at.y(), 0, where.height() // 2 + CONTEXT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the actions scroll with the words where the card is low."""
        super().resizeEvent(event)
        column = self._inside if event.size().height() < LOW else self._column
        if column.indexOf(self.row) < 0:
            for part in (self._line, self.row):
                column.addWidget(part)

    # Tab

    def stops(self) -> list[QWidget]:
        """Return what Tab goes to, in the order in which one reads: the text, its links, the buttons."""
        return [self.text, *self.text.links(), *self.row.buttons]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link or button; Qt would come to the links last in the whole window."""
        stops = self.stops()
        focus = QApplication.focusWidget()
        at = stops.index(focus) + (1 if forward else -1) if focus in stops else 0
        if not 0 <= at < len(stops):
            return bool(super().focusNextPrevChild(forward))
        self._stop_at(stops[at], forward)
        return True

    def go_round(self, forward: bool) -> None:
        """Go to the next link or button, and from the last to the first."""
        stops = self.stops()
        focus = QApplication.focusWidget()
        at = stops.index(focus) + (1 if forward else -1) if focus in stops else 0
        self._stop_at(stops[at % len(stops)], forward)

    def _stop_at(self, part: QWidget, forward: bool) -> None:
        part.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if part is not self.text:
            self.reveal(part)
