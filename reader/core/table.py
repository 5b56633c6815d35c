"""A table as spreadsheets save it, CSV or TSV: from bytes to rows with their lines, and back.

What such files look like in practice is told by RFC 4180, and by what Excel and LibreOffice write: commas, semicolons
where the comma is the decimal sign, or tabs; UTF-8 with and without a mark, UTF-16, and the old Windows code page.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import NamedTuple

from reader.core.source import UnreadableError, printable
from reader.errors import ReaderError

SAVE = "save it as “CSV UTF-8” and import that"
_COPY = f"copy its table into a spreadsheet, {SAVE}"
_OPEN = f"open it in its program, {SAVE}"
LONGEST_CELL = 131_072  # characters
_SAMPLE = 65_536  # characters that tell what parts the cells
_SAMPLE_ROWS = 50
_KINDS = (  # how a file begins that is no text: what it is, and what to do with it
    (b"\xd0\xcf\x11\xe0", f"is a file of an old Excel or Word, whatever its name says; {_OPEN}"),
    (b"%PDF-", f"is a PDF, whatever its name says; {_COPY}"),
    (b"{\\rtf", f"is a Word text (RTF), whatever its name says; {_COPY}"),
    (b"\x89PNG", "is a picture, whatever its name says; only a table can be imported"),
    (b"\xff\xd8\xff", "is a picture, whatever its name says; only a table can be imported"),
    (b"GIF8", "is a picture, whatever its name says; only a table can be imported"),
    (b"\x1f\x8b", "is a packed file, whatever its name says; unpack it and import what is in it"),
)
_ZIPPED = (  # what a ZIP file holds: the same
    (b"xl/", f"is an Excel workbook (.xlsx), whatever its name says; {_OPEN}"),
    (b"word/", f"is a Word text (.docx), whatever its name says; {_COPY}"),
    (b"opendocument.spreadsheet", f"is a LibreOffice table (.ods), whatever its name says; {_OPEN}"),
    (b"opendocument.text", f"is a LibreOffice text (.odt), whatever its name says; {_COPY}"),
    (b"", "is a packed file (ZIP), whatever its name says; unpack it and import what is in it"),
)
_HTML = re.compile(r"\s*<(?:!doctype|!--|\?xml|html|head|body|table)\b", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*(?:\{\s*"|\[))')
_SEPARATOR = re.compile(r'"?sep=([,;\t])"?[ \t,;]*\n', re.IGNORECASE)  # a first line that only Excel knows
# Letters and marks of western Europe as Windows-1252 has them; a letter of another code page would be none of these.
_WESTERN = frozenset("ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâäåæçèéêëìíîïñòóôöøùúûüÿŒœ")
_WESTERN_MARKS = frozenset("‘’“”„‚–—…€°µ±·×®™£§«»½¼¾²³\u00a0•†")
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


class Row(NamedTuple):
    """A row that is not empty, and the line of the file in which it begins, from 1."""

    line: int
    cells: list[str]


def text_of(content: bytes, name: str, notes: list[str]) -> str:
    """Return the text of a table, line ends as ``\\n``; how it had to be read goes to *notes*.

    Raises UnreadableError for what is no text, whatever the file is called.
    """
    if reason := _no_text(content):
        raise UnreadableError(name, reason)
    text = _decoded(content, name, notes).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise UnreadableError(name, f"is not a text file; open it in the program that made it, {SAVE}")
    if _HTML.match(text):
        raise UnreadableError(name, f"is a web page (HTML), whatever its name says; {_COPY}")
    if _JSON.match(text):
        raise UnreadableError(name, f"is JSON, whatever its name says; turn it into a table, {SAVE}")
    if not text.strip():
        raise UnreadableError(name, "is empty, so there is nothing to import")
    return text


def rows(
    text: str, name: str, is_header: Callable[[Sequence[str]], bool], refuse: Callable[[int, str], None]
) -> Iterator[Row]:
    """Yield the rows of a table; *is_header* knows a row of column names, which tells best what parts the cells.

    A row that cannot be read goes to *refuse*, with its line. Raises ReaderError where a quotation mark never ends.
    """
    first_line = 1
    if match := _SEPARATOR.match(text):
        delimiter, text, first_line = match[1], text[match.end() :], 2
    else:
        delimiter = _delimiter(text, name, is_header)
    csv.field_size_limit(len(text) + 1)  # or csv would give up on the whole table
    found = csv.reader(StringIO(text), delimiter=delimiter, strict=True)
    while True:
        line = found.line_num + first_line
        try:
            cells = next(found)
        except StopIteration:
            return
        except csv.Error as error:
            _judge(str(error), f"{printable(name)}, line {line}")
            refuse(line, "Text stands behind a quotation mark that ends a cell, so this row is left out; "
                         "inside a cell, write each quotation mark twice.")  # fmt: skip
            continue
        if any(len(cell) > LONGEST_CELL for cell in cells):
            refuse(line, f"A cell of this row is longer than {LONGEST_CELL:,} letters, so this row is left out; "
                         "perhaps the quotation mark at its end is missing.")  # fmt: skip
            continue
        cells = [_bare(cell) for cell in cells]
        if any(cell and not cell.isspace() for cell in cells):
            yield Row(line, cells)


def write(every: Iterable[Sequence[str]], delimiter: str) -> str:
    """Return a table that `rows` reads back.

    A cell that a spreadsheet would take for a formula has an apostrophe before it, as OWASP advises against CSV
    injection: whoever opens the table may run nothing a stranger wrote, and a word such as ``-itis`` stays a word.
    """
    made = StringIO()
    writer = csv.writer(made, delimiter=delimiter, lineterminator="\r\n")  # RFC 4180, 2.1
    writer.writerows([_guarded(cell) for cell in row] for row in every)
    return made.getvalue()


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _judge(error: str, place: str) -> None:
    """Raise ReaderError for what spoils the rest of a table, too: where its cells end can no longer be told."""
    if "end of data" in error:
        raise ReaderError(
            f"{place}: A quotation mark that begins a cell of this row never ends, so where the cells end cannot be "
            "told. Add the missing one, or save the whole file again if it was cut short."
        )


def _no_text(content: bytes) -> str:
    """Return what a file is that is no text; "" where it may be one."""
    if content.startswith(b"PK\x03\x04"):
        return next(reason for mark, reason in _ZIPPED if mark in content)
    return next((reason for begin, reason in _KINDS if content.startswith(begin)), "")


def _decoded(content: bytes, name: str, notes: list[str]) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # Excel's “Unicode text”
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise UnreadableError(name, f"is UTF-16 text that is damaged or cut short; {SAVE}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = _western(content)
        if text is None:
            raise UnreadableError(name, f"is not UTF-8 text (line {line}); {SAVE}") from error
    notes.append(f"{printable(name)} is not UTF-8; it was read as Windows-1252, as Excel often saves it. "
                 f"See whether line {line} and others with accents are right.")  # fmt: skip
    return text


def _western(content: bytes) -> str | None:
    """Return *content* as Windows-1252 text where it can be nothing else; None where it may be.

    Anything at all can be read as Windows-1252. So no two bytes may be a letter of UTF-8, which would be a file of two
    encodings or a damaged one; and all must be marks, or western letters that stand alone or beside plain ones.
    """
    text = content.decode("cp1252", errors="replace")
    if re.search(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}", content) or "\0" in text:
        return None
    for run in re.findall(r"[^\x00-\x7f]+", text):
        if len(run) > 3 or not _WESTERN_MARKS.union(_WESTERN).issuperset(run):
            return None
    # ¹, ³, µ and so on are letters in the middle of words in other code pages.
    is_marked_inside = re.search(r"[A-Za-z][‚„…†•€£§±²³¼½¾×«»][A-Za-z]", text)
    return None if is_marked_inside else text


def _delimiter(text: str, name: str, is_header: Callable[[Sequence[str]], bool]) -> str:
    """Return what parts the cells: what its header says, else what parts all rows alike, else what its name says."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE and "\n" in sample:
        sample = sample[: sample.rindex("\n")]
    by_name = "\t" if name.lower().endswith((".tsv", ".tab")) else ","
    best, best_rank = by_name, (False, 0.0, 0, False)
    for delimiter in (by_name, *({"\t", ";", ","} - {by_name})):
        found = list(islice(_sampled(sample, delimiter), _SAMPLE_ROWS))
        width, count = Counter(map(len, found)).most_common(1)[0] if found else (1, 0)
        if width > 1:
            begins = sum(_first_of(cells[0], delimiter) for cells in found)
            rank = (is_header(found[0]), count / len(found), begins, delimiter == by_name)
            best, best_rank = max((best, best_rank), (delimiter, rank), key=lambda each: each[1])
    return best


def _sampled(sample: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows that a delimiter makes, empty ones left out, up to what cannot be read."""
    try:
        yield from (cells for cells in csv.reader(StringIO(sample), delimiter=delimiter) if any(cells))
    except csv.Error:
        return


def _first_of(cell: str, delimiter: str) -> bool:
    """Whether no other delimiter stands before the end of a row's first cell: terms seldom hold any."""
    return not any(other in cell for other in ",;\t" if other != delimiter)
