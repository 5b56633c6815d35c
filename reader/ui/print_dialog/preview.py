"""The preview: pages in a scroll area, with zoom and the number of the page in view."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.ui.print_dialog.pages import A4, GAP, Pages

ZOOM = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Preview(QWidget):
    """Shows page pictures; asks for sharper ones when the zoom needs them."""

    scaled = Signal()  # the pages are shown larger or smaller than before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = Pages()
        self._is_fitted = True  # to the width, also when the window is resized
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.pages)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Preview"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._where = QLabel()
        self._smaller = self._button(self.tr("−"), self.tr("Smaller"), QKeySequence.StandardKey.ZoomOut)
        self._larger = self._button(self.tr("+"), self.tr("Larger"), QKeySequence.StandardKey.ZoomIn)
        self._fit = self._button(self.tr("Fit width"), self.tr("Fit the page to the width"), QKeySequence("Ctrl+0"))
        row = QHBoxLayout()
        for button in (self._smaller, self._larger, self._fit):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._where)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(row)
        self._smaller.clicked.connect(self.show_smaller)
        self._larger.clicked.connect(self.show_larger)
        self._fit.clicked.connect(self.fit_width)
        self._scroll.verticalScrollBar().valueChanged.connect(self._say_where)

    @property
    def ppi(self) -> float:
        """How many pixels of the screen an inch of paper is shown with."""
        return 96 * self.pages.scale * self.devicePixelRatio()

    def show_pages(self, files: Sequence[Path], *, from_the_top: bool) -> None:
        """Show these pictures."""
        self.pages.show_pages(files)
        if from_the_top:
            self._scroll.verticalScrollBar().setValue(0)
        self._say_where()

    def show_larger(self) -> None:
        """Show the pages one step larger."""
        self._zoom(next((step for step in ZOOM if step > self.pages.scale + 0.01), ZOOM[-1]))

    def show_smaller(self) -> None:
        """Show the pages one step smaller."""
        self._zoom(next((step for step in reversed(ZOOM) if step < self.pages.scale - 0.01), ZOOM[0]))

    def fit_width(self) -> None:
        """Show the pages as wide as there is room, now and after each change of the window."""
        room = self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width() - 2 * GAP
        self._zoom(min(max(room / A4.width(), ZOOM[0]), ZOOM[-1]))
        self._is_fitted = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self._column.activate()  # or the scroll area still has its old width
            self.fit_width()

    def _zoom(self, scale: float) -> None:
        self._is_fitted = False
        if abs(scale - self.pages.scale) < 0.001:
            return
        bar = self._scroll.verticalScrollBar()
        centre = (bar.value() + self._scroll.viewport().height() / 2) / max(self.pages.height(), 1)
        self.pages.set_scale(scale)
        bar.setValue(round(centre * self.pages.height() - self._scroll.viewport().height() / 2))
        self._say_where()
        self.scaled.emit()

    def _say_where(self) -> None:
        centre = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height() // 2
        number = self.pages.page_at(centre)
        words = self.tr("Page {0} of {1}").format(number, self.pages.count) if number else ""
        self._where.setText(words)
        self.pages.setAccessibleDescription(words)

    def _button(self, text: str, name: str, keys: QKeySequence | QKeySequence.StandardKey) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        QShortcut(keys, self, button.click)
        return button
