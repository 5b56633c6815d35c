"""Lets the window close once all is kept; where something is not, it asks once, plainly."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from reader.ui.notebook.editor import Editor
from reader.ui.notebook.ledger import Ledger

WAIT_MS = 1_500  # for a disk that is slow; mostly it has answered in 20


class Leaving(QObject):
    """Hears that the window is to close."""

    def __init__(self, ledger: Ledger, editor: Editor, window: QWidget) -> None:
        super().__init__(window)
        self._ledger, self._editor, self._window = ledger, editor, window
        self._is_asking = False

    def ask(self, event: QCloseEvent) -> None:
        """Refuse *event* where somebody wants to see to what is not kept."""
        if self._is_asking:
            event.ignore()
            return
        self._is_asking = True
        self._editor.leave()
        self._wait()
        if self._ledger.unsettled:
            self._show(event)
        self._is_asking = False

    def _show(self, event: QCloseEvent) -> None:
        from reader.ui.notebook.not_kept import NotKept  # late: mostly all is kept

        dialog = NotKept(self._window)
        while wishes := self._ledger.unsettled:
            dialog.show_wishes(wishes, self._ledger.reason)
            if not dialog.exec():
                event.ignore()
                break
            if not dialog.wants_again:
                break
            self._ledger.try_again()
            self._wait()
        dialog.deleteLater()

    def _wait(self) -> None:
        """Wait until the scribe has answered all, but not long."""
        if not self._ledger.is_waiting:
            return
        loop = QEventLoop()
        self._ledger.settled.connect(loop.quit)
        QTimer.singleShot(WAIT_MS, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
