"""The real program, ended by force a hundred times while one writes notes: nothing that it said is kept is lost."""

from __future__ import annotations

import json
import logging
import random
import shutil
import sys
from collections import Counter
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from reader import paths
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Store
from tests.stories.killing import long_guide, started

KILLS = 100
LONGEST = 0.8  # seconds of writing before it is killed, at the most

# Starts the window as the command does and presses one key after another: notes that are typed, highlights, bookmarks,
# undoing and doing again. What was pressed, and what the window then says is kept, goes to the log at once.
PROGRAM = """
import itertools, json, os, sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader import app

log = os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
CONTROL = Qt.KeyboardModifier.ControlModifier

def tell(*words):
    os.write(log, (json.dumps(words) + "\\n").encode())
    os.fsync(log)

class Told(app.App):
    def start(self, guide):
        self.scribe.kept.connect(self.kept)
        self.scribe.failed.connect(lambda *words: tell("failed", *words))
        self.scribe.opened.connect(self.opened)
        self.tour, self.timer = self.acts_of_a_reader(), QTimer(self, interval=0)
        self.timer.timeout.connect(lambda: next(self.tour))
        super().start(guide)

    def opened(self, book):
        if not self.timer.isActive():
            tell("seen", [[note.id, note.body, note.revision] for note in book.notes])
            self.window.activateWindow()
            self.timer.start()
            print("ready", flush=True)

    def kept(self, _number, changes):
        for before, after in changes:
            note = after or before
            tell("kept" if after else "gone", note.id, note.body, note.revision)
        tell("done")

    def press(self, what, key, modifiers=Qt.KeyboardModifier.NoModifier):
        tell("pressed", what)
        QTest.keyClick(QApplication.focusWidget() or self.window.article, key, modifiers)

    def acts_of_a_reader(self):
        article = self.window.article
        for number in itertools.count():
            for _ in range(1 + number % 5):
                QTest.keyClick(article, Qt.Key.Key_Down, CONTROL)
            bar = article.verticalScrollBar()
            bar.setValue((bar.value() + 97) % max(bar.maximum(), 1))
            yield
            self.press("note", Qt.Key.Key_M)
            yield
            QTest.keyClicks(QApplication.focusWidget(), f"Ask about {os.getpid()}-{number}")
            self.press("keep", Qt.Key.Key_Return, CONTROL)
            while self.window.editor.isVisible():
                yield
            self.press("highlight", Qt.Key.Key_H)
            yield
            self.press("bookmark", Qt.Key.Key_B)
            yield
            if number % 3 == 2:
                self.press("undo", Qt.Key.Key_Z, CONTROL)
                yield
            if number % 6 == 5:
                self.press("redo", Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
                yield

app.App = Told
app.run(sys.argv[1])
"""


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return long_guide(tmp_path / "long")


def killed(guide: Path, log: Path, seconds: float) -> list[list[Any]]:
    """Let the program run for so long after it has opened the notebook, kill it, and return what it told."""
    log.unlink(missing_ok=True)
    with started(PROGRAM, str(guide), str(log)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", "the reader has to open"
        death = Timer(seconds, process.kill)
        death.start()
        process.wait()
    return [json.loads(line) for line in log.read_text().splitlines() if line.endswith("]")]


def on_disk() -> dict[str, Note]:
    """Return what is in a copy of the notebook: the next program finds the file and its log as they were left."""
    folder = paths.data().parent / "looked at"
    shutil.copytree(paths.data(), folder)
    store = Store(folder / "notebook.sqlite")
    found = {note.id: note for note in store.every()}
    store.close()
    shutil.rmtree(folder)
    return found


class Kept:
    """What the program said is kept, in all its lives."""

    def __init__(self) -> None:
        self.notes: dict[str, tuple[str, int]] = {}  # the words and the revision of each
        self.acts = self.kills_in_a_write = 0

    def take(self, told: list[list[Any]], found: dict[str, Note]) -> None:
        """Hold what is on the disk against what was told in one life."""
        assert told[0][0] == "seen"
        assert {name: (body, revision) for name, body, revision in told[0][1]} == self.notes, "the window shows all"
        for what, *words in told[1:]:
            if what == "kept":
                self.notes[words[0]] = (words[1], words[2])
            elif what == "gone":
                del self.notes[words[0]]
        says = Counter(each[0] for each in told)
        pressed = [each[1] for each in told if each[0] == "pressed" and each[1] != "note"]  # which opens the editor
        assert not says["failed"]
        under_way = pressed[says["done"] :]  # may be on the disk already, or not
        now = {name: (note.body, note.revision) for name, note in found.items()}
        differing = [name for name in now.keys() | self.notes.keys() if now.get(name) != self.notes.get(name)]
        assert len(differing) <= len(under_way)
        lost = self.notes.keys() - now.keys()
        assert not any(self.notes[name][0] for name in lost), "no act of this tour takes words away"
        again = {each[1] for each in told if each[0] == "gone"} if "redo" in under_way else set()
        assert lost <= again or {"undo", "bookmark"} & set(under_way)  # B takes a bookmark away that is there
        self.acts += says["done"]
        self.kills_in_a_write += bool(under_way)
        self.notes = now


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_hundred_kills_lose_no_note_that_was_kept_and_double_none(long: Path, tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311
    kept = Kept()
    for _ in range(KILLS):
        told = killed(long, tmp_path / "log", dice.uniform(0, LONGEST))
        found = on_disk()
        kept.take(told, found)
        written = Counter(note.body for note in found.values() if note.body)
        assert max(written.values(), default=1) == 1, "no words are there twice"
        marked = Counter((note.kind, note.target) for note in found.values() if note.kind != "note")
        assert max(marked.values(), default=1) == 1, "nothing is marked twice"
    said = f"{kept.acts} acts kept, {len(kept.notes)} notes at the end, {kept.kills_in_a_write} kills in a write"
    logging.getLogger(__name__).info(said)
    assert kept.acts > KILLS, "it has to be on its way"
    assert kept.kills_in_a_write > 0, "some kills have to hit a write"
