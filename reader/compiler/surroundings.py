"""What the tags around a block give to it: callout, quote, list level, item number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

Attributes = dict[str, str]
CONTAINERS = {"div", "blockquote", "ul", "ol", "li", "dl", "dd"}
TITLES = {"gist": "In one sentence", "key-points": "Key points"}
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for the blocks inside a tag."""

    callout: str = ""
    title: str = ""
    box: int = 0
    depth: int = 0  # of lists
    number: int = 0  # that the next item of an ordered list gets; 0 in a bulleted one
    is_quote: bool = False
    is_definition: bool = False
    is_notes: bool = False

    @property
    def is_article(self) -> bool:
        """Whether a heading here is one of the article's, and not inside something."""
        return self == Surroundings()

    @property
    def fields(self) -> dict[str, Any]:
        """The fields that a Block gets from here."""
        return {"level": self.depth, "callout": self.callout, "title": self.title, "box": self.box}

    @property
    def marker(self) -> str:
        """The bullet or number of the list's next item."""
        return f"{self.number}." if self.number else _BULLET

    def inside(self, tag: str, given: Attributes) -> Surroundings:
        """Return what holds inside a container tag with these attributes."""
        match tag:
            case "blockquote":
                return replace(self, is_quote=True)
            case "dd":
                return replace(self, is_definition=True)
            case "ul":
                return replace(self, depth=self.depth + 1, number=0)
            case "ol":
                start = given.get("start", "")
                return replace(self, depth=self.depth + 1, number=int(start) or 1 if _is_count(start) else 1)
            case "li" if not self.depth:  # outside any list, as browsers show it, too
                return replace(self, depth=1)
        return self

    def with_next_number(self) -> Surroundings:
        """Return the list after one more item."""
        return replace(self, number=self.number + 1 if self.number else 0)

    def in_callout(self, classes: list[str], box: int) -> Surroundings:
        """Return what holds inside a callout with these classes and number."""
        name = next((each for each in classes if each != "admonition"), "note")
        return replace(self, callout=name, title=title(name, name), box=box)

    def titled(self, written: str) -> Surroundings:
        """Return the callout with the title that its author wrote; none for an empty one."""
        return replace(self, title=title(self.callout, written) if written else "")


def title(name: str, written: str) -> str:
    """Return a callout's title: what its author wrote, or words for its name (Markdown makes ``Key-points``)."""
    if written.lower() != name.lower():
        return written
    return TITLES.get(name, name.replace("-", " ").capitalize())


def _is_count(text: str) -> bool:
    """Whether a text is a number that a list may begin with."""
    return text.isascii() and text.isdecimal() and len(text) < 7
