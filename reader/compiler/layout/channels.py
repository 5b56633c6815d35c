"""How interactions run: level and upright, in the channels between rows, so that none crosses a box or lies on another.

Three choices are made one after the other: where each line runs upright (greedily, the short ones first, on a grid),
which track it takes in each channel between two rows, and then, as the channels' heights are known, every y.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reader.compiler.layout.rows import Place
from reader.core.pathway import Interaction

GRID = 10  # pixels between lines side by side
CLEAR = 8  # pixels between a line and a box it passes
_BEND = 30.0  # what a bend costs, in pixels of way

Level = int
"""Everything a line can be in, counted from the top: rows, the channels above and below them, titles of stages."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Which level each row is, and which levels hold titles. A row's channels are the levels beside it."""

    rows: tuple[Level, ...]
    titles: tuple[Level, ...]
    count: int

    @classmethod
    def of(cls, row_count: int, first_rows: list[int]) -> Levels:
        """Return the levels: within a stage rows share the channel between them, at its ends each has its own."""
        rows: list[Level] = []
        titles: list[Level] = []
        level = 0
        for row in range(row_count):
            if row in first_rows:
                titles.append(level)
                level += 2  # the title, then the channel under it
            rows.append(level)
            level += 2  # the row, then the channel under it
        return cls(tuple(rows), tuple(titles), level)


@dataclass(slots=True)
class Way:
    """How one interaction runs: out of its source at *leave*, along at *along*, into its target at *arrive* (all x)."""

    interaction: Interaction
    source: Place
    target: Place
    first: Level  # the channel it enters from its source
    last: Level  # the channel from which it enters its target
    leave: int = 0
    along: int = 0
    arrive: int = 0
    tracks: dict[Level, int] = field(default_factory=dict)  # channel -> track, from 0 at the top

    @property
    def levels(self) -> range:
        """The levels it passes."""
        return range(min(self.first, self.last), max(self.first, self.last) + 1)

    def pieces(self) -> Iterator[tuple[Level, int, int]]:
        """Return its level pieces: channel, x where it comes from, x where it goes."""
        if self.first == self.last:
            if self.leave != self.arrive:
                yield self.first, self.leave, self.arrive
            return
        if self.leave != self.along:
            yield self.first, self.leave, self.along
        if self.along != self.arrive:
            yield self.last, self.along, self.arrive


