"""The writing of small files in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.resume.writer import Writer


def note(file: Path, text: str) -> Callable[[], None]:
    """Return a job that writes *text*."""

    def job() -> None:
        file.write_text(text)

    return job


def test_of_two_that_wait_for_one_file_the_later_is_done(qtbot: QtBot, tmp_path: Path) -> None:
    writer, file = Writer(), tmp_path / "note"
    for number in range(50):
        writer.put(file, note(file, str(number)))
    writer.finish(5)
    assert file.read_text() == "49"


def test_a_disk_that_is_full_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    writer = Writer()

    def job() -> None:
        raise OSError(28, "No space left on device")

    with qtbot.waitSignal(writer.failed) as failed:
        writer.put(tmp_path, job)
    assert failed.args == [tmp_path, "No space left on device"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_job_that_is_wrong_stops_no_other(qtbot: QtBot, tmp_path: Path) -> None:
    writer, file = Writer(), tmp_path / "note"

    def wrong() -> None:
        raise ValueError

    writer.put(tmp_path, wrong)
    writer.finish(5)
    writer.put(file, note(file, "kept"))
    writer.finish(5)
    assert file.read_text() == "kept"
