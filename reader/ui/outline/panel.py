"""The panel at the left: a box that filters, the tree of headings, what folds it, what collects for a handout."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from reader.core.handout.basket import ALL, Basket
from reader.core.records import Section
from reader.core.text import Place
from reader.ui.announce import announce
from reader.ui.outline.handout_foot import HandoutFoot
from reader.ui.outline.ticking import TickingTree
from reader.ui.theme import Theme
from reader.ui.widgets.filter_box import FilterBox
from reader.ui.widgets.text_button import text_button


class OutlinePanel(QWidget):
    """Every heading of the guide. It follows the reading unless it is being used; nothing closes by itself."""

    place_requested = Signal(Place)
    left = Signal()  # Esc: the user is done here
    ticked = Signal(str)  # the id of a section to be put into the handout, or taken out
    choosing_changed = Signal(bool)  # whether there are boxes to tick
    menu_opened = Signal(QMenu, str)  # at a section; who hears of it may add to the menu

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = QHBoxLayout()  # a drawer puts its button here, too
        self.box = FilterBox()
        self.box.setPlaceholderText(self.tr("Filter the outline"))
        self.box.setAccessibleName(self.tr("Filter the outline"))
        self.box.setMaxLength(200)
        self.tree = TickingTree(theme)
        self.handout = HandoutFoot()
        self._states: dict[str, str] = {}  # of the sections in the handout
        self.is_choosing = False
        self._unfold = self._button(self.tr("Expand all"))
        self._fold = self._button(self.tr("Collapse all"))
        self._show_all = self._button(self.tr("Show all sections"))
        self._nothing = QLabel()
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(16)
        self._nothing.setProperty("quiet", True)
        self._nothing.hide()
        self._show_all.hide()
        self._place_parts()
        self.box.textChanged.connect(self._filter)
        self.box.down.connect(self._go_down)
        self.box.entered.connect(self.tree.open_first_match)
        self.box.left.connect(self.left)
        self.tree.opened.connect(self._open)
        self.tree.left.connect(self.left)
        self.tree.unfolded.connect(self._offer)
        self.tree.ticked.connect(self._tick)
        self.tree.menu_requested.connect(self._open_menu)
        self.handout.choosing_wanted.connect(self.choose)
        self._unfold.clicked.connect(self.tree.unfold_all)
        self._fold.clicked.connect(self.tree.fold_all)
        self._show_all.clicked.connect(self._end_filter)

    def _place_parts(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 4, 4, 4)
        foot.setSpacing(0)
        for button in (self._unfold, self._fold, self._show_all):
            foot.addWidget(button)
        foot.addStretch(1)
        self.head.setContentsMargins(16, 12, 16, 8)
        self.head.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self._nothing)
        column.addWidget(self.tree, 1)
        hair = QFrame()
        hair.setObjectName("hair")
        column.addWidget(hair)
        column.addLayout(foot)
        column.addWidget(self.handout)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.tree.set_theme(theme)

    def show_outline(self, sections: tuple[Section, ...]) -> None:
        """Show the headings of a guide."""
        self.box.clear()
        self.choose(False)
        self.tree.show_outline(sections)
        self.handout.setVisible(bool(sections))

    def show_basket(self, basket: Basket) -> None:
        """Show which sections are in the handout."""
        self._states = basket.states()
        self.handout.show_count(len(basket.sections))
        if self.is_choosing:
            self.tree.show_ticks(self._states)

    def choose(self, choosing: bool) -> None:
        """Show boxes in which sections are ticked, or no longer."""
        if choosing != self.is_choosing:
            self.is_choosing = choosing
            self.tree.show_ticks(self._states if choosing else None)
            self.handout.show_choosing(choosing)
            self.choosing_changed.emit(choosing)

    def show_progress(self, read: Mapping[str, float]) -> None:
        """Show how much of each section was read: 0 to 1, by its id. A section that is not named stays as it is."""
        for section, share in read.items():
            self.tree.set_read(section, share)

    def mark(self, section: str) -> None:
        """Mark the section that is being read, and bring its row into view unless the outline is being used."""
        focused = QApplication.focusWidget()
        is_used = focused is not None and self.isAncestorOf(focused)
        self.tree.mark(section, follow=not is_used)

    def menu_at(self, section: str) -> QMenu:
        """Return what can be done with a section."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Go there")).triggered.connect(lambda: self._open(section))
        self.menu_opened.emit(menu, section)
        return menu

    def take_keyboard(self) -> None:
        """Give the keyboard to the headings, at the one being read."""
        self.tree.bring_reading()
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_filter(self) -> None:
        """Give the keyboard to the box."""
        self.box.selectAll()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, section: str) -> None:
        self.place_requested.emit(Place(section))

    def _tick(self, section: str) -> None:
        self.choose(True)
        self.ticked.emit(section)
        words = self.tr("Checked") if self._states.get(section) == ALL else self.tr("Not checked")
        announce(self.tree, f"{words}. {self.handout.said()}")

    def _open_menu(self, section: str, where: QPoint) -> None:
        menu = self.menu_at(section)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _filter(self, query: str) -> None:
        self.tree.touch()
        found = self.tree.filter(query)
        self._nothing.setVisible(found == 0)
        self._nothing.setText(self.tr("No heading holds “{0}”.").format(query.strip()))
        if found is not None:
            count = self.tr("1 heading") if found == 1 else self.tr("{0} headings").format(found)
            announce(self.box, self._nothing.text() if found == 0 else count)
        self._offer()

    def _end_filter(self) -> None:
        self.box.clear()
        self._go_down()

    def _go_down(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """Offer what can be done: nothing is there to open in a guide whose sections stand side by side."""
        self._unfold.setEnabled(self.tree.can_unfold())
        self._fold.setEnabled(self.tree.can_fold())
        every = {self._unfold, self._fold, self._show_all}
        if self.box.text().strip():
            offered = {self._show_all}
        else:
            offered = {self._unfold, self._fold} if self.tree.headings.outer else set()
        for button in every - offered:  # first: side by side, all three would need more room than there is
            button.hide()
        for button in offered:
            button.show()

    def _button(self, words: str) -> QPushButton:
        button = text_button(words, "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the article
        return button
