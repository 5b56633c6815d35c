"""What the notice says with a button that does something about it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from reader.ui.notice import Notice


class Offers(QObject):
    """Puts sentences in the notice, each with the command that answers it."""

    def __init__(self, notice: Notice, actions: dict[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._notice, self._actions = notice, actions

    def offer_reload(self) -> None:
        """Say that the guide's files have changed, with the choice to see them as they are now."""
        said = self.tr("This guide’s files have changed.")
        self._notice.offer(said, self.tr("Show the new version"), self._actions["reload"])

    def show_done(self, said: str, is_undone: bool) -> None:
        """Say what was done to the notes, with the way back."""
        if is_undone:
            self._notice.offer(said, self.tr("Do it again"), self._actions["redo"], stays=True)
        else:
            self._notice.offer(said, self.tr("Undo"), self._actions["undo"], stays=True)

    def show_collected(self, said: str, words: str, action: QAction) -> None:
        """Say what was done to the handout, with the way back, *action*, on a button that says *words*."""
        self._notice.offer(said, words, action, stays=True)

    def show_not_kept(self, said: str) -> None:
        """Say what of the notes could not be kept, with the choice to try again."""
        self._notice.offer(said, self.tr("Try again"), self._actions["keep_again"], is_wrong=True)
