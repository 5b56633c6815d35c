"""One window's part in session.json, which all windows of the program share."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from reader.session import RECENT_GUIDES, Session


class SessionFile:
    """Writes what this window changed, and leaves what the others wrote meanwhile."""

    def __init__(self, session: Session, file: Path) -> None:
        self.file = file
        self._session = session
        self._before = {name: value for name, value in session.to_json().items() if name != "guides"}
        self._listed = set(session.recent)  # all guides that this window ever had in its list
        self._changed: set[str] = set()  # names of values, for good: what was changed back was changed, too
        self._own: set[str] = set()

    def own(self, guide: str) -> None:
        """Write what is remembered of the guide with this id from now on: it is open in this window."""
        self._own.add(guide)

    def writing(self) -> Callable[[], None]:
        """Return what writes the session as it is now. It may be done in another thread, and raises OSError."""
        guides = {name: each.to_json() for name, each in self._session.guides.items() if name in self._own}
        values = json.loads(json.dumps({**self._session.to_json(), "guides": guides}))  # a copy: the window goes on
        self._listed.update(values["recent"])
        self._changed.update(name for name, value in self._before.items() if value != values[name])
        return partial(_merge, values, frozenset(self._changed), frozenset(self._listed), self.file)


def _merge(values: dict[str, Any], changed: frozenset[str], listed: frozenset[str], file: Path) -> None:
    """Write the *values* that this window *changed* over what *file* holds now; *listed* is what its list ever held."""
    with contextlib.suppress(FileNotFoundError):
        file.read_bytes()  # raises OSError: what cannot be read is not written over
    there, _ = Session.load(file)  # what it could not use is kept beside it
    theirs = {} if there == Session() else there.to_json()
    ours = {name: value for name, value in values.items() if name in changed or name not in theirs}
    if "recent" in ours:
        of_others = [each for each in theirs.get("recent", ()) if each not in listed]
        ours["recent"] = [*values["recent"], *of_others][:RECENT_GUIDES]
    ours["guides"] = {**theirs.get("guides", {}), **values["guides"]}
    session = Session.from_json({**theirs, **ours})
    session.forget_oldest()
    session.save(file)
