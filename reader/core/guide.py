"""A compiled guide: outline, sections, entries, references, claims, pathway; read as needed from one SQLite file."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
import zlib
from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from reader.core.source import is_gpml
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.core.drawing import Drawing
    from reader.core.name_index import NameIndex
    from reader.core.pathway import Node, Pathway
    from reader.core.text import Block, Place

FORMAT = 43  # goes into the cache's key: raise it whenever what the compiler writes changes
MOST_QUESTIONS = 200  # that one picks from

SCHEMA = """
CREATE TABLE about (json TEXT NOT NULL);
CREATE TABLE section (
    ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, level INTEGER NOT NULL,
    parent TEXT NOT NULL, words INTEGER NOT NULL, blocks TEXT NOT NULL
);
CREATE TABLE entry (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, term TEXT NOT NULL, json TEXT NOT NULL);
CREATE TABLE form (
    joined TEXT NOT NULL, rank INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (joined, rank)
) WITHOUT ROWID;
CREATE TABLE names (lines TEXT NOT NULL, entries BLOB NOT NULL, words TEXT NOT NULL);
CREATE TABLE glossary (json TEXT NOT NULL);
CREATE TABLE mention (
    entry TEXT NOT NULL, section INTEGER NOT NULL, count INTEGER NOT NULL, places TEXT NOT NULL,
    PRIMARY KEY (entry, section)
) WITHOUT ROWID;
CREATE TABLE reference (key TEXT PRIMARY KEY, number INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE claim (ordinal INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
CREATE TABLE pathway (graph TEXT NOT NULL, drawing TEXT NOT NULL);
CREATE TABLE original (bytes BLOB NOT NULL);
CREATE TABLE image (key TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE file (name TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE problem (
    ordinal INTEGER PRIMARY KEY, file TEXT NOT NULL, line INTEGER NOT NULL, message TEXT NOT NULL
);
CREATE TABLE passage (
    ordinal INTEGER PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, block TEXT NOT NULL, start INTEGER NOT NULL,
    shown TEXT NOT NULL
);
CREATE VIRTUAL TABLE passages USING fts5(head, body, joined, content='', tokenize='ascii');
CREATE TABLE stem (stem TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (stem, word)) WITHOUT ROWID;
"""


# The records are NamedTuples: importing dataclasses and making these six would take a third of the time of `define`.


class About(NamedTuple):
    """What a guide says of itself (guide.toml)."""

    id: str
    title: str
    subtitle: str = ""
    language: str = "en"  # BCP 47, such as en-GB
    version: str = ""
    licence: str = ""
    authors: tuple[str, ...] = ()
    written: str = ""  # dates as ISO 8601
    evidence_checked: str = ""
    next_check: str = ""
    review: str = ""  # who reviewed it, or that nobody has, in one sentence
    disclaimer: str = ""
    message: str = ""  # the main message
    questions: str = ""  # the id of the section whose list holds questions for an appointment

    @property
    def is_overdue(self) -> bool:
        """Whether the day of its next check has passed, here and today."""
        return "" < self.next_check < time.strftime("%Y-%m-%d")


def minutes(words: float) -> int:
    """Return how long reading so many words takes, in whole minutes, at least 1.

    200 words a minute: below the mean of 238 for adult silent reading of non-fiction (Brysbaert 2019,
    doi:10.1016/j.jml.2019.104047), because our readers are tired.
    """
    return max(1, round(words / 200))


class Section(NamedTuple):
    """A heading and what stands under it, up to the next heading of any level."""

    id: str
    title: str
    level: int  # 1 is outermost; regular in the outline even where the source skips a level
    parent: str  # the id of the section around it, or ""
    words: int  # of the text, headings and callouts included

    @property
    def minutes(self) -> int:
        """Return how long reading takes, in whole minutes, at least 1."""
        return minutes(self.words)


class Entry(NamedTuple):
    """A word's explanation in the glossary."""

    id: str
    term: str
    definition: str
    short_forms: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    pronunciation: str = ""  # a respelling
    parts: str = ""  # the word taken apart: fibro·my·algia
    see_also: tuple[str, ...] = ()  # ids of other entries
    mesh: str = ""
    ids: tuple[str, ...] = ()  # numbers in databases, as "Ensembl:ENSG00000136244"
    sources: tuple[str, ...] = ()  # keys of references
    # Where the text marks it: never, asked (where its author tied a word to it), once (where the article first has it),
    # first (of each section), every.
    mark: str = "first"
    terms: tuple[tuple[int, int, str], ...] = ()  # the terms in its definition: start, end, the id of their entry
    glossary: str = ""  # the title of the glossary it stands in, beside the guide's own; empty for that


class Glossary(NamedTuple):
    """A glossary that the reader added beside the guide's own."""

    folder: str  # as the reader named it
    title: str
    words: int  # entries
    trouble: str = ""  # why it is left out: the end of a sentence about it


class Reference(NamedTuple):
    """A published source."""

    key: str
    number: int  # in order of first citation, from 1; 0 when nothing cites it
    text: str  # one line, ready to show: authors, title, journal, year
    doi: str = ""
    pmid: str = ""
    url: str = ""
    note: str = ""  # what is incomplete or was not checked
    glossary: str = ""  # the title of the added glossary that alone names it; empty for what the guide itself has


class Claim(NamedTuple):
    """A statement of the article that evidence speaks for or against."""

    id: str
    section: str
    text: str
    level: str  # a key of evidence.WORDS, or "advice", which carries no evidence mark
    reason: str = ""
    references: tuple[str, ...] = ()


class Problem(NamedTuple):
    """Something wrong in a guide's files that did not stop it from opening."""

    file: str  # in the guide's folder; the whole path where it belongs to an added glossary
    line: int  # from 1; 0 when it belongs to no line
    message: str
    rule: str = "malformed"  # of rules.RULES

    def __str__(self) -> str:
        """Return the sentence with its place before it: ``article.md, line 12: …``."""
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message}" if place else self.message


Record = TypeVar("Record", About, Entry, Reference, Claim)


def to_json(record: About | Entry | Reference | Claim) -> str:
    """Return a record as JSON text for the compiled guide."""
    return json.dumps(record._asdict(), ensure_ascii=False)


def _from_json(kind: type[Record], text: str) -> Record:
    values: dict[str, Any] = {name: _fixed(value) for name, value in json.loads(text).items()}
    return kind(**values)


def _fixed(value: Any) -> Any:
    return tuple(_fixed(each) for each in value) if isinstance(value, list) else value


def is_question(block: Block) -> bool:
    """Whether a block of the section that a guide names for questions is one: an item, but not of its key points."""
    return block.kind == "item" and not block.callout and bool(asked(block))


def asked(question: Block) -> str:
    """Return the words of a question, without the box before them that one ticks on paper."""
    return " ".join(question.text.removeprefix("☐").split())


class Guide:
    """A compiled guide, open for reading.

    Everything is read from the file when it is first asked for, so that a command which wants one entry does not
    pay for the article. Raises ReaderError when the file is not a compiled guide of this version.
    """

    def __init__(self, file: Path, source: Path | None = None) -> None:
        self.file = file
        self.source = source  # the folder or Markdown file it was compiled from, when that is known
        try:
            # A compiled guide never changes once it has its name, so SQLite need not look for locks or journals.
            self._database = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            (about,) = self._database.execute("SELECT json FROM about").fetchone()
            self.about: About = _from_json(About, about)
        except (sqlite3.Error, ValueError, TypeError, OSError) as error:
            raise ReaderError(f"The prepared copy of this guide is damaged ({file.name}: {error}).") from error

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @cached_property
    def outline(self) -> tuple[Section, ...]:
        """All sections in reading order."""
        rows = self.rows("SELECT id, title, level, parent, words FROM section ORDER BY ordinal")
        return tuple(Section(*row) for row in rows)

    @cached_property
    def _by_id(self) -> dict[str, Section]:
        return {section.id: section for section in self.outline}

    def section(self, identifier: str) -> Section | None:
        """Return the section with this id, or None."""
        return self._by_id.get(identifier)

    def within(self, section: str) -> tuple[str, ...]:
        """Return the ids of a section and of all sections inside it, in reading order."""
        inside = {section}
        for each in self.outline:
            if each.parent in inside:
                inside.add(each.id)
        return tuple(each.id for each in self.outline if each.id in inside)

    def place(self, target: str) -> Place | None:
        """Return the place that a link's ``#section-id`` or ``#block-id`` names, or None."""
        from reader.core.text import Place

        identifier = target.removeprefix("#")
        if self.section(identifier):
            return Place(identifier)
        section = identifier.rpartition(".")[0]
        known = any(block.id == identifier for block in self.blocks(section))
        return Place(section, identifier) if known else None

    def blocks(self, section: str) -> tuple[Block, ...]:
        """Return the blocks of a section, its heading first; () for an id that is unknown."""
        from reader.core.text import Block  # here, because commands that ask for no text pay for every import

        row = self._row("SELECT blocks FROM section WHERE id = ?", section)
        return tuple(Block.from_json(data) for data in json.loads(row[0])) if row else ()

    def sections_naming(self, value: str) -> tuple[str, ...]:
        """Return the ids of the sections whose blocks hold *value* as a whole text or name, in reading order."""
        quoted = json.dumps(value, ensure_ascii=False)
        rows = self.rows("SELECT id FROM section WHERE instr(blocks, ?) ORDER BY ordinal", quoted)
        return tuple(identifier for (identifier,) in rows)

    @cached_property
    def questions(self) -> tuple[Block, ...]:
        """The questions that it suggests for an appointment, each an item of the list in the section it names."""
        blocks = self.blocks(self.about.questions)
        return tuple(islice((block for block in blocks if is_question(block)), MOST_QUESTIONS))

    @cached_property
    def has_entries(self) -> bool:
        """Whether there is a glossary."""
        return bool(self.rows("SELECT 1 FROM entry LIMIT 1"))

    @cached_property
    def terms(self) -> tuple[tuple[str, str], ...]:
        """The id and the term of every entry, in alphabetical order."""
        return tuple(self.rows("SELECT id, term FROM entry ORDER BY ordinal"))

    def entry(self, identifier: str) -> Entry | None:
        """Return the entry with this id, or None."""
        row = self._row("SELECT json FROM entry WHERE id = ?", identifier)
        return _from_json(Entry, row[0]) if row else None

    def entry_numbered(self, number: int) -> Entry:
        """Return an entry by its number in alphabetical order, from 0; it must be there."""
        return _from_json(Entry, self.rows("SELECT json FROM entry WHERE ordinal = ?", number)[0][0])

    def entries_for_forms(self, joined: Iterable[str]) -> list[tuple[str, Entry]]:
        """Return the entries with any of these names, as `folded_words` and without spaces, each with its name.

        The guide's own come first, and of each glossary those whose term it is, in its order.
        """
        query = (
            "SELECT form.joined, entry.json FROM json_each(?) JOIN form ON form.joined = json_each.value"
            " JOIN entry ON entry.id = form.entry ORDER BY rank"
        )
        return [(name, _from_json(Entry, data)) for name, data in self.rows(query, json.dumps(list(joined)))]

    @cached_property
    def names(self) -> NameIndex:
        """What the entries are called."""
        from reader.core.name_index import NameIndex

        return NameIndex(*self._row("SELECT lines, entries, words FROM names") or ())

    @cached_property
    def glossaries(self) -> tuple[Glossary, ...]:
        """The glossaries that were added beside the guide's own, those that are left out, too."""
        return tuple(Glossary(*json.loads(row[0])) for row in self.rows("SELECT json FROM glossary ORDER BY rowid"))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All references: the cited ones by number, then the others by their text, last those of added glossaries."""
        rows = self.rows("SELECT json FROM reference")
        every = (_from_json(Reference, row[0]) for row in rows)
        return tuple(sorted(every, key=lambda each: (each.glossary, each.number == 0, each.number, each.text)))

    def reference(self, key: str) -> Reference | None:
        """Return the reference with this key, or None."""
        row = self._row("SELECT json FROM reference WHERE key = ?", key)
        return _from_json(Reference, row[0]) if row else None

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in the order of claims.toml."""
        return tuple(_from_json(Claim, row[0]) for row in self.rows("SELECT json FROM claim ORDER BY ordinal"))

    @cached_property
    def pathway(self) -> Pathway | None:
        """The pathway as a graph, or None when the guide has none."""
        from reader.core.pathway import Pathway

        row = self._row("SELECT graph FROM pathway")
        return Pathway.from_json(json.loads(row[0])) if row else None

    @cached_property
    def drawing(self) -> Drawing | None:
        """The pathway as a display list, or None when the guide has none."""
        from reader.core.drawing import Drawing

        row = self._row("SELECT drawing FROM pathway")
        return Drawing.from_json(json.loads(row[0])) if row else None

    @property
    def is_pathway(self) -> bool:
        """Whether it was made of a GPML file: then its drawing is the main thing."""
        return self.source is not None and is_gpml(self.source.name)

    def place_of(self, node: Node) -> Place | None:
        """Return where a node is explained: its section; in a lone pathway, its line in the list of what is in it."""
        from reader.core.text import Place

        if self.section(node.section) is None:
            return None
        if self.is_pathway:
            for block in self.blocks(node.section):
                if block.spans and block.spans[0].kind == "strong" and block.text[: block.spans[0].end] == node.label:
                    return Place(node.section, block.id)
        return Place(node.section)

    def original(self) -> bytes | None:
        """Return the GPML file of the pathway as it was, byte for byte, or None when the guide has none."""
        row = self._row("SELECT bytes FROM original")
        return zlib.decompress(row[0]) if row else None

    def image(self, key: str) -> bytes | None:
        """Return a picture of the article (PNG, JPEG, GIF or WebP), or None."""
        row = self._row("SELECT bytes FROM image WHERE key = ?", key)
        return bytes(row[0]) if row else None

    @cached_property
    def files(self) -> tuple[tuple[str, int, int], ...]:
        """The further files (pictures) it was made from: name in the folder, size in bytes, mtime in ns."""
        return tuple(self.rows("SELECT name, size, mtime_ns FROM file"))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the guide's files, in the order found."""
        rows = self.rows("SELECT file, line, message FROM problem ORDER BY ordinal")
        return tuple(Problem(*row) for row in rows)

    def rows(self, query: str, *values: str | int) -> list[Any]:
        """Return all rows that SQL asks for.

        A file that is damaged further in is removed, so that it is made again at the next start. Raises ReaderError.
        """
        try:
            return self._database.execute(query, values).fetchall()
        except UnicodeEncodeError:
            return []  # half a letter pair, which nothing in a guide holds
        except sqlite3.Error as error:
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)
            raise ReaderError(f"The prepared copy of this guide is damaged ({error}). Open the guide again.") from error

    def _row(self, query: str, *values: str) -> Any:
        """Return the first row, or None."""
        return next(iter(self.rows(query, *values)), None)
