"""Folders for files in the making: what is thrown away of those that nobody holds any more, and what never is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.core import scratch
from reader.core.scratch import LOCK, PREFIX, Scratch

HOLDER = "from reader.core.scratch import Scratch\nheld = Scratch()\nprint(held.path, flush=True)\ninput()"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty; nothing in it is too young."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(scratch, "YOUNG", 0)
    return folder


def left_behind(folder: Path, name: str = "a") -> Path:
    """Make a folder as one that was killed leaves it."""
    made = folder / (PREFIX + name)
    made.mkdir()
    (made / LOCK).touch()
    (made / "handout-1.pdf").write_bytes(b"%PDF-")
    return made


def test_a_folder_is_for_its_owner_alone_and_goes_when_it_is_closed(temporary: Path) -> None:
    made = Scratch()
    assert made.path.parent == temporary
    assert made.path.stat().st_mode & 0o077 == 0
    (made.path / "inside").mkdir()
    made.close()
    made.close()
    assert list(temporary.iterdir()) == []


def test_a_folder_that_nobody_closes_goes_with_whoever_made_it(temporary: Path) -> None:
    subprocess.run([sys.executable, "-c", HOLDER], input=b"\n", stdout=subprocess.DEVNULL, check=True)
    assert list(temporary.iterdir()) == []


def test_what_is_held_stays(temporary: Path) -> None:
    made = Scratch()
    scratch.clear()
    assert made.path.exists()
    made.close()


def test_what_another_process_holds_stays_until_that_was_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        folder = Path(holder.stdout.readline().strip())
        scratch.clear()
        assert folder.exists()
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert folder.exists()
    scratch.clear()
    assert not folder.exists()


def test_what_was_made_a_moment_ago_may_not_be_locked_yet(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "YOUNG", 60)
    young = left_behind(temporary)
    scratch.clear()
    assert young.exists()


def test_what_has_no_lock_or_another_name_is_not_ours_to_take(temporary: Path) -> None:
    (temporary / f"{PREFIX}guides").mkdir()
    left_behind(temporary).rename(temporary / "elsewhere")
    (temporary / f"{PREFIX}file").touch()
    scratch.clear()
    assert len(list(temporary.iterdir())) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_links_are_never_followed(temporary: Path, tmp_path: Path) -> None:
    precious = left_behind(tmp_path, "precious")
    (temporary / f"{PREFIX}link").symlink_to(precious)
    (temporary / f"{PREFIX}lock").mkdir()
    (temporary / f"{PREFIX}lock" / LOCK).symlink_to(precious / LOCK)
    (temporary / f"{PREFIX}pipe").mkdir()
    os.mkfifo(temporary / f"{PREFIX}pipe" / LOCK)
    (left_behind(temporary, "inside") / "link").symlink_to(precious)
    scratch.clear()
    assert (precious / "handout-1.pdf").exists()
    assert sorted(each.name for each in temporary.iterdir()) == [f"{PREFIX}{each}" for each in ("link", "lock", "pipe")]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows keeps each user's temporary files apart")
def test_what_is_anothers_stays(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = left_behind(temporary)
    monkeypatch.setattr("os.getuid", lambda: folder.stat().st_uid + 1)
    scratch.clear()
    assert folder.exists()
