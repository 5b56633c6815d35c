"""What an empty notebook says: how to begin, by the mouse and with the keys as they are now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence


def beginning(actions: Mapping[str, QAction]) -> str:
    """Return a few sentences; *actions* are the window's, by the ids of their commands."""
    first = _tr("Your notes on this guide will be listed here. To begin, choose some words in the article.")
    mouse = _tr("By mouse: press the right button on them, and take “Highlight” or “Note”.")
    wishes = {
        "highlight": _tr("{0} to highlight them"),
        "note": _tr("{0} to write a note"),
        "bookmark": _tr("{0} for a bookmark"),
        "question": _tr("{0} for a question to your doctor"),
    }
    ways = [
        wish.format(key) for name, wish in wishes.items() if (action := actions.get(name)) and (key := _key(action))
    ]
    if not ways:
        return f"{first}\n\n{mouse}"
    *most, last = ways
    listed = _tr("{0} or {1}").format(", ".join(most), last) if most else last
    return "\n\n".join((first, mouse, _tr("By key: press {0}.").format(listed)))


def _key(action: QAction) -> str:
    """Return the shortest key of a command: the one letter, unless single letters are off."""
    keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
    return min(keys, key=len, default="")


def _tr(text: str) -> str:
    return QCoreApplication.translate("notebook", text)
