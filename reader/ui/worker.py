"""Work that may wait for a slow disk, done beside the window so that it never waits with it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # else imported with the first piece of work
    from reader.ui.news import LetterBox, News


class Worker(QObject):
    """Does one piece of work in a thread of its own and hands the result to the window's thread.

    The thread is nobody's to wait for: a network drive that hangs must not keep the program from ending.
    """

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news: News | None = None

    def start(self, work: Callable[[], object]) -> None:
        """Begin *work*, which must touch no widget and raise nothing; `done` carries what it returns."""
        from threading import Thread

        from reader.ui.news import News

        self._news = self._news or News(self)
        Thread(target=_do, args=(self._news.box, work), daemon=True).start()


def _do(news: LetterBox, work: Callable[[], object]) -> None:
    result = work()
    with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
        news.put("done", result)
