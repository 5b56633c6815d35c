"""The headings of an article as its author wrote them: the compiler makes their levels regular and gives ids."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.compiler.lines import line_at
from reader.linter.subject import Subject

_HASHES = re.compile(r"#{1,6}")
_UNDERLINE = re.compile(r"(=+|-+) *(?:\n|$)")
_TAG = re.compile(r"<h([1-6])(?=[\s>])([^<>]*)>", re.IGNORECASE)
_ID_IN_TAG = re.compile(r"(?<!\S)id\s*=", re.IGNORECASE)
_BEFORE = 2000  # characters before a heading's first word in which its tag is looked for


class Heading(NamedTuple):
    """A heading in the text of the article."""

    line: int  # from 1
    level: int  # 1 to 6
    has_id: bool


def written(subject: Subject) -> dict[str, Heading]:
    """Return the written headings by section id; a section without one is left out.

    Two kinds have none: the text before the first heading, and the notes that the compiler gathers at the end.
    """
    text = subject.text(subject.article)
    found: dict[str, Heading] = {}
    taken = -1
    for section, blocks in subject.sections:
        offset = subject.places.offset(blocks[0])
        heading = _heading(text, offset) if offset > taken else None
        if heading is not None:
            found[section.id] = heading
            taken = offset
    return found


def _heading(text: str, offset: int) -> Heading | None:
    """Return the heading whose first word stands at *offset*, or None where no heading is."""
    begin = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[begin : end if end >= 0 else len(text)]
    number = line_at(text, offset)
    if match := _HASHES.match(line):
        return Heading(number, len(match[0]), _has_id(line))
    if end >= 0 and (match := _UNDERLINE.match(text, end + 1)):
        return Heading(number, 1 if match[1][0] == "=" else 2, _has_id(line))
    before = text[max(0, offset - _BEFORE) : offset]
    start = max(before.lower().rfind(f"<h{level}") for level in range(1, 7))
    match = _TAG.match(before, max(start, 0))
    if match is None or "</h" in before[match.end() :].lower():
        return None
    return Heading(number, int(match[1]), _ID_IN_TAG.search(match[2]) is not None)


def _has_id(line: str) -> bool:
    """Whether a heading ends with an id: ``{#id}``, ``{: #id .class }``, ``{id=name}``."""
    line = line.rstrip(" \t#")
    begin = line.rfind("{")
    if not line.endswith("}") or line[begin - 1 : begin] != " ":
        return False
    attributes = line[begin + 1 : -1].removeprefix(":").split()
    return any(each.startswith(("#", "id=")) and len(each) > 1 for each in attributes)
