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
# These lose nothing when they go and their content stays. What is neither here nor allowed may be text: <IL-6>.
_SHELLS = {
    "address", "article", "aside", "bdi", "bdo", "big", "body", "center", "col", "colgroup", "data", "details",
    "dir", "figcaption", "figure", "font", "footer", "head", "header", "hgroup", "html", "label", "main", "menu",
    "nav", "picture", "rb", "rp", "rt", "rtc", "ruby", "search", "section", "source", "strike", "summary", "time",
    "title", "wbr",
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
# Where a browser would fetch something from, but for img src, which is looked at by itself.
_FETCHED = {"background", "data", "href", "imagesrcset", "lowsrc", "poster", "src", "srcset", "xlink:href"}
_NOT_FETCHED = {("a", "href"), ("area", "href"), ("img", "src")}
_REMOTE = re.compile(r"(?:\b(?:https?|ftp|file|wss?):|(?<![\w:/]))//[^\s\"'()\\;,<>]{1,2000}", re.IGNORECASE)
_ALIGNMENT = re.compile(r"\s*text-align:\s*(?:left|center|right);?\s*")  # what Markdown writes for columns of a table
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_BLANKS = re.compile(r"[\x00-\x20]+")  # a browser skips these in front of and inside `java\nscript:`


class Refused(NamedTuple):
    """Something that was left out of an article."""

    what: Literal["link", "image", "address", "element", "attribute", "style"]
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
        self._drawing = ""  # the tag of a drawing or formula, which has elements of its own

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_known = tag in _TAGS or tag in _SHELLS
        if not is_known and not self._drawing:
            self.refused.append(Refused("element", tag))
        if tag in ("svg", "math"):
            self._drawing = self._drawing or tag
        for name, value in attrs:
            self._addresses(tag, name, value or "")
            if is_known:
                self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._drawing:
            self._drawing = ""

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self._remote(data)

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on"):
            self.refused.append(Refused("attribute", name))
        elif name == "style" and not _ALIGNMENT.fullmatch(value):
            self.refused.append(Refused("style", name))
        elif (tag, name) == ("a", "href") and link(value) is None:
            self.refused.append(Refused("link", value))
        elif (tag, name) == ("img", "src") and picture(value) is None:
            self.refused.append(Refused("image", value))

    def _addresses(self, tag: str, name: str, value: str) -> None:
        if name == "style" or (name in _FETCHED and (tag, name) not in _NOT_FETCHED):
            self._remote(value)

    def _remote(self, text: str) -> None:
        self.refused += (Refused("address", address) for address in _REMOTE.findall(text))
