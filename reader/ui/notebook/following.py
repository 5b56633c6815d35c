"""Brings the notes of a guide along that was moved and gives no id by which it would be known again."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.guide import Guide
from reader.core.notebook import following
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Change, Store
from reader.session import Session
from reader.ui.notebook.ledger import Ledger
from reader.ui.notebook.scribe import Scribe

if TYPE_CHECKING:  # else imported in the scribe's thread
    from reader.core.notebook.finding import Found

MOST = 5  # guides of the same title that may have stood elsewhere


class Following(QObject):
    """Looks, when a guide is opened, for the notes of one with its title and words that is no longer at its place."""

    failed = Signal(str)

    def __init__(self, session: Session, scribe: Scribe, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._scribe, self._ledger = session, scribe, ledger

    def show_guide(self, guide: Guide) -> None:
        """Bring along what belongs to *guide*; it takes effect as any act, and can be undone."""
        about = guide.about
        if not following.is_by_place(about.id):
            return
        known = [
            (identifier, each.path)
            for identifier, each in self._session.guides.items()
            if identifier != about.id and each.title == about.title and following.is_by_place(identifier)
        ][:MOST]
        if known:
            self._look(_Looking(about.id, about.title, guide.file, known))

    def _look(self, looking: _Looking) -> None:
        """Look a little further: an act that is to be written meanwhile comes between."""
        self._scribe.ask(looking.step, partial(self._take, looking))

    def _take(self, looking: _Looking, found: object) -> None:
        if self._ledger.book.guide != looking.guide:
            self._scribe.ask(looking.stop, lambda _: None)
        elif found is None:
            return
        elif not isinstance(found, list):
            self._tell(found)
        elif not found:
            self._look(looking)
        else:
            self._ledger.do(
                self.tr("Bring notes along"),
                found,
                then=partial(self._brought, looking),
                told=self.tr("This guide was moved. Your notes came along: {0}.").format(len(found)),
            )

    def _brought(self, looking: _Looking, reason: str, _: Sequence[Change]) -> None:
        if reason:
            self._tell(reason)
        elif self._ledger.book.guide == looking.guide:
            self._scribe.open_guide(looking.guide, looking.title, looking.file)

    def _tell(self, reason: object) -> None:
        said = self.tr(
            "This guide was moved, and your notes on it could not be brought along yet. {0}"
            " Nothing is lost: they come along when you open the guide again."
        )
        self.failed.emit(said.format(reason))


class _Looking:
    """The notes of guides that have gone, and whether they stand in the one that is open; of the scribe's thread."""

    def __init__(self, guide: str, title: str, file: Path, known: list[tuple[str, str]]) -> None:
        """*known* are guides of the same title: their ids, and where they stood."""
        self.guide, self.title, self.file = guide, title, file
        self._known = known
        self._slices: Generator[list[Change], None, None] | None = None

    def step(self, store: Store) -> list[Change] | None:
        """Look for some milliseconds; return the changes that bring notes along, once known; None: it is done."""
        if self._slices is None:
            gone = [store.of_guide(each) for each, path in self._known if path and not os.path.lexists(path)]
            self._slices = self._look([notes for notes in gone if notes])
        return next(self._slices, None)

    def stop(self, _store: Store) -> None:
        """Let go of the guide."""
        if self._slices is not None:
            self._slices.close()

    def _look(self, gone: list[list[Note]]) -> Generator[list[Change], None, None]:
        from reader.core.notebook import finding

        changes: list[Change] = []
        with contextlib.closing(Guide(self.file)) as guide:
            for notes in gone:
                found: Found = []
                for slice_ in finding.find_all(guide, notes):
                    found += slice_
                    yield []
                if changes := following.followed(self.guide, found):
                    break
        yield changes
