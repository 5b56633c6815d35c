"""What a screen reader says of a note where it is met in the text."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import shorten

from PySide6.QtCore import QCoreApplication

from reader.core.notebook.notes import Note
from reader.ui.widgets.mark_styles import style_name

LONGEST = 80  # characters of what one wrote: the notebook has it all


def said(notes: Iterable[Note]) -> str:
    """Return what is said of notes, one after another."""
    return "; ".join(map(_said, notes))


def _said(note: Note) -> str:
    words = shorten(note.body, LONGEST, placeholder="…")
    if note.kind == "highlight":
        style = style_name(note.style).lower()
        if words:
            return _tr("highlighted, {0}, with your note: {1}").format(style, words)
        return _tr("highlighted, {0}").format(style)
    if note.kind == "bookmark":
        return _tr("bookmark: {0}").format(words) if words else _tr("bookmark")
    return (_tr("your question: {0}") if note.kind == "question" else _tr("your note: {0}")).format(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("marks", text)
