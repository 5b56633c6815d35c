"""Which guides there are, and from a folder or file to its compiled form: found in the cache, or made by a child."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core import source
from reader.core.fingerprint import are_unchanged, fingerprint
from reader.core.guide import Guide
from reader.core.source import ARTICLE, Source, printable
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.core.compilation import Compilation

Origin = Source  # what a guide is compiled from; `Origin.path` is its folder or file
KEPT = 20  # compiled guides in the cache
DRAFT_SECONDS = 3600  # after which a draft in the cache is nobody's


class Library:
    """The guides in *content*, those that come with the program, and any other; *cache* holds what is compiled.

    Where the cache cannot be written, a temporary folder takes its place until the program ends. *glossaries* are
    folders that the reader added; they stand beside the own glossary of every guide but the help.
    """

    default = "fibromyalgia-and-the-immune-system"
    help = "pathway-reader-help"  # opened by its id and by the command Help; not among the guides one chooses from

    def __init__(self, content: Path, cache: Path, glossaries: Iterable[str] = ()) -> None:
        self.glossaries = tuple(glossaries)
        self._content = content
        self._cache = cache / "guides"
        self._temporary: Path | None = None

    def identifiers(self) -> list[str]:
        """Return the ids of the installed guides one chooses from: all but the help."""
        try:
            folders = [folder for folder in self._content.iterdir() if (folder / ARTICLE).is_file()]
        except OSError:
            return []
        return sorted(folder.name for folder in folders if folder.name != self.help)

    def folder(self, identifier: str) -> Path:
        """Return where the installed guide with this id is."""
        return self._content.resolve() / identifier

    def find(self, name: str | None = None, *, needs_article: bool = True) -> Origin:
        """Return what *name* stands for: a folder, a file, or the id of an installed guide; nothing: the default.

        The ids of the default and of the help mean them wherever one is, even beside a folder of that name. Raises
        ReaderError for an empty name, as a script's unset variable gives it; when there is no such thing, with the ids
        that are written most like it; and for a folder that lacks a needed article.
        """
        if name is not None and not name.strip():
            raise ReaderError("The name of the guide is empty. Give a folder, a file or the id of an installed guide.")
        if name is None or name in (self.default, self.help):
            return source.find(self._content / (name or self.default))
        if os.path.lexists(name):
            return source.find(Path(name), needs_article=needs_article)
        installed = self.identifiers()
        if name in installed:
            return source.find(self._content / name)
        if os.sep in name or "/" in name or Path(name).suffix:
            raise ReaderError(f"There is no file or folder {printable(name)}.")
        from reader.core.fuzzy import alike

        nearest = alike(name.casefold(), installed, 3, may_go_on=True) or installed[:3]
        hint = f" Installed: {', '.join(nearest)}." if nearest else ""
        raise ReaderError(f"There is no file, folder or installed guide {printable(name)}.{hint}")

    def ready(self, origin: Origin) -> Path | None:
        """Return the compiled guide when there is one that fits the files as they are now; else None.

        Raises ReaderError when the article cannot be read. A damaged compiled guide is removed.
        """
        for file in self._made_of(origin):
            try:
                guide = Guide(file)
                try:
                    has_its_pictures = are_unchanged(origin, guide.files)
                finally:
                    guide.close()
            except ReaderError:
                has_its_pictures = False
            if has_its_pictures:
                _touch(file)
                return file
            _remove(file)
        return None

    def compiled(self, origin: Origin) -> Path | None:
        """Return the compiled guide, whatever became of its pictures, when there is one; the cache is left alone.

        Raises ReaderError when the article cannot be read.
        """
        return next(self._made_of(origin), None)

    def is_current(self, origin: Origin, compiled: Path, pictures: Iterable[tuple[str, int, int]]) -> bool:
        """Return whether *compiled*, made of *origin* and of *pictures* (`Guide.files`), fits the files as they are.

        Unlike `ready` it leaves the cache alone, for the guide is open. Raises ReaderError when the article cannot be
        read.
        """
        return compiled.stem == self._fingerprint(origin) and are_unchanged(origin, pictures)

    def compile(self, origin: Origin) -> Compilation:
        """Begin to compile a guide. Raises ReaderError when the article cannot be read."""
        from reader.core.compilation import Compilation  # and subprocess, which an open guide does without

        return Compilation(origin, self._writable(), glossaries=self.beside(origin))

    def beside(self, origin: Origin) -> tuple[str, ...]:
        """Return the added glossaries that stand beside a guide's own; a lone pathway has the default guide's first."""
        if origin.is_pathway:
            return (str(self.folder(self.default)), *self.glossaries)
        return () if not self.glossaries or origin.path == self.folder(self.help) else self.glossaries

    def open(self, name: str | None = None, *, needs_article: bool = True) -> Guide:
        """Return a guide by name, compiling it first where needed; waits for that. Raises ReaderError as `find`."""
        origin = self.find(name, needs_article=needs_article)
        file = self.ready(origin) or self.compile(origin).wait()
        return Guide(file, origin.path)

    def _fingerprint(self, origin: Origin) -> str:
        return fingerprint(origin, self.beside(origin))

    def _made_of(self, origin: Origin) -> Iterator[Path]:
        """Yield the compiled guides of the files as they are now."""
        name = f"{self._fingerprint(origin)}.guide"
        folders = [self._cache, *([self._temporary] if self._temporary else [])]
        yield from (file for folder in folders if (file := folder / name).exists())

    def _writable(self) -> Path:
        """Return the folder for compiled guides, with room made in it."""
        try:
            self._cache.mkdir(parents=True, exist_ok=True, mode=0o700)  # what is read may be private
            if os.access(self._cache, os.W_OK | os.X_OK):
                _prune(self._cache)
                return self._cache
        except OSError:
            pass  # a cache is a convenience: without one, the guide is compiled for this run only
        if self._temporary is None:
            import atexit
            import shutil
            import tempfile

            self._temporary = Path(tempfile.mkdtemp(prefix="pathway-reader-"))
            atexit.register(shutil.rmtree, self._temporary, ignore_errors=True)
        return self._temporary


def _prune(folder: Path) -> None:
    """Remove the compiled guides that were opened longest ago, and drafts that a stopped child left."""
    seen = []
    for file in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another process was done with its draft
            if file.is_file():
                seen.append((file.stat().st_mtime, file))
    guides = sorted((each for each in seen if each[1].suffix == ".guide"), reverse=True)
    limit = time.time() - DRAFT_SECONDS
    drafts = [(mtime, file) for mtime, file in seen if file.suffix == ".draft" and mtime < limit]
    for _, file in guides[KEPT - 1 :] + drafts:
        _remove(file)


def _touch(file: Path) -> None:
    with contextlib.suppress(OSError):  # a cache that only somebody else may write: its guides are as good
        os.utime(file)


def _remove(file: Path) -> None:
    with contextlib.suppress(OSError):  # open in another window on Windows, or not ours: the next one who may will
        file.unlink(missing_ok=True)
