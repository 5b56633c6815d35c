"""What a GPML file cites: its Biopax part as references, and what each of its elements names of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from reader.compiler.gpml.reading.markup import child, children, local
from reader.compiler.references import in_one_line
from reader.core.records import Reference

MOST_AUTHORS = 6  # that are named; then "et al."
_FIELDS = ("ID", "DB", "TITLE", "SOURCE", "YEAR")
_NUMBER = re.compile(r"\d{1,12}")
_NOTHING = ("", "null", "none")  # what writers of GPML put where they know nothing


class Literature(NamedTuple):
    """The works that a file names, and where."""

    references: dict[str, Reference]  # by key
    cited: dict[str, tuple[str, ...]]  # GraphId -> keys; what cites nothing is not in it
    of_all: tuple[str, ...]  # keys that the pathway as a whole cites


def read_literature(root: ElementTree.Element) -> Literature:
    """Return what the file cites; a work that is given twice counts once, one of which nothing is said is left out."""
    references: dict[str, Reference] = {}
    keys: dict[str, str] = {}  # rdf:id -> key
    by_work: dict[str, str] = {}
    for name, item in _items(root):
        reference = _reference(name, item)
        if reference is None or name in keys:
            continue
        work = reference.doi.casefold() or reference.pmid or reference.text
        keys[name] = by_work.setdefault(work, name)
        references.setdefault(keys[name], reference)
    cited = {
        identifier: named
        for element in root
        if (identifier := element.get("GraphId") or "") and (named := _named(element, keys))
    }
    return Literature(references, cited, _named(root, keys))


def _items(root: ElementTree.Element) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield each publication: its rdf:id and its fields."""
    biopax = child(root, "Biopax")
    for element in biopax if biopax is not None else ():
        name = next((value for key, value in element.attrib.items() if key.rpartition("}")[2].lower() == "id"), "")
        if local(element).lower() != "publicationxref" or not name.strip():
            continue
        fields: dict[str, list[str]] = {}
        for field in element:
            text = " ".join((field.text or "").split())
            if text.casefold() not in _NOTHING:
                fields.setdefault(local(field).upper(), []).append(text)
        yield name.strip(), fields


def _reference(key: str, fields: Mapping[str, list[str]]) -> Reference | None:
    identifier, database, title, source, year = (fields.get(name, [""])[0] for name in _FIELDS)
    database = database.casefold()
    pmid = identifier if database in ("pubmed", "pmid") and _NUMBER.fullmatch(identifier) else ""
    doi = identifier.removeprefix("https://doi.org/") if database == "doi" or identifier.startswith("10.") else ""
    url = identifier if identifier.startswith(("https://", "http://")) and not doi else ""
    people = [name for text in fields.get("AUTHORS", ()) for each in text.split(";") if (name := each.strip(" ,"))]
    if len(people) > MOST_AUTHORS:
        people = [*people[: MOST_AUTHORS - 1], "et al"]
    text = in_one_line(
        {
            "title": title,
            "container-title": source,
            "issued": {"literal": year},
            "author": [{"literal": name} for name in people],
        }
    )
    if not title:  # a journal and a year alone name no work
        text = f"PubMed {pmid}." if pmid else doi or url
    return Reference(key, 0, text, doi, pmid, url) if text else None


def _named(element: ElementTree.Element, keys: Mapping[str, str]) -> tuple[str, ...]:
    every = ((each.text or "").strip() for each in children(element, "BiopaxRef"))
    return tuple(dict.fromkeys(keys[name] for name in every if name in keys))
