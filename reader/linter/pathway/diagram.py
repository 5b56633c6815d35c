"""What the pathway does not say: interactions without sentence or evidence, nodes that lead nowhere, broken routes.

Where a pathway.toml can be read, it is looked at, and findings stand on its tables: that is the file an author edits.
Otherwise they stand on the elements of pathway.gpml, as do those about its lines that are tied at one end only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.compiler import check, claims, gpml
from reader.compiler.gpml.write import Plan, write
from reader.compiler.layout.source import SourceError, read_source
from reader.compiler.lines import line_of_key, placed
from reader.core.evidence import LEVELS
from reader.core.pathway import Interaction, Node, Pathway, Route
from reader.core.records import Problem
from reader.core.source import MB, PATHWAY, UnreadableError, decode, printable
from reader.linter.certainty import first_sure_word, too_sure
from reader.linter.pathway.graph import SOURCE, Graph, from_source, from_survey, short
from reader.linter.subject import Subject
from reader.linter.words.sentences import sentences

FEWEST_STEPS, MOST_STEPS = 4, 9
CAPTION = 20  # words
LARGEST = 2 * MB  # bytes of a pathway.toml: 4,000 nodes with as many interactions
_SORTS = ("stage", "node", "interaction", "route")
_ELEMENTS = {"node": "<DataNode>", "interaction": "<Interaction>"}
_LAY_OUT = "run `pathway-reader layout` on this folder"


class _Lack(NamedTuple):
    """Something that every node or interaction should have: what is said where it is missing, and how it is given."""

    rule: str
    field: str
    says: str
    do: str
    in_gpml: str


def _attribute(name: str) -> str:
    return f'<Attribute Key="org.pathwayreader.{name}" Value="…"/>'


_OF_INTERACTIONS = (
    _Lack(
        "interaction-without-sentence", "sentence",
        "has no sentence", "say in plain words what happens", _attribute("sentence"),
    ),
    _Lack(
        "interaction-without-level", "evidence",
        "has no evidence level", "give it one", _attribute("evidence"),
    ),
    _Lack(
        "interaction-without-references", "references",
        "names no reference", "name the studies behind it", "<BiopaxRef>…</BiopaxRef>",
    ),
)  # fmt: skip
_OF_NODES = (
    _Lack(
        "node-without-section", "section",
        "belongs to no section", "name the one that tells of it", _attribute("section"),
    ),
    _Lack("node-without-term", "term", "has no term", "name its entry in the glossary", _attribute("term")),
)  # fmt: skip


def findings(subject: Subject) -> Iterator[Problem]:
    """Yield what is missing or wrong in the pathway's graph."""
    text, problem = _source(subject)
    survey = subject.survey
    drawn = from_survey(survey) if survey else None
    written: Graph | None = None
    if text is not None:
        try:
            written = from_source(text, read_source(text, SOURCE))
        except SourceError as error:
            yield from (placed(SOURCE, each) for each in error.mistakes)
    if problem is not None:
        yield problem
    for identifier, line in survey.untied if survey else ():
        who = printable(short(identifier))
        message = f"The interaction {who} is not tied to a node at both ends, so it links nothing; tie its ends."
        yield Problem(PATHWAY, line, message, "interaction-untied")
    if graph := written or drawn:
        yield from _of_interactions(graph)
        yield from _of_nodes(graph)
        for route in graph.pathway.routes:
            yield from _of_a_route(route, graph)
        if subject.is_english:
            yield from _too_sure(graph)
    if written and text is not None:
        yield from _unknown(subject, written)
        yield from _old_layout(written, drawn, text)


def _source(subject: Subject) -> tuple[str | None, Problem | None]:
    """Return the text of pathway.toml, None where there is none, and why it cannot be read."""
    if subject.source.is_single_file:
        return None, None
    try:
        found = subject.source.read(SOURCE, LARGEST)
        return decode(SOURCE, found[0]) if found else None, None
    except UnreadableError as error:
        return None, Problem(SOURCE, 0, f"This file {error.reason}. It cannot be laid out.", "unreadable")


def _unknown(subject: Subject, written: Graph) -> Iterator[Problem]:
    """Yield what pathway.toml names and the guide lacks; the compiler looks at pathway.gpml only."""
    yield from check.pathway(
        SOURCE,
        written.pathway,
        written.lines,
        sections={section.id for section, _ in subject.sections},
        terms={node.term for node in written.pathway.nodes if subject.terms.named(node.term)},
        references={each.key for each in subject.compiled.references},
        claims=subject.claims.keys() | claims.names(subject.text(claims.FILE)),
    )


def _of_interactions(graph: Graph) -> Iterator[Problem]:
    labels = {node.id: short(node.label) for node in graph.pathway.nodes}
    names = {
        each.id: f"{short(each.id)} ({labels.get(each.source, '')} to {labels.get(each.target, '')})"
        for each in graph.pathway.interactions
    }
    for lack in _OF_INTERACTIONS:
        yield from _without(lack, "interaction", graph.pathway.interactions, names, graph)


def _of_nodes(graph: Graph) -> Iterator[Problem]:
    names = {each.id: short(each.label or each.id) for each in graph.pathway.nodes}
    for lack in _OF_NODES:
        yield from _without(lack, "node", graph.pathway.nodes, names, graph)


