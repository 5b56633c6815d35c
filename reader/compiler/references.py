"""references.json, CSL-JSON as Zotero writes it: each source as one readable line."""

from __future__ import annotations

import json
import re
from typing import Any

from reader.compiler.lines import MOST, line_at
from reader.core.records import Problem, Reference
from reader.core.source import printable

FILE = "references.json"
_ID = re.compile(r'"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)')


def read(text: str, problems: list[Problem]) -> dict[str, Reference]:
    """Return the references by key, in the order of the file; what is wrong goes to *problems*."""
    return {key: _reference(key, item) for key, item in items(text, problems).items()}


def items(text: str, problems: list[Problem]) -> dict[str, dict[str, Any]]:
    """Return the CSL items by key as they stand in the file; what is wrong goes to *problems*."""
    try:
        given = json.loads(text)
    except json.JSONDecodeError as error:
        problems.append(Problem(FILE, error.lineno, f"This is not JSON ({error.msg}), so no reference is shown."))
        return {}
    except (RecursionError, ValueError):  # thousands of brackets; a number of thousands of digits
        problems.append(Problem(FILE, 0, "This JSON cannot be read, so no reference is shown."))
        return {}
    if isinstance(given, dict):  # some programs wrap the list
        given = given.get("items", given.get("references"))
    if not isinstance(given, list):
        problems.append(Problem(FILE, 1, "This should be a list of CSL-JSON items, so no reference is shown."))
        return {}
    found: dict[str, dict[str, Any]] = {}
    repeated: list[str] = []
    for number, item in enumerate(given, 1):
        key = word(item.get("id")) if isinstance(item, dict) else ""
        if not key:
            problems.append(Problem(FILE, 0, f"Item {number} has no id, so nothing can cite it.", "id-missing"))
        elif key in found:
            repeated.append(key)
        else:
            found[key] = item
    lines = lines_of_ids(text) if repeated else {}
    for key in repeated[:MOST]:
        problems.append(Problem(FILE, lines.get(key, 0), f"The id {printable(key)} is used twice.", "id-repeated"))
    return found


def lines_of_ids(text: str) -> dict[str, int]:
    """Return the line of each item's id; of one that is given twice, the last."""
    return {word(json.loads(match[1])): line_at(text, match.start(1)) for match in _ID.finditer(text)}


def _reference(key: str, item: dict[str, Any]) -> Reference:
    doi = word(item.get("DOI")).removeprefix("https://doi.org/")
    return Reference(
        key=key,
        number=0,
        text=in_one_line(item) or key,
        doi=doi,
        pmid=word(item.get("PMID")),
        url=url if (url := word(item.get("URL"))).startswith(("https://", "http://")) else "",
        note=word(item.get("note")),
    )


def in_one_line(item: dict[str, Any]) -> str:
    """Return a CSL item as ``Authors. Title. Journal year;volume(issue):pages.``; what is missing is left out."""
    title = word(item.get("title"))
    where = word(item.get("container-title")) or word(item.get("publisher"))
    when = year(item)
    numbers = word(item.get("volume")) + (f"({issue})" if (issue := word(item.get("issue"))) else "")
    pages = word(item.get("page"))
    details = numbers + (f":{pages}" if numbers and pages else pages)
    place = " ".join(part for part in (where, when) if part) + (f";{details}" if when and details else "")
    if details and not when:
        place = f"{place} {details}".strip()
    parts = (", ".join(authors(item)), title, place)
    return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)


def authors(item: dict[str, Any]) -> list[str]:
    """Return the names of an item's authors, or of its editors: family name and initials."""
    people = item.get("author") or item.get("editor") or []
    if not isinstance(people, list):
        return []
    return [name for each in people if isinstance(each, dict) and (name := _name(each))]


def _name(person: dict[str, Any]) -> str:
    if literal := word(person.get("literal")):
        return literal
    family = " ".join(part for part in (word(person.get("non-dropping-particle")), word(person.get("family"))) if part)
    given = "".join(part[0] for part in word(person.get("given")).replace("-", " ").split())
    return f"{family} {given}".strip()


def year(item: dict[str, Any]) -> str:
    """Return the year in which an item came out, or ""."""
    issued = item.get("issued")
    if not isinstance(issued, dict):
        return ""
    match issued.get("date-parts"):
        case [[int() | str() as year, *_], *_]:
            return str(year)
    return word(issued.get("literal")) or word(issued.get("raw"))


def word(value: object) -> str:
    """Return a text or a number as one line; everything else is nothing."""
    if not isinstance(value, str | int | float):
        return ""
    # JSON may hold halves of characters ("\\ud800"), which no file can be written with
    return " ".join(str(value).encode(errors="replace").decode().split())
