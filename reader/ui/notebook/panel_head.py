"""Above the list of notes: the box that finds words, the kinds with their counts, the order, and which guides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from reader.core.notebook.notes import KINDS
from reader.ui.notebook.panel_choice import Choice
from reader.ui.notebook.panel_words import kinds_name
from reader.ui.widgets.filter_box import FilterBox
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.segments import Segments
from reader.ui.widgets.text_button import text_button

EVERY_KIND = ""
THIS, EVERY = "this", "every"  # which guides
SIDE, INSIDE = 16, 8  # pixels free at the sides of words: a button has half of them inside it
ABOVE = 12  # pixels: the count stands level with the words of the buttons before it


class Head(QWidget):
    """Says what is wished for; the panel lists it."""

    changed = Signal()  # the kind, the order or which guides
    typed = Signal()
    chosen_export_requested = Signal()
    export_requested = Signal()
    backup_requested = Signal()
    restore_requested = Signal()
    forget_requested = Signal()

    def __init__(self, printing: QAction, parent: QWidget | None = None) -> None:
        """*printing* is the command that prints the notes on this guide."""
        super().__init__(parent)
        self._printing = printing
        self._is_low = False
        self.box = FilterBox()
        self.box.setPlaceholderText(self.tr("Find in my notes"))
        self.box.setAccessibleName(self.tr("Find in my notes"))
        self.box.setAccessibleDescription(self.tr("Looks in the words of the guide and in your own"))
        self.box.setMaxLength(200)
        kinds = {name: kinds_name(name) for name in (EVERY_KIND, *KINDS)}
        self._segments = Segments(kinds)
        self._kinds = Choice(self.tr("Which notes"), kinds)
        orders = {"section": self.tr("By section"), "kind": self.tr("By kind"), "date": self.tr("By date")}
        self._order = Choice(self.tr("Order"), orders)
        self._scope = Choice(self.tr("Of"), {THIS: self.tr("This guide"), EVERY: self.tr("All guides")})
        self._more = text_button(self.tr("More") + " ", "inline", name=self.tr("More: export, print, back up, delete"))
        self._more.setObjectName("more")
        self._more.setMenu(self._menu())
        self._said = QLabel()
        self._said.setProperty("quiet", True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setContentsMargins(8, ABOVE, 0, 4)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(SIDE - INSIDE, 0, 0, 0)
        first.setSpacing(4)
        first.addWidget(self.box, 1)
        first.addWidget(self._more)
        choices = FlowLayout(gap=0)
        choices.setContentsMargins(0, 0, 0, 0)
        for part in (self._kinds, self._order, self._scope, self._said):
            choices.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, 12, INSIDE, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._segments)
        column.addLayout(choices)
        self._kinds.hide()

    def _connect(self) -> None:
        self.box.textChanged.connect(self.typed)
        self._segments.chosen.connect(self._choose_kind)
        self._kinds.chosen.connect(self._choose_kind)
        self._order.chosen.connect(self.changed)
        self._scope.chosen.connect(self._choose_scope)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Export…")).triggered.connect(self.export_requested)
        self._chosen = menu.addAction("")
        self._chosen.triggered.connect(self.chosen_export_requested)
        self.offer_export(0)
        menu.addAction(self._printing)
        menu.addSeparator()
        for words, wish in (
            (self.tr("Back up…"), self.backup_requested),
            (self.tr("Restore a backup or a daily copy…"), self.restore_requested),
        ):
            menu.addAction(words).triggered.connect(wish)
        menu.addSeparator()
        menu.addAction(self.tr("Delete my data…")).triggered.connect(self.forget_requested)
        return menu

    @property
    def kind(self) -> str:
        """The kind that is listed; EVERY_KIND for all."""
        return self._segments.current

    @property
    def order(self) -> str:
        """How the notes are grouped: one of `listing.ORDERS`."""
        return self._order.current

    @property
    def scope(self) -> str:
        """THIS or EVERY guide."""
        return self._scope.current

    def set_low(self, low: bool) -> None:
        """Put the kinds into a menu where there is little room."""
        if low != self._is_low:
            self._is_low = low
            self._segments.setVisible(not low)
            self._kinds.setVisible(low)

    def offer_export(self, count: int) -> None:
        """Offer to export so many notes that are chosen."""
        one, many = self.tr("Export the chosen note…"), self.tr("Export the {0} chosen notes…")
        self._chosen.setText(many.format(f"{count:,}") if count > 1 else one)
        self._chosen.setEnabled(count > 0)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many notes there are of each kind; kinds without any are not offered."""
        every: Counter[str] = Counter({EVERY_KIND: sum(counts.values()), **counts})
        for name in (EVERY_KIND, *KINDS):
            count, is_offered = every[name], every[name] > 0 or name in (EVERY_KIND, self.kind)
            words = self.tr("{0} {1}").format(kinds_name(name), f"{count:,}")
            self._segments.set_words(name, words)
            self._segments.offer(name, is_offered)
            self._kinds.set_words(name, words, is_offered=is_offered)

    def show_said(self, sentence: str) -> None:
        """Say how many notes are listed."""
        self._said.setText(sentence)

    def show_all(self) -> None:
        """Take away what hides notes."""
        self.box.blockSignals(True)
        self.box.clear()
        self.box.blockSignals(False)
        self._set_kind(EVERY_KIND)

    def arrange(self, order: str, scope: str) -> None:
        """Put back in which order and of which guides one had notes listed."""
        self._order.choose(order)
        self._scope.choose(scope)
        self._name_order()

    def show_this_guide(self) -> None:
        """List the notes of the guide that is open."""
        self._scope.choose(THIS)
        self._name_order()

    def _choose_scope(self) -> None:
        self._name_order()
        self.changed.emit()

    def _name_order(self) -> None:
        """Call the first order by what its headings are."""
        is_every = self.scope == EVERY
        self._order.set_words("section", self.tr("By guide") if is_every else self.tr("By section"))

    def _choose_kind(self, kind: str) -> None:
        self._set_kind(kind)
        self.changed.emit()

    def _set_kind(self, kind: str) -> None:
        self._segments.choose(kind)
        self._kinds.choose(kind)
