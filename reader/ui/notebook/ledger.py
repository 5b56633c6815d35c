"""What was given to the scribe, and what became of it: kept, undone, or not kept yet. Nothing gets lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from reader.core.notebook.book import Book
from reader.core.notebook.notes import Kind, Note, Target
from reader.core.notebook.store import Change
from reader.core.notebook.undo import Act, Undo
from reader.ui.notebook import telling
from reader.ui.notebook.scribe import Scribe

if TYPE_CHECKING:  # else imported in the scribe's thread
    from reader.core.notebook.finding import Found

Then = Callable[[str, Sequence[Change]], None]  # why it was not kept, or ""; the changes as they are on the disk


@dataclass(frozen=True, eq=False)
class Wish:
    """Changes that are on their way to the disk."""

    words: str  # of an act: "Highlight"
    changes: tuple[Change, ...]
    sort: Literal["act", "draft", "undo", "redo"]
    undoing: Undo  # of the guide that was open when it was done: elsewhere nobody would see it undone
    began: tuple[Note | None, ...] = ()  # of an act whose drafts were kept before: what undo leads back to
    then: Then | None = None
    told: str = ""

    def done(self, kept: Sequence[Change]) -> list[Change]:
        """Return what it did from its beginning on, when the scribe *kept* its end."""
        return [_from(began, each) for began, each in zip(self.began, kept, strict=False)] or list(kept)

    def without(self, guide: str | None) -> Wish:
        """Return what is left of it when a guide's notes are deleted, or all."""
        stays = (each for each in self.changes if all(note is None or note.guide != guide for note in each))
        return replace(self, changes=tuple(stays) if guide is not None else ())


