"""A guide's own files, a stranger's: read only inside its folder, only regular files, only up to a size."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from reader.errors import ReaderError

MB = 2**20
ARTICLE = "article.md"
GLOSSARY = "glossary.md"
PATHWAY = "pathway.gpml"
LIMITS = {  # the fixed files of a guide, and the most bytes that are read of each
    ARTICLE: 16 * MB,
    "guide.toml": MB,
    GLOSSARY: 16 * MB,
    "references.json": 16 * MB,
    "claims.toml": 4 * MB,
    PATHWAY: 32 * MB,
}
OF_GLOSSARIES = ("guide.toml", GLOSSARY, "references.json")  # those of a glossary that stands alone
FOR_AUTHORS = ("pathway.toml", "review.md")  # files of a guide that are not read
TEXTS = (".md", ".markdown", ".txt")
_TEXT_A_NUL = 10  # bytes of a text for one that is NUL; UTF-16 that is taken for UTF-8 has two
# Not there on Windows. Without O_NONBLOCK, opening a FIFO would wait for ever for somebody to write into it.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class UnreadableError(ReaderError):
    """A file that cannot be read; *reason* continues a sentence that begins with its name."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{printable(file)} {reason}.")
        self.file = file
        self.reason = reason


class Source(NamedTuple):
    """The folder of a guide, and the name of its article in it."""

    folder: Path  # real: no symbolic links left in it
    article: str  # "" for a glossary that stands alone

    @property
    def is_single_file(self) -> bool:
        """Whether the guide is one text file, without glossary, claims and pathway."""
        return self.article not in (ARTICLE, "")

    @property
    def is_glossary(self) -> bool:
        """Whether it is a glossary that stands alone, without an article to read."""
        return not self.article

    @property
    def is_pathway(self) -> bool:
        """Whether the guide is one GPML file."""
        return self.is_single_file and is_gpml(self.article)

    @property
    def path(self) -> Path:
        """The folder, or the single file."""
        return self.folder / self.article if self.is_single_file else self.folder

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the guide's own files have, whether they are there or not."""
        if self.is_glossary:
            return OF_GLOSSARIES
        return (self.article,) if self.is_single_file else tuple(LIMITS)

    def read(self, name: str, limit: int = 0) -> tuple[bytes, os.stat_result] | None:
        """Return what the file *name* holds and its state, or None where there is none.

        *limit* is in bytes; 0 means that of the guide's own file of this name. Raises UnreadableError when the name
        leaves the folder, the file is not a regular one, is larger than the limit, or the system refuses.
        """
        limit = limit or _limit(name)
        try:
            file = self._opened(name)
            if file is None:
                return None
            with file:
                content, status = file.read(limit + 1), os.fstat(file.fileno())
        except OSError as error:
            raise UnreadableError(name, f"cannot be read ({error.strerror})") from error
        if len(content) > limit:
            raise _too_large(name, limit)
        return content, status

    def has(self, name: str) -> bool:
        """Return whether there is a file *name*, of which nothing is read. Raises UnreadableError as `read` does."""
        try:
            file = self._opened(name)
            if file is None:
                return False
            with file:
                size = os.fstat(file.fileno()).st_size
        except OSError as error:
            raise UnreadableError(name, f"cannot be read ({error.strerror})") from error
        if size > _limit(name):
            raise _too_large(name, _limit(name))
        return True

    def text(self, name: str) -> str | None:
        """Return the text of a file with line ends as ``\\n``, or None where there is none.

        Raises UnreadableError as `read` does, and for what is not UTF-8 text.
        """
        found = self.read(name)
        return None if found is None else decode(name, found[0])

    def _opened(self, name: str) -> BinaryIO | None:
        """Return a file to be read, None where there is none. Raises OSError and UnreadableError."""
        try:
            handle = os.open(self._inside(name), _FLAGS)
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISREG(os.fstat(handle).st_mode):
            return os.fdopen(handle, "rb")
        os.close(handle)
        raise UnreadableError(name, "is not an ordinary file")

    def _inside(self, name: str) -> str:
        pure = PurePosixPath(name)
        is_strange = "\0" in name or "\\" in name or ":" in name or pure.is_absolute() or ".." in pure.parts
        if not name or (is_strange and name != self.article):  # a file that was named itself is in its own folder
            raise UnreadableError(name, "is outside the guide's folder")
        real = os.path.realpath(self.folder / name)
        if not Path(real).is_relative_to(self.folder):
            raise UnreadableError(name, "leads out of the guide's folder")
        return real


