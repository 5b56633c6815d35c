"""The section that is read: its nodes are lit, the lines at them drawn, and the keyboard goes through them."""

from __future__ import annotations

from collections.abc import Collection

from reader.core.pathway import Pathway
from reader.ui.pathway.scene import PathwayScene
from reader.ui.pathway.steps import StepsList
from reader.ui.pathway.view import PathwayView


class Reading:
    """Keeps drawing and list in step with the reading place."""

    def __init__(self, scene: PathwayScene, view: PathwayView, steps: StepsList) -> None:
        self._scene, self._view, self._list = scene, view, steps
        self._pathway: Pathway | None = None
        self._lit: frozenset[str] = frozenset()

    def show_pathway(self, pathway: Pathway | None) -> None:
        """Read beside another pathway, or none."""
        self._pathway, self._lit = pathway, frozenset()

    def light(self, sections: Collection[str]) -> int:
        """Light the nodes of sections and what is known between them; return how many nodes that are."""
        if self._pathway is None:
            return 0
        self._lit = self._pathway.in_sections(sections)
        self._scene.light(self._lit | self._pathway.between(self._lit))
        self.show_near_lines()
        self._list.light(self._lit)
        self._view.bring_into_view(self._lit)
        return len(self._lit)

    def light_list(self) -> None:
        """Light the list, once it is shown, as the drawing is."""
        self._list.light(self._lit)
        self._list.set_current(self._scene.current)

    def show_near_lines(self) -> None:
        """Draw the lines at the section's nodes and at the node that has the keyboard: all at once are clutter.

        A pathway that is tied to no section, such as a stranger's, has all its lines.
        """
        if self._pathway is not None:
            near = self._lit | ({self._scene.current} - {""})
            is_tied = any(node.section for node in self._pathway.nodes)
            self._scene.show_lines(self._pathway.around(near) if near or is_tied else None)

    def step(self, by: int) -> None:
        """Put the keyboard on the next node (1) or the one before (-1)."""
        nodes = self._in_order()
        if nodes:
            here = self._scene.current
            number = nodes.index(here) + by if here in nodes else (0 if by > 0 else len(nodes) - 1)
            self._go_to(nodes[min(len(nodes) - 1, max(0, number))])

    def go_to_end(self, which: int) -> None:
        """Put the keyboard on the last node (1) or the first (-1)."""
        nodes = self._in_order()
        if nodes:
            self._go_to(nodes[-1 if which > 0 else 0])

    def _in_order(self) -> list[str]:
        """Return the nodes the keyboard goes through: those of the section being read, or all."""
        every = [node.id for node in self._pathway.nodes] if self._pathway else []
        return [node for node in every if node in self._lit] or every

    def _go_to(self, node: str) -> None:
        self._scene.set_current(node)
        self._view.bring_into_view(frozenset({node}))
