"""The pathway of a guide: its file read, and tied to the sections, words, references and claims of the guide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.compiler import check
from reader.compiler.lines import placed
from reader.compiler.nodes import explained
from reader.compiler.terms import Terms
from reader.core.drawing import Drawing
from reader.core.pathway import Pathway
from reader.core.records import Claim, Problem, Reference
from reader.core.source import PATHWAY, Source, UnreadableError
from reader.errors import ReaderError


@dataclass(frozen=True, slots=True)
class Known:
    """What a node or an interaction can name."""

    sections: set[str]
    terms: Terms
    references: Mapping[str, Reference]
    claims: Mapping[str, Claim]
    named_claims: set[str]  # with those left out for a fault of their own


def read(source: Source, known: Known, problems: list[Problem]) -> tuple[tuple[Pathway, Drawing] | None, bytes]:
    """Return the pathway with the terms of its nodes as ids, without what names nothing, and its file as it is.

    None and no bytes where there is none that can be read; why not is added to *problems*.
    """
    try:
        found = source.read(PATHWAY) if PATHWAY in source.names else None
        if found is None:
            return None, b""
        from reader.compiler import gpml

        graph, drawing, wrong, lines = gpml.survey(found[0], PATHWAY)[:4]
    except UnreadableError as error:
        problems.append(Problem(PATHWAY, 0, f"This file {error.reason}. No pathway is shown.", "unreadable"))
        return None, b""
    except ReaderError as error:
        problems.append(placed(PATHWAY, error))
        return None, b""
    problems += wrong
    names = {node.term: known.terms.named(node.term) or "" for node in graph.nodes}
    problems += check.pathway(
        PATHWAY,
        graph,
        lines,
        sections=known.sections,
        terms={term for term, entry in names.items() if entry},
        references=known.references,
        claims=known.named_claims,
    )
    return (_tied(graph, names, known), drawing), found[0]


def _tied(graph: Pathway, names: Mapping[str, str], known: Known) -> Pathway:
    """Return the graph without what names nothing; *names* has the id of the entry of each term, or ""."""

    def section(name: str) -> str:
        return name if name in known.sections else ""

    def there(keys: Iterable[str], every: Mapping[str, object]) -> tuple[str, ...]:
        return tuple(key for key in keys if key in every)

    nodes = (node._replace(section=section(node.section), term=names[node.term]) for node in graph.nodes)
    interactions = (
        each._replace(references=there(each.references, known.references), claims=there(each.claims, known.claims))
        for each in graph.interactions
    )
    routes = (route._replace(section=section(route.section)) for route in graph.routes)
    return graph._replace(
        nodes=tuple(explained(nodes, known.terms)), interactions=tuple(interactions), routes=tuple(routes)
    )
