"""`open`: the reader's window."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("open", help="open a guide in the window (the word open may be left out)")
    command.add_argument(
        "guide", nargs="?", default="", metavar="GUIDE",
        help="a folder, a file or an installed guide's id; left out: the guide read last",
    )  # fmt: skip
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the window until it is closed."""
    from reader import app

    return app.run(args.guide)
