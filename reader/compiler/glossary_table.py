"""A glossary as a table: a row an entry, and a first row that says what each column holds.

Without such a row the columns are term, other names, definition; or, where there are two, term and definition. Lists
in a cell are parted as in glossary.md (`glossary_text.names`), and by line breaks. All else in a cell is plain text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from reader.compiler.glossary_entries import (
    DEFAULT_MARK,
    LISTS,
    MOST_ENTRIES,
    Written,
    checked,
    entry_of,
    values_of,
)
from reader.compiler.glossary_text import joined, names, without_controls
from reader.compiler.lines import line_at
from reader.core import table
from reader.core.records import Entry, Problem
from reader.core.source import printable
from reader.core.table import Row
from reader.errors import ReaderError

LIMIT = 32 * 2**20  # bytes of a table: twice those of glossary.md, for UTF-16
COLUMNS = {  # as they are written, each with its header
    "term": "term",
    "also": "other names",
    "definition": "definition",
    "short": "short forms",
    "say": "say",
    "parts": "parts",
    "see": "see also",
    "mesh": "MeSH",
    "ids": "ids",
    "sources": "sources",
    "mark": "mark",
}
_WORDS = {  # column -> what its header may be called, in small letters and without marks; the plain plurals too
    "term": "term,word,headword,head word,entry,keyword,name,glossary term",
    "also": "also,also called,also known as,other name,synonym,alias,aliases,names,variant,alternative,"
    "alternative name",
    "definition": "definition,meaning,explanation,description",
    "short": "short,short form,abbreviation,acronym,symbol",
    "say": "say,pronunciation,respelling,spoken",
    "parts": "parts,word parts",
    "see": "see,see also,related,related term",
    "mesh": "mesh,mesh id",
    "ids": "id,database id,xref",
    "sources": "source,reference",
    "mark": "mark",
}
_BY_WORD = {word: column for column, called in _WORDS.items() for word in called.split(",")}
_UNNAMED = {2: ("term", "definition"), 3: ("term", "also", "definition")}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column each cell of a row belongs to; "" is one that is left out."""

    names: tuple[str, ...]
    is_named: bool  # by the table itself


def read(content: bytes, file: str, problems: list[Problem], notes: list[str]) -> list[Written]:
    """Return the entries of a table with the lines of their rows.

    Rows that are left out and cells that are cut go to *problems*, what else there is to know to *notes*. Raises
    ReaderError where the file as a whole is not such a table.
    """
    text = table.text_of(content, file, notes)
    text, control = without_controls(text)
    if control >= 0:
        notes.append(f"{printable(file)}, line {line_at(text, control)}: Here stands a control character, which "
                     "nobody can see; it is shown as �, and so are others.")  # fmt: skip

    def refuse(line: int, message: str) -> None:
        problems.append(Problem(file, line, message))

    found = table.rows(text, file, _is_header, refuse)
    first = next(found, None)
    if first is None:
        raise ReaderError(f"{printable(file)} holds no row that can be read, so there is nothing to import.")
    columns = _columns(first, file, notes)
    body = found if columns.is_named else chain([first], found)
    return checked(_entries(body, columns, file, problems), file, problems)


def write(entries: Iterable[Entry], delimiter: str) -> str:
    """Return the table that `read` makes the same entries of; their see-also are terms, not ids."""
    return table.write(chain([tuple(COLUMNS.values())], map(_row, entries)), delimiter)


