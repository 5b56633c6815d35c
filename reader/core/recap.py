"""What a guide says up to a place, in one sentence a section: its gists."""

from __future__ import annotations

from typing import NamedTuple

from reader.core.guide import Guide
from reader.core.records import Section


class Gist(NamedTuple):
    """A section in one sentence."""

    section: Section
    text: str


def so_far(guide: Guide, section: str) -> list[Gist]:
    """Return the gists from a guide's beginning up to and with *section*, in reading order.

    Sections without a gist are left out. For a section that is unknown, all are returned.
    """
    gists = []
    named = set(guide.sections_naming("gist"))  # the others need not be read
    for each in guide.outline:
        blocks = guide.blocks(each.id) if each.id in named else ()
        text = " ".join(block.text for block in blocks if block.callout == "gist" and block.text)
        if text:
            gists.append(Gist(each, text))
        if each.id == section:
            break
    return gists
