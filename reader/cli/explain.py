"""`explain`: how one thing in a pathway leads to another, what lies before or after it, or the whole of it as text."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.answer import Answer, Way
    from reader.core.guide import Guide
    from reader.core.node_names import NodeNames
    from reader.core.pathway import Interaction, Node, Pathway, Step

LONGEST_SAID = 60  # letters of what was asked for
_OLD = "Old ideas that studies do not support"
_MORE = (
    "With --from alone, all that it leads to is told, by the steps it takes; with --to alone, all that leads to it;"
    " with neither, the whole pathway. --json needs both and writes one object. Its keys are always there, in this"
    " order: from and to, each with query, label and nodes (ids); routes, each with sort (shortest, best, other, or"
    " only: the shortest is the best supported; best has the fewest steps about which nobody said how sure they are,"
    " then the fewest weak ones, then mixed ones), least_sure, steps and closing; not_supported, interactions that no"
    " route uses; back, where no route is known one from the end to the beginning, or null; tied, interactions that"
    " tie the two and say no direction. Interactions and steps have id (empty where a step says what is part of what),"
    " sentence, from and to (ids of nodes), relation, evidence and references (key, number). The command returns 1"
    " where no route is known, and where an end is not in the pathway: then the nearest names are on standard error."
)
_SORTS = {
    "shortest": "The shortest route",
    "best": "The best supported route",
    "only": "The shortest and best supported route",
    "other": "Another route",
}


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("explain", help="say how one thing in a pathway leads to another", epilog=_MORE)
    command.add_argument("guide", nargs="?", metavar="GUIDE", help="a folder, a file or an installed guide's id")
    command.add_argument("--from", dest="start", metavar="NAME", help="what to begin at, such as cytokines")
    command.add_argument("--to", dest="goal", metavar="NAME", help="what to end at, such as fatigue")
    command.add_argument("--json", action="store_true", help="write JSON")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the answer; where an end is unknown, name the nearest and return 1; 1, too, where no route is known."""
    from reader.cli import output
    from reader.cli.library import library
    from reader.core.node_names import NodeNames

    is_question = args.start is not None and args.goal is not None
    if args.json and not is_question:
        raise ReaderError("--json needs --from and --to.")
    guide = library().open(args.guide)
    if guide.pathway is None:
        raise ReaderError("This guide has no pathway.")
    names = NodeNames(guide.pathway, guide)
    asked = [words for words in (args.start, args.goal) if words is not None]
    ends = [names.meant(words) for words in asked]
    for words, nodes in zip(asked, ends, strict=True):
        if not nodes:
            output.message(_not_found(names, words))
    if not all(ends):
        return 1
    if is_question:
        return _answer(guide, guide.pathway, asked, ends, is_json=args.json)
    told = _traced(guide, guide.pathway, ends[0], is_upstream=args.start is None) if ends else _whole(guide.pathway)
    for line in told:
        output.result(line)
    return 0


def _answer(guide: Guide, pathway: Pathway, asked: list[str], ends: list[tuple[Node, ...]], *, is_json: bool) -> int:
    from reader.cli import output
    from reader.core.answer import answer

    answered = answer(pathway, ends[0], ends[1])
    if is_json:
        ways = zip(("from", "to"), asked, (answered.start, answered.goal), ends, strict=True)
        said = {key: {"query": q, "label": label, "nodes": [node.id for node in n]} for key, q, label, n in ways}
        output.json_result({**said, **as_data(guide, pathway, answered)})
    else:
        for line in lines(guide, pathway, answered):
            output.result(line)
    return int(not answered.ways)


def lines(guide: Guide, pathway: Pathway, answered: Answer) -> Iterator[str]:
    """Yield an answer as text, a line for each step: the terminal breaks what is too long."""
    if not answered.ways:
        yield answered.none_known
    else:
        yield answered.ways[0].route.title
    for way in answered.ways:
        yield from _way(guide, pathway, way, _SORTS[way.sort])
    if answered.refuted:
        title = "Studies do not support a direct link" if answered.refutes_direct else _OLD
        yield from _list(guide, pathway, title, _unmarked(answered.refuted))
    if answered.back is not None:
        yield from _way(
            guide, pathway, answered.back, f"There is a route the other way, from {answered.goal} to {answered.start}"
        )
    if answered.tied:
        yield from _list(
            guide, pathway, "This ties the two, but does not say that one leads to the other", answered.tied
        )
    yield from (*answered.closing, "") if answered.closing else ()
    ways = (*answered.ways, answered.back) if answered.back else answered.ways
    told = (each for way in ways for each in way.interactions)
    yield from _references(guide, (*told, *answered.refuted, *answered.tied))


def _way(guide: Guide, pathway: Pathway, way: Way, title: str) -> Iterator[str]:
    yield f"{title} ({way.amount}):"
    for number, step in enumerate(way.route.steps, start=1):
        each = pathway.interaction(step.interaction)
        yield f"{number}. {_sentence(guide, pathway, each) if each is not None else step.caption}"
    yield ""


