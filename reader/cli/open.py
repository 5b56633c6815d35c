"""`open`: the reader's window."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # one of them names it, or says that none is needed


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("open", help="open a guide in the window (the word open may be left out)")
    command.add_argument(
        "guide", nargs="?", default="", metavar="GUIDE",
        help="a folder, a file or an installed guide's id; left out: the guide read last",
    )  # fmt: skip
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the window until it is closed. Raises ReaderError where there is no display: Qt would end with a dump."""
    if sys.platform == "linux" and not any(map(os.environ.get, _DISPLAYS)):
        raise ReaderError(
            "There is no display here to open a window on. "
            "The commands outline, define, search, explain, print, draw, check, new and glossary work without one."
        )
    gc.disable()  # until the first picture stands: a start makes much and frees nothing
    from reader.ui import importing

    importing.be_plain()  # before all that is imported after PySide
    from reader import app

    return app.run(args.guide)
