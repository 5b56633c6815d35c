"""GPML's XML as elements that know their line; entities, outside references and other formats are refused."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Any, cast
from xml.etree import ElementTree

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from reader.core.records import Problem
from reader.errors import ReaderError

NAMESPACE = "http://pathvisio.org/GPML/2013a"
PREFIX = "org.pathwayreader."  # of the keys of our own Attributes
FARTHEST = 100_000.0  # pixels; the widest published pathway is under 10,000
MOST_ELEMENTS = 200_000  # the largest of 40 from WikiPathways has 13,000


_LONGEST_NAME = 40  # letters that a problem tells of a label or an id


class Element(ElementTree.Element):
    """An XML element that knows the line it began on, and which child of the outermost element it is part of."""

    line = 0
    thing: Element | None = None  # itself, where it is such a child


@dataclass(slots=True)
class Source:
    """The file that is being read, and what is found to be wrong in it."""

    name: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, element: ElementTree.Element, message: str, rule: str = "malformed") -> None:
        """Note something wrong with an element, at its line, and which of rules.RULES it breaks."""
        self.problems.append(Problem(self.name, line_of(element), f"{_named(element)}{message}", rule))

    def number(self, element: ElementTree.Element, name: str, default: float = 0.0) -> float:
        """Return an attribute as a number that can be drawn; anything else is a problem, and *default*."""
        text = element.get(name)
        if text is None:
            return default
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if abs(value) <= FARTHEST:  # false for NaN too
            return value
        self.complain(element, f"{name} is {text[:40]!r}, which is no place in a drawing, so {default:g} is used.")
        return default


def line_of(element: ElementTree.Element) -> int:
    """Return the line that an element began on."""
    return cast(Element, element).line


def _named(element: ElementTree.Element) -> str:
    """Return what is wrong by its name, label and id, for the beginning of a sentence; "" where it has neither."""
    thing = cast(Element, element).thing
    if thing is None:
        return ""
    label, key = (_short(thing.get(name) or "") for name in ("TextLabel", "GraphId"))
    if not label and not key:
        return ""
    return f"{' '.join(filter(None, (local(thing), label and f'“{label}”', key and f'({key})')))}: "


def _short(text: str) -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in text[: 2 * _LONGEST_NAME])
    return " ".join(plain.split())[:_LONGEST_NAME]


class _Lines(ElementTree.TreeBuilder):
    """Builds Elements, not too many, and gives each its line and what it is part of."""

    parser: Any = None
    name = ""
    count = 0
    depth = 0
    thing: Element | None = None

    def start(self, tag: str, attrs: dict[Any, Any], /) -> ElementTree.Element:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise ReaderError(
                f"{self.name}, line {self.parser.CurrentLineNumber}: this file has over {MOST_ELEMENTS:,} elements, "
                "which is more than can be drawn."
            )
        element = cast(Element, super().start(tag, attrs))
        element.line = self.parser.CurrentLineNumber
        if self.depth == 1:
            self.thing = element
        if self.depth:
            element.thing = self.thing
        self.depth += 1
        return element

    def end(self, tag: str, /) -> ElementTree.Element:
        self.depth -= 1
        return super().end(tag)


def parse(data: bytes, name: str) -> ElementTree.Element:
    """Return the Pathway element of GPML 2013a.

    Raises ReaderError, with the line, for what is no XML, for a document type (the door to entity bombs and to other
    files), for more than MOST_ELEMENTS and for any other format or version.
    """
    builder = _Lines(element_factory=Element)
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.parser, builder.name = parser.parser, name
    try:
        parser.feed(data)
        root: ElementTree.Element = parser.close()
    except DefusedXmlException as error:
        raise ReaderError(
            f"{name}, line {parser.parser.CurrentLineNumber}: this file declares a document type or entities, "
            "which a pathway never needs and which can do harm, so it was not read."
        ) from error
    except ElementTree.ParseError as error:
        raise ReaderError(
            f"{name}, line {error.position[0]}: this is not well-formed XML ({error}). "
            "The file may have been cut off, or be a web page; get it again."
        ) from error
    except (LookupError, ValueError) as error:  # an encoding that Python or expat does not know
        raise ReaderError(f"{name}: its text encoding cannot be read. Save it as UTF-8.") from error
    _check_version(root, name)
    return root


def _check_version(root: ElementTree.Element, name: str) -> None:
    namespace, _, tag = root.tag.rpartition("}")
    if tag != "Pathway" or not re.search("gpml|genmapp", namespace, re.IGNORECASE):
        raise ReaderError(f"{name}, line {line_of(root)}: this is no GPML file; its outermost element is {tag[:40]}.")
    if namespace[1:] != NAMESPACE:
        version = namespace.rpartition("/")[2][:20]
        raise ReaderError(
            f"{name}, line {line_of(root)}: this is GPML {version}; only GPML 2013a can be read. "
            "PathVisio can save it in that version."
        )


def local(element: ElementTree.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element: ElementTree.Element, name: str) -> ElementTree.Element | None:
    """Return the first GPML child of that name, or None."""
    return element.find(f"{{{NAMESPACE}}}{name}")


def children(element: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    """Return the GPML children of that name."""
    return element.findall(f"{{{NAMESPACE}}}{name}")


def bindings(element: ElementTree.Element) -> dict[str, str]:
    """Return our own Attributes of an element, without their prefix."""
    return {
        key.removeprefix(PREFIX): each.get("Value", "")
        for each in children(element, "Attribute")
        if (key := each.get("Key", "")).startswith(PREFIX)
    }


def properties(element: ElementTree.Element) -> dict[str, str]:
    """Return everybody's Attributes of an element."""
    return {each.get("Key", ""): each.get("Value", "") for each in children(element, "Attribute")}


def is_double(element: ElementTree.Element) -> bool:
    """Return whether an element's line is to be drawn as two."""
    return properties(element).get("org.pathvisio.DoubleLineProperty") == "Double"
