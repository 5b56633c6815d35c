"""A display list as an SVG picture that says what it shows."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape  # xml.sax.saxutils would load ssl and email at every start
from itertools import groupby

from reader.core.drawing import Command, Drawing, Item, Shape, Text
from reader.core.evidence import WORDS
from reader.core.faces import ARIAL, OURS, Face, face_of
from reader.core.palette import PAPER, Palette, look_of, text_colour
from reader.core.pathway import Pathway
from reader.core.sentences import called, kind_in_words, sentence, with_certainty

LEGEND_ROW = 22.0
_LEGEND_MARGIN = 8.0
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def to_svg(
    drawing: Drawing,
    palette: Palette = PAPER,
    *,
    title: str,
    description: str,
    lit: frozenset[str] | None = None,
    names: Mapping[str, str] | None = None,
    has_legend: bool = True,
    width: float = 0,
) -> str:
    """Return the drawing as SVG text, shown *width* pixels wide or, where that is 0, as large as `svg_size` says.

    *lit* holds the nodes and interactions that stand out; None lights everything. *names* says what a node or an
    interaction is, by its key (see `names_of`), for those who hear the picture or point at a part of it. The roles are
    those of the WAI-ARIA Graphics Module 1.0. The legend explains the line styles that occur.
    """
    painter = _Painter(palette, lit, drawing.paper)
    board = svg_size(drawing, has_legend=has_legend)
    scale = width / board[0] if width else 1.0
    shown, high = (_n(side * scale) for side in board)
    described = ' aria-describedby="description"' if description else ""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document" '
        f'viewBox="0 0 {_n(board[0])} {_n(board[1])}" width="{shown}" height="{high}" '
        f'font-family="{_families(painter.usual)}" aria-labelledby="title"{described}>',
        f'<title id="title">{escape(title)}</title>',
    ]
    if description:
        parts.append(f'<desc id="description">{escape(description)}</desc>')
    parts.append(f'<rect width="100%" height="100%" fill="{drawing.paper or palette.ground}"/>')
    parts += _groups(drawing.items, painter, names or {})
    if has_legend:
        parts += _legend(drawing, painter)
    return _FORBIDDEN.sub("", "\n".join([*parts, "</svg>\n"]))


def svg_size(drawing: Drawing, *, has_legend: bool = True) -> tuple[float, float]:
    """Return the width and the height of the picture: the board's, and below it the legend's, in pixels."""
    rows = len(drawing.evidence()) if has_legend else 0
    return drawing.width, drawing.height + (rows * LEGEND_ROW + _LEGEND_MARGIN if rows else 0)


def names_of(pathway: Pathway) -> dict[str, str]:
    """Return what each node and interaction is called in a picture: what it is and its sort, or its sentence."""
    names = {}
    for node in pathway.nodes:
        names[node.id] = ", ".join(filter(None, (called(node, pathway), kind_in_words(node.kind))))
    return names | {each.id: with_certainty(sentence(each, pathway), each) for each in pathway.interactions}


def _groups(items: Iterable[Item], painter: _Painter, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the items; those of one node or interaction in a group, which says its name once."""
    said: set[str] = set()
    for key, run in groupby(items, key=lambda item: item.key):
        its = list(run)
        drawn = "\n".join(map(painter.item, its))
        name = names.get(key, "")
        if not name or key in said:
            yield drawn
            continue
        said.add(key)
        # What is inside a symbol is not read on its own: a line has nothing to read, a node has its label.
        role = "graphics-symbol" if its[0].role == "edge" else "graphics-object"
        yield f'<g role="{role}"><title>{escape(name)}</title>\n{drawn}\n</g>'


class _Painter:
    """Turns items into SVG elements in a palette's colours."""

    def __init__(self, palette: Palette, lit: frozenset[str] | None, paper: str) -> None:
        self.palette, self._lit, self._ground = palette, lit, paper or palette.ground
        self.usual = face_of(ARIAL) if paper else OURS

    def item(self, item: Item) -> str:
        return self._text(item) if isinstance(item, Text) else self._shape(item)

    def _is_lit(self, key: str) -> bool:
        return self._lit is None or not key or key in self._lit

    def _shape(self, shape: Shape) -> str:
        look = look_of(shape, self.palette, self._is_lit(shape.key))
        dash = f' stroke-dasharray="{" ".join(map(_n, look.dash))}"' if look.dash else ""
        opacity = f' fill-opacity="{_n(shape.opacity)}"' if shape.opacity < 1 and look.fill != "none" else ""
        return (
            f'<path d="{path_data(shape.path)}" fill="{look.fill}"{opacity} stroke="{look.stroke}"'
            f' stroke-width="{_n(look.width)}"{dash}/>'
        )

    def _text(self, text: Text) -> str:
        """Return a ``text`` for each line: one with all of them would be read, and copied, without a space between."""
        face = face_of(text.face) if text.face else self.usual
        first = text.y - (len(text.lines) - 1) * text.line_height / 2 + text.size * face.rise
        places = [(line, _n(first + i * text.line_height)) for i, line in enumerate(text.lines) if line]
        x, style = _n(text.x), self._style(text, face)
        if len(places) == 1:
            line, y = places[0]
            return f'<text x="{x}" y="{y}"{style}{_spaces(line)}>{escape(line)}</text>'
        lines = "\n".join(f'<text x="{x}" y="{y}"{_spaces(line)}>{escape(line)}</text>' for line, y in places)
        return f"<g{style}>\n{lines}\n</g>"

    def _style(self, text: Text, face: Face) -> str:
        style = [f'text-anchor="{text.align}" font-size="{_n(text.size)}"']
        style.append(f'fill="{text_colour(text, self.palette, self._is_lit(text.key))}"')
        if face != self.usual:
            style.append(f'font-family="{_families(face)}"')
        if text.bold or text.role == "title":
            style.append('font-weight="600"' if face == OURS else 'font-weight="bold"')
        if text.italic:
            style.append('font-style="italic"')
        if text.underline or text.strike:
            lines = ["underline"] * text.underline + ["line-through"] * text.strike
            style.append(f'text-decoration="{" ".join(lines)}"')
        if text.turn:
            style.append(f'transform="rotate({_n(math.degrees(text.turn))} {_n(text.x)} {_n(text.y)})"')
        if text.role == "note":  # a note stands on its line: the ground shines around the letters
            style.append(f'stroke="{self._ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"')
        return f" {' '.join(style)}"


def path_data(path: tuple[Command, ...]) -> str:
    """Return a path as SVG writes it."""
    return "".join(f"{name}{' '.join(_n(float(n)) for n in numbers)}" for name, *numbers in path)


def _legend(drawing: Drawing, painter: _Painter) -> list[str]:
    rows = []
    for i, level in enumerate(drawing.evidence()):
        y = drawing.height + 12 + i * LEGEND_ROW
        rows.append(painter.item(Shape((("M", 16, y), ("L", 64, y)), "edge", "", level)))
        if level == "contradicted":
            cross = (("M", 35, y - 5), ("L", 45, y + 5), ("M", 35, y + 5), ("L", 45, y - 5))
            rows.append(painter.item(Shape(cross, "cross", "", level)))
        rows.append(painter.item(Text((WORDS[level],), 76, y, 13, align="start")))
    return rows


def _families(face: Face) -> str:
    named = (f"'{family}'" if " " in family else family for family in face.families)
    return ", ".join([*named, face.generic])


def _spaces(line: str) -> str:
    return ' xml:space="preserve"' if "  " in line else ""


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
