"""The thread that writes: what it says is kept is on the disk, what is not is told, and closing takes no time."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.notebook import copies
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import Change, Store, add
from reader.errors import ReaderError
from reader.ui.notebook import scribe as scribes
from reader.ui.notebook import scribe_work
from reader.ui.notebook.scribe import Scribe
from reader.ui.notebook.search import Search
from tests.core.notebook.edits import chosen, written


def note(number: int = 0, body: str = "Ask about sleep") -> Note:
    return Note(f"note-{number}", "fibro", "note", Target("passage", quote="poor sleep"), body)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "notebook.sqlite"


@pytest.fixture
def scribe(file: Path, qtbot: QtBot) -> Iterator[Scribe]:
    made = Scribe(file, file.parent / "copies")
    yield made
    made.finish()


def on_disk(file: Path) -> dict[str, str]:
    store = Store(file)
    found = {each.id: each.body for each in store.every()}
    store.close()
    return found


def test_what_is_kept_is_on_the_disk_when_it_is_told(scribe: Scribe, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scribe.kept) as told:
        given = scribe.write(add([note()]))
    assert told.args is not None
    number, [change] = told.args
    assert number == given
    assert change.after.revision == 1
    assert on_disk(file) == {"note-0": "Ask about sleep"}


def test_it_begins_once_the_first_picture_is_painted(scribe: Scribe, qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    scribe.begin_after(view)
    scribe.open_guide("fibro", "Fibro")
    assert not any(each.name == "scribe" and each is scribe._thread for each in threading.enumerate())
    with qtbot.waitSignal(scribe.opened, timeout=scribes.UNSEEN_MS):
        view.show()


def test_what_another_window_writes_is_shown(
    scribe: Scribe, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scribe_work, "LOOK_SECONDS", 0.05)
    with qtbot.waitSignal(scribe.opened):
        scribe.open_guide("fibro", "Fibro")
    other = Store(file)
    with qtbot.waitSignal(scribe.opened) as told:
        other.apply(add([note(1)]))
    other.close()
    assert told.args is not None
    [book] = told.args
    assert isinstance(book, Book)
    assert [each.id for each in book.notes] == ["note-1"]


def test_a_mark_does_not_go_and_come_when_another_window_writes(
    scribe: Scribe, file: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notes that are shown stand where they stood, before anybody has looked for them again."""
    monkeypatch.setattr(scribe_work, "LOOK_SECONDS", 0.05)
    guide = written(tmp_path, {"sleep": ["Sleep", "A fixed hour helps.", "Rest well."]})
    there, made = (note(number)._replace(target=chosen(guide, "sleep", "fixed hour")) for number in (0, 1))
    moved = there._replace(target=there.target._replace(block="sleep.9", last_block="sleep.9"))
    other = Store(file)
    other.apply(add([moved]))
    with qtbot.waitSignal(scribe.opened, check_params_cb=lambda book: book.is_found("note-0")):
        scribe.open_guide("fibro", "Fibro", guide.file)
    with qtbot.waitSignal(scribe.kept):
        scribe.write(add([made]))
    monkeypatch.setattr(Search.begin, "__defaults__", (-1.0,))
    with qtbot.waitSignal(scribe.opened) as told:
        other.apply(add([note(2)._replace(target=there.target)]))
    other.close()
    guide.close()
    assert told.args is not None
    [book] = told.args
    assert [book.is_found(f"note-{number}") for number in (0, 1)] == [True, True]


def test_its_own_writing_is_no_news(scribe: Scribe, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scribe_work, "LOOK_SECONDS", 0.02)
    with qtbot.waitSignal(scribe.opened):
        scribe.open_guide("fibro", "Fibro")
    with qtbot.waitSignal(scribe.kept):
        scribe.write(add([note()]))
    with qtbot.assertNotEmitted(scribe.opened, wait=200):
        pass


