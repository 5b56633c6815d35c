"""The one object that opens things: guides, places, words, references. Views wish, it answers with facts."""

from __future__ import annotations

import time
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.core import anchor
from reader.core.anchor import Anchor, Found
from reader.core.explanation import explain
from reader.core.guide import Guide
from reader.core.history import Visit
from reader.core.library import Library
from reader.core.text import Place
from reader.errors import ReaderError
from reader.session import Session
from reader.settings import Settings
from reader.ui.guides.opening import Opening
from reader.ui.guides.tidings import Tidings
from reader.ui.whereabouts import Whereabouts

WELL_INSIDE = 400  # characters, some six lines, after which Previous section means the beginning of this one
LONG_AGO = 24 * 3600  # seconds, after which one is reminded of what one was reading


class _Wish(NamedTuple):
    """Why a guide is being opened."""

    step: str = ""  # "back" or "forward": the way through the history that leads there
    to: Visit | None = None
    is_reload: bool = False
    said: str = ""  # a sentence for when it is open


class Navigator(QObject):
    """Opens what the views ask for."""

    preparing = Signal(str)  # the guide's name, while it is being compiled
    guide_opened = Signal(object, object)  # Guide; the Place to begin at, or None
    place_opened = Signal(Place)
    place_followed = Signal(Place)  # to be seen; nothing moves where it is
    section_entered = Signal(object, object)  # the Section that is being read; the ids of it and of those inside it
    time_left = Signal(object, int)  # in this Section, so many minutes
    returned = Signal(object, int)  # after long, to this Section, of which so many minutes are left
    node_opened = Signal(object)  # the Explanation of a node
    reference_opened = Signal(str)
    address_opened = Signal(str)  # a link out of the guide
    history_changed = Signal(bool, bool)  # can go back, can go forward
    told = Signal(str)  # a harmless sentence
    failed = Signal(str)  # a sentence about something that is wrong
    not_opened = Signal(bool)  # a guide was not opened; whether another one still is

    def __init__(self, library: Library, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guide: Guide | None = None
        self._library = library
        self._session = session
        self._way = Whereabouts(self)
        self._way.changed.connect(self.history_changed)
        self._wish = _Wish()
        self._tidings = Tidings(session, self)
        self._opening = Opening(library, session, self)
        self._opening.preparing.connect(self.preparing)
        self._opening.opened.connect(self._show)
        self._opening.failed.connect(self._fail)

    # Guides

    def open_guide(self, name: str) -> None:
        """Open a folder, a file or an installed guide's id; an empty name opens what was read last."""
        said = ""
        if not name:
            name, said = self._opening.last()
        self._open(name, _Wish(said=said))

    def open_help(self) -> None:
        """Open the help; Back leads to where one was."""
        if self.guide is None or not self._is_help(self.guide):
            self.open_guide(self._library.help)

    def reload(self) -> None:
        """Read the guide's files again where they have changed; one reads on meanwhile, and at the same place."""
        if self.guide is None:
            return
        try:
            if self._opening.is_current(self.guide):
                self.told.emit(self.tr("The files of this guide have not changed."))
            else:
                self._open(str(self.guide.source), _Wish(is_reload=True))
        except ReaderError as error:
            self.failed.emit(self.tr("{0} You can read on in what is open.").format(error))

    def set_choices(self, settings: Settings) -> None:
        """Put other glossaries beside those of the guides; one reads on meanwhile, and at the same place."""
        if self._library.glossaries == tuple(settings.glossaries):
            return
        self._library.glossaries = tuple(settings.glossaries)
        if self._opening.begin_again() or self.guide is None:
            return
        try:
            if not self._opening.is_current(self.guide):
                self._open(str(self.guide.source), _Wish(is_reload=True))
        except ReaderError as error:
            self.failed.emit(self.tr("{0} You can read on in what is open.").format(error))

    def stop(self) -> None:
        """Stop preparing a guide; what was open stays open."""
        self._opening.stop()

    # Places

    def open(self, place: Place) -> None:
        """Go to a place, and remember where one was."""
        if self.guide is None:
            return
        if self.guide.section(place.section) is None:
            self.failed.emit(self.tr("This guide has no section “{0}”.").format(place.section))
            return
        self._way.leave(place)
        self._arrive(place)

    def open_link(self, link: str) -> None:
        """Follow a link of the article: ``#id`` to its place, an address by showing it."""
        if not link.startswith("#"):
            self.address_opened.emit(link)
        elif self.guide is not None and (place := self.guide.place(link)) is not None:
            self.open(place)
        else:
            self.failed.emit(self.tr("This link leads to “{0}”, which this guide does not have.").format(link))

    def next_section(self) -> None:
        """Go to the beginning of the section after this one."""
        self._go_section(1)

    def previous_section(self) -> None:
        """Go to the beginning of this section, or where one is there already, of the one before it."""
        self._go_section(0 if self._way.now().at > WELL_INSIDE else -1)

    def open_start_of_section(self) -> None:
        """Go to the beginning of the section that is being read."""
        self._go_section(0)

    def back(self) -> None:
        """Go to where one came from, in another guide, too."""
        self._opening.stop()  # a step that is still on its way is taken back first
        self._follow("back", self._way.back())

    def forward(self) -> None:
        """Go to where one went back from, in another guide, too."""
        self._opening.stop()  # a step that is still on its way is taken back first
        self._follow("forward", self._way.forward())

    def leave(self) -> None:
        """Remember this place although no place is opened: a search begins."""
        self._way.leave()
        self._way.tell()

    def come_back(self) -> None:
        """Return to where `leave` was said last: a search was called off. Forward leads to where it had led."""
        if (visit := self._way.return_left()) is not None:
            self._arrive(visit.place)

    def stay(self) -> None:
        """Return to where `leave` was said last, as if it had not been said: the search has found nothing after all."""
        if (visit := self._way.undo_leave()) is not None:
            self._arrive(visit.place)

    def read_at(self, place: Place) -> None:
        """Take note of the place that is being read."""
        if self.guide is not None and (section := self.guide.section(place.section)) is not None:
            self._way.place = place
            self.section_entered.emit(section, self.guide.within(section.id))
            self.time_left.emit(section, self._way.minutes_left())
            self._way.tell()

    # Nodes, references

    def open_node(self, identifier: str) -> None:
        """Go to where a node of the pathway is explained, and open its word."""
        pathway = self.guide.pathway if self.guide else None
        node = pathway.node(identifier) if pathway else None
        if self.guide is None or node is None:
            return
        place = self.guide.place_of(node)
        here = self._way.place
        is_here = here is not None and here.section == node.section
        if place is not None and (place.block or not is_here):
            self.open(place)  # where one reads about it already, the text stays
        found = explain(self.guide, node.term) if node.term else None
        if found is not None:
            self.node_opened.emit(found._replace(node=node))  # a word may have several nodes: the one that was chosen

    def follow(self, place: Place) -> None:
        """Show what a step of a route tells, or where a node is named next; what is in view does not move.

        Back leads to where one was before the first of such steps.
        """
        before, came_from = self._way.now(), self._way.place
        self.place_followed.emit(place)
        self._way.take_step(before, came_from)

    def open_reference(self, key: str) -> None:
        """Show a reference."""
        if self.guide is not None and self.guide.reference(key) is not None:
            self.reference_opened.emit(key)
        else:
            self.failed.emit(self.tr("This guide has no reference “{0}”.").format(key))

    # Inside

    def _open(self, name: str, wish: _Wish) -> None:
        self._opening.stop()
        self._wish = wish
        self._opening.start(name, quietly=wish.is_reload)

    def _show(self, guide: Guide) -> None:
        wish, self._wish = self._wish, _Wish()
        before = self.guide
        is_same = before is not None and before.source == guide.source
        if before is not None and not wish.step and not is_same:
            self._way.leave()
        found = self._beginning(guide, wish, is_same)
        remembered = self._session.guides.get(guide.about.id)
        last_read = remembered.when if remembered is not None else 0.0
        self.guide = guide
        self._way.enter(guide)
        if not self._is_help(guide):
            self._session.remember_guide(str(guide.source))
        self.guide_opened.emit(guide, found.place if found else None)
        if guide.outline:
            # At once: the first picture is the right one.
            self.read_at(found.place if found else Place(guide.outline[0].id))
        self._way.tell()
        if before is not None:
            before.close()
        if tidings := self._tidings.of(guide, wish.said, found):
            self.failed.emit(tidings)
        if not is_same and wish.to is None and 0 < last_read < time.time() - LONG_AGO:
            self._tell_of_return(guide)

    def _beginning(self, guide: Guide, wish: _Wish, is_same: bool) -> Found | None:
        """Return where to begin in a guide, None for its beginning."""
        if wish.to is not None:
            is_there = guide.section(wish.to.place.section) is not None
            return Found(wish.to.place, "exact") if is_there else None
        if is_same and (here := self._way.anchor()) is not None:
            return anchor.find(here, guide)
        remembered = None if self._is_help(guide) else self._session.guides.get(guide.about.id)
        kept = Anchor.from_json(remembered.anchor) if remembered is not None else None
        return anchor.find(kept, guide) if kept is not None else None

    def _tell_of_return(self, guide: Guide) -> None:
        """Say where one had come to, unless that is the beginning."""
        section = guide.section(self._way.place.section) if self._way.place is not None else None
        if section is not None and (section != guide.outline[0] or self._way.now().at):
            self.returned.emit(section, self._way.minutes_left())

    def _fail(self, sentence: str) -> None:
        """Say why no guide was opened, and stay where one was."""
        wish, self._wish = self._wish, _Wish()
        if wish.to is not None:
            self._way.regret(wish.step, wish.to, is_gone=bool(sentence))
        if sentence:
            self.failed.emit(sentence)
        self.not_opened.emit(self.guide is not None)

    def _follow(self, step: str, visit: Visit | None) -> None:
        if visit is None or self.guide is None:
            return
        if visit.guide == str(self.guide.source):
            self._arrive(visit.place)
        else:
            self._open(visit.guide, _Wish(step, visit))

    def _go_section(self, steps: int) -> None:
        here = self._way.place
        if self.guide is None or here is None:
            return
        ids = [section.id for section in self.guide.outline]
        index = ids.index(here.section) + steps
        if index >= len(ids):
            self.told.emit(self.tr("This is the last section."))
        else:
            self.open(Place(ids[max(index, 0)]))

    def _arrive(self, place: Place) -> None:
        self.place_opened.emit(place)
        self.read_at(place)

    def _is_help(self, guide: Guide) -> bool:
        return guide.about.id == self._library.help
