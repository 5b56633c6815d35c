"""My handout: the sections that one collects for printing, kept for each guide, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.core.guide import Guide
from reader.core.handout.basket import ALL, Basket
from reader.core.records import Section
from reader.session import Session

LONGEST_TITLE = 60  # letters of a section's title in a sentence


class Change(NamedTuple):
    """From which sections to which."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class MyHandout(QObject):
    """Holds the basket of the guide that is open. Every change is remembered at once."""

    changed = Signal(object)  # the Basket
    kept = Signal(str)  # the id of a guide of which there is something new to remember
    done = Signal(str, str, object)  # what was done; the word on the button that undoes it, and its QAction
    told = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._guide: Guide | None = None
        self._section: Section | None = None  # that is being read
        self._basket = Basket(())
        self._gone: tuple[str, ...] = ()  # what this version of the guide does not have; it was not told yet
        self._told = Change((), ())  # what was told last: it can be undone, and done again
        self._is_undone = False
        self._cleared: tuple[str, ...] = ()  # what there was before everything was taken out
        self._add: QAction | None = None  # the command that adds what is being read, or takes it out
        self._undo = QAction(self)
        self._undo.triggered.connect(self._undo_told)

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the sections, in the order in which they are printed."""
        return self._basket.sections

    def offer(self, actions: dict[str, QAction]) -> None:
        """Let the command that adds the section being read say what it would do."""
        self._add = actions["add_to_handout"]
        self._add.triggered.connect(self.toggle_here)

    def show_guide(self, guide: Guide) -> None:
        """Take up what was collected of *guide*."""
        self._guide, self._section = guide, None
        self._basket = Basket(guide.outline, self._session.of_guide(guide.about.id).basket)
        self._gone, self._cleared = self._basket.left_out, ()
        self.changed.emit(self._basket)

    def enter(self, section: Section) -> None:
        """Take note of the section that is being read."""
        self._section = section
        self._name()

    def has(self, section: str) -> bool:
        """Whether a section and all inside it is in the handout."""
        return self._basket.state(section) == ALL

    def tick(self, section: str) -> None:
        """Put a section in, with those inside it, or take it out, where one sees that it is done."""
        self._basket.toggle(section)
        self._keep()

    def toggle(self, section: str) -> None:
        """Put a section in, with those inside it, or take it out, and say so, with the way back."""
        was_in, before = self.has(section), self.sections
        self.tick(section)
        self._told, self._is_undone = Change(before, self.sections), False
        count = abs(len(self.sections) - len(before))
        what = self._title(section) if count == 1 else self._counted(count)
        said = self.tr("Taken out of your handout: {0}.") if was_in else self.tr("Added to your handout: {0}.")
        self.done.emit(f"{said.format(what)} {self._state()}", self.tr("Undo"), self._undo)

    def toggle_here(self) -> None:
        """Put the section that is being read in, or take it out."""
        if self._section is not None:
            self.toggle(self._section.id)
        else:
            self.told.emit(self.tr("This guide has no sections that could be printed one by one."))

    def clear(self) -> None:
        """Take everything out."""
        self._cleared = self.sections
        self.take(())

    def put_back(self) -> None:
        """Put back what was taken out last by `clear`."""
        self._revert(Change(self._cleared, ()))

    def take(self, sections: Iterable[str]) -> None:
        """Have these sections, in their order."""
        self._basket.take(sections)
        self._keep()

    def tell_left_out(self) -> None:
        """Say, once, that the guide no longer has some of what was collected."""
        gone, self._gone = self._gone, ()
        if gone:
            words = self.tr("{0} of your handout cannot be found in this version of the guide, and is left out.")
            if len(gone) > 1:
                words = self.tr("{0} of your handout cannot be found in this version of the guide, and are left out.")
            self._remember()
            self.told.emit(words.format(self._counted(len(gone))))

    def _revert(self, change: Change) -> None:
        """Undo a change, and leave what was done since."""
        if self.sections == change.after:
            self._basket.take(change.before)
        else:
            self._basket.drop(set(change.after).difference(change.before))
            self._basket.put(each for each in change.before if each not in change.after)
        self._keep()

    def _keep(self) -> None:
        self._name()
        self.changed.emit(self._basket)
        self._remember()

    def _remember(self) -> None:
        if self._guide is not None:
            kept = self._session.of_guide(self._guide.about.id)
            kept.basket = [*self._basket.sections, *self._gone]
            self.kept.emit(self._guide.about.id)

    def _undo_told(self) -> None:
        """Undo what was told last, or do it again."""
        self._is_undone = not self._is_undone
        self._revert(self._told)
        self._told = Change(self._told.after, self._told.before)
        if self._is_undone:
            said, way = self.tr("Undone. {0}"), self.tr("Do it again")
        else:
            said, way = self.tr("Done again. {0}"), self.tr("Undo")
        self.done.emit(said.format(self._state()), way, self._undo)

    def _name(self) -> None:
        """Let the command say what it would do."""
        if self._add is not None and self._section is not None:
            is_in = self.has(self._section.id)
            self._add.setText(
                self.tr("Take this section out of my &handout") if is_in else self.tr("Add this section to my &handout")
            )

    def _state(self) -> str:
        count = len(self.sections)
        return self.tr("It has {0} now.").format(self._counted(count)) if count else self.tr("It is empty now.")

    def _title(self, section: str) -> str:
        found = self._guide.section(section) if self._guide is not None else None
        title = found.title if found is not None else section
        return self.tr("“{0}”").format(title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rstrip()}…")

    def _counted(self, count: int) -> str:
        return self.tr("1 section") if count == 1 else self.tr("{0} sections").format(f"{count:,}")
