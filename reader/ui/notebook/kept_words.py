"""My words: the entries of the glossary that a reader keeps, as notes of the notebook."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.guide import Guide
from reader.core.notebook.book import Book
from reader.core.notebook.notes import LONGEST_QUOTE, Note, Target
from reader.core.notebook.store import Change, add
from reader.ui.notebook.acts import Acts
from reader.ui.notebook.scribe import Scribe

_NAMES = "7b1c9a52-6a0e-4a5e-9c0b-3f2d5b8e4d61"  # of kept words: one word of a guide is one note


class KeptWords(QObject):
    """Keeps words and lets them go by acts that can be undone, and tells which are kept: those that are on the disk."""

    changed = Signal(object)  # the ids of the entries, the newest first; None while the guide's notes are not read yet
    removed = Signal(str, str)  # the entry that `Undo` would put back now, and its word; "" for none

    def __init__(self, acts: Acts, scribe: Scribe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._guide: Guide | None = None
        self._is_read = False
        self._entries: list[str] | None = None
        self._removed = ("", "")
        acts.changed.connect(self._take)
        scribe.opened.connect(self._take_read)

    def show_guide(self, guide: Guide) -> None:
        """Keep words of *guide* from now on; to be called before its notes are asked for."""
        before, self._guide = self._guide, guide
        self._is_read = False
        if before is None or before.about.id != guide.about.id:
            self._entries, self._removed = None, ("", "")
            self.changed.emit(None)

    def keep(self, entry: str, keep: bool) -> None:
        """Put an entry among the reader's own words, or take it from them."""
        found = self._guide.entry(entry) if self._guide is not None else None
        there = [note for note in self._acts.book.about("entry", entry) if note.kind == "word"]
        if not keep:
            self._acts.do(self.tr("Remove from my words"), [Change(note, None) for note in there])
        elif found is not None and not there:
            guide = self._acts.book.guide
            target = Target("entry", entry, " ".join(found.term.split())[:LONGEST_QUOTE])
            self._acts.do(self.tr("Add to my words"), add([Note(_id(guide, entry), guide, "word", target)]))

    def _take_read(self, book: Book) -> None:
        if book.guide == self._acts.book.guide:
            self._is_read = True
            self._take(self._acts.book)

    def _take(self, book: Book) -> None:
        if not self._is_read and not len(book):
            return
        words = sorted((note for note in book.notes if note.kind == "word"), key=lambda note: note.made, reverse=True)
        entries = list(dict.fromkeys(note.target.name for note in words))
        if entries != self._entries:
            self._entries = entries
            self.changed.emit(entries)
        removed = self._last_removed()
        if removed != self._removed:
            self._removed = removed
            self.removed.emit(*removed)

    def _last_removed(self) -> tuple[str, str]:
        """Return the word that the newest act took away, if that is what it did."""
        act = self._acts.ledger.undoing.newest
        change = act.changes[0] if act is not None and len(act.changes) == 1 else None
        if change is None or change.after is not None or change.before is None or change.before.kind != "word":
            return "", ""
        return change.before.target.name, change.before.target.quote


def _id(guide: str, entry: str) -> str:
    """Return the id of a kept word, of the word and not by chance: kept in two windows, or twice, it is one note."""
    import uuid  # at the first word: the first screen does not wait for it

    return str(uuid.uuid5(uuid.UUID(_NAMES), f"{guide}\n{entry}"))
