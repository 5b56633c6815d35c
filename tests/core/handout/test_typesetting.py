"""Typesetting in a process of its own: what comes back, stopping it at any moment, and what it leaves behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import psutil
import pytest

from reader import paths
from reader.core.handout import bounds, typesetting
from reader.core.handout.bounds import ENDED
from reader.core.handout.order import Order
from reader.core.handout.typeset import Press, Typeset
from reader.core.handout.typesetting import NO_FOLDER, Progress, Typesetting
from reader.core.notebook.notes import Note, Target
from reader.core.scratch import LOCK
from reader.core.text import Block
from reader.errors import ReaderError
from tests.guides import sample

T = TypeVar("T")

PRESS = Press(paths.bundled("resources"), tuple(paths.faces()))
SECTION = Order("sections", ("messengers",))
PATIENCE = 60  # seconds: many more than anything here takes


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide of two pages."""
    guide = sample.guide(tmp_path)
    guide.close()
    return guide.file


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A guide that takes a second or more."""
    (tmp_path / "long").mkdir()
    words = "Nerves can turn signals up, and cells talk by small proteins. " * 12
    guide = sample.of_blocks(tmp_path / "long", *(Block(f"b.{n}", "paragraph", f"{n} {words}") for n in range(900)))
    guide.close()
    return guide.file


@pytest.fixture
def press() -> Iterator[Typesetting]:
    """What is tested, closed after the test."""
    made = Typesetting(PRESS)
    yield made
    made.close()


def until(ask: Callable[[], T | None]) -> T:
    """Ask until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.01)
    raise TimeoutError


def made(press: Typesetting, guide: Path, order: Order = SECTION, *notes: Note) -> Typeset:
    """Have a handout made, and wait for it."""
    press.begin(guide, order, notes)
    return until(press.poll)


def children() -> list[psutil.Process]:
    return list(psutil.Process().children())


def ended() -> bool:
    """Say whether no process is left, soon."""
    return until(lambda: not children())


def test_a_handout_comes_back_as_a_whole_pdf(press: Typesetting, guide: Path) -> None:
    typeset = made(press, guide)
    assert typeset.file.read_bytes().startswith(b"%PDF-")
    assert typeset.file.read_bytes().rstrip().endswith(b"%%EOF")
    assert typeset.notes == ()


def test_the_process_is_kept_for_the_next_handout(press: Typesetting, guide: Path) -> None:
    made(press, guide)
    (first,) = children()
    made(press, guide, Order())
    assert children() == [first]


def test_what_is_wrong_with_an_order_is_said_and_the_next_is_made(press: Typesetting, guide: Path) -> None:
    press.begin(guide, Order("sections", ("mesengers",)))
    with pytest.raises(ReaderError, match="messengers"):
        until(press.poll)
    assert made(press, guide).file.exists()


def test_the_pdf_that_is_shown_stays_and_older_ones_go(press: Typesetting, guide: Path, temporary: Path) -> None:
    files = [made(press, guide, order).file for order in (SECTION, Order(), SECTION, Order())]
    assert sorted(temporary.rglob("*.pdf")) == sorted(files[-2:])
    assert [file for kind in ("order", "answer", "pages") for file in temporary.rglob(f"{kind}-*")] == []


def test_progress_tells_about_how_many_pages_are_being_set(press: Typesetting, long: Path) -> None:
    assert press.progress is None
    press.begin(long, Order())
    assert press.progress is not None
    assert press.progress.pages == 0
    told = until(lambda: press.progress if press.progress and press.progress.pages else None)
    assert isinstance(told, Progress)
    assert 150 < told.pages < 400
    assert 0 < told.seconds < PATIENCE
    press.stop()
    assert press.progress is None


def test_stopping_leaves_no_process_and_no_file(press: Typesetting, long: Path, temporary: Path) -> None:
    press.begin(long, Order())
    until(lambda: press.progress and press.progress.pages)
    press.stop()
    assert ended()
    assert press.poll() is None
    assert [file.name for file in temporary.rglob("*") if file.is_file()] == [LOCK]


