"""The entries that a file of a glossary gives: made of the texts of its lines or cells, checked, and in texts again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from reader.compiler.glossary_text import joined, names
from reader.core.letters import name_key
from reader.core.records import Entry, Problem
from reader.core.source import printable

KEYS = (
    "short",
    "also",
    "say",
    "parts",
    "see",
    "mesh",
    "ids",
    "sources",
    "mark",
)  # what an entry has beside its explanation
LISTS = ("short", "also", "see", "ids", "sources")  # those that hold several names: `glossary_text.names`
MARKS = ("never", "asked", "once", "first", "every")
DEFAULT_MARK = "first"
MOST_ENTRIES = 100_000  # MeSH, the largest medical thesaurus in daily use, has 30,000 headings
LONGEST = 10_000  # characters of an explanation that are kept
LONGEST_NAME = 200  # characters of a term, a name, a respelling
MOST_NAMES = 200  # in one list of an entry
MOST_PROBLEMS = 10_000  # that are kept of one file
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as the file has it: the words after ``see:`` still name entries by their terms."""

    line: int
    entry: Entry
    lines: dict[str, int]  # key -> line


def entry_of(term: str, definition: str, values: Mapping[str, str]) -> Entry:
    """Return the entry that has *values* as the texts of some `KEYS`; it has no id yet."""
    lists = {key: names(values.get(key, "")) for key in LISTS}
    return Entry(
        id="",
        term=term,
        definition=definition,
        short_forms=lists["short"],
        other_names=lists["also"],
        pronunciation=values.get("say", ""),
        parts=values.get("parts", ""),
        see_also=lists["see"],
        mesh=values.get("mesh", ""),
        ids=lists["ids"],
        sources=lists["sources"],
        mark=values.get("mark", DEFAULT_MARK),
    )


def values_of(entry: Entry) -> dict[str, str]:
    """Return the texts of which `entry_of` makes the entry, by `KEYS`; "" for what it does not have."""
    return {
        "short": joined(entry.short_forms),
        "also": joined(entry.other_names),
        "say": entry.pronunciation,
        "parts": entry.parts,
        "see": joined(entry.see_also),
        "mesh": entry.mesh,
        "ids": joined(entry.ids),
        "sources": joined(entry.sources),
        "mark": "" if entry.mark == DEFAULT_MARK else entry.mark,
    }


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
        written = _kept(each, file, problems)
        if written is None:
            continue
        first = by_id.setdefault(written.entry.id, written)
        if first is not written:
            message = f"{printable(written.entry.term)} is explained twice; the entry in line {first.line} counts."
            say(problems, file, each.line, message, "id-repeated")
    return list(by_id.values())


def say(problems: list[Problem], file: str, line: int, message: str, rule: str = "malformed") -> None:
    """Add what is wrong in a line to *problems*, of which not more are kept than are of use."""
    if len(problems) < MOST_PROBLEMS:
        problems.append(Problem(file, line, message, rule))


def _kept(written: Written, file: str, problems: list[Problem]) -> Written | None:
    """Return an entry with its id, cut to what is kept of it, or None where it is none."""
    entry, line, term = written.entry, written.line, written.entry.term

    def tell(key: str, message: str) -> None:
        say(problems, file, written.lines.get(key, line), message)

    definition = " ".join(entry.definition.split())
    identifier = name_key(term).replace(" ", "-") if len(term) <= LONGEST_NAME else ""
    if not definition or not identifier:
        reason = "has no explanation" if not definition else "is not a word that can be looked up"
        tell("", f"{printable(term)} {reason}, so this entry is left out.")
        return None
    if len(definition) > LONGEST:
        tell("", f"The explanation of {printable(term)} is cut at {LONGEST:,} letters.")
        definition = definition[: LONGEST - 1] + "…"
    mark = entry.mark.strip()
    if mark not in MARKS:
        tell("mark", f"mark is one of: {', '.join(MARKS)}. It is left out.")
        mark = DEFAULT_MARK
    return Written(
        line,
        Entry(
            id=identifier,
            term=term,
            definition=definition,
            short_forms=_named("short", entry.short_forms, tell),
            other_names=_named("also", entry.other_names, tell),
            pronunciation=_short("say", entry.pronunciation, tell),
            parts=_short("parts", entry.parts, tell),
            see_also=_listed("see", entry.see_also, tell),
            mesh=_short("mesh", entry.mesh, tell),
            ids=_listed("ids", entry.ids, tell),
            sources=_listed("sources", entry.sources, tell),
            mark=mark,
        ),
        written.lines,
    )


def _listed(key: str, given: tuple[str, ...], tell: Callable[[str, str], None]) -> tuple[str, ...]:
    if len(given) > MOST_NAMES:
        tell(key, f"This list has {len(given):,} parts; the first {MOST_NAMES} count.")
        given = given[:MOST_NAMES]
    if given and max(map(len, given)) > LONGEST_NAME:
        tell(key, f"This list holds a name of more than {LONGEST_NAME} letters, which is left out.")
        given = tuple(each for each in given if len(each) <= LONGEST_NAME)
    return given


def _named(key: str, given: tuple[str, ...], tell: Callable[[str, str], None]) -> tuple[str, ...]:
    """Return a list of names of the entry itself, each of which can be looked up."""
    found = _listed(key, given, tell)
    for each in found:
        if not _LETTER.search(each):
            tell(key, f"{printable(each)} is not a word that can be looked up, so this name is left out.")
    return tuple(filter(_LETTER.search, found))


def _short(key: str, given: str, tell: Callable[[str, str], None]) -> str:
    text = " ".join(given.split())
    if len(text) > LONGEST_NAME:
        tell(key, f"This line is cut at {LONGEST_NAME} letters.")
        text = text[: LONGEST_NAME - 1] + "…"
    return text
