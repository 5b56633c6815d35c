"""By what is told whether a compiled guide still fits: what its files hold, and those of the glossaries beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import reader
from reader.core.schema import FORMAT
from reader.core.source import Source, UnreadableError


def fingerprint(origin: Source, glossaries: Sequence[str] = ()) -> str:
    """Return what changes with a guide's own files, its place on disk and the form of compiled guides.

    And with the added *glossaries* (folders), their order, and whether they are there. Raises UnreadableError where
    the article cannot be read.
    """
    digest = hashlib.sha256(f"{FORMAT} {reader.__version__} {origin.path}".encode(errors="surrogateescape"))
    for name in origin.names:
        digest.update(_framed(_content(origin, name, is_needed=name == origin.article)))
    for folder in glossaries:
        from reader.core import added  # most readers have none

        digest.update(_framed(folder.encode(errors="surrogatepass")))
        try:
            found = added.find(folder)
        except UnreadableError as error:
            digest.update(_framed(error.reason.encode()))
        else:
            digest.update(b"".join(_framed(_content(found, name)) for name in added.FILES))
    return digest.hexdigest()


def state(origin: Source, name: str) -> tuple[int, int]:
    """Return size in bytes and mtime in ns of a file in a guide's folder; (-1, 0) where it is missing."""
    try:
        status = (origin.folder / name).stat()
    except OSError:
        return -1, 0
    return status.st_size, status.st_mtime_ns


def are_unchanged(origin: Source, pictures: Iterable[tuple[str, int, int]]) -> bool:
    """Return whether *pictures* (`Guide.files`) are as they were."""
    return all(state(origin, name) == (size, mtime) for name, size, mtime in pictures)


def _content(source: Source, name: str, *, is_needed: bool = False) -> bytes:
    try:
        found = source.read(name)
    except UnreadableError as error:
        if is_needed:
            raise
        return error.reason.encode()
    return b"-" if found is None else hashlib.sha256(found[0]).digest()


def _framed(content: bytes) -> bytes:
    return b"%d:%b" % (len(content), content)
