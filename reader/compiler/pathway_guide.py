"""A GPML file as a guide of its own: its text for an article, its drawing, its literature, the file itself.

The glossary of the bundled guide and those that the reader added stand behind it (`added`), so that a stranger's node
opens the word that it is called by, or that has its number in a database.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from xml.etree import ElementTree

from reader.compiler import added, gpml, pathway_article
from reader.compiler.added import Added
from reader.compiler.gpml.reading.literature import Literature, read_literature
from reader.compiler.gpml.reading.markup import child, children, parse
from reader.compiler.gpml.reading.wiki import paragraphs
from reader.compiler.nodes import explained
from reader.compiler.pathway_article import Facts
from reader.compiler.sections import cut
from reader.compiler.store import Compiled
from reader.compiler.terms import Marking, Terms
from reader.core.pathway import Node, Pathway
from reader.core.records import About, Entry, Reference
from reader.core.source import Source, UnreadableError, printable

Add = Callable[[Source, Sequence[Entry], Mapping[str, Reference]], Added]
_LONGEST = 300  # characters of what is said in one line
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


def compiled(source: Source, identifier: str, add: Add) -> Compiled:
    """Return all that goes into the compiled guide; *identifier* is its id.

    Raises ReaderError for a file that is missing, is not GPML 2013a, or cannot be drawn.
    """
    found = source.read(source.article)
    if found is None:
        raise UnreadableError(source.article, "is missing")
    name = printable(source.article)
    survey = gpml.survey(found[0], name, guesses=True)
    root = parse(found[0], name)
    literature = read_literature(root)
    facts = _facts(root, PurePath(source.article).stem)
    pathway = _with_file(survey.pathway, root, literature)
    said = "\n".join(words for text in facts.descriptions for words, _ in paragraphs(text))
    pathway = pathway._replace(title=facts.title, description=said)
    written = pathway_article.write(facts, pathway, literature)
    references = {key: each._replace(number=written.numbers.get(key, 0)) for key, each in literature.references.items()}
    sections = cut(written.article, {}, facts.title)
    beside = add(source, [], references)
    terms = Terms(beside.entries)
    marking = Marking(terms)
    for number, (_, blocks) in enumerate(sections.sections):
        blocks[:] = [marking.mark(number, block) for block in blocks]
    entries = list(added.settled(beside, terms))
    nodes = (node._replace(section=written.sections.get(node.id, ""), term="") for node in pathway.nodes)
    pathway = pathway._replace(nodes=tuple(explained(nodes, terms)))
    return Compiled(
        about=About(
            identifier, facts.title, facts.organism, version=facts.version, licence=facts.licence,
            authors=facts.authors, written=facts.changed,
        ),
        sections=sections.sections,
        entries=entries,
        mentions=list(marking.mentions()),
        references=[*references.values(), *beside.references.values()],
        pathway=(pathway, survey.drawing),
        original=found[0],
        glossaries=beside.glossaries,
        problems=[*survey.problems, *beside.problems],
    )  # fmt: skip


def _facts(root: ElementTree.Element, stem: str) -> Facts:
    people = _line(root.get("Author")).strip("[]").split(",")
    return Facts(
        title=_line(root.get("Name")) or printable(stem),
        organism=_line(root.get("Organism")),
        changed=_day(_line(root.get("Last-Modified"))),
        authors=tuple(name for each in people if (name := each.strip())),
        source=_line(root.get("Data-Source")),
        version=_line(root.get("Version")),
        licence=_line(root.get("License")),
        descriptions=_descriptions(root),
    )


def _descriptions(root: ElementTree.Element) -> tuple[str, ...]:
    """Return the comments that describe the pathway; where none says so, those that say nothing of their source."""
    comments = [(each.get("Source") or "", (each.text or "").strip()) for each in children(root, "Comment")]
    described = [text for source, text in comments if "description" in source.lower() and text]
    return tuple(described or [text for source, text in comments if not source and text])


def _with_file(pathway: Pathway, root: ElementTree.Element, literature: Literature) -> Pathway:
    """Return the pathway with its nodes' numbers in databases, and the literature of its interactions."""
    numbers = {element.get("GraphId") or "": _xref(element) for element in root if element.get("GraphId")}
    nodes = tuple(_in_database(node, numbers.get(node.id, "")) for node in pathway.nodes)
    cited = literature.cited
    interactions = tuple(each._replace(references=cited.get(each.id, ())) for each in pathway.interactions)
    return pathway._replace(nodes=nodes, interactions=interactions)


def _in_database(node: Node, xref: str) -> Node:
    return node if node.xref or not xref else node._replace(xref=xref)


def _xref(element: ElementTree.Element) -> str:
    xref = child(element, "Xref")
    database, number = (_line(xref.get(name)) if xref is not None else "" for name in ("Database", "ID"))
    return f"{database}:{number}" if database and number else ""


def _line(text: str | None) -> str:
    return " ".join((text or "").split())[:_LONGEST]


def _day(text: str) -> str:
    """Return the day of a time such as 20250227230328 as ISO 8601; "" for none."""
    match = _DAY.match(text)
    try:
        return datetime.date(*(int(part) for part in match.groups())).isoformat() if match else ""
    except ValueError:
        return ""
