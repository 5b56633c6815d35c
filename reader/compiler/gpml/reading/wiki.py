"""A pathway's description, in which people wrote wiki markup, Markdown and HTML, as paragraphs of plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

LONGEST = 100_000  # characters that are read; the longest published description has 10,000
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li|/?ul|/?ol)\b[^<>]{0,100}>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_ITEM = re.compile(r"[*•·-]+\s+")
_AROUND = re.compile(r"#{1,6}\s+|={2,6}(?=[^=])|(?<=[^=])={2,6}$")
_ADDRESS = r"(?:https?|ftp)://[^\s\[\]<>]{1,500}"
# Each leaves the words that a reader of the wiki saw.
_MARKUP = (
    (re.compile(r"\{\{[^{}]{0,500}\}\}"), ""),
    (re.compile(r"\[\[[^\[\]|]{0,300}\|([^\[\]|]{1,300})\]\]"), r"\1"),
    (re.compile(r"\[\[([^\[\]|]{1,300})\]\]"), r"\1"),
    (re.compile(r"!?\[([^\[\]]{1,300})\]\([^()\s]{0,500}\)"), r"\1"),
    (re.compile(rf"\[{_ADDRESS}[ \t]+([^\[\]]{{1,300}})\]"), r"\1"),
    (re.compile(rf"\[({_ADDRESS})\]"), r"\1"),
    (re.compile(r"'{2,5}"), ""),
    (re.compile(r"\*\*([^*]{1,500})\*\*|__([^_]{1,500})__"), r"\1\2"),
)  # fmt: skip


def paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs of a description, each with whether it is an item of a list.

    Links become their words; an address without words stays as it is. Every line is a paragraph of its own, as the
    authors' line breaks on WikiPathways mean it. Takes time in proportion to the length.
    """
    for line in _BREAK.sub("\n", html.unescape(text[:LONGEST])).splitlines():
        plain = _TAG.sub("", line).strip()
        for pattern, words in _MARKUP:
            plain = pattern.sub(words, plain)
        item = _ITEM.match(plain)
        plain = " ".join(_AROUND.sub("", plain[item.end() :] if item else plain).split())
        if plain:
            yield plain, item is not None
