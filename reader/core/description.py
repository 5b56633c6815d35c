"""A pathway as text, written from the graph: for those who hear it, for `<desc>` of a picture, for the terminal."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.core.evidence import CONTRADICTED, STRUCK_OUT
from reader.core.sentences import begun, called, kind_in_words, listed, sentence, with_certainty

if TYPE_CHECKING:
    from reader.core.pathway import Interaction, Node, Pathway

_NAMED_BEFORE = 8  # of the things that lead to one; nobody can hold more
_LONGEST = 6000  # letters of a description, some pages; a stranger's may be a book
_SHORT = 800  # in short, as beside a picture
_SENTENCE_END = re.compile(r"[.!?](?=\s)")


class Told(NamedTuple):
    """A node in words."""

    node: Node
    name: str  # its label and its kind: "Immune cells · cell"
    onward: tuple[Interaction, ...]  # that begin at it; every interaction of a pathway is told once, where it begins
    linked_from: str  # "Linked from: Immune cells and Microglia." or ""; their sentences say how
    part_of: str = ""  # "Part of the complex of A, B and C.", "In the group of A and B." or ""


class Part(NamedTuple):
    """A stage of a pathway; in one without stages, things that lines tie together."""

    title: str  # "" where a pathway has one part only
    nodes: tuple[Told, ...]  # what leads on before what it leads to


class Description(NamedTuple):
    """A whole pathway in words, in an order in which it can be read aloud from top to bottom."""

    title: str
    about: tuple[str, ...]  # the author's description, and how much there is
    parts: tuple[Part, ...]

    def lines(self, pathway: Pathway) -> Iterator[str]:
        """Yield it as lines of plain text: a part's title, a node's name, its sentences with their evidence.

        What is drawn many times and leads nowhere, each time alike, has one line: "IL10 · protein (3 times)."
        """
        yield from filter(None, (self.title, *self.about))
        for part in self.parts:
            yield ""
            yield from filter(None, (part.title,))
            alike: dict[object, list[Told]] = {}
            for told in part.nodes:
                alike.setdefault(told.node.id if told.onward else told[1:], []).append(told)
            for told, *others in alike.values():
                times = f" ({1 + len(others)} times)" if others else ""
                yield " ".join(filter(None, (f"{told.name}{times}.", told.part_of, told.linked_from)))
                yield from (f"- {with_certainty(sentence(each, pathway), each)}" for each in told.onward)


def describe(pathway: Pathway) -> Description:
    """Return a pathway in words: what it is, then part by part each node, what leads to it and what it leads to.

    The parts are the author's stages; where there are none, what lines tie together, the largest first, and last what
    is tied to nothing.
    """
    order = {node: number for number, node in enumerate(_in_flow(pathway))}
    parts = []
    for title, nodes in _parts(pathway):
        ordered = sorted(nodes, key=lambda node: order[node.id])
        parts.append(Part(title, tuple(_told(node, pathway) for node in ordered)))
    about = _paragraphs(_cut(pathway.description, _LONGEST))
    return Description(pathway.title, (*about, how_much(pathway)), tuple(parts))


def in_short(pathway: Pathway) -> str:
    """Return a pathway in a few sentences: how the author's description begins, and how much it shows."""
    return " ".join((*_paragraphs(_cut(pathway.description, _SHORT)), how_much(pathway)))


def how_much(pathway: Pathway) -> str:
    """Return how much there is to see, in one sentence."""
    nodes, links, stages = len(pathway.nodes), len(pathway.interactions), len(pathway.stages)
    counted = [f"{nodes} thing{'s' * (nodes != 1)}"]
    if stages:
        counted[0] += f" in {stages} stage{'s' * (stages != 1)}"
    counted.append(f"{links} link{'s' * (links != 1)} between them" if links else "no link between them")
    return f"It shows {listed(counted)}."


