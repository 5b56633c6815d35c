"""One note while it is being written: kept on the disk as it grows, and undone as one act."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.notebook.notes import LONGEST_JOINED, Note
from reader.core.notebook.store import Change
from reader.ui.notebook.ledger import Ledger

REST_MS = 500  # after a letter, when whoever types has paused: no one waits for it
MOST_MS = 2_000  # after a first letter that is not kept yet, however fast the next ones come: little is ever at stake
_MADE_OF_WORDS = ("note", "question")  # kinds that are nothing without words


class Draft(QObject):
    """Takes what is typed. A draft is an ordinary note: one that is found after the machine stopped is just there."""

    ended = Signal()  # it is on the disk, or there was nothing to keep
    failed = Signal(str)  # why it is not on the disk; it goes on
    begun_anew = Signal()  # the note was deleted for good elsewhere: the words go on as those of a new one

    def __init__(self, ledger: Ledger, note: Note, parent: QObject | None = None) -> None:
        """*note* is as it is on the disk now, or new."""
        super().__init__(parent)
        self.note, self._ledger = note, ledger
        self._undoing = ledger.undoing  # another guide may be open by the time it is on the disk
        self._began = self._last = note if note.revision else None  # as it was; as it is on the disk now
        self._text = note.body
        self._others = ""  # what another window wrote into it meanwhile
        self._is_waiting = False  # for the scribe
        self._sent: Note | None = None  # what it was given last, and what of that was typed here
        self._sent_own = ""
        self._is_ending = self._is_called_off = self._is_left = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._most = QTimer(self, interval=MOST_MS, singleShot=True)
        for timer in (self._rest, self._most):
            timer.timeout.connect(self.save)
        ledger.forgotten.connect(self._begin_anew)

    def grow(self, text: str) -> None:
        """Take what stands in the box now."""
        self._text = text
        self._rest.start()
        if not self._most.isActive():
            self._most.start()

    def save(self) -> None:
        """Keep what was typed so far."""
        self._stop_timers()
        after = self._after()
        if not (self._is_waiting or self._is_ending) and _words(after) != _words(self._last):
            self._wait_for(after)
            self._ledger.draft(Change(self._last, after), self._saved)

    def finish(self) -> None:
        """Keep it as an act."""
        self._stop_timers()
        self._is_ending = True
        if not self._is_waiting:
            self._end()

    def leave(self) -> None:
        """Keep it as an act, without anybody who waits for it: what cannot be kept, the ledger holds."""
        self._is_left = True
        self.finish()

    def stop(self) -> None:
        """Keep no more of it."""
        self._stop_timers()
        self._is_ending = True
        self.ended.emit()

    def call_off(self) -> None:
        """Take the words back, so that they can still be had again: keep them and undo that."""
        self._is_called_off = True
        self.finish()

    @property
    def is_changed(self) -> bool:
        """Whether there is something to keep."""
        return _words(self._after()) != _words(self._began)

    def _begin_anew(self) -> None:
        book, last = self._ledger.book, self._last
        if last is not None and last.guide == book.guide and book.get(last.id) is None:
            self.note = self.note._replace(body="", revision=0)
            self._began = self._last = None
            self._others, self._undoing = "", self._ledger.undoing
            self.begun_anew.emit()

    def _stop_timers(self) -> None:
        self._rest.stop()
        self._most.stop()

    def _end(self) -> None:
        after = self._after()
        if _words(after) != _words(self._began):
            self._wait_for(after)
            change = Change(self._last, after)
            self._ledger.do(self._act, [change], (self._began,), self._finished, undoing=self._undoing)
        elif _words(self._last) != _words(self._began):
            self._wait_for(self._began)
            self._ledger.draft(Change(self._last, self._began), self._finished)
        else:
            self.ended.emit()

    @property
    def _act(self) -> str:
        return self.tr("Question") if self.note.kind == "question" else self.tr("Note")

    def _after(self) -> Note | None:
        body = f"{self._others}{self._own()}"[:LONGEST_JOINED]
        return (self._last or self.note)._replace(body=body) if body or self.note.kind not in _MADE_OF_WORDS else None

    def _own(self) -> str:
        whole = self._text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half a pair is no text
        return whole.replace("\0", "").strip()

    def _wait_for(self, sent: Note | None) -> None:
        self._is_waiting, self._sent = True, sent
        self._sent_own = self._own()

    def _answered(self, reason: str, changes: Sequence[Change]) -> bool:
        """Take note of what is on the disk now, and say whether it is what was sent."""
        self._is_waiting = False
        if reason:
            self._is_ending = self._is_called_off = False
            if self._is_left:
                changes = [Change(self._last, self._after())]
                self._ledger.hold(self._act, changes, (self._began,), reason, self._undoing)
                self.ended.emit()
            else:
                self.failed.emit(reason)
            return False
        self._last = changes[0].after if changes else self._sent
        if self._last is not None and self._last.body.endswith(self._sent_own):
            self._others = self._last.body.removesuffix(self._sent_own)  # so it stays before what is typed here
        return True

    def _saved(self, reason: str, changes: Sequence[Change]) -> None:
        if not self._answered(reason, changes):
            return
        if self._is_ending:
            self._end()
        elif _words(self._after()) != _words(self._last) and not self._rest.isActive():
            self._rest.start()  # typed while a slow disk wrote what came before

    def _finished(self, reason: str, changes: Sequence[Change]) -> None:
        is_called_off = self._is_called_off and self.is_changed
        if self._answered(reason, changes):
            self.ended.emit()
            if is_called_off:
                self._ledger.undo_in(self._undoing)


def _words(note: Note | None) -> str:
    return note.body if note is not None else ""
