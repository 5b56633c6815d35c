"""The glossary as a list: a box that finds a word as one types, three lists to choose from, and the words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core import word_list
from reader.core.guide import Guide
from reader.core.word_list import WordSequence
from reader.errors import ReaderError
from reader.ui.announce import announce
from reader.ui.glossary import listings
from reader.ui.glossary.listings import Listing
from reader.ui.glossary.my_words_foot import MyWordsFoot
from reader.ui.glossary.word_list import WordList
from reader.ui.theme import Theme
from reader.ui.widgets.filter_box import FilterBox
from reader.ui.widgets.segments import Segments
from reader.ui.widgets.text_button import text_button

EVERY, SECTION, MINE = "every", "section", "mine"
SCOPES = (EVERY, SECTION, MINE)


class WordBrowser(QWidget):
    """What is typed is looked for in all words; without that, the chosen list is shown.

    The list of the section that is being read follows the reading, but never while it is used.
    """

    chosen = Signal(str)  # entry id
    scope_chosen = Signal(str)  # of SCOPES
    keep_requested = Signal(str, bool)  # entry id; whether it is to be kept, or no longer
    undo_requested = Signal()
    print_requested = Signal(bool)  # whether only my words
    left = Signal()  # Esc: the user is done here

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._guide: Guide | None = None
        self._every: WordSequence | None = None
        self._scope = EVERY
        self._sections: Sequence[str] = ()  # that one reads: the outermost, and those inside it
        self._listed: Sequence[str] = ()  # those whose words are listed
        self._mine: list[str] | None = None  # None: not known yet
        self._names = {EVERY: self.tr("All words"), SECTION: self.tr("In this section"), MINE: self.tr("My words")}
        self._box = FilterBox()
        self._box.setPlaceholderText(self.tr("Find a word"))
        self._box.setAccessibleName(self.tr("Find a word"))
        self._box.setAccessibleDescription(self.tr("Looks in words, other names and explanations"))
        self._box.setMaxLength(200)
        self._scopes = Segments(self._names)
        self._said = _quiet_label()
        self._print = text_button(self.tr("Print…"), "inline")
        self._nothing = _quiet_label()
        self._nothing.setMargin(16)
        self._list = WordList(theme)
        self._foot = MyWordsFoot()
        self._lay_out()
        self.setFocusProxy(self._box)
        self._connect()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(4)
        counted = QHBoxLayout()
        counted.addWidget(self._said, 1)
        counted.addWidget(self._print)
        for part in (self._box, self._scopes):
            head.addWidget(part)
        head.addLayout(counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addWidget(self._foot)
        self._print.raise_()  # to the end of the parts: Tab comes to the words first

    def _connect(self) -> None:
        self._box.textChanged.connect(self._type)
        self._box.down.connect(self.take_list)
        self._box.entered.connect(self._list.open_current)
        self._box.left.connect(self.left)
        self._scopes.chosen.connect(self._choose_scope)
        self._list.chosen.connect(self.chosen)
        self._list.keep_requested.connect(self.keep_requested)
        self._list.typed.connect(self._type_on)
        self._list.top_left.connect(self.take_box)
        self._list.left.connect(self.left)
        self._list.moved.connect(self._offer)
        self._print.clicked.connect(self._wish_print)
        self._foot.undo_requested.connect(self.undo_requested)
        self._foot.remove_requested.connect(self._remove_current)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    # What goes in

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._list.set_theme(theme)

    def show_guide(self, guide: Guide, scope: str, mine: list[str] | None, sections: Sequence[str]) -> None:
        """Show the words of a guide, in the list that was chosen there last; *sections*: those that one reads."""
        self._guide = guide
        self._every = word_list.every(guide)
        self._scope = scope if scope in SCOPES else EVERY
        self._mine = mine
        self._sections = sections
        self._clear()
        self.show_removed("")
        self._fill()

    def show_sections(self, sections: Sequence[str]) -> None:
        """Take note of the section that is being read, and of those inside it, by their ids."""
        if sections != self._sections:
            self._sections = sections
            self._follow()

    def show_known(self, mine: list[str] | None, looked_up: Sequence[str]) -> None:
        """Show which words are the reader's own, the newest first, and which were looked up before."""
        is_other, self._mine = mine != self._mine, mine
        self._list.mark(mine or (), looked_up)
        self._count_mine()
        if is_other and self._shown() == MINE:
            self._fill(stay=True)
        self._offer()

    def show_removed(self, term: str) -> None:
        """Offer to put back a word that was removed; "" for none."""
        self._foot.show_removed(term)

    def scope_name(self) -> str:
        """Return what the list is called that is shown."""
        return self._names[self._shown()]

    def take_box(self) -> None:
        """Give the keyboard to the box, so that one can type a word at once."""
        self._box.selectAll()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_list(self) -> None:
        """Give the keyboard to the list."""
        (self._list if self._list.count() else self._box).setFocus(Qt.FocusReason.OtherFocusReason)

    def bring(self, entry: str) -> None:
        """Make the entry with this id the current row, in view, where it is listed."""
        self._list.bring(entry)

    # What is listed

    def _shown(self) -> str:
        """Return the scope that is shown: what is typed is looked for in all words."""
        return EVERY if self._box.text().strip() else self._scope

    def _fill(self, *, stay: bool = False) -> None:
        if self._guide is None or self._every is None:
            return
        typed = self._box.text().strip()
        self._scopes.choose(self._shown())
        self._listed = self._sections
        try:
            listing = self._list_words(self._guide, self._every, typed)
        except ReaderError as error:
            listing = Listing(WordSequence(self._guide, []), "", str(error))
        self._show(listing, stay=stay and not typed)
        if typed:
            announce(self._box, listing.said if listing.words else listing.nothing)

    def _list_words(self, guide: Guide, every: WordSequence, typed: str) -> Listing:
        if typed:
            return listings.of_found(guide, every, typed)
        if self._scope == EVERY:
            return listings.of_all(every)
        if self._scope == SECTION:
            return listings.of_section(guide, self._listed)
        return listings.of_mine(guide, self._mine) if self._mine is not None else listings.of_none(guide)

    def _show(self, listing: Listing, *, stay: bool) -> None:
        words = listing.words
        self._said.setText(listing.said if words else "")
        for part in (self._said, self._print):
            part.setVisible(bool(words))
        is_mine = self._shown() == MINE
        self._print.setAccessibleName(self.tr("Print my words") if is_mine else self.tr("Print the glossary"))
        if not words:  # unseen, a screen reader would hear of each new name
            self._nothing.setText(listing.nothing)
        self._nothing.setVisible(not words)
        self._list.setVisible(bool(words))
        self._list.show_words(words, listing.matches, stay=stay, are_mine=self._shown() == MINE)

    def _count_mine(self) -> None:
        count = len(word_list.of_entries(self._guide, self._mine or ())) if self._guide is not None else 0
        words = self._names[MINE]
        self._scopes.set_words(MINE, self.tr("{0} ({1})").format(words, f"{count:,}") if count else words)

    def _offer(self) -> None:
        """Offer what can be done with my words."""
        row = self._list.current() if self._shown() == MINE else None
        self._foot.offer_removal(row.term if row is not None else "")

    # What one does

    def _type(self) -> None:
        self._fill()

    def _type_on(self, letter: str) -> None:
        """Take a letter that was typed in the list."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.end(False)
        self._box.insert(letter)

    def _clear(self) -> None:
        """Empty the box, and list nothing yet."""
        blocked = self._box.blockSignals(True)
        self._box.setText("")  # which Ctrl+Z does not bring back, as it would after clear()
        self._box.blockSignals(blocked)

    def _choose_scope(self, scope: str) -> None:
        self._scope = scope
        self._clear()
        self.show_removed("")
        self._fill()
        announce(self._scopes, self._said.text() or self._nothing.text())
        self.scope_chosen.emit(scope)

    def _remove_current(self) -> None:
        if (row := self._list.current()) is not None:
            self.take_list()  # first: the button goes with the last word
            self.keep_requested.emit(row.id, False)

    def _wish_print(self) -> None:
        self.print_requested.emit(self._shown() == MINE)

    def _follow(self) -> None:
        """List the words of the section that is being read now, unless the list is being used."""
        if self._shown() != SECTION or self._listed == self._sections or not self.isVisible():
            return
        focused = QApplication.focusWidget()
        is_new = not self._listed  # a guide that has just been opened: nothing can be in use
        if is_new or not (self.underMouse() or (focused is not None and self.isAncestorOf(focused))):
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """List the words of the section that is being read by now."""
        super().showEvent(event)
        self._follow()

    def leaveEvent(self, event: QEvent) -> None:
        """Follow the reading again: the pointer has gone."""
        super().leaveEvent(event)
        self._follow()


def _quiet_label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("quiet", True)
    label.hide()
    return label
