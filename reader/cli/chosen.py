"""What the user chose in the window, as far as commands have a use for it."""

from __future__ import annotations

import json
from typing import Any

from reader import paths


def chosen(name: str) -> Any:
    """Return what settings.json holds under a name; None where there is nothing, or the file is damaged.

    Read here and not with `reader.settings`: that takes a fifth of the time of `define` to import, and sets a damaged
    file aside, which is for the window to do and to say.
    """
    try:
        return json.loads((paths.config() / "settings.json").read_bytes())[name]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
