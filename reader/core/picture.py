"""An SVG picture as PNG or PDF, through Typst, in this process."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict

from reader.errors import ReaderError

_PAGE = """#let data = sys.inputs
#set document(title: data.title)
#set page(width: float(data.width) * 1pt, height: float(data.height) * 1pt, margin: 0pt)
#image("/picture.svg", width: 100%, height: 100%, fit: "stretch", alt: data.title)
"""


class _Given(TypedDict):
    input: bytes
    sys_inputs: dict[str, str]


class Plate:
    """Makes pictures with these faces; one object for any number of them."""

    def __init__(self, folder: Path, faces: Sequence[Path]) -> None:
        """Work in *folder*, which is empty and stays Typst's only world; *faces* are folders of fonts."""
        import typst

        self._folder = folder
        self._error = typst.TypstError
        self._compiler = typst.Compiler(
            root=str(folder), font_paths=[str(face) for face in faces], ignore_system_fonts=True
        )

    def png(self, svg: str, size: tuple[float, float], pixels: int, title: str) -> bytes:
        """Return a picture that is *pixels* wide of an SVG whose board has this *size*, in its own pixels."""
        with self._set(svg, size, title) as given:
            return _one(self._compiler.compile(**given, format="png", ppi=72 * pixels / size[0]))

    def pdf(self, svg: str, size: tuple[float, float], title: str) -> bytes:
        """Return a PDF of one page, a point for each pixel of the board."""
        with self._set(svg, size, title) as given:
            return _one(self._compiler.compile(**given, format="pdf"))

    @contextlib.contextmanager
    def _set(self, svg: str, size: tuple[float, float], title: str) -> Iterator[_Given]:
        (self._folder / "picture.svg").write_text(svg, encoding="utf-8")
        try:
            yield {
                "input": _PAGE.encode(),
                "sys_inputs": {"title": title, "width": str(size[0]), "height": str(size[1])},
            }
        except self._error as error:
            raise ReaderError("The picture could not be made: something in this file cannot be drawn.") from error


def _one(made: bytes | list[bytes] | None) -> bytes:
    return made if isinstance(made, bytes) else b"".join(made or ())
