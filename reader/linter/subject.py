"""A guide as the linter sees it: what the compiler made of it, and the files it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from reader.compiler import claims, glossary, gpml
from reader.compiler.assemble import assemble
from reader.compiler.glossary_entries import Written
from reader.compiler.store import Compiled
from reader.compiler.terms import Terms
from reader.core.records import Claim, Section
from reader.core.source import PATHWAY, Source, UnreadableError
from reader.core.text import Block
from reader.errors import ReaderError
from reader.linter.places import Places
from reader.linter.words.syllables import Syllables, overrides_from


class Subject:
    """A guide under inspection."""

    def __init__(self, source: Source, *, as_plain_text: bool = False) -> None:
        self.source = source
        self.compiled: Compiled = assemble(source, as_plain_text=as_plain_text, needs_article=False)
        self._texts: dict[str, str] = {}

    @property
    def article(self) -> str:
        """The name of the article's file."""
        return self.source.article

    @property
    def has_article(self) -> bool:
        """Whether there is a text of an author's to read; without one, the compiler makes a section of its own."""
        return not self.source.is_pathway and bool(self.text(self.article).strip())

    def text(self, name: str) -> str:
        """Return the text of one of the guide's files; "" where it is missing or cannot be read."""
        if self.source.is_single_file and name != self.article:
            return ""  # what lies beside a single file is not its own
        if name not in self._texts:
            try:
                self._texts[name] = self.source.text(name) or ""
            except UnreadableError:  # which the compiler has said already
                self._texts[name] = ""
        return self._texts[name]

    @property
    def sections(self) -> list[tuple[Section, list[Block]]]:
        """The sections in reading order, each with its blocks, the heading first."""
        return self.compiled.sections

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks in reading order."""
        for _, blocks in self.sections:
            yield from blocks

    @cached_property
    def places(self) -> Places:
        """Where the article's blocks stand in its file."""
        return Places(self.text(self.article), self.blocks())

    @property
    def is_english(self) -> bool:
        """Whether the guide says that it is in English (BCP 47), or says nothing of its language."""
        return self.compiled.about.language.casefold().split("-")[0] == "en"

    @cached_property
    def syllables(self) -> Syllables:
        """How many syllables a word has; the glossary's own words have as many as their respellings say."""
        said = ((each.term, each.pronunciation) for each in self.compiled.entries if each.pronunciation)
        return Syllables(overrides_from(said))

    @cached_property
    def terms(self) -> Terms:
        """The words that lead to an entry."""
        return Terms(each.entry for each in self.entries)

    @cached_property
    def survey(self) -> gpml.Survey | None:
        """All that pathway.gpml, or a lone pathway, says, with its lines; None where it is missing or unreadable."""
        name = self.source.article if self.source.is_pathway else PATHWAY
        try:
            found = self.source.read(name) if name in self.source.names else None
            return gpml.survey(found[0], name) if found else None
        except ReaderError:  # which the compiler has said already
            return None

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims by id as claims.toml has them, names that lead nowhere included."""
        return claims.read(self.text(claims.FILE), [])

    @cached_property
    def entries(self) -> list[Written]:
        """The entries as glossary.md has them, with their lines."""
        return glossary.read(self.text(glossary.FILE), [])
