"""What an explanation says, in which order: paragraphs of plain words, some of which lead further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.core.explanation import Explanation, Unexplained
from reader.core.folding import fold
from reader.core.letters import name_key
from reader.core.mentions import Mentioned
from reader.core.records import Entry, Reference
from reader.core.text import Place
from reader.ui.widgets.own_notes import Own

Kind = Literal[
    "word",
    "sound",
    "definition",
    "note",
    "yours",  # a heading above what the reader wrote
    "own",  # what the reader wrote
    "heading",  # above rows and flows
    "row",  # one link, or a link and a word after it: a line of its own
    "flow",  # links beside one another
]

NO_BREAK = "\N{NO-BREAK SPACE}"
BETWEEN = "     "  # links beside one another: no sign that would be left alone at the end of a line
SHOWN = 4  # sections with the word that are shown at once; of one more all are
LONGEST_WHOLE = 40  # characters of a term that is not cut at the end of a line


class Lead(NamedTuple):
    """Where a link leads."""

    kind: Literal["entry", "place", "node", "reference", "more", "note", "bookmark"]
    target: str | Place  # an entry's or a node's id, a place in the article, a reference's key; "" of the last three


class Run(NamedTuple):
    """Some words of a paragraph."""

    text: str
    lead: Lead | None = None
    spoken: str = ""  # what a screen reader says of the link


class Paragraph(NamedTuple):
    """A line or more."""

    kind: Kind
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


class View(NamedTuple):
    """From where one looks at an explanation."""

    at_node: bool = False  # beside its node, to which it need not lead then
    section: str = ""  # the id of the one that is being read
    is_unfolded: bool = False  # all sections with the word are shown
    own: tuple[Own, ...] = ()  # what the reader put on the word


def say(found: Explanation | Unexplained, view: View) -> list[Paragraph]:
    """Return all that is shown for *found*."""
    if isinstance(found, Unexplained):
        return list(_say_nothing(found))
    return [*_say_meaning(found), *_say_own(view.own), *_say_where(found, view), *_say_further(found)]


def _say_nothing(found: Unexplained) -> Iterator[Paragraph]:
    yield _plain("word", _tr("No entry for “{0}”").format(found.words))
    if not found.nearest:
        nothing = _tr("The glossary has no word that is written like it.")
        yield _plain("definition", nothing)
        yield _plain("note", _tr("Try one word alone, or another spelling. Ctrl+Shift+F searches the whole guide."))
    yield from _say_nearest(found)


def _say_nearest(found: Unexplained) -> Iterator[Paragraph]:
    """Yield the nearest words: beside one another, or one a line where some are near by another name."""
    heading = _tr("Nearest")
    if not any(found.names):
        yield from _flow(heading, found.nearest)
        return
    yield _plain("heading", heading)
    for entry, name in zip(found.nearest, found.names, strict=True):
        after = _tr(", also called {0}").format(name) if name else ""
        yield _row(entry.term, Lead("entry", entry.id), f"{heading}: {entry.term}{after}", after)


def _say_meaning(found: Explanation) -> Iterator[Paragraph]:
    entry = found.entry
    short = ", ".join(entry.short_forms)
    yield _plain("word", f"{entry.term} ({short})" if short else entry.term)
    says_more = fold(entry.pronunciation).text != fold(entry.term).text  # "link" says nothing of how to say "link"
    sound = " · ".join(part for part in (entry.pronunciation if says_more else "", entry.parts) if part)
    if sound:
        yield _plain("sound", sound)
    if entry.definition:
        yield Paragraph("definition", tuple(_linked(entry)))
    if others := _other_names(entry):
        yield _plain("note", _tr("Also: {0}").format(", ".join(others)))


def _say_own(own: tuple[Own, ...]) -> Iterator[Paragraph]:
    for each in own:
        yield _plain("yours", each.head)
        yield from (_plain("own", line) for line in each.body.splitlines() if line.strip())
    kinds = {each.kind for each in own}
    note = _tr("Change your note…") if "note" in kinds else _tr("Write a note…")
    bookmark = _tr("Take the bookmark away") if "bookmark" in kinds else _tr("Put a bookmark")
    yield Paragraph(
        "flow",
        (
            Run(note.replace(" ", NO_BREAK), Lead("note", ""), note),
            Run(BETWEEN),
            Run(bookmark.replace(" ", NO_BREAK), Lead("bookmark", ""), bookmark),
        ),
    )


def _other_names(entry: Entry) -> list[str]:
    """Return the other names that are not only written otherwise: of IL-6, IL 6 and IL6 the first."""
    known = {_key(name) for name in (entry.term, *entry.short_forms)}
    others: dict[str, str] = {}
    for name in entry.other_names:
        others.setdefault(_key(name), name)
    return [name for key, name in others.items() if key not in known]


def _key(name: str) -> str:
    return name_key(name).replace(" ", "") or name


def _linked(entry: Entry) -> Iterator[Run]:
    """Yield the definition, cut where a term in it begins or ends."""
    at = 0
    for start, end, identifier in entry.terms:
        words = entry.definition[start:end]
        if at <= start < end <= len(entry.definition):
            yield Run(entry.definition[at:start])
            yield Run(words, Lead("entry", identifier), _tr("{0}, explained word").format(words))
            at = end
    yield Run(entry.definition[at:])


def _say_where(found: Explanation, view: View) -> Iterator[Paragraph]:
    if found.mentions:
        yield _plain("heading", _tr("Where it appears"))
        shown = found.mentions if view.is_unfolded else _first(found.mentions, view.section)
        yield from (_row_of(each) for each in shown)
        if more := len(found.mentions) - len(shown):
            spoken = _tr("Show where it appears in {0} more sections").format(more)
            yield _row(_tr("In {0} more sections").format(more), Lead("more", ""), spoken)
    if found.node is not None and not view.at_node:
        label = " ".join(found.node.label.split())
        yield _plain("heading", _tr("In the pathway"))
        yield _row(label, Lead("node", found.node.id), _tr("In the pathway: {0}").format(label))


def _first(mentions: Sequence[Mentioned], section: str) -> Sequence[Mentioned]:
    """Return the section that is being read and the first others, in reading order."""
    if len(mentions) <= SHOWN + 1:
        return mentions
    others = [each for each in mentions if each.section.id != section]
    left_out = others[SHOWN - (len(mentions) - len(others)) :]
    return [each for each in mentions if each not in left_out]


def _row_of(mentioned: Mentioned) -> Paragraph:
    times = _tr("once") if mentioned.times == 1 else _tr("{0} times").format(mentioned.times)
    title = mentioned.section.title
    return _row(title, Lead("place", mentioned.first), f"{title}, {times}", f"  · {times}".replace(" ", NO_BREAK))


def _say_further(found: Explanation) -> Iterator[Paragraph]:
    yield from _flow(_tr("See also"), found.see_also)
    if found.sources:
        yield _plain("heading", _tr("Sources"))
        yield from (_source(each) for each in found.sources)
    entry = found.entry
    if found.elsewhere:
        yield _plain("heading", _tr("Also explained in"))
        for other in found.elsewhere:
            glossary = other.glossary or _tr("This guide’s glossary")
            yield _row(glossary, Lead("entry", other.id), _tr("Also explained in {0}").format(glossary))
    if entry.glossary:
        yield _plain("note", _tr("From: {0}").format(entry.glossary))
    if entry.mesh:
        yield _plain("note", _tr("MeSH {0}").format(entry.mesh))


def _source(source: Reference) -> Paragraph:
    words = f"[{source.number}] {source.text}" if source.number else source.text
    return _row(words, Lead("reference", source.key), _tr("Source: {0}").format(words))


def _flow(heading: str, entries: Iterable[Entry]) -> Iterator[Paragraph]:
    runs: list[Run] = []
    for entry in entries:
        if runs:
            runs.append(Run(BETWEEN))
        words = entry.term if len(entry.term) > LONGEST_WHOLE else entry.term.replace(" ", NO_BREAK)
        runs.append(Run(words, Lead("entry", entry.id), f"{heading}: {entry.term}"))
    if runs:
        yield _plain("heading", heading)
        yield Paragraph("flow", tuple(runs))


def _row(words: str, lead: Lead, spoken: str, after: str = "") -> Paragraph:
    return Paragraph("row", (Run(words, lead, spoken), Run(after)))


def _plain(kind: Kind, words: str) -> Paragraph:
    return Paragraph(kind, (Run(words),))


def _tr(text: str) -> str:
    return QCoreApplication.translate("explanation", text)
