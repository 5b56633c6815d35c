"""A laid-out pathway as GPML 2013a, in the order of the format's schema, so that PathVisio opens and keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reader.compiler.gpml.reading.markup import NAMESPACE, PREFIX
from reader.compiler.references import authors, word, year
from reader.core.drawing import Rect
from reader.core.palette import LIGHT
from reader.core.pathway import Interaction, Node, Pathway, Route, Stage

Point = tuple[float, float]

HEADS = {
    "activates": "mim-stimulation", "inhibits": "mim-inhibition", "releases": "mim-conversion",
    "binds": "mim-binding", "contributes-to": "Arrow", "is-marker-of": "Line",
}  # fmt: skip
_SHAPES = {"cell": "Oval", "receptor": "Hexagon", "process": "RoundedRectangle", "factor": "RoundedRectangle"}
_BP = 'xmlns:bp="http://www.biopax.org/release/biopax-level3.owl#"'
_RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_STRING = 'rdf:datatype="http://www.w3.org/2001/XMLSchema#string"'


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands, by id, in pixels from the top left."""

    width: float
    height: float
    boxes: Mapping[str, Rect]  # of nodes
    labels: Mapping[str, Sequence[str]]  # of nodes, line by line
    stages: Mapping[str, Rect]
    routes: Mapping[str, Sequence[Point]]  # of interactions, from edge to edge
    notes: Mapping[str, tuple[str, Rect]]  # words on a node


def write(pathway: Pathway, plan: Plan, references: Mapping[str, dict[str, Any]], licence: str) -> bytes:
    """Return the file.

    *references* are CSL items by key: each that an interaction names becomes a PublicationXref. The same arguments
    give the same bytes: no date and no random id goes in.
    """
    name = f" License={quoteattr(licence)}" if licence else ""
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<Pathway xmlns="{NAMESPACE}" Name={quoteattr(pathway.title)} Organism="Homo sapiens"{name}>',
        f'  <Comment Source="WikiPathways-description">{escape(pathway.description)}</Comment>',
        *_routes(pathway.routes),
        f'  <Graphics BoardWidth="{_n(plan.width)}" BoardHeight="{_n(plan.height)}" />',
    ]
    for node in pathway.nodes:
        parts += _node(node, plan.boxes[node.id], plan.labels[node.id], "Top" if node.id in plan.notes else "Middle")
    for each in pathway.interactions:
        parts += _interaction(each, plan.routes[each.id], plan.boxes)
    for key, (text, rect) in plan.notes.items():
        parts += _note(key, text, rect)
    for stage in pathway.stages:
        parts += _stage(stage, plan.stages[stage.id])
    parts.append('  <InfoBox CenterX="0.0" CenterY="0.0" />')
    parts += _biopax(pathway, references)
    return _NO_XML.sub("", "\n".join([*parts, "</Pathway>", ""])).encode()


def _node(node: Node, rect: Rect, lines: Sequence[str], valign: str) -> list[str]:
    border, fill = LIGHT[node.kind]
    bound = {"kind": node.kind, "stage": node.stage, "section": node.section, "term": node.term}
    return [
        f'  <DataNode TextLabel={_label(lines)} GraphId="{node.id}" Type="{node.kind.capitalize()}">',
        *_attributes(bound),
        f'    <Graphics {_place(rect)} ZOrder="32768" FontSize="14" Valign="{valign}" LineThickness="2.0" '
        f'ShapeType="{_SHAPES.get(node.kind, "Rectangle")}" Color="{border[1:]}" FillColor="{fill[1:]}" />',
        '    <Xref Database="" ID="" />',
        "  </DataNode>",
    ]


def _interaction(each: Interaction, route: Sequence[Point], rects: Mapping[str, Rect]) -> list[str]:
    bound = {
        "relation": each.relation, "evidence": each.evidence, "sentence": each.sentence,
        "claims": " ".join(each.claims),
    }  # fmt: skip
    dashes = "" if each.evidence == "well supported" else ' LineStyle="Broken"'
    return [
        f'  <Interaction GraphId="{each.id}">',
        *(f"    <BiopaxRef>{escape(key)}</BiopaxRef>" for key in each.references),
        *_attributes(bound),
        f'    <Graphics ConnectorType="Segmented" ZOrder="12288" LineThickness="1.5"{dashes}>',
        f"      <Point {_at(route[0])} {_tie(each.source, route[0], rects)} />",
        *(f"      <Point {_at(point)} />" for point in route[1:-1]),
        f'      <Point {_at(route[-1])} {_tie(each.target, route[-1], rects)} ArrowHead="{HEADS[each.relation]}" />',
        "    </Graphics>",
        '    <Xref Database="" ID="" />',
        "  </Interaction>",
    ]


