"""Typesetting in a process of its own, which can be stopped and gives its memory back: both ends of it.

Typst can neither be cancelled nor return memory (700 MB after 330 pages), so the window never loads it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from reader.core.child import Child, Outcome, apply_limits
from reader.core.guide import Guide
from reader.core.typeset import NOT_SET, Press, Typeset, to_pages, to_pdf
from reader.errors import ReaderError

SECONDS = 300
MEGABYTES = 6000  # of address space, of which 330 pages use a tenth as memory


class Typesetting:
    """One handout on its way to a PDF or to page pictures, begun when this object is made.

    Ask `poll` now and then. The files live in a folder of this object, until `close`.
    """

    def __init__(self, guide: Path, sections: Sequence[str], press: Press, ppi: float = 0) -> None:
        """Begin with the compiled guide in the file *guide*; *ppi* 0 asks for the PDF, more for pictures."""
        self._folder = tempfile.TemporaryDirectory(prefix="pathway-reader-", ignore_cleanup_errors=True)
        order = {
            "guide": str(guide),
            "sections": list(sections),
            "resources": str(press.resources),
            "faces": [str(face) for face in press.faces],
            "folder": self._folder.name,
            "ppi": ppi,
        }
        given = json.dumps(order).encode()
        self._child = Child("reader.core.typesetting", [], given=given, seconds=SECONDS, megabytes=MEGABYTES)
        self._made: Typeset | None = None

    def poll(self) -> Typeset | None:
        """Return what came out, or None while it is being made. Raises ReaderError when nothing did."""
        if self._made is None and (outcome := self._child.poll()):
            self._made = _read(outcome)
        return self._made

    def close(self) -> None:
        """Stop, where it is not done, and throw the files away."""
        self._child.stop()
        self._folder.cleanup()


def _read(outcome: Outcome) -> Typeset:
    if outcome.how == "stopped":
        raise ReaderError("Making the pages was stopped.")
    if outcome.how == "too slow":
        raise ReaderError("Making the pages took too long and was stopped. Printing fewer sections may help.")
    try:
        answer = json.loads(outcome.output)
    except ValueError as error:  # it died: out of memory, or a fault in Typst
        raise ReaderError(NOT_SET) from error
    if "error" in answer:
        raise ReaderError(answer["error"])
    return Typeset(tuple(Path(file) for file in answer["files"]), tuple(answer["notes"]))


def main() -> None:
    """Do what standard input orders and answer on standard output, in JSON."""
    apply_limits()
    order = json.load(sys.stdin.buffer)
    press = Press(Path(order["resources"]), tuple(Path(face) for face in order["faces"]))
    folder = Path(order["folder"])
    try:
        guide = Guide(Path(order["guide"]))
        if order["ppi"]:
            made = to_pages(guide, order["sections"], press, folder, order["ppi"])
        else:
            made = to_pdf(guide, order["sections"], press, folder)
    except ReaderError as error:
        answer: dict[str, object] = {"error": str(error)}
    else:
        answer = {"files": [str(file) for file in made.files], "notes": made.notes}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
