"""A route in words below the drawing: which step, what is said there, how sure it is, and the way on and back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.core.pathway import Route
from reader.ui import theme as look
from reader.ui.pathway.back_and_on import enable_both
from reader.ui.pathway.legend import ROW, Legend
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button

_LEAST_LINES = 2  # of a caption, in a very low window


class RouteStrip(QWidget):
    """Shows one step of a route at a time. Its buttons stay where they are, however long the captions."""

    step_requested = Signal(int)  # to the next step (1) or the one before (-1)
    end_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Elided()
        self._place = QLabel()
        self._words = _Words(theme)
        self._previous = text_button(self.tr("Previous"), "framed", name=self.tr("Previous step"))
        self._next = text_button(self.tr("Next"), "framed", name=self.tr("Next step"))
        self._end = text_button(self.tr("End the route"), "link")
        self._end.setToolTip(self.tr("End the route (Esc)"))
        self._lay_out()
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        self._end.clicked.connect(self.end_requested)

    def _lay_out(self) -> None:
        self._title.setFont(look.sans(strong=True))
        self._place.setProperty("quiet", True)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._place)
        buttons = FlowLayout(8)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self._previous, self._next, self._end):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._words.evidence.set_theme(theme)

    def show_step(self, route: Route, at: int, ends: Sequence[str], levels: Sequence[str]) -> None:
        """Show a step, counted from 0, and after the last one the closing words.

        *ends* are the labels of the nodes that the step leads from and to; *levels* are the evidence of all steps.
        """
        is_last = at == len(route.steps)
        self.setAccessibleName(self.tr("Route: {0}").format(route.title))
        self._title.set_whole(route.title)
        self._place.setText(
            self.tr("Known and not known") if is_last else self.tr("Step {0} of {1}").format(at + 1, len(route.steps))
        )
        told = [*zip((step.caption for step in route.steps), levels, strict=True), (route.closing, "")]
        self._words.keep_room_for(told)
        self._words.say(" → ".join(ends), *told[at])
        enable_both(self._previous, self._next, can_back=at > 0, can_on=not is_last)

    def said(self) -> str:
        """Return what is shown, for those who hear it."""
        place, words = f"{self._place.text()}.", self._words.text
        return " ".join(each for each in (place, words, self._words.evidence.accessibleDescription()) if each)

    def take_keyboard(self) -> None:
        """Put the keyboard on the button that leads on."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)


class _Words(QScrollArea):
    """A caption and its evidence, with room for the longest of the route; in a window too low for that, it scrolls."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.evidence = Legend(theme)
        self._ends = Elided()  # the drawing may have no room for both at once
        self._ends.setProperty("quiet", True)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # captions come from a stranger's file
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._label.setFont(look.sans())
        self._told: Sequence[tuple[str, str]] = ()
        page = QWidget()
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._ends)
        column.addWidget(self._label)
        column.addWidget(self.evidence)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def keep_room_for(self, told: Sequence[tuple[str, str]]) -> None:
        """Be as tall as the tallest of these captions, each with its level of evidence or ""."""
        self._told = told
        self.updateGeometry()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._label.text()

    def say(self, ends: str, text: str, level: str) -> None:
        """Show what a step leads from and to, its caption from the beginning, and its evidence in words."""
        self._ends.set_whole(ends)
        self._ends.setVisible(bool(ends))
        self._label.setText(text)
        self.evidence.show_levels([level] if level else [])
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        room, flags = QRect(0, 0, max(80, self.width()), 100_000), int(Qt.TextFlag.TextWordWrap)
        bounds = self._label.fontMetrics().boundingRect
        heights = [bounds(room, flags, text).height() + ROW * bool(level) for text, level in self._told]
        return QSize(200, self._ends.sizeHint().height() + max(heights, default=0))

    def minimumSizeHint(self) -> QSize:
        least = _LEAST_LINES * self._label.fontMetrics().lineSpacing() + ROW
        return QSize(80, min(self.sizeHint().height(), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other widths, other heights
        is_cut = event.size().height() < self.sizeHint().height()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_cut else Qt.FocusPolicy.NoFocus)  # the keys scroll it
