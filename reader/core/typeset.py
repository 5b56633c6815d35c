"""A handout as PDF or as page pictures, through Typst, in this process."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader import atomic
from reader.core.glyphs import Glyphs
from reader.core.guide import Guide
from reader.core.handout import Handout, build
from reader.errors import ReaderError

WITHOUT_MARK = "The PDF has its tags, but something in this guide keeps it from being marked as PDF/UA."
NOT_SET = "The pages could not be made: something in this guide cannot be printed. Printing fewer sections may help."


@dataclass(frozen=True, slots=True)
class Press:
    """What typesetting needs from this installation: the folder ``resources``, and the folders of the faces."""

    resources: Path
    faces: tuple[Path, ...]

    @property
    def template(self) -> Path:
        """Return the file that holds the page's look."""
        return self.resources / "print" / "handout.typ"

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
    """What came out: the file of the PDF, or one of each page; and what differs from the guide, in sentences."""

    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def to_pdf(guide: Guide, sections: Sequence[str], press: Press, folder: Path) -> Typeset:
    """Make ``handout.pdf`` in *folder*, which is empty: tagged, and PDF/UA-1 where the guide allows it.

    Raises ReaderError when a section is unknown, the disk is full, or the pages cannot be made at all.
    """
    page = _Page(guide, build(guide, sections, Glyphs(press.glyphs)), press, folder)
    try:
        return page.pdf(["ua-1"])
    except _RefusedError:
        page.drop_damaged_pictures()
    try:
        return page.pdf(["ua-1"])
    except _RefusedError:
        page.notes.append(WITHOUT_MARK)
    try:
        return page.pdf([])
    except _RefusedError as error:
        raise ReaderError(NOT_SET) from error


def to_pages(guide: Guide, sections: Sequence[str], press: Press, folder: Path, ppi: float) -> Typeset:
    """Make a PNG picture of each page in *folder*, which is empty, at *ppi* pixels an inch. Raises as `to_pdf`."""
    page = _Page(guide, build(guide, sections, Glyphs(press.glyphs)), press, folder)
    try:
        return page.png(ppi)
    except _RefusedError:
        page.drop_damaged_pictures()
    try:
        return page.png(ppi)
    except _RefusedError as error:
        raise ReaderError(NOT_SET) from error


def save(pdf: Path, target: Path) -> None:
    """Put a copy of a PDF into *target* as `atomic.write` does. Raises ReaderError when the place cannot be written."""
    try:
        atomic.write(target, pdf.read_bytes())
    except OSError as error:
        raise ReaderError(
            f"“{target}” could not be written ({error.strerror}). Please choose another place."
        ) from error


class _RefusedError(Exception):
    """Typst did not set the page. Its message names a line of our template, so nobody gets to read it."""


class _Page:
    """One handout before one Typst compiler whose world is a folder with nothing but the handout's pictures."""

    def __init__(self, guide: Guide, handout: Handout, press: Press, folder: Path) -> None:
        import typst

        self.notes = list(handout.notes)
        self._folder = folder
        self._handout = json.dumps(handout.to_json())
        self._template = press.template.read_bytes()
        self._scale = press.scale.read_text(encoding="utf-8")
        root = folder / "pictures"
        root.mkdir()
        self._pictures: dict[str, str] = {}  # key -> its path in Typst's world
        for number, key in enumerate(handout.pictures):
            if content := guide.image(key):
                (root / str(number)).write_bytes(content)
                self._pictures[key] = f"/{number}"
        self._typst_error = typst.TypstError
        self._compiler = typst.Compiler(
            root=str(root), font_paths=[str(face) for face in press.faces], ignore_system_fonts=True
        )

    def pdf(self, standards: list[str]) -> Typeset:
        return self._write("handout.pdf", self._compile(format="pdf", pdf_standards=standards))

    def png(self, ppi: float) -> Typeset:
        return self._write("page-{}.png", self._compile(format="png", ppi=ppi))

    def drop_damaged_pictures(self) -> None:
        """Leave out the pictures that Typst cannot read; the template sets their description instead."""
        sound = {key: path for key, path in self._pictures.items() if self._can_read(path)}
        if lost := len(self._pictures) - len(sound):
            what = "1 picture" if lost == 1 else f"{lost} pictures"
            self.notes.append(f"{what} could not be read: the description is printed instead.")
        self._pictures = sound

    def _can_read(self, path: str) -> bool:
        try:
            self._run(b"#image(sys.inputs.path)", {"path": path}, format="pdf")
        except _RefusedError:
            return False
        return True

    def _compile(self, **options: Any) -> Any:
        inputs = {"handout": self._handout, "pictures": json.dumps(self._pictures), "scale": self._scale}
        return self._run(self._template, inputs, **options)

    def _run(self, template: bytes, inputs: dict[str, str], **options: Any) -> Any:
        try:
            # A fixed time makes the same guide the same file; the template gives the document its own date.
            return self._compiler.compile(input=template, sys_inputs=inputs, timestamp=0, **options)
        except self._typst_error as error:
            raise _RefusedError(str(error)) from error

    def _write(self, name: str, output: bytes | list[bytes]) -> Typeset:
        files = []
        for number, content in enumerate([output] if isinstance(output, bytes) else output, start=1):
            files.append(self._folder / name.format(number))
            try:
                files[-1].write_bytes(content)
            except OSError as error:
                raise ReaderError(f"There is no room for the pages on this computer ({error.strerror}).") from error
        return Typeset(tuple(files), tuple(self.notes))
