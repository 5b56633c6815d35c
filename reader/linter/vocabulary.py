"""The glossary and the references: explanations that are hard or long, and entries and sources that nothing uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from reader.compiler import glossary, references
from reader.compiler.glossary_entries import Written
from reader.compiler.references import lines_of_ids
from reader.compiler.terms import Terms
from reader.core.records import Problem
from reader.core.source import printable
from reader.core.text import Block
from reader.linter.prose import passages, without_spans
from reader.linter.subject import Subject
from reader.linter.words.hard import is_hard
from reader.linter.words.readability import Scores, score
from reader.linter.words.sentences import Word, sentences

GRADE = 7.0  # Flesch-Kincaid, of all explanations together
LONGEST = 25  # words of an explanation
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,99}>|<!--|&(?:#\w{2,8}|[a-z]{2,8});|\*\*\w|\]\(")  # of HTML, of Markdown
_LINES = 100  # of an entry in which a word is looked for


def findings(subject: Subject) -> Iterator[Problem]:
    """Yield what is wrong with explanations, and the entries and references that nothing uses."""
    if subject.compiled.entries:
        terms = Terms(each.entry._replace(mark="every") for each in subject.entries)
        yield from _explanations(subject, terms)
        yield from _wordings(subject)
        if not subject.source.is_glossary:  # its words are looked up from texts that are not here
            yield from _unused_entries(subject, terms)
    yield from _unused_references(subject)


def _explanations(subject: Subject, terms: Terms) -> Iterator[Problem]:
    lines = subject.text(glossary.FILE).split("\n")
    if subject.is_english:
        found = passages(Block("", "paragraph", each.entry.definition) for each in subject.entries)
        grade = sum((score(each.sentences, subject.syllables) for each in found), Scores()).whole.grade
        if grade is not None and grade > GRADE:
            message = f"The explanations together read at grade {grade:.1f}; aim at {GRADE:g} or lower."
            yield Problem(glossary.FILE, 0, message, "glossary-grade")
    for each in subject.entries:
        term, line = printable(each.entry.term), _line_of_explanation(lines, each)
        words = [word for sentence in sentences(each.entry.definition) for word in sentence.words]
        if len(words) > LONGEST:
            message = f"The explanation of {term} has {len(words)} words; {LONGEST} are enough to say what it is."
            yield Problem(glossary.FILE, line, message, "explanation-long")
        for word in _hard(subject, each, words, terms) if subject.is_english else ():
            message = f"The explanation of {term} uses “{printable(word)}”; say that plainly, or give it an entry."
            yield Problem(glossary.FILE, _line_of_word(lines, line, word), message, "explanation-hard")
        if not each.entry.pronunciation:
            message = f"{term} does not say how it is spoken; add a line “: say: …”."
            yield Problem(glossary.FILE, each.line, message, "say-missing")


def _hard(subject: Subject, written: Written, words: list[Word], terms: Terms) -> Iterator[str]:
    """Yield the hard words of an explanation that no entry explains and that are no part of its own term, each once."""
    entry = written.entry
    names = " ".join((entry.term, *entry.short_forms, *entry.other_names)).casefold()
    explained = [(span.start, span.end) for span in terms.mark(Block("", "paragraph", entry.definition)).spans]
    seen: set[str] = set()
    for word in words:
        folded = word.text.casefold()
        is_new = folded not in seen and folded not in names
        if is_new and not any(start < word.end and word.start < end for start, end in explained):
            seen.add(folded)
            if is_hard(word.text, subject.syllables):
                yield word.text


def _line_of_explanation(lines: list[str], written: Written) -> int:
    """Return the line where an entry's explanation begins: the first below its term with a colon."""
    for number in range(written.line, len(lines)):
        if lines[number].lstrip().startswith(":") and number + 1 not in written.lines.values():
            return number + 1
    return written.line


def _line_of_word(lines: list[str], first: int, word: str) -> int:
    """Return the line of a word in the entry whose explanation begins on line *first*."""
    entry = takewhile(str.strip, lines[first - 1 : first - 1 + _LINES])
    return next((number for number, line in enumerate(entry, first) if word in line), first)


def _wordings(subject: Subject) -> Iterator[Problem]:
    """Yield the explanations that hold markup, which is shown as it is, and the marked names of one letter."""
    lines = subject.text(glossary.FILE).split("\n")
    for each in subject.entries:
        term = printable(each.entry.term)
        if markup := _MARKUP.search(each.entry.definition):
            message = f"The explanation of {term} holds “{printable(markup[0])}”, which is shown as it is written."
            yield Problem(glossary.FILE, _line_of_explanation(lines, each), message, "explanation-markup")
        named = [("", each.entry.term), *(("short", name) for name in each.entry.short_forms)]
        named += [("also", name) for name in each.entry.other_names]
        for key, name in named if each.entry.mark in ("once", "first", "every") else ():
            if len(name) < 4 and sum(map(str.isalnum, name)) == 1:
                message = (
                    f"{printable(name)} is one letter, so only what is tied to it is marked; write “: mark: asked”."
                )
                yield Problem(glossary.FILE, each.lines.get(key, each.line), message, "name-short")


def _unused_entries(subject: Subject, terms: Terms) -> Iterator[Problem]:
    used = {span.value for block in subject.blocks() for span in block.spans if span.kind == "term"}
    for text in _texts(subject):
        used |= _in(text, terms)
    for each in subject.entries:
        entry = each.entry
        others = {terms.named(term) or "" for term in entry.see_also} | _in(entry.definition, terms)
        used |= others - {entry.id}
    for each in subject.entries:
        if each.entry.id not in used:
            term = printable(each.entry.term)
            message = f"No text, no other entry and nothing in the pathway uses {term}; use it, or leave it out."
            yield Problem(glossary.FILE, each.line, message, "entry-unused")


def _texts(subject: Subject) -> Iterator[str]:
    """Yield all that a reader may meet before the glossary: the article's text, and what the pathway says."""
    for block in subject.blocks():
        yield without_spans(block, "cite", "code")
    if subject.compiled.pathway:
        graph = subject.compiled.pathway[0]
        yield from (stage.title for stage in graph.stages)
        for node in graph.nodes:
            yield from (node.label, node.term.replace("-", " "))
        yield from (each.sentence for each in graph.interactions)
        for route in graph.routes:
            yield from (route.title, route.closing, *(step.caption for step in route.steps))


def _in(text: str, terms: Terms) -> set[str]:
    """Return the ids of the entries whose words stand in a text."""
    return {span.value for span in terms.mark(Block("", "paragraph", text)).spans}


def _unused_references(subject: Subject) -> Iterator[Problem]:
    """Yield the references without a number, which those of text, claims and pathway have, that no entry rests on."""
    sources = {key for entry in subject.compiled.entries for key in entry.sources}
    unused = [each.key for each in subject.compiled.references if not each.number and each.key not in sources]
    lines = lines_of_ids(subject.text(references.FILE)) if unused else {}
    for key in unused:
        message = f"Nothing cites {printable(key)}; cite it where it is needed, or leave it out."
        yield Problem(references.FILE, lines.get(key, 0), message, "reference-unused")