class Ledger(QObject):
    """Keeps account of the acts of one window, and the guide's book up to date."""

    changed = Signal(object)  # the Book, after every change
    told = Signal(str, bool)  # what was done; whether it is an undoing
    said = Signal(str)  # what was done, where it cannot be undone any more
    failed = Signal(str)  # what was not kept, and why
    forgotten = Signal()  # another window deleted notes for good
    settled = Signal()  # the scribe has answered all

    def __init__(self, scribe: Scribe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scribe = scribe
        self._under_way: dict[int, Wish] = {}  # by the numbers that the scribe gave them
        self.not_kept: list[Wish] = []
        self.reason = self.tr("The disk has not answered yet.")  # why something is not kept
        self.book = Book()
        self.undoing = Undo()
        scribe.opened.connect(self._open)
        scribe.placed.connect(self._place)
        scribe.kept.connect(self._keep)
        scribe.failed.connect(self._fail)

    def open_guide(self, identifier: str, title: str, file: Path, in_view: Sequence[tuple[str, str]] = ()) -> None:
        """Read the notes of a guide. What was done in another one can no longer be undone: one would not see it."""
        if identifier != self.book.guide:
            self.undoing = Undo()
        self.book = Book(identifier)
        self.changed.emit(self.book)
        self._scribe.open_guide(identifier, title, file, in_view)

    def do(
        self,
        words: str,
        changes: Sequence[Change],
        began: Sequence[Note | None] = (),
        then: Then | None = None,
        *,
        told: str = "",
        undoing: Undo | None = None,
    ) -> None:
        """Do an act, called *words* in the menu, which is told and can be undone once it is on the disk.

        *undoing* is that of its beginning, where it has taken a while.
        """
        self._write(Wish(words, tuple(changes), "act", undoing or self.undoing, tuple(began), then, told))

    def draft(self, change: Change, then: Then) -> None:
        """Keep what is being written, without a word, as a part of the act that will end it."""
        self._write(Wish("", (change,), "draft", self.undoing, then=then))

    def undo(self) -> None:
        """Undo the newest act."""
        self.undo_in(self.undoing)

    def undo_in(self, undoing: Undo) -> None:
        """Undo the newest of the acts of a guide that may no longer be open."""
        self._go(undoing.undo(), "undo", undoing)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._go(self.undoing.redo(), "redo", self.undoing)

    def hold(
        self, words: str, changes: Sequence[Change], began: Sequence[Note | None], reason: str, undoing: Undo
    ) -> None:
        """Hold an act that could not be kept, and say so."""
        self.not_kept.append(Wish(words, tuple(changes), "act", undoing, tuple(began)))
        self.reason = reason
        self.changed.emit(self.book)  # first: then it can be tried again
        self.failed.emit(self.tr("This is not kept yet: {0}. {1}").format(words, reason))

    def forget(self, guide: str | None) -> None:
        """Forget the acts and notes of a guide, or all: they were deleted for good."""
        self.not_kept = [left for each in self.not_kept if (left := each.without(guide)).changes]
        if guide in (None, self.book.guide):
            self.undoing = Undo()
            self.book = Book(self.book.guide)
        self.changed.emit(self.book)

    def hear_of_deletion(self) -> None:
        """Take note that another window deleted notes for good: nothing that was done here brings them back."""
        self.undoing = Undo()
        self.changed.emit(self.book)
        self.forgotten.emit()

    def try_again(self) -> None:
        """Give what could not be kept to the scribe again."""
        again, self.not_kept = self.not_kept, []
        for wish in again:
            self._write(wish)

    @property
    def unsettled(self) -> list[Wish]:
        """What is not known to be on the disk: what could not be kept, and what is on its way."""
        return [*self.not_kept, *self._under_way.values()]

    @property
    def is_waiting(self) -> bool:
        """Whether something is on its way."""
        return bool(self._under_way)

    def is_under_way(self, identifier: str) -> bool:
        """Whether a change of a note is on its way."""
        changes = (each for wish in self._under_way.values() for each in wish.changes)
        return any(note is not None and note.id == identifier for each in changes for note in each)

    def is_adding(self, kind: Kind, targets: Sequence[Target]) -> bool:
        """Whether a note of a kind on one of these very passages is on its way, or could not be kept yet."""
        wanted = {target.spot for target in targets}
        notes = (each.after for wish in self.unsettled for each in wish.changes if each.before is None)
        return any(note is not None and note.kind == kind and note.target.spot in wanted for note in notes)

    def _go(self, act: Act | None, sort: Literal["undo", "redo"], undoing: Undo) -> None:
        if act is not None:
            self._write(Wish(act.words, act.changes, sort, undoing))

    def _write(self, wish: Wish) -> None:
        self._under_way[self._scribe.write(wish.changes)] = wish

    def _open(self, book: Book) -> None:
        if book.guide == self.book.guide:
            self.book = book
            self.changed.emit(book)

    def _place(self, guide: str, found: Found) -> None:
        if guide == self.book.guide:
            self.book.place(found)
            self.changed.emit(self.book)

    def _keep(self, number: int, changes: list[Change]) -> None:
        wish = self._under_way.pop(number, None)
        self.book.take(changes)
        told = self._account(wish, changes) if wish is not None else ""
        self.changed.emit(self.book)  # before it is told: what is told can be undone by then
        if wish is not None and told:
            self._tell(wish, told)
        if wish is not None and wish.then is not None:
            wish.then("", changes)
        self._settle()

    def _tell(self, wish: Wish, told: str) -> None:
        if wish.undoing is self.undoing:
            self.told.emit(told, wish.sort == "undo")
        else:
            self.said.emit(told)

    def _account(self, wish: Wish, changes: list[Change]) -> str:
        """Take note of what is kept now, and return what is said of it."""
        if wish.sort == "undo":
            return self.tr("Undone: {0}.").format(wish.words)
        if wish.sort == "redo":
            return self.tr("Done again: {0}.").format(wish.words)
        if wish.sort == "draft" or not changes:
            return ""
        done = wish.done(changes)
        wish.undoing.did(wish.words, done)
        return wish.told or telling.sentence(done)

    def _fail(self, number: int, reason: str) -> None:
        wish = self._under_way.pop(number, None)
        self.reason = reason
        if wish is None:
            self.failed.emit(reason)
        elif wish.then is not None:
            wish.then(reason, ())
        elif wish.sort == "act":
            self.hold(wish.words, wish.changes, wish.began, reason, wish.undoing)
        else:
            self._stay_undone(wish, reason)
        self._settle()

    def _stay_undone(self, wish: Wish, reason: str) -> None:
        """Let what could not be undone, or done again, still be so."""
        if wish.sort == "undo":
            wish.undoing.redo()
            said = self.tr("This could not be undone: {0}. {1}")
        else:
            wish.undoing.undo()
            said = self.tr("This could not be done again: {0}. {1}")
        self.changed.emit(self.book)
        self.failed.emit(said.format(wish.words, reason))

    def _settle(self) -> None:
        if not self._under_way:
            self.settled.emit()


def _from(began: Note | None, last: Change) -> Change:
    """Return the change from *began* to what is kept now; what else was changed meanwhile is another act's."""
    after = last.after
    return Change(after._replace(body=began.body) if began is not None and after is not None else began, after)