def _without(
    lack: _Lack, sort: str, things: Sequence[Node | Interaction], names: dict[str, str], graph: Graph
) -> Iterator[Problem]:
    """Yield the nodes or interactions that lack something; where all of them do, say it once of the file."""
    lacking = [each for each in things if not _is_given(getattr(each, lack.field))]
    if len(lacking) == len(things) > 1:
        how = f"{lack.field} = …" if graph.file == SOURCE else lack.in_gpml
        where = _ELEMENTS[sort] if graph.file != SOURCE else f"[[{sort}]]"
        message = f"Each of the {len(things)} {sort}s {lack.says}; {lack.do}: write {how} in every {where}."
        yield Problem(graph.file, 0, message, lack.rule)
        return
    for each in lacking:
        message = f"The {sort} {printable(names[each.id])} {lack.says}; {lack.do}."
        yield Problem(graph.file, graph.lines[sort, each.id], message, lack.rule)


def _is_given(value: str | tuple[str, ...]) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def _of_a_route(route: Route, graph: Graph) -> Iterator[Problem]:
    name, count = printable(short(route.title)), len(route.steps)
    if not FEWEST_STEPS <= count <= MOST_STEPS:
        what = "add to it" if count < FEWEST_STEPS else "make two of it"
        steps = "1 step" if count == 1 else f"{count} steps"
        message = f"The route {name} has {steps}; {what}, so that it has {FEWEST_STEPS} to {MOST_STEPS}."
        yield Problem(graph.file, graph.lines["route", route.id], message, "route-length")
    ends = {each.id: {each.source, each.target} for each in graph.pathway.interactions}
    touched: set[str] = set()
    for number, (step, line, caption_line) in enumerate(
        zip(route.steps, graph.steps[route.id], graph.captions[route.id], strict=True), 1
    ):
        here = ends[step.interaction] if step.interaction else {step.node}
        if touched and not touched & here:
            message = f"Step {number} of the route {name} touches no node of an earlier step; go on from one of them."
            yield Problem(graph.file, line, message, "route-broken")
        touched |= here
        words = sum(len(each.words) for each in sentences(step.caption))
        if words > CAPTION:
            message = f"The caption of step {number} of the route {name} has {words} words; {CAPTION} are enough."
            yield Problem(graph.file, caption_line, message, "caption-long")


def _too_sure(graph: Graph) -> Iterator[Problem]:
    """Yield the sentences and captions that sound surer than the evidence of their interaction."""
    levels = {each.id: each.evidence for each in graph.pathway.interactions if each.evidence in LEVELS[1:]}
    said = [(each.id, each.sentence, graph.lines["interaction", each.id]) for each in graph.pathway.interactions]
    for route in graph.pathway.routes:
        lines = graph.captions[route.id]
        said += [(step.interaction, step.caption, line) for step, line in zip(route.steps, lines, strict=True)]
    for identifier, text, line in said:
        level = levels.get(identifier)
        word = first_sure_word(text, level) if level else None
        if word is not None:
            message = too_sure(word[0], short(identifier), level or "")
            yield Problem(graph.file, line, message, "certainty")


def _old_layout(written: Graph, drawn: Graph | None, text: str) -> Iterator[Problem]:
    """Yield the first thing in which pathway.gpml differs from what `layout` would write now."""
    if drawn is None:
        yield Problem(SOURCE, 0, f"There is no {PATHWAY} yet, so no pathway is shown; {_LAY_OUT}.", "layout-old")
        return
    now, then = _read_back(written.pathway), drawn.pathway
    for key in ("title", "description"):
        if getattr(now, key) != getattr(then, key):
            message = f"{PATHWAY} shows another {key}; {_LAY_OUT}."
            yield Problem(SOURCE, line_of_key(text, key), message, "layout-old")
            return
    for sort in _SORTS:
        ours, theirs = ({each.id: each for each in getattr(graph, f"{sort}s")} for graph in (now, then))
        for identifier, each in ours.items():
            other = theirs.get(identifier)
            if each != other:
                how = f"with {_differing(each, other)}" if other else "not at all"
                message = f"{PATHWAY} shows the {sort} {printable(identifier)} {how}; {_LAY_OUT}."
                yield Problem(SOURCE, written.lines[sort, identifier], message, "layout-old")
                return
        for identifier in theirs.keys() - ours.keys():
            message = f"The {sort} {printable(identifier)} is not in {SOURCE}; {_LAY_OUT}, or write it there."
            yield Problem(PATHWAY, drawn.lines.get((sort, identifier), 0), message, "layout-old")
            return
        if list(ours) != list(theirs):
            message = f"{PATHWAY} shows the {sort}s in another order; {_LAY_OUT}."
            yield Problem(SOURCE, 0, message, "layout-old")
            return


def _differing(one: NamedTuple, other: NamedTuple) -> str:
    """Return what is another in the second of two records of a kind."""
    first = next(name for name in one._fields if getattr(one, name) != getattr(other, name))
    return f"other {first}" if first.endswith("s") else f"another {first}"


def _read_back(pathway: Pathway) -> Pathway:
    """Return a graph as it comes back from a file: white space and letters that XML cannot hold make no difference."""
    box, line = (0.0, 0.0, 1.0, 1.0), ((0.0, 0.0), (1.0, 1.0))
    nowhere = Plan(
        1, 1, {node.id: box for node in pathway.nodes}, {node.id: [node.label] for node in pathway.nodes},
        {stage.id: box for stage in pathway.stages}, {each.id: line for each in pathway.interactions}, {},
    )  # fmt: skip
    return gpml.survey(write(pathway, nowhere, {}, ""), PATHWAY).pathway
