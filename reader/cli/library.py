"""The library of the commands: the guides that come with the program, and the glossaries that the user added."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader import paths

if TYPE_CHECKING:
    from reader.core.library import Library


def library() -> Library:
    """Return the library as the user's settings make it."""
    from reader.core.library import Library

    return Library(paths.bundled("content"), paths.cache(), _glossaries())


def _glossaries() -> list[str]:
    """Return the folders that the user added.

    Read here and not with `reader.settings`: that takes a fifth of the time of `define` to import, and sets a damaged
    file aside, which is for the window to do and to say.
    """
    try:
        return paths.folders(json.loads((paths.config() / "settings.json").read_bytes())["glossaries"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []
