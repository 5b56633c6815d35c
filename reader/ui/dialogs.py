"""The small questions and answers that need a window of their own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.core.guide import Guide, Problem
from reader.core.text import Place
from reader.ui import theme as look


class Dialogs(QObject):
    """Asks and tells, in front of one window."""

    guide_chosen = Signal(str)  # a folder or a file
    folder_used = Signal(str)  # in which a PDF was saved

    def __init__(self, window: QWidget, print_folder: str) -> None:
        super().__init__(window)
        self._window = window
        self._print_folder = print_folder
        self._guide: Guide | None = None
        self._section = ""

    def show_guide(self, guide: Guide) -> None:
        """Speak of *guide* from now on."""
        self._guide = guide

    def read_at(self, place: Place) -> None:
        """Take note of the section that is being read."""
        self._section = place.section

    def open_folder(self) -> None:
        """Ask for a guide's folder."""
        self._choose(QFileDialog.getExistingDirectory(self._window, self.tr("Open a guide’s folder")))

    def open_file(self) -> None:
        """Ask for a text file."""
        kinds = self.tr("Text (*.md *.markdown *.txt);;All files (*)")
        self._choose(QFileDialog.getOpenFileName(self._window, self.tr("Open a text file"), "", kinds)[0])

    def print_section(self) -> None:
        """Show the pages of the section that is being read, to be printed or saved."""
        if self._guide is None or not self._section:
            self._tell(self.tr("Print"), self.tr("Open a guide first: then a section of it can be printed."))
            return
        from reader.ui.print_dialog import PrintDialog  # late: printing is not part of the first screen

        dialog = PrintDialog(self._guide, self._section, self._print_folder, self._window)
        dialog.folder_used.connect(self._use_folder)
        dialog.exec()
        dialog.deleteLater()

    def show_problems(self) -> None:
        """Show what is wrong in the guide's files."""
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
        text = self.tr("This link leads to the internet:\n\n{0}").format(address)
        box = self._box(self.tr("A link out of this guide"), text)
        copy = box.addButton(self.tr("Copy the address"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is copy:
            QApplication.clipboard().setText(address)

    def _choose(self, name: str) -> None:
        if name:
            self.guide_chosen.emit(name)

    def _use_folder(self, folder: str) -> None:
        self._print_folder = folder
        self.folder_used.emit(folder)

    def _tell(self, title: str, text: str) -> None:
        self._box(title, text).exec()

    def _box(self, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setDefaultButton(box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole))
        return box


class ProblemsDialog(QDialog):
    """Everything that is wrong in the files of the open guide, one sentence a row."""

    def __init__(self, problems: tuple[Problem, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Problems in this guide"))
        self.resize(640, 420)
        words = QLabel(
            self.tr("The guide is shown as far as it can be. Its author can mend this:")
            if problems
            else self.tr("Nothing is wrong in this guide’s files.")
        )
        words.setWordWrap(True)
        rows = QListWidget()
        rows.setAccessibleName(self.tr("Problems"))
        rows.setWordWrap(True)
        rows.addItems([str(problem) for problem in problems])
        rows.setVisible(bool(problems))
        copy = QPushButton(self.tr("Copy the list"))
        copy.setVisible(bool(problems))
        close = QPushButton(self.tr("Close"))
        for button in (copy, close):
            button.setProperty("framed", True)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(rows, 1)
        column.addLayout(row)
        close.setMinimumHeight(look.TARGET_PX)
        close.setDefault(True)
        self._text = "\n".join(str(problem) for problem in problems)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text)
