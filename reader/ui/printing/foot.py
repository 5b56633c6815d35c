"""What is said of the pages, and the buttons that send them somewhere: always in sight, always in the same place."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.sheet import label
from reader.ui.widgets.text_button import text_button

LONG = re.compile(r"\S{20}")  # letters, after which a line may end: the path of a file may have no other place
ROOT = re.compile(r"(?<=\s)/(?=\S)")  # begins the path of a file: no line ends after it
LINES = 4  # of what is said, in sight; more can be scrolled to


class Foot(QWidget):
    """One place for words, one for the buttons. Beside words that want it stands Stop, or the way to a saved file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label()
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._room = room = QScrollArea()
        room.setWidget(self.words)
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setAccessibleName(self.tr("About the pages"))
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.print = _button(self.tr("&Print…"), "primary")
        self.print.setDefault(True)
        at_once = self.tr("Ctrl+Enter prints on your usual printer, without more questions.")
        self.print.setToolTip(at_once)
        self.print.setAccessibleDescription(at_once)
        self.save = _button(self.tr("&Save as PDF…"), "framed")
        self.stop = _button(self.tr("St&op"), "framed")
        self.show_file = _button(self.tr("Open its &folder"), "framed")
        self.close_button = _button(self.tr("&Close"), "framed")
        self._last = self.print  # where the keyboard was when something was sent
        space = look.scale().space
        buttons = FlowLayout(gap=space["near"], below=space["near"])
        buttons.setContentsMargins(0, 0, 0, 0)
        for part in (self.print, self.save, self.close_button):
            buttons.addWidget(part)
        line = QFrame()
        line.setObjectName("hair")
        inner = QVBoxLayout()
        inner.setContentsMargins(space["apart"], space["near"], space["apart"], space["close"])
        inner.setSpacing(space["near"])
        said = QHBoxLayout()
        said.setSpacing(space["near"])
        said.addWidget(room, 1)
        for sometimes in (self.stop, self.show_file):
            said.addWidget(sometimes, 0, Qt.AlignmentFlag.AlignTop)
            sometimes.hide()
        inner.addLayout(said)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(inner)
        self.show_lines(LINES)

    def show_lines(self, count: int) -> None:
        """Have room for so many lines of what is said."""
        lines = count * self.words.fontMetrics().lineSpacing() + look.scale().space["tight"]
        self._room.setFixedHeight(max(lines, look.TARGET_PX))

    def say(self, *sentences: str, aloud: bool = True) -> None:
        """Show sentences in the place of those before, and let a screen reader say them once."""
        words = "\n".join(filter(None, sentences))
        self.words.setText(ROOT.sub("/\u2060", LONG.sub("\\g<0>\u200b", words)))
        self.words.setAccessibleName(words)
        bar = self._room.verticalScrollBar()
        bar.setValue(0)
        # More than is in sight can be scrolled to by keys, too.
        is_long = self.words.heightForWidth(self._room.viewport().width()) > self._room.height()
        self._room.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_long else Qt.FocusPolicy.NoFocus)
        if aloud:
            announce(self.words, words)

    def offer(self, now: QPushButton | None) -> None:
        """Offer to stop, or to show the file, or neither. The keyboard leaves a button that goes."""
        gone = [button for button in (self.stop, self.show_file) if button is not now and _has_keyboard(button)]
        for button in (self.stop, self.show_file):
            button.setVisible(button is now)
        if gone:
            self._last.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_send(self, can_send: bool) -> None:
        """Let pages be printed and saved, or not while some are on their way: then the keyboard is on Stop."""
        if not can_send:
            self._last = self.save if _has_keyboard(self.save) else self.print
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.print.setEnabled(can_send)
        self.save.setEnabled(can_send)


def _button(words: str, sort: str) -> QPushButton:
    """Return a button with one of our words, which has a key."""
    button = text_button("", sort)
    button.setText(words)
    return button


def _has_keyboard(button: QPushButton) -> bool:
    """Tell whether keys go to a button once its window is active: it is not yet where a dialog over it just closed."""
    return button.window().focusWidget() is button
