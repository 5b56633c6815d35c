"""What stands in the article's place while there is none: a guide being prepared, or a choice of what to open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reader.ui import theme as look


class StartPage(QStackedWidget):
    """Two pages: *preparing*, with a Stop button, and *choose*."""

    stop_requested = Signal()
    bundled_requested = Signal()
    folder_requested = Signal()
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._preparing = QLabel()
        self._stop = _button(self.tr("Stop"))
        self._stop.clicked.connect(self.stop_requested)
        self.addWidget(_page(self.tr("Preparing the guide"), self._preparing, self._stop))
        words = QLabel(self.tr("Nothing is open. What would you like to read?"))
        buttons = []
        for text, signal in (
            (self.tr("Fibromyalgia and the immune system"), self.bundled_requested),
            (self.tr("Open a guide’s folder…"), self.folder_requested),
            (self.tr("Open a text file…"), self.file_requested),
        ):
            button = _button(text)
            button.clicked.connect(signal)
            buttons.append(button)
        self.addWidget(_page(self.tr("Pathway Reader"), words, *buttons))

    def show_preparing(self, name: str) -> None:
        """Say that a guide is being made ready to read."""
        self._preparing.setText(
            self.tr("“{0}” is being made ready to read. This is needed once, and again when its files change.").format(
                name
            )
        )
        self.setCurrentIndex(0)

    def show_choice(self) -> None:
        """Offer what can be opened."""
        self.setCurrentIndex(1)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("framed", True)
    return button


def _page(title: str, words: QLabel, *buttons: QPushButton) -> QWidget:
    page = QWidget()
    page.setObjectName("paper")
    heading = QLabel(title)
    heading.setFont(look.serif(27, strong=True))
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setFont(look.serif())
    column = QVBoxLayout(page)
    column.setContentsMargins(48, 96, 48, 48)
    column.setSpacing(16)
    column.addWidget(heading)
    column.addWidget(words)
    for button in buttons:
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    area = QScrollArea()  # or even while it is hidden, a page of large type keeps a small window from being smaller
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
