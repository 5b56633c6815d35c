"""One step of a route or an answer in words: what leads to what, what is said, how sure it is, what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.core.records import Reference
from reader.ui import theme as look
from reader.ui.pathway.legend import ROW, Legend
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.tip import tip

_LEAST_LINES = 2  # of a sentence, in a very low window


class Told(NamedTuple):
    """What is said at one step, or after the last one."""

    text: str
    level: str = ""  # a key of evidence.WORDS, or ""
    references: Sequence[Reference] = ()


class StepWords(QScrollArea):
    """Has room for the longest that is told of the route; in a window too low for that, it scrolls."""

    reference_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._every: Sequence[Told] = ()
        self._place = QLabel()
        self._ends = Elided()  # the drawing may have no room for both at once
        self._label = QLabel()
        self._evidence = Legend(theme)
        self._references = _References()
        self._references.chosen.connect(self.reference_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        for label, stretch in ((self._place, 0), (self._ends, 1)):
            label.setProperty("quiet", True)
            head.addWidget(label, stretch)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # sentences come from a stranger's file
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._label.setFont(look.sans())
        page = QWidget()
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for part in (self._label, self._evidence, self._references):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._evidence.set_theme(theme)

    def keep_room_for(self, every: Sequence[Told]) -> None:
        """Be as tall as the tallest of these."""
        self._every = every
        self.updateGeometry()

    def say(self, place: str, ends: Sequence[str], told: Told) -> None:
        """Show a step from its beginning: which one it is, "" for none, and what it leads from and to, or only is at.

        Where it leads is the last to be cut: the drawing may have no room for it.
        """
        *before, last = ends or ("",)
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._ends.set_whole(*((before[0], f" → {last}") if before else (last,)))
        self._ends.setVisible(bool(ends))
        self._label.setText(told.text)
        self._evidence.show_levels([told.level] if told.level else [])
        self._references.show_references(told.references)
        self.verticalScrollBar().setValue(0)

    def said(self) -> str:
        """Return what is shown, for those who hear it."""
        return " ".join(filter(None, (self._label.text(), self._evidence.accessibleDescription())))

    def sizeHint(self) -> QSize:
        return QSize(200, self._ends.sizeHint().height() + max(map(self._height_of, self._every), default=0))

    def _height_of(self, told: Told) -> int:
        room, flags = QRect(0, 0, max(80, self.width()), 100_000), int(Qt.TextFlag.TextWordWrap)
        words = self._label.fontMetrics().boundingRect(room, flags, told.text).height()
        return words + ROW * bool(told.level) + look.TARGET_PX * bool(told.references)

    def minimumSizeHint(self) -> QSize:
        least = _LEAST_LINES * self._label.fontMetrics().lineSpacing() + ROW
        return QSize(80, min(self.sizeHint().height(), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other widths, other heights
        is_cut = event.size().height() < self.sizeHint().height()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_cut else Qt.FocusPolicy.NoFocus)  # the keys scroll it


class _References(QWidget):
    """References by their numbers, in as many rows as they need."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[QPushButton] = []
        self._row = FlowLayout(0)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._row)

    def show_references(self, references: Sequence[Reference]) -> None:
        """Show others."""
        for button in self._buttons:
            button.hide()  # at once; deleteLater waits for the event loop
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(each) for each in references]
        self.setVisible(bool(references))

    def _button(self, reference: Reference) -> QPushButton:
        number = str(reference.number or reference.key)
        name = self.tr("Reference {0}: {1}").format(number, reference.text)
        button = text_button(self.tr("Reference {0}").format(number), "link", "inline", name=name)
        button.setToolTip(tip(reference.text))
        button.clicked.connect(lambda: self.chosen.emit(reference.key))
        self._row.addWidget(button)
        button.show()
        return button
