"""A pathway's graph: who is tied to whom, through groups and anchors, and what our own Attributes say about it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from reader.compiler.gpml.boxes import Box, kind_of
from reader.compiler.gpml.lines import End, Line
from reader.compiler.gpml.markup import Source, children
from reader.core.evidence import LEVELS
from reader.core.pathway import Interaction, Node, Pathway, Stage

RELATION_OF_HEAD = {
    "mim-stimulation": "activates", "mim-necessary-stimulation": "activates",
    "mim-inhibition": "inhibits", "TBar": "inhibits",
    "mim-binding": "binds", "LigandRound": "binds", "ReceptorRound": "binds",
    "mim-conversion": "turns into", "mim-catalysis": "speeds up",
    "mim-modification": "changes", "mim-cleavage": "cuts",
    "mim-transcription-translation": "makes", "Arrow": "leads to", "Line": "is linked with",
}  # fmt: skip
"""What the head of a line says where no Attribute of ours does. Heads that are unknown read as Arrow."""

_AFTER_HYPHEN = re.compile(r"(?<=\w-)[ \t]*\n\s*")  # a long word that was cut to fit its box


def read_graph(root: ElementTree.Element, boxes: list[Box], lines: list[Line], source: Source) -> Pathway:
    """Return the nodes and the interactions between them. A line tied at one end only is drawn, but is no edge."""
    ends = ends_of(boxes, lines)
    interactions = []
    used: set[str] = set()
    for line in lines:
        if line.is_interaction and all(ends[line.key]):
            start, end = ends[line.key] if not _points_back(line) else reversed(ends[line.key])
            interactions.append(_interaction(line, start, end, source))
            used |= {start, end}
    shown = [box for box in boxes if box.tag == "DataNode" or (box.key in used and box.bound.get("kind") != "stage")]
    stages = tuple(Stage(box.key, _in_one_line(box.label)) for box in boxes if box.bound.get("kind") == "stage")
    description = next(
        (c.text or "" for c in children(root, "Comment") if "description" in (c.get("Source") or "")), ""
    )
    nodes = tuple(_node(box) for box in shown)
    return Pathway(
        (root.get("Name") or "").strip(),
        description.strip(),
        stages,
        nodes,
        tuple(interactions),
        organism=root.get("Organism") or "",
    )


def ends_of(boxes: list[Box], lines: list[Line]) -> dict[str, tuple[str, str]]:
    """Return, by line, the keys of the boxes that it begins and ends at; "" for an end that is tied to none."""
    ties = _ties(boxes, lines)
    return {line.key: (ties.get(line.start.ref, ""), ties.get(line.end.ref, "")) for line in lines}


def _ties(boxes: list[Box], lines: list[Line]) -> dict[str, str]:
    """Return, for everything a line may be tied to, the key of the box that stands for it.

    An anchor stands for what its line ends at: a catalyst of "A turns into B" acts on the making of B.
    """
    ties = {box.key: box.key for box in boxes}
    open_ends = [(anchor.key, line) for line in lines for anchor in line.anchors if anchor.key]
    for _ in range(3):  # anchors on lines that end at anchors; deeper than that was never seen
        for anchor, line in open_ends:
            ties.setdefault(anchor, ties.get(line.end.ref, ""))
            ties[anchor] = ties[anchor] or ties.get(line.end.ref, "") or ties.get(line.start.ref, "")
    return ties


def _points_back(line: Line) -> bool:
    return line.start.head not in ("", "Line") and line.end.head in ("", "Line")


def _node(box: Box) -> Node:
    label = box.label or ", ".join(member.label for member in box.members if member.label)
    bound = box.bound
    return Node(
        box.key,
        _in_one_line(label),
        kind_of(box),
        bound.get("stage", ""),
        bound.get("section", ""),
        bound.get("term", ""),
    )


def _interaction(line: Line, start: str, end: str, source: Source) -> Interaction:
    bound, head = line.bound, _head(line)
    evidence = bound.get("evidence", "")
    if evidence and evidence not in LEVELS:
        source.complain(line.element, f"The evidence {evidence[:40]!r} is none of: {', '.join(LEVELS)}.")
        evidence = ""
    references = [ref.text.strip() for ref in children(line.element, "BiopaxRef") if ref.text] if bound else []
    return Interaction(
        line.key, start, end, bound.get("relation") or RELATION_OF_HEAD.get(head, "leads to"), evidence,
        bound.get("sentence", ""), tuple(references), tuple(bound.get("claims", "").split()),
    )  # fmt: skip


def _head(line: Line) -> str:
    end: End = line.start if _points_back(line) else line.end
    return end.head


def _in_one_line(text: str) -> str:
    return " ".join(_AFTER_HYPHEN.sub("", text).split())
