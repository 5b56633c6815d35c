"""A notebook where nothing can be written is shown, and told once; nothing is made or changed there."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.notebook import trouble
from reader.core.notebook.keeping import Keeping
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Store, add

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")

FIRST = Note("1", "fibro", "note", Target("passage", quote="poor sleep"), "Ask about sleep")
LAST = Note("2", "fibro", "note", Target("passage", quote="pain"), "Ask about pain")


def written(place: Path) -> Keeping:
    """Return the notebook in a folder, open, with its last note in the log."""
    keeping = Keeping(place / "notebook.sqlite", place / "copies")
    keeping.do(lambda kept: kept.apply(add([FIRST])))
    keeping.do(lambda kept: kept.name_guides({"fibro": "Fibromyalgia"}))
    keeping.do(lambda kept: kept._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())
    keeping.do(lambda kept: kept.apply(add([LAST])))
    return keeping


def contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def permit(folder: Path, mode: int) -> None:
    """Let a folder and the files in it be written, or only be read."""
    for each in folder.iterdir():
        os.chmod(each, mode)  # noqa: PTH101 - see `refuse`
    os.chmod(folder, mode | 0o100)  # noqa: PTH101


def refuse(path: Path, _mode: int) -> None:
    """Change no permissions, as a disk does that can only be read."""
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))


@pytest.fixture
def left(users_folder: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder with the notebook as a window leaves it that closed or was killed; it can only be read by now."""
    writer, how = written(users_folder), request.param
    files = contents(users_folder)
    if how != "being written":
        writer.close()
    if how.startswith("killed"):
        for name, content in files.items():
            (users_folder / name).write_bytes(content)
    if how == "killed, and the memory of its windows lost":
        (users_folder / "notebook.sqlite-shm").unlink()
    if how == "closed, and its lock removed":
        (users_folder / "notebook.lock").unlink()
    permit(users_folder, 0o400)
    with monkeypatch.context() as disk:
        disk.setattr(Path, "chmod", refuse)
        yield users_folder
    permit(users_folder, 0o600)
    writer.close()


WAYS = [
    "closed",
    "closed, and its lock removed",
    "killed",
    "killed, and the memory of its windows lost",
    "being written",
]


@pytest.mark.parametrize("left", WAYS, indirect=True)
def test_its_notes_are_there_and_nothing_is_changed(left: Path, request: pytest.FixtureRequest) -> None:
    before = contents(left)
    reader = Keeping(left / "notebook.sqlite", left / "copies")
    assert [note.body for note in reader.do(Store.every)] == [FIRST.body, LAST.body]
    assert reader.do(Store.titles) == {"fibro": "Fibromyalgia"}
    assert reader.said() == (
        f"Your notes can be read, but none can be added or changed: nothing can be written in {left}."
    )
    for act in (
        lambda: reader.do(lambda kept: kept.apply(add([FIRST._replace(id="3")]))),
        lambda: reader.do(lambda kept: kept.name_guides({"fibro": "Another"})),
        reader.forget,
    ):
        with pytest.raises(OSError) as caught:
            act()
        assert trouble.told(caught.value, reader.file).startswith(f"You have no permission to write in {left}.")
    assert reader.look_after() is False
    assert len(reader.do(Store.every)) == 2
    assert reader.said() == ""
    assert not reader.has_changed()
    reader.close()
    after = contents(left)
    for each in (before, after):  # the writer's own, in this process
        each.pop("notebook.sqlite-shm" if request.node.callspec.id == "being written" else "", None)
    assert after == before


@pytest.mark.parametrize("left", ["closed"], indirect=True)
def test_it_is_written_again_once_the_place_lets_it(left: Path) -> None:
    window = Keeping(left / "notebook.sqlite", left / "copies")
    assert len(window.do(Store.every)) == 2
    permit(left, 0o600)
    window.do(lambda kept: kept.apply(add([FIRST._replace(id="3")])))
    assert len(window.do(Store.every)) == 3
    assert window.look_after() is False
    window.close()


@pytest.mark.parametrize("left", ["closed"], indirect=True)
def test_what_is_damaged_there_is_read_as_far_as_it_can_be(left: Path) -> None:
    file = left / "notebook.sqlite"
    damaged = bytearray(file.read_bytes())
    damaged[100:108] = b"\xff" * 8  # the head of the first page: SQLite knows no table any more
    permit(left, 0o600)
    file.write_bytes(damaged)
    permit(left, 0o400)
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True) as plain:
        plain.execute("SELECT * FROM note")
    plain.close()
    window = Keeping(file, left / "copies")
    assert {note.body for note in window.do(Store.every)} == {FIRST.body, LAST.body}
    window.close()
    assert file.read_bytes() == damaged
