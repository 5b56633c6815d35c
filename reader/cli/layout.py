"""`pathway-reader layout FOLDER`: pathway.toml laid out into pathway.gpml beside it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

SOURCE, RESULT = "pathway.toml", "pathway.gpml"
LARGEST = 16_000_000  # bytes, as for every file of a guide


def add(subparsers: Subparsers) -> None:
    """Add the word ``layout`` to the command line."""
    parser = subparsers.add_parser("layout", help="lay a guide's pathway.toml out into pathway.gpml (for authors)")
    parser.add_argument("folder", type=Path, help="the guide's folder")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write pathway.gpml; return 0, or 1 after saying what is wrong."""
    try:
        result = lay_out_folder(args.folder)
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    print(result)
    return 0


def lay_out_folder(folder: Path) -> Path:
    """Return the pathway.gpml that was written. Raises ReaderError."""
    from reader.compiler.layout import lay_out

    gpml = lay_out(_text(folder / SOURCE), SOURCE, _references(folder / "references.json"))
    target = folder / RESULT
    draft = target.with_suffix(".draft")
    try:
        draft.write_bytes(gpml)
        draft.replace(target)  # atomic, so that no reader ever sees half a file
    except OSError as error:
        raise ReaderError(f"{target} cannot be written: {error.strerror}.") from error
    return target


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST:
            raise ReaderError(f"{file} is larger than {LARGEST // 1_000_000} MB, which is too large.")
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise ReaderError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ReaderError(f"{file} is not UTF-8 text. Save it as UTF-8.") from error


def _references(file: Path) -> dict[str, dict[str, Any]]:
    """Return the CSL items by key; none where a guide has no references yet."""
    if not file.exists():
        return {}
    try:
        return {item["id"]: item for item in json.loads(_text(file))}
    except (ValueError, TypeError, KeyError) as error:
        raise ReaderError(f"{file.name}: this is not a list of CSL-JSON references ({error}).") from error
