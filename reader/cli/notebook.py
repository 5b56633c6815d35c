"""`notebook`: the reader's notes, listed, exported, backed up and restored without a window."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader import paths

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.core.guide import Guide
    from reader.core.notebook.notes import Note
    from reader.core.notebook.reading_order import Chapter, Placed
    from reader.core.notebook.store import Store

FORMATS = ("md", "jsonld", "json")
FIRST_WORDS = 60  # letters of a note in the list
_LIST = """\
A note a line, in reading order: its id, kind, guide, section, and what one wrote, or else the words that it is about,
parted by tabs. Returns 0; 1 where there are no notes."""
_EXPORT = """\
md is Markdown, readable as plain text; jsonld are Web Annotations (W3C Web Annotation Data Model); json is a backup.
Returns 0; 1 where there are no notes, and nothing is written then."""
_RESTORE = """\
What the backup holds and the notebook does not comes back; what is newer in the notebook stays; nothing is removed. A
window that is open shows it at once. Returns 0; 1 where a note could not be read, or nothing was restored."""


class _Notes(NamedTuple):
    """What a command is about."""

    notes: list[Note]
    titles: dict[str, str]  # of guides, by id


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("notebook", help="list, export, back up and restore your notes")
    actions = command.add_subparsers(metavar="ACTION", required=True)
    listed = actions.add_parser("list", help="list your notes", epilog=_LIST)
    _add_guide(listed, "only the notes in this guide")
    listed.add_argument("--json", action="store_true", help="write JSON")
    listed.set_defaults(run=run_list)
    exported = actions.add_parser("export", help="write your notes for others to read", epilog=_EXPORT)
    _add_guide(exported, "only the notes in this guide")
    exported.add_argument("--format", choices=FORMATS, help="(default: as FILE is named; md)")
    _add_output(exported, "the file to write (default: -, standard output)", is_required=False)
    exported.set_defaults(run=run_export)
    kept = actions.add_parser("backup", help="write all your notes to one file")
    _add_guide(kept, "only the notes in this guide")
    _add_output(kept, "the file to write, or - for standard output", is_required=True)
    kept.set_defaults(run=run_backup)
    restored = actions.add_parser("restore", help="bring back what a backup holds", epilog=_RESTORE)
    restored.add_argument("file", type=Path, metavar="FILE", help="a backup, or one of the daily copies")
    _add_guide(restored, "only the notes in this guide")
    restored.set_defaults(run=run_restore)


def _add_guide(command: argparse.ArgumentParser, help_: str) -> None:
    command.add_argument("--guide", metavar="ID", help=help_)


def _add_output(command: argparse.ArgumentParser, help_: str, *, is_required: bool) -> None:
    standard = None if is_required else Path("-")
    command.add_argument(
        "-o", "--output", required=is_required, default=standard, type=Path, metavar="FILE", help=help_
    )
    command.add_argument("--force", action="store_true", help="write over a file that is there already")


def run_list(args: argparse.Namespace) -> int:
    """Write a line for each note. Raises ReaderError where the notebook cannot be read or no guide is called so."""
    from reader.cli import output

    found = _found(args.guide)
    if args.json:
        output.json_result({"notes": [_as_data(chapter, each) for chapter, each in _in_order(found)]})
    elif found.notes:
        for chapter, placed in _in_order(found):
            print("\t".join(map(output.harmless, _row(chapter, placed))))
    if not found.notes:
        output.message("There are no notes yet.")
    return 0 if found.notes else 1


def run_export(args: argparse.Namespace) -> int:
    """Write the notes in a form for others, and say so on standard error. Raises ReaderError."""
    from reader.cli import output
    from reader.core.notebook import annotation, backup, markdown

    form = args.format or _format(args.output)
    output.needs_room(args.output, force=args.force)
    found = _with_notes(args.guide)
    if form == "json":
        content = backup.dump(found.notes, found.titles)
    elif form == "jsonld":
        content = annotation.write(_chapters(found))
    else:
        content = markdown.write(_chapters(found)).encode()
    _save(content, args.output, len(found.notes))
    return 0


def run_backup(args: argparse.Namespace) -> int:
    """Write the backup, and say so on standard error. Raises ReaderError."""
    from reader.cli import output
    from reader.core.notebook import backup

    output.needs_room(args.output, force=args.force)
    found = _with_notes(args.guide)
    _save(backup.dump(found.notes, found.titles), args.output, len(found.notes))
    return 0


def run_restore(args: argparse.Namespace) -> int:
    """Bring notes back, and say which. Raises ReaderError where the file is no backup or holds no such guide."""
    from reader.cli import output
    from reader.cli.notes import with_notebook
    from reader.core.notebook import backup

    found = backup.load(args.file)
    if args.guide is not None:
        guide = _known(args.guide, {note.guide for note in found.notes}, found.titles)
        found = found._replace(
            notes=tuple(note for note in found.notes if note.guide == guide),
            titles={name: title for name, title in found.titles.items() if name == guide},
        )

    def restore(store: Store) -> backup.Restoring:
        what = backup.restoring(found, store.every())
        store.apply(what.changes)
        store.name_guides({**found.titles, **store.titles()})
        return what

    for sentence in backup.told(found, with_notebook(restore), is_done=True):
        output.result(sentence)
    return 1 if found.odd or found.missing or not found.notes else 0


def _found(guide: str | None) -> _Notes:
    """Return the notes, of one guide or of all."""
    from reader.cli.notes import with_notebook

    every, titles = with_notebook(lambda store: (store.every(), store.titles()))
    if guide is not None:
        guide = _known(guide, {note.guide for note in every}, titles)
        every = [note for note in every if note.guide == guide]
    with_notes = {note.guide for note in every}
    return _Notes(every, {name: title for name, title in titles.items() if name in with_notes})


def _with_notes(guide: str | None) -> _Notes:
    """Return the notes. Raises ReaderError where there are none."""
    from reader.errors import ReaderError

    found = _found(guide)
    if not found.notes:
        raise ReaderError("There are no notes yet, so nothing was written.")
    return found


def _known(guide: str, with_notes: set[str], titles: dict[str, str]) -> str:
    """Return *guide*, the id of one with notes. Raises ReaderError where it is none, with those that are alike."""
    from reader.core.fuzzy import alike
    from reader.core.source import printable
    from reader.errors import ReaderError

    if guide in with_notes:
        return guide
    if guide in titles:
        raise ReaderError(f"There are no notes in {printable(guide)}.")
    every = sorted(with_notes)
    nearest = alike(guide.casefold(), every, 3, may_go_on=True) or every[:3]
    hint = f" Guides with notes: {', '.join(map(printable, nearest))}." if nearest else ""
    raise ReaderError(f"There are no notes in a guide with the id {printable(guide)}.{hint}")


def _chapters(found: _Notes) -> list[Chapter]:
    """Return the notes in reading order."""
    from reader.core.notebook import reading_order

    return reading_order.chapters(found.notes, _guides({note.guide for note in found.notes}), found.titles)


def _guides(identifiers: Iterable[str]) -> dict[str, Guide]:
    import json

    from reader.cli.library import library
    from reader.core.notebook import its_guides

    places = {}
    try:
        remembered = json.loads((paths.state() / "session.json").read_bytes())["guides"]
        places = {name: each["path"] for name, each in remembered.items() if isinstance(each["path"], str)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass  # where the guides were is a help, no more
    return its_guides.opened(identifiers, library(), places)


def _in_order(found: _Notes) -> list[tuple[Chapter, Placed]]:
    return [(chapter, placed) for chapter in _chapters(found) for placed in chapter.notes]


def _row(chapter: Chapter, placed: Placed) -> tuple[str, ...]:
    note = placed.note
    words = note.body or placed.quote
    shown = words if len(words) <= FIRST_WORDS else f"{words[: FIRST_WORDS - 1]}…"
    return note.id, note.kind, chapter.guide, note.target.section, shown


def _as_data(chapter: Chapter, placed: Placed) -> dict[str, Any]:
    """Return a note as a backup has it, with its paragraph's number and its guide's title."""
    return {**placed.note.to_json(), "paragraph": placed.number, "title": chapter.title}


def _format(target: Path) -> str:
    suffix = target.suffix.lower().removeprefix(".")
    return suffix if suffix in FORMATS else "md"


def _save(content: bytes, target: Path, count: int) -> None:
    from reader.cli import output

    output.save(content, target, mode=0o600)  # private, wherever it is put
    if str(target) != "-":
        output.message(f"Wrote {target}: {'1 note' if count == 1 else f'{count:,} notes'}")
