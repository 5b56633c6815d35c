"""Below the table: why the chosen claim has its level, and its sources, each to be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.core.claim_table import Row
from reader.core.guide import Guide
from reader.core.records import Reference
from reader.ui import theme as look
from reader.ui.widgets.copy_buttons import CopyButtons


class Chosen(QScrollArea):
    """The reason and the references of one claim."""

    copied = Signal(str)  # what was copied, in a sentence

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._row: Row | None = None
        self._parts: list[QWidget] = []
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Why, and from which sources"))
        page = QWidget()
        page.setObjectName("panel")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16, 8, 8, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(page)

    def show_row(self, row: Row | None) -> None:
        """Tell of a row; nothing for None."""
        if row == self._row:
            return
        self._row = row
        for part in self._parts:
            part.hide()
            self._column.removeWidget(part)
            part.deleteLater()
        self._parts = []
        if row is None:
            return
        if row.claim.reason:
            self._add(self._label(self.tr("Why: {0}").format(row.claim.reason)))
        found = [each for key in row.claim.references if (each := self._guide.reference(key)) is not None]
        if not found:
            self._add(self._label(self.tr("No source is given."), quiet=True))
        for reference in found:
            number = f"{reference.number}. " if reference.number else ""
            self._add(self._source(f"{number}{reference.text}", reference))
        self.verticalScrollBar().setValue(0)

    def _source(self, words: str, reference: Reference) -> QWidget:
        button = CopyButtons(only_best=True)
        button.show_reference(reference)
        button.copied.connect(self.copied)
        source = QWidget()
        row = QHBoxLayout(source)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label(words, quiet=True), 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return source

    def _add(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, part)
        self._parts.append(part)
        part.show()

    def _label(self, text: str, *, quiet: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(look.sans())
        label.setContentsMargins(0, 8, 8, 2)
        label.setProperty("quiet", quiet)
        return label
