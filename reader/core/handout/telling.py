"""A pathway, or one route through it, in sentences for paper, each with the references that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.core.description import describe
from reader.core.handout.nesting import Nested
from reader.core.handout.runs import Cutter
from reader.core.pathway import Pathway, Route
from reader.core.sentences import sentence, with_certainty

MOST_SENTENCES = 300  # some eight pages
_SHORTENED = "The pathway is told in its first {:,} sentences; {:,} more were left out."


class _Sentence(NamedTuple):
    text: str  # with how sure it is
    references: tuple[str, ...]  # keys


def told(pathway: Pathway, route: Route | None, cutter: Cutter) -> tuple[list[Nested], list[str]]:
    """Return stages (stage, sentences: the runs of each), and what is to be said of sentences that were left out.

    A route has one stage without a name, and its steps in order: they have numbers.
    """
    room, left_out, stages = MOST_SENTENCES, 0, []
    for stage, every in [("", _of_route(pathway, route))] if route is not None else _of_whole(pathway):
        runs = [cutter.citing(*each) for each in every[:room]]
        if runs:
            stages.append({"stage": cutter.plain(stage), "sentences": runs})
        left_out += len(every) - len(runs)
        room -= len(runs)
    return stages, [_SHORTENED.format(MOST_SENTENCES, left_out)] if left_out else []


def _of_route(pathway: Pathway, route: Route) -> list[_Sentence]:
    steps = ((step.caption, pathway.interaction(step.interaction)) for step in route.steps)
    return [_Sentence(with_certainty(text, each), each.references if each else ()) for text, each in steps]


def _of_whole(pathway: Pathway) -> Iterator[tuple[str, list[_Sentence]]]:
    """Yield the sentences stage by stage; what a drawing shows many times is said once in each."""
    for part in describe(pathway).parts:
        references: dict[str, dict[str, None]] = {}
        for each in (each for node in part.nodes for each in node.onward):
            text = with_certainty(sentence(each, pathway), each)
            references.setdefault(text, {}).update(dict.fromkeys(each.references))
        yield part.title, [_Sentence(text, tuple(keys)) for text, keys in references.items()]
