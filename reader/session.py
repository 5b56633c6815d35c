"""Session: what the program remembers from one start to the next, in session.json."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from reader.kept import Kept, of
from reader.settings import DEPTHS

RECENT_GUIDES = 10
GUIDES = 200  # that are remembered: who reads more has forgotten the first
SECTIONS = 20_000  # of all guides together, of which something is remembered: 1 MB, written in a moment
SECTIONS_A_GUIDE = 10_000
WORDS_A_GUIDE = 1000  # that one looked up
MOST_STEPS = 10_000  # of a route through the pathway
LONGEST_NAME = 200  # characters of the id of a section or an entry; a longer one is not remembered
LONGEST_TEXT = 4096  # characters of a title or a path (PATH_MAX of Linux)
LONGEST_LIST = 50  # values in an anchor, or in one of its values
_HALF = re.compile("[\ud800-\udfff]")  # of a letter pair: no UTF-8 text has it, and no guide


def _text(found: Any) -> str:
    """Return the beginning of a text. Raises ValueError for one that cannot be written as UTF-8."""
    if not isinstance(found, str):
        raise TypeError
    if _HALF.search(found):
        raise ValueError
    return found[:LONGEST_TEXT]


def _path(found: Any) -> str:
    """Return a path, which need not be a text. Raises ValueError for one that no file can have."""
    if not isinstance(found, str):
        raise TypeError
    os.fsencode(found)
    return found[:LONGEST_TEXT]


def _is_id(found: Any) -> bool:
    """Return whether something can be the id of a section or an entry."""
    return isinstance(found, str) and 0 < len(found) <= LONGEST_NAME and not _HALF.search(found)


def _moment(found: Any) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not 0 <= found < math.inf:
        raise TypeError
    return float(found)


def _anchor(found: Any) -> list[Any]:
    """Return an anchor as it is, for core.anchor to judge. Raises ValueError for one that nobody's guide has made."""
    if not isinstance(found, list) or not _is_short(found, levels=2):
        raise ValueError
    return found


def _is_short(found: Any, levels: int) -> bool:
    """Return whether a value holds at most some kilobytes: words, numbers, and lists of them inside one another."""
    if isinstance(found, list):
        return levels > 0 and len(found) <= LONGEST_LIST and all(_is_short(each, levels - 1) for each in found)
    return isinstance(found, int) or found == "" or _is_id(found)


def _by_section(is_right: Callable[[Any], bool]) -> Callable[[Any], dict[str, Any]]:
    """Return a reader of what is remembered of each section; what is wrong of one is left out."""

    def read(found: Any) -> dict[str, Any]:
        if not isinstance(found, dict):
            raise TypeError
        right = ((name, value) for name, value in found.items() if _is_id(name) and is_right(value))
        return dict(islice(right, SECTIONS_A_GUIDE))

    return read


def _names(most: int) -> Callable[[Any], list[str]]:
    """Return a reader of a list of ids, of the first *most* of them, each once; what is no id is left out."""

    def read(found: Any) -> list[str]:
        if not isinstance(found, list):
            raise TypeError
        return list(islice(dict.fromkeys(filter(_is_id, found)), most))

    return read


def _is_share(found: Any) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool) and 0 <= found <= 1


def _is_step(found: Any) -> bool:
    return isinstance(found, int) and not isinstance(found, bool) and 0 < found <= MOST_STEPS


