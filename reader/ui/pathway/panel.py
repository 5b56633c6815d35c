"""The pathway's panel: tools, the drawing or its list, and what is chosen in words, or what a mode tells."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reader.core.drawing import Drawing
from reader.core.guide import Guide
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Target
from reader.core.pathway import Pathway
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.pathway.about import About
from reader.ui.pathway.leads import Leads
from reader.ui.pathway.modes import Modes
from reader.ui.pathway.reading import Reading
from reader.ui.pathway.stage import Stage
from reader.ui.pathway.subject import Subject
from reader.ui.pathway.tools import Tools
from reader.ui.pathway.twin import Twin
from reader.ui.pathway.way_back import WayBack
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided

LOW = 500  # pixels of panel; below, tools and words take less room


class PathwayPanel(QWidget):
    """Shows a pathway, in step with the reading place or with another mode."""

    node_chosen = Signal(str)
    interaction_chosen = Signal(str)
    node_reached = Signal(str)  # the keyboard came to this node, or left it for none: ""
    place_requested = Signal(Place)
    reference_requested = Signal(str)
    mention_requested = Signal(str)  # where the text names this node next
    note_requested = Signal(Target)  # to be written on a node
    bookmark_requested = Signal(Target)  # to be put on a node, or taken away
    whole_requested = Signal()  # the whole window, or no longer
    article_requested = Signal()  # the way back from there
    left = Signal()  # Esc, or Alt+Left, at the node that a word led to: back to the word

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self._title = Elided()  # one line: the drawing never moves for it
        self._tools = Tools()
        self._twin = Twin(theme)
        self._about = About(theme, self._twin.list, self)
        self._reading = Reading(self._twin, self._about, self)
        self._way_back = WayBack(self._twin.view, self._twin.list)
        self._is_whole = self._is_low = False
        self._lay_out()
        self.modes = Modes(self._twin, self._reading, self._stage, theme)
        self._leads = Leads(self._twin, self.modes, self)
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._title.setFont(look.sans(strong=True))
        self._title.setContentsMargins(18, 12, 18, 0)
        upright = QFrame(self)
        upright.setObjectName("upright")
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 0, 8, 0)
        tools.addWidget(self._tools)
        self._stage = Stage(self._twin, self._about, upright)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addLayout(tools)
        column.addLayout(self._stage, 1)
        self._about.raise_()
        self._twin.view.cover.be(self._about)

    def _connect(self) -> None:
        tools, twin, modes, leads = self._tools, self._twin, self.modes, self._leads
        tools.smaller_requested.connect(twin.view.zoom_out)
        tools.larger_requested.connect(twin.view.zoom_in)
        tools.fit_requested.connect(twin.view.fit_all)
        tools.list_wanted.connect(self._show_list)
        tools.whole_requested.connect(self.whole_requested)
        tools.article_requested.connect(self.article_requested)
        tools.find_requested.connect(modes.find)
        tools.ask_requested.connect(modes.ask)
        tools.route_requested.connect(lambda route, at: modes.walk(route, at, by_button=True))
        twin.step_chosen.connect(modes.walk)
        twin.fitted.connect(self._show_all_lines)
        twin.step_requested.connect(modes.step)
        twin.end_requested.connect(modes.go_to_end)
        twin.current_changed.connect(modes.tell_node)
        twin.current_changed.connect(self.node_reached)
        twin.node_chosen.connect(modes.choose_node)
        twin.node_chosen.connect(self.node_chosen)
        twin.interaction_chosen.connect(self._tell_interaction)
        twin.interaction_reached.connect(modes.tell_interaction)
        self._about.link_chosen.connect(leads.follow)
        leads.place_requested.connect(self.place_requested)
        leads.reference_requested.connect(self.reference_requested)
        leads.mention_requested.connect(self.mention_requested)
        leads.note_requested.connect(self.note_requested)
        leads.bookmark_requested.connect(self.bookmark_requested)
        modes.changed.connect(self._show_title)
        modes.reference_chosen.connect(self.reference_requested)
        modes.walked.connect(self.restore)
        modes.unhide_requested.connect(self._show_unsure)
        self._way_back.taken.connect(self.left)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._twin.set_theme(theme)
        self._tools.set_theme(theme)
        self.modes.set_theme(theme)

    def show_pathway(self, pathway: Pathway | None, drawing: Drawing | None, guide: Guide | None = None) -> None:
        """Show another pathway, or none; *guide* has its claims, sections, references and words."""
        self.offer_way_back(False)
        self._subject = Subject(pathway, drawing, guide) if pathway is not None and drawing is not None else None
        self.modes.show_subject(self._subject)
        self._leads.show_subject(self._subject)
        self._tools.show_routes(pathway.routes if pathway else ())
        self._twin.show_pathway(pathway, drawing, self._subject.numbers if self._subject is not None else None)
        self._offer_ticks()
        self._show_title()

    def _offer_ticks(self) -> None:
        """Put into the menu what can be switched in this pathway."""
        self._tools.clear_ticks()
        if self._subject is not None and self._subject.unsure:
            words = self.tr("Hide what is weak or not supported")
            self._tools.add_tick(words, lambda: bool(self._twin.hidden), self._hide_unsure)
        if self._twin.has_own_colours:
            words = self.tr("In the colours of this program")
            self._tools.add_tick(words, lambda: self._twin.is_restyled, self._twin.restyle)

    def offer(self, *actions: QAction) -> None:
        """Put commands of the window into the menu of what is wanted less often."""
        self._tools.offer(*actions)

    def _hide_unsure(self, hide: bool) -> None:
        if self._subject is not None:
            self._twin.hide_lines(self._subject.unsure if hide else frozenset())
            self._reading.tell_hidden()
            self.modes.resume()

    def _show_unsure(self) -> None:
        self._hide_unsure(False)

    def show_sections(self, sections: Collection[str], title: str) -> None:
        """Light the nodes of a section and of those inside it, and what is known between them; the rest is quiet.

        Lines that neither begin nor end at these nodes are left out. Another mode that is on goes on; the section is
        lit when it ends.
        """
        self._reading.read(sections, title)
        if self.modes.is_reading:
            self._reading.resume()
            self._show_title()

    def _show_title(self) -> None:
        whole = self._subject.pathway.title if self._subject is not None else ""
        self._title.set_whole(self._reading.title if self.modes.is_reading else whole)
        self._title.setVisible(not self._is_low and not self._is_whole)  # the status line names the section, too

    def _show_all_lines(self) -> None:
        if self.modes.is_reading:
            self._twin.show_lines(None)

    def show_book(self, book: Book) -> None:
        """Tell what the reader wrote on the node that is told; the notes are in *book*."""
        self._reading.show_book(book)

    def show_node(self, identifier: str) -> None:
        """Show a node and put the keyboard on it."""
        self._leads.show_node(identifier)

    def point_at(self, identifier: str) -> None:
        """Ring the node of the word that has the keyboard in the text, or none: ""; nothing moves or is said."""
        self._twin.point_at(identifier)

    def show_list(self) -> None:
        """Show the list in place of the drawing."""
        self._tools.choose_list()

    @property
    def current(self) -> str:
        """The node the keyboard is on, or ""."""
        return self._twin.current

    def node_rect(self, identifier: str) -> QRect:
        """Return where a node is now, in this panel's coordinates; an empty one where it is not shown."""
        rect = self._twin.rect_of(identifier)
        return QRect() if rect.isEmpty() else rect.translated(self._twin.pos())

    def _show_list(self, is_list: bool) -> None:
        self._twin.show_face(is_list=is_list)
        self._about.show_legend(not is_list)
        if is_list:
            self._reading.mark_in_list()
            self.modes.now.mark_in_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room for tools and words in a low window: the drawing needs it more."""
        super().resizeEvent(event)
        self._is_low = event.size().height() < LOW
        self._share_room()

    def _share_room(self) -> None:
        self._stage.suit(is_whole=self._is_whole, is_low=self._is_low)
        self._tools.set_low(self._is_low or self._is_whole)
        self.modes.set_low(self._is_low and not self._stage.is_beside(self.width()))
        self._show_title()

    def lit_part(self) -> tuple[str, frozenset[str]]:
        """Return what the part that stands out is called, and the ids of its nodes and interactions, if any."""
        whole = self._subject.pathway.title if self._subject is not None else ""
        return (self.modes.now.title or whole, self._twin.part)

    def route_walked(self) -> str:
        """Return the id of the route one is walking, or ""."""
        return self.modes.route_walked()

    def is_restyled(self) -> bool:
        """Return whether a stranger's drawing is shown in our colours."""
        return self._twin.is_restyled

    def restore(self, route: str, at: int) -> None:
        """Offer to go on with a route where one stopped."""
        self._tools.show_walked(route if at else "", at)

    def show_whole(self, is_whole: bool) -> None:
        """Take note of whether the pathway has the whole window."""
        self._is_whole = is_whole
        self._tools.show_whole(is_whole)
        self._share_room()

    def offer_way_back(self, offer: bool) -> None:
        """Let Esc and Alt+Left lead back, once, to the word that led to a node; or no longer."""
        self._way_back.is_offered = offer

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard on to the drawing or its list. A proxy would let Tab pass over the tools."""
        super().focusInEvent(event)
        self._twin.face.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc end a mode, wherever in the panel the keyboard is, or lead back to a word, or out of a card."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.modes.is_reading:
            self.modes.leave()
        elif self._way_back.is_offered:
            self._way_back.take()
        elif self._reading.has_card:
            self._leads.close_card()
        elif self._is_whole:
            self.whole_requested.emit()
        else:
            super().keyPressEvent(event)

    def _tell_interaction(self, identifier: str) -> None:
        self.modes.choose_interaction(identifier)
        if self.modes.is_reading:
            self.interaction_chosen.emit(identifier)

    def node_here(self) -> Target | None:
        """Return the node that the keyboard is on, as what a note is about; None where it is elsewhere."""
        focus = QApplication.focusWidget()
        is_here = focus is not None and self.isAncestorOf(focus)
        return self._leads.target(self._twin.current) if is_here else None
