"""Python's own import, put back after PySide has replaced it."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  which replaces it


def be_plain() -> None:
    """Let what is imported from now on be imported without a look into its source.

    PySide reads the source of each module to see whether it may switch to other names of Qt by
    `from __feature__ import`, which this program never does: a twentieth of the start, and 5 MB that stay.
    PySide keeps the import that it found as `builtins.__orig_import__`.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
