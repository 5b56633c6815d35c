r"""glossary.md: entries with empty lines between them, read line by line, and written again.

    spinal fluid
    : The clear liquid around the brain and spinal cord.
    : short: CSF
    : also: cerebrospinal fluid, liquor
    : see: central nervous system
    : mark: once

An entry begins with its term, a verb's with ``to``; further lines without a colon are other names, one a line. Lines
after ``:`` are the explanation, or what else there is: short (short forms), also (other names), say (a respelling),
parts (the word taken apart), see (terms of other entries), mesh, sources (keys of references.json), mark. A line that
begins with a space goes on with the one before. A line that begins with ``#`` is a note for authors.

short, also, see and sources are lists, separated by commas: `glossary_text.names`. A backslash makes the mark after it
an ordinary one, so that everything can be written: ``\#1 pain`` is a term and no note, ``: see\: that`` an explanation
and no key, ``: also: A\; B`` one name with a semicolon. The text is plain: no Markdown, no HTML.

mark says where the article marks the term: never; asked, only where the article ties a word to it; once, at its first
use in the article, for everyday words; first, at the first in each section, as without a line; every.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO

from reader.compiler.glossary_text import escaped, joined, names, unescaped, without_controls
from reader.compiler.lines import line_at
from reader.core.guide import Entry, Problem
from reader.core.letters import name_key
from reader.core.source import printable

FILE = "glossary.md"
MARKS = ("never", "asked", "once", "first", "every")
MOST_ENTRIES = 100_000  # MeSH, the largest medical thesaurus in daily use, has 30,000 headings
LONGEST = 10_000  # characters of an explanation that are kept
LONGEST_NAME = 200  # characters of a term, a name, a respelling
MOST_NAMES = 200  # in one list of an entry
MOST_PROBLEMS = 10_000  # that are kept of one file
KEYS = ("short", "also", "say", "parts", "see", "mesh", "sources", "mark")
_LETTER = re.compile(r"[^\W_]")
_TEXT = 200_000  # characters of an entry that are looked at
_KEYED = re.compile(rf"({'|'.join(KEYS)}):(?:\s+|$)")
# "Note: …" may go on with an explanation; a small word where keys stand is one mistyped.
_MISTYPED = re.compile(rf"([a-z]{{1,20}}|(?i:{'|'.join(KEYS)})):(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as the file has it: the words after ``see:`` still name entries by their terms."""

    line: int
    entry: Entry
    lines: dict[str, int]  # key -> line


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


def checked(found: Iterable[Written], file: str, problems: list[Problem]) -> list[Written]:
    """Return the entries of *file* that can be looked up, with their ids, the first of each term.

    *found* may hold anything but spaces around names. What is too long is cut. What is wrong goes to *problems*.
    """
    by_id: dict[str, Written] = {}
    for number, each in enumerate(found):
        if number == MOST_ENTRIES:
            message = f"A glossary has at most {MOST_ENTRIES:,} entries; this one and all after it are left out."
            problems.append(Problem(file, each.line, message))
            break
        written = _checked(each, file, problems)
        if written is None:
            continue
        first = by_id.setdefault(written.entry.id, written)
        if first is not written:
            message = f"{printable(written.entry.term)} is explained twice; the entry in line {first.line} counts."
            _say(problems, file, each.line, message, "id-repeated")
    return list(by_id.values())


def _say(problems: list[Problem], file: str, line: int, message: str, rule: str = "malformed") -> None:
    if len(problems) < MOST_PROBLEMS:
        problems.append(Problem(file, line, message, rule))


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
            _say(problems, FILE, number, "An explanation stands here without its word above it.")
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
        _say(problems, FILE, number, message)
    return line[:room]


def _add(draft: _Draft, content: str, number: int, problems: list[Problem]) -> None:
    if match := _KEYED.match(content):
        if match[1] in draft.values:
            message = f"This is the second line “{match[1]}:” of its entry, and only the last counts; make one of them."
            _say(problems, FILE, number, message)
        draft.last = match[1]
        draft.values[match[1]] = [content[match.end() :]]
        draft.lines[match[1]] = number
    elif draft.definition and (match := _MISTYPED.match(content)):
        message = f"{match[1]} is not a word of an entry, so this line is left out; known are: {', '.join(KEYS)}."
        _say(problems, FILE, number, message)
    else:
        draft.last = ""
        draft.definition.append(content)


