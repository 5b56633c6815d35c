"""What a pathway shows, in plain sentences: the author's own where there is one, else one written from the graph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.core.evidence import WORDS
from reader.core.relations import relation

if TYPE_CHECKING:
    from reader.core.pathway import Interaction, Node, Pathway

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ONLY_DRAWN = ("Label", "Shape", "Unknown", "Undefined")  # how GPML's writers made it, and no sort of thing
NO_NAME = "a part without a name"
_NAMED_MEMBERS = 5  # of a group that are named in a sentence: nobody can hold more
_LONGEST = 120  # letters of a name in a sentence; a stranger's label may be a page
_INSIDE = (" in ", " of ", " on ", " by ", " with ", " from ", " to ", " that ")  # before them stands what it is about
_ENDS_IN_S = ("diabetes", "herpes", "pancreas", "rabies", "scabies", "series", "species")  # and are one thing
_IRREGULAR = ("bacteria", "children", "men", "mice", "mitochondria", "nuclei", "people", "women")


def sentence(each: Interaction, pathway: Pathway) -> str:
    """Return what an interaction says as one sentence with its full stop, without its evidence.

    Names stand as the drawing shows them, so that they can be found in it. What acts on another interaction (a catalyst
    whose line ends at the middle of "A turns into B") is said so: "C speeds up the step in which A turns into B."
    What is only guessed from where a line ends is said so, too.
    """
    guessed = ", as far as the drawing shows" if each.is_guessed else ""
    return each.sentence or begun(f"{_clause(each, pathway, frozenset())}{guessed}.")


def certainty(each: Interaction | None) -> str:
    """Return how sure an interaction is, in the words of the whole program; "" where nobody said."""
    return WORDS.get(each.evidence, "") if each is not None else ""


def with_certainty(text: str, each: Interaction | None) -> str:
    """Return a sentence and, in brackets, how sure it is."""
    words = certainty(each)
    return f"{text} ({words})" if words else text


def called(node: Node | None, pathway: Pathway) -> str:
    """Return what a node is called inside a sentence: its label, or what stands in the group that it is."""
    if node is None:
        return NO_NAME
    if node not in pathway.names:
        pathway.names[node] = _name(node, pathway)
    return pathway.names[node]


def _name(node: Node, pathway: Pathway) -> str:
    names = _leaves(node, pathway)
    if not names or not _is_list_of(pathway.members(node.id), node.label):
        return _cut(node.label) or NO_NAME
    is_complex = node.kind.casefold() == "complex" and len(names) > 1
    different = list(dict.fromkeys(names))
    if len(different) > 1 or not is_complex:  # a complex of two that are the same is told as two
        names = different
    rest = len(names) - _NAMED_MEMBERS
    said = listed([*names[:_NAMED_MEMBERS], f"{rest} more"] if rest > 1 else names)
    return f"the complex of {said}" if is_complex else said


def belonging(member: str, group: str, pathway: Pathway) -> str:
    """Return the sentence that a node stands in a group, ids both: "A is part of the complex of A, B and C."."""
    name, inside = called(pathway.node(member), pathway), called(pathway.node(group), pathway)
    verb = "are" if is_plural(name) else "is"
    return begun(f"{name} {verb} part of {inside if inside.startswith('the ') else f'the group “{inside}”'}.")


def together(one: str, other: str, pathway: Pathway) -> str:
    """Return the sentence that two nodes, ids both, stand in one complex: "A and B are part of one complex."."""
    return begun(f"{listed([called(pathway.node(each), pathway) for each in (one, other)])} are part of one complex.")


def kind_in_words(kind: str) -> str:
    """Return what sort of thing a node is, as people say it: GeneProduct -> gene product, Rna -> RNA; "" for what is
    only drawn.
    """
    if kind in _ONLY_DRAWN:
        return ""
    words = _HUMP.sub(" ", kind).replace("_", " ").lower()
    return " ".join(word.upper() if word in ("rna", "dna", "mirna") else word for word in words.split())


def listed(names: Sequence[str]) -> str:
    """Return names as one: "A, B and C"; where one is a list itself, "A and B; C", for who hears it."""
    if len(names) > 1 and any(", " in name or " and " in name for name in names):
        return "; ".join(names)
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def is_plural(name: str) -> bool:
    """Return whether a name stands for several things, as far as its form shows: Immune cells, IL-6 and IL-8, MAPKs."""
    name = name.partition("(")[0].strip()
    if ": " in name:  # an event with its number: KE167: Activation, LXR
        return False
    if ", " in name or "; " in name:
        return True
    for inside in _INSIDE:
        name = name.partition(inside)[0]
    words = name.split() or [""]
    if len(words) == 3 and words[1] in ("and", "&"):
        return True
    last = words[-1]
    if last.casefold() in _IRREGULAR:
        return True
    if not last.endswith("s") or last.endswith(("ss", "us", "is")) or last.casefold() in _ENDS_IN_S:
        return False
    return len(last) > 4 or last[-2:-1].isupper() or last[-2:-1].isdigit()  # Ras and Kras are one gene each


def _clause(each: Interaction, pathway: Pathway, within: frozenset[str]) -> str:
    subject = called(pathway.node(each.source), pathway)
    said = relation(each.relation)
    verb = said.many if is_plural(subject) and not subject.startswith("the complex of ") else said.one
    acted_on = pathway.interaction(each.acts_on)
    if acted_on is not None and acted_on.id not in within and len(within) < 2:
        step = _clause(acted_on, pathway, within | {each.id, acted_on.id})
        return f"{subject} {verb} the step in which {step}"
    target = called(pathway.node(each.target), pathway)
    if each.source == each.target:
        target = "themselves" if verb == said.many else "itself"
    elif target == subject != NO_NAME:
        target = f"{target} elsewhere in the drawing"
    if each.both_ways and each.source != each.target:
        return f"{subject} and {target} {said.many} each other"
    return f"{subject} {verb} {target}"


def _leaves(group: Node, pathway: Pathway) -> list[str]:
    """Return the labels of what stands in a group and in the groups in it."""
    names: list[str] = []
    seen, waiting = {group.id}, list(reversed(pathway.members(group.id)))
    while waiting:
        node = waiting.pop()
        inside = [] if node.id in seen else pathway.members(node.id)
        if not inside and node.label:
            names.append(_cut(node.label))
        seen.add(node.id)
        waiting += reversed(inside)
    return names


def _is_list_of(members: Sequence[Node], label: str) -> bool:
    """Return whether a group's label only lists what stands in it: its members, and maybe things that are no nodes."""
    names = ", ".join(each.label for each in members if each.label)
    return not label or set(names.split(", ")) <= set(label.split(", "))


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"


def begun(text: str) -> str:
    """Return a sentence that begins with a capital where it begins with a word of ours; a symbol stays as it is."""
    return text[0].upper() + text[1:] if text.startswith(("the ", NO_NAME)) else text