def find(path: Path, *, needs_article: bool = True) -> Source:
    """Return the source of a guide at *path*: a folder with an article, or one text file.

    Where no article is needed, the folder may be any; one that holds a glossary and nothing else of a guide is that
    glossary. The files ``article.md`` and ``glossary.md`` of a folder stand for the folder. *path* itself may be a
    symbolic link. Raises ReaderError when nothing is there, or a folder without article where that is needed.
    """
    try:
        real = path.resolve(strict=True)
        is_folder = real.is_dir()
    except FileNotFoundError:
        raise ReaderError(f"There is no file or folder {printable(path)}.") from None
    except (OSError, ValueError, RuntimeError) as error:
        raise ReaderError(f"{printable(path)} cannot be read ({getattr(error, 'strerror', error)}).") from error
    if not is_folder and real.name not in (ARTICLE, GLOSSARY):
        return Source(real.parent, real.name)
    folder = real if is_folder else real.parent
    there = {name for name in LIMITS if os.path.lexists(folder / name)}
    if ARTICLE in there:
        return Source(folder, ARTICLE)
    is_glossary = GLOSSARY in there and there.issubset(OF_GLOSSARIES)
    if needs_article and is_glossary:
        raise ReaderError(
            f"{printable(path)} is a glossary: it explains words, but holds no text to read. To have its words "
            "explained in every guide, add its folder in the settings, under Words explained."
        )
    if needs_article:
        raise ReaderError(
            f"The folder {printable(path if is_folder else path.parent)} holds no {ARTICLE}, so it is not a guide. "
            f"Open a folder with a text named {ARTICLE}, or a single text file."
        )
    return Source(folder, "" if is_glossary else ARTICLE)


def guide_of(path: Path) -> Path:
    """Return the folder of the guide that the file *path* is a part of, or else *path*: a text is a guide of its own.

    Whatever stands beside an article is a part of its guide, but for texts and pathways with names that no guide's file
    has.
    """
    is_its_own = path.suffix.lower() in TEXTS or is_gpml(path.name)
    is_a_part = path.name in (*LIMITS, *FOR_AUTHORS) or not is_its_own
    return path.parent if is_a_part and path.is_file() and (path.parent / ARTICLE).is_file() else path


def decode(name: str, content: bytes) -> str:
    """Return *content* as text with line ends as ``\\n``; raises UnreadableError for what is not UTF-8 text.

    A NUL here and there in a glossary is for its reader, who shows it as a control character.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # as some Windows programs call "Unicode"
        raise UnreadableError(name, "is UTF-16 text; save it as UTF-8 and open it again")
    if b"\0" in content and (name != GLOSSARY or content.count(b"\0") * _TEXT_A_NUL > len(content)):
        raise UnreadableError(name, "is not a text file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(name, f"is not UTF-8 text (line {line}); save it as UTF-8 and open it again") from error
    # One object for a file that is read twice: what is cached by a text then compares no megabytes.
    return sys.intern(text.replace("\r\n", "\n").replace("\r", "\n"))


def printable(name: object) -> str:
    """Return a name fit for a sentence: no line breaks or other control characters, not endless."""
    text = "".join(letter if letter.isprintable() else "�" for letter in str(name))
    return text if len(text) <= 200 else f"{text[:120]}…{text[-60:]}"


def is_gpml(name: str) -> bool:
    """Return whether a file is a pathway, by its name."""
    return name.lower().endswith(".gpml")


def _limit(name: str) -> int:
    return LIMITS.get(name, LIMITS[PATHWAY if is_gpml(name) else ARTICLE])


def _too_large(name: str, limit: int) -> UnreadableError:
    return UnreadableError(name, f"is larger than {limit // MB} MB, the most that is read of it")
