"""Start the linter on a guide and return its report; the linter reads what strangers wrote, so it is a child."""

from __future__ import annotations

import json

from reader.core.child import Child, Outcome
from reader.core.compilation import MEGABYTES, PLAIN_SECONDS, SECONDS
from reader.core.report import Report
from reader.core.source import Source, printable
from reader.errors import ReaderError

LINTER = "reader.linter"
REFUSED = 4  # what the linter returns with one sentence on standard error; 1 and 2 are Python's own
READ = "read"  # what it says on standard error once Markdown is behind it
RULES_SECONDS = 60.0  # for the rules: 100,000 words take 5


def inspect(origin: Source) -> Report:
    """Return what the linter finds in a guide; waits for it.

    Where Markdown stalls on the article, everything else is still looked at; where the rules take too long, the files
    still are. Raises ReaderError where not even that can be done. Whatever else ends the wait ends the linter, too.
    """
    options: list[str] = []
    outcome = _run(origin, SECONDS, RULES_SECONDS, options)
    if _is_cut_short(outcome) and READ not in outcome.errors.splitlines():
        options = ["--plain"]
        outcome = _run(origin, PLAIN_SECONDS, RULES_SECONDS, options)
    if _is_cut_short(outcome):
        outcome = _run(origin, PLAIN_SECONDS, 0, [*options, "--brief"])
    if outcome.how == "finished":
        return Report.from_json(json.loads(outcome.output))
    said = outcome.errors.strip().splitlines()
    if outcome.code == REFUSED:
        raise ReaderError(said[-1])
    if outcome.code == 1 and said:
        raise ReaderError(f"The check could not be started ({printable(said[-1])}).")
    raise ReaderError(f"{printable(origin.path)} is more than this program can check. Split it into smaller guides.")


def _is_cut_short(outcome: Outcome) -> bool:
    return outcome.how != "finished" and outcome.code != REFUSED


def _run(origin: Source, to_read: float, to_check: float, options: list[str]) -> Outcome:
    arguments = [str(origin.path), str(to_read), *options]
    child = Child(LINTER, arguments, seconds=to_read + to_check, megabytes=MEGABYTES)
    try:
        return child.wait()
    finally:
        child.stop()  # Ctrl+C reaches this process only, where a script sent it
