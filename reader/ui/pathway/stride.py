"""One step of a route as the drawing and its strip show it, whoever made the route: an author, or an answer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.evidence import WORDS
from reader.core.pathway import Interaction, Pathway, Route, Step
from reader.core.sentences import called
from reader.ui.pathway.light import Light
from reader.ui.pathway.twin import Twin


def show(twin: Twin, pathway: Pathway, route: Route, at: int) -> None:
    """Light a step, counted from 0, with the keyboard where it leads. Nothing moves that is in sight.

    Where its two ends are too far apart to be seen at once, the keyboard is where it begins; the words say the rest.
    """
    light(twin, pathway, route, at)
    if at < len(route.steps):
        step = route.steps[at]
        nodes, each = pathway.nodes_of(step), pathway.interaction(step.interaction)
        here = each.source if each is not None and not twin.has_room_for(nodes) else goal(pathway, step)
        twin.set_current(here)
        twin.bring_step(nodes, here)


def light(twin: Twin, pathway: Pathway, route: Route, at: int) -> None:
    """Light a step, counted from 0; after the last, the whole route.

    What was gone past stands between; what no step touches is left out, but for what a step acts on.
    """
    parts = [pathway.parts_of(step) for step in route.steps]
    walked = frozenset().union(*parts[:at])
    lit = parts[at] if at < len(parts) else walked
    whole = frozenset().union(*parts)  # from its first step on: nothing pops up
    acted_on = [_acted_on(pathway, step) for step in route.steps]
    lines = (lit | walked).union(*acted_on[: at + 1])
    said = _tr("In this step") if at < len(parts) else _tr("In the route")
    twin.light(Light(lit, walked, lines=lines, nodes=whole.union(*acted_on), said=said))


def _acted_on(pathway: Pathway, step: Step) -> frozenset[str]:
    """Return the ids of the interaction that a step's own ends on, and of its nodes: without them it ends nowhere."""
    each = pathway.interaction(step.interaction)
    other = pathway.interaction(each.acts_on) if each is not None else None
    return frozenset((other.id, other.source, other.target)) if other is not None else frozenset()


def goal(pathway: Pathway, step: Step) -> str:
    """Return the id of the node that a step leads to."""
    interaction = pathway.interaction(step.interaction)
    return interaction.target if interaction is not None else step.node


def ends(pathway: Pathway, route: Route, at: int) -> list[str]:
    """Return what the nodes are called that a step leads from and to; its only node; none at the closing words."""
    if at >= len(route.steps):
        return []
    step = route.steps[at]
    each = pathway.interaction(step.interaction)
    nodes = (each.source, each.target) if each is not None else (step.node,)
    return [called(node, pathway) for key in nodes if (node := pathway.node(key)) is not None]


def levels(pathway: Pathway, route: Route) -> list[str]:
    """Return the evidence of each step; "" where there is no interaction or nobody said."""
    return [level(pathway.interaction(step.interaction)) for step in route.steps]


def level(each: Interaction | None) -> str:
    """Return the evidence of an interaction, a key of evidence.WORDS; "" for none, or where nobody said."""
    return each.evidence if each is not None and each.evidence in WORDS else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Stride", text)
