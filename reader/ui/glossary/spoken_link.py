"""What a screen reader is told of a link inside a text: that it is a link, and that it can be pressed."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget


class SpokenLink(QAccessibleWidget):
    """Stands for a button whose words are a link: Qt knows a button by its class, and would call it so."""

    def __init__(self, link: QAbstractButton) -> None:
        super().__init__(link, QAccessible.Role.Link)
        self._link = link

    def actionNames(self) -> list[str]:
        """Return what can be done with it."""
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Follow the link, as a click does; or give it the keyboard."""
        if name == QAccessibleActionInterface.pressAction():
            self._link.click()
        else:
            super().doAction(name)


@cache
def speak_as_links(kind: type[QAbstractButton]) -> None:
    """Let each part of this class be a link for screen readers, from now on; asked again, it does nothing."""

    def spoken(name: str, part: QObject | None) -> SpokenLink | None:
        return SpokenLink(part) if name == kind.__name__ and isinstance(part, kind) else None

    QAccessible.installFactory(spoken)