def test_what_cannot_be_kept_is_told_and_can_be_kept_later(scribe: Scribe, file: Path, qtbot: QtBot) -> None:
    file.parent.parent.joinpath("data").write_text("in the way")
    with qtbot.waitSignal(scribe.failed) as told:
        given = scribe.write(add([note()]))
    assert told.args == [given, f"A file stands where the folder {file.parent} should be."]
    file.parent.unlink()
    with qtbot.waitSignal(scribe.kept):
        scribe.write(add([note()]))
    assert on_disk(file) == {"note-0": "Ask about sleep"}


def test_a_note_that_no_table_takes_is_told_and_the_next_one_is_kept(scribe: Scribe, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scribe.failed):
        scribe.write([Change(None, note()._replace(rank=2**70))])
    with qtbot.waitSignal(scribe.kept):
        scribe.write(add([note(1)]))
    assert on_disk(file) == {"note-1": "Ask about sleep"}


def test_a_damaged_notebook_is_mended_said_once_and_shown(
    scribe: Scribe, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The damage is where nobody reads at the start: it is found in the background."""
    for name in ("LOOK_SECONDS", "CARE_SECONDS"):
        monkeypatch.setattr(scribe_work, name, 0.05)
    store = Store(file)
    store.apply(add(note(number, "Ask about sleep. " * 50) for number in range(50)))
    store.apply(add([note(99)._replace(guide="another")]))
    copies.make(store, file.parent / "copies")
    store.close()
    data = file.read_bytes()
    at = data.rindex(b"another")
    file.write_bytes(data[:at] + b"x" + data[at + 1 :])
    said: list[str] = []
    scribe.said.connect(said.append)
    with qtbot.waitSignal(scribe.opened):
        scribe.open_guide("fibro", "Fibro")
    with qtbot.waitSignal(scribe.opened) as told:
        pass
    assert told.args is not None
    assert len(told.args[0].notes) == 50
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    assert "51 notes were brought back" in said[0]
    assert on_disk(file).keys() == {f"note-{number}" for number in (*range(50), 99)}


def test_the_copy_of_the_day_is_made_in_a_rest(
    scribe: Scribe, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOOK_SECONDS", "CARE_SECONDS"):
        monkeypatch.setattr(scribe_work, name, 0.05)
    scribe.write(add([note()]))
    qtbot.waitUntil(lambda: copies.listed(file.parent / "copies") != [])
    assert len(copies.listed(file.parent / "copies")) == 1


def test_who_asks_gets_an_answer_or_the_error_in_the_thread_of_the_window(scribe: Scribe, qtbot: QtBot) -> None:
    answers: list[object] = []
    threads: list[int] = []

    def take(answer: object) -> None:
        answers.append(answer)
        threads.append(threading.get_ident())

    def fail(store: Store) -> None:
        raise ReaderError("No.")

    scribe.write(add([note()]))
    scribe.ask(lambda store: len(store.every()), take)
    scribe.ask(fail, take)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers[0] == 1
    assert isinstance(answers[1], ReaderError)
    assert set(threads) == {threading.get_ident()}


def test_what_nobody_foresaw_is_told_and_the_notes_behind_it_are_kept(
    scribe: Scribe, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of our own, in whatever is done in the thread: it does not end, or nothing more would be written."""
    answers: list[object] = []
    with monkeypatch.context() as patch, qtbot.waitSignal(scribe.failed):
        patch.setattr(Store, "of_guide", lambda *_: 1 / 0)
        scribe.open_guide("fibro", "Fibro")
    scribe.ask(lambda _: 1 / 0, answers.append)
    scribe.ask(_endless, answers.append)
    with qtbot.waitSignal(scribe.kept):
        scribe.write(add([note()]))
    assert [type(each) for each in answers] == [ReaderError, ReaderError]
    assert on_disk(file) == {"note-0": "Ask about sleep"}


def _endless(store: Store) -> object:
    return _endless(store)


def test_notes_that_another_window_deletes_for_good_do_not_come_back(
    scribe: Scribe, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An undo that is pressed before anybody knows of it fails; then the window knows, and may begin anew."""
    with qtbot.waitSignal(scribe.opened):
        scribe.open_guide("fibro", "Fibro")
    with qtbot.waitSignal(scribe.kept) as kept:
        scribe.write(add([note()]))
    assert kept.args is not None
    [added] = kept.args[1]
    with qtbot.waitSignal(scribe.kept):
        scribe.write([added.reverse])
    other = Store(file)
    other.forget()
    heard: list[str] = []
    scribe.failed.connect(lambda _, why: heard.append(why))
    scribe.opened.connect(lambda book: heard.append(f"{len(book)} notes"))
    with qtbot.waitSignal(scribe.forgotten):
        scribe.write([added])
    assert heard == ["Notes were deleted for good in another window, and this is about one of them.", "0 notes"]
    assert other.every() == []
    other.close()
    with qtbot.waitSignal(scribe.kept):
        scribe.write([added])


def test_a_window_hears_of_what_another_one_deletes_for_good_and_not_of_what_it_does_itself(
    scribe: Scribe, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scribe_work, "LOOK_SECONDS", 0.02)
    with qtbot.waitSignal(scribe.opened):
        scribe.open_guide("fibro", "Fibro")
    answers: list[object] = []
    with qtbot.assertNotEmitted(scribe.forgotten, wait=200):
        scribe.forget(None, answers.append)
    assert answers == [None]
    other = Store(file)
    with qtbot.waitSignals([scribe.opened, scribe.forgotten], order="strict"):
        other.forget("fibro")
    other.close()


def test_notes_that_could_not_be_read_are_shown_once_they_can_be(
    scribe: Scribe, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scribe_work, "LOOK_SECONDS", 0.02)
    file.parent.write_text("in the way")
    with qtbot.waitSignal(scribe.failed) as told:
        scribe.open_guide("fibro", "Fibro")
    assert told.args is not None
    assert told.args[1].startswith("Your notes cannot be shown at the moment. A file stands where the folder")
    with qtbot.waitSignal(scribe.opened):
        file.parent.unlink()


def test_all_guides_come_with_their_titles(scribe: Scribe, qtbot: QtBot) -> None:
    scribe.open_guide("fibro", "Fibromyalgia")
    scribe.write(add([note()]))
    with qtbot.waitSignal(scribe.every) as told:
        scribe.open_every()
    assert told.args is not None
    notes, titles = told.args
    assert [each.id for each in notes] == ["note-0"]
    assert titles == {"fibro": "Fibromyalgia"}


def test_a_folder_that_is_removed_is_made_again_with_all_notes(scribe: Scribe, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(scribe.opened):
        scribe.open_guide("fibro", "Fibro")
    with qtbot.waitSignal(scribe.kept):
        scribe.write(add([note(0)]))
    shutil.rmtree(file.parent)
    with qtbot.waitSignals([scribe.kept, scribe.said, scribe.opened]):
        scribe.write(add([note(1)]))
    assert on_disk(file).keys() == {"note-0", "note-1"}


class TestClosing:
    def test_everything_that_was_handed_over_is_written(self, scribe: Scribe, file: Path) -> None:
        for number in range(50):
            scribe.write(add([note(number)]))
        assert scribe.finish()
        assert len(on_disk(file)) == 50

    def test_nothing_to_write_touches_no_disk(self, scribe: Scribe, file: Path) -> None:
        assert scribe.finish()
        assert not file.parent.exists()

    def test_a_disk_that_does_not_answer_holds_nobody_up_and_is_told(
        self, scribe: Scribe, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A slow disk is waited for a little; then the window learns that not all of it is written."""
        monkeypatch.setattr(scribes, "WRITE_SECONDS", 0.1)
        answers = threading.Event()
        monkeypatch.setattr(Store, "apply", lambda *_: answers.wait(10) and [])
        scribe.write(add([note()]))
        before = time.monotonic()
        assert not scribe.finish()
        assert time.monotonic() - before < 5
        answers.set()

    def test_what_fails_at_the_last_moment_is_no_success(self, scribe: Scribe, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr(Store, "apply", full)
        scribe.write(add([note()]))
        assert not scribe.finish()

    def test_what_failed_before_was_told_then(
        self, scribe: Scribe, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch, qtbot.waitSignal(scribe.failed):
            patch.setattr(Store, "apply", lambda *_: 1 / 0)
            scribe.write(add([note()]))
        assert scribe.finish()
