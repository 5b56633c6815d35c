"""Notes as JSON-LD: every MUST of the W3C Web Annotation Data Model that concerns what is written."""

from __future__ import annotations

import json
import re
import uuid
from pathlib import Path
from typing import Any

import pytest

from reader.core.guide import Guide
from reader.core.notebook import annotation, passage, reading_order
from reader.core.notebook.notes import KINDS, STYLES, Note, Target
from reader.core.notebook.uncited import UncitedText
from reader.core.section_text import SectionTexts
from reader.core.text import Place

MOTIVATIONS = {  # 3.3.5
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
IRI = re.compile(r"urn:(uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|pathway-reader:guide:[\w.~%-]+)", re.ASCII)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def check_collection(found: dict[str, Any]) -> None:
    """Fail where a MUST of sections 5.1 and 5.2 is broken."""
    assert "http://www.w3.org/ns/anno.jsonld" in as_list(found["@context"])
    assert IRI.fullmatch(found["id"])
    assert "AnnotationCollection" in as_list(found["type"])
    page = found["first"]
    assert IRI.fullmatch(page["id"])
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == found["id"]
    assert page["startIndex"] == 0
    assert found["last"] == page["id"]  # a SHOULD: all are in one page
    assert found["total"] == len(page["items"]) > 0
    assert len({each["id"] for each in page["items"]}) == found["total"]
    for each in page["items"]:
        check_annotation(each)


def check_annotation(found: dict[str, Any]) -> None:
    """Fail where a MUST of sections 3 and 4 is broken."""
    assert IRI.fullmatch(found["id"])
    assert "Annotation" in as_list(found["type"])
    assert found["motivation"] in MOTIVATIONS
    for moment in ("created", "modified"):
        assert MOMENT.fullmatch(found.get(moment, "2026-01-01T00:00:00Z"))
    assert not {"body", "bodyValue"} <= found.keys()
    for body in as_list(found.get("body", [])):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["format"] == "text/plain"
        assert body["purpose"] in MOTIVATIONS
    (target,) = as_list(found["target"])
    if isinstance(target, str):
        assert IRI.fullmatch(target)
        return
    assert IRI.fullmatch(target["source"])
    assert "styleClass" not in target or f".{target['styleClass']} {{" in found["stylesheet"]["value"]
    for selector in target.get("selector", []):
        check_selector(selector)


def check_selector(found: dict[str, Any]) -> None:
    """Fail where a MUST of section 4.2 is broken."""
    match found["type"]:
        case "TextQuoteSelector":
            assert isinstance(found["exact"], str)
            assert found["exact"]
            assert all(isinstance(found.get(name, ""), str) for name in ("prefix", "suffix"))
        case "TextPositionSelector":
            assert all(isinstance(found[name], int) for name in ("start", "end"))
            assert 0 <= found["start"] <= found["end"]
        case "FragmentSelector":
            assert isinstance(found["value"], str)
        case other:
            pytest.fail(f"{other} is no selector")
    if "refinedBy" in found:
        check_selector(found["refinedBy"])


def written(notes: list[Note], guide: Guide | None = None) -> dict[str, Any]:
    guides = {guide.about.id: guide} if guide is not None else {}
    found = json.loads(annotation.write(reading_order.chapters(notes, guides)))
    assert isinstance(found, dict)
    return found


def test_notes_of_every_kind_on_everything_keep_the_rules_of_the_model() -> None:
    targets = [
        Target(),
        Target("entry", "il6", "interleukin 6"),
        Target("node", "n 1/2", "Sleep"),
        Target("passage", quote="poor sleep", before="of ", after=".", section="sleep", block="sleep.2"),
        Target("passage"),
    ]
    notes = [
        Note(f"{kind} {number} {style}", "a/../b c", kind, target, body, style, made, 1.7e9)
        for number, target in enumerate(targets)
        for kind in KINDS
        for style in (*STYLES, "")
        for body, made in (("", 0.0), ("My <b>words</b>\n“so” \x1b", 1e9))
        if not (style and kind != "highlight") and bool(body) != bool(style)
    ]
    found = written(notes)
    check_collection(found)
    assert len(found["first"]["items"]) == found["total"] == len(notes)


def test_a_passage_is_told_by_its_words_and_by_its_position_in_the_section(bundled: Guide) -> None:
    section = next(each for each in bundled.outline if len(bundled.blocks(each.id)) > 3)
    texts = SectionTexts(bundled)
    first, last = bundled.blocks(section.id)[1], bundled.blocks(section.id)[2]
    (target,) = passage.make(texts, Place(section.id, first.id, 4), Place(section.id, last.id, 9))
    identifier = str(uuid.uuid4())
    found = written([Note(identifier, bundled.about.id, "highlight", target, "Why?", "unclear", 1.7e9, 1.7e9)], bundled)
    check_collection(found)
    (item,) = found["first"]["items"]
    assert item["id"] == f"urn:uuid:{identifier}"
    assert (item["motivation"], item["created"]) == ("highlighting", "2023-11-14T22:13:20Z")
    assert [(body["value"], body["purpose"]) for body in item["body"]] == [("Why?", "commenting")]
    assert item["target"]["styleClass"] == "unclear"
    words, place = item["target"]["selector"]
    assert words["exact"] == target.quote
    assert place["value"] == section.id
    position = place["refinedBy"]
    assert texts.of(section.id).text[position["start"] : position["end"]] == target.quote
    assert texts.of(section.id).text[: position["start"]].endswith(words["prefix"])
    assert texts.of(section.id).text[position["end"] :].startswith(words["suffix"])


def test_words_and_position_select_the_same_where_something_is_cited(bundled: Guide) -> None:
    blocks = ((section.id, block) for section in bundled.outline for block in bundled.blocks(section.id))
    cites = [(section, block) for section, block in blocks if any(span.kind == "cite" for span in block.spans)]
    for section, block in cites[:5]:
        ends = Place(section, block.id, 0), Place(section, block.id, len(block.text))
        (target,) = passage.make(SectionTexts(bundled), *ends)
        (item,) = written([Note("1", bundled.about.id, "note", target, "Why?")], bundled)["first"]["items"]
        words, place = item["target"]["selector"]
        text = UncitedText(section, bundled.blocks(section)).text
        assert words["exact"] == text[place["refinedBy"]["start"] : place["refinedBy"]["end"]] != block.text
    assert cites


def test_a_kept_word_is_a_bookmark_with_its_term_as_a_tag() -> None:
    found = written([Note("1", "guide", "word", Target("entry", "il6", "interleukin 6"))])
    (item,) = found["first"]["items"]
    assert item["motivation"] == "bookmarking"
    assert [(body["value"], body["purpose"]) for body in item["body"]] == [("interleukin 6", "tagging")]
    assert [each["value"] for each in item["target"]["selector"]] == ["glossary/il6"]


def test_no_path_of_this_machine_leaves_with_the_notes(bundled: Guide) -> None:
    told = json.dumps(written([Note("1", bundled.about.id, "note", Target(), "words")], bundled))
    assert str(bundled.file) not in told
    assert str(bundled.file.parent) not in told
    assert str(Path.home()) not in told


def test_moments_that_no_calendar_has_become_its_last() -> None:
    found = written([Note("1", "guide", "note", made=2.0**60, changed=2.0**60)])
    check_collection(found)
    assert found["first"]["items"][0]["modified"] == "9999-12-31T00:00:00Z"
