"""A handout as PDF or as page pictures, through Typst.

Typst can neither be cancelled nor give memory back, so the window runs this module in a process of its own
(`reader.core.typesetting`); a command, which ends anyway, calls `to_pdf` itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import ReaderError

WITHOUT_MARK = "The PDF has its tags, but something in this guide keeps it from being marked as PDF/UA."
NOT_SET = (
    "These pages could not be made: something in this guide cannot be printed. The text on screen is not affected."
)


@dataclass(frozen=True, slots=True)
class Press:
    """What typesetting needs from this installation: the template, and the folders of the faces."""

    template: Path
    faces: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came out: the file of the PDF, or one of each page; and what differs from the guide, in sentences."""

    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def to_pdf(handout: Mapping[str, Any], pictures: Mapping[str, bytes], press: Press, folder: Path) -> Typeset:
    """Make ``handout.pdf`` in *folder*, which is empty: tagged, and PDF/UA-1 where the guide allows it.

    *handout* is `Handout.to_json()`. Raises ReaderError when it cannot be typeset at all.
    """
    page = _Page(handout, pictures, press, folder)
    try:
        return page.pdf("handout.pdf", ["ua-1"])
    except _RefusedError:
        page.drop_damaged_pictures()
    try:
        return page.pdf("handout.pdf", ["ua-1"])
    except _RefusedError:
        page.notes.append(WITHOUT_MARK)
    try:
        return page.pdf("handout.pdf", [])
    except _RefusedError as error:
        raise ReaderError(NOT_SET) from error


def to_pages(
    handout: Mapping[str, Any], pictures: Mapping[str, bytes], press: Press, folder: Path, ppi: float
) -> Typeset:
    """Make a PNG picture of each page in *folder*, which is empty, at *ppi* pixels an inch."""
    page = _Page(handout, pictures, press, folder)
    try:
        return page.pictures(ppi)
    except _RefusedError:
        page.drop_damaged_pictures()
    try:
        return page.pictures(ppi)
    except _RefusedError as error:
        raise ReaderError(NOT_SET) from error


def save(pdf: Path, target: Path) -> None:
    """Put a PDF under the name *target*; whoever sees the name sees the whole file.

    Raises ReaderError when the place cannot be written.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
    try:
        try:
            draft.write_bytes(pdf.read_bytes())
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise ReaderError(f"“{target}” could not be written ({reason}). Please choose another place.") from error


class _RefusedError(Exception):
    """Typst did not set the page. Its message names a line of our template, so nobody gets to read it."""


class _Page:
    """One handout before one Typst compiler whose world is a folder with nothing but the handout's pictures."""

    def __init__(self, handout: Mapping[str, Any], pictures: Mapping[str, bytes], press: Press, folder: Path) -> None:
        import typst

        self.notes: list[str] = []
        self._folder = folder
        root = folder / "pictures"
        root.mkdir()
        self._names: dict[str, str] = {}
        for number, (key, content) in enumerate(pictures.items(), start=1):
            (root / str(number)).write_bytes(content)
            self._names[key] = f"/{number}"
        self._handout = handout
        self._template = press.template.read_bytes()
        self._error = typst.TypstError
        self._compiler = typst.Compiler(
            root=str(root), font_paths=[str(face) for face in press.faces], ignore_system_fonts=True
        )

    def pdf(self, name: str, standards: list[str]) -> Typeset:
        output = self._compile(self._template, self._inputs(), format="pdf", pdf_standards=standards)
        file = self._folder / name
        file.write_bytes(output)
        return Typeset((file,), tuple(self.notes))

    def pictures(self, ppi: float) -> Typeset:
        output = self._compile(self._template, self._inputs(), format="png", ppi=ppi)
        files = []
        for number, page in enumerate([output] if isinstance(output, bytes) else output, start=1):
            files.append(self._folder / f"page-{number}.png")
            files[-1].write_bytes(page)
        return Typeset(tuple(files), tuple(self.notes))

    def drop_damaged_pictures(self) -> None:
        """Leave out the pictures that Typst cannot read; the template sets their description instead."""
        before = len(self._names)
        self._names = {key: name for key, name in self._names.items() if self._can_read(name)}
        if lost := before - len(self._names):
            what = "1 picture" if lost == 1 else f"{lost} pictures"
            self.notes.append(f"{what} could not be read; the description is printed instead.")

    def _can_read(self, name: str) -> bool:
        try:
            self._compile(b"#image(sys.inputs.name)", {"name": name}, format="pdf")
        except _RefusedError:
            return False
        return True

    def _inputs(self) -> dict[str, str]:
        return {"handout": json.dumps(self._handout), "pictures": json.dumps(self._names)}

    def _compile(self, template: bytes, inputs: dict[str, str], **options: Any) -> Any:
        try:
            # A fixed time makes the same guide the same file; the template gives the document its own date.
            return self._compiler.compile(input=template, sys_inputs=inputs, timestamp=0, **options)
        except self._error as error:
            raise _RefusedError(str(error)) from error
