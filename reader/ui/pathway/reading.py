"""The section that is read: its nodes are lit, the lines at them drawn, and the keyboard goes through them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.core.notebook.book import Book
from reader.core.pathway import Node, Pathway
from reader.core.signs import signs_of
from reader.ui.announce import announce
from reader.ui.pathway.about import About
from reader.ui.pathway.light import Light
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.subject import Subject
from reader.ui.pathway.twin import Twin

if TYPE_CHECKING:
    from reader.ui.pathway.card import Card
    from reader.ui.widgets.own_notes import Own


class Reading(Mode):
    """Keeps drawing and list in step with the reading place. It never ends: it is on when no other mode is."""

    strip: About

    def __init__(self, twin: Twin, about: About, parent: QObject | None = None) -> None:
        super().__init__(twin, about, parent)
        self._subject: Subject | None = None
        self._lit: frozenset[str] = frozenset()
        self._book = Book()
        self._told: tuple[Node, tuple[Own, ...]] | None = None  # the node that is told, with what the reader put on it
        self._chosen = ""  # the interaction that is told
        self._has_card = False  # something was chosen, and is told until one chooses otherwise
        self._told_at = ""  # where the keyboard was then
        self._sections: Collection[str] = ()
        self._section_title = ""

    @property
    def title(self) -> str:
        """The section's title where it has a part in the pathway, else the pathway's."""
        if self._lit and self._section_title:
            return self._section_title
        return self._subject.pathway.title if self._subject else ""

    def show_subject(self, subject: Subject | None) -> None:
        """Read beside another pathway, or none."""
        self._subject = subject
        self._lit = frozenset()
        self.forget_card()
        self._sections, self._section_title = (), ""  # another guide may have one of the same id
        self.strip.say("")
        self.strip.show_signs([])
        self.strip.keep_room_for(signs_of(subject.drawing, subject.pathway) if subject is not None else [])

    def read(self, sections: Collection[str], title: str) -> None:
        """Take note of the section that is read, and of those inside it; `resume` lights them."""
        self._sections, self._section_title = sections, title

    def show_book(self, book: Book) -> None:
        """Tell what the reader put on the node that is told by now; the notes are in *book*."""
        self._book = book
        self.twin.show_book(book)
        if self._subject is not None and self._told is not None and self._own_on(self._told[0]) != self._told[1]:
            self._show_node(self._told[0], self._subject)

    def _own_on(self, node: Node) -> tuple[Own, ...]:
        from reader.ui.widgets.own_notes import own_on

        return own_on(self._book, "node", node.id)

    def resume(self) -> None:
        """Light the nodes of the section and what is known between them; what is told of a choice stays.

        Where another mode has moved the keyboard since, it is told where that is now.
        """
        if self._subject is None:
            return
        here = self._subject.pathway.node(self.twin.current)
        if self._has_card and here is not None and here.id != self._told_at:
            self._show_node(here, self._subject)
        self._lit = self._subject.part_in(self._sections)
        self._light_section(self._subject)
        self.twin.bring_into_view(self._lit, above_all=self.twin.current if self.twin.current in self._lit else "")

    def _light_section(self, subject: Subject) -> None:
        self.twin.light(self._light(subject))
        self._show_signs()
        if not self._has_card:
            told = self._about_section(len(self._lit)) if self._lit else self._about_whole(subject)
            self.strip.say(told + self._about_hidden())

    def _light(self, subject: Subject) -> Light:
        """Return what stands out; of a pathway that is not told in stages, everything where a section has no part."""
        between = subject.pathway.between(self._lit) - self.twin.hidden
        said = self.tr("In the section that you read")
        if subject.is_staged:
            return Light(self._lit | between, lines=self._near_lines(subject.pathway), said=said)
        return Light(self._lit | between or None, said=said)

    def _near_lines(self, pathway: Pathway) -> frozenset[str]:
        """Return the lines at the section's nodes and at the node that has the keyboard: all at once are clutter."""
        return pathway.around(self._lit | {self.twin.current} - {""}) | {self._chosen} - {""}

    def show_lines(self) -> None:
        """Draw the lines that belong to what is lit and to what has the keyboard, and say what they mean."""
        if self._subject is not None:
            self.twin.show_lines(self._light(self._subject).lines)
            self._show_signs()

    def _show_signs(self) -> None:
        if self._subject is not None:
            light, pathway = self._light(self._subject), self._subject.pathway
            every = frozenset(each.id for each in pathway.interactions) if light.lines is None else light.lines
            seen = every - self.twin.hidden
            self.strip.show_signs(signs_of(self._subject.drawing, pathway, seen, light.lit or None))

    def _about_section(self, count: int) -> str:
        if count == 1:
            return self.tr("One part of the pathway belongs to this section. Choose it to read about it.")
        return self.tr("{0} parts of the pathway belong to this section. Choose one to read about it.").format(count)

    def _about_hidden(self) -> str:
        """Return how many lines one has hidden, "" for none."""
        hidden = len(self.twin.hidden)
        if not hidden:
            return ""
        said = self.tr("One line is hidden: weak or not supported.") if hidden == 1 else ""
        return "\n" + (said or self.tr("{0} lines are hidden: weak or not supported.").format(hidden))

    def _about_whole(self, subject: Subject) -> str:
        """Return what the pathway shows, for sections that have no part in it; of a stranger's, how much that is."""
        pathway = subject.pathway
        if subject.is_staged:
            return pathway.description or self.tr("No part of the pathway belongs to this section.")
        said = self._counted(len(pathway.nodes), len(pathway.interactions))
        return f"{pathway.organism}. {said}" if pathway.organism else said

    def _counted(self, nodes: int, interactions: int) -> str:
        if not nodes:
            return self.tr("Nothing in this drawing can be chosen.")
        said = self.tr("One node") if nodes == 1 else self.tr("{0} nodes").format(nodes)
        if interactions == 1:
            said = self.tr("{0}, one interaction").format(said)
        elif interactions:
            said = self.tr("{0}, {1} interactions").format(said, interactions)
        if nodes == 1 and not interactions:
            return self.tr("{0}. Choose it to read about it.").format(said)
        return self.tr("{0}. Choose one to read about it.").format(said)

    def tell_node(self, identifier: str) -> None:
        """Draw the lines at a node, and tell what it is linked with: it has the keyboard, and so is heard already."""
        self._tell_node(identifier)
        self.show_lines()

    def say_node(self, identifier: str) -> None:
        """Say what a node is linked with; what is lit and drawn stays."""
        announce(self.twin.face, self._tell_node(identifier))

    def _tell_node(self, identifier: str) -> str:
        node = self._subject.pathway.node(identifier) if self._subject is not None else None
        return self._show_node(node, self._subject) if self._subject is not None and node is not None else ""

    def _show_node(self, node: Node, subject: Subject) -> str:
        """Tell of a node in words below the drawing, and return them."""
        from reader.ui.pathway.card import of_node  # late: most readings choose nothing

        own = self._own_on(node)
        self._chosen, self._told = "", (node, own)
        return self._show_card(of_node(node, subject.pathway, subject.guide, own), {node.id})

    def tell_interaction(self, identifier: str) -> None:
        """Tell what is known between two nodes, how sure it is, and where it is told."""
        self._show_interaction(identifier)

    def say_interaction(self, identifier: str) -> None:
        """Tell it and say it: it was chosen, and the keyboard has come to nothing."""
        announce(self.twin.face, self._show_interaction(identifier))

    def _show_interaction(self, identifier: str) -> str:
        found = self._subject.pathway.interaction(identifier) if self._subject is not None else None
        if self._subject is None or found is None:
            return ""
        from reader.ui.pathway.card import of_interaction

        self._chosen, self._told = identifier, None
        card = of_interaction(found, self._subject.pathway, self._subject.guide)
        return self._show_card(card, {found.source, found.target})

    @property
    def has_card(self) -> bool:
        """Whether a node or an interaction is told."""
        return self._has_card

    def close_card(self) -> None:
        """Tell no longer of what was chosen, but of the section; nothing moves."""
        self.forget_card()
        if self._subject is not None:
            self._light_section(self._subject)

    def forget_card(self) -> None:
        """Tell no longer of what was chosen, once reading goes on."""
        self._chosen, self._told, self._has_card = "", None, False

    def tell_hidden(self) -> None:
        """Say how many lines one has just hidden, or that all are drawn."""
        self.forget_card()
        announce(self.twin.face, self._about_hidden().strip() or self.tr("All lines are drawn."))

    def _show_card(self, card: Card, nodes: Collection[str]) -> str:
        self._has_card, self._told_at = True, self.twin.current
        self.strip.tell(card)
        self.twin.uncover(frozenset(nodes))
        return card.said

    def mark_in_list(self) -> None:
        """Show in the list, once it is shown, what the drawing does."""
        self.twin.list.bring_into_view(self._lit)
        self.twin.list.set_current(self.twin.current)

    def step(self, by: int) -> None:
        """Put the keyboard on the next node (1) or the one before (-1)."""
        nodes = self._in_order()
        if nodes:
            here = self.twin.current
            number = nodes.index(here) + by if here in nodes else (0 if by > 0 else len(nodes) - 1)
            self.twin.go_to(nodes[min(len(nodes) - 1, max(0, number))])

    def go_to_end(self, which: int) -> None:
        """Put the keyboard on the last node (1) or the first (-1)."""
        nodes = self._in_order()
        if nodes:
            self.twin.go_to(nodes[-1 if which > 0 else 0])

    def _in_order(self) -> list[str]:
        """Return the nodes the keyboard goes through: those of the section being read, or all."""
        every = [node.id for node in self._subject.pathway.nodes] if self._subject is not None else []
        return [node for node in every if node in self._lit] or every