def _list(guide: Guide, pathway: Pathway, title: str, every: Iterable[Interaction]) -> Iterator[str]:
    yield f"{title}:"
    yield from (f"- {_sentence(guide, pathway, each)}" for each in every)
    yield ""


def _sentence(guide: Guide, pathway: Pathway, each: Interaction) -> str:
    """Return an interaction as a sentence with how sure it is and the numbers of its references."""
    from reader.core.sentences import sentence, with_certainty

    numbers = [str(found.number or found.key) for key in each.references if (found := guide.reference(key))]
    return with_certainty(sentence(each, pathway), each) + (f" [{', '.join(numbers)}]" if numbers else "")


def _unmarked(every: Iterable[Interaction]) -> Iterator[Interaction]:
    """Yield interactions without their level, where a title says it of all."""
    return (each._replace(evidence="") for each in every)


def _references(guide: Guide, told: Iterable[Interaction]) -> Iterator[str]:
    """Yield the references of all that is told, by number."""
    keys = dict.fromkeys(key for each in told for key in each.references)
    found = [reference for key in keys if (reference := guide.reference(key))]
    yield from ("References",) if found else ()
    for each in sorted(found, key=lambda each: (each.number == 0, each.number)):
        yield f"{each.number or each.key}. {each.text}"


def _traced(guide: Guide, pathway: Pathway, nodes: tuple[Node, ...], *, is_upstream: bool) -> Iterator[str]:
    """Yield all that leads to a node, or that it leads to, by the steps that it takes."""
    from reader.core.answer import HOLDS_BACK, STEP_BY_STEP
    from reader.core.sentences import called
    from reader.core.tracing import trace

    traced = trace(pathway, [node.id for node in nodes], "upstream" if is_upstream else "downstream")
    name = called(nodes[0], pathway)
    if not traced.layers:
        yield f"This pathway shows nothing that {f'leads to {name}' if is_upstream else f'{name} leads to'}."
    sides = "before" if is_upstream else "after"
    parts: list[tuple[str, Iterable[Interaction]]] = [
        (f"{depth} step{'s' * (depth != 1)} {sides} {name}", layer.interactions)
        for depth, layer in enumerate(traced.layers, start=1)
    ]
    parts += [(_OLD, tuple(_unmarked(traced.refuted))), ("Without a direction", traced.undirected)]
    for title, every in parts:
        if every:
            yield from _list(guide, pathway, title, every)
    if len(traced.layers) > 1:
        yield STEP_BY_STEP
    if any(each.relation == "inhibits" for layer in traced.layers[:-1] for each in layer.interactions):
        yield HOLDS_BACK
    yield from ("",) if len(traced.layers) > 1 else ()
    yield from _references(guide, itertools.chain.from_iterable(every for _, every in parts))


def _whole(pathway: Pathway) -> Iterator[str]:
    from reader.core.description import describe

    return describe(pathway).lines(pathway)


def as_data(guide: Guide, pathway: Pathway, answered: Answer) -> dict[str, Any]:
    """Return an answer as plain data, with the keys that the help tells of, but for from and to."""

    def told(every: Iterable[Interaction]) -> list[dict[str, Any]]:
        return [_interaction(guide, pathway, each) for each in every]

    def way(found: Way) -> dict[str, Any]:
        steps = [_step(guide, pathway, step) for step in found.route.steps]
        return {"sort": found.sort, "least_sure": found.least_sure, "steps": steps, "closing": found.route.closing}

    return {
        "routes": [way(each) for each in answered.ways],
        "not_supported": told(answered.refuted),
        "back": way(answered.back) if answered.back is not None else None,
        "tied": told(answered.tied),
    }


def _step(guide: Guide, pathway: Pathway, step: Step) -> dict[str, Any]:
    each = pathway.interaction(step.interaction)
    if each is not None:
        return _interaction(guide, pathway, each)
    nothing = dict.fromkeys(("relation", "evidence"), "")
    return {"id": "", "sentence": step.caption, "from": step.beside, "to": step.node, **nothing, "references": []}


def _interaction(guide: Guide, pathway: Pathway, each: Interaction) -> dict[str, Any]:
    from reader.core.sentences import sentence

    found = (guide.reference(key) for key in each.references)
    return {
        "id": each.id,
        "sentence": sentence(each, pathway),
        "from": each.source,
        "to": each.target,
        "relation": each.relation,
        "evidence": each.evidence,
        "references": [{"key": one.key, "number": one.number} for one in found if one is not None],
    }


def _not_found(names: NodeNames, words: str) -> str:
    asked = words.strip(' "“”‘’')
    said = asked if len(asked) <= LONGEST_SAID else f"{asked[: LONGEST_SAID - 1]}…"
    near = [f"{each.label} ({each.said})" if each.said else each.label for each in names.nearest(words)]
    return f"Nothing in this pathway is called “{said}”." + (f" Nearest: {', '.join(near)}." if near else "")
