"""How much a drawing (SVG) would draw: what unfolds into more than a page can show must not reach Typst.

A few hundred letters can ask for any amount of work: by drawing again what was drawn (SVG 2, 5.6), by masks of masks,
by marks at each point of a line, by a photograph inside, by long words. Here each element counts once for each time it
is drawn.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES = 4_000_000
MOST_DRAWN = 100_000  # elements; so many squares take Typst a second
MOST_LETTERS = 5_000  # of words in one place: the time that they take grows with their square
MOST_STYLED = 100_000_000  # letters of styles times elements: each rule is held against each of these
DEEPEST = 200  # elements inside one another, or leading to one another
_FILTER = 5_000  # elements that take as long as a filter, which is reckoned pixel by pixel
_POINT = 4  # letters of a line that make a point of it, where marks may stand
_LINKS = re.compile(r"""url\(\s*(?:(["'])\s*#(.*?)\1|#([^)]*))""", re.DOTALL)
_LINES = ("d", "points")


class TooMuchError(Exception):
    """A drawing is no drawing, or one that asks for too much."""


def pictures(content: bytes, most: int) -> list[bytes]:
    """Return the pictures inside a drawing, each of which is to be measured, too; *most* of them.

    Raises TooMuchError for a drawing that cannot be read, that unfolds beyond all measure, or that has more pictures.
    """
    root = _root(content)
    elements = list(root.iter())
    style = sum(len(each.text or "") for each in elements if _name(each) == "style")
    letters = max((sum(map(len, each.itertext())) for each in elements if _name(each) == "text"), default=0)
    if len(elements) > MOST_DRAWN or letters > MOST_LETTERS or style * len(elements) > MOST_STYLED:
        raise TooMuchError
    if any(_name(each) == "style" and "url(" in (each.text or "") for each in elements):
        raise TooMuchError  # what such styles lead to is not followed here
    if _Unfolded(elements).count(root, 0) > MOST_DRAWN:
        raise TooMuchError
    return _inside(elements, most)


def _root(content: bytes) -> Element:
    if len(content) > MOST_BYTES or content.count(b"<") > 2 * MOST_DRAWN + 100:
        raise TooMuchError
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise TooMuchError from error
    return root


class _Unfolded:
    """How many elements are drawn in the place of one."""

    def __init__(self, elements: list[Element]) -> None:
        self._named: defaultdict[str, list[Element]] = defaultdict(list)
        for each in elements:
            self._named[each.get("id", "").strip()].append(each)
        self._markers = {each.get("id", "").strip() for each in elements if _name(each) == "marker"}
        self._known: dict[Element | str, int] = {}

    def count(self, element: Element, depth: int) -> int:
        """Return the number for an element. Raises TooMuchError where it leads back to itself, or too deep."""
        if element in self._known:
            return self._known[element]
        if depth > DEEPEST:
            raise TooMuchError
        count = _FILTER if _name(element) == "filter" else 1
        for inner in element:
            count += self.count(inner, depth + 1)
        points = 1 + sum(len(element.get(line, "")) for line in _LINES) // _POINT
        for key in _led_to(element):
            count += (points if key in self._markers else 1) * self._led(key, depth + 1)
        self._known[element] = count
        return count

    def _led(self, key: str, depth: int) -> int:
        """Return the number for what has an id: the most, where several have it, for readers differ in which counts."""
        if key not in self._known:
            self._known[key] = max((self.count(each, depth) for each in self._named[key]), default=0)
        return self._known[key]


def _led_to(element: Element) -> Iterator[str]:
    for name, value in element.items():
        if name.endswith("href") and value.strip().startswith("#"):
            yield value.strip()[1:].strip()
        elif "#" in value:
            yield from ((quoted or plain).strip() for _, quoted, plain in _LINKS.findall(value))


def _inside(elements: list[Element], most: int) -> list[bytes]:
    """Return the pictures inside; what is no picture of pixels, or not here, is left to Typst, which draws neither."""
    found = []
    links = (value for element in elements for name, value in element.items() if name.endswith("href"))
    for address in ("".join(each.split()) for each in links):  # white space counts for nothing (WHATWG URL, 4.4)
        if address[:5].lower() == "data:":
            kind, _, data = address.partition(",")
            if not kind.endswith(";base64") or "svg" in kind or "%" in data:
                raise TooMuchError
            try:
                found.append(base64.b64decode(data))
            except binascii.Error as error:
                raise TooMuchError from error
    if len(found) > most:
        raise TooMuchError
    return found


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
