"""The label of a box as lines of text: where they stand and how they are set."""

from __future__ import annotations

from reader.compiler.gpml.look.colours import colour
from reader.compiler.gpml.reading.markup import Source
from reader.compiler.gpml.things.boxes import Box
from reader.core.drawing import LINE_HEIGHT, Text
from reader.core.faces import ARIAL, face_of

LEADING = 1.1  # from base line to base line, in sizes, as the site of WikiPathways sets labels
_TALLEST = 200.0  # pixels; larger letters are harm or a mistake
_SIZES = {"Shape": 10.0, "State": 10.0}  # in pixels, where the file says none; else 12
_PADDING = {"State": 1.0}  # pixels between a text and the side that it is aligned to; else 8


def text_of(box: Box, role: str, key: str, source: Source) -> Text:
    """Return a box's label where it stands. The texts of rotated boxes stay level, as in PathVisio and on the site."""
    graphics = box.graphics
    usual = _SIZES.get(box.tag, 12.0)
    size = min(_TALLEST, abs(source.number(graphics, "FontSize", usual))) or usual  # of no size, it could not be read
    align = {"Left": "start", "Right": "end"}.get(graphics.get("Align") or "", "middle")
    text = Text((), 0, 0, size, role, key, align, graphics.get("FontWeight") == "Bold")
    text = text._replace(italic=graphics.get("FontStyle") == "Italic")
    return _our_text(box, text) if box.is_ours else _strangers_text(box, text)


def _strangers_text(box: Box, text: Text) -> Text:
    graphics, (x, y, w, h) = box.graphics, box.rect
    lines = tuple(" ".join(line.split()) for line in box.label.split("\n"))
    face = graphics.get("FontName") or ARIAL
    pad = _PADDING.get(box.tag, 8.0)
    half = len(lines) * text.size * LEADING / 2
    valign = graphics.get("Valign") or ("Middle" if box.tag == "State" else "Top")
    middle = {"Middle": y + h / 2, "Bottom": y + h - pad - half}.get(valign, y + pad + half)
    # The site puts the base line a third of a size below the middle of the line, in whole pixels.
    middle += text.size // 3 - face_of(face).rise * text.size
    return text._replace(
        lines=lines,
        x={"start": x + pad, "middle": x + w / 2, "end": x + w - pad}[text.align],
        y=middle,
        colour=colour(graphics.get("Color"), "#000000").replace("none", "#000000"),
        face=face,
        underline=graphics.get("FontDecoration") == "Underline",
        strike=graphics.get("FontStrikethru") == "Strikethru",
        leading=LEADING,
    )


def _our_text(box: Box, text: Text) -> Text:
    x, y, w, h = box.rect
    side, top = 14.0, 8.0
    lines = tuple(line.strip() for line in box.label.strip().splitlines())
    at_x = {"start": x + side, "middle": x + w / 2, "end": x + w - side}[text.align]
    half = len(lines) * text.size * LINE_HEIGHT / 2
    valign = box.graphics.get("Valign") or "Top"
    at_y = {"Middle": y + h / 2, "Bottom": y + h - half - top}.get(valign, y + half + top)
    role = "title" if text.role == "stage" else text.role
    return text._replace(lines=lines, x=at_x, y=at_y, role=role, key=box.bound.get("of", text.key))
