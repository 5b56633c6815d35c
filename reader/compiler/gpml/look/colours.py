"""The colours that GPML names or numbers, and how thick and how broken its lines are."""

from __future__ import annotations

COLOURS = {
    "aqua": "#00FFFF", "black": "#000000", "blue": "#0000FF", "fuchsia": "#FF00FF", "gray": "#808080",
    "green": "#008000", "lime": "#00FF00", "maroon": "#800000", "navy": "#000080", "olive": "#808000",
    "purple": "#800080", "red": "#FF0000", "silver": "#C0C0C0", "teal": "#008080", "white": "#FFFFFF",
    "yellow": "#FFFF00", "transparent": "none",
}  # fmt: skip
DASH = (5.0, 3.0)  # of LineStyle Broken
THICKEST = 40.0  # of lines, in pixels: beyond that a file means harm or is broken
THINNEST = 0.25  # the same: PathVisio draws a line of no thickness as the finest it can, since it says something


def colour(value: str | None, default: str) -> str:
    """Return a GPML colour as #rrggbb, or ``none``."""
    if not value:
        return default
    named = COLOURS.get(value.lower())
    digits = value.removeprefix("#")
    if named is not None or len(digits) != 6 or any(c not in "0123456789abcdefABCDEF" for c in digits):
        return named or default
    return f"#{digits}"
