"""How the pages look: letters, ink, where a page begins, and which paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.handout.presets import Layout
from reader.ui import theme as look
from reader.ui.widgets.segments import Segments
from reader.ui.widgets.sheet import label
from reader.ui.widgets.steady import SteadyList
from reader.ui.widgets.wrapped_tick import WrappedTick

SIZES = (11.0, 12.0, 14.0, 16.0, 18.0, 20.0, 24.0, 28.0)  # points


class PageLook(QWidget):
    """Choices about a `Layout`, and the paper. What of a layout has no choice here stays as its preset has it."""

    changed = Signal()  # by hand

    def __init__(self, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = Layout()
        self.letters = SteadyList()
        self.face = Segments({"serif": self.tr("With serifs"), "sans": self.tr("Plain letters")})
        self.ink = WrappedTick(self.tr("Low ink: no grounds, thin lines"))
        self.apart = WrappedTick(self.tr("Each section on a new page"))
        self.numbers = WrappedTick(self.tr("Numbers beside the paragraphs"))
        self.paper = Segments({"a4": self.tr("A4"), "letter": self.tr("Letter")})
        self.paper.choose(paper)
        title, sheet = label(self.tr("How it looks")), label(self.tr("Paper"))
        for heading in (title, sheet):
            heading.setObjectName("title")
        for part, words in ((self.face, self.tr("Letters")), (self.paper, sheet.text())):
            part.ask(words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.scale().space["tight"])
        of_size = label(self.tr("Size of the letters"), of=self.letters)
        parts: tuple[QWidget, ...] = (
            title,
            of_size,
            self.letters,
            self.face,
            self.ink,
            self.apart,
            self.numbers,
            sheet,
            self.paper,
        )
        for each in parts:
            if each is sheet:
                self._column.addSpacing(look.scale().space["apart"])
            self._column.addWidget(each)
        for size in SIZES:
            self.letters.addItem(self.tr("{0} points").format(f"{size:g}"), size)
        self.letters.activated.connect(self.changed)
        self.face.chosen.connect(self.changed)
        self.paper.chosen.connect(self.changed)
        for tick in (self.ink, self.apart, self.numbers):
            tick.clicked.connect(self.changed)

    @property
    def layout_wanted(self) -> Layout:
        """The layout that is chosen."""
        return replace(
            self._layout,
            size=self.letters.currentData(),
            face=self.face.current,
            ink="low" if self.ink.isChecked() else "full",
            section_a_page=self.apart.isChecked(),
            numbers=self.numbers.isChecked(),
        )

    def show_layout(self, layout: Layout) -> None:
        """Show a layout, which is not told."""
        self._layout = layout
        if self.letters.findData(layout.size) < 0:  # of a preset that somebody wrote himself
            self.letters.addItem(self.tr("{0} points").format(f"{layout.size:g}"), layout.size)
        self.letters.setCurrentIndex(self.letters.findData(layout.size))
        self.face.choose(layout.face)
        self.ink.setChecked(layout.ink == "low")
        self.apart.setChecked(layout.section_a_page)
        self.numbers.setChecked(layout.numbers)

    def offer_sections(self, has_sections: bool) -> None:
        """Offer what is about sections, where some are printed."""
        for tick in (self.apart, self.numbers):
            tick.setEnabled(has_sections)
