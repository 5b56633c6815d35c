"""claims.toml: what the article says that evidence speaks for or against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from reader.compiler import toml
from reader.compiler.lines import MOST, line_of, line_of_key, table_at
from reader.core.evidence import ADVICE, LEVELS
from reader.core.records import Claim, Problem
from reader.core.source import printable

FILE = "claims.toml"
_ID = re.compile(r"^[ \t]*id[ \t]*=[ \t]*[\"']([^\"'\n]*)[\"']", re.MULTILINE)
_TEXTS = ("id", "section", "text", "level", "reason")


def read(text: str, problems: list[Problem]) -> dict[str, Claim]:
    """Return the claims by id, in the order of the file; what is wrong goes to *problems*."""
    given = toml.load(FILE, text, "no evidence is shown")
    if isinstance(given, Problem):
        problems.append(given)
        return {}
    problems += islice(_unknown(text, given), MOST)
    tables = given.get("claim", [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        problems.append(Problem(FILE, line_of_key(text, "claim"), "Claims are written as [[claim]], so none is shown."))
        return {}
    found: dict[str, Claim] = {}
    for number, table in enumerate(tables):
        wrong, claim = _claim(table)
        if not wrong and claim.id in found:
            wrong = ("id", f"The claim {printable(claim.id)} stands here twice; the first one counts")
        if wrong:
            problems.append(
                Problem(FILE, line_of_key(text, wrong[0], number), f"{wrong[1]}.", _rule(wrong[0], claim, found))
            )
        else:
            found[claim.id] = claim
    return found


def names(text: str) -> set[str]:
    """Return the ids that the file gives."""
    return set(_places(text))


def line_of_claim(text: str, claim: str, key: str) -> int:
    """Return the line where *claim* gives *key*; that of its heading where it gives none; 0 where it is not found."""
    place = _places(text).get(claim)
    return 0 if place is None else line_of_key(text, key, table_at(text, place))


@lru_cache(maxsize=1)
def _places(text: str) -> dict[str, int]:
    """Return where the id of each claim stands, the first where it stands twice."""
    found: dict[str, int] = {}
    for match in _ID.finditer(text):
        found.setdefault(match[1], match.start())
    return found


def _unknown(text: str, given: Mapping[str, object]) -> Iterator[Problem]:
    """Yield the words that the file's author made up or mistyped, which would else be passed over in silence."""
    for name in given:
        if name != "claim":
            line = line_of(text, rf"(?m)^[ \t]*(?:\[+[ \t]*)?[\"']?{re.escape(name)}(?![\w-])")
            message = f"{printable(name)} is not a word of this file: claims are written as [[claim]]."
            yield Problem(FILE, line, message)
    tables = given.get("claim")
    for number, table in enumerate(tables if isinstance(tables, list) else ()):
        for name in table if isinstance(table, dict) else ():
            if name not in (*_TEXTS, "references"):
                yield Problem(FILE, line_of_key(text, name, number), f"{printable(name)} is not a word of a claim.")


def _rule(key: str, claim: Claim, found: Mapping[str, Claim]) -> str:
    if key == "id":
        return "id-repeated" if claim.id in found else "id-missing" if not claim.id else "malformed"
    return "claim-without-level" if key == "level" else "malformed"


def _claim(table: dict[str, object]) -> tuple[tuple[str, str] | None, Claim]:
    """Return the key that is wrong and why, or None; and the claim."""
    values = {name: " ".join(value.split()) for name in _TEXTS if isinstance(value := table.get(name, ""), str)}
    references = table.get("references", [])
    keys = tuple(each for each in references if isinstance(each, str)) if isinstance(references, list) else ()
    claim = Claim(**{name: values.get(name, "") for name in _TEXTS}, references=keys)
    for name in _TEXTS:
        if name not in values:
            return (name, f"{name} should be text in quotes, so this claim is left out"), claim
    for name in ("id", "text"):
        if not values[name]:
            return (name, f"This claim has no {name}, so it is left out"), claim
    if len(claim.id.split()) != 1:
        return ("id", "A claim's id is one word, so this claim is left out"), claim
    if claim.level not in (*LEVELS, ADVICE):
        choice = ", ".join((*LEVELS, ADVICE))
        return ("level", f"The level is one of: {choice}. This claim is left out"), claim
    if not isinstance(references, list) or len(keys) != len(references):
        return ("references", 'references should be a list such as ["Key2020"], so this claim is left out'), claim
    return None, claim
