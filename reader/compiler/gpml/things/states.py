"""States, the small marks on nodes, such as a phosphate: placed by how far from the node's middle they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from reader.compiler.gpml.reading.markup import child, children
from reader.compiler.gpml.things.boxes import Box, Maker

_SIZE = 15.0  # pixels, where the file says none


def read_states(root: ElementTree.Element, parents: Mapping[str, Box], maker: Maker) -> Iterator[Box]:
    """Yield the States of the nodes that are in the file; RelX and RelY of 1 are a node's right and lower side."""
    source = maker.source
    for element in children(root, "State"):
        graphics, parent = child(element, "Graphics"), parents.get(element.get("GraphRef") or "")
        if graphics is None or parent is None:
            source.complain(element, "This State belongs to nothing in the file, so it is not drawn.")
            continue
        x, y, w, h = parent.rect
        width, height = abs(source.number(graphics, "Width", _SIZE)), abs(source.number(graphics, "Height", _SIZE))
        left = x + w / 2 * (1 + source.number(graphics, "RelX")) - width / 2
        top = y + h / 2 * (1 + source.number(graphics, "RelY")) - height / 2
        box = maker.box(element, (left, top, width, height))
        box.parent = parent
        yield box
