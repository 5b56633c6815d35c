"""How long the picture on the screen takes to become the right one after something was asked for.

The right picture is the one that stands when nothing has been painted for a while. After each round of the event loop
that painted something, the screen is read; the time is that of the first picture from which on all are the right one,
the last that differs from the one before it. No picture is kept longer: hundreds would be a load on what is measured.
The clock stands still while the screen is read. A grab of the widgets would not do: it paints them anew.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

QUIET = 0.25  # seconds without paint after which the picture stands
LIMIT = 20.0


class Taken(NamedTuple):
    """How long something took, in milliseconds, and whether it changed the picture at all."""

    ms: float  # of the whole window: what is below the text, too, and the length of its scroll bar
    text_ms: float  # of the text that is in view
    changed: bool


class Stopwatch(QObject):
    """Watches one window."""

    def __init__(self, window: QWidget, text: QWidget) -> None:
        super().__init__()
        self._window = window
        self._text = text
        self._painted = False
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that something was painted."""
        if event.type() == QEvent.Type.Paint:
            self._painted = True
        return False

    def end(self) -> None:
        """Watch no more: at the end of the program, each event would ask Python."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def picture(self) -> QImage:
        """Return what the screen shows of the window."""
        return self._window.screen().grabWindow(self._window.winId()).toImage()

    def settle(self) -> None:
        """Wait until nothing is painted any more."""
        last = perf_counter()
        end = last + LIMIT
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # which waits for a loop that is not here
        while perf_counter() - last < QUIET and perf_counter() < end:
            self._painted = False
            QApplication.processEvents()
            if self._painted:
                last = perf_counter()

    def until_right(self, act: Callable[[], object]) -> Taken:
        """Do something, and return how long it took until the right picture stood."""
        self.settle()
        before = shown = self.picture()
        text_shown = QImage()
        ms = text_ms = paused = 0.0
        start = perf_counter()
        act()
        last = perf_counter()
        while perf_counter() - last < QUIET and perf_counter() - start < LIMIT:
            self._painted = False
            QApplication.processEvents()
            if self._painted:
                now = perf_counter()
                moment = (now - start - paused) * 1000
                picture = self.picture()
                text = picture.copy(self._text_rect())
                if picture != shown or not ms:
                    ms, shown = moment, picture
                if text != text_shown:
                    text_ms, text_shown = moment, text
                last = perf_counter()
                paused += last - now
        return Taken(ms, text_ms, shown != before)

    def _text_rect(self) -> QRect:
        """Return where the text is in the picture, in its pixels."""
        scale = self._window.devicePixelRatioF()
        return QRect(self._text.mapTo(self._window, QPoint(0, 0)) * scale, self._text.size() * scale)

    def frame(self, act: Callable[[], object]) -> float:
        """Do something, and return how long it took until its first paint was done, in milliseconds."""
        QApplication.processEvents()
        self._painted = False
        start = perf_counter()
        act()
        while not self._painted and perf_counter() - start < 0.25:
            QApplication.processEvents()
        return (perf_counter() - start) * 1000 if self._painted else 0.0