@pytest.mark.parametrize("seconds", [0, 0.02, 0.1, 0.3])
def test_it_can_be_stopped_at_any_moment_and_begun_again(press: Typesetting, guide: Path, seconds: float) -> None:
    press.begin(guide, SECTION)
    time.sleep(seconds)
    press.stop()
    press.stop()
    assert ended()
    assert made(press, guide).file.exists()


def test_what_is_begun_last_is_what_comes(press: Typesetting, guide: Path, long: Path) -> None:
    press.begin(long, Order())
    press.begin(long, Order())
    started = time.monotonic()
    first = made(press, guide)
    assert first.file.stat().st_size < 200_000
    assert time.monotonic() - started < PATIENCE
    assert until(lambda: len(children()) == 1)


def test_a_process_may_be_there_before_it_is_wanted(press: Typesetting, guide: Path) -> None:
    press.prepare()
    (first,) = children()
    assert made(press, guide).file.exists()
    assert children() == [first]


def test_resting_keeps_the_process_and_nothing_that_was_made(press: Typesetting, guide: Path, temporary: Path) -> None:
    made(press, guide)
    (first,) = children()
    press.rest()
    assert list(temporary.rglob("*.pdf")) == []
    assert made(press, guide).file.exists()
    assert children() == [first]


def test_a_process_that_has_grown_does_not_rest(
    press: Typesetting, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "RESTING", 10)
    made(press, guide)
    press.rest()
    assert ended()
    assert made(press, guide).file.exists()


def test_resting_stops_what_is_under_way(press: Typesetting, long: Path) -> None:
    press.begin(long, Order())
    until(lambda: press.progress and press.progress.pages)
    press.rest()
    assert ended()
    assert press.progress is None


def test_closing_leaves_nothing(guide: Path, temporary: Path) -> None:
    press = Typesetting(PRESS)
    made(press, guide)
    press.close()
    assert children() == []
    assert list(temporary.iterdir()) == []


def test_a_process_that_is_killed_from_outside_is_said_and_replaced(
    press: Typesetting, long: Path, guide: Path
) -> None:
    press.begin(long, Order())
    until(children)[0].kill()
    with pytest.raises(ReaderError) as error:
        until(press.poll)
    assert str(error.value) == ENDED
    assert made(press, guide).file.exists()


def test_an_idle_process_that_is_killed_is_replaced_without_a_word(press: Typesetting, guide: Path) -> None:
    made(press, guide)
    (child,) = children()
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert made(press, guide).file.exists()


