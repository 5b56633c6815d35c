"""A compiled guide: outline, sections, entries, references, claims, pathway; read as needed from one SQLite file."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.core.records import About, Claim, Entry, Glossary, Problem, Reference, Section, from_json
from reader.core.source import is_gpml
from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.core.drawing import Drawing
    from reader.core.name_index import NameIndex
    from reader.core.pathway import Node, Pathway
    from reader.core.text import Block, Place


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
            self.about: About = from_json(About, about)
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
        from reader.core.questions import MOST_QUESTIONS, is_question

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
        return from_json(Entry, row[0]) if row else None

    def entry_numbered(self, number: int) -> Entry:
        """Return an entry by its number in alphabetical order, from 0; it must be there."""
        return from_json(Entry, self.rows("SELECT json FROM entry WHERE ordinal = ?", number)[0][0])

    def entries_for_forms(self, joined: Iterable[str]) -> list[tuple[str, Entry]]:
        """Return the entries with any of these names, as `folded_words` and without spaces, each with its name.

        The guide's own come first, and of each glossary those whose term it is, in its order.
        """
        query = (
            "SELECT form.joined, entry.json FROM json_each(?) JOIN form ON form.joined = json_each.value"
            " JOIN entry ON entry.id = form.entry ORDER BY rank"
        )
        return [(name, from_json(Entry, data)) for name, data in self.rows(query, json.dumps(list(joined)))]

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
        every = (from_json(Reference, row[0]) for row in rows)
        return tuple(sorted(every, key=lambda each: (each.glossary, each.number == 0, each.number, each.text)))

    def reference(self, key: str) -> Reference | None:
        """Return the reference with this key, or None."""
        row = self._row("SELECT json FROM reference WHERE key = ?", key)
        return from_json(Reference, row[0]) if row else None

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims in the order of claims.toml."""
        return tuple(from_json(Claim, row[0]) for row in self.rows("SELECT json FROM claim ORDER BY ordinal"))

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
