"""What one wishes to have on paper: each way in to printing, with what the window knows at that moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.core.guide import Guide
from reader.core.records import Section
from reader.ui.article import ArticleView
from reader.ui.depths import Depths
from reader.ui.handout import MyHandout
from reader.ui.notebook.acts import Acts
from reader.ui.pathway import PathwayPanel

if TYPE_CHECKING:  # else imported when somebody prints
    from reader.core.handout.order import Stretch


class PaperWishes(QObject):
    """Turns commands into `Printables`, or into a sentence where there is nothing of the kind."""

    wanted = Signal(object)  # Printables
    told = Signal(str)
    offered = Signal(str, str, object)  # a sentence; the word on the button that does something about it, its QAction
    ticks_wanted = Signal()  # to choose the sections of the handout

    def __init__(
        self, handout: MyHandout, article: ArticleView, pathway: PathwayPanel, depths: Depths, acts: Acts
    ) -> None:
        super().__init__(acts)
        self._handout, self._article, self._pathway = handout, article, pathway
        self._depths, self._acts = depths, acts
        self._guide: Guide | None = None
        self._section = ""  # the id of the one that is being read
        self._tick = QAction(self)
        self._tick.triggered.connect(self.ticks_wanted)

    def show_guide(self, guide: Guide) -> None:
        """Speak of *guide* from now on."""
        self._guide, self._section = guide, ""

    def enter(self, section: Section) -> None:
        """Take note of the section that is being read."""
        self._section = section.id

    def print_section(self) -> None:
        """Print the section that is being read; of a guide without sections, its pathway."""
        self.print_one(self._section)

    def print_one(self, section: str) -> None:
        """Print a section."""
        if section:
            self._want("section", section=section)
        elif self._has_pathway():
            self._want("pathway")
        else:
            self.told.emit(self.tr("There is nothing to print here."))

    def print_handout(self) -> None:
        """Print the sections that were collected."""
        self._handout.tell_left_out()
        if self._handout.sections:
            self._want("handout")
        elif self._guide is not None and self._guide.outline:
            said = self.tr("Your handout is empty. Tick the sections that you want on paper.")
            self.offered.emit(said, self.tr("&Choose sections"), self._tick)
        else:
            self.told.emit(self.tr("This guide has no sections that could be printed one by one."))

    def print_selection(self) -> None:
        """Print the words that are selected."""
        if self._selection() is not None:
            self._want("selection")
        else:
            self.told.emit(self.tr("No words are selected. Select some in the article first."))

    def print_guide(self) -> None:
        """Print the whole guide."""
        self._want("guide")

    def print_pathway(self) -> None:
        """Print the pathway, or the route one walks."""
        if self._has_pathway():
            self._want("pathway")
        else:
            self.told.emit(self.tr("This guide has no pathway."))

    def print_listed(self, is_mine: bool) -> None:
        """Print what the glossary's panel lists: my words, or the glossary."""
        if is_mine:
            self.print_words()
        else:
            self.print_glossary()

    def print_glossary(self) -> None:
        """Print the glossary."""
        if self._guide is not None and self._guide.has_entries:
            self._want("glossary")
        else:
            self.told.emit(self.tr("This guide has no glossary."))

    def print_words(self) -> None:
        """Print the words that the reader keeps."""
        if any(note.kind == "word" for note in self._acts.book.notes):
            self._want("words")
        else:
            self.told.emit(self.tr("You have not kept any words of this guide yet."))

    def print_all_notes(self) -> None:
        """Print the reader's notes in this guide."""
        self.print_notes(())

    def print_notes(self, chosen: Sequence[str]) -> None:
        """Print the reader's notes: those with the ids that are *chosen*, or, where none are, all in this guide."""
        notes = self._acts.book.notes
        if any(note.kind != "bookmark" or note.body.strip() for note in notes):
            self._want("notes", chosen=tuple(chosen) or None)
        elif notes:
            self.told.emit(
                self.tr("Bookmarks are not printed: they are places on the screen. There are no other notes.")
            )
        else:
            self.told.emit(self.tr("There are no notes on this guide yet."))

    def _want(self, wish: str, section: str = "", chosen: tuple[str, ...] | None = None) -> None:
        from reader.core.handout.printables import Printables

        if self._guide is None:
            return
        selection = self._selection()
        section = section or self._section
        self.wanted.emit(
            Printables(
                self._guide,
                wish=wish,
                section=section,
                basket=self._handout.sections,
                selection=selection,
                depth=self._depths.of(selection.start.section if selection is not None else section),
                route=self._pathway.route_walked(),
                notes=tuple(self._acts.book.notes),
                chosen=chosen,
            )
        )

    def _selection(self) -> Stretch | None:
        from reader.core.handout.order import Stretch

        ends = self._article.stretch()
        return Stretch(*ends) if ends is not None else None

    def _has_pathway(self) -> bool:
        return self._guide is not None and self._guide.pathway is not None
