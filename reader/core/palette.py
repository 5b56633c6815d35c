"""The colours of a diagram, and the line styles of evidence: one table for window, pictures and paper.

Borders are Okabe and Ito's colours (tell-apart-able in every common colour blindness), darkened or lightened just so
far that they reach 3:1 on the ground of each theme; fills are tints of them on which ink reaches 7:1
(WCAG 2.2, 1.4.11 and 1.4.6). Sepia's are mixed with its paper. Where contrast is high, nothing is tinted: borders reach
7:1, and cells and receptors lie farther apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, overload

from reader.core.drawing import Item, Shape, Text

DASHES: dict[str, tuple[float, ...]] = {
    "well supported": (),
    "mixed": (7.0, 4.0),
    "weak": (1.5, 4.0),
    "contradicted": (12.0, 3.0, 2.0, 3.0),  # and crossed out
}
"""Pixels on and off, for each evidence level."""

KINDS = ("cell", "molecule", "receptor", "process", "factor", "symptom")

STRANGERS = {
    "geneproduct": "receptor", "protein": "cell", "metabolite": "molecule", "rna": "factor", "pathway": "process",
    "complex": "symptom",
}  # fmt: skip
"""The kinds of GPML's nodes, in small letters, and whose of our colours they have where a drawing is restyled."""

Colours = dict[str, tuple[str, str]]

LIGHT: Colours = {  # border, fill
    "cell": ("#2A86BE", "#DCEEFA"),
    "molecule": ("#A87400", "#FDF0D2"),
    "receptor": ("#0072B2", "#D6E6F2"),
    "process": ("#008A64", "#D9F0E8"),
    "factor": ("#CF5B00", "#FBE3D3"),
    "symptom": ("#B4568A", "#F8E4EE"),
}
DARK: Colours = {
    "cell": ("#56B4E9", "#163349"),
    "molecule": ("#E69F00", "#3A2C0E"),
    "receptor": ("#3D9BD6", "#12304A"),
    "process": ("#16B187", "#12352C"),
    "factor": ("#E8792B", "#40250F"),
    "symptom": ("#DB93BA", "#3E2433"),
}
SEPIA: Colours = {
    "cell": ("#1F74A8", "#D5DFDA"),
    "molecule": ("#946400", "#F4DDA8"),
    "receptor": ("#005C94", "#C6D2D4"),
    "process": ("#00704F", "#CFDEC4"),
    "factor": ("#AD4B00", "#F3D0AE"),
    "symptom": ("#9C4176", "#EFD2CC"),
}
CONTRAST_LIGHT: Colours = {
    "cell": ("#005A90", "#FFFFFF"),
    "molecule": ("#694700", "#FFFFFF"),
    "receptor": ("#2F35A8", "#FFFFFF"),
    "process": ("#005C3F", "#FFFFFF"),
    "factor": ("#932F00", "#FFFFFF"),
    "symptom": ("#8A1F63", "#FFFFFF"),
}
CONTRAST_DARK: Colours = {
    "cell": ("#6CC6FF", "#000000"),
    "molecule": ("#FFB52E", "#000000"),
    "receptor": ("#8FA8FF", "#000000"),
    "process": ("#2FE0AC", "#000000"),
    "factor": ("#FF9152", "#000000"),
    "symptom": ("#FF9AD5", "#000000"),
}
COLOURS = {
    "light": LIGHT,
    "sepia": SEPIA,
    "dark": DARK,
    "contrast-light": CONTRAST_LIGHT,
    "contrast-dark": CONTRAST_DARK,
}
"""By the names of resources/styles/themes.json."""


class Palette(NamedTuple):
    """What a drawing's roles look like, each as #rrggbb."""

    ground: str  # behind the drawing
    ink: str  # text, lit lines
    quiet: str  # text that is not lit
    rule: str  # borders and lines that are not lit
    stage: str  # the ground under a stage
    kinds: Colours
    stage_edge: str = "none"  # around a stage

    def border(self, kind: str) -> str:
        """Return the border of a kind of node, ours or GPML's."""
        return self._colours(kind)[0]

    def fill(self, kind: str) -> str:
        """Return the fill of a kind of node, ours or GPML's."""
        return self._colours(kind)[1]

    def _colours(self, kind: str) -> tuple[str, str]:
        if kind not in self.kinds:
            kind = STRANGERS.get(kind.lower(), "")
        return self.kinds.get(kind, (self.ink, self.ground))


