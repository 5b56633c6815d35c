"""Reads what is left of a damaged notebook, page by page and without SQLite: a lost page takes only its own notes.

The form of a page and a row: https://www.sqlite.org/fileformat2.html#b_tree_pages and #record_format; of the log:
#the_write_ahead_log. Nothing that the file says is believed: each number is held against the room there is.
"""

from __future__ import annotations

import contextlib
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reader.core.notebook import table
from reader.core.notebook.backup import LONGEST_TITLE
from reader.core.notebook.notes import Note

LARGEST = 256 * 2**20  # bytes of a file, of its log, and of notes in them that are read; 10,000 notes have about 20 MB
LONGEST_ROW = 4 * 2**20  # bytes: the longest note, each of its letters in four
SECONDS = 30.0  # that reading a file may take: other windows wait
_PAGE = 4096  # bytes, where the file does not say how many
_LEAF = 13  # the first byte of a page that holds rows
_LOG_HEAD, _FRAME_HEAD = 32, 24
_LOG = {0x377F0682: "<", 0x377F0683: ">"}  # how the log begins: in which order its sums take the bytes
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of a value, by the code of its type


class Left(NamedTuple):
    """What could be read."""

    notes: dict[str, Note]  # by id; of two, the one with the later revision
    doubtful: dict[str, Note]  # with a wrong byte somewhere
    titles: dict[str, str]  # of guides, by id
    is_all: bool = True  # there was no more than is read


class Frame(NamedTuple):
    """One page in the log."""

    page: int
    ends: bool  # a transaction
    is_right: bool
    at: int  # where its bytes begin in the log


def read(file: Path, log: Path) -> Left:
    """Return the notes in a damaged file and the log beside it, either of which may be missing. Raises OSError.

    However large they are, it takes no longer than SECONDS, and little more memory than the notes.
    """
    end = time.monotonic() + SECONDS
    found = Left({}, {}, {})
    taken = 0
    with contextlib.ExitStack() as opened:
        pages = _Pages(_opened(file, opened), _opened(log, opened), list(frames(log)))
        for number in pages.numbers():
            for row, length in _rows(number, pages):
                with contextlib.suppress(ValueError, TypeError):
                    taken += _take(row, found) * length
                if taken > LARGEST or time.monotonic() > end:
                    return found._replace(is_all=False)
    return found._replace(is_all=not pages.are_cut)


