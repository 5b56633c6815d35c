"""Faults, each made on purpose: whatever happens to disk, folder and file, no note that was kept is lost.

Each test is named after its fault. A disk that is slow or does not answer: tests/ui/test_scribe.py; more of windows:
test_store.py; of mending: test_mending.py; of a backup that means ill: test_backup.py; a program that is killed:
tests/stories/test_notebook_killed.py.
"""

from __future__ import annotations

import contextlib
import errno
import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import lock
from reader.core.notebook import backup, copies, its_file, mending, salvage, trouble
from reader.core.notebook.database import LaterVersionError
from reader.core.notebook.its_file import NotOursError
from reader.core.notebook.keeping import Keeping
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Change, Store, add
from reader.errors import ReaderError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these faults are made as Unix makes them")
PAGE = 4096
COUNT = 120
ROOT = Path(__file__).parents[3]
NOBODY = 65534


def note(number: int, words: str = "Ask about sleep") -> Note:
    return Note(f"{number:06}", "fibro", "note", Target("passage", quote="poor sleep"), f"{words} {number}. " * 15)


NOTES = [note(number) for number in range(COUNT)]
BODIES = {each.id: each.body for each in NOTES}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notebook.sqlite"


@pytest.fixture
def folder(file: Path) -> Path:
    return file.parent / "copies"


@pytest.fixture
def keeping(file: Path, folder: Path) -> Iterator[Keeping]:
    """A window with some notes, open."""
    opened = Keeping(file, folder)
    opened.do(lambda kept: kept.apply(add(NOTES)))
    yield opened
    opened.close()


def bodies(keeping: Keeping) -> dict[str, str]:
    return {each.id: each.body for each in keeping.do(Store.every)}


def write(keeping: Keeping, number: int) -> None:
    keeping.do(lambda kept: kept.apply(add([note(number)])))


def crashed(keeping: Keeping, to: Path) -> Path:
    """Return the notebook as a window leaves it that is killed: the log is not in the file yet."""
    to.mkdir(mode=0o700)
    for each in keeping.file.parent.glob("notebook.sqlite*"):
        shutil.copy(each, to)
    return to / keeping.file.name


def again(file: Path, folder: Path) -> tuple[dict[str, str], str]:
    """Return what the next window has, and what it says."""
    window = Keeping(file, folder)
    window.do(Store.every)
    window.look_after()
    found, said = bodies(window), window.said()
    window.close()
    return found, said


# The disk


