"""The guides that were open before, at the end of the File menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.core.library import Library
from reader.core.source import printable
from reader.session import Session

if TYPE_CHECKING:  # else imported when the menu opens
    from reader.core.shelf import Choice

LONGEST = 60  # letters of a title, or of a folder's name


class RecentMenu(QObject):
    """A submenu of recent guides, before the action that is given. It is filled when the menu around it opens."""

    chosen = Signal(str)

    def __init__(self, library: Library, session: Session, menu: QMenu, before: QAction) -> None:
        super().__init__(menu)
        self._library = library
        self._session = session
        self._menu = QMenu(self.tr("Open &recent"), menu)
        menu.insertMenu(before, self._menu)
        menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._choose)

    def _fill(self) -> None:
        """List what was open before, the newest first, by its title and the name of its folder or file."""
        from reader.core import shelf

        self._menu.clear()
        choices = [each for each in shelf.choices(self._library, self._session) if each.was_open]
        for choice in choices:
            action = self._menu.addAction(_words(choice))
            action.setData(choice.name)
        self._menu.setEnabled(bool(choices))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())


def _words(choice: Choice) -> str:
    path = Path(choice.name)
    # Two folders may have one title, and two untitled files one name.
    where = path.parent.name if choice.title == printable(path.name) else path.name
    words = _short(choice.title) if choice.is_installed else f"{_short(choice.title)} — {_short(where)}"
    return words.replace("&", "&&")  # & is a menu's mark for a key: doubled, it is itself


def _short(text: str) -> str:
    text = printable(text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
