"""Everything that is wrong in the files of the open guide, one sentence a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.records import Problem
from reader.ui import theme as look


class ProblemsDialog(QDialog):
    """A list to read and to copy."""

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
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        rows.setResizeMode(QListWidget.ResizeMode.Adjust)
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
