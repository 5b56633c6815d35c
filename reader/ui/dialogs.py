"""The small questions and answers that need a window of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader import __version__
from reader.core.guide import Guide

# Dialogs are imported where they are opened: none is part of the first screen.
if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Dialogs(QObject):
    """Asks and tells, in front of one window."""

    guide_chosen = Signal(str)  # a folder or a file

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._guide: Guide | None = None
        self._begin = str(Path.home())  # where one looks for what to open: where one found something

    def show_guide(self, guide: Guide) -> None:
        """Speak of *guide* from now on."""
        self._guide = guide

    def open_folder(self) -> None:
        """Ask for a guide's folder."""
        from reader.ui import file_dialog

        self._choose(file_dialog.folder(self._window, self.tr("Open a guide’s folder"), self._begin))

    def open_file(self) -> None:
        """Ask for a text or a pathway."""
        from reader.ui import file_dialog

        kinds = self.tr("Texts and pathways (*.md *.markdown *.txt *.gpml);;All files (*)")
        self._choose(file_dialog.file(self._window, self.tr("Open a text or a pathway"), self._begin, kinds))

    def show_problems(self) -> None:
        """Show what is wrong in the guide's files."""
        from reader.ui.problems_dialog import ProblemsDialog

        ProblemsDialog(self._guide.problems if self._guide else (), self._window).exec()

    def show_about(self) -> None:
        """Say what the program is."""
        text = self.tr(
            "Pathway Reader {0}\n\nAn offline reader for illustrated health guides. It makes no connection to the "
            "internet: what you read and keep stays on this machine.\n\nCode: Apache-2.0. Guide: CC BY 4.0. "
            "Faces: Source Serif and Source Sans (OFL)."
        )
        self._tell(self.tr("About Pathway Reader"), text.format(__version__))

    def show_address(self, address: str) -> None:
        """Show where a link out of the guide leads. Nothing opens a browser by itself: the address can be copied."""
        from PySide6.QtWidgets import QMessageBox

        text = self.tr("This link leads to the internet:\n\n{0}").format(address)
        box = self._box(self.tr("A link out of this guide"), text)
        copy = box.addButton(self.tr("Copy the address"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is copy:
            QApplication.clipboard().setText(address)

    def _choose(self, name: str) -> None:
        if name:
            self._begin = str(Path(name).parent)
            self.guide_chosen.emit(name)

    def _tell(self, title: str, text: str) -> None:
        self._box(title, text).exec()

    def _box(self, title: str, text: str) -> QMessageBox:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setDefaultButton(box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole))
        return box
