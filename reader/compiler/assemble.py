"""All files of a guide -> all that goes into its compiled form. Only the article is needed; the rest may be broken."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import unquote

from reader.compiler import about as about_file
from reader.compiler import added, check, claims, glossary, pathway_file, plain, references
from reader.compiler.added import Added
from reader.compiler.blocks import Article
from reader.compiler.clean import Refused
from reader.compiler.glossary_entries import Written
from reader.compiler.lines import MOST, line_of
from reader.compiler.pictures import Pictures
from reader.compiler.sections import Sections, cut
from reader.compiler.store import Compiled
from reader.compiler.terms import Marking, Terms
from reader.core.pathway import Pathway
from reader.core.records import About, Claim, Entry, Problem, Reference
from reader.core.source import Source, UnreadableError, printable
from reader.core.text import Block, Span

MOST_PROBLEMS = 500
TOO_HARD = "Its formatting could not be read, so it is shown as plain text."
Add = Callable[[Source, Sequence[Entry], Mapping[str, Reference]], Added]


def assemble(
    source: Source, *, as_plain_text: bool = False, needs_article: bool = True, add: Add = added.none
) -> Compiled:
    """Return a guide's content, with what is wrong in its files as problems.

    *as_plain_text* reads the article without Markdown. *add* is asked for the glossaries that the reader added, once
    the article is read, with the guide's own entries and references. Raises ReaderError where there is no article to
    read, unless *needs_article* is false: that is then a problem like the others. A glossary that stands alone needs
    none, and a GPML file is one.
    """
    if source.is_pathway:
        from reader.compiler import pathway_guide

        return pathway_guide.compiled(source, _identifier(source), add)
    assembly = _Assembly(source, add)
    try:
        text = "" if source.is_glossary else assembly.article_text()
    except UnreadableError as error:
        if needs_article:
            raise
        assembly.problems.append(Problem(source.article, 0, f"This file {error.reason}.", "unreadable"))
        text = ""
    return assembly.compiled(text, as_plain_text)


@dataclass(slots=True)
class _Assembly:
    """One run over the files of a guide."""

    source: Source
    add: Add
    problems: list[Problem] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)  # reference key -> number, in order of first citation
    references: dict[str, Reference] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    named_claims: set[str] = field(default_factory=set)  # with those left out for a fault of their own
    entries: list[Written] = field(default_factory=list)

    def article_text(self) -> str:
        """Return the text of the article. Raises UnreadableError where there is none."""
        text = self.source.text(self.source.article)
        if text is None or not text.strip():
            state = "is missing" if text is None else "is empty, so there is nothing to read"
            raise UnreadableError(self.source.article, state)
        return text

    def compiled(self, text: str, as_plain_text: bool) -> Compiled:
        """Read everything else, resolve what points at something else, and return it."""
        about_text = self._text(about_file.FILE)
        given = about_file.read(about_text, self.problems)
        references_text, claims_text = self._text(references.FILE), self._text(claims.FILE)
        self.references = references.read(references_text, self.problems) if references_text else {}
        self.claims = claims.read(claims_text, self.problems)
        self.named_claims = self.claims.keys() | claims.names(claims_text)
        self.entries = glossary.read(self._text(glossary.FILE), self.problems)
        article, refused = self._article(text, as_plain_text)
        title = given.get("title") or _first_heading(article) or _name(self.source)
        sections = cut(article, self.claims, title)
        own = [each.entry for each in self.entries]
        beside = self.add(self.source, own, self.references)
        terms = Terms([*own, *beside.entries])  # of entries with one name the guide's own count
        marking = Marking(terms)
        pictures, broken = self._settle(text, sections, marking)
        self._check_article(text, article, sections, refused, broken)
        self.problems += check.unnamed(self.source.article, text, terms.unnamed)
        blocks = {section.id: own for section, own in sections.sections}
        self.problems += check.questions(about_text, given.get("questions", ""), blocks)
        known = set(blocks)
        self.problems += check.claims(claims_text, self.claims, known, self.references)
        entries = [*self._entries(terms), *added.settled(beside, terms)]
        named = pathway_file.Known(known, terms, self.references, self.claims, self.named_claims)
        pathway, original = pathway_file.read(self.source, named, self.problems)
        return Compiled(
            about=About(**{"id": _identifier(self.source), "title": title, **given}),
            sections=sections.sections,
            entries=entries,
            mentions=list(marking.mentions()),
            references=[*self._numbered(pathway[0] if pathway else None), *beside.references.values()],
            claims=[self._claim(each, known) for each in self.claims.values()],
            pathway=pathway,
            original=original,
            images=pictures.images,
            files=[(name, *state) for name, state in pictures.files.items()],
            glossaries=beside.glossaries,
            problems=_few(self.problems, self.source) + [_printable(each) for each in beside.problems],
        )

    def _text(self, name: str) -> str:
        """Return the text of a file that may be missing; why it cannot be read becomes a problem."""
        if name not in self.source.names:
            return ""
        try:
            return self.source.text(name) or ""
        except UnreadableError as error:
            self.problems.append(
                Problem(name, 0, f"This file {error.reason}. The guide opens without it.", "unreadable")
            )
            return ""

    def _number(self, key: str) -> int | None:
        return self.numbers.setdefault(key, len(self.numbers) + 1) if key in self.references else None

    def _article(self, text: str, as_plain_text: bool) -> tuple[Article, list[Refused]]:
        if as_plain_text:
            self.problems.append(Problem(self.source.article, 0, TOO_HARD, "too-hard"))
            return plain.read(text), []
        from reader.compiler import article  # Markdown and nh3, which a plain text does without

        return article.read(text, self._number)

    def _settle(self, text: str, sections: Sections, marking: Marking) -> tuple[Pictures, list[str]]:
        """Give every block its pictures, links and terms; return the pictures, and the links that lead nowhere."""
        file = self.source.article

        refused: list[str] = []

        def refuse(name: str, message: str) -> None:
            refused.append(name)
            if len(refused) <= MOST:
                self.problems.append(
                    Problem(file, line_of(text, rf"(?<![\w/.:]){re.escape(name)}"), message, "picture")
                )

        pictures = Pictures(self.source, refuse)
        broken: list[str] = []
        targets = sections.targets | {section.id: section.id for section, _ in sections.sections}
        for number, (_, blocks) in enumerate(sections.sections):
            settled = (pictures.settle(block) if block.kind == "image" else block for block in list(blocks))
            linked = (_linked(block, targets, broken) for block in settled if block is not None)
            blocks[:] = [marking.mark(number, block) for block in linked]
        return pictures, broken

    def _check_article(
        self, text: str, article: Article, sections: Sections, refused: list[Refused], broken: list[str]
    ) -> None:
        file = self.source.article
        named = (claim for block in article.blocks for claim in block.claims)
        self.problems += check.refused(file, text, refused)
        self.problems += check.uncited(file, text, article.uncited)
        self.problems += check.repeated(file, text, [*article.repeated, *sections.repeated])
        self.problems += check.broken_links(file, text, broken)
        self.problems += check.unknown_claims(file, text, named, self.named_claims)

    def _entries(self, terms: Terms) -> list[Entry]:
        """Return the entries with see-also as ids, without what names nothing."""
        wanted = {term for each in self.entries for term in each.entry.see_also}
        names = {term: entry for term in wanted if (entry := terms.named(term))}
        self.problems += check.glossary(self.entries, names, self.references)
        return [
            each.entry._replace(
                see_also=_others(each.entry, names),
                sources=self._known(each.entry.sources),
                terms=terms.within(each.entry),
            )
            for each in self.entries
        ]

    def _known(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(key for key in keys if key in self.references)

    def _claim(self, claim: Claim, sections: set[str]) -> Claim:
        section = claim.section if claim.section in sections else ""
        return claim._replace(section=section, references=self._known(claim.references))

    def _numbered(self, pathway: Pathway | None) -> list[Reference]:
        """Return the references with their numbers: first those of the text, then of claims, then of the pathway."""
        for claim in self.claims.values():
            for key in claim.references:
                self._number(key)
        for interaction in pathway.interactions if pathway else ():
            for key in interaction.references:
                self._number(key)
        return [each._replace(number=self.numbers.get(key, 0)) for key, each in self.references.items()]


def _others(entry: Entry, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the entries that an entry points to, each once and not itself."""
    found = dict.fromkeys(names[term] for term in entry.see_also if term in names)
    found.pop(entry.id, None)
    return tuple(found)


