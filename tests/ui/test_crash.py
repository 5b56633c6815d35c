"""What happens when the program itself is wrong."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.ui import crash


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the sentences that the hooks say; they are taken away after the test."""
    sentences: list[str] = []
    for owner in (sys, threading):
        monkeypatch.setattr(owner, "excepthook", owner.excepthook)
    crash.install(tmp_path, sentences.append)
    return sentences


def test_a_mistake_in_a_thread_is_in_the_log(said: list[str], tmp_path: Path) -> None:
    thread = threading.Thread(target=[].pop)
    thread.start()
    thread.join()
    assert "IndexError: pop from empty list" in (tmp_path / "crash.log").read_text()
    assert said == []


def test_a_sentence_for_the_user_is_said_and_nothing_is_logged(said: list[str], tmp_path: Path) -> None:
    error = ReaderError("The prepared copy of this guide is damaged.")
    sys.excepthook(ReaderError, error, None)
    assert said == ["The prepared copy of this guide is damaged."]
    assert not (tmp_path / "crash.log").exists()
