"""Glossaries that a reader added beside those of the guides: folders, read as guardedly as a guide's own files."""

from __future__ import annotations

from pathlib import Path

from reader.core.source import GLOSSARY, OF_GLOSSARIES, Source, UnreadableError

FILE = GLOSSARY
FILES = OF_GLOSSARIES  # the title; the entries; the sources that these name
MOST = 20  # glossaries that are read


def find(folder: str) -> Source:
    """Return the source of a glossary in *folder*, which need not be a guide's and may be a symbolic link.

    Raises UnreadableError, whose reason continues a sentence about the folder.
    """
    try:
        real = Path(folder).resolve(strict=True)
        is_folder = real.is_dir()
    except FileNotFoundError:
        raise UnreadableError(folder, "is not there now; it may be on a drive that is not connected") from None
    except (OSError, ValueError, RuntimeError) as error:
        raise UnreadableError(folder, f"cannot be read ({getattr(error, 'strerror', None) or error})") from error
    if not is_folder:
        raise UnreadableError(folder, "is no folder")
    return Source(real, "")


def text(source: Source) -> str:
    """Return the text of a folder's glossary.

    Raises UnreadableError, whose reason continues a sentence about the folder.
    """
    try:
        found = source.text(FILE)
    except UnreadableError as error:
        raise _unusable(source, error) from error
    if found is None:
        raise UnreadableError(str(source.folder), f"holds no {FILE}")
    return found


def trouble(folder: str) -> str:
    """Return why a folder cannot be added, as a sentence's end; "" where it can, as far as is told without reading."""
    try:
        source = find(folder)
        try:
            return "" if source.has(FILE) else f"holds no {FILE}"
        except UnreadableError as error:
            raise _unusable(source, error) from error
    except UnreadableError as error:
        return error.reason


def _unusable(source: Source, error: UnreadableError) -> UnreadableError:
    return UnreadableError(str(source.folder), f"cannot be used: its {FILE} {error.reason}")
