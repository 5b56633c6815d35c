"""Notes as Web Annotations, JSON-LD that other programs read (W3C Web Annotation Data Model, 23 February 2017)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from reader.core.notebook.notes import LATEST, Kind, Note, Style
from reader.core.notebook.reading_order import Chapter, Placed

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS: dict[Kind, str] = {  # 3.3.5
    "highlight": "highlighting",
    "note": "commenting",
    "bookmark": "bookmarking",
    "question": "questioning",
    "word": "bookmarking",  # "to create a bookmark to the target": the entry; its term is the body, a tag
}
_LINES: dict[Style, str] = {"important": "solid", "remember": "double", "unclear": "wavy", "mine": "dashed"}


def write(chapters: Iterable[Chapter]) -> bytes:
    """Return the notes as an AnnotationCollection (5.1) with all of them in its first page (5.2), as UTF-8."""
    items = [annotation(placed) for chapter in chapters for placed in chapter.notes]
    identifier = _urn("".join(item["id"] for item in items))
    page = {"id": _urn(f"{identifier}#1"), "type": "AnnotationPage", "partOf": identifier, "startIndex": 0}
    collection = {
        "@context": CONTEXT,
        "id": identifier,
        "type": "AnnotationCollection",
        "label": "Notes of a reader",
        "total": len(items),
        "first": {**page, "items": items},
        "last": page["id"],
    }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def annotation(placed: Placed) -> dict[str, Any]:
    """Return a note as an Annotation (3.1), without the context that its collection names."""
    note = placed.note
    made: dict[str, Any] = {"id": _identifier(note), "type": "Annotation", "motivation": MOTIVATIONS[note.kind]}
    if note.made:
        made["created"] = _moment(note.made)
    if note.changed:
        made["modified"] = _moment(max(note.made, note.changed))
    if note.style:
        made["stylesheet"] = {  # 4.4
            "type": "CssStylesheet",
            "value": f".{note.style} {{ text-decoration: underline {_LINES[note.style]} }}",
        }
    if bodies := _bodies(note):
        made["body"] = bodies
    made["target"] = _target(placed)
    return made


def _bodies(note: Note) -> list[dict[str, Any]]:
    """Return what was written, and the word that was kept, as Textual Bodies (3.2.4)."""
    purpose = "questioning" if note.kind == "question" else "commenting"
    written = [(note.body, purpose)] if note.body else []
    kept = [(note.target.quote, "tagging")] if note.kind == "word" and note.target.quote else []
    return [
        {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": each}
        for value, each in (*written, *kept)
    ]


def _target(placed: Placed) -> str | dict[str, Any]:
    """Return the guide, or a Specific Resource (4) that says what of it is meant."""
    note = placed.note
    source = f"urn:pathway-reader:guide:{quote(note.guide, safe='')}"
    selectors = _selectors(placed)
    if not selectors and not note.style:
        return source
    made: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if note.style:
        made["styleClass"] = note.style
    if selectors:
        made["selector"] = selectors
    return made


def _selectors(placed: Placed) -> list[dict[str, Any]]:
    """Return selectors that each select the same (4.2): the words; and what has a name in the guide.

    A section is such a fragment; in its text, which has one space for all white space and between two blocks, and none
    of the numbers of citations, the position is counted in Unicode characters (4.2.5).
    """
    target = placed.note.target
    if target.about in ("entry", "node"):
        kind = "glossary" if target.about == "entry" else "pathway"
        return [_fragment(f"{kind}/{quote(target.name, safe='')}")]
    selectors: list[dict[str, Any]] = []
    if target.quote:
        around = {"prefix": target.before, "suffix": target.after}
        words = {"type": "TextQuoteSelector", "exact": target.quote}
        selectors.append({**words, **{name: value for name, value in around.items() if value}})
    if target.section and placed.start >= 0:
        position = {"type": "TextPositionSelector", "start": placed.start, "end": placed.end}
        selectors.append({**_fragment(target.section), "refinedBy": position})  # 4.2.9: within the section
    return selectors


def _fragment(name: str) -> dict[str, Any]:
    return {"type": "FragmentSelector", "value": name}


def _identifier(note: Note) -> str:
    """Return the note's UUID as a URN (RFC 9562); of an id that is none, as of a stranger's backup, one made of it."""
    try:
        return uuid.UUID(note.id).urn
    except ValueError:
        return _urn(note.id)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:pathway-reader:note:{name}").urn


def _moment(seconds: float) -> str:
    """Return an xsd:dateTime in UTC, as "Z" (3.3.1)."""
    return datetime.fromtimestamp(min(seconds, LATEST), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
