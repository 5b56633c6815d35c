"""Every act in every order, in two windows that close, are killed and open again, against a simple model."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from reader.core.notebook import backup, copies
from reader.core.notebook.keeping import Keeping
from reader.core.notebook.merging import is_alike
from reader.core.notebook.notes import STYLES, Note, Target
from reader.core.notebook.store import Change, Store, add
from reader.core.notebook.undo import Undo

GUIDES = ("fibro", "sleep")
WORDS = st.text(st.sampled_from("ab c\nüλ😀\ud800\0"), min_size=1, max_size=12)
WINDOWS = st.integers(0, 1)


class Window:
    """One window: a notebook that is open, what was done in it, and the notes as it last saw them."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.keeping = Keeping(file, folder)
        self.undo = Undo()
        self.seen: dict[str, Note] = {}


class Notebook(RuleBasedStateMachine):
    """The model is a dictionary: what each note that is kept says, as far as no two windows wrote in it at once."""

    ids = Bundle("ids")
    backups = Bundle("backups")

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.file, self.folder = self.home / "data" / "notebook.sqlite", self.home / "data" / "copies"
        self.windows = [Window(self.file, self.folder) for _ in range(2)]
        self.model: dict[str, Note] = {}
        self.count = 0

    def teardown(self) -> None:
        for window in self.windows:
            window.keeping.close()
        shutil.rmtree(self.home)

    def do(self, window: Window, changes: list[Change]) -> list[Change]:
        """Do an act as a window does, and let the model follow by what the window is told."""
        done = window.keeping.do(lambda store: store.apply(changes))
        for before, after in done:
            note = after or before
            assert note is not None
            if before is None:
                assert note.id not in self.model
            else:
                assert self.model[note.id] == before, "the window is told what was there"
                assert after is None or is_alike(before, after) or after.revision > before.revision
            if after is None:
                del self.model[note.id]
            else:
                self.model[note.id] = after
        return done

    @initialize()
    def look(self) -> None:
        self.look_again(0)
        self.look_again(1)

    @rule(at=WINDOWS)
    def look_again(self, at: int) -> None:
        """Another window's changes are seen."""
        notes = self.windows[at].keeping.do(Store.every)
        self.windows[at].seen = {note.id: note for note in notes}
        assert self.windows[at].seen == self.model

    @rule(target=ids, at=WINDOWS, guide=st.sampled_from(GUIDES), body=WORDS)
    def add_one(self, at: int, guide: str, body: str) -> str:
        self.count += 1
        note = Note(f"note-{self.count}", guide, "highlight", Target("passage", quote="q"), body, "important")
        window = self.windows[at]
        done = self.do(window, add([note]))
        window.undo.did("Add", done)
        assert self.model[note.id].revision == 1
        return note.id

    @rule(at=WINDOWS, name=ids, body=WORDS)
    def edit(self, at: int, name: str, body: str) -> None:
        """What one wrote is there, and so is what another window wrote meanwhile."""
        window = self.windows[at]
        if (seen := window.seen.get(name)) is None:
            return
        theirs = self.model.get(name)
        done = self.do(window, [Change(seen, seen._replace(body=body))])
        window.undo.did("Edit", done)
        if self.stays_removed(name, seen, body == seen.body):
            return
        kept = self.model[name].body
        assert _clean(body).strip() in kept or body == seen.body
        if theirs is not None and theirs.body != seen.body:
            assert theirs.body.strip() in kept

    @rule(at=WINDOWS, name=ids, style=st.sampled_from(STYLES))
    def restyle(self, at: int, name: str, style: str) -> None:
        window = self.windows[at]
        if (seen := window.seen.get(name)) is None:
            return
        words = self.model[name].body if name in self.model else seen.body
        window.undo.did("Restyle", self.do(window, [Change(seen, seen._replace(style=style))]))  # type: ignore[arg-type]
        if not self.stays_removed(name, seen, style == seen.style):
            assert self.model[name].body == words, "another style touches no words"

    def stays_removed(self, name: str, seen: Note, is_the_same: bool) -> bool:
        """Return whether a note is not there: an act that changes nothing does not bring back what was removed."""
        assert name in self.model or is_the_same, f"what was changed comes back: {seen}"
        return name not in self.model

    @rule(at=WINDOWS, name=ids)
    def remove(self, at: int, name: str) -> None:
        """What another window changed meanwhile is not removed."""
        window = self.windows[at]
        if (seen := window.seen.get(name)) is None:
            return
        now = self.model.get(name)
        window.undo.did("Remove", self.do(window, [Change(seen, None)]))
        assert (name in self.model) == (now is not None and not is_alike(now, seen))

    @rule(at=WINDOWS, is_redo=st.booleans())
    def undo(self, at: int, is_redo: bool) -> None:
        window = self.windows[at]
        act = window.undo.redo() if is_redo else window.undo.undo()
        if act is not None:
            self.do(window, list(act.changes))

    @rule(at=WINDOWS)
    def undo_and_redo(self, at: int) -> None:
        """One after the other leaves every word as it was, unless another window wrote there."""
        window = self.windows[at]
        before = dict(self.model)
        act = window.undo.undo()
        if act is None or any(self.model.get(_id(each)) != each.before for each in act.changes):
            if act is not None:
                window.undo.redo()
            return
        self.do(window, list(act.changes))
        again = window.undo.redo()
        assert again is not None
        self.do(window, list(again.changes))
        assert self.model.keys() == before.keys()
        assert all(is_alike(note, before[name]) for name, note in self.model.items())

    @rule(target=backups, at=WINDOWS)
    def back_up(self, at: int) -> Path:
        notes = self.windows[at].keeping.do(Store.every)
        file = self.home / f"{len(list(self.home.iterdir()))}{backup.SUFFIX}"
        backup.save(file, notes, {})
        return file

    @rule(at=WINDOWS, file=backups)
    def restore(self, at: int, file: Path) -> None:
        """What is not there comes back; nothing that is there goes."""
        window = self.windows[at]
        found, there = backup.load(file), dict(self.model)
        changes = backup.restoring(found, window.keeping.do(Store.every)).changes
        window.undo.did("Restore", self.do(window, list(changes)))
        assert self.model.keys() >= {note.id for note in found.notes} | there.keys()

    @rule(at=WINDOWS, guide=st.sampled_from((*GUIDES, None)))
    def forget(self, at: int, guide: str | None) -> None:
        """Deleted for good: no word of it is in any file. What a window had seen, it has not any more."""
        self.windows[at].keeping.forget(guide)
        words = [note.body for note in self.model.values() if guide in (None, note.guide)]
        self.model = {} if guide is None else {key: each for key, each in self.model.items() if each.guide != guide}
        for window in self.windows:
            window.seen = {name: note for name, note in window.seen.items() if name in self.model}
            window.undo = Undo()
        left = {note.body for each in copies.listed(self.folder) for note in backup.load(each.file).notes}
        assert not left & {word for word in words if word not in {note.body for note in self.model.values()}}

    @rule(at=WINDOWS)
    def care(self, at: int) -> None:
        """Looking through the file, and the copy of the day, change nothing."""
        assert not self.windows[at].keeping.look_after()

    @rule(at=WINDOWS)
    def close(self, at: int) -> None:
        self.windows[at].keeping.close()
        self.windows[at] = Window(self.file, self.folder)

    @rule()
    def kill(self) -> None:
        """Both windows end at once: what is on the disk at that moment is all there is."""
        left = self.home / "killed"
        shutil.copytree(self.file.parent, left)
        for window in self.windows:
            window.keeping.close()
        shutil.rmtree(self.file.parent)
        left.rename(self.file.parent)
        self.windows = [Window(self.file, self.folder) for _ in range(2)]

    @invariant()
    def everything_that_was_kept_is_there(self) -> None:
        for window in self.windows:
            notes = window.keeping.do(Store.every)
            assert {note.id: note for note in notes} == self.model
            assert len(notes) == len(self.model), "none is doubled"
            assert window.keeping.said() == "", "nothing was damaged"


def _clean(body: str) -> str:
    return body.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _id(change: Change) -> str:
    note = change.after or change.before
    assert note is not None
    return note.id


USUAL = settings(deadline=None, suppress_health_check=list(HealthCheck))


class TestFew(Notebook.TestCase):  # type: ignore[misc,valid-type]
    """A few ways through all acts."""

    settings = settings(USUAL, max_examples=8, stateful_step_count=25)


@pytest.mark.slow
class TestMany(Notebook.TestCase):  # type: ignore[misc,valid-type]
    """Many ways."""

    settings = settings(USUAL, max_examples=400, stateful_step_count=50)
