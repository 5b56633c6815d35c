"""What two windows of the program do at the same moment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader import lock, session_file
from reader.session import Session
from reader.session_file import SessionFile

ROOT = Path(__file__).parents[1]
CHANGES = 200

# A window that keeps one word after another, and writes each as the program does.
WINDOW = """
import sys
from pathlib import Path
from reader import session_file
from reader.session import Session
from reader.session_file import SessionFile

session_file.WAIT_SECONDS = 60  # a machine that is busy with other tests is no holder that has died
file, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
session = Session.load(file)[0]
part = SessionFile(session, file)
part.own("guide")
print(flush=True)
sys.stdin.readline()
for number in range(count):
    session.of_guide("guide").looked_up.insert(0, f"{name}{number}")
    part.writing()()
"""
HOLDER = """
import sys, time
from pathlib import Path
from reader import lock

with lock.held(Path(sys.argv[1]), 0) as is_held:
    print(is_held, flush=True)
    time.sleep(60)
"""


@contextmanager
def started(code: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Give a process, which has said that it is ready; it is killed at the end."""
    command = [sys.executable, "-c", code, *words]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            process.stdout.readline()
            yield process
        finally:
            process.kill()


def test_two_windows_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    count = str(CHANGES)
    with started(WINDOW, str(file), "a", count) as one, started(WINDOW, str(file), "b", count) as two:
        for each in (one, two):
            assert each.stdin is not None
            each.stdin.write("\n")
            each.stdin.flush()
        assert (one.wait(60), two.wait(60)) == (0, 0)
    kept = Session.load(file)[0].guides["guide"].looked_up
    assert sorted(kept) == sorted(f"{name}{number}" for name in "ab" for number in range(CHANGES))


@pytest.fixture
def window(tmp_path: Path) -> SessionFile:
    """Return a window's part in a file, with something to write."""
    session = Session()
    part = SessionFile(session, tmp_path / "session.json")
    session.print_folder = "/p"
    return part


def test_a_holder_that_is_killed_holds_nobody_up(window: SessionFile) -> None:
    file = window.file.with_name("session.json.lock")
    with started(HOLDER, str(file)) as holder:
        with lock.held(file, 0) as is_held:
            assert not is_held
        holder.kill()
        holder.wait()
    with lock.held(file, 0) as is_held:
        assert is_held


def test_a_window_that_hangs_keeps_no_other_from_saving(window: SessionFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_file, "WAIT_SECONDS", 0.05)
    with lock.held(window.file.with_name("session.json.lock"), 0) as is_held:
        assert is_held
        window.writing()()
    assert Session.load(window.file)[0].print_folder == "/p"


def test_who_has_to_wait_gets_the_lock_once_it_is_free(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    with started(HOLDER.replace("60", "0.2"), str(file)):
        for seconds, has_it in ((0, False), (60, True)):
            with lock.held(file, seconds) as is_held:
                assert is_held is has_it


def test_a_folder_without_room_for_a_lock_is_no_reason_not_to_write(tmp_path: Path) -> None:
    with lock.held(tmp_path / "missing" / "lock", 60) as is_held:
        assert not is_held
