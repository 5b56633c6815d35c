"""Drawings that a guide may bring, and those that a few letters of would keep a computer busy for hours."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest
from PIL import Image

from reader.core.handout import picture_size
from reader.core.handout.picture_size import is_bearable

BEGINS = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99" height="99">'
SQUARE = '<rect width="5" height="5"/>'
LOOK = '<circle r="5" fill="url(#shade)" marker-end="url(#tip)"/>'


def drawing(inside: str, before: str = "") -> bytes:
    return f"{before}{BEGINS}{inside}</svg>".encode()


def doubled(times: int, inner: str) -> str:
    """Return a square, and what leads to it twice, and what leads to that twice, so many times."""
    parts = [f'<g id="a0">{SQUARE}</g>']
    for n in range(1, times):
        led = inner.format(n - 1)
        parts.append(f'<mask id="a{n}">{led}{led}</mask>')
    return "".join(parts) + inner.format(times - 1)


def photograph(side: int, kind: str = "png") -> str:
    made = BytesIO()
    Image.new("1", (side, side)).save(made, "PNG")
    return f'<image xlink:href="data:image/{kind};base64,{base64.b64encode(made.getvalue()).decode()}"/>'


SOUND = {
    "squares": drawing(SQUARE * 500),
    "what is drawn again": drawing(doubled(8, '<use xlink:href="#a{}"/>')),
    "marks and shades": drawing(
        '<defs><marker id="tip"><path d="M0 0L5 5"/></marker><linearGradient id="shade"/></defs>'
        + '<path d="M0 0L9 9L3 3" style="marker-mid: url(#tip)"/>'
        + LOOK * 50
    ),
    "one filter": drawing(f'<filter id="blur"><feGaussianBlur/></filter><g filter="url(#blur)">{SQUARE}</g>'),
    "a photograph": drawing(photograph(200)),
    "spaces in names": drawing(
        '<linearGradient id="Shade (1)"/>' + "<rect fill=\"url('#Shade (1)')\" width='5' height='5'/>" * 50
    ),
    "words": drawing("<text>A word of it.</text>" * 500),
    "a type": drawing(SQUARE, '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'),
}
TOO_MUCH = {
    "no drawing": b"<svg",
    "words that unfold": drawing("&b;" * 9, f'<!DOCTYPE svg [<!ENTITY a "{SQUARE * 9}"><!ENTITY b "{"&a;" * 9}">]>'),
    "too many squares": drawing(SQUARE * 200_000),
    "too many letters": drawing(" " * 5_000_000),
    "uses of uses": drawing(doubled(40, '<use href="#a{}"/>')),
    "masks of masks": drawing(doubled(40, '<rect mask="url(#a{})" width="9" height="9"/>')),
    "masks of masks, by their style": drawing(doubled(40, "<rect style=\"mask:url('#a{}')\" width='9' height='9'/>")),
    "uses of uses, with spaces before": drawing(doubled(40, '<use href=" #a{}"/>')),
    "uses of uses, with spaces after": drawing(doubled(40, '<use xlink:href="#a{} "/>')),
    "masks of masks, with spaces after": drawing(doubled(40, '<rect mask="url(#a{} )" width="9" height="9"/>')),
    "masks of masks, with spaces in quotes": drawing(
        doubled(40, "<rect mask=\"url(' #a{} ')\" width='9' height='9'/>")
    ),
    "uses of what has two": drawing(doubled(40, '<use href="#a{}"/>') + "".join(f'<g id="a{n}"/>' for n in range(40))),
    "masks by the rules of a style": drawing(f"<style>rect {{mask: url(#a)}}</style><mask id='a'>{SQUARE}</mask>"),
    "what leads to itself": drawing('<g id="a"><use href="#a"/></g>'),
    "groups ten thousand deep": drawing("<g>" * 10_000 + "</g>" * 10_000),
    "marks at each point": drawing(
        f'<marker id="m">{SQUARE * 900}</marker><path marker-mid="url(#m)" d="M0 0{" L1 2" * 900}"/>'
    ),
    "a hundred filters": drawing('<filter id="f"/>' + '<g filter="url(#f)"/>' * 100),
    "a photograph of a town": drawing(photograph(12_000)),
    "the same, with a space before": drawing(photograph(12_000).replace("data:", " data:")),
    "the same, with another letter": drawing(photograph(12_000).replace("data:", "DATA:")),
    "the same, behind another link": drawing(photograph(12_000).replace("<image", '<image href="a"')),
    "what is hidden by a percent sign": drawing(photograph(9).replace("base64,", "base64,%69")),
    "drawings in a drawing": drawing(photograph(9, "svg+xml")),
    "a thousand photographs": drawing(photograph(9) * 1000),
    "what is no photograph": drawing('<image href="data:image/png;base64,AAAA"/>'),
    "a very long word": drawing(f"<text>{'<tspan>xxxxxxxxx</tspan>' * 1000}</text>"),
    "rules for everything": drawing("<style>" + "g rect {fill: red}" * 2000 + "</style>" + SQUARE * 5000),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_drawing_as_people_make_them_is_bearable(name: str) -> None:
    assert is_bearable(SOUND[name])


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_drawing_that_unfolds_beyond_all_measure_is_not(name: str) -> None:
    assert not is_bearable(TOO_MUCH[name])


def test_photographs_in_a_drawing_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_size, "MOST_PIXELS", 3 * 20 * 20)
    assert is_bearable(drawing(photograph(20) * 3))
    assert not is_bearable(drawing(photograph(20) * 4))