class Router:
    """Finds a way for every interaction."""

    def __init__(self, places: list[Place], levels: Levels, titles: list[tuple[float, float]]) -> None:
        """*titles* holds, for each stage, from where to where its title reaches (x)."""
        self._levels = levels
        self._walls: dict[Level, list[tuple[float, float]]] = defaultdict(list)
        for level, (left, right) in zip(levels.titles, titles, strict=True):
            self._walls[level].append((left - CLEAR, right + CLEAR))
        for place in places:
            self._walls[levels.rows[place.row]].append((place.left - CLEAR, place.right + CLEAR))
        self._taken: dict[Level, set[int]] = defaultdict(set)
        reach = max(max(abs(place.left), abs(place.right)) for place in places)
        self._reach = int(reach // GRID + 40) * GRID

    def route(self, interactions: Iterable[Interaction], places: dict[str, Place]) -> list[Way]:
        """Return the ways in the order of the interactions."""
        ways = [self._way(each, places[each.source], places[each.target]) for each in interactions]
        for way in sorted(ways, key=lambda way: (len(way.levels), abs(way.source.x - way.target.x))):
            self._choose(way)
        _set_tracks(ways)
        return ways

    def _way(self, interaction: Interaction, source: Place, target: Place) -> Way:
        here, there = self._levels.rows[source.row], self._levels.rows[target.row]
        # Down: out at the bottom, in at the top. Up: the other way round. In one row: out and in at the bottom.
        first = here - 1 if there < here else here + 1
        last = there - 1 if there > here else there + 1
        return Way(interaction, source, target, first, last)

    def _choose(self, way: Way) -> None:
        leaves = self._ports(way.source, way.first)
        arrives = self._ports(way.target, way.last)
        if way.first == way.last:
            pairs = [(a, b) for a in leaves for b in arrives]
            way.leave, way.arrive = min(
                pairs, key=lambda p: _cost(way.source, p[0], p[1]) + _cost(way.target, p[1], p[0])
            )
            way.along = way.leave
        else:
            best = min(self._passages(way), key=lambda x: self._through(way, x, leaves, arrives))
            way.along = best
            way.leave = min(leaves, key=lambda x: _cost(way.source, x, best))
            way.arrive = min(arrives, key=lambda x: _cost(way.target, x, best))
        for level in way.levels:
            self._taken[level].add(way.along)
        self._taken[way.first].add(way.leave)
        self._taken[way.last].add(way.arrive)

    def _through(self, way: Way, x: int, leaves: list[int], arrives: list[int]) -> float:
        return min(_cost(way.source, a, x) for a in leaves) + min(_cost(way.target, b, x) for b in arrives)

    def _ports(self, place: Place, channel: Level) -> list[int]:
        inset = 14
        free = [x for x in _grid(place.left + inset, place.right - inset) if x not in self._taken[channel]]
        return free or list(_grid(place.left + 4, place.right - 4))

    def _passages(self, way: Way) -> list[int]:
        walls = [wall for level in way.levels for wall in self._walls[level]]
        taken = set().union(*(self._taken[level] for level in way.levels))
        return [
            x for x in _grid(-self._reach, self._reach)
            if x not in taken and not any(left < x < right for left, right in walls)
        ]  # fmt: skip


def _grid(low: float, high: float) -> range:
    first = int(-(-low // GRID)) * GRID
    return range(first, int(high) + 1, GRID)


def _cost(place: Place, port: int, x: int) -> float:
    """Return what it costs to leave a node at *port* and run on at *x*: the way, a bend, being off the middle."""
    return abs(port - x) + (_BEND if port != x else 0) + abs(port - place.x) * 0.6


def _set_tracks(ways: list[Way]) -> None:
    """Give the level pieces of each channel tracks of their own wherever they would touch, with few crossings."""
    channels: dict[Level, list[tuple[int, int, Way]]] = defaultdict(list)
    for way in ways:
        for channel, start, end in way.pieces():
            channels[channel].append((start, end, way))
    for channel, pieces in channels.items():
        order = _with_few_crossings(pieces, channel)
        placed: list[tuple[int, int, int]] = []
        for start, end, way in order:
            low, high = min(start, end), max(start, end)
            # below every earlier piece it overlaps, so that the order found above holds
            track = 1 + max((t for a, b, t in placed if a <= high + GRID and low <= b + GRID), default=-1)
            placed.append((low, high, track))
            way.tracks[channel] = track


def _with_few_crossings(pieces: list[tuple[int, int, Way]], channel: Level) -> list[tuple[int, int, Way]]:
    """Return the pieces from top to bottom, swapped with neighbours for as long as that lessens the crossings."""
    ends = {id(way): _ends(start, end, way, channel) for start, end, way in pieces}
    order = sorted(pieces, key=lambda piece: (min(piece[:2]), max(piece[:2]), piece[2].interaction.id))
    for _ in order:
        is_better = False
        for i in range(len(order) - 1):
            upper, lower = ends[id(order[i][2])], ends[id(order[i + 1][2])]
            if _crossings(lower, upper) < _crossings(upper, lower):
                order[i], order[i + 1] = order[i + 1], order[i]
                is_better = True
        if not is_better:
            break
    return order


@dataclass(frozen=True, slots=True)
class _Ends:
    """A level piece: its span, and the x at which it goes on upwards and downwards."""

    low: int
    high: int
    up: tuple[int, ...]
    down: tuple[int, ...]


def _ends(start: int, end: int, way: Way, channel: Level) -> _Ends:
    goes_down = way.target.row > way.source.row
    if way.target.row == way.source.row:  # out of the bottom and back in
        return _Ends(min(start, end), max(start, end), (start, end), ())
    up, down = (start, end) if goes_down else (end, start)
    return _Ends(min(start, end), max(start, end), (up,), (down,))


def _crossings(upper: _Ends, lower: _Ends) -> int:
    return sum(upper.low < x < upper.high for x in lower.up) + sum(lower.low < x < lower.high for x in upper.down)
