"""The library of the commands: the guides that come with the program, and the glossaries that the user added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import paths
from reader.cli.chosen import chosen

if TYPE_CHECKING:
    from reader.core.library import Library


def library() -> Library:
    """Return the library as the user's settings make it."""
    from reader.core.library import Library

    return Library(paths.bundled("content"), paths.cache(), _glossaries())


def _glossaries() -> list[str]:
    """Return the folders that the user added."""
    try:
        return paths.folders(chosen("glossaries"))
    except (TypeError, ValueError):
        return []
