"""The faces that a drawing's letters are set in, whatever faces its file asks for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Face(NamedTuple):
    """Families of one kind, the wanted one first; the last that is named is ours and always there."""

    families: tuple[str, ...]
    generic: str  # CSS's name for the kind, where no family is there
    rise: float  # from the middle of a line down to its base line, in sizes: half of ascent less descent


OURS = Face(("Source Sans Pro", "Source Sans 3"), "sans-serif", 0.35)
# The families of Liberation have the widths of Arial, Times New Roman and Courier New.
SANS = Face(("Arial", "Liberation Sans", "Helvetica", "Source Sans Pro"), "sans-serif", 0.3465)
SERIF = Face(("Times New Roman", "Liberation Serif", "Times", "Source Serif Pro"), "serif", 0.3375)
MONO = Face(("Courier New", "Liberation Mono", "Courier", "Source Sans Pro"), "monospace", 0.2665)

ARIAL = "Arial"  # what a GPML file means that names no face

# By the beginnings of names in small letters; Java's logical faces are among them, which PathVisio writes.
_KINDS = (
    (MONO, ("courier", "dialoginput", "monospace", "consolas", "lucida console", "menlo", "liberation mono")),
    (SANS, ("arial", "dialog", "helvetica", "sans", "liberation sans", "symbol")),
    (SERIF, ("times", "serif", "liberation serif", "georgia", "garamond", "cambria")),
)
_NAME = re.compile(r"\w[\w .-]{0,60}", re.ASCII)


@lru_cache(maxsize=256)
def face_of(name: str) -> Face:
    """Return what letters are set in where a file asks for the face *name*; "" is ours.

    A face that is unknown is asked for first, and Arial stands in for it.
    """
    if not name:
        return OURS
    small = name.strip().lower()
    for face, beginnings in _KINDS:
        if small.startswith(beginnings):
            return face
    if not _NAME.fullmatch(name.strip()):  # a stranger's text must not become a part of the picture's own
        return SANS
    return SANS._replace(families=(name.strip(), *SANS.families))
