"""The job that makes pages: what was asked for last is made, and nobody hears of anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.handout.order import Order
from reader.core.handout.typeset import Typeset
from reader.core.notebook.notes import Note
from reader.errors import ReaderError
from reader.ui.printing import job as module
from reader.ui.printing.job import Job


class Slow:
    """Typesetting that is done when the test says so."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.done: Callable[[], Typeset | None] = lambda: None
        self.rests = False

    def begin(self, guide: Path, order: Order, notes: Sequence[Note] = ()) -> None:
        self.begun.append(order.paper)
        self.done = lambda: None

    def poll(self) -> Typeset | None:
        return self.done()

    def stop(self) -> None:
        self.done = lambda: None

    def rest(self) -> None:
        self.rests = True


@pytest.fixture
def job(qtbot: QtBot) -> Iterator[Job]:
    made = Job(Path("a.guide"), Slow())  # type: ignore[arg-type]
    made.tell()
    yield made
    made.close()


def slow(job: Job) -> Slow:
    assert isinstance(job._typesetting, Slow)
    return job._typesetting


def test_what_is_asked_for_meanwhile_is_made_next_and_only_the_last_of_it(qtbot: QtBot, job: Job) -> None:
    made: list[Typeset] = []
    job.made.connect(made.append)
    for paper in ("first", "second", "third"):
        job.start(Order(paper=paper))
    assert slow(job).begun == ["first"]
    slow(job).done = lambda: Typeset(Path("first.pdf"))
    qtbot.waitUntil(lambda: slow(job).begun == ["first", "third"])
    slow(job).done = lambda: Typeset(Path("third.pdf"))
    with qtbot.waitSignal(job.made):
        pass
    assert made == [Typeset(Path("third.pdf"))]
    assert not job.is_busy


def test_what_nobody_wants_any_more_is_not_waited_for_long(
    qtbot: QtBot, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.02)
    job.start(Order(paper="first"))
    job.start(Order(paper="second"))
    qtbot.waitUntil(lambda: slow(job).begun == ["first", "second"])


def test_a_fault_in_what_nobody_wants_is_not_told(qtbot: QtBot, job: Job) -> None:
    told: list[str] = []
    job.failed.connect(told.append)

    def fail() -> None:
        raise ReaderError("There is no such section.")

    job.start(Order(paper="first"))
    job.start(Order(paper="second"))
    slow(job).done = fail
    qtbot.waitUntil(lambda: slow(job).begun == ["first", "second"])
    assert told == []
    slow(job).done = fail
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert failed.args == ["There is no such section."]


def test_nothing_comes_after_stop(qtbot: QtBot, job: Job) -> None:
    job.start(Order(paper="first"))
    job.start(Order(paper="second"))
    job.stop()
    assert not job.is_busy
    with qtbot.assertNotEmitted(job.made, wait=40):
        slow(job).done = lambda: Typeset(Path("first.pdf"))
    assert slow(job).begun == ["first"]


def test_a_process_that_cannot_be_started_is_said_to_whoever_listens_then(
    qtbot: QtBot, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(slow(job), "begin", refuse)
    job.start(Order())
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert failed.args == ["The pages could not be prepared (No space left on device)."]


def test_what_came_before_anybody_could_hear_it_is_told_then(qtbot: QtBot) -> None:
    job, pages = Job(Path("a.guide"), Slow()), Typeset(Path("a.pdf"))  # type: ignore[arg-type]
    job.start(Order())
    slow(job).done = lambda: pages
    with qtbot.assertNotEmitted(job.made, wait=40):
        pass
    with qtbot.waitSignal(job.made) as made:
        job.tell()
    assert made.args == [pages]


def test_what_makes_pages_rests_when_the_job_is_closed(job: Job) -> None:
    job.start(Order())
    job.close()
    assert not job.is_busy
    assert slow(job).rests
