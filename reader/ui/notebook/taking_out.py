"""Takes notes out of the notebook, into a file: exported for others, or backed up."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader import atomic
from reader.core.library import Library
from reader.core.notebook import annotation, backup, its_guides, markdown, reading_order
from reader.core.source import printable
from reader.ui import file_dialog
from reader.ui.notebook.errand import Errand, Kept
from reader.ui.notebook.export_dialog import PAPER, ExportDialog


class TakingOut(Errand):
    """Asks what and where, and writes it: readable by its owner only, never over a file unasked."""

    print_requested = Signal(list)  # the ids of notes in the open guide

    def export(self, chosen: Collection[str]) -> None:
        """Ask what is exported, and how: the notes with the ids that are *chosen*, those in this guide, or all."""
        self.read(partial(self._offer, frozenset(chosen)))

    def back_up(self, parent: QWidget) -> None:
        """Ask where a backup of all notes goes, in front of *parent*, and write it there."""
        self.read(partial(self._back_up, parent))

    def _offer(self, chosen: Collection[str], kept: Kept) -> None:
        found = {
            "chosen": [note for note in kept.notes if note.id in chosen],
            "here": self.here(kept.notes),
            "all": kept.notes,
        }
        words = {
            "chosen": self.tr("Those that are chosen"),
            "here": self.tr("All in this guide: {0}").format(self.title),
            "all": self.tr("All in all guides"),
        }
        row = self.tr("{0} ({1})")
        offered = {name: row.format(words[name], self.counted(len(notes))) for name, notes in found.items() if notes}
        printable = {name for name, notes in found.items() if notes and len(self.here(notes)) == len(notes)}
        dialog = ExportDialog(offered, printable, self.means.window)

        def export(what: str, form: str) -> None:
            if form == PAPER:
                dialog.accept()
                self.print_requested.emit([note.id for note in found[what]])
                return
            name = self.tr("Notes on {0}").format(self.title) if what == "here" else self.tr("My notes")
            kinds = {"md": self.tr("Text (*.md)"), "jsonld": self.tr("Web Annotations (*.jsonld)")}
            target = file_dialog.target(
                dialog, self.tr("Export notes"), self.folder, self._dated(name), {form: kinds[form]}
            )
            if target is not None:
                dialog.accept()
                self._export(Kept(found[what], kept.titles), form, target)

        dialog.export_requested.connect(export)
        self.open_dialog(dialog)

    def _export(self, kept: Kept, form: str, target: Path) -> None:
        library = self.means.library
        places = {name: each.path for name, each in self.means.session.guides.items()}
        self._write(target, len(kept.notes), lambda: _exported(kept, form, library, places))

    def _back_up(self, parent: QWidget, kept: Kept) -> None:
        kinds = {"json": self.tr("Backups of notes (*.json)")}
        name = self._dated(self.tr("My notes")) + backup.SUFFIX.removesuffix(".json")
        target = file_dialog.target(parent, self.tr("Back up notes"), self.folder, name, kinds)
        if target is not None:
            self._write(target, len(kept.notes), lambda: backup.dump(kept.notes, kept.titles))

    def _dated(self, title: str) -> str:
        return f"{file_dialog.file_name(title, self.tr('My notes'))} {time.strftime('%Y-%m-%d')}"

    def _write(self, target: Path, count: int, content: Callable[[], bytes]) -> None:
        def written(_: object) -> None:
            folder = str(target.parent)
            self.folder_used.emit(folder)
            words = self.tr("{0} saved as {1} in {2}")
            self.told.emit(words.format(self.counted(count), printable(target.name), printable(folder)))

        self.work(lambda: atomic.write(target, content(), mode=0o600), written)


def _exported(kept: Kept, form: str, library: Library, places: dict[str, str]) -> bytes:
    """Return notes in a form for others; opens their guides anew, for this thread."""
    guides = its_guides.opened({note.guide for note in kept.notes}, library, places)
    try:
        chapters = reading_order.chapters(kept.notes, guides, kept.titles)
        return markdown.write(chapters).encode() if form == "md" else annotation.write(chapters)
    finally:
        for guide in guides.values():
            guide.close()
