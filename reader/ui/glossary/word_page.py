"""The page of a word in the panel: above the explanation a row that says what it is and leads back to the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGroupBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.explanation import Explanation, Unexplained
from reader.ui import theme as look
from reader.ui.announce import announce
from reader.ui.glossary.explanation_view import ExplanationView
from reader.ui.widgets.text_button import text_button

LINE = 40  # pixels that an arrow scrolls
SCROLLS = {
    Qt.Key.Key_Up: -LINE,
    Qt.Key.Key_Down: LINE,
    Qt.Key.Key_PageUp: -6 * LINE,
    Qt.Key.Key_PageDown: 6 * LINE,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class WordPage(QGroupBox):  # a group without a title: screen readers say its name, those of a plain frame they skip
    """One explanation in a fixed place, until another one is opened or one goes back to the list."""

    list_requested = Signal()
    left = Signal()  # Esc: back to where one came from

    def __init__(self, view: ExplanationView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.setObjectName("wordpage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._back = text_button("", "link")
        self._kind = QLabel()
        self._kind.setProperty("quiet", True)
        self._kind.setFont(look.sans(look.SMALL_PX))
        head = QHBoxLayout()
        head.setContentsMargins(6, 2, 16, 2)
        head.addWidget(self._back)
        head.addStretch(1)
        head.addWidget(self._kind)
        line = QFrame()
        line.setObjectName("hair")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addWidget(view, 1)
        self._back.clicked.connect(self.list_requested)
        view.shown.connect(self._name)
        QApplication.instance().focusChanged.connect(self._watch)  # type: ignore[union-attr]

    def begin(self, found: Explanation | Unexplained, kind: str) -> None:
        """Show an explanation, of which the head says in a word what *kind* it is."""
        self._kind.setText(kind)
        self.view.begin(found)

    def set_list(self, words: str) -> None:
        """Say which list the way back leads to."""
        self._back.setText(f"‹ {words}")
        self._back.setAccessibleName(self.tr("Back to the list: {0}").format(words))

    def take_keyboard(self) -> None:
        """Take the keyboard, and let a screen reader say what is shown."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.view.as_sentence())

    def _name(self) -> None:
        self.setAccessibleName(self.view.name)

    def event(self, event: QEvent) -> bool:
        """Take the keys of the ways back and forward for the page."""
        return (isinstance(event, QKeyEvent) and self.view.take_way(event)) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take them from the parts, too, which would make others of them."""
        return isinstance(event, QKeyEvent) and self.view.take_way(event)

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            now.installEventFilter(self)  # of one part there is only one

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; the arrows scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (pixels := SCROLLS.get(Qt.Key(event.key()))) is not None:
            self.view.scroll_by(pixels)
        else:
            super().keyPressEvent(event)
