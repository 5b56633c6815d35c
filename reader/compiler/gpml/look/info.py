"""The info box at the top left of a drawing, where the site of WikiPathways says what the pathway is."""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

from reader.core.drawing import Text
from reader.core.faces import ARIAL

_SIZE, _LEADING = 12.0, 1.5  # pixels; from base line to base line, in sizes
_LEFT, _TOP = 5.0, 9.5  # pixels
_SAID = {"Name": "Name", "License": "License", "Last-Modified": "Last Modified", "Organism": "Organism"}
# The site's maintainers found the box in the way (wikipathways-database, issue 21) and left it out in spring 2025. Of
# 40 pictures, those of files changed until 16 March 2025 hold it, but for two that were made again, and those of files
# changed from 28 May 2025 on do not; the day between is not known.
_ENDED = "20250401"
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")  # old files hold such as 2/20/2013
_LONGEST = 400  # letters of a line


def info_box(root: ElementTree.Element) -> Text | None:
    """Return the pathway's name, date and organism, as far as the file says them, one a line.

    It stands at the corner whatever the file's InfoBox says, as on the site; None for files changed since the site's
    pictures hold no such box any more.
    """
    date = _DATE.match(root.get("Last-Modified") or "")
    if date and "".join(date.groups()) >= _ENDED:
        return None
    given = {attribute: " ".join(unescape(root.get(attribute) or "").split())[:_LONGEST] for attribute in _SAID}
    lines = tuple(f"{_SAID[attribute]}: {value}" for attribute, value in given.items() if value)
    if not lines:
        return None
    middle = _TOP + len(lines) * _SIZE * _LEADING / 2
    return Text(
        lines, _LEFT, middle, _SIZE, "info", align="start", bold=True, colour="#000000", face=ARIAL, leading=_LEADING
    )
