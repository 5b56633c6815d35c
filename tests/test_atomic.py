"""A file that is written is whole or as it was, whatever happens meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader import atomic

KILLED = """
import os, signal, sys
from pathlib import Path
from reader import atomic

os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
atomic.write(Path(sys.argv[1]), b"new" * 1000)
"""


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_who_is_killed_leaves_the_old_file_and_a_draft_that_goes_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_text("old")
    killed = subprocess.run([sys.executable, "-I", "-c", KILLED, str(file)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert file.read_text() == "old"
    (draft,) = [name for name in names(tmp_path) if name != file.name]
    long_ago = time.time() - atomic.LEFT_SECONDS - 1
    os.utime(tmp_path / draft, (long_ago, long_ago))
    atomic.write(tmp_path / "another.csv", b"new")
    assert names(tmp_path) == ["another.csv", "words.csv"]


def test_the_draft_of_somebody_who_is_still_writing_stays(tmp_path: Path) -> None:
    draft = tmp_path / f"{atomic.PREFIX}1{atomic.SUFFIX}"
    draft.touch()
    atomic.write(tmp_path / "file", b"new")
    assert names(tmp_path) == [draft.name, "file"]


def test_a_disk_that_is_full_leaves_the_file_as_it_was_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    file = tmp_path / "file"
    file.write_text("old")
    with pytest.raises(OSError, match="No space left"):
        atomic.write(file, b"new")
    assert file.read_text() == "old"
    assert names(tmp_path) == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_stay_and_a_new_file_has_the_usual_ones(tmp_path: Path) -> None:
    (tmp_path / "shared").touch()
    (tmp_path / "shared").chmod(0o664)
    (tmp_path / "private").touch()
    (tmp_path / "private").chmod(0o600)
    before = os.umask(0o027)
    try:
        for name in ("shared", "private", "new"):
            atomic.write(tmp_path / name, b"")
        atomic.write(tmp_path / "state", b"", mode=0o600)
    finally:
        os.umask(before)
    modes = {each.name: each.stat().st_mode & 0o777 for each in tmp_path.iterdir()}
    assert modes == {"shared": 0o664, "private": 0o600, "new": 0o640, "state": 0o600}


def test_a_file_that_is_protected_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    really = os.open

    def protected(path: Path, flags: int, mode: int = 0o777) -> int:  # as for others than root, who may do anything
        if Path(path) == file and flags & os.O_WRONLY:
            raise PermissionError(13, "Permission denied")
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", protected)
    with pytest.raises(PermissionError):
        atomic.write(file, b"new")
    assert file.read_text() == "old"


def test_a_link_stays_and_what_it_leads_to_changes(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    file, link = tmp_path / "real" / "file", tmp_path / "link"
    file.write_text("old")
    link.symlink_to(file)
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert file.read_text() == "new"
    (tmp_path / "dangling").symlink_to(tmp_path / "real" / "later")
    atomic.write(tmp_path / "dangling", b"new")
    assert (tmp_path / "real" / "later").read_text() == "new"


def test_links_in_a_circle_are_an_error_like_others(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(OSError, match="symbolic links"):
        atomic.write(tmp_path / "circle", b"new")


def test_a_name_may_be_as_long_as_names_can_be(tmp_path: Path) -> None:
    atomic.write(tmp_path / ("x" * 255), b"new")
    assert names(tmp_path) == ["x" * 255]
