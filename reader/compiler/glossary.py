"""glossary.md: blank-line separated entries, read line by line.

cytokine
: A small protein that cells use to send messages.
: say: SY-toh-kyn
: see: chemokine, IL-6
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.core.glossary import fold, plurals, singulars
from reader.core.guide import Entry, Problem
from reader.core.source import printable

FILE = "glossary.md"
MARKS = ("never", "asked", "once", "first", "every")
LONGEST = 10_000  # characters of an explanation that are kept
KEYS = ("short", "also", "say", "parts", "see", "mesh", "sources", "mark")
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
    line: int
    terms: list[str] = field(default_factory=list)
    definition: list[str] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    last: str = ""  # the key that a continued line belongs to; "" is the definition


def read(text: str, problems: list[Problem]) -> list[Written]:
    """Return the entries in the order of the file; what is wrong goes to *problems*."""
    found: dict[str, Written] = {}
    for draft in _drafts(text, problems):
        written = _entry(draft, problems)
        if written is None:
            continue
        if written.entry.id in found:
            first = found[written.entry.id].line
            message = f"{printable(written.entry.term)} is explained twice; the entry in line {first} counts."
            problems.append(Problem(FILE, written.line, message, "id-repeated"))
        else:
            found[written.entry.id] = written
    return list(found.values())


def forms(entry: Entry) -> set[str]:
    """Return every folded form under which an entry is looked up, plurals and joined words included."""
    folded = {
        fold(form)
        for written in (entry.term, *entry.short_forms, *entry.other_names)
        for form in (written, *plurals(written), *singulars(written))
    }
    return {form for each in folded for form in (each, each.replace(" ", "")) if form}


def _drafts(text: str, problems: list[Problem]) -> list[_Draft]:
    drafts: list[_Draft] = []
    draft: _Draft | None = None
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            draft = None
        elif stripped.startswith(":"):
            if draft is None:
                problems.append(Problem(FILE, number, "An explanation stands here without its word above it."))
            else:
                _add(draft, stripped[1:].strip(), number, problems)
        elif draft is not None and (draft.lines or draft.definition) and line[:1].isspace():
            _continue(draft, stripped)
        else:
            if draft is None or draft.lines or draft.definition:
                draft = _Draft(number)
                drafts.append(draft)
            draft.terms.append(stripped)
    return drafts


def _add(draft: _Draft, content: str, number: int, problems: list[Problem]) -> None:
    if match := _KEYED.match(content):
        if match[1] in draft.values:
            message = f"This is the second line “{match[1]}:” of its entry, and only the last counts; make one of them."
            problems.append(Problem(FILE, number, message))
        draft.last = match[1]
        draft.values[match[1]] = content[match.end() :].strip()
        draft.lines[match[1]] = number
    elif draft.definition and (match := _MISTYPED.match(content)):
        message = f"{match[1]} is not a word of an entry, so this line is left out; known are: {', '.join(KEYS)}."
        problems.append(Problem(FILE, number, message))
    else:
        draft.last = ""
        draft.definition.append(content)


def _continue(draft: _Draft, content: str) -> None:
    if draft.last:
        draft.values[draft.last] += f" {content}"
    else:
        draft.definition.append(content)


def _entry(draft: _Draft, problems: list[Problem]) -> Written | None:
    term, *others = (" ".join(each.split()) for each in draft.terms)
    definition = " ".join(" ".join(draft.definition).split())
    identifier = fold(term).replace(" ", "-")
    if not definition or not identifier or len(term) > 200:
        reason = "has no explanation" if not definition else "is not a word that can be looked up"
        problems.append(Problem(FILE, draft.line, f"{printable(term)} {reason}, so this entry is left out."))
        return None
    if len(definition) > LONGEST:
        problems.append(Problem(FILE, draft.line, f"The explanation of {printable(term)} is cut at {LONGEST} letters."))
        definition = definition[:LONGEST] + "…"
    mark = draft.values.get("mark", "first")
    if mark not in MARKS:
        problems.append(Problem(FILE, draft.lines["mark"], f"mark is one of: {', '.join(MARKS)}. It is left out."))
        mark = "first"
    entry = Entry(
        id=identifier,
        term=term,
        definition=definition,
        short_forms=_list(draft.values.get("short", "")),
        other_names=(*others, *_list(draft.values.get("also", ""))),
        pronunciation=draft.values.get("say", ""),
        parts=draft.values.get("parts", ""),
        see_also=_list(draft.values.get("see", "")),
        mesh=draft.values.get("mesh", ""),
        sources=_list(draft.values.get("sources", "")),
        mark=mark,
    )
    return Written(draft.line, entry, draft.lines)


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for each in re.split(r"[,;]", text) if (part := " ".join(each.split()))))
