"""The command line: which command was meant, what it returned, and what went wrong in one sentence."""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import sys
from typing import Any

from reader import __version__
from reader.errors import ReaderError

FAMILIES = {  # command -> the module that adds and runs it; only the one that is named is imported
    "open": "reader.cli.open",
    "outline": "reader.cli.outline",
    "define": "reader.cli.define",
    "search": "reader.cli.search",
    "explain": "reader.cli.explain",
    "print": "reader.cli.print",
    "draw": "reader.cli.draw",
    "layout": "reader.cli.layout",
    "check": "reader.cli.check",
    "new": "reader.cli.new",
    "glossary": "reader.cli.glossary",
    "notebook": "reader.cli.notebook",
}
_EPILOG = "GUIDE left out means the guide that comes with the program; a first word that is no command is a GUIDE."


def main(arguments: list[str] | None = None) -> int:
    """Run the command that *arguments* (the program's own by default) name.

    Returns 0; 1 where something is wrong with the input or nothing was found. Exits with 2 for wrong use.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter is no reason to stop
    if not arguments or not (arguments[0] in FAMILIES or arguments[0].startswith("-")):
        arguments = ["open", *arguments]
    args = _parser(arguments[0]).parse_args(arguments)
    try:
        code = int(args.run(args))
        if sys.stdout is not None:  # it is under pythonw, and after `>&-`
            sys.stdout.flush()
    except ReaderError as error:
        from reader.cli import output

        output.message(str(error))
        return 1
    except BrokenPipeError:  # `| head`: nobody reads any more, which is no fault; what is left goes nowhere
        _write_nowhere()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if args.run.__module__ == FAMILIES["open"]:
            raise  # the window shows its mistakes itself
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:  # `> file` on a full disk
            _write_nowhere()
            sys.stderr.write("The disk is full, so not all could be written.\n")
            return 1
        sys.stderr.write(_mistake(error))
        return 1
    return code


def _write_nowhere() -> None:
    """Let what standard output still holds go, which Python would else try to write once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _mistake(error: Exception) -> str:
    """Log a mistake of the program's own, and return the sentence that says where."""
    import traceback

    from reader import paths
    from reader.core import crashlog

    log = crashlog.write(paths.state(), traceback.format_exc())
    if log is None:
        return f"Pathway Reader made a mistake: {error!r}.\n"
    return f"Pathway Reader made a mistake ({type(error).__name__}). The details are in {log}.\n"


class _Help(argparse.HelpFormatter):
    """Help of a fixed width: to learn the terminal's, argparse would import shutil for every command."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=100)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **given: Any) -> None:
        super().__init__(**given, formatter_class=_Help)


def _parser(command: str) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pathway-reader", description="An offline reader for illustrated health guides.", epilog=_EPILOG
    )
    parser.add_argument("--version", action="version", version=f"Pathway Reader {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    named = [FAMILIES[command]] if command in FAMILIES else FAMILIES.values()
    for module in dict.fromkeys(named):
        importlib.import_module(module).add(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
