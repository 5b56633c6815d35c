"""What labels say: HTML's entities read, lines broken, and the letters of the face Symbol turned into Greek."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

from reader.compiler.gpml.reading.markup import Source

LONGEST = 2000  # letters of one label that are drawn

# The letters of the face Symbol, which older files used for Greek, in the places of the Latin ones.
_GREEK = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
)
_BREAK = re.compile(r"\r\n|\r|<br ?/?>")


def label_of(element: ElementTree.Element, graphics: ElementTree.Element, source: Source) -> str:
    """Return an element's label, its lines parted by ``\\n``, without those that end it empty. A long one is cut."""
    label = element.get("TextLabel") or ""
    if len(label) > LONGEST:
        tag = element.tag.rpartition("}")[2]
        source.complain(element, f"The label of this {tag} is longer than {LONGEST} letters, so it is cut.")
        label = label[:LONGEST]
    label = _BREAK.sub("\n", html.unescape(label))  # labels were once written through HTML, and many hold its entities
    if (graphics.get("FontName") or "").strip().lower() == "symbol":
        label = label.translate(_GREEK)
    return label.rstrip()
