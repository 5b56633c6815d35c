"""`print`: sections of a guide, all of it, or what goes with it, as a PDF."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.guide import Guide
    from reader.core.handout.order import Order
    from reader.core.notebook.notes import Note

_USAGE = "pathway-reader print [GUIDE] [--section ID ...] [--preset NAME] [more] -o FILE"
_HELP = """\
Make a PDF to print or to send: of sections of a guide, or of the whole guide.

All of the guide that comes with the program:
  pathway-reader print -o guide.pdf
Which sections there are, and one of them:
  pathway-reader print --list-sections
  pathway-reader print --section cytokines -o cytokines.pdf
Two sections in large letters:
  pathway-reader print --section symptoms nerves --preset large-print -o two.pdf
A sheet for your appointment, with your questions and notes:
  pathway-reader print --preset doctor -o appointment.pdf
Every section of another guide, each in a file of its own:
  pathway-reader print my-guide --each handouts
To the printer at once:
  pathway-reader print --section cytokines -o - | lp"""
_PARTS = """\
what can go with the text (--with):
  evidence      how sure each statement is
  pathway       the pathway as a figure, with its legend and all of it in words:
                the ways through it that the sections tell, if any (see --route)
  highlights    what you marked and noted in what is printed
  words         the words that you kept
  questions     your questions for the appointment
  lines         empty lines to write on
  glossary      the words that the text uses, explained
  references    the sources that it cites
Your highlights, words and questions are printed only where you ask for them:
by --with, --only, or --preset doctor.

Returns 0; 1 where a name is unknown (the nearest are then told), or a file
could not be written; 2 for wrong use."""


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser(
        "print",
        help="make a PDF of sections, or of the whole guide",
        usage=_USAGE,
        description=_HELP,
        epilog=_PARTS,
    )
    command.formatter_class = argparse.RawDescriptionHelpFormatter
    _add_what(command)
    _add_how(command)
    _add_where(command)
    command.set_defaults(run=run)


def _add_what(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("what to print")
    group.add_argument("guide", nargs="?", metavar="GUIDE", help="a folder, a file or an installed guide's id")
    what = group.add_mutually_exclusive_group()
    what.add_argument(
        "--section", action="extend", nargs="+", default=[], metavar="ID",
        help="sections, in the order in which they are to be printed, each with those inside it",
    )  # fmt: skip
    what.add_argument("--only", metavar="WHAT", help="no text of the guide, but: glossary, words, pathway or notes")
    group.add_argument(
        "--route", action="extend", nargs="+", metavar="ID",
        help="of the pathway, these ways through it, or whole (default: those that the sections tell, or else whole)",
    )  # fmt: skip


def _add_how(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("how to print it")
    group.add_argument(
        "--preset", default="standard", metavar="NAME",
        help="standard (the default), large-print, low-ink, easy, doctor, or one that you saved",
    )  # fmt: skip
    group.add_argument("--depth", metavar="DEPTH", help="of each section: gist (one sentence), key-points or full")
    group.add_argument(
        "--with", action="append", default=[], dest="parts", metavar="PARTS",
        help="what goes with the text, with commas between (see below), in place of what the preset has; or none",
    )  # fmt: skip
    group.add_argument("--paper", metavar="NAME", help="a4 or letter (default: as is usual in your country)")


def _add_where(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("where to (one of these is needed)")
    where = group.add_mutually_exclusive_group(required=True)
    where.add_argument("-o", "--output", type=Path, metavar="FILE", help="the PDF to write, or - for standard output")
    where.add_argument(
        "--each", type=Path, metavar="DIR",
        help="a folder, made if need be, for a PDF of each section: of those named, or of all",
    )  # fmt: skip
    where.add_argument("--list-sections", action="store_true", help="print nothing; list the sections, ids first")
    where.add_argument("--list-routes", action="store_true", help="print nothing; list the ways through the pathway")
    where.add_argument("--list-presets", action="store_true", help="print nothing; list the presets")
    group.add_argument("--force", action="store_true", help="write over files that are there already")


def run(args: argparse.Namespace) -> int:
    """Write what was asked for, and say so on standard error. Raises ReaderError where something is wrong."""
    from reader.cli.library import library

    if args.list_presets:
        return _list_presets()
    if args.list_sections or args.list_routes:
        guide = library().open(args.guide)
        return _list_sections(guide) if args.list_sections else _list_routes(guide)
    return _print(args)


def _print(args: argparse.Namespace) -> int:
    from reader.cli import output, print_files, print_order
    from reader.cli.library import library
    from reader.errors import ReaderError

    order = print_order.pattern(args)
    if args.each is not None and args.only:
        raise ReaderError("--each makes a file of each section, so it does not go with --only.")
    if args.output is not None:
        output.needs_room(args.output, force=args.force)
        if str(args.output) == "-":
            print_files.refuse_terminal()
    guide = library().open(args.guide)
    order = print_order.with_routes(guide, order)
    sections = print_order.sections(guide, args.section)
    notes = _notes(guide, order)
    output.problems(guide.problems)
    for line in print_order.left_out(guide, order, print_order.asked(args), notes):
        output.message(line)
    with print_files.Printer(guide, notes) as printer:
        if args.each is not None:
            every = sections or [section.id for section in guide.outline]
            targets = print_files.targets(every, args.each, force=args.force)
            return int(print_files.write_each(printer, guide, order, targets) > 0)
        if args.section:
            order = print_order.with_sections(guide, order, sections)
        print_files.write(printer, order, args.output)
    return 0


def _notes(guide: Guide, order: Order) -> Sequence[Note]:
    """Return the reader's notes in this guide, where the order asks for some. Raises ReaderError."""
    if not order.has_notes:
        return ()
    from reader.cli.notes import with_notebook

    return with_notebook(lambda store: store.of_guide(guide.about.id))


def _list_sections(guide: Guide) -> int:
    """Write a section a line: its id, a tab, and its title, two spaces further right a level."""
    from reader.cli import output

    for section in guide.outline:
        print(f"{output.harmless(section.id)}\t{'  ' * (section.level - 1)}{output.harmless(section.title)}")
    output.problems(guide.problems)
    return 0


def _list_routes(guide: Guide) -> int:
    """Write a route a line: its id, a tab, and its title. Raises ReaderError where there is none."""
    from reader.cli import output
    from reader.errors import ReaderError

    if guide.pathway is None or not guide.pathway.routes:
        raise ReaderError("This guide has no routes through a pathway.")
    for route in guide.pathway.routes:
        print(f"{output.harmless(route.id)}\t{output.harmless(route.title)}")
    return 0


def _list_presets() -> int:
    """Write a preset a line: its id, a tab, and what it is."""
    from reader.cli import output
    from reader.cli.print_order import described, own
    from reader.core.handout.presets import PRESETS

    for name, preset in {**PRESETS, **own()}.items():
        print(f"{output.harmless(name)}\t{described(name, preset)}")
    return 0
