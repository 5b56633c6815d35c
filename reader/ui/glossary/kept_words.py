"""The words one kept: their explanations as cards, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.explanation import Explanation
from reader.ui.glossary.entry_text import EntryText

AT_ONCE = 10  # cards that are made before the window may do something else: some 20 ms


class KeptWords(QScrollArea):
    """The explanations that were kept, the newest first. One that was removed can be put back until the next step."""

    entry_requested = Signal(str)
    changed = Signal(list)  # by hand: the ids of all entries that are kept, the newest first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Kept words"))
        self._kept: list[str] = []  # also those that the guide has no more
        self._waiting: list[str] = []  # for their cards
        self._explain: Callable[[str], Explanation | None] = lambda _: None
        self._cards: dict[str, QWidget] = {}
        self._undo: QWidget | None = None
        page = QWidget()
        page.setObjectName("panel")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(0)
        self._empty = QLabel(self.tr("Words that you keep stay here.\n\nOpen a word in the text and choose Keep."))
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._empty.setProperty("quiet", True)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(page)

    def show_kept(self, entries: Sequence[str], explain: Callable[[str], Explanation | None]) -> None:
        """Show the entries with these ids, the newest first, and no others.

        *explain* returns an entry's explanation; one that it does not know is kept and not shown.
        """
        self._forget_undo()
        for identifier in list(self._cards):
            self._take_card(identifier)
        self._kept, self._waiting, self._explain = list(entries), list(entries), explain
        if self.isVisible():
            self._make_cards()
        self._show_whether_empty()

    def keep(self, explanation: Explanation) -> None:
        """Put an explanation at the top."""
        entry = explanation.entry.id
        self._forget_undo()
        self._take_card(entry)
        self._waiting = [each for each in self._waiting if each != entry]
        self._set_kept([entry, *(each for each in self._kept if each != entry)])
        self._add_card(explanation, 0)
        self._show_whether_empty()
        self.verticalScrollBar().setValue(0)

    def forget(self, entry: str) -> None:
        """Keep an entry no longer."""
        self._forget_undo()
        self._take_card(entry)
        self._waiting = [each for each in self._waiting if each != entry]
        self._set_kept([each for each in self._kept if each != entry])
        self._show_whether_empty()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards that nobody has looked at yet."""
        super().showEvent(event)
        self._make_cards()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what could have been put back: one went elsewhere."""
        super().hideEvent(event)
        self._forget_undo()
        self._show_whether_empty()

    def _make_cards(self) -> None:
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for identifier in now:
            if (explanation := self._explain(identifier)) is not None:
                self._add_card(explanation, self._column.count() - 2)  # before the words for nothing and the stretch
        self._show_whether_empty()
        if self._waiting:
            QTimer.singleShot(0, self._make_more)

    def _make_more(self) -> None:
        if self.isVisible():
            self._make_cards()

    def _add_card(self, explanation: Explanation, row: int) -> QPushButton:
        """Put a card into a row, and return the button that removes it."""
        entry = explanation.entry
        text = EntryText()
        text.show_explanation(explanation)
        text.entry_requested.connect(self.entry_requested)
        remove = _link(self.tr("Remove"), self.tr("Remove {0}").format(entry.term))
        remove.clicked.connect(lambda: self._remove(explanation))
        line = QFrame()
        line.setObjectName("hair")
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(6, 0, 6, 4)
        buttons.addWidget(remove)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(line)
        self._cards[entry.id] = card
        self._column.insertWidget(row, card)
        card.show()  # at once: what is not shown takes no keyboard
        return remove

    def _remove(self, explanation: Explanation) -> None:
        """Take a word away, and offer to put it back where its card was."""
        entry = explanation.entry
        self._forget_undo()
        before = list(self._kept)
        row = self._column.indexOf(self._cards[entry.id])
        said = QLabel(self.tr("“{0}” was removed.").format(entry.term))
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setProperty("quiet", True)
        undo = _link(self.tr("Undo"), self.tr("Put {0} back").format(entry.term))
        undo.clicked.connect(lambda: self._put_back(explanation, before))
        self._undo = QWidget()
        line = QHBoxLayout(self._undo)
        line.setContentsMargins(18, 0, 6, 0)
        line.addWidget(said, 1)
        line.addWidget(undo)
        self._column.insertWidget(row, self._undo)
        self._undo.show()
        undo.setFocus(Qt.FocusReason.OtherFocusReason)  # first: a card that goes would hand the keyboard on
        self._take_card(entry.id)
        self._show_whether_empty()
        self._set_kept([each for each in self._kept if each != entry.id])

    def _put_back(self, explanation: Explanation, kept: list[str]) -> None:
        if self._undo is not None:
            remove = self._add_card(explanation, self._column.indexOf(self._undo))
            remove.setFocus(Qt.FocusReason.OtherFocusReason)
        self._forget_undo()
        self._show_whether_empty()
        self._set_kept(kept)

    def _set_kept(self, entries: list[str]) -> None:
        self._kept = entries
        self.changed.emit(list(entries))

    def _take_card(self, identifier: str) -> None:
        _drop(self._cards.pop(identifier, None))

    def _forget_undo(self) -> None:
        undo, self._undo = self._undo, None
        _drop(undo)

    def _show_whether_empty(self) -> None:
        self._empty.setVisible(not (self._cards or self._waiting or self._undo))


def _drop(part: QWidget | None) -> None:
    if part is not None:
        part.hide()
        part.deleteLater()


def _link(words: str, name: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("link", True)
    button.setAutoDefault(True)  # Enter presses it, as Space does
    button.setAccessibleName(name)
    return button
