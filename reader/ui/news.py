"""News from other threads: they are put in a letter box, and told as signals in the window's thread."""

from __future__ import annotations

import contextlib
import weakref
from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, QSocketNotifier


class LetterBox:
    """Takes news from any thread, which need hold nothing of Qt's.

    An object of Qt's whose last holder is another thread would be ended there, with its events still on their way: that
    ends the program. So news name the signal that tells them.
    """

    def __init__(self) -> None:
        import socket  # not needed before the first picture stands

        self._letters: deque[tuple[str, tuple[object, ...]]] = deque()
        self.window, self._thread = socket.socketpair()  # a byte through it wakes the window
        for end in (self.window, self._thread):
            end.setblocking(False)
            weakref.finalize(self, end.close)
        self.is_open = True

    def put(self, signal: str, *values: object) -> None:
        """Have a signal emitted. Raises RuntimeError where the window is gone."""
        if not self.is_open:
            raise RuntimeError("nobody listens any more")
        self._letters.append((signal, values))
        try:
            self._thread.send(b"!")
        except BlockingIOError:  # it is full of bytes: the window is about to wake
            pass
        except OSError as error:  # the program ends, which closes both ends before it ends its threads
            self.close()
            raise RuntimeError("nobody listens any more") from error

    def take(self) -> Iterator[tuple[str, tuple[object, ...]]]:
        """Yield what has come, as long as somebody listens: who hears one letter may end who tells them."""
        with contextlib.suppress(BlockingIOError):
            self.window.recv(4096)
        while self._letters and self.is_open:
            yield self._letters.popleft()

    def close(self) -> None:
        """Take nothing any more."""
        self.is_open = False


class News(QObject):
    """Lets an object emit the signals that are named in its letter box."""

    def __init__(self, speaker: QObject) -> None:
        super().__init__(speaker)
        self.box = LetterBox()
        self._notifier = QSocketNotifier(self.box.window.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)
        self.destroyed.connect(self.box.close)

    def _tell(self) -> None:
        for signal, values in self.box.take():
            getattr(self.parent(), signal).emit(*values)