def palette_of(name: str, theme: Mapping[str, str]) -> Palette:
    """Return the palette of a theme, whose name and colours are those of resources/styles/themes.json.

    A stage lies on the panel as paper does; where both are of one colour, a line is drawn around it.
    """
    edge = theme["hair"] if theme["paper"] == theme["panel"] else "none"
    return Palette(theme["panel"], theme["ink"], theme["quiet"], theme["rule"], theme["paper"], COLOURS[name], edge)


PAPER = Palette("#FFFFFF", "#000000", "#3A3A3A", "#767676", "#FFFFFF", {})
"""Black on white, for print: shapes, line styles and words say everything."""


OFF_PAPER = "#767676"
OFF_INK = "#595959"
"""What is not lit on a stranger's white paper: 4.5:1 for lines, 7:1 for text."""


@overload
def restyled(item: Shape) -> Shape: ...
@overload
def restyled(item: Text) -> Text: ...
def restyled(item: Item) -> Item:
    """Return a stranger's item without its colours, so that a palette gives it ours; what is see-through stays so."""
    if isinstance(item, Text):
        return item._replace(colour="")
    return item._replace(stroke=_emptied(item.stroke), fill=_emptied(item.fill))


def _emptied(colour: str) -> str:
    return "none" if colour == "none" else ""


class Look(NamedTuple):
    """How one shape is painted: colours as #rrggbb or ``none``, pixels."""

    stroke: str
    fill: str
    width: float
    dash: tuple[float, ...] = ()


def look_of(shape: Shape, colours: Palette, is_lit: bool, is_walked: bool = False) -> Look:
    """Return how a shape is painted.

    What is not lit loses its fill and its weight, never its contrast: thin lines, quiet text, the same dashes. What a
    route has walked past stands between: its colours without the fill.
    """
    if {shape.stroke, shape.fill} - {"", "none"}:
        return _own_look(shape, is_lit, is_walked)
    look = _our_look(shape, colours, is_lit, is_walked)
    return look._replace(
        stroke="none" if shape.stroke == "none" else look.stroke, fill="none" if shape.fill == "none" else look.fill
    )


def _own_look(shape: Shape, is_lit: bool, is_walked: bool) -> Look:
    """Return the look of a shape with colours of its own, on the white paper they were chosen for."""
    stroke, fill = shape.stroke or "none", shape.fill or "none"
    if is_lit:
        return Look(stroke, fill, shape.width, shape.dash)
    if fill != "none":
        fill = OFF_PAPER if shape.role.endswith("head") and fill == stroke else "#FFFFFF"
    stroke = stroke if is_walked or stroke == "none" else OFF_PAPER
    return Look(stroke, fill, min(shape.width, 1.0), shape.dash)


def _our_look(shape: Shape, colours: Palette, is_lit: bool, is_walked: bool) -> Look:
    line, border, fill, thick = colours.rule, colours.rule, colours.stage, 1.0
    if is_walked:
        line, border, thick = colours.quiet, colours.border(shape.kind), 1.3
    if is_lit:
        line, border, fill, thick = colours.ink, colours.border(shape.kind), colours.fill(shape.kind), 1.7
    if not shape.key and shape.role in ("group", "other"):  # what nodes lie in
        return Look(colours.rule, "none", 1.0, shape.dash)
    outline = thick * (1.2 if shape.opacity == 1 else 0.7)  # a group runs across what it surrounds
    looks = {
        "stage": Look(colours.stage_edge, colours.stage, 0 if colours.stage_edge == "none" else 1),
        "node": Look(border, fill, outline, shape.dash),
        "bar": Look("none", border, 0),  # the mark at the side of a symptom
        "edge": Look(line, "none", thick, DASHES.get(shape.kind, shape.dash)),
        "head": Look(line, line, 1),
        "open head": Look(line, colours.stage, thick),
    }
    return looks.get(shape.role, Look(line, "none", thick, shape.dash))


def text_colour(text: Text, colours: Palette, is_lit: bool) -> str:
    """Return the colour of a text."""
    if text.colour:
        return text.colour if is_lit else OFF_INK
    return colours.quiet if text.role == "title" or not is_lit else colours.ink
