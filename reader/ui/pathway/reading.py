"""The section that is read: its nodes are lit, the lines at them drawn, and the keyboard goes through them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from reader.core.pathway import Node, Pathway
from reader.ui.announce import announce
from reader.ui.pathway.about import About
from reader.ui.pathway.light import Light
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.steps import in_a_sentence
from reader.ui.pathway.twin import Twin


class Reading(Mode):
    """Keeps drawing and list in step with the reading place. It never ends: it is on when no other mode is."""

    strip: About

    def __init__(self, twin: Twin, about: About, parent: QObject | None = None) -> None:
        super().__init__(twin, about, parent)
        self._pathway: Pathway | None = None
        self._lit: frozenset[str] = frozenset()
        self._sections: Collection[str] = ()
        self._section_title = ""

    @property
    def title(self) -> str:
        """The section's title where it has a part in the pathway, else the pathway's."""
        if self._lit and self._section_title:
            return self._section_title
        return self._pathway.title if self._pathway else ""

    @property
    def is_on(self) -> bool:
        """Always: reading is the ground on which every other mode stands."""
        return True

    def show_pathway(self, pathway: Pathway | None) -> None:
        """Read beside another pathway, or none."""
        self._pathway, self._lit, self._section_title = pathway, frozenset(), ""
        self.strip.say("")

    def read(self, sections: Collection[str], title: str) -> None:
        """Take note of the section that is read, and of those inside it; `resume` lights them."""
        self._sections, self._section_title = sections, title

    def resume(self) -> None:
        """Light the nodes of the section and what is known between them."""
        if self._pathway is None:
            return
        self._lit = self._pathway.in_sections(self._sections)
        self.twin.light(Light(self._lit | self._pathway.between(self._lit), lines=self._near_lines(self._pathway)))
        self.twin.light_list(self._lit)
        self.twin.bring_into_view(self._lit)
        self.strip.say(self._about_section(len(self._lit)) if self._lit else self._about_whole(self._pathway))

    def _near_lines(self, pathway: Pathway) -> frozenset[str] | None:
        """Return the lines at the section's nodes and at the node that has the keyboard: all at once are clutter.

        A pathway that is tied to no section, such as a stranger's, has all its lines.
        """
        near = self._lit | ({self.twin.current} - {""})
        is_tied = any(node.section for node in pathway.nodes)
        return pathway.around(near) if near or is_tied else None

    def _about_section(self, count: int) -> str:
        if count == 1:
            return self.tr("One part of the pathway belongs to this section. Choose it to read about it.")
        return self.tr("{0} parts of the pathway belong to this section. Choose one to read about it.").format(count)

    def _about_whole(self, pathway: Pathway) -> str:
        """Return what the pathway shows, for sections that have no part in it; a long text would be cut off."""
        if pathway.description and self.strip.has_room_for(pathway.description):
            return pathway.description
        return self.tr("No part of the pathway belongs to this section.")

    def tell_node(self, identifier: str) -> None:
        """Draw the lines at a node, and say what it is linked with."""
        if self._pathway is None:
            return
        self.twin.show_lines(self._near_lines(self._pathway))
        if (node := self._pathway.node(identifier)) is not None:
            self._tell(self._about_node(node, self._pathway))

    def _about_node(self, node: Node, pathway: Pathway) -> str:
        names = [other.label for other in pathway.neighbours(node.id)]
        linked = self.tr("Linked with: {0}.").format(", ".join(names)) if names else self.tr("Not linked.")
        return f"{node.label} · {node.kind}. {linked}"

    def tell_interaction(self, identifier: str) -> None:
        """Say what is known between two nodes."""
        if self._pathway is not None and (found := self._pathway.interaction(identifier)) is not None:
            self._tell(in_a_sentence(found, self._pathway))

    def _tell(self, text: str) -> None:
        self.strip.say(text)
        announce(self.twin.face, text)

    def mark_in_list(self) -> None:
        """Light the list, once it is shown, as the drawing is."""
        self.twin.light_list(self._lit)
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
        every = [node.id for node in self._pathway.nodes] if self._pathway else []
        return [node for node in every if node in self._lit] or every
