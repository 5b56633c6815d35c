"""What a handout says of the guide it was made from: its language, when its evidence was checked, who wrote it."""

from __future__ import annotations

import re
from datetime import date

from reader.core.records import About

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NOT_SAID = "This guide does not say that a clinician has reviewed it."


def language(about: About) -> tuple[str, str]:
    """Return language and region of a guide's BCP 47 tag; Typst wants them apart. English where it says nothing."""
    parts = re.fullmatch(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?", about.language)
    return (parts[1].lower(), (parts[2] or "").upper()) if parts else ("en", "")


def dated(about: About) -> tuple[int, ...]:
    """Return year, month and day of the last check or, without one, of writing; () where neither is a day."""
    return _day(about.evidence_checked) or _day(about.written)


def checked(about: About) -> str:
    """Return when the evidence was checked, and that this should have been done again by now; "" for never."""
    when = _in_words(about.evidence_checked)
    return f"{when}. The next check was due on {_in_words(about.next_check)}" if when and about.is_overdue else when


def review(about: About) -> str:
    """Return who reviewed it, in one sentence; where it says nothing, it was not."""
    return about.review or NOT_SAID


def closing(about: About) -> tuple[str, ...]:
    """Return what stands at the end: the disclaimer, and authors with the licence."""
    by = f"Written by {', '.join(about.authors)}." if about.authors else ""
    licence = f"Licence: {about.licence}." if about.licence else ""
    return tuple(text for text in (about.disclaimer, f"{by} {licence}".strip()) if text)


def _day(iso: str) -> tuple[int, ...]:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ()
    return (day.year, day.month, day.day)


def _in_words(iso: str) -> str:
    """Return a date such as 2026-11-02 or 2026-11 as people write it; anything else as it is."""
    parts = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", iso)
    if not parts or not 1 <= int(parts[2]) <= 12:
        return iso
    day = f"{int(parts[3])} " if parts[3] else ""
    return f"{day}{MONTHS[int(parts[2]) - 1]} {parts[1]}"