def frames(log: Path, first: int = 0) -> Iterator[Frame]:
    """Yield what a log holds since it was begun, from its page *first* on, each judged by itself; there may be none."""
    with contextlib.ExitStack() as opened:
        stream = _opened(log, opened)
        head = stream.read(_LOG_HEAD) if stream is not None else b""
        if stream is None or len(head) < _LOG_HEAD or (order := _LOG.get(int.from_bytes(head[:4], "big"))) is None:
            return
        size, salt = _size(head[8:12]), head[16:24]
        last = struct.unpack(">II", head[24:32])
        at = _LOG_HEAD + max(0, first - 1) * (_FRAME_HEAD + size)
        stream.seek(at)
        for index in range(max(0, first - 1), LARGEST // size):
            head, page = stream.read(_FRAME_HEAD), stream.read(size)
            if len(page) < size or head[8:16] != salt:
                return  # of an earlier time: what follows was put into the file long ago
            number, ends = struct.unpack(">II", head[:8])
            said = struct.unpack(">II", head[16:24])
            if index >= first:  # a sum takes its time
                yield Frame(number, bool(ends), _sum(head[:8] + page, last, order) == said, at + _FRAME_HEAD)
            last = said  # and not what it should be: the next page may be right
            at += _FRAME_HEAD + size


def has_more(log: Path, understood: int) -> bool:
    """Whether a log holds a whole act behind the first *understood* pages, after which SQLite believes nothing."""
    return understood >= 0 and any(each.ends and each.is_right for each in frames(log, understood))


class _Pages:
    """The pages of a file, as the log has them where it does; each is read from the disk when it is asked for."""

    def __init__(self, file: BinaryIO | None, log: BinaryIO | None, found: list[Frame]) -> None:
        self._file, self._log = file, log
        self._size, self._count, self.are_cut = _PAGE, 0, False
        if file is not None:
            self._size = _size(file.read(18)[16:])
            length = file.seek(0, 2)
            self.are_cut = length > LARGEST
            self._count = -(-min(length, LARGEST) // self._size)
        self._log_size = _PAGE
        if log is not None:
            self._log_size = _size(log.read(12)[8:])
            self.are_cut |= log.seek(0, 2) > LARGEST
        ends = max((number for number, each in enumerate(found, 1) if each.ends), default=0)  # of whole acts
        self._logged = {each.page: each.at for each in found[:ends] if each.is_right}

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of all pages, first of those that were written last."""
        yield from self._logged
        yield from (number for number in range(1, self._count + 1) if number not in self._logged)

    def get(self, number: int) -> bytes:
        """Return a page. Raises ValueError where there is none, or the disk does not give it."""
        if (at := self._logged.get(number)) is not None:
            stream, size = self._log, self._log_size
        else:
            stream, at, size = self._file, (number - 1) * self._size, self._size
        if stream is None or not 0 <= at < LARGEST:
            raise ValueError("a page is missing")
        try:
            stream.seek(at)
            return stream.read(size)
        except OSError as error:  # a bad place on the disk takes only its own notes
            raise ValueError("a page cannot be read") from error


def _opened(file: Path, until: contextlib.ExitStack) -> BinaryIO | None:
    """Return a file to be read; None: there is none."""
    try:
        return until.enter_context(file.open("rb"))
    except FileNotFoundError:
        return None


def _sum(data: bytes, start: tuple[int, int], order: str) -> tuple[int, int]:
    one, two = start
    for first, second in struct.iter_unpack(f"{order}II", data):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _size(said: bytes) -> int:
    """Return the size of a page: a power of two; 65 536 is told as 1 in the two bytes of the file's head."""
    size = int.from_bytes(said, "big")
    size = 65_536 if size == 1 else size
    return size if 512 <= size <= 65_536 and not size & (size - 1) else _PAGE


def _rows(number: int, pages: _Pages) -> Iterator[tuple[tuple[Any, ...], int]]:
    """Yield the rows that a page holds, and how many bytes each has; an empty one for each that cannot be read."""
    try:
        page = pages.get(number)
    except ValueError:
        return
    start = 100 if page.startswith(b"SQLite format 3\0") else 0
    if len(page) < start + 8 or page[start] != _LEAF:
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for at in range(start + 8, min(start + 8 + 2 * count, len(page) - 1), 2):
        row: tuple[Any, ...] = ()
        data = b""
        with contextlib.suppress(IndexError, ValueError, struct.error):
            data = _payload(page, int.from_bytes(page[at : at + 2], "big"), pages)
            row = _record(data)
        yield row, len(data)


def _payload(page: bytes, at: int, pages: _Pages) -> bytes:
    """Return the bytes of the row at *at*, its end from the pages that hold what found no room."""
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    most, least = len(page) - 35, (len(page) - 12) * 32 // 255 - 23
    if length <= most:
        return page[at : at + length]
    if length > LONGEST_ROW:
        raise ValueError("no note is so long")
    here = least + (length - least) % (len(page) - 4)
    here = here if here <= most else least
    parts, left, after = [page[at : at + here]], length - here, page[at + here : at + here + 4]
    seen: set[int] = set()
    while left > 0:
        number = int.from_bytes(after, "big")
        if number in seen:
            raise ValueError("the pages lead in a circle")
        seen.add(number)
        next_page = pages.get(number)
        after, part = next_page[:4], next_page[4 : 4 + left]
        if not part:
            raise ValueError("the row is cut off")
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


def _take(row: tuple[Any, ...], found: Left) -> bool:
    """Take what a row holds, and say whether that was something. Raises ValueError or TypeError where it is no note."""
    if len(row) == table.COLUMNS:
        values = (*row[:5], *map(float, row[5:7]), *row[7:])  # a time without a fraction is kept as a whole number
        note = Note.from_json(table.note_of(values).to_json())
        kept = found.notes if table.is_right(values) else found.doubtful
        if note.id not in kept or kept[note.id].revision <= note.revision:
            kept[note.id] = note
        return True
    if len(row) == 2 and all(isinstance(each, str) and len(each) <= LONGEST_TITLE for each in row):
        found.titles[row[0]] = row[1]
        return True
    return False
