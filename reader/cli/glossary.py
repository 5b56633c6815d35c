"""`glossary import` and `glossary export`: a glossary.md made of a table, and a table of a glossary.md."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.records import Problem

FILE = "glossary.md"
DELIMITERS = {"csv": ",", "tsv": "\t"}
_IMPORT = """\
The table is CSV or TSV, parted by commas, semicolons or tabs, in UTF-8 or UTF-16. Its first row says what each column
holds: term, other names, definition, short forms, say, parts, see also, MeSH, sources, mark. Without such a row they
are term, other names, definition, or where there are two, term and definition. Several names in a cell are parted by ;
or | or line breaks, or else by commas. Rows that cannot be used are left out and named with their lines; all others
are written. Returns 0; 1 where a row was left out or cut, or nothing was written."""
_EXPORT = """\
A file is UTF-8 with a byte order mark, without which Excel garbles Greek letters and accents; standard output has none.
A cell that begins with = + - or @ has an apostrophe before it, for a spreadsheet would run it as a formula; import
takes it away again. Returns 0; 1 where nothing was written."""


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("glossary", help="make a glossary of a table, or a table of one (for authors)")
    actions = command.add_subparsers(metavar="ACTION", required=True)
    taken = actions.add_parser("import", help=f"make a {FILE} of a table", epilog=_IMPORT)
    taken.add_argument("table", metavar="FILE", help="a CSV or TSV file, or - for standard input")
    _add_output(taken, f"the {FILE} to write, a folder to write it in, or - for standard output")
    taken.set_defaults(run=run_import)
    made = actions.add_parser("export", help="make a table of a guide's glossary", epilog=_EXPORT)
    made.add_argument("guide", nargs="?", metavar="GUIDE", help=f"a folder, a {FILE} or an installed guide's id")
    _add_output(made, "the table to write, or - for standard output")
    made.add_argument("--format", choices=tuple(DELIMITERS), help="(default: as FILE is named; csv)")
    made.set_defaults(run=run_export)


def _add_output(command: argparse.ArgumentParser, help_: str) -> None:
    command.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help=help_)
    command.add_argument("--force", action="store_true", help="write over a file that is there already")


def run_import(args: argparse.Namespace) -> int:
    """Write the glossary, and say on standard error what was left out. Raises ReaderError where nothing was."""
    from reader.cli import output
    from reader.compiler import glossary, glossary_table
    from reader.core.source import LIMITS, MB
    from reader.errors import ReaderError

    target = _target(args.output)
    if target.parent.exists() or target == args.output:
        output.needs_room(target, force=args.force)
    else:
        output.needs_room(target.parent, force=args.force)  # for the folder that is to be made
    name, content = _table(args.table)
    _refuse_same(Path(args.table), target)
    problems: list[Problem] = []
    notes: list[str] = []
    try:
        found = glossary_table.read(content, name, problems, notes)
    finally:  # each row that was refused says more than that none is left
        for line in (*notes, *problems):
            output.message(str(line))
    if not found:
        raise ReaderError(f"No row of {name} can be used, so nothing was written.")
    made = glossary.write(each.entry for each in found).encode()
    if len(made) > LIMITS[FILE]:
        raise ReaderError(
            f"{name} makes a {FILE} of more than {LIMITS[FILE] // MB} MB, the most that is read of one, so nothing was "
            "written. Part it into several."
        )
    _make_folder(target)
    output.save(made, target)
    _say_written(target, len(found))
    return 1 if problems else 0


def run_export(args: argparse.Namespace) -> int:
    """Write the table, and say on standard error what is wrong in the glossary. Raises ReaderError."""
    from reader.cli import output
    from reader.compiler import glossary, glossary_table
    from reader.core.source import printable
    from reader.errors import ReaderError

    delimiter = DELIMITERS[args.format or _format(args.output)]
    output.needs_room(args.output, force=args.force)
    problems: list[Problem] = []
    found = glossary.read(_glossary(args.guide, args.output), problems)
    output.problems(problems)
    if not found:
        raise ReaderError(
            f"The {FILE} of {printable(args.guide or 'this guide')} holds no entry, so nothing was written."
        )
    text = glossary_table.write((each.entry for each in found), delimiter)
    output.save(text.encode("utf-8" if str(args.output) == "-" else "utf-8-sig"), args.output)
    _say_written(args.output, len(found))
    return 0


def _target(given: Path) -> Path:
    """Return the file to write: in a folder, or one to be made where the name has no suffix, its glossary.md."""
    names_folder = given.is_dir() or (not given.suffix and not given.exists() and str(given) != "-")
    return given / FILE if names_folder else given


def _make_folder(target: Path) -> None:
    from reader.core.source import printable
    from reader.errors import ReaderError

    try:
        if str(target) != "-":
            target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise ReaderError(f"{printable(target.parent)} cannot be made ({error.strerror}).") from error


def _refuse_same(read: Path, written: Path) -> None:
    """Raise ReaderError where the file that is to be written is the one that is read."""
    from reader.core.source import printable
    from reader.errors import ReaderError

    with contextlib.suppress(OSError):
        if str(written) != "-" and read.samefile(written):
            raise ReaderError(f"{printable(written)} is what is read, so nothing was written. Choose another name.")


def _say_written(target: Path, count: int) -> None:
    from reader.cli import output

    if str(target) != "-":
        output.message(f"Wrote {target}: {'1 entry' if count == 1 else f'{count:,} entries'}")


def _table(name: str) -> tuple[str, bytes]:
    """Return what a table is called and what it holds. Raises ReaderError."""
    import sys

    from reader.compiler.glossary_table import LIMIT
    from reader.core import source
    from reader.errors import ReaderError

    if name == "-":
        content = sys.stdin.buffer.read(LIMIT + 1) if sys.stdin is not None else b""
        if len(content) > LIMIT:
            raise ReaderError(f"Standard input is larger than {LIMIT // source.MB} MB, the most that is read of it.")
        return "standard input", content
    if not name.strip():
        raise ReaderError("The name of the table is empty. Give a CSV or TSV file, or - for standard input.")
    origin = source.find(Path(name), needs_article=False)
    if Path(name).is_dir():
        raise ReaderError(f"{source.printable(name)} is a folder. Name a table in it, a CSV or TSV file.")
    found = origin.read(Path(name).resolve().name, LIMIT)
    if found is None:
        raise ReaderError(f"There is no file {source.printable(name)}.")
    return source.printable(Path(name).name), found[0]


def _glossary(guide: str | None, target: Path) -> str:
    """Return the text of a guide's glossary.md. Raises ReaderError where there is none, or it is the *target*."""
    from reader.core.library import Library
    from reader.core.source import printable
    from reader.errors import ReaderError

    origin = Library(paths.bundled("content"), paths.cache()).find(guide, needs_article=False)
    text = None if origin.is_single_file else origin.text(FILE)
    if text is None:
        raise ReaderError(f"{printable(origin.path)} has no {FILE}, so there is nothing to export.")
    _refuse_same(origin.folder / FILE, target)
    return text


def _format(target: Path) -> str:
    """Return the format that a file's name asks for. Raises ReaderError."""
    from reader.core.source import printable
    from reader.errors import ReaderError

    suffix = target.suffix.lower().removeprefix(".")
    if str(target) == "-" or suffix in DELIMITERS:
        return suffix or "csv"
    raise ReaderError(f"{printable(target)} says no format. Call it .csv or .tsv, or give --format.")
