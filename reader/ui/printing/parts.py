"""What goes with the text: a tick for each part, and with the pathway which of its routes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from reader.core.handout import asking
from reader.core.handout.presets import PARTS
from reader.core.pathway import Route
from reader.ui import theme as look
from reader.ui.widgets.sheet import label
from reader.ui.widgets.steady import SteadyList
from reader.ui.widgets.text_button import text_button
from reader.ui.widgets.wrapped_tick import WrappedTick

INDENT = 34  # pixels, from a tick to its words


class Parts(QWidget):
    """Ticks. Those that nothing can come of say why, and keep what was chosen for the next time."""

    changed = Signal()  # by hand
    questions_requested = Signal()

    def __init__(self, routes: Sequence[Route], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: frozenset[str] = frozenset()  # as the preset or a hand has it, whatever can be printed
        self._ticks = {part: WrappedTick() for part in PARTS}
        self._has_own_route = False
        self.route = SteadyList()
        self.route.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.route.setMinimumContentsLength(10)
        self.route.setAccessibleName(self.tr("Which part of the pathway"))
        self.route.setAccessibleDescription(self.route.accessibleName())  # on Linux Qt tells the choice as the name
        self.route.addItem(self.tr("The whole pathway"), "")
        for each in routes:
            self.route.addItem(each.title, each.id)
        self.questions = text_button(self.tr("Choose or write questions…"), "link")
        title = label(self.tr("What goes with it"))
        title.setObjectName("title")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        for part, tick in self._ticks.items():
            column.addWidget(tick)
            if part == "pathway" and routes:
                column.addLayout(_indented(self.route, stretch=1))
            elif part == "questions":
                column.addLayout(_indented(self.questions))
            tick.keep_room(words.format(self.tr(PARTS[part])) for words in self._reasons().values())
            tick.clicked.connect(self._tick)
        self.route.activated.connect(self._take_route)
        self.questions.clicked.connect(self.questions_requested)
        self.offer({})

    @property
    def wanted(self) -> frozenset[str]:
        """The ids of the parts that are wanted, those that cannot be had now, too."""
        return self._wanted

    @property
    def route_wanted(self) -> str:
        """The id of the route that is chosen, or "" for the whole pathway."""
        return str(self.route.currentData())

    def show_wanted(self, wanted: frozenset[str]) -> None:
        """Tick these parts, which is not told."""
        self._wanted = wanted
        self._show()

    def suggest_route(self, route: str) -> None:
        """Choose a route, unless somebody chose one by hand."""
        if not self._has_own_route:
            self.route.setCurrentIndex(max(0, self.route.findData(route)))

    def offer(self, why_not: Mapping[str, str]) -> None:
        """Offer the parts but those that are named, each with the reason: one of those in `asking`."""
        reasons = self._reasons()
        for part, tick in self._ticks.items():
            reason = why_not.get(part, "")
            tick.setText(reasons[reason].format(self.tr(PARTS[part])))
            tick.setEnabled(not reason)
        self._itself = {part for part, reason in why_not.items() if reason == asking.ITSELF}
        self._show()

    def _reasons(self) -> dict[str, str]:
        """Return the words of a tick, by the reason why it cannot be had."""
        return {
            "": "{0}",
            asking.NO_PART: self.tr("{0} (not in this guide)"),
            asking.NONE_YET: self.tr("{0} (none yet)"),
            asking.NO_ROOM: self.tr("{0} (no room on the sheet)"),
            asking.NOT_WITH_IT: self.tr("{0} (not with this)"),
            asking.ITSELF: "{0}",
        }

    def _show(self) -> None:
        for part, tick in self._ticks.items():
            tick.setChecked(part in self._itself or (tick.isEnabled() and part in self._wanted))
        self.route.setEnabled(self._ticks["pathway"].isChecked())

    def _tick(self) -> None:
        ticked = {part for part, tick in self._ticks.items() if tick.isEnabled() and tick.isChecked()}
        self._wanted = frozenset(ticked | {part for part in self._wanted if not self._ticks[part].isEnabled()})
        self.route.setEnabled(self._ticks["pathway"].isChecked())
        self.changed.emit()

    def _take_route(self) -> None:
        self._has_own_route = True
        self.changed.emit()


def _indented(part: QWidget, stretch: int = 0) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(INDENT, 0, 0, look.scale().space["tight"])
    line.addWidget(part, stretch)
    if not stretch:
        line.addStretch(1)
    return line
