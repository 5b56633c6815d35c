"""The glossaries that the reader adds beside those of the guides: a list of folders with the state of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core import added
from reader.core.records import Glossary
from reader.core.source import printable
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.settings.folder_list import FolderList
from reader.ui.settings.group import label
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button


class AddedGlossaries(QWidget):
    """Adds and removes folders; one that was removed stays in the list, to be put back, until the settings close."""

    changed = Signal(list)  # the folders that are added now
    reached = Signal(QRect)  # a row, to be brought into view

    def __init__(self, folders: Sequence[str], ask: Callable[[], str]) -> None:
        super().__init__()
        self._ask = ask  # for a folder; "" is none
        self._folders = list(folders)  # those that were removed, too
        self._removed: set[str] = set()
        self._known: dict[str, Glossary] = {}
        self._looked_at: dict[str, str] = {}  # folder -> why it cannot be used, as it was when the settings opened
        self._rows = FolderList()
        self._rows.setAccessibleName(self.tr("Glossaries that you added"))
        self._add, self._remove = text_button(self.tr("Add a folder…"), "framed"), text_button("", "framed")
        self._said = label(self._hint(), quiet=True)
        buttons = FlowLayout(gap=look.scale().space["near"])
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.scale().space["tight"])
        column.addWidget(label(self.tr("Further glossaries:"), of=self._rows))
        column.addWidget(self._said)
        column.addWidget(self._rows)
        column.addLayout(buttons)
        self._show()
        self._add.clicked.connect(self._ask_for_one)
        self._remove.clicked.connect(self._remove_or_put_back)
        self._rows.remove_requested.connect(self._remove_or_put_back)
        self._rows.currentRowChanged.connect(self._reach)

    def show_folders(self, folders: Sequence[str]) -> None:
        """Show which folders are added, here or elsewhere."""
        now = [each for each in self._folders if each not in self._removed]
        if now != list(folders):
            self._folders, self._removed = list(folders), set()
            self._show()

    def show_known(self, glossaries: Sequence[Glossary]) -> None:
        """Show what the guide that is open has of the folders."""
        self._known = {each.folder: each for each in glossaries}
        self._show()

    def _hint(self) -> str:
        return self.tr(
            "A folder with a file glossary.md, or a guide’s folder. Its words are explained in every guide, after the "
            "guide’s own."
        )

    def _ask_for_one(self) -> None:
        folder = self._ask()
        if not folder:
            return
        if folder in self._folders:
            self._removed.discard(folder)
            self._say(self.tr("“{0}” is in the list.").format(_name(folder)))
        elif len(self._folders) - len(self._removed) >= added.MOST:
            self._say(self.tr("There can be {0} further glossaries at most. Nothing was added.").format(added.MOST))
            return
        elif reason := added.trouble(folder):
            self._say(self.tr("“{0}” {1}. Nothing was added.").format(_name(folder), reason))
            return
        else:
            self._folders.append(folder)
            self._say(self.tr("“{0}” is added.").format(_name(folder)))
        self._take(self._folders.index(folder))

    def _remove_or_put_back(self) -> None:
        row = self._rows.currentRow()
        if not 0 <= row < len(self._folders):
            return
        folder = self._folders[row]
        self._removed ^= {folder}
        words = self.tr("“{0}” is removed.") if folder in self._removed else self.tr("“{0}” is added.")
        self._say(words.format(_name(folder)))
        self._take(row)

    def _take(self, row: int) -> None:
        """Tell what is added now, with a row as the current one."""
        self._show()
        self._rows.setCurrentRow(row)
        self.changed.emit([each for each in self._folders if each not in self._removed])

    def _say(self, sentence: str) -> None:
        """Say it where the hint stands: nothing else moves."""
        self._said.setText(sentence)
        announce(self, sentence)

    def _show(self) -> None:
        self._rows.show_rows([(_name(each), self._state(each), _place(each)) for each in self._folders])
        self._rows.setVisible(bool(self._folders))
        self._name_buttons()

    def _state(self, folder: str) -> str:
        if folder in self._removed:
            return self.tr("removed")
        known = self._known.get(folder)
        if known is None and folder not in self._looked_at:
            self._looked_at[folder] = added.trouble(folder)
        if reason := known.trouble if known is not None else self._looked_at[folder]:
            return self.tr("not used, as it {0}").format(reason)
        if known is None:
            return self.tr("added")
        return self.tr("1 word") if known.words == 1 else self.tr("{0} words").format(f"{known.words:,}")

    def _reach(self) -> None:
        self._name_buttons()
        if (item := self._rows.currentItem()) is not None:
            self.reached.emit(self._rows.visualItemRect(item).translated(self._rows.pos()))

    def _name_buttons(self) -> None:
        row = self._rows.currentRow()
        is_removed = 0 <= row < len(self._folders) and self._folders[row] in self._removed
        words = self.tr("Put back") if is_removed else self.tr("Remove")
        self._remove.setText(words)
        self._remove.setAccessibleName(f"{words}: {_name(self._folders[row])}" if row >= 0 else words)
        self._remove.setEnabled(row >= 0)


def _name(folder: str) -> str:
    return printable(Path(folder).name or folder)


def _place(folder: str) -> str:
    path, home = Path(folder), Path.home()
    return printable(Path("~") / path.relative_to(home) if path.is_relative_to(home) else path)
