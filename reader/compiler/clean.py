"""HTML that strangers wrote -> HTML with an allow-list of tags and attributes, and what was refused on the way."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Literal, NamedTuple

import nh3

SCHEMES = {"http", "https", "mailto"}
# fmt: off
_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul",
    "var",
}
# fmt: on
_ATTRIBUTES = {
    "*": {"id", "class", "claims"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "span": {"data-keys", "data-term"},
}
# Their content goes with them: it is no text for people.
_WITHOUT_CONTENT = {"script", "style", "iframe", "object", "embed", "noscript", "template", "svg", "math", "title"}
_ACTIVE = _WITHOUT_CONTENT - {"title"} | {"form", "input", "button", "video", "audio", "link", "meta", "base", "frame"}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_BLANKS = re.compile(r"[\x00-\x20]+")  # a browser skips these in front of and inside `java\nscript:`


class Refused(NamedTuple):
    """Something that was left out of an article."""

    what: Literal["link", "image", "element", "attribute"]
    name: str  # an address, a tag or an attribute


def clean(html: str) -> tuple[str, list[Refused]]:
    """Return well-formed HTML of allowed tags and attributes, and what was refused, each once."""
    inspector = _Inspector()
    inspector.feed(html)
    inspector.close()
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        clean_content_tags=_WITHOUT_CONTENT,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return cleaned, list(dict.fromkeys(inspector.refused))


def link(href: str) -> str | None:
    """Return an address that may be linked, ``#id`` or http, https, mailto; None for any other."""
    address = _BLANKS.sub("", href)
    if address.startswith("#") and len(address) > 1:
        return address
    scheme = _SCHEME.match(address)
    return address if scheme and scheme[0].lower() in SCHEMES else None


def picture(src: str) -> str | None:
    """Return the name of a picture beside the article; None for an address elsewhere."""
    name = src.strip()
    return None if not name or _SCHEME.match(name) or name.startswith(("/", "\\", "#")) else name


class _Inspector(HTMLParser):
    """Notes what the allow-list will take away, which nh3 does without a word."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: list[Refused] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE:
            self.refused.append(Refused("element", tag))
            return
        for name, value in attrs:
            if name.startswith("on"):
                self.refused.append(Refused("attribute", name))
            elif tag == "a" and name == "href" and link(value or "") is None:
                self.refused.append(Refused("link", value or ""))
            elif tag == "img" and name == "src" and picture(value or "") is None:
                self.refused.append(Refused("image", value or ""))