def _note(key: str, text: str, rect: Rect) -> list[str]:
    return [
        f"  <Label TextLabel={quoteattr(text)}>",
        *_attributes({"of": key}),
        f'    <Graphics {_place(rect)} ZOrder="36864" FillColor="Transparent" FontStyle="Italic" FontSize="13" '
        'Valign="Middle" />',
        "  </Label>",
    ]


def _stage(stage: Stage, rect: Rect) -> list[str]:
    return [
        f'  <Shape TextLabel={quoteattr(stage.title)} GraphId="{stage.id}">',
        *_attributes({"kind": "stage"}),
        f'    <Graphics {_place(rect)} ZOrder="4096" FontWeight="Bold" FontSize="14" Align="Left" Valign="Top" '
        'ShapeType="RoundedRectangle" Color="ddd9cf" FillColor="fbfaf7" Rotation="0.0" />',
        "  </Shape>",
    ]


def _routes(routes: Iterable[Route]) -> Iterable[str]:
    """Return routes as Attributes, one for each thing said: PathVisio keeps them, but in an order of its own."""
    bound: dict[str, str] = {}
    for number, route in enumerate(routes, 1):
        at = f"route.{number}"
        bound |= {
            at: route.id, f"{at}.title": route.title, f"{at}.section": route.section, f"{at}.closing": route.closing,
        }  # fmt: skip
        for place, step in enumerate(route.steps, 1):
            bound |= {f"{at}.step.{place}": step.interaction or step.node, f"{at}.step.{place}.caption": step.caption}
    return _attributes(bound, indent=2)


def _biopax(pathway: Pathway, references: Mapping[str, dict[str, Any]]) -> list[str]:
    keys = sorted({key for each in pathway.interactions for key in each.references})
    if not keys:
        return []
    parts = ["  <Biopax>"]
    for key in keys:
        parts += _publication(key, references.get(key, {}))
    return [*parts, "  </Biopax>"]


def _publication(key: str, item: dict[str, Any]) -> list[str]:
    """Return a reference as BioPAX has it. What a reference does not hold stays empty: nothing is made up."""
    pmid, doi = word(item.get("PMID")), word(item.get("DOI"))
    values = [
        ("ID", pmid or doi), ("DB", "PubMed" if pmid else "DOI" if doi else ""),
        ("TITLE", word(item.get("title", key))), ("SOURCE", word(item.get("container-title"))), ("YEAR", year(item)),
    ]  # fmt: skip
    return [
        f"    <bp:PublicationXref {_BP} {_RDF} rdf:id={quoteattr(key)}>",
        *(f"      <bp:{name} {_STRING}>{escape(value)}</bp:{name}>" for name, value in values),
        *(f"      <bp:AUTHORS {_STRING}>{escape(author)}</bp:AUTHORS>" for author in authors(item)),
        "    </bp:PublicationXref>",
    ]


def _attributes(bound: Mapping[str, str], indent: int = 4) -> Iterable[str]:
    lead = " " * indent
    return (f'{lead}<Attribute Key="{PREFIX}{key}" Value={quoteattr(text)} />' for key, text in bound.items() if text)


def _label(lines: Sequence[str]) -> str:
    return quoteattr("\n".join(lines), {"\n": "&#10;"})


def _place(rect: Rect) -> str:
    x, y, w, h = rect
    return f'CenterX="{_n(x + w / 2)}" CenterY="{_n(y + h / 2)}" Width="{_n(w)}" Height="{_n(h)}"'


def _at(point: Point) -> str:
    return f'X="{_n(point[0])}" Y="{_n(point[1])}"'


def _tie(identifier: str, point: Point, rects: Mapping[str, Rect]) -> str:
    x, y, w, h = rects[identifier]
    rel_x, rel_y = (point[0] - x) / w * 2 - 1, (point[1] - y) / h * 2 - 1
    return f'GraphRef="{identifier}" RelX="{round(rel_x, 3)}" RelY="{round(rel_y, 3)}"'


def _n(number: float) -> str:
    return str(round(float(number), 2))