def test_01_full_disk(tmp_path: Path) -> None:
    """A disk of 256 KB: the note that has no room is told, all before it are there, and there is room again later."""
    program = """
import sys
from pathlib import Path
from reader.core.notebook import trouble
from reader.core.notebook.keeping import Keeping
from reader.core.notebook.store import add, Store
from tests.core.notebook.test_faults import note
disk = Path(sys.argv[1])
filler = disk / "film"
filler.write_bytes(bytes(60_000))
keeping = Keeping(disk / "notebook.sqlite", disk / "copies")
kept, said = 0, ""
while kept < 10_000 and not said:
    try:
        keeping.do(lambda store: store.apply(add([note(kept)])))
        kept += 1
    except Exception as error:
        said = trouble.told(error, keeping.file)
assert "The disk is full" in said, said
assert len(keeping.do(Store.every)) == kept > 5, kept
filler.unlink()
keeping.do(lambda store: store.apply(add([note(kept)])))
keeping.close()
again = Keeping(disk / "notebook.sqlite", disk / "copies")
assert len(again.do(Store.every)) == kept + 1
assert again.do(Store.is_whole)
"""
    script = 'mount -t tmpfs -o size=256k none "$1" && exec "$2" -c "$3" "$1"'
    mine = ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run([*mine, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine gives nobody a small disk of his own; the next test fills one in another way")
    command = [*mine, "sh", "-ec", script, "sh", str(tmp_path), sys.executable, program]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_46_full_disk_and_all_notes_in_the_log(keeping: Keeping, file: Path, folder: Path) -> None:
    """The log finds no room in the file: the notes can be read all the same, also at the next start."""
    left = crashed(keeping, file.parent.parent / "crashed")
    with limited(left.with_name(f"{left.name}-wal").stat().st_size // 2):
        window = Keeping(left, folder)
        assert bodies(window) == BODIES
        assert window.said() == ""
        window.close()
    assert again(left, folder) == (BODIES, "")


def test_02_no_room_in_the_log(keeping: Keeping, file: Path) -> None:
    """What the log takes no more of is told; the notes before it stay, and the next one is kept once there is room."""
    with (
        limited(file.with_name(f"{file.name}-wal").stat().st_size + 1000),
        pytest.raises(sqlite3.OperationalError) as e,
    ):
        write(keeping, COUNT)
    assert isinstance(e.value, Exception)
    assert bodies(keeping) == BODIES
    write(keeping, COUNT)
    assert len(bodies(keeping)) == COUNT + 1


@contextlib.contextmanager
def limited(size: int) -> Iterator[None]:
    """Let no file grow over *size* bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EDQUOT, "Your share of this disk is used up"),
        (errno.EIO, "reports an error"),
        (errno.EROFS, "can only be read"),
    ],
    ids=["03_quota", "04_error_of_the_disk", "05_disk_that_can_only_be_read"],
)
def test_what_sqlite_does_not_say_is_found_out(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    """SQLite says "disk I/O error" to each of them: only the system knows."""
    file.parent.mkdir()
    file.touch()

    def fsync(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("os.fsync", fsync)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert said in trouble.told(error, file)
    assert [each.name for each in file.parent.iterdir()] == [file.name], "nothing is left of the look"


def test_06_lock_held_by_another_process(keeping: Keeping, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that never lets go: told, not waited for without end; kept as soon as it does."""
    monkeypatch.setattr(its_file, "WAIT_SECONDS", 0.1)
    keeping.close()
    code = "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('BEGIN IMMEDIATE'); print(); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(sqlite3.OperationalError) as caught:
            write(keeping, COUNT)
        assert "Another program is busy" in trouble.told(caught.value, file)
        assert bodies(keeping) == BODIES, "reading goes on"
        other.kill()
    write(keeping, COUNT)
    assert len(bodies(keeping)) == COUNT + 1


def test_07_window_that_hangs_with_our_lock(keeping: Keeping, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written without the lock: it is told, reading goes on, and it is kept as soon as the lock is free."""
    monkeypatch.setattr(its_file, "WAIT_SECONDS", 0.1)
    with lock.held(its_file.lock_of(file), 0) as is_held:
        assert is_held
        with pytest.raises(lock.HeldError) as caught:
            write(keeping, COUNT)
        assert "Another program is busy" in trouble.told(caught.value, file)
        assert bodies(keeping) == BODIES
    write(keeping, COUNT)
    assert len(bodies(keeping)) == COUNT + 1


@pytest.mark.parametrize("is_open", [True, False], ids=["this window has it open", "at the start"])
def test_38_damage_while_another_window_holds_the_lock(
    keeping: Keeping, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, is_open: bool
) -> None:
    """It may be mending: nothing is set aside under its hands. Later, the file is mended."""
    monkeypatch.setattr(its_file, "WAIT_SECONDS", 0.1)
    keeping.look_after()
    keeping.close()
    data = file.read_bytes()
    at = data.index(b"Ask about")
    damaged = data[:at] + b"x" + data[at + 1 :]
    file.write_bytes(damaged)
    if is_open:
        keeping.do(Store.forgotten)
    with lock.held(its_file.lock_of(file), 0), pytest.raises(lock.HeldError):
        keeping.look_after()
    assert file.read_bytes() == damaged
    assert mending.leftovers(file) == []
    assert bodies(keeping) == BODIES
    assert "set aside" in keeping.said()


def test_08_network_home_without_shared_memory(
    keeping: Keeping, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log needs memory that windows share; where there is none, a journal takes its place, and no note is lost."""
    left = crashed(keeping, file.parent.parent / "network")
    connect = sqlite3.connect

    def on_network(path: Path, **options: object) -> sqlite3.Connection:
        return connect(f"{Path(path).as_uri()}?vfs=unix-dotfile", uri=True, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", on_network)
    network = Keeping(left, folder)
    assert bodies(network) == BODIES
    assert network.do(lambda kept: kept._database.execute("PRAGMA journal_mode").fetchone()) == ("delete",)
    write(network, COUNT)
    network.close()
    assert len(again(left, folder)[0]) == COUNT + 1


# The folder


def test_09_read_only_folder(users_folder: Path) -> None:
    """Told with the folder's name; the note is kept once the folder lets it."""
    users_folder.chmod(0o500)
    keeping = Keeping(users_folder / "notebook.sqlite", users_folder / "copies")
    with pytest.raises(OSError) as caught:
        write(keeping, 0)
    assert trouble.told(caught.value, keeping.file).startswith(f"You have no permission to write in {users_folder}.")
    users_folder.chmod(0o700)
    write(keeping, 0)
    assert len(bodies(keeping)) == 1
    keeping.close()


def test_10_permission_taken_from_the_file(users_folder: Path) -> None:
    """A file that may only be read is told, and left as it is."""
    keeping = Keeping(users_folder / "notebook.sqlite", users_folder / "copies")
    write(keeping, 0)
    keeping.close()
    keeping.file.chmod(0o400)
    before = keeping.file.read_bytes()
    with pytest.raises(PermissionError) as caught:
        write(keeping, 1)
    assert trouble.told(caught.value, keeping.file).startswith(f"You have no permission to write in {users_folder}.")
    keeping.close()
    assert keeping.file.read_bytes() == before
    keeping.file.chmod(0o600)
    write(keeping, 1)
    assert len(bodies(keeping)) == 2
    keeping.close()


def test_11_permission_given_to_others(keeping: Keeping, file: Path, folder: Path) -> None:
    """A file that others can read is the owner's alone again at the next start."""
    keeping.close()
    file.chmod(0o644)
    again(file, folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("is_copied", [False, True], ids=["without a copy", "with an older copy"])
def test_12_folder_removed_while_open(keeping: Keeping, file: Path, folder: Path, is_copied: bool) -> None:
    """The window still has the file: the next note is kept in a new folder, with all the others."""
    if is_copied:
        keeping.look_after()
    keeping.do(lambda kept: kept.apply([Change(each, each._replace(body="newer")) for each in kept.every()[:1]]))
    elsewhere = file.parent.parent / "elsewhere"
    shutil.move(folder, elsewhere) if is_copied else None
    shutil.rmtree(file.parent)
    if is_copied:
        file.parent.mkdir()
        shutil.move(elsewhere, folder)
    write(keeping, COUNT)
    assert bodies(keeping) == {**BODIES, NOTES[0].id: "newer", **{each.id: each.body for each in [note(COUNT)]}}
    assert "made anew with all your notes" in keeping.said()
    keeping.close()
    assert len(again(file, folder)[0]) == COUNT + 1


@pytest.mark.parametrize("moment", ["before this window notices", "while this window has no room"])
def test_39_folder_removed_and_a_new_file_begun_by_another_process(
    keeping: Keeping, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """The new file is not all there is: this window's notes come into it; what is newer there stays."""
    shutil.rmtree(file.parent)
    if moment != "before this window notices":
        with monkeypatch.context() as patch, pytest.raises(OSError, match="No room"):
            patch.setattr(its_file, "make", _no_room)
            write(keeping, COUNT)
        shutil.rmtree(file.parent)
    other = Keeping(file, folder)
    newer = NOTES[0]._replace(body="newer", revision=7)
    other.do(lambda kept: kept.apply(add([newer, note(1000)])))
    write(keeping, COUNT)
    there = {each.id: each.body for each in (newer, note(1000), note(COUNT))}
    assert bodies(keeping) == bodies(other) == {**BODIES, **there}
    assert "made anew with all your notes" in keeping.said()
    other.close()


def _no_room(_: Path) -> None:
    raise OSError(errno.ENOSPC, "No room")


@pytest.mark.parametrize("is_mended", [False, True], ids=["after the folder was removed", "after it was mended"])
def test_40_notes_deleted_for_good_in_the_new_file(keeping: Keeping, file: Path, folder: Path, is_mended: bool) -> None:
    """A window that still has the old file brings nothing of it back."""
    other = Keeping(file, folder)
    if is_mended:
        other.do(lambda kept: kept._database.execute("UPDATE note SET body = 'x' WHERE id = '000003'"))
        other.look_after()
    else:
        shutil.rmtree(file.parent)
    other.do(lambda kept: kept.apply(add([note(1000)])))
    other.forget()
    write(keeping, COUNT)
    assert bodies(keeping) == {note(COUNT).id: note(COUNT).body}
    assert keeping.said() == ""
    other.close()


def test_41_mending_that_was_killed_before_notes_are_deleted_for_good(keeping: Keeping, file: Path) -> None:
    """What it had begun to write goes, too."""
    shutil.copy(file, file.with_name("notebook.draft.sqlite"))
    keeping.forget()
    assert not list(file.parent.glob("*draft*"))


def test_42_a_daily_copy_made_while_another_window_deletes_notes_for_good(
    keeping: Keeping, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No copy is made of what another window deletes meanwhile."""
    other = Keeping(file, folder)
    other.do(Store.every)
    monkeypatch.setattr(its_file, "WAIT_SECONDS", 0.1)
    deleting: list[Exception] = []
    titles = Store.titles

    def delete_meanwhile(store: Store) -> dict[str, str]:
        try:
            other.forget()
        except OSError as error:
            deleting.append(error)
        return titles(store)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "titles", delete_meanwhile)
        keeping.look_after()
    assert len(deleting) == 1, "it has to wait"
    other.forget()
    assert copies.listed(folder) == []
    other.close()


def test_13_symlink_in_place_of_the_file(file: Path, folder: Path, tmp_path: Path) -> None:
    """Nothing is written where somebody's link leads, not even an empty file."""
    file.parent.mkdir()
    target = tmp_path / "of somebody else"
    for link in (file, file.with_name(f"{file.name}-wal"), its_file.lock_of(file)):
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        with pytest.raises(NotOursError, match="leads elsewhere"):
            write(Keeping(file, folder), 0)
        assert not target.exists()
        link.unlink()
    write(Keeping(file, folder), 0)


def test_14_pipe_in_place_of_the_file(file: Path, folder: Path) -> None:
    """Whoever opens a pipe waits for ever: it is told instead."""
    file.parent.mkdir()
    os.mkfifo(file)
    with pytest.raises(NotOursError):
        write(Keeping(file, folder), 0)


# The file


def test_15_torn_write(keeping: Keeping, file: Path, folder: Path) -> None:
    """The power fails in the middle of a page of the log: what was kept before is there, wherever the tear is."""
    log_size = file.with_name(f"{file.name}-wal").stat().st_size
    write(keeping, COUNT)
    left = crashed(keeping, file.parent.parent / "torn")
    log = left.with_name(f"{left.name}-wal")
    whole = log.read_bytes()
    for size in range(log_size + 1, len(whole), 1111):
        for each in left.parent.glob("notebook*"):
            each.unlink()
        shutil.copy(file, left)
        log.write_bytes(whole[:size])
        found, said = again(left, folder)
        assert BODIES.items() <= found.items()
        assert said == "", "a note that nobody was told is kept is no damage"


def test_16_truncated_file(keeping: Keeping, file: Path, folder: Path) -> None:
    """Half of the file is gone: the other half is there, and with the daily copy all of it."""
    keeping.close()
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    found, said = again(file, folder)
    assert found.items() <= BODIES.items()
    assert len(found) > COUNT // 5
    assert "was damaged" in said
    keeping.do(lambda kept: kept.apply(add(NOTES)))
    copies.make(Store(file), folder)
    keeping.close()
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])
    assert again(file, folder)[0] == BODIES


@pytest.mark.parametrize(
    "is_copied", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["without a copy", "with a copy"]
)
def test_17_flipped_bytes_in_each_page_in_turn(keeping: Keeping, file: Path, folder: Path, is_copied: bool) -> None:
    """A wrong byte is noticed wherever it is, and costs at most the notes of its page; none, where there is a copy."""
    if is_copied:
        keeping.look_after()
    keeping.close()
    data = file.read_bytes()
    a_page = max(2, PAGE // len(NOTES[0].body) + 1)
    for start in range(0, len(data), PAGE):
        for at in (start, start + 8 + start // PAGE % 16, start + PAGE - 100):
            for each in file.parent.glob("notebook*"):
                each.unlink()
            file.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
            found, said = again(file, folder)
            right = {name for name, body in found.items() if BODIES[name] == body}
            assert found.keys() == right or not is_copied
            assert len(right) >= (COUNT if is_copied else COUNT - a_page), at
            assert said or len(right) == COUNT, "never in silence"


def test_18_flipped_byte_in_the_log(keeping: Keeping, file: Path, folder: Path) -> None:
    """SQLite believes nothing behind it, and says nothing: what was kept after it is read all the same."""
    log = file.with_name(f"{file.name}-wal")
    at = log.stat().st_size
    for number in range(COUNT, COUNT + 20):
        write(keeping, number)
    left = crashed(keeping, file.parent.parent / "crashed")
    log = left.with_name(f"{left.name}-wal")
    data = bytearray(log.read_bytes())
    data[at + 2000] ^= 1
    log.write_bytes(data)
    found, said = again(left, folder)
    assert len(found) == COUNT + 20
    assert "was damaged" in said


@pytest.mark.parametrize("is_empty", [False, True], ids=["gone", "empty"])
def test_19_log_without_its_file(keeping: Keeping, file: Path, folder: Path, is_empty: bool) -> None:
    """SQLite deletes such a log at once; all notes in it are read first."""
    left = crashed(keeping, file.parent.parent / "crashed")
    left.unlink()
    if is_empty:
        left.touch()
    found, said = again(left, folder)
    assert found == BODIES
    assert ("was damaged" if is_empty else "was gone") in said


def test_20_file_without_its_log(keeping: Keeping, file: Path, folder: Path) -> None:
    """What is in the file is there, what was in the log comes from the daily copy."""
    left = crashed(keeping, file.parent.parent / "crashed")
    left.with_name(f"{left.name}-wal").unlink()
    keeping.look_after()
    keeping.close()
    found, _ = again(left, folder)
    assert found.items() <= BODIES.items()
    file.write_bytes(left.read_bytes()[:0])
    assert again(file, folder)[0] == BODIES


def test_21_newer_version(keeping: Keeping, file: Path, folder: Path) -> None:
    """A file of a later program is whole: it is told, and not touched."""
    keeping.do(lambda kept: kept._database.execute("PRAGMA user_version = 2"))
    keeping.close()
    before = file.read_bytes()
    with pytest.raises(LaterVersionError, match="They are safe"):
        write(keeping, COUNT)
    assert file.read_bytes() == before
    assert mending.leftovers(file) == []


def test_22_file_replaced_by_the_mending_of_another_window(keeping: Keeping, file: Path, folder: Path) -> None:
    """A window that has the old file open goes on in the new one."""
    file.write_bytes(file.read_bytes()[:100] + bytes(PAGE))
    other = Keeping(file, folder)
    other.do(Store.every)
    other._mend()
    write(keeping, COUNT)
    assert keeping.has_changed(), "the window is to show what came out of the mending"
    assert not keeping.has_changed()
    write(other, COUNT + 1)
    assert bodies(keeping) == bodies(other)
    assert note(COUNT).id in bodies(other)
    assert set(BODIES) <= set(bodies(other))
    keeping.close()
    assert len(bodies(other)) == COUNT + 2, "closing the old file takes nothing from the new one"
    other.close()


def test_23_killed_in_the_middle_of_mending(
    keeping: Keeping, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At whichever step: the next window has every note."""
    left = crashed(keeping, file.parent.parent / "crashed")
    left.write_bytes(b"")
    replace, steps = Path.replace, 0

    class Killed(BaseException):
        pass

    def until(path: Path, target: Path) -> Path:
        nonlocal steps
        if steps == 0:
            raise Killed
        steps -= 1
        return replace(path, target)

    for survived in range(6):
        home = left.parent.parent / f"killed {survived}"
        shutil.copytree(left.parent, home)
        steps = survived
        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", until)
            with contextlib.suppress(Killed):
                Keeping(home / left.name, folder).do(Store.every)
        assert again(home / left.name, folder)[0] == BODIES, survived


# The clock, other windows, a slow disk


def test_24_clock_set_back(keeping: Keeping, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wrote last is told by revisions: the newer words stay, also against a copy of a day that is yet to come."""
    keeping.look_after()
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr("time.strftime", lambda _: "1970-01-01")
    keeping.do(lambda kept: kept.apply([Change(each, each._replace(body="newer")) for each in kept.every()]))
    keeping.look_after()
    keeping.close()
    keeping.file.write_bytes(b"")
    assert set(bodies(keeping).values()) == {"newer"}


def test_25_two_windows_editing_one_note(keeping: Keeping, file: Path, folder: Path) -> None:
    """Both texts are in it, and a window that tries again after an error adds its text once."""
    other = Keeping(file, folder)
    before = other.do(Store.every)[0]
    mine, theirs = ([Change(before, before._replace(body=words))] for words in ("mine", "theirs"))
    keeping.do(lambda kept: kept.apply(mine))
    for _ in range(2):
        other.do(lambda kept: kept.apply(theirs))
    assert bodies(keeping)[before.id] == "mine\n\ntheirs"
    other.close()


@pytest.mark.slow
def test_26_two_processes_making_the_file_at_the_same_moment(file: Path, folder: Path) -> None:
    """Each of them keeps its note."""
    code = """
import sys
from pathlib import Path
from reader.core.notebook.keeping import Keeping
from reader.core.notebook.store import add
from tests.core.notebook.test_faults import note
keeping = Keeping(Path(sys.argv[1]), Path(sys.argv[2]))
print(flush=True)
input()
keeping.do(lambda store: store.apply(add([note(int(sys.argv[3]))])))
"""
    commands = [[sys.executable, "-c", code, str(file), str(folder), str(number)] for number in range(4)]
    started = [
        subprocess.Popen(each, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for each in commands
    ]
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in started:
        process.communicate()
        assert process.returncode == 0
    assert len(again(file, folder)[0]) == len(started)


def test_35_another_window_closes_while_this_one_looks_after_its_file(
    keeping: Keeping, file: Path, folder: Path
) -> None:
    """Whoever opens the file itself and closes it gives up SQLite's locks: the other would take the log away."""
    keeping.look_after()
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    trouble.told(error, file)
    code = """
import sys
from pathlib import Path
from reader.core.notebook.keeping import Keeping
from reader.core.notebook.store import Store
keeping = Keeping(Path(sys.argv[1]), Path(sys.argv[2]))
keeping.do(Store.every)
keeping.close()
"""
    subprocess.run([sys.executable, "-c", code, str(file), str(folder)], cwd=ROOT, check=True)
    assert file.with_name(f"{file.name}-wal").exists(), "this window has it open"
    write(keeping, COUNT)
    found, said = again(crashed(keeping, file.parent.parent / "crashed"), folder)
    assert len(found) == COUNT + 1
    assert said == ""


def test_36_locks_lost_and_the_log_removed_by_another_process(keeping: Keeping, file: Path, folder: Path) -> None:
    """The window notices that its log is nobody's any more, and goes on with the file: no note is lost."""
    with contextlib.suppress(ReaderError):
        backup.load(file)  # somebody takes the notebook itself for a backup: to close it gives up SQLite's locks
    code = (
        "import sys; from pathlib import Path; from reader.core.notebook.store import Store;"
        "store = Store(Path(sys.argv[1])); store.every(); store.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(file)], cwd=ROOT, check=True)
    assert not file.with_name(f"{file.name}-wal").exists()
    write(keeping, COUNT)
    found, said = again(file, folder)
    assert len(found) == COUNT + 1
    assert said == ""


def test_37_deleting_while_nobody_knows_that_the_file_is_damaged(keeping: Keeping, file: Path, folder: Path) -> None:
    """It is mended first, and the file that this sets aside goes, too: no word of that guide is anywhere."""
    keeping.do(lambda kept: kept.apply(add([note(COUNT, "xylograph")._replace(guide="another")])))
    keeping.look_after()
    keeping.close()
    data = file.read_bytes()
    at = data.index(b"another", data.index(b"xylograph") - 200)
    file.write_bytes(data[:at] + b"x" + data[at + 1 :])  # in the row: the index leads to it still
    keeping.forget("another")
    assert keeping.said() == "The file with your notes was damaged. It was mended; the damaged one is deleted."
    assert bodies(keeping) == BODIES
    keeping.close()
    left = b"".join(each.read_bytes() for each in (*file.parent.glob("*.*"), *folder.iterdir()))
    assert b"xylograph" not in left


# Backups and copies


def test_27_damaged_daily_copy(keeping: Keeping, file: Path, folder: Path) -> None:
    """The one before it takes its place."""
    kept = Store(file)
    for day in ("2026-11-21", "2026-11-22"):
        copies.make(kept, folder, lambda day=day: day)  # type: ignore[misc]
    kept.close()
    keeping.close()
    copies.listed(folder)[0].file.write_bytes(b"\xff\xfe{")
    file.write_bytes(b"")
    assert bodies(keeping) == BODIES


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script></html>",
        b"[" * 100_000,
        b'{"format": "pathway-reader-notebook", "version": 1, "notes": 7}',
        b'{"format": "pathway-reader-notebook", "version": 99, "notes": []}',
        b"\x89PNG\r\n\x1a\n" + bytes(1000),
    ],
    ids=["28_html", "29_endless_brackets", "30_no_notes", "31_later_version", "32_picture"],
)
def test_backup_that_means_ill(keeping: Keeping, tmp_path: Path, content: bytes) -> None:
    """It is told or has no note; those that are there stay."""
    file = tmp_path / f"x{backup.SUFFIX}"
    file.write_bytes(content)
    with contextlib.suppress(ReaderError):
        found = backup.load(file)
        changes = backup.restoring(found, keeping.do(Store.every)).changes
        keeping.do(lambda kept: kept.apply(changes))
    assert bodies(keeping) == BODIES


def test_33_backup_with_tricks_in_its_names(keeping: Keeping, file: Path, folder: Path, tmp_path: Path) -> None:
    """A name that is a path or a statement is a name: nothing is written elsewhere, and all notes stay."""
    names = ["../../../etc/passwd", "/tmp/x", "'; DROP TABLE note; --", "con", "a\nb", "%s{0}"]
    ill = [Note(name, name, "note", Target("entry", name), "<b>body</b>") for name in names]
    backup.save(tmp_path / "x", ill, dict.fromkeys(names, "<h1>title</h1>"))
    found = backup.load(tmp_path / "x")
    keeping.do(lambda kept: kept.apply(backup.restoring(found, kept.every()).changes))
    keeping.look_after()
    assert bodies(keeping) == {**BODIES, **dict.fromkeys(names, "<b>body</b>")}
    expected = {"notebook.sqlite", "notebook.sqlite-wal", "notebook.sqlite-shm", "notebook.lock", "copies"}
    assert {each.name for each in file.parent.iterdir()} == expected
    assert {each.name for each in folder.iterdir()} == {copies.listed(folder)[0].file.name}


def test_34_damaged_file_that_means_ill(file: Path, folder: Path) -> None:
    """Pages whose numbers lead in circles or out of the file are read in a moment, and cost nothing."""
    pages = [bytes([13, 0, 0, 255, 255, 0, 0, 0]) + bytes([fill]) * (PAGE - 8) for fill in (0, 1, 0x7F, 0x81, 0xFF)]
    file.parent.mkdir()
    file.write_bytes(b"SQLite format 3\0" + bytes(PAGE - 16) + b"".join(pages))
    assert salvage.read(file, file.with_name("no log")).notes == {}
    assert again(file, folder)[0] == {}


def test_43_damaged_file_that_is_too_large(
    keeping: Keeping, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can be read within bounds is there, and it is said that this was not all; the rest stays where it was."""
    keeping.close()
    monkeypatch.setattr(salvage, "LARGEST", file.stat().st_size // 2)
    data = b"x" * 16 + file.read_bytes()[16:]
    file.write_bytes(data)
    found, said = again(file, folder)
    assert 0 < len(found) < COUNT
    assert "notebook.damaged-1.sqlite was too large to be looked through to its end: there may be more notes" in said
    assert file.with_name("notebook.damaged-1.sqlite").read_bytes() == data


def test_44_damaged_file_that_takes_too_long(
    keeping: Keeping, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notes read so far are there."""
    keeping.close()
    file.write_bytes(b"x" * 16 + file.read_bytes()[16:])
    monkeypatch.setattr(salvage, "SECONDS", 0)
    found, said = again(file, folder)
    assert len(found) == 1
    assert "there may be more notes in it" in said


def test_45_page_on_which_all_rows_are_the_same_long_one(file: Path) -> None:
    """It is one note, however often it is told."""
    kept = Store(file)
    kept.apply(add([note(1)._replace(body="long " * 10_000)]))
    kept.close()
    data = file.read_bytes()
    leaf = next(at for at in range(PAGE, len(data), PAGE) if data[at] == 13 and b"000001" in data[at : at + PAGE])
    cell = data[leaf + 8 : leaf + 10]
    count = (int.from_bytes(cell, "big") - 8) // 2
    page = (
        bytes([13, 0, 0, *count.to_bytes(2, "big"), 0, 0, 0]) + cell * count + data[leaf + 8 + 2 * count : leaf + PAGE]
    )
    file.write_bytes(data[:leaf] + page + data[leaf + PAGE :])
    assert count > 100
    assert [each.body for each in salvage.read(file, file).notes.values()] == ["long " * 10_000]
