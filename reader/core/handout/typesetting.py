"""Typesetting in a process of its own, which can be stopped and gives its memory back: both ends of it.

Typst can neither be cancelled nor return memory (700 MB after 330 pages), so the window never loads it. The process
is kept for the next handout, which is set much sooner: it is then changed, not begun.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from reader.core.child import apply_limits, command, environment, within
from reader.core.guide import Guide
from reader.core.handout.order import Order
from reader.core.handout.typeset import NOT_SET, Press, Typeset, Typesetter
from reader.core.notebook.notes import Note
from reader.errors import ReaderError

SECONDS = 300  # of work for one handout
MEGABYTES = 6000  # of address space, of which 330 pages use a tenth as memory
LARGE = 400  # megabytes of memory after which the process is ended once it is done
POLL = 0.005  # seconds
TOO_SLOW = "Making the pages took too long and was stopped. Printing fewer sections may help."


class Typesetting:
    """Makes one handout at a time: `begin`, then ask `poll` now and then.

    The files live in a folder of this object, until `close`.
    """

    def __init__(self, press: Press) -> None:
        self._press = press
        self._folder = tempfile.TemporaryDirectory(prefix="pathway-reader-", ignore_cleanup_errors=True)
        self._process: subprocess.Popen[bytes] | None = None
        self._number = 0
        self._begun = 0.0  # when, by the clock
        self._is_busy = False

    def begin(self, guide: Path, order: Order, notes: Sequence[Note] = ()) -> None:
        """Begin with the compiled guide in the file *guide*; what was under way is stopped. Raises OSError."""
        if self._is_busy:
            self.stop()
        self._number += 1
        given = {"guide": str(guide), "order": order.to_json(), "notes": [note.to_json() for note in notes]}
        file = self._file("order")
        file.write_text(json.dumps(given), encoding="utf-8")
        if self._process is None or self._process.poll() is not None:
            self._start()
        self._tell(file)
        self._is_busy, self._begun = True, time.monotonic()

    def poll(self) -> Typeset | None:
        """Return what came out, or None while it is being made. Raises ReaderError when nothing did."""
        if not self._is_busy or self._process is None:
            return None
        has_ended = self._process.poll() is not None  # asked first: it answers before it ends
        answer = self._file("answer")
        if answer.exists():
            self._is_busy = False
            return _read(json.loads(answer.read_text(encoding="utf-8")))
        if has_ended:
            self._is_busy = False
            raise ReaderError(NOT_SET)  # out of memory, or a fault in Typst
        if time.monotonic() - self._begun > 3 * SECONDS:
            self.stop()
            raise ReaderError(TOO_SLOW)
        return None

    def stop(self) -> None:
        """Stop what is under way."""
        if self._process is not None and self._is_busy:
            self._process.kill()
            self._process.wait()
            self._let_go()
        self._is_busy = False

    def close(self) -> None:
        """Stop, end the process and throw the files away."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._let_go()
        self._folder.cleanup()

    def _file(self, kind: str) -> Path:
        return Path(self._folder.name) / f"{kind}-{self._number}.json"

    def _start(self) -> None:
        self._let_go()
        work = tempfile.mkdtemp(dir=self._folder.name)
        faces = [str(face) for face in self._press.faces]
        self._process = subprocess.Popen(
            command("reader.core.handout.typesetting", [str(self._press.resources), work, *faces]),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **environment(seconds=0, megabytes=MEGABYTES),
        )

    def _tell(self, file: Path) -> None:
        stdin = self._process.stdin if self._process is not None else None
        if stdin is not None:
            with contextlib.suppress(BrokenPipeError):  # it has just ended: `poll` says so
                stdin.write(os.fsencode(file) + b"\n")
                stdin.flush()

    def _let_go(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()
        self._process = None


def _read(answer: dict[str, Any]) -> Typeset:
    if "error" in answer:
        raise ReaderError(answer["error"])
    return Typeset(Path(answer["file"]), tuple(answer["notes"]))


def main() -> None:
    """Make one handout after the other: each line of standard input names the file of an order."""
    apply_limits()
    resources, folder, *faces = sys.argv[1:]
    typesetter = Typesetter(Press(Path(resources), tuple(map(Path, faces))), Path(folder))
    orders: IO[bytes] = sys.stdin.buffer
    for line in iter(orders.readline, b""):
        file = Path(os.fsdecode(line.rstrip(b"\n")))
        with within(SECONDS):
            answer = _made(typesetter, json.loads(file.read_text(encoding="utf-8")))
        draft = file.with_suffix(".draft")
        draft.write_text(json.dumps(answer), encoding="utf-8")
        draft.replace(file.with_name(file.name.replace("order", "answer")))
        if _megabytes() > LARGE:
            return


def _made(typesetter: Typesetter, given: dict[str, Any]) -> dict[str, object]:
    try:
        notes = [Note.from_json(each) for each in given["notes"]]
        guide = Guide(Path(given["guide"]))
        try:
            made = typesetter.pdf(guide, Order.from_json(given["order"]), notes)
        finally:
            guide.close()
    except ReaderError as error:
        return {"error": str(error)}
    return {"file": str(made.file), "notes": made.notes}


def _megabytes() -> float:
    """Return the most memory that this process has used; 0 where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)


if __name__ == "__main__":
    main()
