"""What is being written, on a disk that is slow."""

from __future__ import annotations

from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Change
from reader.core.notebook.undo import Undo
from reader.ui.notebook import draft as drafts
from reader.ui.notebook.draft import Draft
from reader.ui.notebook.ledger import Ledger, Then


class SlowLedger(QObject):
    """Answers when it is told to."""

    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.book, self.undoing = Book("small"), Undo()
        self.given: list[tuple[Change, Then]] = []

    def draft(self, change: Change, then: Then) -> None:
        self.given.append((change, then))

    def answer(self) -> None:
        change, then = self.given[-1]
        then("", [change])


def test_what_was_typed_while_the_disk_was_slow_is_kept_without_another_letter(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "REST_MS", 50)
    slow = SlowLedger()
    draft = Draft(cast("Ledger", slow), Note("one", "small", "note", Target()))
    draft.grow("Ask")
    draft.save()
    draft.grow("Ask about sleep")
    qtbot.wait(150)  # its time comes, and the disk has not answered yet
    assert len(slow.given) == 1
    slow.answer()
    qtbot.waitUntil(lambda: len(slow.given) == 2, timeout=2_000)
    after = slow.given[1][0].after
    assert after is not None
    assert after.body == "Ask about sleep"


def test_what_is_typed_is_kept_in_a_pause_and_soon_without_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drafts.REST_MS <= 500
    assert drafts.MOST_MS <= 2_000
    for pause, most in ((50, 60_000), (60_000, 50)):
        monkeypatch.setattr(drafts, "REST_MS", pause)
        monkeypatch.setattr(drafts, "MOST_MS", most)
        slow = SlowLedger()
        draft = Draft(cast("Ledger", slow), Note("one", "small", "note", Target()))
        draft.grow("Ask")
        qtbot.waitUntil(partial(_is_given, slow), timeout=2_000)


def _is_given(slow: SlowLedger) -> bool:
    return len(slow.given) == 1
