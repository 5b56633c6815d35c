"""The process that typesets: makes the handouts that are ordered, one after the other, and ends with whoever orders.

It is begun by typesetting.py, which says how the two talk. It takes in what it needs before it is asked for anything.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.handout import bounds
from reader.core.limits import apply_limits, within
from reader.errors import ReaderError

# The window takes in this module, too, and never makes pages: what makes them is imported where they are made.
if TYPE_CHECKING:
    from queue import SimpleQueue

    from reader.core.handout.typeset import Press, Typesetter
    from reader.core.notebook.notes import Note

NOT_WRITTEN = 74  # what the process returns: an input or output error (EX_IOERR, sysexits.h)


def file_of(folder: Path, kind: str, number: int) -> Path:
    """Return where an "order", its "answer" or the number of its "pages" lies."""
    return folder / f"{kind}-{number}.json"


def main() -> None:
    """Make one handout after the other: each line of standard input is the number of an order."""
    from queue import SimpleQueue
    from threading import Thread

    from reader.core.handout.typeset import Press

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
    from reader.core.handout import building, picture_size  # noqa: F401 - before they are needed
    from reader.core.handout.typeset import Typesetter

    own = folder / f"of-{os.getpid()}"
    own.mkdir(mode=0o700, exist_ok=True)
    typesetter = Typesetter(press, own)
    number, is_clear = 0, False
    while not number or bounds.megabytes_used() <= large:
        number = orders.get()
        given = json.loads(file_of(folder, "order", number).read_text(encoding="utf-8"))
        with within(bounds.SECONDS):
            made = _made(typesetter, given, file_of(folder, "pages", number))
        _put(file_of(folder, "answer", number), json.dumps({**made, "megabytes": bounds.megabytes_used()}))
        if not is_clear:
            _clear()
            is_clear = True


def _clear() -> None:
    """Throw away what was left behind: now that the pages are made, for which somebody waits."""
    from reader.core import scratch

    scratch.clear()


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
        return {"error": bounds.ENDED}
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


if __name__ == "__main__":
    main()
