"""Write a compiled guide."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader.compiler.index import indexed, passages, stemmed
from reader.compiler.terms import Mention, naming
from reader.core.letters import folded_words
from reader.core.name_index import NameIndex
from reader.core.query import is_stemmed
from reader.core.records import About, Claim, Entry, Glossary, Problem, Reference, Section, to_json
from reader.core.schema import SCHEMA
from reader.core.text import Block

if TYPE_CHECKING:
    from reader.core.drawing import Drawing
    from reader.core.pathway import Pathway


@dataclass(slots=True)
class Compiled:
    """All that goes into a compiled guide."""

    about: About
    sections: list[tuple[Section, list[Block]]]
    entries: list[Entry] = field(default_factory=list)  # where two have one name, see `naming`
    glossaries: list[Glossary] = field(default_factory=list)  # that the reader added
    mentions: list[Mention] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    pathway: tuple[Pathway, Drawing] | None = None
    original: bytes = b""  # the pathway's GPML file
    images: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # key -> media type, bytes
    files: list[tuple[str, int, int]] = field(default_factory=list)  # name, size, mtime in ns
    problems: list[Problem] = field(default_factory=list)


def write(compiled: Compiled, file: Path) -> None:
    """Write *compiled* to *file*, atomically: whoever sees the name sees the whole guide.

    Its entries are put in alphabetical order, and have the same numbers in the tables ``entry``, ``names`` and
    ``passage``. Raises OSError when the place cannot be written.
    """
    draft = file.with_name(f"{file.name}.{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        # isolation_level=None: one transaction of our own; no journal, because nobody else sees a draft
        database = sqlite3.connect(draft, isolation_level=None)
        try:
            database.execute("PRAGMA journal_mode = OFF")
            database.executescript(f"BEGIN; {SCHEMA}")  # the tables, too: each alone would wait for the disk
            _fill(database, compiled)
            database.execute("COMMIT")
        finally:
            database.close()
        draft.replace(file)
    except sqlite3.Error as error:
        raise OSError(f"{file}: {error}") from error
    finally:
        draft.unlink(missing_ok=True)


def _fill(database: sqlite3.Connection, compiled: Compiled) -> None:
    def many(table: str, columns: int, rows: Iterable[tuple[object, ...]]) -> None:
        database.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * columns)})", rows)  # noqa: S608 (our names)

    database.execute("INSERT INTO about VALUES (?)", (to_json(compiled.about),))
    many(
        "section",
        7,
        (
            (
                number,
                each.id,
                each.title,
                each.level,
                each.parent,
                each.words,
                _json([b.to_json() for b in blocks]),
            )
            for number, (each, blocks) in enumerate(compiled.sections)
        ),
    )
    names = {each.id: _names(each) for each in compiled.entries}
    many("form", 3, _forms(compiled.entries))
    compiled.entries.sort(key=lambda each: (names[each.id][:1], each.term))
    many("entry", 4, ((n, each.id, each.term, to_json(each)) for n, each in enumerate(compiled.entries)))
    many("names", 3, [NameIndex.packed(names[each.id] for each in compiled.entries)])
    many("glossary", 1, ((json.dumps(each),) for each in compiled.glossaries))  # as ASCII: a folder may be no text
    many("mention", 4, ((each.entry, each.section, each.times, _json(each.places)) for each in compiled.mentions))
    many("reference", 3, ((each.key, each.number, to_json(each)) for each in compiled.references))
    many("claim", 3, ((number, each.id, to_json(each)) for number, each in enumerate(compiled.claims)))
    if compiled.pathway is not None:
        graph, drawing = compiled.pathway
        many("pathway", 2, [(_json(graph.to_json()), _json(drawing.to_json()))])
        many("original", 1, [(zlib.compress(compiled.original),)])
    many("image", 3, ((key, *image) for key, image in compiled.images.items()))
    many("file", 3, compiled.files)
    _fill_index(database, compiled)
    many("problem", 4, ((n, each.file, each.line, each.message) for n, each in enumerate(compiled.problems)))


def _names(entry: Entry) -> list[str]:
    """Return what an entry is called, folded, its term first."""
    written = (entry.term, *entry.short_forms, *entry.other_names)
    return [folded for each in written if (folded := folded_words(each))]


def _forms(entries: Iterable[Entry]) -> Iterator[tuple[str, int, str]]:
    """Yield the names of the entries in one word each, a verb with and without its to: name, rank, entry id."""
    taken: set[tuple[str, str]] = set()
    for rank, (entry, written) in enumerate(naming(entries)):
        name = folded_words(written)
        for form in {each.replace(" ", "") for each in (name, name.removeprefix("to "))} - {""}:
            if (form, entry.id) not in taken:
                taken.add((form, entry.id))
                yield form, rank, entry.id


def _fill_index(database: sqlite3.Connection, compiled: Compiled) -> None:
    """Write what the search finds: passages, their words, the stems of the words."""
    every = list(passages(compiled))
    vocabulary: set[str] = set()
    database.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)",
        ((n, each.kind, each.target, each.block, each.start, each.shown) for n, each in enumerate(every)),
    )
    database.executemany(
        "INSERT INTO passages (rowid, head, body, joined) VALUES (?, ?, ?, ?)", indexed(every, vocabulary)
    )
    database.execute("INSERT INTO passages (passages, rank) VALUES ('rank', 'bm25(8.0, 1.0, 1.0)')")
    database.execute("INSERT INTO passages (passages) VALUES ('optimize')")  # one tree: each search reads less
    if is_stemmed(compiled.about.language):
        database.executemany("INSERT INTO stem VALUES (?, ?)", stemmed(vocabulary))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
