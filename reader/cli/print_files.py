"""Handouts as files: one PDF in a file or on standard output, or one file for each section in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader import paths
from reader.cli import output
from reader.cli.print_order import with_sections
from reader.core import scratch
from reader.core.guide import Guide
from reader.core.handout.bounds import bounded
from reader.core.handout.order import Order
from reader.core.handout.typeset import Press, Typesetter
from reader.core.notebook.notes import Note
from reader.core.scratch import Scratch
from reader.errors import ReaderError

LONGEST_NAME = 50  # letters of a section's id in the name of its file
NAMED = 20  # so many files are named one by one
STEP = 100  # of more, it is said how many are written after each so many
_NO_ROOM = "There is no room for the pages on this computer ({})."


class Printer:
    """Makes PDFs of one guide, with the notes in it. Lives in a ``with`` statement."""

    def __init__(self, guide: Guide, notes: Sequence[Note]) -> None:
        """Prepare. Raises ReaderError where there is no room for that."""
        self._guide, self._notes = guide, notes
        press = Press(paths.bundled("resources"), tuple(paths.faces()))
        try:
            self._folder = Scratch()
            self._typesetter = Typesetter(press, self._folder.path)
        except OSError as error:
            raise ReaderError(_NO_ROOM.format(error.strerror or error)) from error

    def __enter__(self) -> Printer:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.close()
        scratch.clear()  # what was left behind: now that nobody waits for it

    def make(self, order: Order) -> bytes:
        """Return a PDF; what differs in it from the guide is said. Raises ReaderError as `Typesetter.pdf` does."""
        with bounded(self._give_up):
            made = self._typesetter.pdf(self._guide, order, self._notes)
        content = made.file.read_bytes()
        made.file.unlink()
        for line in made.notes:
            output.message(line)
        return content

    def save(self, content: bytes, order: Order, target: Path) -> None:
        """Write a PDF; one with notes is for its owner alone, wherever it is put. Raises ReaderError."""
        output.save(content, target, mode=0o600 if order.has_notes and self._notes else None)

    def _give_up(self, sentence: str) -> None:
        """End, whatever is being done: it would take all of the machine."""
        output.message(sentence)
        self._folder.close()
        os._exit(1)


def refuse_terminal() -> None:
    """Raise ReaderError where standard output is a terminal, or there is none: nobody can read a PDF there."""
    if sys.stdout is None:
        raise ReaderError("There is no standard output to write the PDF to. Name a file after -o.")
    if sys.stdout.isatty():
        raise ReaderError("A PDF cannot be read in a terminal. Name a file after -o, or pass it on, as with -o - | lp.")


def write(printer: Printer, order: Order, target: Path) -> None:
    """Write one PDF, and say so on standard error. Raises ReaderError."""
    printer.save(printer.make(order), order, target)
    if str(target) != "-":
        output.message(f"Wrote {target}")


def write_each(printer: Printer, guide: Guide, order: Order, targets: Sequence[tuple[str, Path]]) -> int:
    """Write a PDF for each section, and say so; return how many could not be made, each of which is named.

    Raises ReaderError where a file cannot be written: then neither can the next.
    """
    failed = 0
    for number, (section, target) in enumerate(targets, start=1):
        asked = with_sections(guide, order, [section])
        try:
            content = printer.make(asked)
        except ReaderError as error:
            failed += 1
            output.message(f"{section}: {error}")
        else:
            printer.save(content, asked, target)
            if len(targets) <= NAMED:
                output.message(f"Wrote {target}")
        if len(targets) > NAMED and (number % STEP == 0 or number == len(targets)):
            output.message(f"{number - failed} of {len(targets)} sections are in {target.parent}.")
    return failed


def targets(sections: Sequence[str], folder: Path, *, force: bool) -> list[tuple[str, Path]]:
    """Return each section with its file, so named that the order is kept; the folder is made where it is missing.

    Raises ReaderError where it cannot be, where a file is there already that may not be written over, or what is no
    file, or a link to another place: before anything is written.
    """
    output.make_folder(folder, "Name a folder after --each.")
    digits = max(2, len(str(len(sections))))
    found = [(each, folder / f"{number:0{digits}}-{_safe(each)}.pdf") for number, each in enumerate(sections, 1)]
    for _, target in found:
        if target.is_symlink():  # names that nobody typed: what such a link leads to was not meant
            raise ReaderError(f"{output.harmless(str(target))} is a link to another place. Take it away first.")
        output.needs_room(target, force=force)
        if target.exists() and not target.is_file():  # to write to a pipe waits for whoever reads there
            raise ReaderError(f"{output.harmless(str(target))} is no file. Take it away first.")
    return found


def _safe(identifier: str) -> str:
    """Return a section's id without what a name of a file may not hold, on any computer."""
    letters = (letter if letter.isalnum() or letter in "-_" else "-" for letter in identifier[:LONGEST_NAME])
    return "".join(letters)
