"""A pathway's graph: its nodes, how they act on each other, and what our own Attributes say about it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from reader.compiler.gpml.network.ties import Tie, Ties
from reader.compiler.gpml.reading.markup import Source, child, children
from reader.compiler.gpml.things.boxes import Box, is_complex, kind_of
from reader.compiler.gpml.things.names import names_inside
from reader.compiler.gpml.ways.lines import NO_HEAD, Line
from reader.core.evidence import LEVELS
from reader.core.pathway import Interaction, Node, Pathway, Stage

RELATION_OF_HEAD = {
    "mim-stimulation": "activates", "mim-necessary-stimulation": "activates",
    "mim-inhibition": "inhibits", "TBar": "inhibits",
    "mim-binding": "binds", "mim-covalent-bond": "binds", "LigandRound": "binds", "LigandSquare": "binds",
    "Receptor": "binds", "ReceptorRound": "binds", "ReceptorSquare": "binds",
    "mim-conversion": "turns into", "mim-catalysis": "speeds up",
    "mim-modification": "changes", "mim-cleavage": "cuts",
    "mim-transcription-translation": "makes", "Arrow": "leads to",
    "Line": "is linked with", "mim-gap": "is linked with",
}  # fmt: skip
"""What the head of a line says where no Attribute of ours does. Heads that are not here read as Arrow."""

MOST_REFERENCES = 50  # of a line; our own guides name four at most
_DEEPEST = 20  # groups around a node; published pathways have two or three
_AFTER_HYPHEN = re.compile(r"(?<=\w-)[ \t]*\n\s*")  # a long word that was cut to fit its box


def read_graph(root: ElementTree.Element, boxes: list[Box], lines: list[Line], ties: Ties, source: Source) -> Pathway:
    """Return the nodes and the interactions between them. A line tied at one end only is drawn, but is no edge."""
    tied = {line.key: line for line in lines if line.is_interaction and all(tie.box for tie in ties[line.key])}
    interactions = []
    for line in tied.values():
        start, end = reversed(ties[line.key]) if line.points_back else ties[line.key]
        interactions.append(_interaction(line, start, end, end.line if end.line in tied else "", source))
    used = {key for each in interactions for key in (each.source, each.target)}
    shown = {box.key: box for box in boxes if _is_node(box, used)}
    names = names_inside(boxes, shown)
    groups = {box.element.get("GroupId") or "": box for box in boxes if box.tag == "Group"}
    stages = tuple(Stage(box.key, _in_one_line(box.label)) for box in boxes if box.bound.get("kind") == "stage")
    return Pathway(
        (root.get("Name") or "").strip(),
        _description(root),
        stages,
        tuple(_node(box, names.get(box.key, ""), _group_of(box, groups, shown)) for box in shown.values()),
        tuple(interactions),
        organism=root.get("Organism") or "",
    )


def _is_node(box: Box, used: set[str]) -> bool:
    """Return whether a box is a node: every DataNode and every complex, and whatever a line is tied to."""
    if box.tag == "DataNode" or is_complex(box):
        return True
    return box.key in used and box.bound.get("kind") != "stage"


def _group_of(box: Box, groups: dict[str, Box], shown: dict[str, Box]) -> str:
    """Return the key of the nearest group around a box that is a node itself, or ""."""
    for _ in range(_DEEPEST):
        group = groups.get(box.group)
        if group is None or group.key in shown:
            return "" if group is None else group.key
        box = group
    return ""


def _description(root: ElementTree.Element) -> str:
    said = (c.text or "" for c in children(root, "Comment") if "description" in (c.get("Source") or ""))
    return next(said, "").strip()


def _node(box: Box, name: str, group: str) -> Node:
    label = box.label or name or ", ".join(member.label for member in box.members if member.label)
    bound = box.bound
    return Node(
        box.key, _in_one_line(label), kind_of(box), bound.get("stage", ""), bound.get("section", ""),
        bound.get("term", ""), _xref(box.element), group,
    )  # fmt: skip


def _xref(element: ElementTree.Element) -> str:
    xref = child(element, "Xref")
    database, identifier = ("", "") if xref is None else (xref.get("Database", "").strip(), xref.get("ID", "").strip())
    return f"{database}:{identifier}" if database and identifier else ""


def _interaction(line: Line, start: Tie, end: Tie, acts_on: str, source: Source) -> Interaction:
    bound = line.bound
    evidence = bound.get("evidence", "")
    if evidence and evidence not in LEVELS:
        source.complain(line.element, f"The evidence {evidence[:40]!r} is none of: {', '.join(LEVELS)}.")
        evidence = ""
    tail, head = (_relation(end.head) for end in (line.start, line.end))
    relation = bound.get("relation") or (tail if line.points_back else head)
    return Interaction(
        line.key, start.box, end.box, relation, evidence, bound.get("sentence", ""), _references(line, source),
        tuple(bound.get("claims", "").split()), acts_on,
        both_ways=line.start.head not in NO_HEAD and tail == head,
        is_guessed=start.is_near or end.is_near,
    )  # fmt: skip


def _references(line: Line, source: Source) -> tuple[str, ...]:
    """Return the keys of what is known of a line that we bound: each has a button where the line is told."""
    if not line.bound:
        return ()
    keys = [ref.text.strip() for ref in children(line.element, "BiopaxRef") if ref.text]
    if len(keys) > MOST_REFERENCES:
        said = f"This line names {len(keys):,} references; the first {MOST_REFERENCES} are shown."
        source.complain(line.element, said)
    return tuple(keys[:MOST_REFERENCES])


def _relation(head: str) -> str:
    return RELATION_OF_HEAD.get(head, "leads to")


def _in_one_line(text: str) -> str:
    return " ".join(_AFTER_HYPHEN.sub("", text).split())
