"""A handout as PDF, through Typst, in this process."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import atomic
from reader.errors import ReaderError

# Whatever makes pages is imported where they are made: the window takes in this module, and never makes any.
if TYPE_CHECKING:
    import typst

    from reader.core.guide import Guide
    from reader.core.handout.handout import Handout
    from reader.core.handout.order import Order
    from reader.core.notebook.notes import Note

WITHOUT_MARK = "The PDF has its tags, but something in this guide keeps it from being marked as PDF/UA."
NOT_SET = "The pages could not be made: something in this guide cannot be printed. Printing fewer sections may help."
NO_ROOM = "There is no room for the pages on this computer ({0})."
UNSETTLED = "This PDF does not say on which page something stands: that would not settle. Fewer sections may help."
NOT_CONVERGED = "document did not converge"  # how Typst's warning begins, when each round of layout moved something
MAIN = "handout.typ"
PAGES = "names_pages.json"  # whether the words may name pages


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


def save(pdf: Path, target: Path, *, is_private: bool = False) -> None:
    """Put a copy of a PDF into *target* as `atomic.write` does; a private one is for its owner alone.

    Raises ReaderError when the place cannot be written.
    """
    try:
        atomic.write(target, pdf.read_bytes(), mode=0o600 if is_private else None)
    except OSError as error:
        raise ReaderError(
            f"“{target}” could not be written ({error.strerror}). Please choose another place."
        ) from error


class Typesetter:
    """Typst with our faces and templates, for one handout after the other.

    All that it reads has the same name each time. Typst then sets again only what differs from the handouts before,
    and nothing where somebody goes back to what was.
    """

    def __init__(self, press: Press, folder: Path) -> None:
        """Write into *folder*. Nothing else on the disk can be read by a handout, whatever its text."""
        from reader.core.handout.glyphs import Glyphs

        self._folder = folder
        self._glyphs = Glyphs(press.glyphs)
        self._world = folder / "world"  # where pictures lie; the rest is given to Typst in memory
        self._world.mkdir(exist_ok=True)
        self._faces = [str(face) for face in press.faces]
        self._files = {file.name: file.read_bytes() for file in press.templates.glob("*.typ")}
        self._files["main"] = self._files.pop(MAIN)
        self._files["scale.json"] = press.scale.read_bytes()
        self._made = 0
        self._is_settled = True  # what was compiled last: everything stands on the page that the words name
        self._names_pages = True  # what was set last
        self._compiler = self._new_compiler()

    def pdf(
        self,
        guide: Guide,
        order: Order,
        notes: Sequence[Note] = (),
        begun: Callable[[Handout], object] = lambda handout: None,
    ) -> Typeset:
        """Make a PDF in the folder: tagged, and PDF/UA-1 where the guide allows it.

        *begun* is called once it is known what will stand on the pages, which are then set. Raises ReaderError when a
        section is unknown, the disk is full, or the pages cannot be made at all.
        """
        from reader.core.handout.building import build
        from reader.core.handout.picture_size import is_bearable

        handout = build(guide, order, self._glyphs, notes)
        begun(handout)
        found = _pictures(guide, handout)
        pictures = self._lay_out({key: each for key, each in found.items() if is_bearable(each)}) if found else {}
        content = self._set(handout, pictures, ["ua-1"])
        if content is None and (sound := self._sound(pictures)) != pictures:
            pictures = sound
            content = self._set(handout, pictures, ["ua-1"])
        said = [*handout.notes, *_said_of_lost(len(found) - len(pictures))]
        if content is None:
            said.append(WITHOUT_MARK)
            content = self._set(handout, pictures, [])
        if content is None:
            raise ReaderError(NOT_SET)
        if not self._names_pages:
            said.append(UNSETTLED)
        self._made += 1
        file = self._folder / f"handout-{self._made}.pdf"
        self._write(file, content)
        return Typeset(file, tuple(said))

    def _lay_out(self, pictures: Mapping[str, bytes]) -> dict[str, str]:
        """Put pictures where Typst finds them, and return key -> path. Raises ReaderError when the disk is full."""
        from hashlib import blake2b

        laid_out = {}
        for key, content in pictures.items():
            name = blake2b(content, digest_size=16).hexdigest()
            if not (self._world / name).exists():
                self._write(self._world / name, content)
            laid_out[key] = f"/{name}"
        return laid_out

    def _set(self, handout: Handout, pictures: Mapping[str, str], standards: list[str]) -> bytes | None:
        """Return the PDF; None where Typst refuses, with a message about our template that nobody gets to read.

        Where pages do not settle, so that their numbers may be wrong, it is set again without any but the foot's.
        """
        given = {"handout.json": handout.to_json(), "pictures.json": pictures}
        files = self._files | {name: json.dumps(each).encode() for name, each in given.items()}
        self._names_pages = True
        made = self._compile({**files, PAGES: b"true"}, pdf_standards=standards)
        if made is not None and not self._is_settled:
            self._names_pages = False
            made = self._compile({**files, PAGES: b"false"}, pdf_standards=standards)
        return made

    def _sound(self, pictures: Mapping[str, str]) -> dict[str, str]:
        """Return the pictures that can be read."""
        return {key: path for key, path in pictures.items() if self._compile({"main": f'#image("{path}")'.encode()})}

    def _compile(self, files: dict[str, bytes], **options: Any) -> bytes | None:
        try:
            # A fixed time makes the same guide the same file; the template gives the document its own date.
            made, warnings = self._compiler.compile_with_warnings(input=files, timestamp=0, format="pdf", **options)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # where Typst itself fails, PyO3 raises what is no Exception
            if not isinstance(error, Exception):
                self._compiler = self._new_compiler()  # what was being made is left in pieces
            return None
        self._is_settled = not any(each.message.startswith(NOT_CONVERGED) for each in warnings)
        return made if isinstance(made, bytes) else b"".join(made or ())

    def _new_compiler(self) -> typst.Compiler:
        import typst

        return typst.Compiler(root=str(self._world), font_paths=self._faces, ignore_system_fonts=True)

    def _write(self, file: Path, content: bytes) -> None:
        try:
            file.write_bytes(content)
        except OSError as error:
            file.unlink(missing_ok=True)
            raise ReaderError(NO_ROOM.format(error.strerror)) from error


def _pictures(guide: Guide, handout: Handout) -> dict[str, bytes]:
    """Return the pictures of a handout that there are: those of the guide, and those drawn for it."""
    found = {key: guide.image(key) for key in handout.pictures}
    drawn = {key: svg.encode() for key, svg in handout.drawn.items()}
    return {key: content for key, content in (found | drawn).items() if content}


def _said_of_lost(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    what = "1 picture" if count == 1 else f"{count} pictures"
    return (f"{what} could not be read: the description is printed instead.",)
