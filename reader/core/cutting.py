"""A part of a pathway on its own, to be taken along: its drawing, which says what it is a part of, and its words."""

from __future__ import annotations

import textwrap
from collections.abc import Collection

from reader.core.description import how_much
from reader.core.drawing import LINE_HEIGHT, Drawing, Text
from reader.core.pathway import Pathway
from reader.core.sentences import sentence, with_certainty

MARGIN = 24.0  # pixels around what is cut out
_SIZE, _LETTER = 13.0, 6.5  # pixels of the line below it; of a letter in it, about
_LEAST = 24  # letters in a line of it, however narrow the part
_MOST = 40  # sentences


def cut(drawing: Drawing, pathway: Pathway, keys: Collection[str]) -> Drawing:
    """Return the drawing of only these nodes, with what stands in them, and interactions, ids all, cut to their box.

    Below it stands what it is a part of: a picture that lacks parts would else say that these are not known.
    """
    inside = (node.id for node in pathway.nodes if any(group in keys for group in pathway.groups(node.id)))
    part = drawing.part(frozenset((*keys, *inside)), MARGIN)
    letters = max(_LEAST, int((part.width - 2 * MARGIN) / _LETTER))
    lines = tuple(textwrap.wrap(f"Only a part of “{pathway.title}”", letters))
    high = len(lines) * _SIZE * LINE_HEIGHT
    said = Text(lines, MARGIN, part.height + high / 2, _SIZE, align="start", colour="#000000" if part.paper else "")
    width = max(part.width, max(map(len, lines)) * _LETTER + 2 * MARGIN)
    return part._replace(width=width, height=part.height + high + MARGIN / 2, items=(*part.items, said))


def told(pathway: Pathway, keys: Collection[str]) -> str:
    """Return these nodes and interactions in words: of what they are a part, how many, and what is known of them."""
    nodes = tuple(node for node in pathway.nodes if node.id in keys)
    links = tuple(each for each in pathway.interactions if each.id in keys)
    counted = how_much(pathway._replace(nodes=nodes, interactions=links, stages=()))
    sentences = [with_certainty(sentence(each, pathway), each) for each in links[:_MOST]]
    more = len(links) - len(sentences)
    rest = [f"{more} sentences more are left out."] if more else []
    return " ".join([f"Only a part of “{pathway.title}”.", counted, *sentences, *rest])
