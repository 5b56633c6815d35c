"""What is said of a note in the list: its kind, the words it is about, what one wrote, where and when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from reader.core.notebook.listing import Group
from reader.core.notebook.notes import Kind, Note, Style
from reader.ui.notebook.panel_lettering import quoted
from reader.ui.widgets.mark_styles import style_name

QUOTED = 400  # characters of a quote that a row has room for, at most
WRITTEN = 1200  # and of what one wrote
HEARD = 240  # and of a quote that a screen reader says
_DAY_SECONDS = 24 * 3600


class Row(NamedTuple):
    """A note as it is shown."""

    kind: Kind
    style: Style
    called: str  # "Highlight · Important"
    quote: str  # the words of the guide, shortened to what a row can hold; "" for a note on the whole guide
    is_passage: bool  # whether they are quoted, or are a name
    changed: str  # that the guide has other words in their place now; "" where it has not
    body: str  # what one wrote
    where: str  # the title of its section or guide
    when: str  # "today", "3 November"
    spoken: str = ""  # all of it for a screen reader


class Wording:
    """Says notes and headings in words; *titles* are those of sections or, where *are_guides*, of guides, by id."""

    def __init__(
        self,
        titles: Mapping[str, str],
        now: datetime,
        changed: Collection[str] = (),
        *,
        are_guides: bool = False,
    ) -> None:
        """*changed* are the ids of the notes in the place of whose words the guide has others now."""
        self.changed = changed
        self._titles, self._are_guides = titles, are_guides
        self._today = now.replace(hour=0, minute=0, second=0, microsecond=0)

    def row(self, note: Note, *, is_lost: bool = False) -> Row:
        """Return a note in words."""
        target = note.target
        words = quoted(note)
        quote = words if len(words) <= QUOTED else f"{words[:QUOTED]}…"
        body = note.body if len(note.body) <= WRITTEN else f"{note.body[:WRITTEN]}…"
        where = self._where(note, is_lost=is_lost)
        when = self._when(note.made)
        kind = kind_name(note.kind)
        style = style_name(note.style) if note.style else ""
        called = f"{kind} · {style}" if style else kind
        is_passage = target.about == "passage"
        changed = _tr("These words have changed in the guide") if note.id in self.changed else ""
        row = Row(note.kind, note.style, called, quote, is_passage, changed, body.strip(), where, when)
        return row._replace(spoken=_spoken(f"{kind}, {style.lower()}" if style else kind, row))

    def heading(self, group: Group) -> str:
        """Return what stands above a group."""
        if group.sort == "kind":
            return kinds_name(group.key)
        if group.sort in ("section", "guide"):
            return self._titles.get(group.key) or group.key
        if group.sort == "month":
            year, month = map(int, group.key.split("-"))
            return _english().toString(QDate(year, month, 1), "MMMM yyyy")
        return {
            "entry": _tr("Words of the glossary"),
            "node": _tr("In the pathway"),
            "whole": _tr("The whole guide"),
            "lost": _tr("Not found in this version"),
            "today": _tr("Today"),
            "yesterday": _tr("Yesterday"),
            "week": _tr("In the last seven days"),
        }[group.key if group.sort == "day" else group.sort]

    def _where(self, note: Note, *, is_lost: bool) -> str:
        if self._are_guides:
            return self._titles.get(note.guide) or note.guide
        if is_lost:
            return _tr("Not found in this version")
        if note.target.section:
            return self._titles.get(note.target.section, "")
        return {"entry": _tr("Glossary"), "node": _tr("Pathway")}.get(note.target.about, _tr("The whole guide"))

    def _when(self, made: float) -> str:
        today = self._today.timestamp()
        if made >= today:
            return _tr("today")
        if made >= today - _DAY_SECONDS:
            return _tr("yesterday")
        day = datetime.fromtimestamp(made)
        form = "d MMMM" if day.year == self._today.year else "d MMM yyyy"  # no longer than there is room for
        return _english().toString(QDate(day.year, day.month, day.day), form)


def kind_name(kind: Kind) -> str:
    """Return what one thing of a kind is called."""
    return {
        "highlight": _tr("Highlight"),
        "note": _tr("Note"),
        "bookmark": _tr("Bookmark"),
        "question": _tr("Question"),
        "word": _tr("My word"),
    }[kind]


def kinds_name(kind: str) -> str:
    """Return what many things of a kind are called; "" for all kinds."""
    return {
        "": _tr("All"),
        "highlight": _tr("Highlights"),
        "note": _tr("Notes"),
        "bookmark": _tr("Bookmarks"),
        "question": _tr("Questions"),
        "word": _tr("My words"),
    }[kind]


def copied(note: Note) -> str:
    """Return a note as it is copied: the words of the guide in quotes, below them one's own."""
    words = quoted(note)
    quote = f"“{words}”" if note.target.about == "passage" and words else words
    return "\n".join(filter(None, (quote, note.body.strip())))


def _spoken(kind: str, row: Row) -> str:
    """Return “Note on “poor sleep”, in Sleep and pain: ask about …. Today”."""
    short = row.quote if len(row.quote) <= HEARD else f"{row.quote[:HEARD]}…"
    said = _tr("{0} on “{1}”").format(kind, short) if short else kind
    said = _tr("{0}, words that have changed in the guide").format(said) if row.changed else said
    said = _tr("{0}, in {1}").format(said, row.where) if row.where else said
    if row.body:
        said = _tr("{0}: {1}").format(said, row.body)
    return f"{said.rstrip('.')}. {row.when[:1].upper()}{row.when[1:]}"


def _english() -> QLocale:
    """Return the language of the words around a date; on a German desktop they are English, too."""
    return QLocale(QLocale.Language.English)


def _tr(text: str) -> str:
    return QCoreApplication.translate("notebook", text)
