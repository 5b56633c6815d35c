"""What nobody holds any more ends on the window's thread, whichever thread makes new objects meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reader.ui import cycles
from reader.ui.cycles import Cycles


class Own(QObject):
    """Something of Qt's that holds itself."""

    def __init__(self, ended: list[str]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: ended.append(threading.current_thread().name))


def make_many() -> list[list[int]]:
    return [[number] for number in range(100_000)]


@pytest.mark.usefixtures("application")
def test_another_thread_ends_nothing_of_qt(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cycles, "REST_MS", 20)
    ended: list[str] = []
    looking = Cycles()
    Own(ended)
    thread = threading.Thread(target=make_many, name="another")
    thread.start()
    thread.join()
    assert not ended
    looking.begin()
    made = make_many()
    qtbot.waitUntil(lambda: bool(ended))
    assert made
    assert ended == [threading.main_thread().name]


def test_a_window_at_rest_looks_for_nothing() -> None:
    looks: list[object] = []

    def note(phase: str, _: object) -> None:
        looks.append(phase)

    gc.collect()
    gc.callbacks.append(note)
    try:
        cycles.look()
        assert not looks
        made = make_many()
        cycles.look()
        assert made
        assert looks == ["start", "stop"]
    finally:
        gc.callbacks.remove(note)
