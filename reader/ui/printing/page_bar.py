"""The bar below the pages: which page is in view, and how large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reader.ui import theme as look
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.steady import SteadyNumber
from reader.ui.widgets.step_button import StepButton
from reader.ui.widgets.text_button import text_button

ROOM = 540  # px: for all buttons
LEAST_ROOM = 400


class PageNumber(SteadyNumber):
    """The number of the page in view: typing another one goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)  # it goes once the number is whole
        self.setPrefix(self.tr("Page "))
        self.setAccessibleName(self.tr("Page in view"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_page(self, page: int, count: int) -> None:
        """Show a page, from 0, of so many."""
        blocked = self.blockSignals(True)
        self.setSpecialValueText("" if count else self.tr("Page"))  # no number, as long as there is none
        self.setRange(min(count, 1), count)
        self.setSuffix(self.tr(" of {0}").format(count))
        self.setEnabled(count > 0)
        self.setValue(page + 1)
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # or the dialog would take it for its button


class PageBar(QWidget):
    """Buttons of 44 px, and the number of the page."""

    turn_requested = Signal(int)  # by how many pages
    page_requested = Signal(int)  # from 0
    zoom_requested = Signal(int)  # steps larger
    width_requested = Signal()
    page_fit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = PageNumber()
        self._before = StepButton("up", self.tr("Page before"))
        self._after = StepButton("down", self.tr("Next page"))
        self.smaller = StepButton("minus", self.tr("Smaller"))
        self.larger = StepButton("plus", self.tr("Larger"))
        self.fit_width = self._choice(self.tr("Fit width"))
        self.whole_page = self._choice(self.tr("Whole page"))
        row = FlowLayout(look.scale().space["tight"])
        for part in (
            self._before,
            self.number,
            self._after,
            self.smaller,
            self.larger,
            self.fit_width,
            self.whole_page,
        ):
            row.addWidget(part)
            if isinstance(part, StepButton):
                part.setToolTip(part.accessibleName())
        self.setLayout(row)
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self.smaller.clicked.connect(self._shrink)
        self.larger.clicked.connect(self._grow)
        self.fit_width.clicked.connect(self.width_requested)
        self.whole_page.clicked.connect(self.page_fit_requested)
        self.number.valueChanged.connect(self._go_to)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to one line: what is left out, keys do; where there is so little room, its width is that of a page."""
        super().resizeEvent(event)
        width = event.size().width()
        for button in (self._before, self._after):
            button.setVisible(width >= ROOM)
        self.whole_page.setVisible(width >= LEAST_ROOM)

    def show_page(self, page: int, count: int) -> None:
        """Show which page is in view, from 0, of so many."""
        self.number.show_page(page, count)
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page < count - 1)

    def show_fit(self, fit: str) -> None:
        """Show what the size of the pages follows: "width", "page" or nothing, ""."""
        self.fit_width.setChecked(fit == "width")
        self.whole_page.setChecked(fit == "page")

    def _choice(self, words: str) -> QPushButton:
        button = text_button(words)
        button.setCheckable(True)
        return button

    def _go_back(self) -> None:
        self.turn_requested.emit(-1)

    def _go_on(self) -> None:
        self.turn_requested.emit(1)

    def _shrink(self) -> None:
        self.zoom_requested.emit(-1)

    def _grow(self) -> None:
        self.zoom_requested.emit(1)

    def _go_to(self, number: int) -> None:
        self.page_requested.emit(number - 1)
