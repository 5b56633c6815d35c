"""The guides one can choose from: those that were open before, and those that come with the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from reader.core.guide import Guide
from reader.core.library import Library
from reader.core.records import minutes
from reader.core.source import printable
from reader.errors import ReaderError
from reader.session import Remembered, Session


class Choice(NamedTuple):
    """A guide as far as it is known without opening it."""

    name: str  # its folder or file, which opens it
    title: str
    subtitle: str = ""
    was_open: bool = False  # it can be taken off the list
    is_installed: bool = False  # it came with the program: nobody need know where it is
    is_lost: bool = False  # nothing is there any more
    words: int = 0  # of its text; 0 where that is not known
    share: float = 0.0  # of its words, how many were read, 0 to 1
    when: float = 0.0  # when one last read in it, in seconds since 1970; 0 for never

    @property
    def minutes_left(self) -> int:
        """How long what was not read takes, in whole minutes; 0 where that is not known."""
        return minutes(self.words * (1 - self.share)) if self.words else 0


def choices(library: Library, session: Session) -> tuple[Choice, ...]:
    """Return the guides, the one that was read last first, without a look at any of them.

    The help is not among them. Where nothing is remembered of a guide, its folder gives it a name.
    """
    installed = {str(library.folder(identifier)): identifier for identifier in library.identifiers()}
    by_path = {each.path: each for each in session.guides.values() if each.path}
    names = dict.fromkeys([*session.recent, *installed])
    names.pop(str(library.folder(library.help)), None)
    return tuple(
        _choice(
            name,
            by_path.get(name) or session.guides.get(installed.get(name, "")) or Remembered(),
            is_installed=name in installed,
            was_open=name in session.recent,
        )
        for name in names
    )


def remembered(known: Iterable[Choice], seen: Mapping[str, Choice]) -> tuple[Choice, ...]:
    """Return the guides with what an earlier look at them told; *seen* is that, by name."""
    return tuple(
        before._replace(was_open=each.was_open, share=each.share or before.share, when=each.when or before.when)
        if (before := seen.get(each.name))
        else each
        for each in known
    )


def looked_up(library: Library, known: Iterable[Choice], guides: Mapping[str, Remembered]) -> tuple[Choice, ...]:
    """Return the same guides with what their files and compiled forms tell; this may wait for a slow disk.

    *guides* is what is remembered, by guide id. Nothing is compiled: of a guide that changed since it was open, only
    what is remembered is told.
    """
    return tuple(_looked_up(library, choice, guides) for choice in known)


def _choice(name: str, kept: Remembered, *, is_installed: bool, was_open: bool) -> Choice:
    path = Path(name)
    title = kept.title or (path.name.replace("-", " ").capitalize() if is_installed else path.name)
    return Choice(
        name,
        printable(title),
        was_open=was_open,
        is_installed=is_installed,
        share=_share(kept),
        when=kept.when,
    )


def _looked_up(library: Library, choice: Choice, guides: Mapping[str, Remembered]) -> Choice:
    try:
        origin = library.find(choice.name)
    except ReaderError:
        return choice._replace(is_lost=True)
    try:
        file = library.compiled(origin)
        if file is None:
            return choice
        guide = Guide(file)
        try:
            about, words = guide.about, sum(section.words for section in guide.outline)
        finally:
            guide.close()
    except ReaderError:
        return choice  # unreadable: whoever opens it is told why
    kept = guides.get(about.id, Remembered())
    return choice._replace(
        title=printable(about.title),
        subtitle=printable(about.subtitle),
        words=words,
        share=_share(kept) or choice.share,
        when=kept.when or choice.when,
    )


def _share(kept: Remembered) -> float:
    """Return how much was read; a damaged file may hold any number."""
    return min(max(kept.share, 0.0), 1.0)
