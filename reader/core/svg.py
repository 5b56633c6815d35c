"""A display list as an SVG picture that says what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape  # xml.sax.saxutils would load ssl and email at every start
from itertools import groupby

from reader.core.drawing import Command, Drawing, Item, Shape, Text
from reader.core.evidence import WORDS
from reader.core.palette import PAPER, Palette, look_of, text_colour

FACE = "'Source Sans Pro', 'Source Sans 3', sans-serif"
_LEGEND_ROW = 22.0


def to_svg(
    drawing: Drawing,
    palette: Palette = PAPER,
    *,
    title: str,
    description: str,
    lit: frozenset[str] | None = None,
    names: Mapping[str, str] | None = None,
    has_legend: bool = True,
) -> str:
    """Return the drawing as SVG text.

    *lit* holds the nodes and interactions that stand out; None lights everything. *names* says what a node or an
    interaction is, by its key, for those who hear the picture (roles of the WAI-ARIA Graphics Module). The legend
    explains the line styles that occur.
    """
    painter = _Painter(palette, lit, drawing.paper)
    legend = _legend(drawing, painter) if has_legend else []
    height = drawing.height + len(legend) * _LEGEND_ROW + (8 if legend else 0)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document" '
        f'viewBox="0 0 {_n(drawing.width)} {_n(height)}" width="{_n(drawing.width)}" height="{_n(height)}" '
        f'font-family="{FACE}" aria-labelledby="title" aria-describedby="description">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f'<rect width="100%" height="100%" fill="{drawing.paper or palette.ground}"/>',
    ]
    for key, items in groupby(drawing.items, key=lambda item: item.key):
        drawn = "".join(painter.item(item) for item in items)
        name = (names or {}).get(key, "")
        label = f' aria-label="{escape(name)}"' if name else ""
        parts.append(f'<g role="graphics-object"{label}>{drawn}</g>' if key else drawn)
    return "\n".join([*parts, *legend, "</svg>\n"])


class _Painter:
    """Turns items into SVG elements in a palette's colours."""

    def __init__(self, palette: Palette, lit: frozenset[str] | None, paper: str) -> None:
        self.palette, self._lit, self._ground = palette, lit, paper or palette.ground

    def item(self, item: Item) -> str:
        return self._text(item) if isinstance(item, Text) else self._shape(item)

    def _is_lit(self, key: str) -> bool:
        return self._lit is None or not key or key in self._lit

    def _shape(self, shape: Shape) -> str:
        look = look_of(shape, self.palette, self._is_lit(shape.key))
        dash = f' stroke-dasharray="{" ".join(map(_n, look.dash))}"' if look.dash else ""
        return (
            f'<path d="{path_data(shape.path)}" fill="{look.fill}" stroke="{look.stroke}"'
            f' stroke-width="{_n(look.width)}"{dash}/>'
        )

    def _text(self, text: Text) -> str:
        colour = text_colour(text, self.palette, self._is_lit(text.key))
        weight = ' font-weight="600"' if text.bold or text.role == "title" else ""
        style = ' font-style="italic"' if text.italic else ""
        first = text.y - (len(text.lines) - 1) * text.line_height / 2 + text.size * 0.35
        spans = "".join(
            f'<tspan x="{_n(text.x)}" y="{_n(first + i * text.line_height)}">{escape(line)}</tspan>'
            for i, line in enumerate(text.lines)
        )
        ground = ""
        if text.role == "note":  # a note stands on its line: the ground shines around the letters
            ground = f' stroke="{self._ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
        return (
            f'<text text-anchor="{text.align}" font-size="{_n(text.size)}" fill="{colour}"{weight}{style}{ground}>'
            f"{spans}</text>"
        )


def path_data(path: tuple[Command, ...]) -> str:
    """Return a path as SVG writes it."""
    return "".join(f"{name}{' '.join(_n(float(n)) for n in numbers)}" for name, *numbers in path)


def _legend(drawing: Drawing, painter: _Painter) -> list[str]:
    rows = []
    for i, level in enumerate(drawing.evidence()):
        y = drawing.height + 12 + i * _LEGEND_ROW
        rows.append(painter.item(Shape((("M", 16, y), ("L", 64, y)), "edge", "", level)))
        if level == "contradicted":
            cross = (("M", 35, y - 5), ("L", 45, y + 5), ("M", 35, y + 5), ("L", 45, y - 5))
            rows.append(painter.item(Shape(cross, "cross", "", level)))
        rows.append(painter.item(Text((WORDS[level],), 76, y, 13, align="start")))
    return rows


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
