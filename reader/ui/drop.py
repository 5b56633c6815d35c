"""Folders and files dropped on the window open as guides; while they are dragged, a sign says what will happen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reader.core import source
from reader.core.source import printable
from reader.ui import theme as look


class Drops(QObject):
    """Takes what is dropped on *window*; the sign lies over *body*. Nothing is ever fetched, moved or changed."""

    guide_dropped = Signal(str)  # a folder or file
    refused = Signal(str)  # a sentence

    def __init__(self, window: QWidget, body: QWidget) -> None:
        super().__init__(window)
        self._body = body
        self._sign: _Sign | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer what is dragged over the window and dropped on it."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._hide()
        elif isinstance(event, QDropEvent) and kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            if not (event.mimeData().hasUrls() and event.possibleActions() & Qt.DropAction.CopyAction):
                return False  # words, or what would be gone from its place if we took it
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if kind == QEvent.Type.DragEnter:
                self._say(_files(event))
            else:
                self._hide()
                self._take(_files(event))
            return True
        return super().eventFilter(watched, event)

    def _say(self, files: list[str]) -> None:
        if self._sign is None:
            self._sign = _Sign(self._body)
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


class _Sign(QFrame):
    """A sentence in the middle of what lies under it, which the mouse does not feel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFont(look.serif(look.scale().word))
        space = look.scale().space["wide"]
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(space, space, space, space)
        self._rows.addWidget(self._words)

    def show_words(self, words: str) -> None:
        """Show a sentence."""
        self._words.setText(words)
        self.setAccessibleName(words)
        room = self._ground.rect()
        width = min(480, room.width() - 2 * look.scale().space["apart"])
        height = self._rows.totalHeightForWidth(width)
        self.setGeometry(room.center().x() - width // 2, room.center().y() - height // 2, width, height)
        self.raise_()
        self.show()


def _files(event: QDropEvent) -> list[str]:
    """Return the files and folders of this machine among what is dragged."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


def _name(file: str) -> str:
    return printable(Path(file).name or file)
