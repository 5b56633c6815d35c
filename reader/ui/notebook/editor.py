"""The editor below the article in which one writes a note; nothing above it moves."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from reader.ui import theme as look
from reader.ui.notebook import telling
from reader.ui.notebook.box import Box
from reader.ui.notebook.draft import Draft
from reader.ui.notebook.said_line import SaidLine
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.text_button import text_button

LINES, FEW = 5, 3  # of the box; in a low window


class Editor(QFrame):
    """What the note is about, a box, Keep and Cancel. It closes once the words are on the disk, and not before."""

    opening = Signal()  # what lies over the article may go, and gives the keyboard back to where it came from
    opened = Signal()
    closed = Signal(object)  # while it had the keyboard; the QWidget that had it before, or what is left around that

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self._draft: Draft | None = None
        self._back_to: list[QWidget] = []  # what had the keyboard, and what that was in, from within outwards
        self._lines = LINES
        self._growth = 1.0
        self._is_built = False  # most readings never need it
        self.hide()

    def _build(self) -> None:
        self._is_built = True
        self._about = Elided()
        self._about.setProperty("quiet", True)
        self._box = Box(self.tr("Your note"))
        self._said = SaidLine()
        self._keep = text_button(self.tr("Keep"), "framed")
        self._keep.setAccessibleDescription(self.tr("Ctrl+Enter"))
        self._cancel = text_button(self.tr("Cancel"))
        self._cancel.setAccessibleDescription(self.tr("Have it again as it was"))
        self._keys = QLabel(self.tr("Ctrl+Enter or Esc keeps it, too"))
        self._keys.setProperty("quiet", True)
        buttons = QHBoxLayout()
        for part in (self._keep, self._cancel, self._keys):
            buttons.addWidget(part)
        buttons.addStretch(1)
        space = look.scale().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space["wide"], space["near"], space["wide"], space["near"])
        column.setSpacing(space["tight"])
        column.addWidget(self._about)
        column.addWidget(self._box)
        column.addWidget(self._said)
        column.addLayout(buttons)
        self._box.finished.connect(self.finish)
        self._box.filled.connect(self._said.say_full)
        self._keep.clicked.connect(self.finish)
        self._cancel.clicked.connect(self._call_off)
        for before, after in ((self._box, self._keep), (self._keep, self._cancel)):
            QWidget.setTabOrder(before, after)

    def open(self, draft: Draft) -> None:
        """Write on *draft*; what was written before is kept."""
        if self._draft is not None and self._draft.note.id == draft.note.id:
            self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.opening.emit()
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._back_to = list(_outwards(focus))
        self.leave()
        if not self._is_built:
            self._build()
        name = telling.about(draft.note.target, draft.note.kind)
        self._about.set_whole(name)
        self._box.setAccessibleName(name)
        self._box.setReadOnly(False)
        self._box.write(draft.note.body)
        self._said.say("")
        self._draft = draft
        self._box.textChanged.connect(self._grow)
        self._box.left.connect(draft.save)
        draft.ended.connect(self._end)
        draft.failed.connect(self._fail)
        draft.begun_anew.connect(self._begin_anew)
        self._fit()
        self.opened.emit()
        self.show()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Keep what was written, and close when it is kept."""
        if self._draft is not None:
            self._box.setReadOnly(True)  # what is typed from now on would not be kept
            self._draft.finish()

    def leave(self) -> None:
        """Close now; the words are kept as soon as they can be."""
        if self._draft is not None:
            draft = self._draft
            self._close()
            draft.leave()

    def forget(self) -> None:
        """Close without keeping anything."""
        if self._draft is not None:
            self._draft.stop()
            self._close()

    def set_low(self, is_low: bool) -> None:
        """Have fewer lines in a low window."""
        self._lines = FEW if is_low else LINES
        if self._is_built:
            self._fit()

    def set_size(self, points: float) -> None:
        """Let what one writes grow with the size of the article's text."""
        self._growth = look.growth(points)
        if self._is_built:
            self._fit()

    def set_width(self, width: int) -> None:
        """Leave out what there is no room for."""
        if self._is_built:
            self._keys.setVisible(width >= self._keys.sizeHint().width() + 320)

    def _fit(self) -> None:
        self._box.setFont(look.sans(self._growth * look.TEXT_PX))
        self._box.show_lines(self._lines)
        self.set_width(self.width())

    def _grow(self) -> None:
        if self._draft is not None:
            self._draft.grow(self._box.toPlainText())

    def _call_off(self) -> None:
        if self._draft is not None:
            self._box.setReadOnly(True)
            self._draft.call_off()

    def _fail(self, reason: str) -> None:
        """Keep the words here: they are nowhere else."""
        self._box.setReadOnly(False)
        self._said.say_not_kept(reason, self._keep.text())

    def _begin_anew(self) -> None:
        self._said.say_deleted(self._keep.text())

    def _end(self) -> None:
        focus = QApplication.focusWidget()
        had_keyboard = focus is not None and self.isAncestorOf(focus)
        back_to, self._back_to = self._back_to, []
        if had_keyboard:
            self.closed.emit(next(filter(isValid, back_to), None))
        self._close()

    def _close(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            self._box.textChanged.disconnect(self._grow)
            self._box.left.disconnect(draft.save)
            draft.ended.disconnect(self._end)
            draft.failed.disconnect(self._fail)
            draft.begun_anew.disconnect(self._begin_anew)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps, on the buttons too: nothing is lost by a wrong key."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it likes."""
        return QSize(280, super().minimumSizeHint().height())


def _outwards(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
