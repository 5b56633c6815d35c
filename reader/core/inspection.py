"""Start the linter on a guide and return its report; the linter reads what strangers wrote, so it is a child."""

from __future__ import annotations

import json

from reader.core.child import Child, Outcome
from reader.core.library import MEGABYTES, PLAIN_SECONDS, SECONDS
from reader.core.report import Report
from reader.core.source import Source, printable
from reader.errors import ReaderError

LINTER = "reader.linter"
REFUSED = 4  # what the linter returns with one sentence on standard error; 1 and 2 are Python's own


def inspect(origin: Source) -> Report:
    """Return what the linter finds in a guide; waits for it.

    Raises ReaderError where it cannot be inspected, or is more than the linter can take. Whatever else ends the wait
    ends the linter, too.
    """
    outcome = _run(origin, [], SECONDS)
    if outcome.how != "finished" and outcome.code != REFUSED:  # Markdown stalled: everything else is still looked at
        outcome = _run(origin, ["--plain"], PLAIN_SECONDS)
    if outcome.how == "finished":
        return Report.from_json(json.loads(outcome.output))
    if outcome.code == REFUSED:
        raise ReaderError(outcome.errors.strip().splitlines()[-1])
    raise ReaderError(f"{printable(origin.path)} is more than this program can check. Split it into smaller guides.")


def _run(origin: Source, options: list[str], seconds: float) -> Outcome:
    child = Child(LINTER, [str(origin.path), *options], seconds=seconds, megabytes=MEGABYTES)
    try:
        return child.wait()
    finally:
        child.stop()  # Ctrl+C reaches this process only, where a script sent it
