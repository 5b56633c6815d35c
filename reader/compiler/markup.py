"""Our own Markdown: citations ``[@key; @key]`` and words tied to an entry, ``[cells]{term="immune cell"}``."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

_KEY = r"@\w[\w:.#$%&+?~/-]*"
CITATION = rf"\[({_KEY}(?:[ \n]*;[ \n]*{_KEY})*)\]"
_TERM = r'\[([^\[\]\n]{1,200})\]\{[ ]*term[ ]*=[ ]*(?:"([^"\n]{1,200})"|([\w-]{1,200}))[ ]*\}'


class Citation(InlineProcessor):
    """``[@a; @b]`` -> ``<span class="cite" data-keys="a b">``, Pandoc's form."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        """Return the element that stands for a match."""
        keys = " ".join(key.strip()[1:] for key in m[1].split(";"))
        return Element("span", {"class": "cite", "data-keys": keys}), m.start(), m.end()


class Term(InlineProcessor):
    """``[cells]{term="immune cell"}`` -> ``<span class="term" data-term="immune cell">cells</span>``."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        """Return the element that stands for a match."""
        element = Element("span", {"class": "term", "data-term": m[2] or m[3]})
        element.text = m[1]
        return element, m.start(), m.end()


class GuideMarkup(Extension):
    """Adds both to a Markdown parser: after code (190) and escapes (180), before links (170 and less)."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the patterns."""
        md.inlinePatterns.register(Citation(CITATION, md), "citation", 176)
        md.inlinePatterns.register(Term(_TERM, md), "term", 175)
