"""What one does with the notes that are chosen: go there, edit, copy, delete, export."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from reader.core.notebook.notes import Note
from reader.ui.clipboard import mime_data
from reader.ui.notebook.panel_foot import Foot
from reader.ui.notebook.panel_head import Head
from reader.ui.notebook.panel_list import NoteList
from reader.ui.notebook.panel_source import Source
from reader.ui.notebook.panel_words import copied


class Chosen(QObject):
    """Wishes for it, from the list, its menu, the buttons below it and the menu above it."""

    opened = Signal(Note)  # one wants to go to what it is about
    edit_requested = Signal(Note)
    removing = Signal()  # before: the button may be off afterwards
    remove_requested = Signal(list)  # of Note
    export_requested = Signal(list)  # of ids
    told = Signal(str)  # a sentence

    def __init__(self, rows: NoteList, foot: Foot, head: Head, source: Source, parent: QObject) -> None:
        super().__init__(parent)
        self._list, self._foot, self._head, self._source = rows, foot, head, source
        rows.opened.connect(self._open)
        rows.moved.connect(self._offer)
        rows.menu_requested.connect(foot.show_menu)
        foot.go_requested.connect(rows.open_current)
        for part in (rows, foot):
            part.edit_requested.connect(self._edit)
            part.copy_requested.connect(self._copy)
            part.remove_requested.connect(self._remove)
        for wish in (foot.export_requested, head.chosen_export_requested):
            wish.connect(self._export)

    def _offer(self) -> None:
        """Offer what can be done with what is chosen."""
        chosen = self._list.chosen()
        self._foot.offer(len(chosen), has_place=bool(chosen) and self._source.has_place(chosen[0]))
        self._head.offer_export(len(chosen))

    def _open(self, note: Note) -> None:
        if self._source.has_place(note):
            self.opened.emit(note)
        elif note.target.about != "guide":
            self.told.emit(self.tr("The words of this note are not in this version of the guide."))

    def _edit(self) -> None:
        if (note := self._list.current()) is not None:
            self.edit_requested.emit(note)

    def _remove(self) -> None:
        if notes := self._list.chosen():
            self.removing.emit()
            self.remove_requested.emit(notes)

    def _copy(self) -> None:
        if notes := self._list.chosen():
            QApplication.clipboard().setMimeData(mime_data("\n\n".join(map(copied, notes))))
            one, many = self.tr("The note was copied."), self.tr("{0} notes were copied.")
            self.told.emit(many.format(len(notes)) if len(notes) > 1 else one)

    def _export(self) -> None:
        self.export_requested.emit([note.id for note in self._list.chosen()])
