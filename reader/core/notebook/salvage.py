"""Reads what is left of a damaged notebook, page by page and without SQLite: a lost page takes only its own notes.

The form of a page and a row: https://www.sqlite.org/fileformat2.html#b_tree_pages and #record_format; of the log:
#the_write_ahead_log. Nothing that the file says is believed: each number is held against the room there is.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from reader.core.notebook import table
from reader.core.notebook.notes import Note

LARGEST = 2**30  # bytes of a file that is looked through
_PAGE = 4096  # bytes, where the file does not say how many
_LEAF = 13  # the first byte of a page that holds rows
_LOG_HEAD, _FRAME_HEAD = 32, 24
_LOG = {0x377F0682: "<", 0x377F0683: ">"}  # how the log begins: in which order its sums take the bytes
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of a value, by the code of its type


class Left(NamedTuple):
    """What could be read."""

    notes: list[Note]
    doubtful: list[Note]  # with a wrong byte somewhere
    titles: dict[str, str]  # of guides, by id


class Frame(NamedTuple):
    """One page in the log."""

    page: int
    ends: bool  # a transaction
    is_right: bool
    data: bytes


def read(file: Path, log: Path) -> Left:
    """Return the notes in a damaged file and the log beside it, either of which may be missing. Raises OSError."""
    pages = _pages(_bytes(file))
    pages.update(_logged(list(frames(log))))
    found = Left([], [], {})
    for each in pages.values():
        for row in _rows(each, pages):
            with contextlib.suppress(ValueError, TypeError):
                _take(row, found)
    return found


def frames(log: Path, first: int = 0) -> Iterator[Frame]:
    """Yield what a log holds since it was begun, from its page *first* on, each judged by itself; there may be none."""
    data = _bytes(log)
    if len(data) < _LOG_HEAD or (order := _LOG.get(int.from_bytes(data[:4], "big"))) is None:
        return
    size, salt = _size(data[8:12]), data[16:24]
    last = struct.unpack(">II", data[24:32])
    for index, at in enumerate(range(_LOG_HEAD, len(data) - _FRAME_HEAD - size + 1, _FRAME_HEAD + size)):
        head, page = data[at : at + _FRAME_HEAD], data[at + _FRAME_HEAD : at + _FRAME_HEAD + size]
        if head[8:16] != salt:
            return  # of an earlier time: what follows was put into the file long ago
        number, ends = struct.unpack(">II", head[:8])
        said = struct.unpack(">II", head[16:24])
        if index >= first:  # a sum takes its time
            yield Frame(number, bool(ends), _sum(head[:8] + page, last, order) == said, page)
        last = said  # and not what it should be: the next page may be right


def has_more(log: Path, understood: int) -> bool:
    """Whether a log holds a whole act behind the first *understood* pages, after which SQLite believes nothing."""
    return understood >= 0 and any(each.ends and each.is_right for each in frames(log, understood))


def _logged(found: list[Frame]) -> Iterator[tuple[int, bytes]]:
    """Yield the pages of the acts that came to their end."""
    ends = max((number for number, each in enumerate(found, 1) if each.ends), default=0)
    for each in found[:ends]:
        if each.is_right:
            yield each.page, each.data


def _sum(data: bytes, start: tuple[int, int], order: str) -> tuple[int, int]:
    one, two = start
    for first, second in struct.iter_unpack(f"{order}II", data):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST)
    except FileNotFoundError:
        return b""


def _pages(data: bytes) -> dict[int, bytes]:
    size = _size(data[16:18])
    return {at // size + 1: data[at : at + size] for at in range(0, len(data), size)}


def _size(said: bytes) -> int:
    """Return the size of a page: a power of two; 65 536 is told as 1 in the two bytes of the file's head."""
    size = int.from_bytes(said, "big")
    size = 65_536 if size == 1 else size
    return size if 512 <= size <= 65_536 and not size & (size - 1) else _PAGE


def _rows(page: bytes, pages: Mapping[int, bytes]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that a page holds."""
    start = 100 if page.startswith(b"SQLite format 3\0") else 0
    if len(page) < start + 8 or page[start] != _LEAF:
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for at in range(start + 8, min(start + 8 + 2 * count, len(page) - 1), 2):
        with contextlib.suppress(IndexError, ValueError, struct.error):
            yield _record(_payload(page, int.from_bytes(page[at : at + 2], "big"), pages))


def _payload(page: bytes, at: int, pages: Mapping[int, bytes]) -> bytes:
    """Return the bytes of the row at *at*, its end from the pages that hold what found no room."""
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    most, least = len(page) - 35, (len(page) - 12) * 32 // 255 - 23
    if length <= most:
        return page[at : at + length]
    here = least + (length - least) % (len(page) - 4)
    here = here if here <= most else least
    parts, left, after = [page[at : at + here]], length - here, page[at + here : at + here + 4]
    seen: set[int] = set()
    while left > 0:
        number = int.from_bytes(after, "big")
        if number in seen or number not in pages:
            raise ValueError("a page is missing")
        seen.add(number)
        after, part = pages[number][:4], pages[number][4 : 4 + left]
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _record(data: bytes) -> tuple[Any, ...]:
    """Return the values of a row."""
    end, at = _varint(data, 0)
    codes, values = [], []
    while at < end:
        code, at = _varint(data, at)
        codes.append(code)
    for code in codes:
        width = (code - 12) // 2 if code >= 12 else _WIDTHS[code]
        part, at = data[at : at + width], at + width
        if len(part) < width:
            raise ValueError("the row is cut off")
        values.append(_value(code, part))
    return tuple(values)


def _value(code: int, part: bytes) -> Any:
    if code >= 12:
        return part.decode(errors="replace") if code % 2 else part
    if code == 7:
        return struct.unpack(">d", part)[0]
    if code in (8, 9):
        return code - 8
    return int.from_bytes(part, "big", signed=True) if code else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at a byte, and where the next one begins."""
    number = 0
    for end in range(at, at + 8):
        number = number << 7 | data[end] & 0x7F
        if data[end] < 0x80:
            return number, end + 1
    return number << 8 | data[at + 8], at + 9


def _take(row: tuple[Any, ...], found: Left) -> None:
    if len(row) == table.COLUMNS:
        values = (*row[:5], *map(float, row[5:7]), *row[7:])  # a time without a fraction is kept as a whole number
        note = Note.from_json(table.note_of(values).to_json())
        (found.notes if table.is_right(values) else found.doubtful).append(note)
    elif len(row) == 2 and all(isinstance(each, str) for each in row):
        found.titles[row[0]] = row[1]
