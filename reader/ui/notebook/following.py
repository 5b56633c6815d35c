"""Brings the notes of a guide along that was moved and gives no id by which it would be known again."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from PySide6.QtCore import QObject

from reader.core.guide import Guide
from reader.core.notebook import following
from reader.core.notebook.store import Change, Store
from reader.session import Session
from reader.ui.notebook.ledger import Ledger
from reader.ui.notebook.scribe import Scribe

MOST = 5  # guides of the same title that may have stood elsewhere


class Following(QObject):
    """Looks, when a guide is opened, for the notes of one with its title and words that is no longer at its place."""

    def __init__(self, session: Session, scribe: Scribe, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._scribe, self._ledger = session, scribe, ledger

    def show_guide(self, guide: Guide) -> None:
        """Bring along what belongs to *guide*; it takes effect as any act, and can be undone."""
        about, file = guide.about, guide.file
        if not following.is_by_place(about.id):
            return
        known = [
            (identifier, each.path)
            for identifier, each in self._session.guides.items()
            if identifier != about.id and each.title == about.title and following.is_by_place(identifier)
        ][:MOST]

        def take(changes: object) -> None:
            if isinstance(changes, list) and changes and self._ledger.book.guide == about.id:
                self._ledger.do(
                    self.tr("Bring notes along"),
                    changes,
                    then=lambda *_: self._scribe.open_guide(about.id, about.title, file),
                    told=self.tr("This guide was moved. Your notes came along: {0}.").format(len(changes)),
                )

        if known:
            self._scribe.ask(lambda store: _of_gone(store, file, known), take)


def _of_gone(store: Store, file: Path, known: list[tuple[str, str]]) -> list[Change]:
    """Return the changes that bring notes along; in the scribe's thread."""
    with contextlib.closing(Guide(file)) as guide:
        for identifier, path in known:
            notes = store.of_guide(identifier) if path and not os.path.lexists(path) else []
            if notes and (changes := following.followed(guide, notes)):
                return changes
    return []
