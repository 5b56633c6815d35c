"""Typesetting in a process of its own, which can be stopped and gives its memory back: the window's end of it.

Typst can neither be cancelled nor return memory (1,000 MB after 300 pages), so the window never loads it. The process
is kept for the next handout, which is set much sooner: it is then changed, not begun.

The other end is typesetting_process.py. The two share a folder. An order lies there as a file, for it may hold more
notes than a pipe takes while nobody reads; the pipe carries its number. What comes of it is moved there whole. Both
work alike on every system. The end of the pipe tells the process that nobody waits for it any more, however that came.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.core.child import command, environment
from reader.core.handout import bounds
from reader.core.handout.typeset import NOT_SET, Press, Typeset
from reader.core.handout.typesetting_process import NOT_WRITTEN, file_of
from reader.core.limits import OUT_OF_TIME
from reader.core.scratch import Scratch
from reader.errors import ReaderError

# What makes pages is imported where they are made: the window takes in this module, and never makes any.
if TYPE_CHECKING:
    from reader.core.handout.order import Order
    from reader.core.notebook.notes import Note

PROCESS = "reader.core.handout.typesetting_process"
LARGE = 400  # megabytes of memory after which the process is ended once it is done
RESTING = 250  # megabytes of memory with which it is kept while nothing is wanted of it
KEPT = 2  # PDFs: the one that is shown, and the one that is to be
NO_FOLDER = "The pages could not be written to this computer's folder for temporary files. Its disk may be full."


class Progress(NamedTuple):
    """How far a handout is that is being made."""

    pages: int  # about how many are being set; 0 while their text is gathered
    seconds: float  # since it was begun


class Typesetting:
    """Makes one handout at a time: `begin`, then ask `poll` now and then.

    The files live in a folder of this object, until `rest` or `close`: the last PDF, and the one before it, which may
    still be shown.
    """

    def __init__(self, press: Press) -> None:
        self._press = press
        self._folder: Scratch | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._killed: list[subprocess.Popen[bytes]] = []  # that may take a moment to end
        self._number = 0
        self._begun = 0.0  # when, by the clock
        self._is_busy = False
        self._made: list[Path] = []
        self._megabytes = 0.0  # what the process has used

    @property
    def progress(self) -> Progress | None:
        """How far it is with what is being made; None while nothing is."""
        if not self._is_busy:
            return None
        try:
            pages = int(self._file("pages").read_text("ascii"))
        except (OSError, ValueError):  # not there yet
            pages = 0
        return Progress(pages, time.monotonic() - self._begun)

    def prepare(self) -> None:
        """Start the process, so that it is there when something is begun. Raises OSError."""
        if self._folder is not None and not self._folder.path.is_dir():  # somebody cleaned up while this rested
            self.close()
        self._killed = [each for each in self._killed if each.poll() is None]
        if self._folder is None:
            self._folder = Scratch()
        if self._process is None or self._process.poll() is not None:
            self._start(self._folder.path)

    def begin(self, guide: Path, order: Order, notes: Sequence[Note] = ()) -> None:
        """Begin with the compiled guide in the file *guide*; what was under way is stopped. Raises OSError."""
        self.stop()
        self.prepare()
        self._number += 1
        given = {"guide": str(guide), "order": order.to_json(), "notes": [note.to_json() for note in notes]}
        self._file("order").write_text(json.dumps(given), encoding="utf-8")
        self._tell(self._number)
        self._is_busy, self._begun = True, time.monotonic()

    def poll(self) -> Typeset | None:
        """Return what came out, or None while it is being made. Raises ReaderError when nothing did."""
        if not self._is_busy or self._process is None:
            return None
        code = self._process.poll()  # asked first: it answers before it ends
        answer = self._file("answer")
        if answer.exists():
            found = json.loads(answer.read_text(encoding="utf-8"))
            self._end()
            return self._take(found)
        if code == 0:  # it had grown large, and ended before it read the order
            self._start_again()
            return None
        if code is not None:
            self._end()
            raise ReaderError(_why(code))
        if time.monotonic() - self._begun > 3 * bounds.SECONDS:
            self.stop()
            raise ReaderError(bounds.TOO_SLOW)
        return None

    def stop(self) -> None:
        """Stop what is under way."""
        if self._is_busy:
            self._kill()
            self._end()

    def rest(self) -> None:
        """Stop, throw away what was made, and keep a process for the next handout, unless it has grown."""
        self.stop()
        if self._megabytes > RESTING:
            self._kill()
        for file in self._made:
            _remove(file)
        self._made.clear()

    def close(self) -> None:
        """Stop, end the process and throw the files away; what is begun after that begins anew."""
        self._kill()
        for process in self._killed:
            process.wait()  # or it may write once more
        self._killed.clear()
        self._is_busy = False
        self._made.clear()
        if self._folder is not None:
            self._folder.close()
            self._folder = None

    def _file(self, kind: str) -> Path:
        assert self._folder is not None  # noqa: S101 - nothing is begun without one
        return file_of(self._folder.path, kind, self._number)

    def _start(self, folder: Path) -> None:
        self._let_go()
        self._megabytes = 0.0
        faces = [str(face) for face in self._press.faces]
        self._process = subprocess.Popen(
            command(PROCESS, [str(LARGE), str(self._press.resources), str(folder), *faces]),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **environment(seconds=0, megabytes=bounds.MEGABYTES),
        )

    def _start_again(self) -> None:
        """Have another process do what is under way. Raises ReaderError where that cannot be."""
        try:
            self.prepare()
        except OSError as error:
            self._is_busy = False
            raise ReaderError(NO_FOLDER) from error
        if not self._is_busy:  # somebody took the folder away, and what was ordered with it
            raise ReaderError(NO_FOLDER)
        self._tell(self._number)

    def _tell(self, number: int) -> None:
        stdin = self._process.stdin if self._process is not None else None
        if stdin is not None:
            with contextlib.suppress(BrokenPipeError):  # it has just ended: `poll` says so
                stdin.write(b"%d\n" % number)
                stdin.flush()

    def _take(self, answer: dict[str, Any]) -> Typeset:
        self._megabytes = answer["megabytes"]
        if "error" in answer:
            raise ReaderError(answer["error"])
        self._made.append(Path(answer["file"]))
        if len(self._made) > KEPT:
            _remove(self._made.pop(0))
        return Typeset(self._made[-1], tuple(answer["notes"]))

    def _end(self) -> None:
        """Be done with what was under way."""
        self._is_busy = False
        for kind in ("order", "pages", "answer"):
            _remove(self._file(kind))

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            # Its memory is given back before it has ended: 0.1 s for 400 MB, which the window does not wait.
            threading.Thread(target=self._process.wait, daemon=True).start()
            self._killed.append(self._process)
            self._let_go()

    def _let_go(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()
        self._process = None


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):  # it is gone already; on Windows, it is still shown
        file.unlink()


def _why(code: int) -> str:
    """Say why the process ended without an answer."""
    if code == NOT_WRITTEN:
        return NO_FOLDER
    if code < 0:  # a signal ended it: memory that ran out is one
        return bounds.TOO_SLOW if -code == OUT_OF_TIME else bounds.ENDED
    return NOT_SET
