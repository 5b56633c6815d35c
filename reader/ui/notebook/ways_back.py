"""Undo and redo for a window of its own: of what was done since it was opened, and nothing older."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.core.notebook.undo import Act, Undo
from reader.ui.notebook.ledger import Ledger


class WaysBack(QObject):
    """The two actions, with the keys that they have everywhere."""

    def __init__(self, ledger: Ledger, undo: QAction, redo: QAction, window: QWidget) -> None:
        """*undo* and *redo* are those of the main window, which end where *window* was opened."""
        super().__init__(window)
        self._ledger = ledger
        self.undo, self.redo = QAction(window), QAction(window)
        for ours, theirs in ((self.undo, undo), (self.redo, redo)):
            ours.setShortcuts(theirs.shortcuts())
            ours.triggered.connect(theirs.trigger)
            window.addAction(ours)
        self._undoing: Undo | None = None
        self._oldest: tuple[Act | None, Act | None] = None, None
        self.begin()

    def begin(self) -> None:
        """Take what was done so far for older than the window."""
        self._undoing = undoing = self._ledger.undoing
        self._oldest = undoing.newest, undoing.newest_undone
        self.refresh()

    def refresh(self) -> None:
        """Offer what can be undone and done again now."""
        undoing = self._ledger.undoing
        if undoing is not self._undoing:  # all was deleted meanwhile
            self._undoing, self._oldest = undoing, (None, None)
        done, undone = undoing.words
        is_older, was_undone_before = undoing.newest is self._oldest[0], undoing.newest_undone is self._oldest[1]
        name(self.undo, self.redo, ("" if is_older else done, "" if was_undone_before else undone))


def name(undo: QAction, redo: QAction, words: tuple[str, str]) -> None:
    """Let two actions say what they would undo and do again; "" for nothing: they are off."""
    for action, act, plain, named in (
        (undo, words[0], _tr("&Undo"), _tr("&Undo: {0}")),
        (redo, words[1], _tr("&Do it again"), _tr("&Do it again: {0}")),
    ):
        action.setText(named.format(act) if act else plain)
        action.setEnabled(bool(act))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ways_back", text)
