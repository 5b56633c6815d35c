"""One step of an answer in words: what leads to what, the sentence, how sure it is, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.core.guide import Reference
from reader.ui import theme as look
from reader.ui.pathway.legend import ROW, Legend
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.tip import tip

_LEAST_LINES = 2  # of a sentence, in a very low window


class AnswerWords(QScrollArea):
    """Has room for the longest sentence of the answer; in a window too low for that, it scrolls."""

    reference_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._told: Sequence[str] = ()
        self._place = Elided()
        self._label = QLabel()
        self._evidence = Legend(theme)
        self._references = _References()
        self._references.chosen.connect(self.reference_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        self._place.setProperty("quiet", True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # sentences come from a stranger's file
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._label.setFont(look.sans())
        page = QWidget()
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._place, self._label, self._evidence, self._references):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._evidence.set_theme(theme)

    def keep_room_for(self, told: Sequence[str]) -> None:
        """Be as tall as the tallest of these sentences needs."""
        self._told = told
        self.updateGeometry()

    def say(self, place: str, text: str, level: str, references: Sequence[Reference]) -> None:
        """Show a step from its beginning; *place* is which one and what it leads from and to, "" for the closing words,
        *level* is a key of evidence.WORDS, or "".
        """
        self._place.set_whole(place)
        self._place.setVisible(bool(place))
        self._label.setText(text)
        self._evidence.show_levels([level] if level else [])
        self._references.show_references(references)
        self.verticalScrollBar().setValue(0)

    def said(self) -> str:
        """Return what is shown, for those who hear it."""
        return " ".join(filter(None, (self._label.text(), self._evidence.accessibleDescription())))

    def sizeHint(self) -> QSize:
        room, flags = QRect(0, 0, max(80, self.width()), 100_000), int(Qt.TextFlag.TextWordWrap)
        bounds = self._label.fontMetrics().boundingRect
        tallest = max((bounds(room, flags, text).height() for text in self._told), default=0)
        return QSize(200, self._place.sizeHint().height() + tallest + ROW + look.TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _LEAST_LINES * self._label.fontMetrics().lineSpacing() + ROW)

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