def _share(found: Any) -> float:
    if not _is_share(found):
        raise ValueError
    return float(found)


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(slots=True)
class Remembered(Kept):
    """What is remembered of one guide."""

    title: str = field(default="", metadata=of(_text, _as_it_is))
    path: str = field(default="", metadata=of(_path, _as_it_is))  # its folder or file
    # Where one reads, as core.anchor writes it; [] at the beginning.
    anchor: list[Any] = field(default_factory=list, metadata=of(_anchor, _as_it_is))
    # When one last read in it, in seconds since 1970 (UTC).
    when: float = field(default=0.0, metadata=of(_moment, _as_it_is))
    # Section id -> how much of it was read, 0 to 1; and of all its words.
    read: dict[str, float] = field(default_factory=dict, metadata=of(_by_section(_is_share), _as_it_is))
    share: float = field(default=0.0, metadata=of(_share, _as_it_is))
    # Section id -> the depth chosen for it alone.
    depths: dict[str, str] = field(
        default_factory=dict, metadata=of(_by_section(lambda found: found in DEPTHS), _as_it_is)
    )
    # The ids of the glossary entries that one looked up, the newest first.
    looked_up: list[str] = field(default_factory=list, metadata=of(_names(WORDS_A_GUIDE), list))
    scope: str = field(default="", metadata=of(_text, _as_it_is))  # which words the glossary lists, by its name
    pinned: str = field(default="", metadata=of(_text, _as_it_is))  # the id of the entry that stays in view
    tab: str = field(default="", metadata=of(_text, _as_it_is))  # the open tab of the companion, by its name
    closed: list[str] = field(default_factory=list, metadata=of(_names(SECTIONS_A_GUIDE), list))  # in the outline
    basket: list[str] = field(default_factory=list, metadata=of(_names(SECTIONS_A_GUIDE), list))  # for a handout
    # The id of a route through the pathway -> the step one stopped at, from 1 on; and the route one walked last.
    routes: dict[str, int] = field(default_factory=dict, metadata=of(_by_section(_is_step), _as_it_is))
    route: str = field(default="", metadata=of(_text, _as_it_is))


def _guides(found: Any) -> dict[str, Remembered]:
    """Return what is remembered of each guide; what is no such thing is left out. Raises TypeError."""
    if not isinstance(found, dict):
        raise TypeError
    return {name: Remembered.from_json(each) for name, each in found.items() if isinstance(each, dict)}


@dataclass(slots=True)
class Session(Kept):
    """What the program remembers from one start to the next."""

    LOST = "your places and what you have read begin anew"
    ODD = "Some of what {0} remembers could not be understood, so it begins anew."

    guide: str = ""  # what was read last: a folder or file
    recent: list[str] = field(default_factory=list, metadata={"of": str})  # guides, the newest first
    guides: dict[str, Remembered] = field(
        default_factory=dict,
        metadata=of(_guides, lambda guides: {name: each.to_json() for name, each in guides.items()}),
    )  # by guide id
    window: list[int] = field(default_factory=list, metadata={"of": int})  # x, y, width, height in logical pixels
    maximised: bool = False
    columns: list[int] = field(default_factory=list, metadata={"of": int})  # widths of outline and companion
    outline: bool = True  # whether the outline stands beside the article where there is room
    print_folder: str = ""
    print_preset: str = "standard"  # that was used last: its id, or the name of one of one's own
    print_paper: str = ""  # that was used last; "": the one that is usual where one is
    notes_order: str = ""  # of the notes in the panel, by its name
    notes_scope: str = ""  # whether they are those of the open guide or of all, by its name
    left_out: list[str] = field(default_factory=list, metadata={"of": str})  # added glossaries, and why: one was told

    def remember_guide(self, name: str) -> None:
        """Make *name* the guide that was read last."""
        self.guide = name
        self.recent = [name, *(each for each in self.recent if each != name)][:RECENT_GUIDES]

    def of_guide(self, identifier: str) -> Remembered:
        """Return what is remembered of a guide, to be changed in place."""
        return self.guides.setdefault(identifier, Remembered())

    def forget_oldest(self) -> None:
        """Let go of the guides that were read longest ago, as many as are too many."""
        newest = sorted(self.guides.items(), key=lambda item: item[1].when, reverse=True)
        self.guides, sections = {}, 0
        for name, each in newest[:GUIDES]:
            sections += len(each.read) + len(each.depths) + len(each.closed) + len(each.routes) + len(each.basket)
            if sections > SECTIONS and self.guides:
                break
            self.guides[name] = each
