"""The references tab: the list, and below it, in one place, what the chosen one is found by and who cites it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.core.guide import Guide
from reader.core.mentions import citing
from reader.core.records import Reference, Section
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.references.list import ReferenceList
from reader.ui.widgets.copy_buttons import CopyButtons
from reader.ui.widgets.elided import Elided, ElidedButton

STRIP = (96, 212)  # pixels, the least and the most that is below the list; by the room, never by what is chosen
MOST = 30  # sections that are listed


class References(QWidget):
    """All references of a guide; of the chosen one, its DOI to copy and the sections that cite it."""

    place_requested = Signal(Place)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide: Guide | None = None
        self.rows = ReferenceList()
        self.copy = CopyButtons()
        self._said = Elided()
        self._cited = QLabel()
        self._sections: list[QPushButton] = []
        self._lay_out()
        self.setFocusProxy(self.rows)
        self.rows.reference_chosen.connect(self._show)
        self.rows.copy_requested.connect(self.copy.copy_best)
        self.rows.menu_requested.connect(self._offer)
        self.copy.copied.connect(self._say)
        self._show(None)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("panel")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(8, 4, 8, 8)
        self._column.setSpacing(0)
        for label in (self._said, self._cited):
            label.setContentsMargins(12, 0, 12, 4)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("quiet", True)
            label.setFont(look.sans(look.SMALL_PX))
        self._cited.setWordWrap(True)
        self._cited.setMinimumHeight(28)
        self._column.addWidget(self.copy)
        self._column.addWidget(self._said)
        self._column.addWidget(self._cited)
        self._column.addStretch(1)
        self._strip = QScrollArea()
        self._strip.setWidgetResizable(True)
        self._strip.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strip.setMinimumHeight(STRIP[0])
        self._strip.setMaximumHeight(STRIP[1])
        self._strip.setAccessibleName(self.tr("The chosen reference"))
        self._strip.setWidget(page)
        line = QFrame()
        line.setObjectName("hair")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rows, 3)
        column.addWidget(line)
        column.addWidget(self._strip, 2)
        for part in (self.rows, self._strip):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def show_guide(self, guide: Guide) -> None:
        """List the references of *guide*."""
        self._guide = guide
        self.rows.show_references(guide.references)
        self._show(None)

    def show_reference(self, key: str) -> None:
        """Choose a reference, and show it."""
        self.rows.show_reference(key)

    def _show(self, reference: Reference | None) -> None:
        for button in self._sections:
            button.hide()
            self._column.removeWidget(button)
            button.deleteLater()
        self._sections = []
        self.copy.show_reference(reference)
        self._said.set_whole("")
        if reference is None or self._guide is None:
            self._cited.setText(self.tr("Choose a reference to copy it and to see where the text cites it."))
            return
        sections = citing(self._guide, reference.key)
        self._cited.setText(self._where(len(sections)))
        self._sections = [self._link(section) for section in sections[:MOST]]
        self._strip.verticalScrollBar().setValue(0)

    def _where(self, count: int) -> str:
        if not count:
            return self.tr("The text does not cite it.")
        if count > MOST:
            return self.tr("Cited in {0} sections, first in these:").format(count)
        return self.tr("Cited in:")

    def _link(self, section: Section) -> QPushButton:
        button = ElidedButton(section.title)
        button.setProperty("link", True)
        button.setProperty("row", True)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        button.clicked.connect(lambda: self.place_requested.emit(Place(section.id)))
        self._column.insertWidget(self._column.count() - 1, button)
        button.show()
        return button

    def _offer(self, reference: Reference, where: QPoint) -> None:
        self.copy.show_menu(reference, where)

    def _say(self, sentence: str) -> None:
        self._said.set_whole(sentence)
        announce(self, sentence)