def _linked(block: Block, targets: dict[str, str], broken: list[str]) -> Block:
    """Return the block with its inner links as ``#section-id`` or ``#block-id``; others are noted and let go."""
    if not any(span.kind == "link" and span.value.startswith("#") for span in block.spans):
        return block
    spans: list[Span] = []
    for span in block.spans:
        if span.kind == "link" and span.value.startswith("#"):
            target = targets.get(span.value[1:]) or targets.get(unquote(span.value[1:]))
            if target is None:
                broken.append(span.value)
                continue
            spans.append(span._replace(value=f"#{target}"))
        else:
            spans.append(span)
    return block._replace(spans=tuple(spans))


def _few(problems: list[Problem], source: Source) -> list[Problem]:
    """Return the problems by file and line, each once, and not without end.

    The article's come last: a broken references.json is the cause, a hundred citations without reference its effects.
    """
    order = {name: number for number, name in enumerate(source.names)} | {source.article: len(source.names)}
    distinct = sorted(dict.fromkeys(problems), key=lambda each: (order.get(each.file, 0), each.line))
    distinct = [_printable(each) for each in distinct]
    more = len(distinct) - MOST_PROBLEMS
    if more <= 0:
        return distinct
    return [*distinct[:MOST_PROBLEMS], Problem("", 0, f"There are {more} problems more; mend these first.")]


def _printable(problem: Problem) -> Problem:
    return problem._replace(file=printable(problem.file))


def _first_heading(article: Article) -> str:
    return next((block.text for block in article.blocks if block.kind == "heading"), "")


def _name(source: Source) -> str:
    return printable(PurePath(source.article).stem if source.is_single_file else source.folder.name or source.article)


def _identifier(source: Source) -> str:
    """Return the id of a guide that gives none: the same for the same place on disk."""
    place = str(source.path).encode(errors="surrogateescape")
    return f"file-{hashlib.sha256(place).hexdigest()[:16]}"
