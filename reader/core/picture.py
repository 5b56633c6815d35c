"""An SVG picture as PNG or PDF, through Typst, in this process."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypedDict

from reader.errors import ReaderError

MOST_PIXELS = 100_000_000  # of a PNG; Typst takes four bytes for each
LONGEST_PAGE = 14_400.0  # points; what readers of PDF show (ISO 32000-1, annex C)
_DESCRIPTION = 2000  # letters of it in a PDF
# What Arial, Liberation and Source Sans have for certain; for other letters, all faces of the system are searched.
_OTHER_LETTERS = re.compile(
    "[^\n -~\xa0-\u017f\u0192\u02c6\u02c7\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u040c\u040e-\u044f"
    "\u0451-\u045c\u045e\u045f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a"
    "\u20ac\u2122\u2190-\u2195\u2206\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265]"
)
_CONTROL = re.compile("[\x7f-\x9f]")  # left by texts that were read in the wrong encoding; a box would stand for each
_SHIFTS = {"<super>": "33%", "<sub>": "-15%"}  # by Unicode's word for a letter's place
_SAID = re.compile(r"<(title|desc)\b.*?</\1>", re.DOTALL)  # of an SVG, not drawn
_SHOWN = re.compile(r'\bwidth="[^"]*" height="[^"]*"')  # of an SVG, first those of its root
_HAIR = 0.01  # of a pixel
_PAGE = """#let data = sys.inputs
#set document(title: data.title, description: data.description, date: none)
#set text(lang: "en")
#set page(width: float(data.width) * 1pt, height: float(data.height) * 1pt, margin: 0pt)
#image("/picture.svg", width: 100%, height: 100% - float(data.hair) * 1pt, fit: "stretch", alt: data.alt)
"""


class Caption(TypedDict):
    """What a picture is called, and what it shows; the latter may be empty."""

    title: str
    description: str


class Plate:
    """Makes pictures with these faces; one object for any number of them."""

    def __init__(self, folder: Path, faces: Sequence[Path]) -> None:
        """Work in *folder*, which is empty and stays Typst's only world; *faces* are folders of fonts."""
        import typst

        self._typst: Any = typst
        self._folder = folder
        self._faces = [str(face) for face in faces]
        self._compilers: dict[bool, Any] = {}  # by whether they know the faces of the system, too

    def png(self, svg: str, size: tuple[float, float], pixels: int, caption: Caption) -> bytes:
        """Return a picture that is *pixels* wide of an SVG of this *size*, whose shape it has.

        Raises ReaderError where it would have more than MOST_PIXELS, or cannot be made.
        """
        height = max(1, round(pixels * size[1] / size[0]))
        if pixels * height > MOST_PIXELS:
            raise ReaderError(
                f"A PNG {pixels:,} pixels wide would be {height:,} high, which is too large. "
                "Choose a smaller width, or SVG or PDF."
            )
        # Typst rounds up the pixels that it paints an SVG in, reckoned from its shape. Where they are more than the
        # page's, it leaves out a row and a column. So its shape is the page's, less a hair for that reckoning.
        shape = f'width="{pixels}" height="{height - _HAIR}" preserveAspectRatio="none"'
        svg = _SHOWN.sub(shape, svg, count=1)
        return self._made(svg, (pixels, height), caption, hair=2 * _HAIR, format="png", ppi=72)

    def pdf(self, svg: str, size: tuple[float, float], caption: Caption) -> bytes:
        """Return a PDF of one page, a point for each pixel of the board where a page can be so large.

        It is PDF/UA-1 where the faces have all its letters. Raises ReaderError where it cannot be made.
        """
        scale = min(1.0, LONGEST_PAGE / max(size))
        page = (size[0] * scale, size[1] * scale)
        try:
            return self._made(svg, page, caption, format="pdf", pdf_standards=["ua-1"])
        except ReaderError:
            return self._made(svg, page, caption, format="pdf")

    def without_face(self, svg: str) -> str:
        """Return the letters of an SVG that no face on this computer has, each once."""
        return "".join(letter for letter in sorted(_other_letters(to_paint(svg))) if not self._has(letter))

    def _has(self, letter: str) -> bool:
        page = b'#set document(title: "x")\n#sys.inputs.letter'
        try:
            self._compiler(needs_more=True).compile(
                input=page, format="pdf", pdf_standards=["ua-1"], sys_inputs={"letter": letter}, timestamp=0
            )
        except self._typst.TypstError:
            return False
        return True

    def _compiler(self, *, needs_more: bool) -> Any:
        if needs_more not in self._compilers:
            # Without the system's faces, a picture is the same on every computer, and sooner there. Those inside Typst
            # are left out as well: it takes them for a whole line for the sake of one letter.
            fonts = self._typst.Fonts(
                include_system_fonts=needs_more, include_embedded_fonts=needs_more, font_paths=self._faces
            )
            self._compilers[needs_more] = self._typst.Compiler(root=str(self._folder), font_paths=fonts)
        return self._compilers[needs_more]

    def _made(self, svg: str, page: tuple[float, float], caption: Caption, hair: float = 0, **options: Any) -> bytes:
        svg = to_paint(svg)
        (self._folder / "picture.svg").write_text(svg, encoding="utf-8")
        description = caption["description"][:_DESCRIPTION]
        given = {
            "title": caption["title"],
            "description": description,
            "alt": f"{caption['title']}. {description}".strip(),
            "width": str(page[0]),
            "height": str(page[1]),
            "hair": str(hair),
        }
        compiler = self._compiler(needs_more=bool(_other_letters(svg)))
        try:
            made = compiler.compile(input=_PAGE.encode(), sys_inputs=given, timestamp=0, **options)
        except self._typst.TypstError as error:
            raise ReaderError("The picture could not be made: something in this file cannot be drawn.") from error
        return made if isinstance(made, bytes) else b"".join(made or ())


def to_paint(svg: str) -> str:
    """Return an SVG for Typst: without what is only said, with raised and lowered letters made of those faces have.

    For one letter that its face lacks, as the + of Ca²⁺, Typst would set the whole line in another face.
    """
    if svg.isascii():
        return svg
    svg = _CONTROL.sub("", _SAID.sub("", svg))
    for letter in _other_letters(svg):
        sort, *points = unicodedata.decomposition(letter).split() or [""]
        if sort in _SHIFTS:
            plain = "".join(chr(int(point, 16)) for point in points)
            svg = svg.replace(letter, f'<tspan font-size="65%" baseline-shift="{_SHIFTS[sort]}">{plain}</tspan>')
    return svg


def _other_letters(svg: str) -> set[str]:
    return set() if svg.isascii() else set(_OTHER_LETTERS.findall(svg))
