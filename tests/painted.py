"""What the pages of a PDF show: every piece of text, line and picture, and which mark of the tags it belongs to.

Made for PDFs of ours: fonts with two bytes a glyph and a map to Unicode.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import pikepdf

SHOWING = ("Tj", "TJ", "'", '"')
PAINTING = ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "BI", "INLINE IMAGE")

Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[float, ...]  # one share of white, or red, green and blue, from 0 to 1


class Mark(NamedTuple):
    """Marked content: the page it is on, from 0, and its number there."""

    page: int
    number: int


class Painted(NamedTuple):
    """Something that a page shows."""

    page: int
    mark: Mark | None  # where it belongs in the tree
    is_artifact: bool
    kind: str  # text, path or image
    text: str
    x: float  # points from the left, of the first letter
    y: float  # points from the foot of the page, of its line
    size: float  # points
    colours: tuple[Colour, ...]  # of what is filled or drawn
    is_in_picture: bool


def painted(number: int, page: pikepdf.Page) -> list[Painted]:
    """Return all that a page shows, in the order in which it is painted; *number* counts pages from 0."""
    return _Painter(number, page).painted


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


STILL: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class _State:
    """What `q` keeps and `Q` brings back, with the place of the text."""

    matrix: Matrix = STILL
    text: Matrix = STILL
    size: float = 0.0
    font: Any = None
    fill: Colour = (0.0,)
    stroke: Colour = (0.0,)

    def copy(self) -> _State:
        return _State(self.matrix, self.text, self.size, self.font, self.fill, self.stroke)


class _Painter:
    """Reads the content of a page, and of the pictures drawn on it."""

    def __init__(self, number: int, page: pikepdf.Page) -> None:
        self.painted: list[Painted] = []
        self._number = number
        self._letters: dict[tuple[int, int], dict[int, str]] = {}
        self._around: list[tuple[Mark | None, bool, str | None]] = []  # mark, whether an artifact, text it stands for
        self._read(page.obj, page, _State(), is_in_picture=False)

    def _read(self, holder: Any, stream: Any, state: _State, *, is_in_picture: bool) -> None:
        kept: list[_State] = []
        resources = holder.get("/Resources", {})
        for step in pikepdf.parse_content_stream(stream):
            operands: list[Any] = list(step.operands)
            operator = str(step.operator)
            if operator == "q":
                kept.append(state.copy())
            elif operator == "Q":
                state = kept.pop()
            elif operator == "cm":
                state.matrix = _times(_matrix(operands), state.matrix)
            elif operator == "BT":
                state.text = STILL
            elif operator == "Tm":
                state.text = _matrix(operands)
            elif operator in ("Td", "TD"):
                state.text = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), state.text)
            elif operator == "Tf":
                state.font, state.size = resources.Font[operands[0]], float(operands[1])
            elif operator in ("scn", "sc", "g", "rg", "k"):
                state.fill = _colour(operands)
            elif operator in ("SCN", "SC", "G", "RG", "K"):
                state.stroke = _colour(operands)
            elif operator in ("BMC", "BDC"):
                self._begin(operands)
            elif operator == "EMC":
                self._around.pop()
            elif operator in SHOWING:
                self._show(operands, state, is_in_picture=is_in_picture)
            elif operator == "Do":
                self._draw(resources.XObject[operands[0]], state)
            elif operator in PAINTING:
                self._paint(operator, state, is_in_picture=is_in_picture)

    def _begin(self, operands: list[Any]) -> None:
        mark, is_artifact, words = self._around[-1] if self._around else (None, False, None)
        held: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
        if "/MCID" in held:
            mark = Mark(self._number, int(held["/MCID"]))
        if "/ActualText" in held:
            words = str(held["/ActualText"])
        self._around.append((mark, is_artifact or operands[0] == "/Artifact", words))

    def _add(
        self, kind: str, text: str, matrix: Matrix, size: float, colours: tuple[Colour, ...], *, inside: bool
    ) -> None:
        mark, is_artifact, _ = self._around[-1] if self._around else (None, False, None)
        x, y = matrix[4], matrix[5]
        self.painted.append(Painted(self._number, mark, is_artifact, kind, text, x, y, size, colours, inside))

    def _show(self, operands: list[Any], state: _State, *, is_in_picture: bool) -> None:
        pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
        strings = [bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String)]
        if state.font.objgen not in self._letters:
            self._letters[state.font.objgen] = _to_unicode(state.font)
        letters = self._letters[state.font.objgen]
        said = "".join(
            letters.get(int.from_bytes(string[at : at + 2], "big"), "\ufffd")
            for string in strings
            for at in range(0, len(string), 2)
        )
        if self._around and self._around[-1][2] is not None:
            mark, is_artifact, said_instead = self._around[-1]
            said = said_instead or ""
            self._around[-1] = (mark, is_artifact, "")  # once, however many letters show it
        matrix = _times(state.text, state.matrix)
        size = state.size * abs(matrix[3] or matrix[1])
        self._add("text", said, matrix, size, (state.fill,), inside=is_in_picture)

    def _draw(self, drawn: Any, state: _State) -> None:
        if drawn.Subtype == "/Image":
            self._add("image", "", state.matrix, 0.0, (), inside=True)
            return
        inner = state.copy()
        inner.matrix = _times(_matrix(drawn.get("/Matrix", STILL)), state.matrix)
        self._read(drawn, drawn, inner, is_in_picture=True)

    def _paint(self, operator: str, state: _State, *, is_in_picture: bool) -> None:
        fills = (state.fill,) if operator not in ("S", "s") else ()
        strokes = (state.stroke,) if operator in ("S", "s", "B", "B*", "b", "b*") else ()
        self._add("path", "", state.matrix, 0.0, fills + strokes, inside=is_in_picture)


def _matrix(numbers: Any) -> Matrix:
    a, b, c, d, e, f = map(float, numbers)
    return (a, b, c, d, e, f)


def _colour(operands: list[Any]) -> Colour:
    return tuple(float(each) for each in operands if not isinstance(each, pikepdf.Name))


def _to_unicode(font: Any) -> dict[int, str]:
    """Return what each glyph of a font stands for."""
    found: dict[int, str] = {}
    said = bytes(font.ToUnicode.read_bytes()).decode("ascii")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", said, re.DOTALL):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", said, re.DOTALL):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            begin = bytes.fromhex(letters).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + step] = begin[:-1] + chr(ord(begin[-1]) + step)
    return found
