"""All that one chooses for a handout, in one column, and the order that comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core import depth
from reader.core.handout import asking
from reader.core.handout.order import Order
from reader.core.handout.presets import Preset
from reader.core.handout.printables import Printables
from reader.core.notebook.notes import Note
from reader.ui import theme as look
from reader.ui.printing.looks import PageLook
from reader.ui.printing.parts import Parts
from reader.ui.printing.preset_choice import PresetChoice
from reader.ui.printing.usual import Usual
from reader.ui.printing.what import What
from reader.ui.widgets.segments import Segments
from reader.ui.widgets.sheet import label


class Choices(QWidget):
    """The groups, from what one always chooses to what one seldom does."""

    changed = Signal()

    def __init__(self, printables: Printables, usual: Usual, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._printables = printables
        pathway = printables.guide.pathway
        self.what = What(printables)
        self.presets = PresetChoice(usual.own, usual.preset)
        self.amount = Segments({name: self.tr(depth.WORDS[name]) for name in depth.DEPTHS})
        self.parts = Parts(pathway.routes if pathway is not None else ())
        self.look = PageLook(usual.paper)
        much = label(self.tr("How much of each section"))
        much.setObjectName("title")
        self.amount.ask(much.text())
        space = look.scale().space
        column = QVBoxLayout(self)
        column.setContentsMargins(space["apart"], space["close"], space["close"], space["apart"])
        column.setSpacing(space["tight"])
        groups: tuple[QWidget, ...] = (self.what, self.presets, much, self.amount, self.parts, self.look)
        for part in groups:
            if part is not self.amount and part is not self.what:
                column.addSpacing(space["close"])
            column.addWidget(part)
        column.addStretch(1)
        self._show_preset(self.presets.preset)
        self.what.chosen.connect(self._change)
        self.presets.chosen.connect(self._take_preset)
        for changing in (self.amount.chosen, self.parts.changed, self.look.changed):
            changing.connect(self._change)
        self._fit()

    @property
    def preset(self) -> Preset:
        """The preset as it is chosen now, saved or not."""
        return Preset(self.amount.current, self.parts.wanted, self.look.layout_wanted)

    @property
    def paper(self) -> str:
        """The paper that is chosen, as `order.PAPERS` calls it."""
        return self.look.paper.current

    @property
    def order(self) -> Order:
        """What is to be printed."""
        return asking.order(self._printables, self.what.wish, self.preset, self.parts.routes_wanted, self.paper)

    @property
    def is_changed(self) -> bool:
        """Whether something differs from the preset in force."""
        return self.preset != self.presets.preset

    @property
    def basket(self) -> tuple[str, ...]:
        """The ids of the sections in the handout."""
        return self._printables.basket

    @property
    def notes(self) -> tuple[Note, ...]:
        """The reader's notes."""
        return self._printables.notes

    def show_basket(self, sections: Sequence[str]) -> None:
        """Have other sections in the handout."""
        self._printables = replace(self._printables, basket=tuple(sections))
        self.what.show_basket(len(sections))
        self._change()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Have other notes."""
        self._printables = replace(self._printables, notes=tuple(notes))
        self._change()

    def show_own_presets(self, own: Mapping[str, Preset]) -> None:
        """Offer other presets of one's own."""
        self.presets.show_own(own)
        self._change()

    def _take_preset(self) -> None:
        self._show_preset(self.presets.preset)
        self._change()

    def _show_preset(self, preset: Preset) -> None:
        self.amount.choose(preset.depth)
        self.parts.show_wanted(preset.parts)
        self.look.show_layout(preset.layout)

    def _change(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Offer what goes with what is wanted."""
        wish, preset = self.what.wish, self.preset
        self.amount.setEnabled(not asking.is_without_depth(wish, preset))
        self.parts.offer(asking.why_not(self._printables, wish, preset))
        self.look.offer_sections(not asking.is_without_sections(wish, preset))
        self.parts.suggest_routes(asking.routes(self._printables, wish))
        self.presets.show_changed(self.is_changed)
