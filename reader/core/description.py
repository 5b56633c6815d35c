"""A pathway as text, written from the graph: for those who hear it, for `<desc>` of a picture, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.core.pathway import Interaction, Node, Pathway


class Told(NamedTuple):
    """A node in words."""

    node: Node
    name: str  # its label and its kind: "Immune cells · cell"
    onward: tuple[Interaction, ...]  # that begin at it; every interaction of a pathway is told once, where it begins
    comes_from: str  # "Comes from: Immune cells, Microglia." or ""; what the sentences of other nodes say of this one
    group: str = ""  # "Part of the complex of A, B and C." or ""


class Part(NamedTuple):
    """A stage of a pathway; in one without stages, things that lines tie together."""

    title: str  # "" where a pathway has one part only
    nodes: tuple[Told, ...]  # what leads on before what it leads to


class Description(NamedTuple):
    """A whole pathway in words, in an order in which it can be read aloud."""

    title: str
    about: tuple[str, ...]  # the author's description, and how much there is
    parts: tuple[Part, ...]

    def lines(self, pathway: Pathway) -> list[str]:
        """Return it as lines of text, nodes and their sentences under the titles of the parts."""
        raise NotImplementedError


def describe(pathway: Pathway) -> Description:
    """Return a pathway in words: what it is, then part by part each node, what leads to it and what it leads to."""
    raise NotImplementedError


def in_short(pathway: Pathway) -> str:
    """Return a pathway in one or two sentences: its title, its description, and how much it shows."""
    raise NotImplementedError
