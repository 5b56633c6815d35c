"""Glossaries that the reader added: read after the guide's own, whose entries and marks come first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from reader.compiler import about as about_file
from reader.compiler import glossary, references
from reader.compiler.glossary_entries import Written
from reader.compiler.terms import Terms, naming
from reader.core import added
from reader.core.letters import name_key
from reader.core.records import Entry, Glossary, Problem, Reference
from reader.core.source import Source, UnreadableError, printable

MOST_PROBLEMS = 20  # of one added glossary: its author is not here to mend them
LONGEST_TITLE = 80
TOO_MANY = f"comes after the first {added.MOST}, and no more are read"
LEFT_OUT = "is more than this program can read, or one that was added with it is"


@dataclass(slots=True)
class Added:
    """The added glossaries, ready to stand behind the guide's own."""

    entries: list[Entry] = field(default_factory=list)  # of all, with ids that nothing else has
    glossaries: list[Glossary] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    names: dict[str, dict[str, str]] = field(default_factory=dict)  # title -> folded name -> id of the entry so named
    references: dict[str, Reference] = field(default_factory=dict)  # which entries name and the guide does not have


def read(folders: Iterable[str], beside: Source, own: Iterable[Entry], known: Mapping[str, Reference]) -> Added:
    """Return the glossaries in *folders*, to stand behind *own*, the entries of the guide in *beside*.

    *known* are the guide's references. A folder that holds the guide itself, or one that was named before, is left
    alone. What comes after the first `added.MOST` is left out.
    """
    found = Added()
    taken = {entry.id for entry in own}
    sources = _Sources(known, found.references)
    seen = {beside.folder} if not beside.is_single_file else set()
    every = list(folders)
    for folder in every[: added.MOST]:
        try:
            source = added.find(folder)
            if source.folder in seen:
                continue
            seen.add(source.folder)
            text = added.text(source)
        except UnreadableError as error:
            _leave_out(found, folder, error.reason)
        else:
            title = _title(source, found.names)
            written = _written(folder, text, found.problems)
            new = _renamed(written, title, taken)
            found.names[title] = _names(new)
            found.entries += sources.resolved(new, source, title)
            found.glossaries.append(Glossary(folder, title, len(written)))
    for folder in every[added.MOST :]:
        _leave_out(found, folder, TOO_MANY)
    return found


def none(_source: Source, _own: Iterable[Entry], _known: Mapping[str, Reference]) -> Added:
    """Return no glossaries: those that a reader added are no matter of the guide's author."""
    return Added()


def left_out(folders: Iterable[str]) -> Added:
    """Return no entries, and that the glossaries in *folders* were too much."""
    found = Added()
    for folder in folders:
        _leave_out(found, folder, LEFT_OUT)
    return found


def settled(found: Added, terms: Terms) -> Iterator[Entry]:
    """Yield the added entries with see-also as ids, within their own glossary first, without what names nothing."""
    for entry in found.entries:
        names = found.names[entry.glossary]
        others = (names.get(name_key(each)) or terms.named(each) for each in entry.see_also)
        see_also = tuple(dict.fromkeys(other for other in others if other and other != entry.id))
        yield entry._replace(see_also=see_also, terms=terms.within(entry))


def _leave_out(found: Added, folder: str, reason: str) -> None:
    found.glossaries.append(Glossary(folder, printable(PurePath(folder).name or folder), 0, reason))
    sentence = f"The added glossary {reason}. The guide opens without it."
    found.problems.append(Problem(folder, 0, sentence, "unreadable"))


def _written(folder: str, text: str, problems: list[Problem]) -> Sequence[Written]:
    """Return the entries of a glossary; what is wrong in it goes to *problems*, under its whole path."""
    wrong: list[Problem] = []
    written = glossary.read(text, wrong)
    file = str(PurePath(folder) / added.FILE)
    problems += (each._replace(file=file) for each in wrong[:MOST_PROBLEMS])
    if (more := len(wrong) - MOST_PROBLEMS) > 0:
        problems.append(Problem(file, 0, f"There are {more} problems more in this glossary."))
    return written


def _renamed(written: Iterable[Written], title: str, taken: set[str]) -> list[Entry]:
    """Return a glossary's entries with ids that are not *taken*, and take them."""
    entries: list[Entry] = []
    for each in written:
        entry = each.entry._replace(id=_free(each.entry.id, title, taken), glossary=title)
        taken.add(entry.id)
        entries.append(entry)
    return entries


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    names: dict[str, str] = {}
    for entry, written in naming(entries):
        names.setdefault(name_key(written), entry.id)
    return names


class _Sources:
    """What the entries of added glossaries name as their sources, among the references of a guide."""

    def __init__(self, known: Mapping[str, Reference], more: dict[str, Reference]) -> None:
        self._known = known
        self._more = more  # filled with those that the guide lacks
        self._keys = {_work(each): key for key, each in known.items()}
        self._taken = set(known)

    def resolved(self, entries: Iterable[Entry], source: Source, title: str) -> Iterator[Entry]:
        """Yield the entries with keys of references that are there.

        A key means an item of the folder's own references.json, else of the guide's: two files may mean different
        works by one key. What neither holds is left out; the guide's author could not mend it.
        """
        theirs = _references(source)
        for entry in entries:
            if theirs is None:
                keys = tuple(key for key in entry.sources if key in self._known)
            else:
                keys = tuple(self._key(theirs[key], title) for key in entry.sources if key in theirs)
            yield entry._replace(sources=keys)

    def _key(self, reference: Reference, title: str) -> str:
        key = self._keys.get(_work(reference))
        if key is None:
            key = _numbered(reference.key, self._taken)
            self._taken.add(key)
            self._more[key] = reference._replace(key=key, glossary=title)
            self._keys[_work(reference)] = key
        return key


def _work(reference: Reference) -> str:
    """Return what two references to one work have in common."""
    return reference.doi.casefold() or reference.pmid or reference.text


def _references(source: Source) -> dict[str, Reference] | None:
    """Return the folder's own references, or None where it has none that can be read: its words count all the same."""
    try:
        text = source.text(references.FILE)
    except UnreadableError:
        return None
    return references.read(text, []) if text is not None else None


def _free(identifier: str, title: str, taken: set[str]) -> str:
    """Return an id that is not taken: of a word that is explained elsewhere, too, one with the glossary's title."""
    name = identifier if identifier not in taken else f"{identifier}-{name_key(title).replace(' ', '-')}"
    return _numbered(name, taken)


def _numbered(name: str, taken: Container[str]) -> str:
    number, free = 2, name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free


def _title(source: Source, taken: Container[str]) -> str:
    """Return what the folder's guide.toml calls it, else the folder's name; no two glossaries are called alike."""
    try:
        given = about_file.read(source.text(about_file.FILE) or "", [])
    except UnreadableError:
        given = {}
    title = printable(given.get("title") or source.folder.name or str(source.folder))
    return _numbered(title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}…", taken)
