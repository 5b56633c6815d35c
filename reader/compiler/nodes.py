"""Which entry explains a node of a pathway: by its number in a database, or by the words that it is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.compiler.terms import Terms
from reader.core.pathway import Node


def explained(nodes: Iterable[Node], terms: Terms) -> Iterator[Node]:
    """Yield the nodes with the id of their entry; one that names its entry itself keeps it.

    A number in a database says for certain what a thing is. A label leads to an entry where the article would mark the
    whole of it as that entry's word, and a part of it never does: "IL-6 receptor" is not IL-6.
    """
    for node in nodes:
        term = node.term or terms.with_number(node.xref) or terms.whole(node.label)
        yield node if term == node.term else node._replace(term=term)
