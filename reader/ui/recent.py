"""The guides that were open before, at the end of the File menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.session import Session


class RecentMenu(QObject):
    """A submenu of recent guides, before the action that is given."""

    chosen = Signal(str)

    def __init__(self, session: Session, menu: QMenu, before: QAction) -> None:
        super().__init__(menu)
        self._session = session
        self._menu = QMenu(self.tr("Open &recent"), menu)
        menu.insertMenu(before, self._menu)
        self._menu.triggered.connect(self._choose)
        self.refresh()

    def refresh(self) -> None:
        """List what was open before, folders or files, the newest first."""
        self._menu.clear()
        for name in self._session.recent:
            path = Path(name)
            # & is a menu's mark for a key: doubled, it is itself
            action = self._menu.addAction(f"{path.name} — {path.parent}".replace("&", "&&"))
            action.setData(name)
        self._menu.setEnabled(bool(self._session.recent))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
