"""Below the drawing, while one asks how one thing leads to another: the question, then the answer step by step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from reader.core.guide import Reference
from reader.core.node_names import NodeNames
from reader.core.pathway import Route
from reader.ui import theme as look
from reader.ui.pathway.answer_words import AnswerWords
from reader.ui.pathway.ask_form import AskForm
from reader.ui.pathway.back_and_on import enable_both
from reader.ui.theme import Theme
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button


class AskStrip(QWidget):
    """Shows the question or an answer, never both: there is little room."""

    asked = Signal(str, str)
    way_chosen = Signal(int)
    step_requested = Signal(int)
    end_requested = Signal()
    reference_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How does one thing lead to another?"))
        self._form = AskForm(theme)
        self._answer = QWidget()
        self._ways = QComboBox()
        self._place = ""  # which step of how many
        self._words = AnswerWords(theme)
        self._previous = text_button(self.tr("Previous"), "framed", name=self.tr("Previous step"))
        self._next = text_button(self.tr("Next"), "framed", name=self.tr("Next step"))
        self._again = text_button(self.tr("Ask again"), "link", "inline")
        self._close = text_button(self.tr("Close"), "link", "inline", name=self.tr("Close (Esc)"))
        self._lay_out()
        self._form.asked.connect(self.asked)
        self._form.end_requested.connect(self.end_requested)
        self._ways.activated.connect(self.way_chosen)
        self._words.reference_chosen.connect(self.reference_chosen)
        self._previous.clicked.connect(lambda: self.step_requested.emit(-1))
        self._next.clicked.connect(lambda: self.step_requested.emit(1))
        self._again.clicked.connect(self.show_form)
        self._close.clicked.connect(self.end_requested)

    def _lay_out(self) -> None:
        self._ways.setAccessibleName(self.tr("Which route"))
        self._ways.setMinimumHeight(look.TARGET_PX)
        self._ways.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ways.setMinimumContentsLength(8)
        buttons = FlowLayout(4)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self._previous, self._next, self._again, self._close):
            buttons.addWidget(button)
        answer = QVBoxLayout(self._answer)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(6)
        answer.addWidget(self._ways)
        answer.addWidget(self._words)
        answer.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 12)
        column.addWidget(self._form)
        column.addWidget(self._answer)
        self._answer.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._form.set_theme(theme)
        self._words.set_theme(theme)

    def show_question(self, names: NodeNames, start: str, goal: str) -> None:
        """Ask; names that are given are filled in."""
        self._form.show_question(names, start, goal)
        self.show_form()

    def show_form(self) -> None:
        """Let one ask, or ask again."""
        self._form.show()
        self._form.take_keyboard()  # before what has it hides, and Qt chooses a neighbour
        self._answer.hide()

    def refuse(self, said: str, *, goal: bool) -> None:
        """Say that an end is not known: the second where *goal*, else the first."""
        self._form.say(said)
        self._form.take_keyboard(goal=goal)

    def show_ways(self, ways: Sequence[str]) -> None:
        """Offer the routes of an answer, the first one chosen."""
        self._ways.clear()
        self._ways.addItems(list(ways))
        self._answer.show()
        self._next.setEnabled(True)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.hide()

    def show_route(self, route: Route) -> None:
        """Keep room for all that a route tells."""
        self._words.keep_room_for([*(step.caption for step in route.steps), route.closing])

    def show_step(
        self, route: Route, at: int, ends: Sequence[str], level: str, references: Sequence[Reference]
    ) -> None:
        """Show a step, counted from 0, and after the last one what is to be kept in mind.

        *ends* are the names of what it leads from and to, *references* what it rests on.
        """
        count, is_last = len(route.steps), at == len(route.steps)
        self._place = "" if is_last else self.tr("Step {0} of {1}.").format(at + 1, count)
        text = route.closing if is_last else route.steps[at].caption
        self._words.say(" ".join(filter(None, (self._place, " → ".join(ends)))), text, level, references)
        enable_both(self._previous, self._next, can_back=at > 0, can_on=not is_last)

    @property
    def is_answering(self) -> bool:
        """Whether an answer is shown, and no question."""
        return not self._answer.isHidden()

    def said(self) -> str:
        """Return what is shown of the answer, for those who hear it."""
        return " ".join(filter(None, (f"{self._ways.currentText()}.", self._place, self._words.said())))

    def take_keyboard(self) -> None:
        """Put the keyboard on the box that is empty, or on the button that leads on."""
        if self.is_answering:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._form.take_keyboard()