@pytest.mark.slow  # it fills the memory it may have
def test_memory_that_runs_out_is_said(press: Typesetting, long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MEGABYTES", 400)
    press.begin(long, Order())
    with pytest.raises(ReaderError) as error:
        until(press.poll)
    assert str(error.value) == ENDED


@pytest.mark.slow
def test_a_process_that_has_grown_large_is_replaced(
    press: Typesetting, guide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "LARGE", 10)
    press.begin(guide, SECTION)
    processes = []
    for _ in range(4):
        processes.append(children()[0].pid)
        assert until(press.poll).file.exists()
        press.begin(guide, SECTION)  # while the process ends, or after
    assert len(set(processes)) > 1


KILLED = """
import sys, time
from pathlib import Path
from reader import paths
from reader.core.handout.order import Order
from reader.core.handout.typeset import Press
from reader.core.handout.typesetting import Typesetting
press = Typesetting(Press(paths.bundled("resources"), tuple(paths.faces())))
press.begin(Path(sys.argv[1]), Order())
while not press.progress.pages:
    time.sleep(0.01)
print("setting", flush=True)
time.sleep(600)
"""


@pytest.mark.slow
def test_a_window_that_is_killed_leaves_no_process_at_work_and_no_files(long: Path, temporary: Path) -> None:
    window = subprocess.Popen([sys.executable, "-c", KILLED, str(long)], stdout=subprocess.PIPE)
    assert window.stdout is not None
    assert window.stdout.readline() == b"setting\n"
    (child,) = psutil.Process(window.pid).children()
    window.send_signal(signal.SIGKILL)
    window.wait()
    window.stdout.close()
    child.wait(5)  # long before the pages would be done, were they more
    until(lambda: not list(temporary.iterdir()))


def test_what_is_left_of_a_window_and_its_process_that_were_killed_goes_with_the_next_handout(
    press: Typesetting, guide: Path, long: Path, temporary: Path
) -> None:
    window = subprocess.Popen([sys.executable, "-c", KILLED, str(long)], stdout=subprocess.PIPE)
    assert window.stdout is not None
    assert window.stdout.readline() == b"setting\n"
    for process in (*psutil.Process(window.pid).children(), window):
        process.send_signal(signal.SIGKILL)
    window.wait()
    window.stdout.close()
    (theirs,) = temporary.iterdir()
    os.utime(theirs / LOCK, (0, 0))  # long ago
    made(press, guide)
    until(lambda: not theirs.exists())
    assert len(list(temporary.iterdir())) == 1  # ours


def test_a_folder_that_somebody_took_away_is_made_anew(press: Typesetting, guide: Path, temporary: Path) -> None:
    made(press, guide)
    shutil.rmtree(next(temporary.iterdir()))
    assert made(press, guide).file.exists()
    assert len(children()) == 1


def test_a_folder_that_is_taken_away_with_its_order_is_said(press: Typesetting, guide: Path, temporary: Path) -> None:
    press.begin(guide, SECTION)
    process = press._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()  # it takes the folder with it, and ends well, as one does that had grown large
    assert process.wait(PATIENCE) == 0
    assert list(temporary.iterdir()) == []
    with pytest.raises(ReaderError) as error:
        until(press.poll)
    assert str(error.value) == NO_FOLDER
    assert made(press, guide).file.exists()


def test_no_place_for_temporary_files_is_said(press: Typesetting, guide: Path, temporary: Path) -> None:
    temporary.rmdir()
    with pytest.raises(OSError, match="No such file"):
        press.begin(guide, SECTION)
    temporary.mkdir()
    assert made(press, guide).file.exists()


def test_what_was_closed_may_begin_anew(press: Typesetting, guide: Path) -> None:
    made(press, guide)
    press.close()
    press.close()
    assert made(press, guide).file.exists()


def test_a_folder_that_can_be_written_no_more_is_said(press: Typesetting, guide: Path, temporary: Path) -> None:
    press.prepare()
    (folder,) = temporary.iterdir()
    (folder / "answer-1.draft").mkdir()  # in its way, as a full disk would be
    press.begin(guide, SECTION)
    with pytest.raises(ReaderError) as error:
        until(press.poll)
    assert str(error.value) == NO_FOLDER


def test_a_damaged_note_is_left_out_and_said(press: Typesetting, guide: Path) -> None:
    good = Note("1", "sample", "question", Target("guide"), "Could it be my thyroid?")
    typeset = made(press, guide, SECTION, good, good._replace(id="2", kind="nonsense"))  # type: ignore[arg-type]
    assert typeset.notes == ("1 of your notes could not be read. It is not printed.",)


def test_what_is_printed_is_of_the_same_letters_whoever_sets_it(press: Typesetting, guide: Path) -> None:
    first = made(press, guide).file.read_bytes()
    made(press, guide, Order())
    assert made(press, guide).file.read_bytes() == first


def test_the_window_loads_nothing_that_makes_pages() -> None:
    code = (
        "import sys; from reader.core.handout.typesetting import Typesetting\n"
        "print([name for name in ('typst', 'reader.core.handout.building', 'sqlite3') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert said.stdout == "[]\n"
