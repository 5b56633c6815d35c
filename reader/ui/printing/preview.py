"""The preview: the real pages of a PDF, with small pictures of all of them and their number beside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui.printing.page_area import PageArea
from reader.ui.printing.page_bar import PageBar
from reader.ui.printing.pages import A4, GAP, PPI, Pages
from reader.ui.printing.plates import Drawn, Plates, Sheets
from reader.ui.printing.thumbnails import WIDTH, Thumbnails

REST_MS = 15  # between two looks at what is in view, while it moves
ZOOM = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
ROOM = WIDTH + 420  # px: with less, the small pictures would leave too little for the pages


class Preview(QWidget):
    """Shows one PDF after the other; the one before stays until the next can be shown."""

    shown = Signal(int)  # how many pages there are
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plates = Plates(self)
        self._sheets = Sheets([], [])
        self._words: dict[int, str] = {}
        self._page = 0  # in view
        self._from_the_top = True
        self._fit = "width"  # what the size follows: "width", "page" or nothing
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.pages = Pages()
        self.area = PageArea(self.pages)
        self.area.setAccessibleName(self.tr("Preview"))
        self.area.setObjectName("pages")
        self.thumbnails = Thumbnails()
        self.bar = PageBar()
        self._lay_out()
        self._connect()
        self._say_where()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.thumbnails)
        row.addWidget(self.area, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(*[look.scale().space["near"]] * 4)
        foot.addWidget(self.bar)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._plates.opened.connect(self._show_pages)
        self._plates.drawn.connect(self._show_picture)
        self._plates.failed.connect(self.failed)
        self._rest.timeout.connect(self._draw)
        self.area.moved.connect(self._move)
        self.thumbnails.moved.connect(self._look_again)
        self.thumbnails.chosen.connect(self.go_to)
        self.bar.page_requested.connect(self.go_to)
        self.bar.width_requested.connect(self.fit_width)
        self.bar.page_fit_requested.connect(self.fit_page)
        self.area.fit_requested.connect(self.fit_width)
        self.area.end_requested.connect(self._go_to_end)
        for part in (self.area, self.bar):
            part.turn_requested.connect(self._turn)
            part.zoom_requested.connect(self.zoom)
        keys = QKeySequence.StandardKey
        QShortcut(keys.ZoomIn, self, self.bar.larger.click)
        QShortcut(keys.ZoomOut, self, self.bar.smaller.click)
        QShortcut(QKeySequence("Ctrl+0"), self, self.fit_width)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.pages.count

    def show_file(self, pdf: Path, *, from_the_top: bool = False) -> None:
        """Show the pages of *pdf* once they are read: at the place where one is, or *from_the_top*."""
        self._from_the_top = from_the_top
        self._plates.open(pdf)

    def stop(self) -> None:
        """Draw no more: nobody looks any longer."""
        self._rest.stop()
        self._plates.close()

    def go_to(self, page: int) -> None:
        """Show a page, from 0, from its top."""
        if not 0 <= page < self.count:
            return
        self.area.verticalScrollBar().setValue(self.pages.place(page).top() - GAP)
        self._page = page  # also where the end of the last page keeps it from the top
        self._say_where()
        self._draw()

    def zoom(self, steps: int) -> None:
        """Show the pages so many steps larger."""
        for _ in range(abs(steps)):
            scale = self.pages.scale
            larger = next((each for each in ZOOM if each > scale + 0.01), ZOOM[-1])
            smaller = next((each for each in reversed(ZOOM) if each < scale - 0.01), ZOOM[0])
            self._set_scale(larger if steps > 0 else smaller, "")

    def fit_width(self) -> None:
        """Show the pages as wide as there is room, now and after each change of the window."""
        self._set_scale(self._room().width() / self._size().width(), "width")

    def fit_page(self) -> None:
        """Show a page whole, now and after each change of the window."""
        room, size = self._room(), self._size()
        self._set_scale(min(room.width() / size.width(), room.height() / size.height()), "page")
        self.go_to(self._page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.thumbnails.setVisible(event.size().width() >= ROOM)
        self._refit()

    # The size

    def _refit(self) -> None:
        if self._fit == "width":
            self.fit_width()
        elif self._fit == "page":
            self.fit_page()

    def _set_scale(self, scale: float, fit: str) -> None:
        """Show the pages at a scale; what is in the middle stays there, at the top where the size follows the room."""
        self._fit = fit
        self.bar.show_fit(fit)
        scale = min(max(scale, ZOOM[0]), ZOOM[-1])
        if abs(scale - self.pages.scale) < 0.001:
            return
        below = 0 if fit else self.area.viewport().height() // 2
        still = self.area.verticalScrollBar().value() + below
        page = max(self.pages.page_at(still), 0)
        before = self.pages.place(page)
        share = (still - before.top()) / before.height()
        self.pages.set_scale(scale)
        after = self.pages.place(page)
        self.area.verticalScrollBar().setValue(round(after.top() + share * after.height()) - below)
        across = self.area.horizontalScrollBar()
        across.setValue((across.minimum() + across.maximum()) // 2)
        self._move()

    def _room(self) -> QSize:
        self._column.activate()  # or the area still has the size it had before this one changed
        bar = self.area.verticalScrollBar().sizeHint().width()
        return self.area.contentsRect().size() - QSize(bar + 2 * GAP, 2 * GAP)

    def _size(self) -> QSizeF:
        return (self.pages.sizes[0] if self.count else A4) * (PPI / 72)

    # The pages

    def _show_pages(self, sheets: Sheets) -> None:
        same_place = self.area.verticalScrollBar().value() if self.count and not self._from_the_top else 0
        self._sheets, self._words = sheets, {}
        self.pages.show_pages(sheets.sizes, self.pages.in_view(self.area.area))
        self.thumbnails.show_pages(sheets)
        self._refit()
        self.area.verticalScrollBar().setValue(same_place)
        self._find_page()
        self._draw()
        self.shown.emit(self.count)

    def _show_picture(self, drawn: Drawn) -> None:
        page = drawn.plate.page
        if drawn.words:
            self._words[page] = drawn.words
            self.thumbnails.set_words(page, drawn.words)
            if page == self._page:
                self._describe()
        if drawn.plate == self.thumbnails.plate(page):
            self.thumbnails.set_picture(drawn)
        else:
            self.pages.set_picture(drawn, self.pages.in_view(self.area.area))

    def _draw(self) -> None:
        """Have drawn what is in view, with one pixel for each of the screen's, so that nothing blurs it."""
        self._plates.draw([*self.pages.missing(self.area.area), *self.thumbnails.missing()])

    def _move(self) -> None:
        self._find_page()
        self._look_again()

    def _look_again(self) -> None:
        if not self._rest.isActive():  # else it would wait for the end of a long movement
            self._rest.start()

    # The place

    def _turn(self, steps: int) -> None:
        self.go_to(min(max(self._page + steps, 0), self.count - 1))

    def _go_to_end(self, is_last: bool) -> None:
        self.go_to(self.count - 1 if is_last else 0)

    def _find_page(self) -> None:
        """Find the page that most of the view shows; at the end of everything, the last."""
        bar = self.area.verticalScrollBar()
        half = min(self.area.viewport().height(), self.pages.place(0).height()) // 2
        is_end = 0 < bar.value() == bar.maximum()
        self._page = self.count - 1 if is_end else max(self.pages.page_at(bar.value() + half), 0)
        self._say_where()

    def _say_where(self) -> None:
        self.bar.show_page(self._page, self.count)
        if self.count:
            self.thumbnails.mark(self._page)
        self._describe()

    def _describe(self) -> None:
        """Let a screen reader say what is on the page in view."""
        if not self.count:
            return
        where = self.tr("Page {0} of {1}").format(self._page + 1, self.count)
        headings = "; ".join(self._sheets.headings[self._page])
        said = (where, headings, self._words.get(self._page, ""))
        self.pages.setAccessibleDescription(". ".join(filter(None, said)))
