"""News from other threads: told in the window's thread, and to nobody who is gone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from reader.core.notebook.store import Store
from reader.ui.news import News
from reader.ui.notebook.errand import Errand
from reader.ui.notebook.scribe import Scribe


class Speaker(QObject):
    """Tells of numbers."""

    told = Signal(int)


class Heard:
    """What an answer is for."""

    def hear(self, _: object) -> None:
        """Take the answer."""


def test_what_is_put_is_told_in_its_order(qtbot: QtBot) -> None:
    speaker = Speaker()
    box = News(speaker).box
    heard: list[int] = []
    speaker.told.connect(heard.append)
    for number in range(3):
        writer = threading.Thread(target=box.put, args=("told", number))
        writer.start()
        writer.join()
    assert heard == []
    qtbot.waitUntil(lambda: heard == [0, 1, 2])


def test_a_listener_may_end_the_speaker_between_two_letters(qtbot: QtBot) -> None:
    speaker = Speaker()
    news = News(speaker)
    heard: list[int] = []

    def end(number: int) -> None:
        heard.append(number)
        Shiboken.delete(speaker)

    speaker.told.connect(end)
    for number in range(3):
        news.box.put("told", number)
    qtbot.waitUntil(lambda: not Shiboken.isValid(speaker))
    qtbot.wait(20)
    assert heard == [0]
    with pytest.raises(RuntimeError):
        news.box.put("told", 3)


def test_a_thread_is_told_that_nobody_listens_where_the_program_ends(qtbot: QtBot) -> None:
    """As `weakref.finalize` leaves the box at the end, while threads still work."""
    speaker = Speaker()
    box = News(speaker).box
    finalizers = [each for each, info in weakref.finalize._registry.items() if info.weakref() is box]  # type: ignore[attr-defined]
    assert len(finalizers) == 2
    for each in finalizers:
        each()
    with pytest.raises(RuntimeError):
        box.put("told", 1)
    assert not box.is_open, "who works on asks for this"


def held_by_thread(begin: Callable[[Callable[[object], None], Callable[..., None]], None]) -> list[object]:
    """Return what is left of the listener while the work is still under way, and the window has let go of it."""
    goes_on, begun = threading.Event(), threading.Event()

    def work(*_: Any) -> None:
        begun.set()
        goes_on.wait(10)

    heard = Heard()
    left = weakref.ref(heard)
    begin(heard.hear, work)
    del heard
    assert begun.wait(10)
    gc.collect()
    try:
        return [each for each in [left()] if each is not None]
    finally:
        goes_on.set()


def test_the_thread_of_an_errand_holds_nobody_who_waits_for_it(qtbot: QtBot) -> None:
    window = QWidget()

    def begin(then: Callable[[object], None], work: Callable[..., None]) -> None:
        means: Any = type("Means", (), {"window": window})
        errand = Errand(means)
        errand.work(work, then)
        Shiboken.delete(errand)

    assert held_by_thread(begin) == []
    Shiboken.delete(window)


def test_the_scribe_holds_nobody_who_asked(qtbot: QtBot, tmp_path: Path) -> None:
    works: list[Any] = []

    def begin(then: Callable[[object], None], work: Callable[[Store], None]) -> None:
        scribe = Scribe(tmp_path / "notebook.sqlite", tmp_path / "copies")
        scribe.ask(work, then)
        scribe._begin()
        works.append((scribe._thread, scribe._work.jobs))
        Shiboken.delete(scribe)

    assert held_by_thread(begin) == []
    ((thread, _),) = works
    thread.join(10)
    assert not thread.is_alive()


def test_answers_come_to_those_who_asked(qtbot: QtBot, tmp_path: Path) -> None:
    scribe = Scribe(tmp_path / "notebook.sqlite", tmp_path / "copies")
    answers: dict[int, object] = {}
    for number in range(3):
        scribe.ask(lambda _, number=number: number, partial(answers.__setitem__, number))  # type: ignore[misc]
    qtbot.waitUntil(lambda: answers == {0: 0, 1: 1, 2: 2})
    assert scribe.finish()
