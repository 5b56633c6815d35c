"""How does one thing lead to another? The answer in sentences, each as sure as its evidence, the whole no surer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.core.evidence import LEVELS
from reader.core.pathway import Route, Step
from reader.core.routes import Web, doubt, find, web
from reader.core.sentences import begun, belonging, called, is_plural, sentence, together

if TYPE_CHECKING:
    from reader.core.pathway import Interaction, Node, Pathway

# Only: the shortest is the best supported, too. Where nobody said how sure any step is, none is the best supported.
Sort = Literal["shortest", "best", "only", "other"]

STEP_BY_STEP = "Each step is told by itself. This does not show that the whole way happens in anybody."
HOLDS_BACK = "A step that inhibits holds back what comes after it."
_GROUPED = 100  # things of one group that are tried: bounds the time
_NOBODY_SAID = "This pathway does not say how sure its steps are."


class Way(NamedTuple):
    """One route, told."""

    sort: Sort
    route: Route  # to be walked like those of the authors; its steps are interactions, or tell what is part of what
    interactions: tuple[Interaction, ...]

    @property
    def least_sure(self) -> str:
        """The level of its least supported step, a key of evidence.WORDS; "" where nobody said of one."""
        return max(self.interactions, key=doubt).evidence

    @property
    def amount(self) -> str:
        """How many steps it has, and how sure the least sure is: the best supported may still be weak."""
        steps, sure = counted(len(self.route.steps)), self.least_sure
        if not sure:
            return steps
        if len(self.interactions) == 1:
            return f"{steps}, {sure}"
        return f"{steps}, all {sure}" if sure == LEVELS[0] else f"{steps}, least sure: {sure}"


class Answer(NamedTuple):
    """What a pathway says about how one thing leads to another."""

    start: str  # what it was about, as the pathway calls it
    goal: str
    ways: tuple[Way, ...]  # the shortest, the best supported where that is another, and a few more; () for none
    refuted: tuple[Interaction, ...] = ()  # old ideas of how: studies do not support them, and no way uses them
    refutes_direct: bool = False  # whether that is one step from the start to the goal
    back: Way | None = None  # where there is no way: the shortest from the goal to the start
    tied: tuple[Interaction, ...] = ()  # where there is no way: what ties the two, with lines that say no direction
    untied: tuple[str, ...] = ()  # where there is no way: those of the two names that no line ties to anything
    grouped: tuple[str, ...] = ()  # where there is no way: sentences about what is drawn beside the two and has one
    hidden: int = 0  # how many ways there are besides, by lines that are hidden

    @property
    def none_known(self) -> str:
        """The sentence that there is no way; "" where there is one."""
        if self.ways:
            return ""
        ends = f"from {self.start} to {self.goal}" if self.start != self.goal else f"from {self.start} back to it"
        if self.hidden:
            return f"There is no route {ends} without the lines that are hidden."
        lone = f" No line ties {' or '.join(self.untied)} to anything." if self.untied else ""
        return " ".join((f"No route is known in this pathway {ends}.{lone}", *self.grouped))

    @property
    def closing(self) -> tuple[str, ...]:
        """What is to be kept in mind about these ways, each sentence once."""
        ways = (*self.ways, self.back) if self.back is not None else self.ways
        return tuple(dict.fromkeys(way.route.closing for way in ways if way.route.closing))


def answer(
    pathway: Pathway, starts: Sequence[Node], goals: Sequence[Node], hidden: Collection[str] = frozenset()
) -> Answer:
    """Return how any of *starts* leads to any of *goals*: the nodes that bear one name, and those of another.

    Neither may be empty. Each step is a sentence of its own: that one thing inhibits another, which activates a third,
    is not made into a claim about the first and the third. No way uses interactions whose ids are in *hidden*; how many
    would is said.
    """
    whole = _answer(pathway, pathway, starts, goals)
    if not hidden:
        return whole
    more = sum(any(each.id in hidden for each in way.interactions) for way in whole.ways)
    seen = _answer(pathway, pathway.without(hidden), starts, goals)
    return seen._replace(refuted=whole.refuted, refutes_direct=whole.refutes_direct, hidden=more)


def _answer(pathway: Pathway, seen: Pathway, starts: Sequence[Node], goals: Sequence[Node]) -> Answer:
    """Return the answer by what is *seen* of the pathway; it is told as the whole pathway tells it."""
    asked = _Ends([node.id for node in starts], [node.id for node in goals])
    names = called(starts[0], pathway), called(goals[0], pathway)
    found = find(seen, *asked)
    answered = Answer(*names, (), found.refuted, found.refutes_direct)
    if found.shortest:
        is_both = found.best == found.shortest and any(each.evidence in LEVELS for each in found.best)
        sorts: dict[tuple[Interaction, ...], Sort] = {found.shortest: "only" if is_both else "shortest"}
        sorts.setdefault(found.best, "best")
        sorts |= dict.fromkeys(found.others, "other")
        ways = (_way(pathway, steps, asked, names, sort) for steps, sort in sorts.items())
        return answered._replace(ways=tuple(_unlike(ways)))
    turned = next(iter(web(seen).routes(*asked.turned)), ())
    tied = next(iter(web(seen, undirected=True).routes(*asked)), ())
    return answered._replace(
        back=_way(pathway, turned, asked.turned, (names[1], names[0])) if turned else None,
        tied=tuple(each for step in tied if (each := pathway.interaction(step.id)) is not None),
        untied=tuple(name for name, ids in zip(names, asked, strict=True) if not _is_tied(pathway, ids)),
        grouped=tuple(_grouped(pathway, web(seen), asked, names)),
    )


def _grouped(pathway: Pathway, known: Web, asked: _Ends, names: tuple[str, str]) -> Iterator[str]:
    """Yield what stands in a group with one of the two and has a route to or from the other, in a sentence each.

    What a member of a family does, the others may not do: no route goes through them, but it is worth asking for.
    """
    start, goal = names
    for steps in known.routes(_beside(pathway, asked.starts), asked.goals):
        other = called(pathway.node(steps[0].source), pathway)
        yield f"{_drawn(start)} in one group with {other}, from which there is a route."
    for steps in known.routes(asked.starts, _beside(pathway, asked.goals)):
        other = called(pathway.node(steps[-1].target), pathway)
        yield f"{_drawn(goal)} in one group with {other}, to which there is a route."


def _drawn(name: str) -> str:
    return begun(f"{name} {'are' if is_plural(name) else 'is'} drawn")


def _beside(pathway: Pathway, nodes: Sequence[str]) -> list[str]:
    """Return the ids of what stands in a group with one of these nodes."""
    groups = dict.fromkeys(group for node in nodes for group in pathway.groups(node))
    members = dict.fromkeys(member.id for group in groups for member in pathway.members(group))
    return [member for member in members if member not in nodes and member not in groups][:_GROUPED]


def counted(steps: int) -> str:
    """Return a number of steps in words."""
    return "1 step" if steps == 1 else f"{steps} steps"


def _is_tied(pathway: Pathway, nodes: Sequence[str]) -> bool:
    return any(pathway.touching(near) for node in nodes for near in pathway.near(node))


def _unlike(ways: Iterable[Way]) -> Iterator[Way]:
    """Yield the ways that say something else than those before: things of one name may be drawn many times."""
    told = set()
    for way in ways:
        words = (*(step.caption for step in way.route.steps), *(each.evidence for each in way.interactions))
        if words not in told:
            told.add(words)
            yield way


class _Ends(NamedTuple):
    """The ids that routes begin and end at."""

    starts: Sequence[str]
    goals: Sequence[str]

    @property
    def turned(self) -> _Ends:
        return _Ends(self.goals, self.starts)


def _way(
    pathway: Pathway, steps: tuple[Interaction, ...], ends: _Ends, names: tuple[str, str], sort: Sort = "only"
) -> Way:
    told = tuple(_steps(pathway, steps, ends))
    start, goal = names
    title = f"From {start} to {goal}" if start != goal else f"From {start} back to it"
    return Way(sort, Route("", title, "", _closing(steps), told), steps)


def _steps(pathway: Pathway, steps: Sequence[Interaction], ends: _Ends) -> Iterator[Step]:
    """Yield the steps, and between them what is part of what, where one does not begin at the node that the last ended
    at but at its group, at a member, or at another member of its complex. These have no interaction: nobody drew them.
    """
    here = _among(ends.starts, pathway.near(steps[0].source))
    for each in steps:
        if here != each.source:
            yield _passing(pathway, here, each.source)
        yield Step(each.id, "", sentence(each, pathway))
        here = each.target
    if (there := _among(ends.goals, pathway.near(here))) != here:
        yield _passing(pathway, here, there)


def _among(ends: Sequence[str], near: Sequence[str]) -> str:
    """Return the first of *near* that is one of *ends*: the node itself, or else a group or a member of it."""
    return next((each for each in near if each in ends), near[0])


def _passing(pathway: Pathway, one: str, other: str) -> Step:
    """Return the step that says what is part of what, from one node to another that is near it."""
    if other in pathway.groups(one):
        said = belonging(one, other, pathway)
    elif one in pathway.groups(other):
        said = belonging(other, one, pathway)
    else:
        said = together(one, other, pathway)
    return Step("", other, said, one)


def _closing(steps: Sequence[Interaction]) -> str:
    """Return what is to be kept in mind about a route as a whole; "" for one well known step."""
    said = []
    if len(steps) > 1:
        said.append(STEP_BY_STEP)
    if not any(each.evidence in LEVELS for each in steps):
        said.append(_NOBODY_SAID)
    if any(each.relation == "inhibits" for each in steps[:-1]):
        said.append(HOLDS_BACK)
    return " ".join(said)
