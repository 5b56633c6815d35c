"""One explanation, the way back to the one before it, and what can be done with it: in the popup and in the panel."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.explanation import Explanation, Unexplained
from reader.core.text import Place
from reader.core.trail import Trail
from reader.ui import theme as look
from reader.ui.glossary.entry_text import EntryText
from reader.ui.glossary.trail_row import TrailRow


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
        self._can_be_pinned = can_be_pinned
        self._kept: frozenset[str] = frozenset()
        self._at_node = False  # whether it stands beside a node: it does not lead there then
        self._text = EntryText()
        self._text.entry_requested.connect(self.entry_requested)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._text)
        self._trail_row = TrailRow()
        self._pin = _link(self.tr("Pin"), self.tr("Keep this explanation in view, in the panel at the right"))
        self._keep = _link("", self.tr("My words are listed in the panel at the right"))
        self._node = _link(self.tr("In the pathway"), self.tr("Show this word in the pathway"))
        self._close = _link(self.tr("Close"), self.tr("Close this explanation"))
        self._lay_out()
        self._trail_row.back_requested.connect(self.go_back)
        self._trail_row.forward_requested.connect(self.go_forward)
        self._pin.clicked.connect(self._ask_to_pin)
        self._keep.clicked.connect(self._ask_to_keep)
        self._node.clicked.connect(self._ask_for_node)
        self._close.clicked.connect(self.close_requested)

    def _lay_out(self) -> None:
        line = QFrame()
        line.setObjectName("hair")
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 4)
        row.setSpacing(4)
        for button in (self._pin, self._keep, self._node):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._trail_row)
        column.addWidget(self._scroll, 1)
        column.addWidget(line)
        column.addLayout(row)

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

    def _show_current(self) -> None:
        found = self._trail.current
        if found is None:
            return
        self._text.show_found(found)
        self._scroll.verticalScrollBar().setValue(0)
        self._trail_row.show_trail(self._trail)
        self._show_actions()
        self.shown.emit()

    def _show_actions(self) -> None:
        found = self._trail.current
        is_entry = isinstance(found, Explanation)
        self._pin.setVisible(self._can_be_pinned and is_entry)
        self._keep.setVisible(is_entry)
        self._node.setVisible(isinstance(found, Explanation) and found.node is not None and not self._at_node)
        is_kept = isinstance(found, Explanation) and found.entry.id in self._kept
        self._keep.setText(self.tr("Remove from my words") if is_kept else self.tr("Add to my words"))
        self._keep.setAccessibleName(self._keep.text())

    def _ask_to_pin(self) -> None:
        if isinstance(found := self._trail.current, Explanation):
            self.pin_requested.emit(found)

    def _ask_to_keep(self) -> None:
        if isinstance(found := self._trail.current, Explanation):
            self.keep_requested.emit(found.entry.id, found.entry.id not in self._kept)

    def _ask_for_node(self) -> None:
        if isinstance(found := self._trail.current, Explanation) and found.node is not None:
            self.node_requested.emit(found.node.id)

    def scroll_by(self, pixels: int) -> None:
        """Scroll a long explanation."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def reveal(self, part: QWidget) -> None:
        """Bring a part of the explanation into view."""
        self._scroll.ensureWidgetVisible(part)


def _link(text: str, description: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("link", True)
    button.setAutoDefault(True)  # Enter presses it, as Space does
    button.setAccessibleName(text)
    button.setAccessibleDescription(description)
    button.setMinimumHeight(look.TARGET_PX)
    return button
