r"""glossary.md: entries with empty lines between them, read line by line, and written again.

    spinal fluid
    : The clear liquid around the brain and spinal cord.
    : short: CSF
    : also: cerebrospinal fluid, liquor
    : see: central nervous system
    : mark: once

An entry begins with its term, a verb's with ``to``; further lines without a colon are other names, one a line. Lines
after ``:`` are the explanation, or what else there is: short (short forms), also (other names), say (a respelling),
parts (the word taken apart), see (terms of other entries), mesh, ids (numbers in databases, each as
``Ensembl:ENSG00000136244``), sources (keys of references.json), mark. A line that begins with a space goes on with the
one before. A line that begins with ``#`` is a note for authors.

short, also, see, ids and sources are lists, separated by commas: `glossary_text.names`. A backslash makes the mark
after it an ordinary one, so that everything can be written: ``\#1 pain`` is a term and no note, ``: see\: that`` an
explanation and no key, ``: also: A\; B`` one name with a semicolon. The text is plain: no Markdown, no HTML.

mark says where the article marks the term: never; asked, only where the article ties a word to it; once, at its first
use in the article, for everyday words; first, at the first in each section, as without a line; every.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO

from reader.compiler.glossary_entries import KEYS, LISTS, Written, checked, entry_of, say, values_of
from reader.compiler.glossary_text import escaped, unescaped, without_controls
from reader.compiler.lines import line_at
from reader.core.records import Entry, Problem

FILE = "glossary.md"
_TEXT = 200_000  # characters of an entry that are looked at
_KEYED = re.compile(rf"({'|'.join(KEYS)}):(?:\s+|$)")
# "Note: …" may go on with an explanation; a small word where keys stand is one mistyped.
_MISTYPED = re.compile(rf"([a-z]{{1,20}}|(?i:{'|'.join(KEYS)})):(?:\s|$)")


@dataclass(slots=True)
class _Draft:
    """The lines of an entry, without their colons."""

    line: int
    terms: list[str] = field(default_factory=list)
    definition: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    last: str = ""  # the key that a continued line belongs to; "" is the definition
    size: int = 0


def read(text: str, problems: list[Problem]) -> list[Written]:
    """Return the entries in the order of the file; what is wrong goes to *problems*."""
    text, control = without_controls(text)
    if control >= 0:
        message = "Here stands a control character, which nobody can see; it is shown as �, and so are others."
        problems.append(Problem(FILE, line_at(text, control), message))
    return checked((_written(draft) for draft in _drafts(text, problems)), FILE, problems)


def write(entries: Iterable[Entry]) -> str:
    """Return a glossary.md that `read` makes the same entries of; their see-also are terms, not ids."""
    return "\n\n".join("\n".join(_lines(entry)) for entry in entries) + "\n"


def _drafts(text: str, problems: list[Problem]) -> Iterator[_Draft]:
    draft: _Draft | None = None
    for number, whole in enumerate(StringIO(text), 1):
        line = whole.strip()
        if line.startswith("#"):
            continue
        has_more = draft is not None and bool(draft.lines or draft.definition)  # than terms
        if draft is not None and line.startswith(":"):
            if line := _fitting(draft, line, number, problems):
                _add(draft, line[1:].strip(), number, problems)
        elif line.startswith(":"):
            say(problems, FILE, number, "An explanation stands here without its word above it.")
        elif draft is not None and has_more and line and whole[:1].isspace():
            if line := _fitting(draft, line, number, problems):
                (draft.values[draft.last] if draft.last else draft.definition).append(line)
        else:
            if draft is not None and (has_more or not line):
                yield draft
                draft = None
            if line:
                draft = draft or _Draft(number)
                if line := _fitting(draft, line, number, problems):
                    draft.terms.append(line)
    if draft is not None:
        yield draft


def _fitting(draft: _Draft, line: str, number: int, problems: list[Problem]) -> str:
    """Return as much of a line as an entry still has room for; where it is not all for the first time, that is said."""
    room = max(0, _TEXT - draft.size)
    draft.size += len(line)
    if draft.size > _TEXT >= draft.size - len(line):
        message = f"The entry of line {draft.line} is longer than {_TEXT:,} letters; what follows of it is left out."
        say(problems, FILE, number, message)
    return line[:room]


def _add(draft: _Draft, content: str, number: int, problems: list[Problem]) -> None:
    if match := _KEYED.match(content):
        if match[1] in draft.values:
            message = f"This is the second line “{match[1]}:” of its entry, and only the last counts; make one of them."
            say(problems, FILE, number, message)
        draft.last = match[1]
        draft.values[match[1]] = [content[match.end() :]]
        draft.lines[match[1]] = number
    elif draft.definition and (match := _MISTYPED.match(content)):
        message = f"{match[1]} is not a word of an entry, so this line is left out; known are: {', '.join(KEYS)}."
        say(problems, FILE, number, message)
    else:
        draft.last = ""
        draft.definition.append(content)


def _written(draft: _Draft) -> Written:
    values = {key: " ".join(lines) for key, lines in draft.values.items()}
    values |= {key: unescaped(values[key]) for key in values.keys() - LISTS}
    term, *others = (" ".join(unescaped(each).split()) for each in draft.terms)
    entry = entry_of(term, unescaped(" ".join(draft.definition)), values)
    if others:
        entry = entry._replace(other_names=tuple(dict.fromkeys((*others, *entry.other_names))))
    return Written(draft.line, entry, draft.lines)


def _lines(entry: Entry) -> Iterator[str]:
    """Yield an entry as it is written; `read` undoes every backslash."""
    yield ("\\" if entry.term.startswith(("#", ":")) else "") + escaped(entry.term)
    key = _KEYED.match(entry.definition)
    yield f": {key[1]}\\{escaped(entry.definition[key.end(1) :])}" if key else f": {escaped(entry.definition)}"
    values = ((key, value if key in LISTS else escaped(value)) for key, value in values_of(entry).items())
    yield from (f": {key}: {value}" for key, value in values if value)