def _written(draft: _Draft) -> Written:
    values = {key: " ".join(lines) for key, lines in draft.values.items()}
    lists = {key: names(values.get(key, "")) for key in ("short", "also", "see", "sources")}
    term, *others = (" ".join(unescaped(each).split()) for each in draft.terms)
    entry = Entry(
        id="",
        term=term,
        definition=unescaped(" ".join(draft.definition)),
        short_forms=lists["short"],
        other_names=tuple(dict.fromkeys((*others, *lists["also"]))) if others else lists["also"],
        pronunciation=unescaped(values.get("say", "")),
        parts=unescaped(values.get("parts", "")),
        see_also=lists["see"],
        mesh=unescaped(values.get("mesh", "")),
        sources=lists["sources"],
        mark=values.get("mark", "first"),
    )
    return Written(draft.line, entry, draft.lines)


def _lines(entry: Entry) -> Iterator[str]:
    """Yield an entry as it is written; `read` undoes every backslash."""
    yield ("\\" if entry.term.startswith(("#", ":")) else "") + escaped(entry.term)
    key = _KEYED.match(entry.definition)
    yield f": {key[1]}\\{escaped(entry.definition[key.end(1) :])}" if key else f": {escaped(entry.definition)}"
    values = {
        "short": joined(entry.short_forms),
        "also": joined(entry.other_names),
        "say": escaped(entry.pronunciation),
        "parts": escaped(entry.parts),
        "see": joined(entry.see_also),
        "mesh": escaped(entry.mesh),
        "sources": joined(entry.sources),
        "mark": "" if entry.mark == "first" else entry.mark,
    }
    yield from (f": {name}: {value}" for name, value in values.items() if value)


def _checked(written: Written, file: str, problems: list[Problem]) -> Written | None:
    """Return an entry with its id, cut to what is kept of it, or None where it is none."""
    entry, line, term = written.entry, written.line, written.entry.term

    def say(key: str, message: str) -> None:
        _say(problems, file, written.lines.get(key, line), message)

    definition = " ".join(entry.definition.split())
    identifier = name_key(term).replace(" ", "-") if len(term) <= LONGEST_NAME else ""
    if not definition or not identifier:
        reason = "has no explanation" if not definition else "is not a word that can be looked up"
        say("", f"{printable(term)} {reason}, so this entry is left out.")
        return None
    if len(definition) > LONGEST:
        say("", f"The explanation of {printable(term)} is cut at {LONGEST:,} letters.")
        definition = definition[: LONGEST - 1] + "…"
    mark = entry.mark.strip()
    if mark not in MARKS:
        say("mark", f"mark is one of: {', '.join(MARKS)}. It is left out.")
        mark = "first"
    return Written(
        line,
        Entry(
            id=identifier,
            term=term,
            definition=definition,
            short_forms=_named("short", entry.short_forms, say),
            other_names=_named("also", entry.other_names, say),
            pronunciation=_short("say", entry.pronunciation, say),
            parts=_short("parts", entry.parts, say),
            see_also=_listed("see", entry.see_also, say),
            mesh=_short("mesh", entry.mesh, say),
            sources=_listed("sources", entry.sources, say),
            mark=mark,
        ),
        written.lines,
    )


def _listed(key: str, given: tuple[str, ...], say: Callable[[str, str], None]) -> tuple[str, ...]:
    if len(given) > MOST_NAMES:
        say(key, f"This list has {len(given):,} parts; the first {MOST_NAMES} count.")
        given = given[:MOST_NAMES]
    if given and max(map(len, given)) > LONGEST_NAME:
        say(key, f"This list holds a name of more than {LONGEST_NAME} letters, which is left out.")
        given = tuple(each for each in given if len(each) <= LONGEST_NAME)
    return given


def _named(key: str, given: tuple[str, ...], say: Callable[[str, str], None]) -> tuple[str, ...]:
    """Return a list of names of the entry itself, each of which can be looked up."""
    found = _listed(key, given, say)
    for each in found:
        if not _LETTER.search(each):
            say(key, f"{printable(each)} is not a word that can be looked up, so this name is left out.")
    return tuple(filter(_LETTER.search, found))


def _short(key: str, given: str, say: Callable[[str, str], None]) -> str:
    text = " ".join(given.split())
    if len(text) > LONGEST_NAME:
        say(key, f"This line is cut at {LONGEST_NAME} letters.")
        text = text[: LONGEST_NAME - 1] + "…"
    return text
