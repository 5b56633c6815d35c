"""The preview: pages in a scroll area, with zoom and the number of the page in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.ui.printing.pages import A4, GAP, Pages
from reader.ui.printing.plates import Plate, Plates

REST_MS = 30  # after the last movement, before the pages in view are drawn
ZOOM = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Preview(QWidget):
    """Shows the pages of a PDF; the pictures of those in view are drawn by `Plates`."""

    MOST_PPI = 300.0

    def __init__(self, plates: Plates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plates = plates
        self.pages = Pages()
        self._drawn: dict[int, float] = {}  # page -> pixels an inch of its picture
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw)
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
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def ppi(self) -> float:
        """How many pixels of the screen an inch of paper is shown with."""
        return 96 * self.pages.scale * self.devicePixelRatio()

    def show_pages(self, sizes: Sequence[QSizeF], *, from_the_top: bool) -> None:
        """Show pages of these sizes, in points, as soon as they are drawn."""
        self.pages.show_pages(sizes)
        self._drawn.clear()
        if from_the_top:
            self._scroll.verticalScrollBar().setValue(0)
        self._say_where()
        self._draw()

    def set_picture(self, plate: Plate, picture: QImage) -> None:
        """Show a page that was drawn."""
        self._drawn[plate.page] = plate.ppi
        self.pages.set_picture(plate.page, picture)

    def _draw(self) -> None:
        """Have the pages in view drawn, with one pixel for each of the screen's, so that nothing blurs them."""
        top, viewport = self._scroll.verticalScrollBar().value(), self._scroll.viewport()
        seen = self.pages.in_view(QRect(0, top, self.pages.width(), viewport.height()))
        ppi = min(self.ppi, self.MOST_PPI)
        self._plates.draw([Plate(page, ppi) for page in seen if abs(self._drawn.get(page, 0) - ppi) > 0.5])

    def show_larger(self) -> None:
        """Show the pages one step larger."""
        self._zoom(next((step for step in ZOOM if step > self.pages.scale + 0.01), ZOOM[-1]))

    def show_smaller(self) -> None:
        """Show the pages one step smaller."""
        self._zoom(next((step for step in reversed(ZOOM) if step < self.pages.scale - 0.01), ZOOM[0]))

    def fit_width(self) -> None:
        """Show the pages as wide as there is room, now and after each change of the window."""
        room = self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width() - 2 * GAP
        self._zoom(min(max(room / (A4.width() * 96 / 72), ZOOM[0]), ZOOM[-1]))
        self._is_fitted = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self._column.activate()  # or the scroll area still has its old width
            self.fit_width()
        self._rest.start()

    def _zoom(self, scale: float) -> None:
        self._is_fitted = False
        if abs(scale - self.pages.scale) < 0.001:
            return
        bar = self._scroll.verticalScrollBar()
        centre = (bar.value() + self._scroll.viewport().height() / 2) / max(self.pages.height(), 1)
        self.pages.set_scale(scale)
        bar.setValue(round(centre * self.pages.height() - self._scroll.viewport().height() / 2))
        self._say_where()
        self._rest.start()

    def _scrolled(self) -> None:
        self._say_where()
        self._rest.start()

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
