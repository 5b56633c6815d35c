"""Settings (chosen by the user) and Session (remembered by the program), each a small JSON file.

A file is read tolerantly: a value of the wrong type becomes its default, a name from a later version is left alone
and written back, and a file that is no JSON at all is set aside under another name, never deleted.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self

RECENT_GUIDES = 10


@dataclass(slots=True)
class _Kept:
    """A record that is kept in a JSON file."""

    unknown: dict[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, file: Path) -> tuple[Self, str]:
        """Return the record in *file* and a sentence for the user, empty when all is well."""
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(), ""
        except OSError as error:
            return cls(), f"{file.name} could not be read ({error.strerror}), so the usual choices are in force."
        except (ValueError, RecursionError):
            return cls(), _set_aside(file)
        if not isinstance(found, dict):
            return cls(), _set_aside(file)
        record = cls()
        known = {each.name: each.metadata.get("of", object) for each in fields(cls) if each.name != "unknown"}
        for name, value in found.items():
            if name not in known:
                record.unknown[name] = value
            elif _same_kind(value, getattr(record, name), known[name]):
                setattr(record, name, value)
        return record, ""

    def save(self, file: Path) -> None:
        """Write the record to *file*, atomically, readable by its owner only. Raises OSError."""
        values = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "unknown"}
        text = json.dumps({**self.unknown, **values}, indent=1)  # ASCII: a file name may be no text
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = file.with_name(f"{file.name}.{os.getpid()}.draft")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)  # atomic, so that a crash never leaves half a file


@dataclass(slots=True)
class Settings(_Kept):
    """What the user chose."""

    theme: str = "system"  # or a theme's name


@dataclass(slots=True)
class Session(_Kept):
    """What the program remembers from one start to the next."""

    guide: str = ""  # what was read last: a folder or file
    recent: list[str] = field(default_factory=list, metadata={"of": str})  # guides, the newest first
    places: dict[str, list[Any]] = field(default_factory=dict)  # guide id -> section, block, offset
    window: list[int] = field(default_factory=list, metadata={"of": int})  # x, y, width, height in logical pixels
    maximised: bool = False
    columns: list[int] = field(default_factory=list, metadata={"of": int})  # widths of outline and companion
    print_folder: str = ""

    def remember_guide(self, name: str) -> None:
        """Make *name* the guide that was read last."""
        self.guide = name
        self.recent = [name, *(each for each in self.recent if each != name)][:RECENT_GUIDES]


def _same_kind(value: object, default: object, of: type) -> bool:
    """Whether *value* can stand in place of *default*; *of* is what a list holds."""
    if isinstance(value, list) and not all(isinstance(each, of) for each in value):
        return False
    return type(value) is type(default)


def _set_aside(file: Path) -> str:
    """Rename a damaged file and return the sentence that says so."""
    number = 1
    while (aside := file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")).exists():
        number += 1
    try:
        file.replace(aside)
    except OSError:
        return f"{file.name} is damaged and could not be set aside, so the usual choices are in force."
    return f"{file.name} was damaged. It was set aside as {aside.name}, and the usual choices are in force."