def _told(node: Node, pathway: Pathway) -> Told:
    onward = tuple(each for each in pathway.touching(node.id) if each.source == node.id)
    before: dict[str, None] = {}
    for each in pathway.touching(node.id):
        if each.target == node.id != each.source:
            doubt = f" ({STRUCK_OUT})" if each.evidence == CONTRADICTED else ""
            before[called(pathway.node(each.source), pathway) + doubt] = None
    names, rest = list(before), len(before) - _NAMED_BEFORE
    linked = listed([*names[:_NAMED_BEFORE], f"{rest} more"] if rest > 1 else names)
    group = pathway.node(node.group) if node.group else None
    name = called(node, pathway)
    if not name.startswith("the complex of ") and (kind := kind_in_words(node.kind)):
        name = f"{name} · {kind}"
    part = _inside(called(group, pathway)) if group is not None else ""
    return Told(node, begun(name), onward, f"Linked from: {linked}." if linked else "", part)


def _inside(group: str) -> str:
    return f"Part of {group}." if group.startswith("the complex of ") else f"In the group of {group}."


def _parts(pathway: Pathway) -> Iterator[tuple[str, list[Node]]]:
    """Yield the parts, each with its title and its nodes."""
    if not pathway.stages:
        yield from _tied_together(pathway)
        return
    known = {stage.id for stage in pathway.stages}
    for stage in pathway.stages:
        yield stage.title, [node for node in pathway.nodes if node.stage == stage.id]
    if rest := [node for node in pathway.nodes if node.stage not in known]:
        yield "Elsewhere", rest


def _tied_together(pathway: Pathway) -> Iterator[tuple[str, list[Node]]]:
    """Yield the nodes that lines or groups tie together, the largest part first; last, those that nothing ties."""
    part: dict[str, int] = {}
    every: list[list[Node]] = []
    for node in pathway.nodes:
        if node.id in part:
            continue
        inside, waiting = [], deque([node])
        part[node.id] = len(every)
        while waiting:
            here = waiting.popleft()
            inside.append(here)
            for other in _neighbours(here, pathway):
                if other.id not in part:
                    part[other.id] = len(every)
                    waiting.append(other)
        every.append(inside)
    large = sorted((nodes for nodes in every if len(nodes) > 1), key=len, reverse=True)
    alone = [nodes[0] for nodes in every if len(nodes) == 1]
    for number, nodes in enumerate(large, start=1):
        yield f"Part {number} of {len(large)}" if len(large) > 1 else "", nodes
    if alone:
        yield "Without a line to anything" if large else "", alone


def _neighbours(node: Node, pathway: Pathway) -> Iterable[Node]:
    yield from pathway.neighbours(node.id)
    yield from pathway.members(node.id)
    if (group := pathway.node(node.group)) is not None:
        yield group


def _in_flow(pathway: Pathway) -> list[str]:
    """Return the ids of all nodes so that what leads on comes before what it leads to, as far as cycles let it.

    Kahn's order; where a cycle stops it, the next node of the pathway goes first. Otherwise the order of the pathway.
    """
    into: defaultdict[str, int] = defaultdict(int)
    for each in pathway.interactions:
        into[each.target] += each.source != each.target
    for node in pathway.nodes:
        into[node.id] += pathway.node(node.group) is not None  # a group is told before what stands in it
    done: dict[str, None] = {}
    free = deque(node.id for node in pathway.nodes if not into[node.id])
    held = deque(node.id for node in pathway.nodes)
    while free or held:
        here = free.popleft() if free else held.popleft()
        if here in done:
            continue
        done[here] = None
        onward = [each.target for each in pathway.touching(here) if each.source == here != each.target]
        for after in (*(member.id for member in pathway.members(here)), *onward):
            into[after] -= 1
            if into[after] == 0 and pathway.node(after) is not None:
                free.append(after)
    return list(done)


def _cut(text: str, most: int) -> str:
    """Return as much of a text as fits into *most* letters, to the end of a sentence where one is near, with a …"""
    if len(text) <= most:
        return text
    kept = text[: most - 2]
    end = max((match.end() for match in _SENTENCE_END.finditer(kept)), default=0)
    return f"{kept[:end] if end > most // 2 else kept.rpartition(' ')[0] or kept} …"


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
