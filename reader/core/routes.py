"""Routes between two ends of a pathway: the shortest, the best supported, and a few others, without listing them all.

A route follows interactions in their direction (`relations.Relation.leads`). What studies contradict is no step of one.
What acts on a group acts on its members, and what a member does its group does: a route may pass from one to the other.
So it may from one member of a complex to another (`Pathway.near`): who tells a route says so where it does.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.core.evidence import CONTRADICTED, LEVELS
from reader.core.relations import relation

if TYPE_CHECKING:
    from reader.core.pathway import Interaction, Pathway

_SHORTEST = 3  # routes, the shortest first: who wants more asks for something nearer
_LONGER = 3  # steps by which they may be longer
_LOOKS = 400  # beginnings of routes that are looked at: bounds the time in a web of equal routes
_DOUBT = {level: rank for rank, level in enumerate(LEVELS)}  # contradicted is the last of them


class Found(NamedTuple):
    """Routes from one end to another; each is its interactions in order."""

    shortest: tuple[Interaction, ...] = ()  # () where there is no route
    best: tuple[Interaction, ...] = ()  # the best supported; often the same
    others: tuple[tuple[Interaction, ...], ...] = ()  # next to these, at most two
    refuted: tuple[Interaction, ...] = ()  # what studies do not support of a route that would else be the shortest
    refutes_direct: bool = False  # that route would have one step


class Web:
    """The interactions of a pathway that lead on, ready for many questions.

    Of several between the same two nodes, the best supported counts. With *contradicted*, what studies do not support
    is there, too; with *undirected*, what tells no direction, both ways.
    """

    def __init__(self, pathway: Pathway, *, contradicted: bool = False, undirected: bool = False) -> None:
        self.near = pathway.near
        best: dict[tuple[str, str], Interaction] = {}
        for each in _followed(pathway, contradicted=contradicted, undirected=undirected):
            ends = (each.source, each.target)
            if ends not in best or doubt(each) < doubt(best[ends]):
                best[ends] = each
        self._leaving: defaultdict[str, list[Interaction]] = defaultdict(list)
        self._entering: defaultdict[str, list[Interaction]] = defaultdict(list)
        for each in best.values():
            self._leaving[each.source].append(each)
            self._entering[each.target].append(each)
        self._base = len(best) + 1  # no route has so many steps, so a number of that base holds how many are of a sort
        self._backs: dict[bool, dict[str, list[tuple[str, int]]]] = {}  # made when asked for: most need one of two

    def after(self, node: str) -> Iterator[Interaction]:
        """Yield what leads on from a node, its groups, and its members."""
        return (each for near in self.near(node) for each in self._leaving.get(near, ()))

    def before(self, node: str) -> Iterator[Interaction]:
        """Yield what leads to a node, its groups, and its members."""
        return (each for near in self.near(node) for each in self._entering.get(near, ()))

    def routes(
        self, starts: Collection[str], goals: Collection[str], count: int = 1, *, best: bool = False
    ) -> list[tuple[Interaction, ...]]:
        """Return up to *count* routes that pass no node twice, those with the fewest steps first.

        As *best*, those with the fewest steps first about which nobody said how sure they are, then with the fewest
        weak ones, then with the fewest mixed ones: a chain is no stronger than its weakest link.
        """
        if not starts:
            return []
        costs = self._costs(best=best)
        more = 0 if count == 1 else _LONGER * costs[0]
        ahead = self._costs_ahead(starts, goals, self._back(best=best), more)
        arrived = {near for goal in goals for near in self.near(goal)}
        # Of beginnings with the same cost ahead, the longest goes on first: it is the nearest to the goal.
        waiting: list[tuple[int, int, int, str, tuple[Interaction, ...]]] = []
        waiting += [(0, 0, number, start, ()) for number, start in enumerate(starts)]
        number = len(waiting)
        found: list[tuple[Interaction, ...]] = []
        for _ in range(_LOOKS):
            if not waiting or len(found) == count:
                break
            cost, _, _, node, steps = heapq.heappop(waiting)
            if steps and node in arrived:
                found.append(steps)
                continue
            gone = cost - (ahead[node] if steps else 0)
            passed = {*starts, *(each.target for each in steps)}
            for each in self.after(node):
                # A route may lead back to where it began, and leave a group by a member, unless it was there already.
                is_new = each.target in arrived or each.target not in passed
                if is_new and each.target in ahead and (each.source == node or each.source not in passed):
                    number += 1
                    total = gone + costs[doubt(each)] + ahead[each.target]
                    heapq.heappush(waiting, (total, -len(steps), number, each.target, (*steps, each)))
        return found

    def _costs_ahead(
        self, starts: Collection[str], goals: Collection[str], back: dict[str, list[tuple[str, int]]], more: int
    ) -> dict[str, int]:
        """Return the cost from each node to the nearest goal, of those on routes that cost *more* than the cheapest at
        most. Dijkstra, backwards; a node's groups and members are at no cost from it.
        """
        ahead: dict[str, int] = {}
        nearest: dict[str, int] = {}  # what waits, so that nothing waits twice at the same cost or a higher one
        waiting = [(0, goal) for goal in goals]
        begun = {near for start in starts for near in self.near(start)}
        most = -1  # not known yet
        while waiting:
            cost, node = heapq.heappop(waiting)
            if most < 0 < cost and node in begun:
                most = cost + more
            if 0 <= most < cost:
                break
            for near in self.near(node):
                if near not in ahead:
                    ahead[near] = cost
                    for source, step in back.get(near, ()):
                        total = cost + step
                        if source not in nearest or total < nearest[source]:
                            nearest[source] = total
                            heapq.heappush(waiting, (total, source))
        return ahead

    def _back(self, *, best: bool) -> dict[str, list[tuple[str, int]]]:
        """Return by node what leads to it, and at what cost: `_costs_ahead` goes through it by the thousand."""
        if best not in self._backs:
            costs = self._costs(best=best)
            self._backs[best] = {
                end: [(each.source, costs[doubt(each)]) for each in every] for end, every in self._entering.items()
            }
        return self._backs[best]

    def _costs(self, *, best: bool) -> list[int]:
        """Return what a step adds, by its doubt: of two routes with as many steps, the better supported is cheaper."""
        base = self._base
        unsure = [0, *(base**rank for rank in range(1, len(LEVELS)))]
        return [each * base + 1 if best else base ** len(LEVELS) + each for each in unsure]


def web(pathway: Pathway, *, contradicted: bool = False, undirected: bool = False) -> Web:
    """Return the web of a pathway; it is made when it is first asked for, and kept with the pathway."""
    kind = (contradicted, undirected)
    if kind not in pathway.webs:
        pathway.webs[kind] = Web(pathway, contradicted=contradicted, undirected=undirected)
    return pathway.webs[kind]


def doubt(each: Interaction) -> int:
    """Return how unsure an interaction is: 0 well supported, 1 mixed, 2 weak, 3 where nobody said or contradicted."""
    return _DOUBT.get(each.evidence, len(LEVELS) - 1)


def find(pathway: Pathway, starts: Collection[str], goals: Collection[str]) -> Found:
    """Return the routes from any of the nodes *starts* to any of *goals*, ids all; each has at least one step."""
    known = web(pathway)
    short = known.routes(starts, goals, _SHORTEST)
    best = next(iter(known.routes(starts, goals, best=True)), ()) if short else ()
    has_old = any(each.evidence == CONTRADICTED for each in pathway.interactions)  # never in strangers' pathways
    old = next(iter(web(pathway, contradicted=True).routes(starts, goals)), ()) if has_old else ()
    refuted = tuple(each for each in old if each.evidence == CONTRADICTED)
    others = tuple(route for route in short[1:] if route != best)
    return Found(short[0] if short else (), best, others, refuted, len(refuted) == len(old) == 1)


def _followed(pathway: Pathway, *, contradicted: bool, undirected: bool) -> Iterator[Interaction]:
    """Yield the interactions between two known nodes along which one may go."""
    known = {node.id for node in pathway.nodes}
    leading = {name: relation(name).leads for name in {each.relation for each in pathway.interactions}}
    for each in pathway.interactions:
        is_between = each.source in known and each.target in known and each.source != each.target
        if not is_between or (each.evidence == CONTRADICTED and not contradicted):
            continue
        leads = leading[each.relation]
        if leads or undirected:
            yield each
        if each.both_ways if leads else undirected:
            yield each._replace(source=each.target, target=each.source)
