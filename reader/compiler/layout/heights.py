"""How tall rows, channels and stages are, and so where every point of the plan lies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reader.compiler.layout.channels import GRID, Level, Levels, Way
from reader.compiler.layout.rows import Place
from reader.core.drawing import Rect

TITLE = 36.0  # pixels for a stage's title
SIDE = 18.0  # inside a stage, at its left and right
MARGIN = 16.0  # around everything
FIRST, LAST = 16.0, 18.0  # of a channel: above its first and below its last track, where heads stand
EMPTY = 40.0  # a channel between rows without tracks
EDGE = 18.0  # a channel without tracks at the end of a stage
GAP = 22.0  # between stages

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Measures:
    """The finished layout in pixels, y down, from (0, 0)."""

    width: float
    height: float
    boxes: dict[str, Rect]  # by node
    stages: list[Rect]
    routes: dict[str, list[Point]]  # by interaction


def measure(places: list[Place], levels: Levels, ways: list[Way], half_width: float) -> Measures:
    """Return where everything lies; *half_width* is that of the stages, whose middle is x = 0."""
    tops = _tops(places, levels, ways)
    xs = [x for way in ways for x in (way.leave, way.along, way.arrive)]
    left = min([-half_width, *xs]) - MARGIN
    width = max([half_width, *xs]) + MARGIN - left
    boxes = {}
    for place in places:
        top, bottom = tops[levels.rows[place.row]], tops[levels.rows[place.row] + 1]
        y = (top + bottom - place.height) / 2
        boxes[place.node.id] = (place.left - left, y, place.width, place.height)
    ends = [*(title for title in levels.titles[1:]), levels.count]
    stages = [
        (-half_width - left, tops[title], 2 * half_width, tops[end] - tops[title] - GAP)
        for title, end in zip(levels.titles, ends, strict=True)
    ]
    routes = {way.interaction.id: _route(way, tops, boxes, left) for way in ways}
    return Measures(width, tops[levels.count] - GAP + MARGIN, boxes, stages, routes)


def _tops(places: list[Place], levels: Levels, ways: list[Way]) -> dict[Level, float]:
    """Return the y at which each level begins, and that at which the last one ends."""
    tracks: dict[Level, int] = defaultdict(int)
    for way in ways:
        for level, track in way.tracks.items():
            tracks[level] = max(tracks[level], track + 1)
    tall = {levels.rows[p.row]: 0.0 for p in places}
    for place in places:
        tall[levels.rows[place.row]] = max(tall[levels.rows[place.row]], place.height)
    stage_ends = {title + 1 for title in levels.titles} | {title - 1 for title in levels.titles} | {levels.count - 1}
    tops: dict[Level, float] = {}
    y = MARGIN
    for level in range(levels.count):
        tops[level] = y
        if level in levels.titles:
            y += TITLE
        elif level in tall:
            y += tall[level]
        elif tracks[level]:
            y += FIRST + (tracks[level] - 1) * GRID + LAST
        else:
            y += EDGE if level in stage_ends else EMPTY
        if level + 1 in levels.titles:
            y += GAP
    return {**tops, levels.count: y + GAP}


def _route(way: Way, tops: dict[Level, float], boxes: dict[str, Rect], left: float) -> list[Point]:
    """Return the corners of a way, from the edge of its source to the edge of its target."""
    points: list[Point] = [(way.leave - left, _edge(boxes[way.source.node.id], tops[way.first]))]
    for channel, before, after in way.pieces():
        at = tops[channel] + FIRST + way.tracks[channel] * GRID
        points += [(before - left, at), (after - left, at)]
    return [*points, (way.arrive - left, _edge(boxes[way.target.node.id], tops[way.last]))]


def _edge(box: Rect, channel_top: float) -> float:
    """Return the y of the side of a box that faces a channel."""
    _, y, _, height = box
    return y + height if channel_top > y else y
