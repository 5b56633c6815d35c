"""Below the drawing, while one traces: what comes before or after a node, so many steps away, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui.pathway.back_and_on import BackAndOn
from reader.ui.pathway.hidden_note import HiddenNote
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_rows import WrappedRows

_KEY = int(Qt.ItemDataRole.UserRole)
_HEIGHT, _LOW_HEIGHT = 150, 2 * look.TARGET_PX  # pixels of list; in a low window the drawing needs the room more


class TraceStrip(QWidget):
    """Its buttons stay where they are, however many sentences there are."""

    step_requested = Signal(int)  # a step further away (1) or nearer (-1)
    turn_requested = Signal()  # the other way: before in place of after
    end_requested = Signal()
    unhide_requested = Signal()
    interaction_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Elided()
        self._count = QLabel()
        self._sentences = _Sentences()
        self._hidden = HiddenNote()
        self._ways = BackAndOn(
            text_button(self.tr("Nearer"), "framed", name=self.tr("One step nearer (Page Up)")),
            text_button(self.tr("Further"), "framed", name=self.tr("One step further away (Page Down)")),
        )
        self._turn = text_button("", "link", "inline")
        self._close = text_button(self.tr("Close"), "link", "inline", name=self.tr("Close (Esc)"))
        for button in (self._ways.back, self._ways.on, self._close):
            button.setToolTip(button.accessibleName())
        self._lay_out()
        self.set_theme(theme)
        self._ways.stepped.connect(self.step_requested)
        self._hidden.show_requested.connect(self.unhide_requested)
        self._turn.clicked.connect(self.turn_requested)
        self._close.clicked.connect(self.end_requested)
        self._sentences.itemActivated.connect(self._choose)
        self._sentences.itemClicked.connect(self._choose)

    def _lay_out(self) -> None:
        self._title.setFont(look.sans(strong=True))
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        self._count.setProperty("quiet", True)
        self._sentences.setAccessibleName(self.tr("What is known at this step"))
        head = QVBoxLayout()
        head.setContentsMargins(18, 8, 18, 0)
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addWidget(self._hidden)
        buttons = FlowLayout(4)
        for button in (self._ways.back, self._ways.on, self._turn, self._close):
            buttons.addWidget(button)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 0, 18, 12)
        foot.addLayout(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._sentences)
        column.addLayout(foot)

    def set_theme(self, theme: Theme) -> None:
        """The style sheet of the window colours all of it."""

    def set_low(self, is_low: bool) -> None:
        """Take less room in a low window."""
        self._sentences.set_height(_LOW_HEIGHT if is_low else _HEIGHT)

    def show_layer(self, title: str, count: str, sentences: Sequence[tuple[str, str]], turn: str) -> None:
        """Show a step: what it is about, how much there is, and each interaction's id and sentence.

        *turn* are the words of the button that asks for the other way.
        """
        self.setAccessibleName(title)
        self._title.set_whole(title)
        self._count.setText(count)
        self._turn.setText(turn)
        self._sentences.clear()
        for key, text in sentences:
            item = QListWidgetItem(text)
            item.setData(_KEY, key)
            self._sentences.addItem(item)

    def show_hidden(self, text: str) -> None:
        """Say what is left out because it is hidden; "" for nothing."""
        self._hidden.say(text)

    def enable(self, *, nearer: bool, further: bool) -> None:
        """Say whether there is a step nearer, and one further away."""
        self._ways.enable(can_back=nearer, can_on=further)

    def said(self) -> str:
        """Return what is shown, for those who hear it."""
        return " ".join(filter(None, (f"{self._title.accessibleName()}.", self._count.text(), self._hidden.text)))

    def take_keyboard(self) -> None:
        """Put the keyboard on the button that leads on, or where it does not, on the one to close."""
        button = self._ways.on if self._ways.on.isEnabled() else self._turn
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, item: QListWidgetItem) -> None:
        self.interaction_chosen.emit(item.data(_KEY))


class _Sentences(QListWidget):
    """As high as a few sentences; the rest is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._height = _HEIGHT
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(WrappedRows(self))

    def set_height(self, pixels: int) -> None:
        """Be so high where there is room."""
        self._height = pixels
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, look.TARGET_PX)
