"""Everything upstream or downstream of a node, a step further away at a time: lit in the drawing, told in the strip."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from reader.core import tracing
from reader.core.pathway import Pathway
from reader.core.sentences import called, is_plural, sentence, with_certainty
from reader.ui.announce import announce
from reader.ui.pathway.light import Light
from reader.ui.pathway.mode import Mode
from reader.ui.pathway.subject import Subject
from reader.ui.pathway.trace_strip import TraceStrip
from reader.ui.pathway.twin import Twin


class _Left(NamedTuple):
    """Where one was when another pathway came, or another mode."""

    node: str = ""
    direction: tracing.Direction = "downstream"
    depth: int = 1


class Trace(Mode):
    """Goes away from one node, step by step; what is nearer stays lit, but less."""

    strip: TraceStrip

    def __init__(self, twin: Twin, strip: TraceStrip, parent: QObject | None = None) -> None:
        super().__init__(twin, strip, parent)
        self._subject: Subject | None = None
        self._left: dict[str, _Left] = {}  # by pathway
        self._node = ""
        self._direction: tracing.Direction = "downstream"
        self._found = tracing.Trace((), (), ())
        self._depth = 1
        self.strip.step_requested.connect(self.step)
        self.strip.turn_requested.connect(self._turn)
        self.strip.end_requested.connect(self.end)
        self.strip.interaction_chosen.connect(self._go_to)
        self.strip.unhide_requested.connect(self.unhide_requested)

    def node_left_at(self, subject: Subject) -> str:
        """Return the node of which one traced last in this pathway, or ""."""
        node = subject.pathway.node(self._left.get(subject.key, _Left()).node)
        return node.id if node is not None else ""

    def begin(self, subject: Subject, node: str, direction: tracing.Direction) -> None:
        """Trace from a node: what leads to it (upstream), or what it leads to (downstream); as far as before."""
        left = self._left.get(subject.key, _Left()) if self._subject is None else _Left()
        self._subject, self._node, self._direction = subject, node, direction
        self.begun.emit()
        self._depth = left.depth if (left.node, left.direction) == (node, direction) else 1
        self.resume()

    def resume(self) -> None:
        """Trace again: lines may be hidden that were not, or no longer."""
        if self._subject is not None:
            self._found = tracing.trace(self._subject.pathway, [self._node], self._direction, self.twin.hidden)
            self._show(max(1, min(self._depth, len(self._found.layers))))

    def _turn(self) -> None:
        if self._subject is not None:
            self.begin(self._subject, self._node, "upstream" if self._direction == "downstream" else "downstream")

    def _show(self, depth: int) -> None:
        if self._subject is None:
            return
        self._depth, pathway = depth, self._subject.pathway
        self._light(pathway)
        layers = self._found.layers
        sentences = []
        if layers:
            told = layers[depth - 1].interactions
            sentences = [(each.id, with_certainty(sentence(each, pathway), each)) for each in told]
        name, is_after = called(pathway.node(self._node), pathway), self._direction == "downstream"
        after = self.tr("What {0} lead to") if is_plural(name) else self.tr("What {0} leads to")
        title = after if is_after else self.tr("What leads to {0}")
        turn = self.tr("What leads to it") if is_after else self.tr("What it leads to")
        self.strip.show_layer(title.format(name), self._count(), sentences, turn)
        self.strip.show_hidden(self._about_hidden())
        self.strip.enable(nearer=depth > 1, further=depth < len(layers))
        self.mark_in_list()
        announce(self.strip, self.strip.said())

    def _light(self, pathway: Pathway) -> None:
        layers = self._found.layers[: self._depth]
        parts = [
            frozenset(near for node in layer.nodes for near in pathway.near(node.id))
            | frozenset(each.id for each in layer.interactions)
            for layer in layers
        ]
        start = frozenset(pathway.near(self._node))
        lit = (parts[-1] if parts else frozenset()) | start
        nearer = start.union(*parts[:-1])
        self.twin.light(Light(lit, nearer, lines=lit | nearer, said=self.tr("At this distance")))
        self.twin.set_current(self._node)
        seen = frozenset(node.id for node in layers[-1].nodes) if layers else frozenset()
        self.twin.bring_into_view(seen | {self._node}, above_all=self._node)

    def _count(self) -> str:
        """Return how far away one is, how much there is, and what is left out."""
        layers = self._found.layers
        if not layers:
            left = self.tr("Without the hidden lines nothing of the kind is left.")
            said = [left if self._found.hidden else self.tr("This pathway shows nothing of the kind.")]
        else:
            here, every = len(layers[self._depth - 1].nodes), sum(len(layer.nodes) for layer in layers)
            words = self.tr("Step {0} of {1}: {2} new here, {3} in all.")
            said = [words.format(self._depth, len(layers), here, every)]
        if refuted := len(self._found.refuted):
            one, many = self.tr("1 old idea is left out."), self.tr("{0} old ideas are left out.")
            said.append(one if refuted == 1 else many.format(refuted))
        if self._found.undirected:
            said.append(self.tr("{0} linked without a direction.").format(len(self._found.undirected)))
        return " ".join(said)

    def _about_hidden(self) -> str:
        """Return how much is left out because one has hidden it; "" for nothing."""
        hidden = self._found.hidden
        if not hidden:
            return ""
        one, many = self.tr("one line is left out."), self.tr("{0} lines are left out.")
        return one if hidden == 1 else many.format(hidden)

    def _go_to(self, interaction: str) -> None:
        """Put the keyboard on the node that a sentence leads to."""
        each = self._subject.pathway.interaction(interaction) if self._subject is not None else None
        if each is not None:
            self.twin.go_to(each.target if self._direction == "downstream" else each.source)

    def step(self, by: int) -> None:
        """Go a step further away (1), or nearer (-1)."""
        depth = min(len(self._found.layers), max(1, self._depth + by))
        if depth != self._depth and self._subject is not None:
            self._show(depth)

    def go_to_end(self, which: int) -> None:
        """Go as far away as there is anything (1), or next to the node (-1)."""
        self.step(which * len(self._found.layers))

    def mark_in_list(self) -> None:
        """Put the list's keyboard on the node."""
        self.twin.list.set_current(self._node)

    def end(self) -> None:
        """Trace no more."""
        if self._subject is not None:
            self._left[self._subject.key] = _Left(self._node, self._direction, self._depth)
            self._subject = None
            self.ended.emit()
