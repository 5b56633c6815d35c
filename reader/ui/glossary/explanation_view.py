"""One explanation, the way back to the one before it, and what can be done with it: in the popup and in the panel."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from reader.core.explanation import Explanation, Unexplained
from reader.core.text import Place
from reader.core.trail import Trail
from reader.ui.announce import announce
from reader.ui.glossary.action_row import ActionRow
from reader.ui.glossary.entry_text import EntryText

LOW = 150  # pixels: in a card that is lower the actions come after the words, and scroll with them
CONTEXT = 24  # pixels that stay in view around what is brought there
SPARE = 40  # of a page that one has turned, still in view


class ExplanationView(QWidget):
    """Shows explanations; a word that one of them leads to opens in the same place."""

    entry_requested = Signal(str)  # entry id: see also, or a term of the definition
    words_asked = Signal(str)  # words of the explanation that were selected
    place_requested = Signal(Place)  # a section that has the word
    reference_requested = Signal(str)  # key of a source
    node_requested = Signal(str)  # node id
    keep_requested = Signal(str, bool)  # entry id; whether it is to be kept, or no longer
    pin_requested = Signal(object)  # Explanation
    close_requested = Signal()
    shown = Signal()  # another explanation

    def __init__(self, *, can_be_pinned: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trail = Trail()
        self._kept: frozenset[str] = frozenset()
        self._at_node = False  # whether it stands beside a node: it does not lead there then
        self._text = EntryText()
        self._row = ActionRow(can_be_pinned=can_be_pinned)
        self._line = QFrame()
        self._line.setObjectName("hair")
        self._scroll = QScrollArea()
        self._lay_out()
        text, row = self._text, self._row
        for asked, ask in (
            (text.entry_requested, self.entry_requested),
            (text.place_requested, self.place_requested),
            (text.node_requested, self.node_requested),
            (text.reference_requested, self.reference_requested),
            (text.words_asked, self.words_asked),
            (row.close_requested, self.close_requested),
        ):
            asked.connect(ask)
        text.moved.connect(self.scroll_by)
        text.paged.connect(self._turn)
        text.reached.connect(self._bring)
        row.back_requested.connect(self.go_back)
        row.forward_requested.connect(self.go_forward)
        row.pin_requested.connect(self._ask_to_pin)
        row.keep_requested.connect(self._ask_to_keep)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        self._inside = QVBoxLayout(page)
        self._inside.setContentsMargins(14, 10, 14, 6)
        self._inside.addWidget(self._text)
        self._inside.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self._scroll, self._line, self._row):
            self._column.addWidget(part)
        self.setFocusProxy(self._text)

    @property
    def current(self) -> Explanation | Unexplained | None:
        """What is shown."""
        return self._trail.current

    def begin(self, found: Explanation | Unexplained, *, at_node: bool = False) -> None:
        """Show an explanation that nothing led to: the ways back and forward begin anew."""
        self._trail = Trail()
        self._at_node = at_node
        self.go(found)

    def go(self, found: Explanation | Unexplained) -> None:
        """Show an explanation that the one before it led to."""
        self._trail.go(found)
        self._show_current()

    def go_back(self) -> None:
        """Show the explanation before this one, if there is one."""
        self._trail.back()
        self._show_current()

    def go_forward(self) -> None:
        """Show again the explanation that one went back from, if there is one."""
        self._trail.forward()
        self._show_current()

    def show_kept(self, entries: Collection[str]) -> None:
        """Take note of which entries are among the reader's own words."""
        self._kept = frozenset(entries)
        self._show_actions()

    def as_sentence(self) -> str:
        """Return what is shown, for a screen reader."""
        return self._text.as_sentence()

    def ask_selected(self) -> bool:
        """Ask for the words that are selected here, and say whether the keyboard is here and some are."""
        is_here = self._text.hasFocus() and bool(self._text.selected())
        if is_here:
            self._text.ask()
        return is_here

    def _show_current(self) -> None:
        found = self._trail.current
        if found is None:
            return
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):  # what was pressed may not be there any more
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.show_found(found, at_node=self._at_node)
        self._text.setAccessibleName(self.tr("Explanation of {0}").format(found.words))
        self._scroll.verticalScrollBar().setValue(0)
        self._row.show_trail(self._trail)
        self._show_actions()
        self.shown.emit()

    def _show_actions(self) -> None:
        found = self._trail.current
        is_entry = isinstance(found, Explanation)
        is_kept = isinstance(found, Explanation) and found.entry.id in self._kept
        self._row.show_actions(is_entry=is_entry, is_kept=is_kept)

    def _ask_to_pin(self) -> None:
        if isinstance(found := self._trail.current, Explanation):
            self.pin_requested.emit(found)

    def _ask_to_keep(self) -> None:
        if isinstance(found := self._trail.current, Explanation):
            keep = found.entry.id not in self._kept
            self.keep_requested.emit(found.entry.id, keep)
            said = self.tr("{0} is now in my words.") if keep else self.tr("{0} is no longer in my words.")
            announce(self, said.format(found.words))

    # Scrolling

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
        at = self._text.mapToParent(where.center())
        self._scroll.ensureVisible(at.x(), at.y(), 0, where.height() // 2 + CONTEXT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the actions scroll with the words where the card is low."""
        super().resizeEvent(event)
        column = self._inside if event.size().height() < LOW else self._column
        if column.indexOf(self._row) < 0:
            for part in (self._line, self._row):
                column.addWidget(part)

    # Tab

    def stops(self) -> list[QWidget]:
        """Return what Tab goes to, in the order in which one reads: the text, its links, the buttons."""
        return [self._text, *self._text.links(), *self._row.buttons]

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
        if part is not self._text:
            self.reveal(part)
