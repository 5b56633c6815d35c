"""What is said of an act: in the notice when it is done, and in the menu as what can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.core.notebook.notes import Kind, Note, Target
from reader.core.notebook.store import Change
from reader.ui.widgets.mark_styles import style_name

LONGEST = 60  # characters of a quote in a sentence


def sentence(changes: Sequence[Change]) -> str:
    """Return in one sentence what *changes*, which are on the disk, did; "" where they did nothing."""
    notes = [note for each in changes if (note := each.after or each.before) is not None]
    if not notes:
        return ""
    one, note = changes[0], notes[0]
    if len(notes) > 1 and (one.after is None or len({each.kind for each in notes}) > 1):
        return (_tr("{0} notes removed.") if one.after is None else _tr("{0} notes changed.")).format(len(notes))
    if note.kind == "highlight":
        return _of_highlight(one, note)
    if note.kind == "word":
        said = _tr("“{0}” is now in my words.") if one.after is not None else _tr("“{0}” is no longer in my words.")
        return said.format(shortened(note.target.quote))
    return _OF_KIND[note.kind][0 if one.before is None else 1 if one.after is not None else 2]()


def _of_highlight(change: Change, note: Note) -> str:
    before, after = change
    if after is None:
        return _tr("Highlight removed.")
    if before is not None and before.body != after.body:
        return _tr("Note kept.")
    return _tr("Highlighted: {0}.").format(style_name(after.style))


def about(target: Target, kind: Kind) -> str:
    """Return the heading over what one writes on *target*."""
    if kind == "question":
        if target.quote:
            return _tr("Question for the appointment, on “{0}”").format(shortened(target.quote))
        return _tr("Question for the appointment")
    if target.about == "entry":
        return _tr("Your note on the word “{0}”").format(shortened(target.quote))
    if target.about == "node":
        return _tr("Your note on “{0}” in the pathway").format(shortened(target.quote))
    return _tr("Your note on “{0}”").format(shortened(target.quote)) if target.quote else _tr("Your note on this guide")


def shortened(quote: str) -> str:
    """Return the beginning of a quote, cut between two words where there is more."""
    if len(quote) <= LONGEST:
        return quote
    return f"{quote[:LONGEST].rpartition(' ')[0] or quote[:LONGEST]}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("telling", text)


_OF_KIND = {  # added, changed, removed
    "note": (lambda: _tr("Note kept."), lambda: _tr("Note changed."), lambda: _tr("Note removed.")),
    "bookmark": (lambda: _tr("Bookmark put."), lambda: _tr("Bookmark changed."), lambda: _tr("Bookmark removed.")),
    "question": (lambda: _tr("Question kept."), lambda: _tr("Question changed."), lambda: _tr("Question removed.")),
}
