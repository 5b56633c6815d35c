"""The one object that opens things: guides, places, words, references. Views wish, it answers with facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from reader.core.explanation import explain
from reader.core.guide import Guide
from reader.core.history import History
from reader.core.library import Compilation, Library, Origin
from reader.core.text import Place
from reader.errors import ReaderError
from reader.session import Session

POLL_MS = 30


class Navigator(QObject):
    """Opens what the views ask for."""

    preparing = Signal(str)  # the guide's name, while it is being compiled
    guide_opened = Signal(object, object)  # Guide; the Place to begin at, or None
    place_opened = Signal(Place)
    section_entered = Signal(object, object)  # the Section that is being read; the ids of it and of those inside it
    entry_opened = Signal(object, QRect)  # Explanation; where on the screen it was asked for, null for "where it was"
    node_opened = Signal(object)  # the Explanation of a node
    reference_opened = Signal(str)
    address_opened = Signal(str)  # a link out of the guide
    history_changed = Signal(bool, bool)  # can go back, can go forward
    failed = Signal(str)  # a sentence
    not_opened = Signal(bool)  # a guide was not opened; whether another one still is

    def __init__(self, library: Library, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guide: Guide | None = None
        self._library = library
        self._session = session
        self._history = History()
        self._here: Place | None = None
        self._origin: Origin | None = None
        self._compilation: Compilation | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look)

    def open_guide(self, name: str) -> None:
        """Open a folder, a file or an installed guide's id; an empty name opens what was read last."""
        self.stop()
        try:
            self._origin = self._library.find(name or self._last())
            ready = self._library.ready(self._origin)
            if ready is None:
                self._compilation = self._library.compile(self._origin)
        except ReaderError as error:
            self._fail(str(error))
            return
        if ready is not None:
            self._show(ready)
            return
        self.preparing.emit(self._origin.path.name)
        self._poll.start()

    def open_bundled(self) -> None:
        """Open the guide that comes with the program."""
        self.open_guide(self._library.default)

    def stop(self) -> None:
        """Stop preparing a guide; what was open stays open."""
        if self._compilation is not None:
            self._poll.stop()
            self._compilation.stop()
            self._compilation = None
            self._fail("")

    def open(self, place: Place) -> None:
        """Go to a place, and remember where one was."""
        if self.guide is None:
            return
        if self.guide.section(place.section) is None:
            self.failed.emit(self.tr("This guide has no section “{0}”.").format(place.section))
            return
        if self._here is not None:
            self._history.leave(self._here)
        self._arrive(place)

    def open_link(self, link: str) -> None:
        """Follow a link of the article: ``#id`` to its place, an address by showing it."""
        if not link.startswith("#"):
            self.address_opened.emit(link)
        elif self.guide is not None and (place := self.guide.place(link)) is not None:
            self.open(place)
        else:
            self.failed.emit(self.tr("This link leads to “{0}”, which this guide does not have.").format(link))

    def back(self) -> None:
        """Go to where one came from."""
        if self._here is not None and (place := self._history.back(self._here)) is not None:
            self._arrive(place)

    def forward(self) -> None:
        """Go to where one went back from."""
        if self._here is not None and (place := self._history.forward(self._here)) is not None:
            self._arrive(place)

    def leave(self) -> None:
        """Remember this place although no place is opened: a search begins."""
        if self._here is not None:
            self._history.leave(self._here)
            self._tell_history()

    def read_at(self, place: Place) -> None:
        """Take note of the place that is being read."""
        self._here = place
        if self.guide is not None and (section := self.guide.section(place.section)) is not None:
            self.section_entered.emit(section, self.guide.within(section.id))

    def open_entry(self, identifier: str, where: QRect) -> None:
        """Open a word's explanation; *where* is a rectangle on the screen, or null."""
        found = explain(self.guide, identifier) if self.guide else None
        if found is None:
            self.failed.emit(self.tr("The glossary has no entry for this word."))
        else:
            self.entry_opened.emit(found, where)

    def open_node(self, identifier: str) -> None:
        """Go to where a node of the pathway is explained, and open its word."""
        pathway = self.guide.pathway if self.guide else None
        node = pathway.node(identifier) if pathway else None
        if self.guide is None or node is None:
            return
        elsewhere = self._here is None or self._here.section != node.section
        if elsewhere and self.guide.section(node.section) is not None:
            self.open(Place(node.section))  # where one reads about it already, the text stays
        found = explain(self.guide, node.term) if node.term else None
        if found is not None:
            self.node_opened.emit(replace(found, node=node))  # a word may have several nodes: the one that was chosen

    def open_reference(self, key: str) -> None:
        """Show a reference."""
        if self.guide is not None and self.guide.reference(key) is not None:
            self.reference_opened.emit(key)
        else:
            self.failed.emit(self.tr("This guide has no reference “{0}”.").format(key))

    def _last(self) -> str:
        """Return the guide that was read last, or the bundled one when that has gone."""
        last = self._session.guide
        return last if last and Path(last).exists() else self._library.default

    def _look(self) -> None:
        if self._compilation is None:
            return
        try:
            ready = self._compilation.poll()
        except ReaderError as error:
            self._poll.stop()
            self._compilation = None
            self._fail(str(error))
            return
        if ready is not None:
            self._poll.stop()
            self._compilation = None
            self._show(ready)

    def _show(self, file: Path) -> None:
        if self._origin is None:
            return
        try:
            guide = Guide(file, self._origin.path)
        except ReaderError as error:
            self._fail(str(error))
            return
        before, self.guide = self.guide, guide
        self._history = History()
        self._here = None
        self._session.remember_guide(str(self._origin.path))
        self._tell_history()
        place = self._remembered(guide)
        self.guide_opened.emit(guide, place)
        if guide.outline:
            self.read_at(place or Place(guide.outline[0].id))  # at once: the first picture is the right one
        if before is not None:
            before.close()
        if guide.problems:
            self._tell_problems(guide)

    def _tell_problems(self, guide: Guide) -> None:
        first, count = str(guide.problems[0]), len(guide.problems)
        if count == 1:
            self.failed.emit(first)
        else:
            self.failed.emit(self.tr("{0} ({1} more in Help > Problems in this guide)").format(first, count - 1))

    def _remembered(self, guide: Guide) -> Place | None:
        match self._session.of_guide(guide.about.id).anchor:
            case [str(section), str(block), int(offset)] if guide.section(section) is not None:
                return Place(section, block, offset)
        return None

    def _arrive(self, place: Place) -> None:
        self._tell_history()
        self.place_opened.emit(place)
        self.read_at(place)

    def _tell_history(self) -> None:
        self.history_changed.emit(bool(self._history.behind), bool(self._history.ahead))

    def _fail(self, sentence: str) -> None:
        if sentence:
            self.failed.emit(sentence)
        self.not_opened.emit(self.guide is not None)
