"""Below the drawing, while one asks how one thing leads to another: the question, then the answer step by step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.node_names import NodeNames
from reader.ui.pathway.ask_form import AskForm
from reader.ui.pathway.back_and_on import BackAndOn
from reader.ui.pathway.hidden_note import HiddenNote
from reader.ui.pathway.step_words import StepWords, Told
from reader.ui.theme import Theme
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_choice import WrappedChoice


class AskStrip(QWidget):
    """Shows the question or an answer, never both: there is little room."""

    asked = Signal(str, str)
    way_chosen = Signal(int)
    step_requested = Signal(int)
    end_requested = Signal()
    unhide_requested = Signal()
    reference_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How does one thing lead to another?"))
        self._form = AskForm(theme)
        self._answer = QWidget()
        self._routes = WrappedChoice()
        self._hidden = HiddenNote()
        self._told: Sequence[Told] = ()
        self._at = 0
        self._place = ""  # which step of how many
        self._words = StepWords(theme)
        self._ways = BackAndOn(
            text_button(self.tr("Previous"), "framed", name=self.tr("Previous step")),
            text_button(self.tr("Next"), "framed", name=self.tr("Next step")),
        )
        self._again = text_button(self.tr("Ask again"), "link", "inline")
        self._close = text_button(self.tr("Close"), "link", "inline", name=self.tr("Close (Esc)"))
        self._lay_out()
        self._form.asked.connect(self.asked)
        self._form.end_requested.connect(self.end_requested)
        self._routes.activated.connect(self.way_chosen)
        self._hidden.show_requested.connect(self.unhide_requested)
        self._words.reference_chosen.connect(self.reference_chosen)
        self._ways.stepped.connect(self.step_requested)
        self._again.clicked.connect(self.show_form)
        self._close.clicked.connect(self.end_requested)

    def _lay_out(self) -> None:
        self._routes.setAccessibleName(self.tr("Which route"))
        buttons = FlowLayout(4)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self._ways.back, self._ways.on, self._again, self._close):
            buttons.addWidget(button)
        answer = QVBoxLayout(self._answer)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(6)
        answer.addWidget(self._routes)
        answer.addWidget(self._hidden)
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

    def show_ways(self, ways: Sequence[str], hidden: str) -> None:
        """Offer the routes of an answer, the first one chosen; *hidden* says what is left out, "" for nothing."""
        self._routes.show_choices(ways)
        self._hidden.say(hidden)
        if not self.is_answering:
            self._answer.show()
            self._ways.enable(can_back=False, can_on=True)
            self._ways.take_keyboard()  # before what has it hides
            self._form.hide()

    def show_route(self, number: int, told: Sequence[Told]) -> None:
        """Show one of the routes, and keep room for all that it tells: at its steps, and after the last."""
        self._routes.setCurrentIndex(number)
        self._told = told
        self._words.keep_room_for(told)

    def show_step(self, at: int, ends: Sequence[str]) -> None:
        """Show a step, counted from 0, and after the last one what is to be kept in mind.

        *ends* are the names of what it leads from and to.
        """
        count = len(self._told) - 1
        self._at, is_last = at, at == count
        self._place = "" if is_last else self.tr("Step {0} of {1}.").format(at + 1, count)
        self._words.say(self._place, ends, self._told[at])
        self._ways.enable(can_back=at > 0, can_on=not is_last)

    @property
    def is_answering(self) -> bool:
        """Whether an answer is shown, and no question."""
        return not self._answer.isHidden()

    @property
    def question(self) -> tuple[str, str]:
        """The two ends, as they are typed."""
        return self._form.question

    @property
    def route(self) -> int:
        """Which of the routes is shown."""
        return self._routes.currentIndex()

    def said(self) -> str:
        """Return what is shown of the answer, for those who hear it; what is left out, once."""
        hidden = self._hidden.text if self._at == 0 else ""
        return " ".join(filter(None, (f"{self._routes.currentText()}.", self._place, self._words.said(), hidden)))

    def take_keyboard(self) -> None:
        """Put the keyboard on the box that is empty, or on the button that leads on."""
        if self.is_answering:
            self._ways.take_keyboard()
        else:
            self._form.take_keyboard()
