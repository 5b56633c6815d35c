"""Which commands can be chosen now: few without a guide, none that acts on an article that is not in sight."""

from __future__ import annotations

from PySide6.QtGui import QAction

from reader.ui import commands


class Availability:
    """Lets commands be chosen, or not."""

    def __init__(self, actions: dict[str, QAction]) -> None:
        self._actions = actions
        self._resting: list[QAction] = []  # what would act on the article, while all guides are shown
        self._offer(False)
        self.show_history(False, False)

    @property
    def is_resting(self) -> bool:
        """Whether a guide is open, and not in sight."""
        return bool(self._resting)

    def show_guide(self) -> None:
        """Let everything be chosen that acts on a guide, which has been opened."""
        self._resting.clear()
        self._offer(True)
        self.show_history(False, False)

    def show_history(self, can_go_back: bool, can_go_forward: bool) -> None:
        """Show whether there is a way back and forward."""
        self._actions["back"].setEnabled(can_go_back)
        self._actions["forward"].setEnabled(can_go_forward)

    def rest(self) -> None:
        """Let nothing be chosen that acts on the article, until ``go_on``."""
        for command in commands.COMMANDS:
            action = self._actions[command.id]
            if action.isEnabled() and not command.always and command.id != "reload":  # which may be offered meanwhile
                action.setEnabled(False)
                self._resting.append(action)

    def go_on(self) -> None:
        """Let everything be chosen again that could be before the rest."""
        for action in self._resting:
            action.setEnabled(True)
        self._resting.clear()

    def _offer(self, has_guide: bool) -> None:
        for command in commands.COMMANDS:
            self._actions[command.id].setEnabled(has_guide or command.always)
