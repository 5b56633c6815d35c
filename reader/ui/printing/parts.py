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
        self._routes = routes
        self._has_own_routes = False
        self._offered: list[tuple[str, ...]] = []  # ids of routes, row by row
        self.route = SteadyList()
        self.route.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.route.setMinimumContentsLength(10)
        self.route.setAccessibleName(self.tr("Which part of the pathway"))
        self.route.setAccessibleDescription(self.route.accessibleName())  # on Linux Qt tells the choice as the name
        self._offer_routes(())
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
        self.route.activated.connect(self._take_routes)
        self.questions.clicked.connect(self.questions_requested)
        self.offer({})

    @property
    def wanted(self) -> frozenset[str]:
        """The ids of the parts that are wanted, those that cannot be had now, too."""
        return self._wanted

    @property
    def routes_wanted(self) -> tuple[str, ...]:
        """The ids of the routes that are chosen; () for the whole pathway."""
        return self._offered[self.route.currentIndex()]

    def show_wanted(self, wanted: frozenset[str]) -> None:
        """Tick these parts, which is not told."""
        self._wanted = wanted
        self._show()

    def suggest_routes(self, routes: tuple[str, ...]) -> None:
        """Choose these routes, of which several can be had together, unless somebody chose by hand."""
        chosen = self.routes_wanted
        wanted = chosen if self._has_own_routes and len(chosen) < 2 else routes
        self._offer_routes(routes if len(routes) > 1 else ())
        self.route.setCurrentIndex(self._offered.index(wanted) if wanted in self._offered else 0)

    def offer(self, why_not: Mapping[str, str]) -> None:
        """Offer the parts but those that are named, each with the reason: one of those in `asking`."""
        reasons = self._reasons()
        for part, tick in self._ticks.items():
            reason = why_not.get(part, "")
            tick.setText(reasons[reason].format(self.tr(PARTS[part])))
            tick.setEnabled(not reason)
        self._itself = {part for part, reason in why_not.items() if reason == asking.ITSELF}
        self._show()

    def _offer_routes(self, together: tuple[str, ...]) -> None:
        """Offer the whole pathway, those that go together where there are some, and each route."""
        offered = [(), *filter(None, [together]), *((each.id,) for each in self._routes)]
        if offered == self._offered:
            return
        self._offered = offered
        self.route.clear()
        self.route.addItem(self.tr("The whole pathway"))
        if together:
            self.route.addItem(self.tr("The {0} parts told here").format(len(together)))
        self.route.addItems([each.title for each in self._routes])

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

    def _take_routes(self) -> None:
        self._has_own_routes = True
        self.changed.emit()


def _indented(part: QWidget, stretch: int = 0) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(INDENT, 0, 0, look.scale().space["tight"])
    line.addWidget(part, stretch)
    if not stretch:
        line.addStretch(1)
    return line
