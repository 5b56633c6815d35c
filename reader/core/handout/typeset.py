"""A handout as PDF, through Typst, in this process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader import atomic
from reader.core.guide import Guide
from reader.core.handout.building import build
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.handout import Handout
from reader.core.handout.order import Order
from reader.core.notebook.notes import Note
from reader.errors import ReaderError

WITHOUT_MARK = "The PDF has its tags, but something in this guide keeps it from being marked as PDF/UA."
NOT_SET = "The pages could not be made: something in this guide cannot be printed. Printing fewer sections may help."


@dataclass(frozen=True, slots=True)
class Press:
    """What typesetting needs from this installation: the folder ``resources``, and the folders of the faces."""

    resources: Path
    faces: tuple[Path, ...]

    @property
    def templates(self) -> Path:
        """Return the folder that holds the look of the pages."""
        return self.resources / "print"

    @property
    def scale(self) -> Path:
        """Return the file of the sizes, which the window reads, too."""
        return self.resources / "styles" / "scale.json"

    @property
    def glyphs(self) -> Path:
        """Return the file of the characters that the faces have."""
        return self.resources / "print" / "glyphs.txt"


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came out: the PDF, and what differs from the guide, in sentences."""

    file: Path
    notes: tuple[str, ...] = ()


def save(pdf: Path, target: Path) -> None:
    """Put a copy of a PDF into *target* as `atomic.write` does. Raises ReaderError when the place cannot be written."""
    try:
        atomic.write(target, pdf.read_bytes())
    except OSError as error:
        raise ReaderError(
            f"“{target}” could not be written ({error.strerror}). Please choose another place."
        ) from error


class Typesetter:
    """Typst with our faces and templates, for one handout after the other."""

    def __init__(self, press: Press, folder: Path) -> None:
        """Work in *folder*, which is empty. Nothing else can be read by a handout."""
        import typst

        self._folder = folder
        self._glyphs = Glyphs(press.glyphs)
        self._world = folder / "world"
        self._world.mkdir()
        for file in press.templates.glob("*.typ"):  # one may take in another
            shutil.copy(file, self._world)
        self._template = (press.templates / "handout.typ").read_bytes()
        self._scale = press.scale.read_text(encoding="utf-8")
        self._made = 0
        self._typst_error = typst.TypstError
        self._compiler = typst.Compiler(
            root=str(self._world), font_paths=[str(face) for face in press.faces], ignore_system_fonts=True
        )

    def pdf(self, guide: Guide, order: Order, notes: Sequence[Note] = ()) -> Typeset:
        """Make a PDF in the folder: tagged, and PDF/UA-1 where the guide allows it.

        Raises ReaderError when a section is unknown, the disk is full, or the pages cannot be made at all.
        """
        self._made += 1
        handout = build(guide, order, self._glyphs, notes)
        pictures = self._lay_out_pictures(guide, handout)
        said = list(handout.notes)
        content = self._try(handout, pictures, ["ua-1"])
        if content is None:
            sound = {key: path for key, path in pictures.items() if self._can_read(path)}
            if lost := len(pictures) - len(sound):
                what = "1 picture" if lost == 1 else f"{lost} pictures"
                said.append(f"{what} could not be read: the description is printed instead.")
            pictures = sound
            content = self._try(handout, pictures, ["ua-1"])
        if content is None:
            said.append(WITHOUT_MARK)
            content = self._try(handout, pictures, [])
        if content is None:
            raise ReaderError(NOT_SET)
        return Typeset(self._write(content), tuple(said))

    def _lay_out_pictures(self, guide: Guide, handout: Handout) -> dict[str, str]:
        """Put the handout's pictures where Typst finds them, and return key -> path in its world."""
        pictures: dict[str, str] = {}
        for number, key in enumerate(handout.pictures):
            if content := guide.image(key):
                name = f"{self._made}-{number}"
                (self._world / name).write_bytes(content)
                pictures[key] = f"/{name}"
        return pictures

    def _try(self, handout: Handout, pictures: dict[str, str], standards: list[str]) -> bytes | None:
        """Return the PDF; None where Typst refuses, with a message about our template that nobody gets to read."""
        inputs = {"handout": json.dumps(handout.to_json()), "pictures": json.dumps(pictures), "scale": self._scale}
        return self._run(self._template, inputs, pdf_standards=standards)

    def _can_read(self, path: str) -> bool:
        return self._run(b"#image(sys.inputs.path)", {"path": path}) is not None

    def _run(self, template: bytes, inputs: dict[str, str], **options: Any) -> bytes | None:
        try:
            # A fixed time makes the same guide the same file; the template gives the document its own date.
            made = self._compiler.compile(input=template, sys_inputs=inputs, timestamp=0, format="pdf", **options)
        except self._typst_error:
            return None
        return made if isinstance(made, bytes) else b"".join(made or ())

    def _write(self, content: bytes) -> Path:
        file = self._folder / f"handout-{self._made}.pdf"
        try:
            file.write_bytes(content)
        except OSError as error:
            raise ReaderError(f"There is no room for the pages on this computer ({error.strerror}).") from error
        return file
