"""Folders and files dropped on the window open as guides; while they are dragged, a sign says what will happen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core import source
from reader.core.source import printable

if TYPE_CHECKING:  # else imported when something is dragged
    from PySide6.QtGui import QDropEvent

    from reader.ui.guides.drop_sign import DropSign


class Drops(QObject):
    """Takes what is dropped on *window*; the sign lies over *body*. Nothing is ever fetched, moved or changed."""

    guide_dropped = Signal(str)  # a folder or file
    refused = Signal(str)  # a sentence

    def __init__(self, window: QWidget, body: QWidget) -> None:
        super().__init__(window)
        self._body = body
        self._sign: DropSign | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer what is dragged over the window and dropped on it."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._hide()
        elif kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return self._answer(cast("QDropEvent", event), kind)
        return super().eventFilter(watched, event)

    def _answer(self, event: QDropEvent, kind: QEvent.Type) -> bool:
        """Return whether this is something we would take: not words, and nothing that would be gone from its place."""
        if not (event.mimeData().hasUrls() and event.possibleActions() & Qt.DropAction.CopyAction):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if kind == QEvent.Type.DragEnter:
            self._say(_files(event))
        elif kind == QEvent.Type.Drop:
            self._hide()
            self._take(_files(event))
        return True

    def _say(self, files: list[str]) -> None:
        if self._sign is None:
            from reader.ui.guides.drop_sign import DropSign

            self._sign = DropSign(self._body)
        if not files:
            words = self.tr("This cannot be opened: it is not a file or folder of this machine.")
        elif len(files) == 1:
            words = self.tr("Let go to open “{0}”.").format(_name(files[0]))
        else:
            words = self.tr("Let go to open the first of these {1}: “{0}”.").format(_name(files[0]), len(files))
        self._sign.show_words(words)

    def _hide(self) -> None:
        if self._sign is not None:
            self._sign.hide()

    def _take(self, files: list[str]) -> None:
        if not files:
            self.refused.emit(
                self.tr("This is not a file or folder of this machine, so it was not opened. Nothing was fetched.")
            )
            return
        self.guide_dropped.emit(str(source.guide_of(Path(files[0]))))
        if len(files) > 1:
            words = self.tr("One guide is open at a time: of these {0}, the first was taken, “{1}”.")
            self.refused.emit(words.format(len(files), _name(files[0])))


def _files(event: QDropEvent) -> list[str]:
    """Return the files and folders of this machine among what is dragged."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


def _name(file: str) -> str:
    return printable(Path(file).name or file)
