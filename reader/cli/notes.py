"""The notebook of the commands: opened where the window has it, and what is in its way told in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from reader import paths

if TYPE_CHECKING:
    from reader.core.notebook.store import Store

T = TypeVar("T")


def with_notebook(work: Callable[[Store], T]) -> T:
    """Return what *work* does with the notebook. Raises ReaderError where it cannot be read or written."""
    import sqlite3

    from reader.cli import output
    from reader.core.notebook import trouble
    from reader.core.notebook.keeping import Keeping
    from reader.errors import ReaderError

    keeping = Keeping(paths.data() / "notebook.sqlite", paths.data() / "copies")
    try:
        return keeping.do(work)
    except (OSError, sqlite3.Error) as error:
        raise ReaderError(trouble.told(error, keeping.file)) from error
    finally:
        if said := keeping.said():
            output.message(said)
        keeping.close()
