"""What the rows of the list say: a row holds its words, and makes what is inside it when that is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.core.pathway import Interaction, Pathway, Route
from reader.core.sentences import called, certainty, listed, sentence

if TYPE_CHECKING:
    from reader.core.description import Told

HEADING, TEXT, ROUTE, STEP, CLOSING = "heading", "text", "route", "step", "closing"
NODE, BEFORE, LINK = "node", "before", "interaction"
MOST_IN_PART = 200  # nodes; of more nobody keeps the order in mind: they stand by their names, a hundred a row
AT_ONCE = 100
NAMED = 3  # of the things in a part that has no title of its own
LONGEST_ABOUT = 300  # characters; a stranger's description is an article of its own, and stands there


class Row:
    """One row of the list."""

    def __init__(self, sort: str, key: str, text: str, note: str = "", evidence: str = "") -> None:
        self.sort = sort  # one of the words above
        self.key = key  # of a node, an interaction or a route
        self.text = text
        self.note = note  # a second line: how sure it is, and by which references
        self.evidence = evidence  # a key of evidence.WORDS, or ""
        self.amount = ""  # how much is inside, in words; said, not shown
        self.step = 0  # which of a route's steps; their number for the closing words
        self.above: Row | None = None
        self.place = 0  # among the rows inside the one above
        self.number = 0  # among all rows that were made
        self._inside: list[Row] | None = []
        self._make: Callable[[], Iterator[Row]] | None = None

    def holds(self, make: Callable[[], Iterator[Row]]) -> Row:
        """Let *make* yield what is inside, one row at least, when that is first asked for; return this row."""
        self._inside, self._make = None, make
        return self

    @property
    def has_inside(self) -> bool:
        """Whether there are rows inside."""
        return self._inside is None or bool(self._inside)

    @property
    def inside(self) -> list[Row]:
        """The rows inside."""
        if self._inside is None and self._make is not None:
            self._inside = list(self._make())
            for place, row in enumerate(self._inside):
                row.above, row.place = self, place
        return self._inside or []

    @property
    def depth(self) -> int:
        """How many rows it stands in."""
        return self.above.depth + 1 if self.above is not None and self.above.above is not None else 0

    def said(self, lit: str = "") -> str:
        """Return what a screen reader says: the words, what is inside, which of how many, and as what it is *lit*."""
        alike = [row for row in self.above.inside if row.sort == self.sort] if self.above is not None else []
        place = _tr("{0} of {1}").format(alike.index(self) + 1, len(alike)) if len(alike) > 1 else ""
        said = (self.text, self.note, self.amount, "" if self.sort == TEXT else place, lit)
        return ". ".join(each.rstrip(".").replace(" · ", ", ") for each in said if each)


def top(pathway: Pathway, numbers: Mapping[str, int]) -> Row:
    """Return a row, never shown itself, that holds all others of a pathway.

    *numbers* are those of the references in the text, by their keys.
    """
    return Row(HEADING, "", pathway.title).holds(_Telling(pathway, numbers).rows)


class _Telling:
    """Tells a pathway row by row: what it is, its routes, then each part with its nodes and what is known of them."""

    def __init__(self, pathway: Pathway, numbers: Mapping[str, int]) -> None:
        self._pathway = pathway
        self._numbers = numbers

    def rows(self) -> Iterator[Row]:
        """Yield the outermost rows."""
        from reader.core.description import describe  # late: most readers look at the drawing

        told = describe(self._pathway)
        yield from (Row(TEXT, "", text) for text in told.about if len(text) <= LONGEST_ABOUT)
        if routes := self._pathway.routes:
            row = Row(HEADING, "", _tr("Routes")).holds(partial(map, self._route, routes))
            row.amount = _tr("1 route") if len(routes) == 1 else _tr("{0} routes").format(len(routes))
            yield row
        for part in told.parts:
            note = "" if self._pathway.stages else self._among(part.nodes)
            if part.title:
                yield self._part(part.title, part.nodes, note)
            else:
                yield from self._nodes(part.nodes)

    def _among(self, nodes: Sequence[Told]) -> str:
        """Return which things there are in a part: "APP, BACE1, PSEN1 and 12 more"."""
        names = [called(each.node, self._pathway) for each in nodes[:NAMED]]
        rest = len(nodes) - len(names)
        return listed([*names, _tr("{0} more").format(rest)] if rest else names)

    def _nodes(self, nodes: Sequence[Told]) -> Iterator[Row]:
        if len(nodes) <= MOST_IN_PART:
            yield from self._each_once(nodes)
            return
        by_name = sorted(nodes, key=lambda told: told.name.casefold())
        for first in range(0, len(by_name), AT_ONCE):
            some = by_name[first : first + AT_ONCE]
            ends = (called(each.node, self._pathway) for each in (some[0], some[-1]))
            yield self._part(_tr("{0} to {1}").format(*ends), some)

    def _each_once(self, nodes: Sequence[Told]) -> Iterator[Row]:
        """Yield a row for each node; those of which all is told alike stand in one, that says how many they are."""
        alike: dict[object, list[Told]] = {}
        for told in nodes:
            alike.setdefault(told.node.id if told.onward else told[1:], []).append(told)
        for same in alike.values():
            if len(same) == 1:
                yield self._node(same[0])
            else:
                note = _tr("Drawn {0} times").format(len(same))
                yield Row(HEADING, "", same[0].name, note).holds(partial(self._numbered, same))

    def _numbered(self, alike: Sequence[Told]) -> Iterator[Row]:
        for number, told in enumerate(alike, start=1):
            yield self._node(told._replace(name=_tr("{0}, {1} of {2}").format(told.name, number, len(alike))))

    def _part(self, title: str, nodes: Sequence[Told], note: str = "") -> Row:
        row = Row(HEADING, "", title, note).holds(partial(self._nodes, nodes))
        row.amount = _tr("1 thing") if len(nodes) == 1 else _tr("{0} things").format(len(nodes))
        return row

    def _route(self, route: Route) -> Row:
        steps = _tr("1 step") if len(route.steps) == 1 else _tr("{0} steps").format(len(route.steps))
        return Row(ROUTE, route.id, route.title, steps).holds(partial(self._steps, route))

    def _steps(self, route: Route) -> Iterator[Row]:
        for number, step in enumerate(route.steps):
            interaction = self._pathway.interaction(step.interaction)
            text = _tr("{0}. {1}").format(number + 1, step.caption)
            row = Row(STEP, route.id, text, self._note(interaction), interaction.evidence if interaction else "")
            row.step = number
            yield row
        if route.closing:
            row = Row(CLOSING, route.id, _tr("Known and not known: {0}").format(route.closing))
            row.step = len(route.steps)
            yield row

    def _node(self, told: Told) -> Row:
        row = Row(NODE, told.node.id, told.name, told.part_of)
        links = len(self._pathway.touching(told.node.id))
        row.amount = _tr("1 link") if links == 1 else _tr("{0} links").format(links) if links else ""
        return row.holds(partial(self._links, told)) if told.onward or told.linked_from else row

    def _links(self, told: Told) -> Iterator[Row]:
        """Yield what leads to a node, in one row that holds the sentences of it; then what it leads to."""
        if told.linked_from:
            yield Row(BEFORE, told.node.id, told.linked_from).holds(partial(self._before, told.node.id))
        yield from map(self._link, told.onward)

    def _before(self, node: str) -> Iterator[Row]:
        return (self._link(each) for each in self._pathway.touching(node) if each.target == node != each.source)

    def _link(self, each: Interaction) -> Row:
        return Row(LINK, each.id, sentence(each, self._pathway), self._note(each), each.evidence)

    def _note(self, each: Interaction | None) -> str:
        numbers = sorted({self._numbers.get(key, 0) for key in each.references} - {0}) if each is not None else []
        said = ", ".join(str(number) for number in numbers)
        references = (_tr("Reference {0}") if len(numbers) == 1 else _tr("References {0}")).format(said)
        return " · ".join(filter(None, (certainty(each), references if numbers else "")))


def _tr(text: str) -> str:
    return QCoreApplication.translate("steps", text)
