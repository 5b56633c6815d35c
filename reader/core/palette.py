"""The colours of a diagram, and the line styles of evidence: one table for window, pictures and paper.

Borders are Okabe and Ito's colours (tell-apart-able in every common colour blindness), darkened or lightened just so
far that they reach 3:1 on the ground of each theme; fills are tints of them on which ink reaches 7:1
(WCAG 2.2, 1.4.11 and 1.4.6).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.core.contrast import luminance
from reader.core.drawing import Shape, Text

DASHES: dict[str, tuple[float, ...]] = {
    "well supported": (),
    "mixed": (7.0, 4.0),
    "weak": (1.5, 4.0),
    "contradicted": (12.0, 3.0, 2.0, 3.0),  # and crossed out
}
"""Pixels on and off, for each evidence level."""

KINDS = ("cell", "molecule", "receptor", "process", "factor", "symptom")

_DARKEST = 0.2  # luminance of paper below which text on it is light

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


@dataclass(frozen=True, slots=True)
class Palette:
    """What a drawing's roles look like, each as #rrggbb."""

    ground: str  # behind the drawing
    ink: str  # text, lit lines
    quiet: str  # text that is not lit
    rule: str  # borders and lines that are not lit
    stage: str  # the ground under a stage
    kinds: Colours

    def border(self, kind: str) -> str:
        """Return the border of a kind of node."""
        return self.kinds[kind][0] if kind in self.kinds else self.ink

    def fill(self, kind: str) -> str:
        """Return the fill of a kind of node."""
        return self.kinds[kind][1] if kind in self.kinds else self.ground


def palette_of(name: str, theme: Mapping[str, str]) -> Palette:
    """Return the palette of a theme, whose name and colours are those of resources/styles/themes.json.

    One for high contrast ("contrast…") has no colours but ink and ground.
    """
    kinds = {} if name.startswith("contrast") else DARK if luminance(theme["paper"]) < _DARKEST else LIGHT
    return Palette(theme["panel"], theme["ink"], theme["quiet"], theme["rule"], theme["paper"], kinds)


PAPER = Palette("#FFFFFF", "#000000", "#3A3A3A", "#767676", "#FFFFFF", {})
"""Black on white, for print: shapes, line styles and words say everything."""


@dataclass(frozen=True, slots=True)
class Look:
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
    if shape.stroke:
        fill = shape.fill or "none"
        return Look(shape.stroke, fill, shape.width, shape.dash)
    line, border, fill, thick = colours.rule, colours.rule, colours.stage, 1.0
    if is_walked:
        line, border, thick = colours.quiet, colours.border(shape.kind), 1.3
    if is_lit:
        line, border, fill, thick = colours.ink, colours.border(shape.kind), colours.fill(shape.kind), 1.7
    looks = {
        "stage": Look("none", colours.stage, 0),
        "node": Look(border, fill, thick * 1.2),
        "bar": Look("none", border, 0),  # the mark at the side of a symptom
        "edge": Look(line, "none", thick, DASHES.get(shape.kind, ())),
        "head": Look(line, line, 1),
        "open head": Look(line, colours.stage, thick),
    }
    return looks.get(shape.role, Look(line, "none", thick, shape.dash))


def text_colour(text: Text, colours: Palette, is_lit: bool) -> str:
    """Return the colour of a text."""
    if text.colour:
        return text.colour
    return colours.quiet if text.role == "title" or not is_lit else colours.ink