def _columns(first: Row, file: str, notes: list[str]) -> _Columns:
    """Return what the columns hold, by the first row. Raises ReaderError where that cannot be told."""
    place = f"{printable(file)}, line {first.line}"
    width = len(first.cells)
    if not _is_header(first.cells):
        if width == 1:
            raise ReaderError(f"{place}: There is one column only, and a glossary needs two, term and definition. Part "
                              "them by commas, semicolons or tabs.")  # fmt: skip
        if width not in _UNNAMED:
            raise ReaderError(f"{place}: There are {width} columns. Write what each holds in a first row, such as: "
                              f"{', '.join(islice(COLUMNS.values(), 4))}.")  # fmt: skip
        return _Columns(_UNNAMED[width], is_named=False)
    columns = tuple(_BY_WORD.get(_folded(cell), "") for cell in first.cells)
    count = Counter(columns)
    for column in ("term", "definition"):
        if not count[column]:
            given = ", ".join(printable(cell) for cell in first.cells[:12])
            raise ReaderError(f"{place}: No column is called {column}; there are: {given}. Call the one that holds it "
                              f"{column}.")  # fmt: skip
    for column, times in count.items():
        if column and column not in LISTS and times > 1:
            both = (printable(cell) for cell, each in zip(first.cells, columns, strict=True) if each == column)
            given = " and ".join(f"“{cell}”" for cell in islice(both, 12))
            raise ReaderError(f"{place}: {times} columns hold the {column}: {given}. Leave one of them.")
    for cell, column in zip(first.cells, columns, strict=True):
        if not column and cell.strip():
            notes.append(f"{place}: A glossary has no place for the column “{printable(cell)}”, so it is left out.")
    return _Columns(columns, is_named=True)


def _entries(rows: Iterable[Row], columns: _Columns, file: str, problems: list[Problem]) -> Iterator[Written]:
    needed = 1 + max(columns.names.index("term"), columns.names.index("definition"))
    is_empty = True
    for number, row in enumerate(rows):
        is_empty = False
        if number == MOST_ENTRIES:
            raise ReaderError(f"{printable(file)}, line {row.line}: The table has more than {MOST_ENTRIES:,} rows, the "
                              "most that a glossary holds. Part it into several.")  # fmt: skip
        width = len(columns.names)
        if len(row.cells) < needed or any(cell.strip() for cell in row.cells[width:]):
            message = f"This row has {_count(len(row.cells), 'cell')} for {width} columns, so it is left out."
            if len(row.cells) > width:
                message += " Put a cell that holds the mark between columns in quotation marks."
            problems.append(Problem(file, row.line, message))
        elif not row.cells[columns.names.index("term")].strip():
            problems.append(Problem(file, row.line, "This row has no term, so it is left out."))
        else:
            yield _entry(row, columns)
    if is_empty and not problems:
        raise ReaderError(
            f"{printable(file)} holds nothing but the names of its columns, so there is nothing to import."
        )


def _entry(row: Row, columns: _Columns) -> Written:
    cells: dict[str, str] = {}
    for column, cell in zip(columns.names, row.cells, strict=False):  # empty cells at the end may be missing
        if column not in LISTS:
            cells[column] = cell
        elif column in cells:
            cells[column] = joined((*names(cells[column]), *names(cell.strip())))
        else:
            cells[column] = cell.strip()
    cells["mark"] = cells.get("mark", "").strip().lower() or DEFAULT_MARK
    return Written(row.line, entry_of(" ".join(cells["term"].split()), cells["definition"], cells), {})


def _row(entry: Entry) -> tuple[str, ...]:
    values = {"term": entry.term, "definition": entry.definition, **values_of(entry)}
    return tuple(values[column] for column in COLUMNS)


def _is_header(cells: Sequence[str]) -> bool:
    """Whether a row names columns: two that a glossary has, or its first one the term's."""
    known = {column for cell in cells if (column := _BY_WORD.get(_folded(cell)))}
    return len(known) > 1 or _BY_WORD.get(_folded(cells[0])) == "term"


def _folded(cell: str) -> str:
    """Return a column's name in small letters without marks: ``Synonym(s) 2`` becomes ``synonym``, as its plural."""
    word = " ".join(re.findall(r"[^\W\d_]+", cell.replace("(s)", "").replace("_", " ").lower()))
    return word if word in _BY_WORD else word.removesuffix("s")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
