"""Look-up in the glossary by any written form, and the nearest entries where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.letters import fold

if TYPE_CHECKING:
    from reader.core.guide import Entry, Guide


def look_up(guide: Guide, written: str) -> Entry | None:
    """Return the entry that explains *written*, however it is capitalised, hyphenated or in the plural; else None."""
    folded = fold(written)
    for form in (folded, folded.replace(" ", "")):  # plurals are among the forms that the compiler wrote
        if form and (entries := guide.entries_for_form(form)):
            first = (each for each in entries if each.glossary == entries[0].glossary)  # the guide's, where it has one
            exact = (each for each in first if written in (each.term, *each.short_forms, *each.other_names))
            return next(exact, entries[0])
    return None


def nearest(guide: Guide, written: str, count: int = 5) -> tuple[Entry, ...]:
    """Return up to *count* entries that are written most like *written*, best first."""
    import difflib

    by_form = dict(guide.forms())
    forms = difflib.get_close_matches(fold(written), by_form, n=count * 4, cutoff=0.6)
    ids = list(dict.fromkeys(by_form[form] for form in forms))[:count]
    return tuple(entry for each in ids if (entry := guide.entry(each)) is not None)
