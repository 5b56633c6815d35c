"""The companion panel at the right: the pathway, the words one kept, the references."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.core.explanation import Explanation
from reader.core.guide import Guide, Reference
from reader.ui import theme as look
from reader.ui.entry_text import EntryText
from reader.ui.pathway import PathwayPanel
from reader.ui.theme import Theme

BESIDE = 44  # pixels that a reference's row leaves free at its sides: bar, padding and Qt's own margins


class Companion(QTabWidget):
    """Three tabs; those that a guide has nothing for are not there."""

    node_chosen = Signal(str)
    entry_requested = Signal(str, QRect)
    article_requested = Signal()  # the way back to the text, where this panel took its place

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pathway, words and references"))
        self._back = QPushButton(self.tr("To the text"))
        self._back.clicked.connect(self.article_requested)
        self.setDocumentMode(True)
        self.pathway = PathwayPanel(theme)
        self.words = KeptWords()
        self.references = ReferenceList()
        self.pathway.node_chosen.connect(self.node_chosen)
        self.words.entry_requested.connect(self.entry_requested)

    def show_guide(self, guide: Guide) -> None:
        """Show what the guide has beside its article."""
        self.clear()
        self.words.clear()
        self.pathway.show_pathway(guide.pathway, guide.drawing)
        self.references.show_references(guide.references)
        if guide.pathway is not None:
            self.addTab(self.pathway, self.tr("Pathway"))
        if guide.terms:
            self.addTab(self.words, self.tr("Words"))
        if guide.references:
            self.addTab(self.references, self.tr("References"))

    def offer_way_back(self, offer: bool) -> None:
        """Show the way back to the text, or not."""
        if offer != (self.cornerWidget() is not None):
            self.setCornerWidget(self._back if offer else None)  # type: ignore[arg-type]  # None takes it away
            self._back.setVisible(offer)

    def has_anything(self) -> bool:
        """Whether the guide has anything to show here."""
        return self.count() > 0

    def take_keyboard(self) -> None:
        """Give the keyboard to what the open tab shows: the drawing, the words, the references."""
        if self.has_anything():
            self.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self, explanation: Explanation) -> None:
        """Keep an explanation and show it."""
        self.words.keep(explanation)
        self.setCurrentWidget(self.words)

    def show_node(self, identifier: str) -> None:
        """Show a node in the pathway, with the keyboard on it."""
        self.setCurrentWidget(self.pathway)
        self.pathway.show_node(identifier)

    def show_reference(self, key: str) -> None:
        """Show a reference in its list."""
        self.setCurrentWidget(self.references)  # first: what is not shown has no place to scroll to
        self.references.show_reference(key)
        self.references.setFocus(Qt.FocusReason.OtherFocusReason)


class KeptWords(QScrollArea):
    """The explanations that were kept, the newest first."""

    entry_requested = Signal(str, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Kept words"))
        self._cards: dict[str, QWidget] = {}
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

    def clear(self) -> None:
        """Keep nothing."""
        for identifier in list(self._cards):
            self._remove(identifier)

    def keep(self, explanation: Explanation) -> None:
        """Put an explanation at the top."""
        entry = explanation.entry
        self._remove(entry.id)
        text = EntryText()
        text.show_explanation(explanation)
        text.entry_requested.connect(self._see_also)
        remove = QPushButton(self.tr("Remove"))
        remove.setProperty("link", True)
        remove.setAutoDefault(True)  # Enter presses it, as Space does
        remove.setAccessibleName(self.tr("Remove {0}").format(entry.term))
        remove.clicked.connect(lambda: self._remove(entry.id))
        line = QFrame()
        line.setObjectName("hair")
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 4)
        row.addWidget(remove)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(line)
        self._cards[entry.id] = card
        self._column.insertWidget(0, card)
        self._empty.hide()
        self.verticalScrollBar().setValue(0)

    def _see_also(self, identifier: str) -> None:
        where = QRect(self.mapToGlobal(self.rect().topLeft()), QSize(1, 1))
        self.entry_requested.emit(identifier, where)

    def _remove(self, identifier: str) -> None:
        card = self._cards.pop(identifier, None)
        if card is not None:
            card.hide()
            card.deleteLater()
        self._empty.setVisible(not self._cards)


class ReferenceList(QListWidget):
    """The guide's references, numbered as in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("References"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Wrapping(self))
        self._rows: dict[str, QListWidgetItem] = {}
        self._waiting: tuple[Reference, ...] = ()

    def show_references(self, references: tuple[Reference, ...]) -> None:
        """Show *references* in their order; the rows are made when they are first looked at."""
        self.clear()
        self._rows = {}
        self._waiting = references

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows."""
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        waiting, self._waiting = self._waiting, ()
        for reference in waiting:
            item = QListWidgetItem(self._text(reference))
            self.addItem(item)
            self._rows[reference.key] = item

    def show_reference(self, key: str) -> None:
        """Make the reference with this key the current one, in view."""
        self._fill()
        if (item := self._rows.get(key)) is not None:
            self.setCurrentItem(item)
            self.doItemsLayout()  # the rows may be new
            self.scrollToItem(item, QListWidget.ScrollHint.PositionAtTop)

    def _text(self, reference: Reference) -> str:
        number = f"{reference.number}. " if reference.number else ""
        lines = [number + reference.text]
        if reference.doi:
            lines.append(self.tr("DOI {0}").format(reference.doi))
        elif reference.pmid:
            lines.append(self.tr("PubMed {0}").format(reference.pmid))
        if reference.note:
            lines.append(reference.note)
        return "\n".join(lines)


class _Wrapping(QStyledItemDelegate):
    """Rows as tall as their wrapped text: Qt forgets what the style sheet leaves free beside it."""

    def __init__(self, rows: ReferenceList) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._rows.viewport().width()
        self.initStyleOption(option, index)
        room = QRect(0, 0, max(40, width - BESIDE), 10_000)
        box = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), option.text)
        return QSize(width, max(look.TARGET_PX, box.height() + 2 * look.SMALL_PX))
