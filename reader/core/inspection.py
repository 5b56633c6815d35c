"""Start the linter on a guide and return its report; the linter reads what strangers wrote, so it is a child."""

from __future__ import annotations

import json
from pathlib import Path

from reader.core.child import Child, Outcome
from reader.core.library import MEGABYTES, PLAIN_SECONDS, SECONDS
from reader.core.report import Report
from reader.core.source import printable
from reader.errors import ReaderError

LINTER = "reader.linter"


def inspect(path: Path) -> Report:
    """Return what the linter finds in a guide's folder or file; waits for it.

    Raises ReaderError where it cannot be read at all.
    """
    outcome = _run(path, [], SECONDS)
    if outcome.how != "finished":  # Markdown stalled: everything else is still looked at
        outcome = _run(path, ["--plain"], PLAIN_SECONDS)
    if outcome.how != "finished":
        raise ReaderError(f"{printable(path)} is more than this program can check. Split it into smaller guides.")
    return Report.from_json(json.loads(outcome.output))


def _run(path: Path, options: list[str], seconds: float) -> Outcome:
    return Child(LINTER, [str(path), *options], seconds=seconds, megabytes=MEGABYTES).wait()
