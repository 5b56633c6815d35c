"""Asks for a folder or a file: with the desktop's own dialog, or where it has none, with Qt's in our look."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, QSize, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QMessageBox,
    QToolButton,
    QTreeView,
    QWidget,
)

from reader.core.source import printable
from reader.ui import theme as look
from reader.ui.file_dialog_rows import fit

KIND = 2  # the column that says "Folder" of every folder
ICONS = {"backButton": "back", "forwardButton": "forward", "toParentButton": "previous"}
COMBOS = {"lookInCombo": "lookInLabel", "fileTypeCombo": "fileTypeLabel"}
NEEDLESS = ("newFolderButton", "listModeButton", "detailModeButton")


def folder(window: QWidget, title: str, start: str) -> str:
    """Return the folder that is chosen, or "" for none; *start* is where one begins to look."""
    dialog = _dialog(window, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    words = QCoreApplication.translate("FileDialog", "Folder:")
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, words)  # Qt says "Directory:"
    return _answer(dialog)


def file(window: QWidget, title: str, start: str, kinds: str) -> str:
    """Return the file that is chosen, or "" for none; *kinds* are Qt's name filters."""
    dialog = _dialog(window, title, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    return _answer(dialog)


def target(window: QWidget, title: str, start: str, name: str, kinds: Mapping[str, str]) -> Path | None:
    """Return where something shall be saved, or None; its suffix is one of *kinds*.

    *name* is offered, without suffix; *kinds* has Qt's name filter for each suffix, the usual one first. A name without
    a suffix, or with that of no kind, gets that of the kind that is chosen. Whoever is there already is asked about.
    """
    dialog = QFileDialog(window, title, start)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds.values()))
    by_filter = {each: suffix for suffix, each in kinds.items()}

    def rename(chosen: str) -> None:
        dialog.setDefaultSuffix(by_filter[chosen])
        typed = Path(dialog.selectedFiles()[0]).name if dialog.selectedFiles() else name
        stem = typed.rpartition(".")[0] if typed.rpartition(".")[2] in kinds else typed
        dialog.selectFile(f"{stem}.{by_filter[chosen]}")

    rename(next(iter(kinds.values())))
    dialog.selectFile(f"{name}.{next(iter(kinds))}")
    dialog.filterSelected.connect(rename)
    chosen = _answer(dialog)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower().removeprefix(".") in kinds:
        return path
    whole = path.with_name(f"{path.name}.{next(iter(kinds))}")
    return whole if not whole.exists() or _may_replace(window, title, whole) else None


def _may_replace(window: QWidget, title: str, path: Path) -> bool:
    """Ask about a file that is there already under a name which Qt's dialog has not seen whole."""
    box = QMessageBox(window)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    words = QCoreApplication.translate("FileDialog", "{0} is there already. Do you want to replace it?")
    box.setText(words.format(printable(path.name)))
    replace = box.addButton(QCoreApplication.translate("FileDialog", "Replace"), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(QCoreApplication.translate("FileDialog", "Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is replace


def file_name(title: str, otherwise: str) -> str:
    """Return a title as a file name that every system takes; *otherwise* where nothing is left of it."""
    plain = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', " ", title)
    return " ".join(plain.split())[:80].strip(". ") or otherwise


def _dialog(window: QWidget, title: str, start: str) -> QFileDialog:
    dialog = QFileDialog(window, title, start)
    dialog.setOption(QFileDialog.Option.ReadOnly)  # who opens something deletes and renames nothing
    return dialog


def _answer(dialog: QFileDialog) -> str:
    _dress(dialog)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen[0] if chosen else ""


def _dress(dialog: QFileDialog) -> None:
    """Give Qt's own dialog our signs and one plain list; the desktop's has none of these parts."""
    icons = _Icons(dialog.palette().windowText().color().name())
    dialog.setIconProvider(icons)
    dialog.setProperty("icons", icons)  # Qt does not keep it
    for name, sign in ICONS.items():
        if (button := dialog.findChild(QToolButton, name)) is not None:
            button.setIcon(icons.sign(sign))
    for name, words in COMBOS.items():
        box, label = dialog.findChild(QComboBox, name), dialog.findChild(QLabel, words)
        if box is not None and label is not None:  # on Linux Qt tells the choice as the name
            box.setAccessibleDescription(label.text().replace("&", "").rstrip(":"))
    for name in NEEDLESS:
        if (button := dialog.findChild(QToolButton, name)) is not None:
            button.hide()
    if (view := dialog.findChild(QTreeView, "treeView")) is not None:
        dialog.setViewMode(QFileDialog.ViewMode.Detail)
        view.setIconSize(QSize(look.ICON_PX, look.ICON_PX))
        view.hideColumn(KIND)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    fit(dialog)


class _Icons(QAbstractFileIconProvider):
    """A folder or a book, in the window's ink."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self._folder, self._file = self.sign("open"), self.sign("word")

    def sign(self, name: str) -> QIcon:
        """Return one of our signs."""
        return QIcon(QPixmap.fromImage(look.image(name, self._colour, scale=2.0)))

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        """Return the sign of a file or of a kind of place."""
        is_file = what.isFile() if isinstance(what, QFileInfo) else what == QAbstractFileIconProvider.IconType.File
        return self._file if is_file else self._folder
