"""Nodes by words: by label, by what the glossary calls the thing, by its number in a database; typing errors, too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.core.letters import fold
from reader.core.sentences import called

if TYPE_CHECKING:
    from reader.core.guide import Guide
    from reader.core.pathway import Node, Pathway

MOST_LETTERS = 200  # of what is looked for that count


class Named(NamedTuple):
    """What is called so: one node, or all that bear the same label."""

    label: str
    nodes: tuple[Node, ...]
    said: str = ""  # the other name or number that fits what was typed; "" where the label does


class _Name(NamedTuple):
    text: str
    folded: str  # words with single spaces between them
    joined: str  # the same in one word
    thing: int  # the number of its Named


class NodeNames:
    """The names of all nodes of a pathway. Capitals, hyphens, accents, Greek letters or their names: all is one.

    Made when it is first asked: that takes about as long as it takes to list the pathway.
    """

    def __init__(self, pathway: Pathway, guide: Guide | None = None) -> None:
        self._pathway = pathway
        self._guide = guide

    @cached_property
    def every(self) -> tuple[Named, ...]:
        """Everything that has a name, in the order of the pathway."""
        nodes: defaultdict[str, list[Node]] = defaultdict(list)
        for node in self._pathway.nodes:
            label = called(node, self._pathway) if self._pathway.members(node.id) else node.label
            nodes[fold(label) or label].append(node._replace(label=label))
        return tuple(
            Named(alike[0].label, tuple(filter(None, (self._pathway.node(node.id) for node in alike))))
            for key, alike in nodes.items()
            if key
        )

    def meant(self, words: str) -> tuple[Node, ...]:
        """Return the nodes that *words* mean: all that bear the label, or one of its other names; () for none.

        First what is called so; then in another number or form (`glossary.look_up`); last the only thing of which it
        is the last word: "pain" for "Widespread pain", but not "IL-6" for "IL-6 receptor".
        """
        raise NotImplementedError

    def matching(self, typed: str) -> tuple[Named, ...]:
        """Return what fits what is typed so far, for a box with completion or a search; () where nothing is typed.

        First labels that begin so, then labels with a word that does, then other names and numbers. How many nodes
        there are of it: ``sum(len(each.nodes) for each in found)``.
        """
        raise NotImplementedError

    def nearest(self, words: str, count: int = 5) -> tuple[Named, ...]:
        """Return what may be meant by words that mean nothing: what has one of them, and what is written alike."""
        raise NotImplementedError
