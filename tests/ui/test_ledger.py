"""What became of acts that were on their way to the disk when another guide was opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import add
from reader.ui.notebook.draft import Draft
from reader.ui.notebook.ledger import Ledger
from reader.ui.notebook.scribe import Scribe

NOTHING = ("", "")


@pytest.fixture
def scribe(qtbot: QtBot, tmp_path: Path) -> Iterator[Scribe]:
    scribe = Scribe(tmp_path / "notebook.sqlite", tmp_path / "copies")
    yield scribe
    scribe.finish()


@pytest.fixture
def ledger(scribe: Scribe) -> Ledger:
    ledger = Ledger(scribe)
    ledger.open_guide("one", "One", Path("one"))
    return ledger


def note(number: int = 0) -> Note:
    return Note(f"note-{number}", "one", "note", Target(), "Ask about sleep")


def test_what_was_done_in_one_guide_is_not_undone_in_the_next_and_is_told_without_a_way_back(
    qtbot: QtBot, ledger: Ledger
) -> None:
    said: list[str] = []
    ledger.said.connect(said.append)
    with qtbot.waitSignal(ledger.settled), qtbot.assertNotEmitted(ledger.told):
        ledger.do("Note", add([note()]))
        ledger.open_guide("two", "Two", Path("two"))
    assert ledger.undoing.words == NOTHING
    assert said == ["Note kept."]


def test_a_draft_that_a_slow_disk_ends_in_the_next_guide_is_not_undone_there(qtbot: QtBot, ledger: Ledger) -> None:
    draft = Draft(ledger, note()._replace(body=""))
    draft.grow("Ask")
    draft.save()
    draft.grow("Ask about sleep")
    with qtbot.waitSignal(draft.ended):
        draft.leave()
        ledger.open_guide("two", "Two", Path("two"))
    assert ledger.undoing.words == NOTHING


def test_an_act_of_somebody_else_on_the_same_note_is_not_taken_for_ones_own(
    qtbot: QtBot, ledger: Ledger, scribe: Scribe
) -> None:
    with qtbot.waitSignal(scribe.kept):
        scribe.write(add([note()]))
        ledger.do("Note", add([note(1)]))
    assert ledger.undoing.words == NOTHING
    assert ledger.is_waiting
    qtbot.waitUntil(lambda: not ledger.is_waiting)
    assert ledger.undoing.words == ("Note", "")
