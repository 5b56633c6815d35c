"""`new`: a small example guide to write over."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import os
import re
import shlex
import string
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.errors import ReaderError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

TEMPLATE = "new-guide"  # in resources/: a guide whose guide.toml leaves out its name and its dates
_NAMELESS = "new-guide"  # the id where a folder's name has no letter


def add(subparsers: _SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command's arguments."""
    command = subparsers.add_parser("new", help="make a small example guide to write over (for authors)")
    command.add_argument("folder", type=Path, metavar="FOLDER", help="the folder to make; its name becomes the title")
    command.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the guide, and say what to do next. Raises ReaderError where the folder is in use or cannot be made."""
    from reader.cli import output

    folder: Path = args.folder
    title = make(folder, datetime.date.today())
    place = shlex.quote(str(folder))
    output.result(f"Made “{title}”, a small example guide, in {folder}.")
    output.result(f"See it: pathway-reader open {place}")
    output.result("Write your own over it: begin with article.md. Each file says what to change.")
    output.result(f"Check it: pathway-reader check {place}")
    return 0


def make(folder: Path, today: datetime.date) -> str:
    """Write the example into *folder*, whole or not at all, and return its title. Raises ReaderError."""
    from reader.core.source import printable

    try:
        name = folder.resolve().name
        if os.path.lexists(folder) and not folder.is_dir():
            raise ReaderError(f"{printable(folder)} is there already and no folder. Choose a new name.")
        if folder.is_dir() and any(folder.iterdir()):
            raise ReaderError(f"{printable(folder)} is there already and not empty. Choose a new name.")
        if not folder.parent.is_dir():
            raise ReaderError(f"There is no folder {printable(folder.parent)} to make it in.")
        title = title_of(name)
        _write(folder, _files(identifier_of(name), title, today))
    except OSError as error:
        raise ReaderError(f"{printable(folder)} cannot be made ({error.strerror}).") from error
    return title


def identifier_of(name: str) -> str:
    """Return the id of a guide in a folder of this name: ``Sleep & Pain`` becomes ``sleep-pain``."""
    letters = unicodedata.normalize("NFC", name).lower()
    return re.sub(r"[^\w.]+", "-", letters).strip("-._")[:100] or _NAMELESS


def title_of(name: str) -> str:
    """Return the title of a guide in a folder of this name: ``sleep-and-pain`` becomes ``Sleep and pain``."""
    printed = "".join(letter for letter in unicodedata.normalize("NFC", name) if letter.isprintable())
    words = " ".join(re.sub(r"[-_]", " ", printed).split()) or _NAMELESS.replace("-", " ")
    return words[:1].upper() + words[1:]


def _files(identifier: str, title: str, today: datetime.date) -> dict[str, bytes]:
    files = {file.name: file.read_bytes() for file in (paths.bundled("resources") / TEMPLATE).iterdir()}
    given = {
        "id": identifier,
        "title": json.dumps(title, ensure_ascii=False),  # what JSON escapes in printable text, TOML escapes alike
        "today": today.isoformat(),
        "next_check": (today + datetime.timedelta(days=365)).isoformat(),
    }
    files["guide.toml"] = string.Template(files["guide.toml"].decode()).substitute(given).encode()
    return files


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write the files beside their place, then move them there: nobody ever finds half a guide."""
    is_there = folder.is_dir()  # an empty folder stays itself: somebody may stand in it
    draft = (folder if is_there else folder.parent) / f".pathway-reader-{os.getpid()}"
    try:
        draft.mkdir()
        for name, content in files.items():
            (draft / name).write_bytes(content)
        if is_there:
            for name in files:
                (draft / name).rename(folder / name)
            draft.rmdir()
        else:
            draft.rename(folder)
    except BaseException:
        with contextlib.suppress(OSError):
            for name in files:
                (draft / name).unlink(missing_ok=True)
            draft.rmdir()
        raise
