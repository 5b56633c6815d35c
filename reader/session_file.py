"""One window's part in session.json, which all windows of the program share."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from reader import lock
from reader.session import RECENT_GUIDES, Remembered, Session

WAIT_SECONDS = 0.5  # for another window, which needs some hundredths
# Lists that every window adds to and takes from: at the front, or in an order of the reader's own.
NEWEST_FIRST, ARRANGED = ("looked_up",), ("basket",)


class SessionFile:
    """Writes what this window changed, and leaves what the others wrote meanwhile."""

    def __init__(self, session: Session, file: Path) -> None:
        self.file = file
        self._session = session
        found = session.to_json()
        self._before = {name: value for name, value in found.items() if name != "guides"}
        # What of each guide this window has read, then written, last: lists and dictionaries are copies.
        self._guides = {name: _copied(each) for name, each in found["guides"].items()}
        self._listed = set(session.recent)  # all guides that this window ever had in its list
        self._changed: set[str] = set()  # names of values, for good: what was changed back was changed, too
        self._own: set[str] = set()

    def own(self, guide: str) -> None:
        """Write what is remembered of the guide with this id from now on: it is open in this window."""
        self._own.add(guide)

    def writing(self) -> Callable[[], None]:
        """Return what writes the session as it is now. It may be done in another thread, and raises OSError.

        One that is done later does what an earlier one was to do, which need not be done then. No two may be done at
        the same time.
        """
        guides = {name: each.to_json() for name, each in self._session.guides.items() if name in self._own}
        values = json.loads(json.dumps({**self._session.to_json(), "guides": guides}))  # a copy: the window goes on
        self._listed.update(values["recent"])
        self._changed.update(name for name, value in self._before.items() if value != values[name])
        return partial(self._write, values, frozenset(self._changed), frozenset(self._listed))

    def delete(self) -> None:
        """Delete the file, and those that were kept beside it because they were odd or damaged. Raises OSError."""
        with lock.held(self.file.with_name(f"{self.file.name}.lock"), WAIT_SECONDS):
            for each in (self.file, *self.file.parent.glob(f"{self.file.stem}.*-*{self.file.suffix}")):
                each.unlink(missing_ok=True)

    def _write(self, values: dict[str, Any], changed: frozenset[str], listed: frozenset[str]) -> None:
        """Write the *values* that this window *changed* over what the file holds now.

        *listed* is what its list of guides ever held. One window does this at a time; where another one is not done
        with it in time, it is not waited for: better that one of the two loses a change than that this one saves none.
        """
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with lock.held(self.file.with_name(f"{self.file.name}.lock"), WAIT_SECONDS):
            self._write_merged(values, changed, listed)

    def _write_merged(self, values: dict[str, Any], changed: frozenset[str], listed: frozenset[str]) -> None:
        with contextlib.suppress(FileNotFoundError):
            self.file.read_bytes()  # raises OSError: what cannot be read is not written over
        there, _ = Session.load(self.file)  # what it could not use is kept beside it
        theirs = {} if there == Session() else there.to_json()
        ours = {name: value for name, value in values.items() if name in changed or name not in theirs}
        if "recent" in ours:
            of_others = [each for each in theirs.get("recent", ()) if each not in listed]
            ours["recent"] = [*values["recent"], *of_others][:RECENT_GUIDES]
        of_guides = theirs.get("guides", {})
        merged = {name: self._merged(name, each, of_guides.get(name)) for name, each in values["guides"].items()}
        session = Session.from_json({**theirs, **ours, "guides": {**of_guides, **merged}})
        session.forget_oldest()
        session.save(self.file)
        self._guides.update(values["guides"])

    def _merged(self, guide: str, now: dict[str, Any], theirs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what is to be written of a guide: what the file holds, with what this window changed."""
        if theirs is None:
            return now
        before = self._guides.get(guide) or Remembered().to_json()
        return {**theirs, **{name: _value(name, before.get(name), each, theirs) for name, each in now.items()}}


def _value(name: str, before: Any, now: Any, theirs: dict[str, Any]) -> Any:
    """Return one value of a guide: theirs, with what became of it from *before* to *now*."""
    if name not in theirs:
        return now
    if now == before:
        return theirs[name]
    if name in NEWEST_FIRST:
        return newest_first(before, now, theirs[name])
    if name in ARRANGED:
        return arranged(before, now, theirs[name])
    if isinstance(now, dict) and isinstance(before, dict) and isinstance(theirs[name], dict):
        changed = {key: value for key, value in now.items() if key not in before or before[key] != value}
        return {key: value for key, value in theirs[name].items() if key in now or key not in before} | changed
    return now


def newest_first(before: list[str], now: list[str], theirs: list[str]) -> list[str]:
    """Return *theirs* with what was put to the front of a list, or taken off it, from *before* to *now*.

    What was put to the front is what does not stand behind the others as it did before.
    """
    left, first = list(before), len(now)
    while first and now[first - 1] in left:
        del left[left.index(now[first - 1]) :]
        first -= 1
    moved, gone = now[:first], set(before).difference(now)
    return [*moved, *(each for each in theirs if each not in gone and each not in moved)]


def arranged(before: list[str], now: list[str], theirs: list[str]) -> list[str]:
    """Return *theirs* with what was added to a list and taken from it from *before* to *now*, in its order of *now*.

    What others added meanwhile comes last.
    """
    known, there, own = set(before), set(theirs), set(now)
    ours = [each for each in now if each in there or each not in known]
    return ours + [each for each in theirs if each not in own and each not in known]


def _copied(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.copy() if isinstance(value, dict | list) else value for name, value in values.items()}
