"""Typesetting in a process of its own, which can be stopped and gives its memory back: both ends of it.

Typst can neither be cancelled nor return memory (1,000 MB after 300 pages), so the window never loads it. The process
is kept for the next handout, which is set much sooner: it is then changed, not begun.

The two share a folder. An order lies there as a file, for it may hold more notes than a pipe takes while nobody reads;
the pipe carries its number. What comes of it is moved there whole. Both work alike on every system. The end of the
pipe tells the process that nobody waits for it any more, however that came.
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
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.core.child import OUT_OF_TIME, apply_limits, command, environment, within
from reader.core.handout.typeset import NOT_SET, Press, Typeset, Typesetter
from reader.errors import ReaderError

# What makes pages is imported where they are made: the window takes in this module, and never makes any.
if TYPE_CHECKING:
    from queue import SimpleQueue

    from reader.core.handout.order import Order
    from reader.core.notebook.notes import Note

SECONDS = 300  # of work for one handout
MEGABYTES = 6000  # of address space, of which 300 pages use a sixth as memory
LARGE = 400  # megabytes of memory after which the process is ended once it is done
KEPT = 2  # PDFs: the one that is shown, and the one that is to be
NOT_WRITTEN = 74  # what the process returns: an input or output error (EX_IOERR, sysexits.h)
TOO_SLOW = "Making the pages took too long and was stopped. Printing fewer sections may help."
ENDED = "Making the pages was cut short: this computer may not have enough memory. Printing fewer sections may help."
NO_FOLDER = "The pages could not be written to this computer's folder for temporary files. Its disk may be full."


class Progress(NamedTuple):
    """How far a handout is that is being made."""

    pages: int  # about how many are being set; 0 while their text is gathered
    seconds: float  # since it was begun


class Typesetting:
    """Makes one handout at a time: `begin`, then ask `poll` now and then.

    The files live in a folder of this object, until `close`: the last PDF, and the one before it, which may still be
    shown.
    """

    def __init__(self, press: Press) -> None:
        self._press = press
        self._folder = tempfile.TemporaryDirectory(prefix="pathway-reader-", ignore_cleanup_errors=True)
        self._process: subprocess.Popen[bytes] | None = None
        self._number = 0
        self._begun = 0.0  # when, by the clock
        self._is_busy = False
        self._made: list[Path] = []

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

    def begin(self, guide: Path, order: Order, notes: Sequence[Note] = ()) -> None:
        """Begin with the compiled guide in the file *guide*; what was under way is stopped. Raises OSError."""
        self.stop()
        self._number += 1
        given = {"guide": str(guide), "order": order.to_json(), "notes": [note.to_json() for note in notes]}
        self._file("order").write_text(json.dumps(given), encoding="utf-8")
        if self._process is None or self._process.poll() is not None:
            self._start()
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
            self._start()
            self._tell(self._number)
            return None
        if code is not None:
            self._end()
            raise ReaderError(_why(code))
        if time.monotonic() - self._begun > 3 * SECONDS:
            self.stop()
            raise ReaderError(TOO_SLOW)
        return None

    def stop(self) -> None:
        """Stop what is under way."""
        if self._is_busy:
            self._kill()
            self._end()

    def close(self) -> None:
        """Stop, end the process and throw the files away."""
        self._kill()
        self._is_busy = False
        self._folder.cleanup()

    def _file(self, kind: str) -> Path:
        return _file(Path(self._folder.name), kind, self._number)

    def _start(self) -> None:
        self._let_go()
        faces = [str(face) for face in self._press.faces]
        self._process = subprocess.Popen(
            command(__name__, [str(LARGE), str(self._press.resources), self._folder.name, *faces]),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **environment(seconds=0, megabytes=MEGABYTES),
        )

    def _tell(self, number: int) -> None:
        stdin = self._process.stdin if self._process is not None else None
        if stdin is not None:
            with contextlib.suppress(BrokenPipeError):  # it has just ended: `poll` says so
                stdin.write(b"%d\n" % number)
                stdin.flush()

    def _take(self, answer: dict[str, Any]) -> Typeset:
        if "error" in answer:
            raise ReaderError(answer["error"])
        self._made.append(Path(answer["file"]))
        if len(self._made) > KEPT:
            with contextlib.suppress(OSError):  # Windows: it is still shown
                self._made.pop(0).unlink()
        return Typeset(self._made[-1], tuple(answer["notes"]))

    def _end(self) -> None:
        """Be done with what was under way."""
        self._is_busy = False
        for kind in ("order", "pages", "answer"):
            with contextlib.suppress(OSError):
                self._file(kind).unlink()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._let_go()

    def _let_go(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()
        self._process = None


def _file(folder: Path, kind: str, number: int) -> Path:
    return folder / f"{kind}-{number}.json"


def _why(code: int) -> str:
    """Say why the process ended without an answer."""
    if code == NOT_WRITTEN:
        return NO_FOLDER
    if code < 0:  # a signal ended it: memory that ran out is one
        return TOO_SLOW if -code == OUT_OF_TIME else ENDED
    return NOT_SET


def main() -> None:
    """Make one handout after the other: each line of standard input is the number of an order."""
    from queue import SimpleQueue
    from threading import Thread

    apply_limits()
    large, resources, folder, *faces = sys.argv[1:]
    orders: SimpleQueue[int] = SimpleQueue()
    Thread(target=_listen, args=(orders, folder), daemon=True).start()
    code = 1
    try:
        _work(orders, Press(Path(resources), tuple(map(Path, faces))), Path(folder), int(large))
        code = 0
    except OSError:
        code = NOT_WRITTEN
    finally:
        os._exit(code)  # at once: a thread still listens


def _listen(orders: SimpleQueue[int], folder: str) -> None:
    """Pass orders on; when there is nobody left who could give one, leave nothing behind and end, whatever is done."""
    import shutil

    for line in sys.stdin.buffer:
        orders.put(int(line))
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _work(orders: SimpleQueue[int], press: Press, folder: Path, large: int) -> None:
    """Make what is ordered, until the process has more than *large* megabytes."""
    typesetter = Typesetter(press, Path(tempfile.mkdtemp(dir=folder)))
    number = 0
    while not number or _megabytes() <= large:
        number = orders.get()
        given = json.loads(_file(folder, "order", number).read_text(encoding="utf-8"))
        with within(SECONDS):
            made = _made(typesetter, given, _file(folder, "pages", number))
        _put(_file(folder, "answer", number), json.dumps(made))


def _put(file: Path, text: str) -> None:
    """Write a file that is there whole or not at all."""
    draft = file.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)


def _made(typesetter: Typesetter, given: dict[str, Any], pages: Path) -> dict[str, object]:
    from reader.core.guide import Guide
    from reader.core.handout import length
    from reader.core.handout.order import Order

    try:
        notes, lost = _notes(given["notes"])
        guide = Guide(Path(given["guide"]))
        try:
            made = typesetter.pdf(
                guide,
                Order.from_json(given["order"]),
                notes,
                begun=lambda handout: _put(pages, str(length.pages(handout))),
            )
        finally:
            guide.close()
    except ReaderError as error:
        return {"error": str(error)}
    except MemoryError:
        return {"error": ENDED}
    return {"file": str(made.file), "notes": (*made.notes, *lost)}


def _notes(found: list[object]) -> tuple[list[Note], tuple[str, ...]]:
    """Return the notes that can be read, and a sentence where some cannot."""
    from reader.core.notebook.notes import Note

    notes = []
    for each in found:
        with contextlib.suppress(ValueError, TypeError):
            notes.append(Note.from_json(each))
    if lost := len(found) - len(notes):
        return notes, (f"{lost} of your notes could not be read. {'It is' if lost == 1 else 'They are'} not printed.",)
    return notes, ()


def _megabytes() -> float:
    """Return the most memory that this process has used; 0 where the system does not say."""
    with contextlib.suppress(OSError), Path("/proc/self/status").open(encoding="ascii", errors="replace") as status:
        # Not getrusage: on Linux that counts what the parent used, too, when it began this process.
        return next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:")), 0.0)
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)


if __name__ == "__main__":
    main()
