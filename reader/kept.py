"""Records that are kept as small JSON files: read tolerantly, written atomically.

A value that is not understood becomes its default, and its file is copied before it can be overwritten. A name from a
later version is left alone and written back. A file that is no JSON at all is set aside under another name.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, ClassVar, Self

from reader import atomic


def of(read: Callable[[Any], Any], write: Callable[[Any], Any]) -> dict[str, Any]:
    """Return the metadata of a field that is more than a JSON value.

    *read* makes its value of what the file holds and raises ValueError or TypeError where it cannot; *write* does the
    opposite.
    """
    return {"read": read, "write": write}


@dataclass(slots=True)
class Kept:
    """A record that is kept in a JSON file."""

    LOST: ClassVar[str] = "the usual choices are in force"  # when the file cannot be read
    ODD: ClassVar[str] = "Some choices in {0} could not be understood, so the usual ones are in force."
    unknown: dict[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, file: Path) -> tuple[Self, str]:
        """Return the record in *file* and a sentence for the user, empty when all is well."""
        try:
            data = file.read_bytes()
            found = json.loads(data.decode())
        except FileNotFoundError:
            return cls(), ""
        except OSError as error:
            return cls(), f"{file.name} could not be read ({error.strerror}), so {cls.LOST}."
        except (ValueError, RecursionError):
            return cls(), _set_aside(file, cls.LOST)
        if not isinstance(found, dict):
            return cls(), _set_aside(file, cls.LOST)
        record = cls.from_json(found)
        if _is_understood(found, record.to_json()):
            return record, ""
        return record, f"{cls.ODD.format(file.name)} {_copy_aside(file, data)}"

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Self:
        """Return the record that *found* holds, defaults in the place of what is of the wrong kind."""
        record = cls()
        known = {each.name: each.metadata for each in fields(cls) if each.name != "unknown"}
        for name, value in found.items():
            if name not in known:
                record.unknown[name] = value
            elif "read" in known[name]:
                try:
                    setattr(record, name, known[name]["read"](value))
                except (ValueError, TypeError):
                    continue
            elif _same_kind(value, getattr(record, name), known[name].get("of", object)):
                setattr(record, name, value)
        return record

    def to_json(self) -> dict[str, Any]:
        """Return the record as JSON values, with the names of a later version."""
        values = {
            each.name: each.metadata.get("write", _as_it_is)(getattr(self, each.name))
            for each in fields(self)
            if each.name != "unknown"
        }
        return {**self.unknown, **values}

    def save(self, file: Path) -> None:
        """Write the record to *file*, atomically, readable by its owner only. Raises OSError."""
        text = json.dumps(self.to_json(), indent=1)  # ASCII: a file name may be no text
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        atomic.write(file, text.encode(), mode=0o600)


def _as_it_is(value: Any) -> Any:
    return value


def _same_kind(value: object, default: object, of: type) -> bool:
    """Whether *value* can stand in place of *default*; *of* is what a list holds."""
    if isinstance(value, list) and not all(isinstance(each, of) for each in value):
        return False
    return type(value) is type(default)


def _is_understood(found: Any, written: Any) -> bool:
    """Return whether all that was *found* would be *written* again as it is."""
    if found is written:  # as an unknown name's is, however deep
        return True
    if isinstance(found, dict) and isinstance(written, dict):
        return all(name in written and _is_understood(value, written[name]) for name, value in found.items())
    return isinstance(found, bool) == isinstance(written, bool) and bool(found == written)


def _copy_aside(file: Path, data: bytes) -> str:
    """Keep *data*, what a file holds, beside it, once, and return the sentence that says so."""
    number = 1
    try:
        while (aside := file.with_name(f"{file.stem}.odd-{number}{file.suffix}")).exists():
            if aside.read_bytes() == data:
                break
            number += 1
        else:
            aside.touch(mode=0o600)
            aside.write_bytes(data)
    except OSError as error:
        return f"The file could not be copied ({error.strerror})."
    return f"The file was kept as {aside.name}."


def _set_aside(file: Path, lost: str) -> str:
    """Rename a damaged file and return the sentence that says so, and what is *lost*."""
    number = 1
    while (aside := file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")).exists():
        number += 1
    try:
        file.replace(aside)
    except OSError:
        return f"{file.name} is damaged and could not be set aside, so {lost}."
    return f"{file.name} was damaged. It was set aside as {aside.name}, and {lost}."
