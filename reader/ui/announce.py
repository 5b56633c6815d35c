"""Say something through the screen reader that no focus and no change of text would make it say."""

from __future__ import annotations

from PySide6.QtCore import QObject


def announce(speaker: QObject, sentence: str) -> None:
    """Let the screen reader, when there is one, say *sentence* (WCAG 2.2, 4.1.3)."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # late: most starts say nothing

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, sentence))


def focus_child(parent: QObject, index: int) -> None:
    """Tell the screen reader that one of the things drawn in *parent*, the child of that number, has the keyboard."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    event = QAccessibleEvent(parent, QAccessible.Event.Focus)
    event.setChild(index)
    QAccessible.updateAccessibility(event)
