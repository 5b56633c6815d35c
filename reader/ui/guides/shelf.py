"""Tells which guides there are, at once from what is remembered and then as the disk has them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.library import Library
from reader.session import Session
from reader.ui.worker import Worker

if TYPE_CHECKING:  # else imported when it is used: the first screen shows an article
    from reader.core.shelf import Choice


class Shelf(QObject):
    """The guides one can choose from."""

    filled = Signal(object)  # a tuple of Choices
    forgotten = Signal()  # one was taken off the list

    def __init__(self, library: Library, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self._seen: dict[str, Choice] = {}  # what the last look told, by name
        self._worker = Worker(self)
        self._worker.done.connect(self._tell)

    def fill(self) -> None:
        """Tell what is known, and then what a look at the disk adds."""
        from reader.core import shelf

        known = shelf.choices(self._library, self._session)
        self.filled.emit(shelf.remembered(known, self._seen))
        self._worker.start(partial(shelf.looked_up, self._library, known, dict(self._session.guides)))

    def forget(self, name: str) -> None:
        """Take a guide off the list; one's place in it is kept, in case it comes back."""
        self._session.recent = [each for each in self._session.recent if each != name]
        self.forgotten.emit()
        self.fill()

    def _tell(self, choices: tuple[Choice, ...]) -> None:
        from reader.core import shelf

        names = {each.name for each in shelf.choices(self._library, self._session)}
        if {each.name for each in choices} == names:  # else one was opened or taken off meanwhile
            self._seen = {each.name: each for each in choices}
            self.filled.emit(choices)
