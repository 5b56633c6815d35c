"""A route in words below the drawing: which step, what is said there, how sure it is, and the way on and back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.pathway import Route
from reader.ui import theme as look
from reader.ui.pathway.back_and_on import BackAndOn
from reader.ui.pathway.step_words import StepWords, Told
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button


class RouteStrip(QWidget):
    """Shows one step of a route at a time. Its buttons stay where they are, however long the captions."""

    step_requested = Signal(int)  # to the next step (1) or the one before (-1)
    end_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Elided()
        self._place = QLabel()
        self._words = StepWords(theme)
        self._ways = BackAndOn(
            text_button(self.tr("Previous"), "framed", name=self.tr("Previous step")),
            text_button(self.tr("Next"), "framed", name=self.tr("Next step")),
        )
        self._end = text_button(self.tr("End the route"), "link")
        self._end.setToolTip(self.tr("End the route (Esc)"))
        self._lay_out()
        self._ways.stepped.connect(self.step_requested)
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
        for button in (self._ways.back, self._ways.on, self._end):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._words.set_theme(theme)

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
        steps = zip(route.steps, levels, strict=True)
        told = [*(Told(step.caption, level) for step, level in steps), Told(route.closing)]
        self._words.keep_room_for(told)
        self._words.say("", ends, told[at])
        self._ways.enable(can_back=at > 0, can_on=not is_last)

    def said(self) -> str:
        """Return what is shown, for those who hear it."""
        return f"{self._place.text()}. {self._words.said()}"

    def take_keyboard(self) -> None:
        """Put the keyboard on the button that leads on."""
        self._ways.take_keyboard()
