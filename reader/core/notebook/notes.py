"""What a reader adds: highlights, notes, bookmarks, questions and kept words, and what each of them is about."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args

Kind = Literal["highlight", "note", "bookmark", "question", "word"]
Style = Literal["", "important", "remember", "unclear", "mine"]
About = Literal["passage", "entry", "node", "guide"]

KINDS: tuple[Kind, ...] = get_args(Kind)
STYLES: tuple[Style, ...] = get_args(Style)[1:]  # of a highlight; each has its own line, so that no one needs colours
ABOUT: tuple[About, ...] = get_args(About)

LONGEST_BODY = 100_000  # characters of what one writes in one note: more than anyone types, little for a disk
LONGEST_JOINED = 4 * LONGEST_BODY  # of a note in which several windows wrote at once: each text is kept
LONGEST_QUOTE = 20_000  # characters of a passage; a longer selection is several passages
CONTEXT = 96  # characters kept before and after a quote
LONGEST_NAME = 400  # characters of the id of a guide, or of something in it
LONGEST_ID = 64  # characters of a note's own
LARGEST = 2**53  # of any number: as far as every program reads JSON's numbers without a loss
LATEST = 253402214400.0  # seconds since 1970: the last day of the year 9999 begins; after it Python has no dates
MOST_CHANGES = 2**31  # what a note's revision may count; a stranger's number leaves room to count on


class Target(NamedTuple):
    """What a note is about; where that stands now, and the words by which it is found again.

    In the terms of the W3C Web Annotation Data Model: quote, before and after are its Text Quote Selector (4.2.4); the
    position is told as this program tells positions, by section, block and character.
    """

    about: About = "guide"
    name: str = ""  # the id of the entry or node
    quote: str = ""  # the words themselves: of a passage, or the entry's or node's name; white space as single spaces
    before: str = ""  # at most CONTEXT characters
    after: str = ""
    section: str = ""  # where a passage was found last; "" for what stands in no section
    block: str = ""  # its first block, and the character there
    start: int = 0
    last_block: str = ""  # its last block, and the character there before which it ends
    end: int = 0

    @property
    def spot(self) -> tuple[str, str, int, str, int]:
        """Where a passage begins and ends."""
        return self.section, self.block, self.start, self.last_block, self.end


class Note(NamedTuple):
    """One thing that a reader added."""

    id: str  # a UUID (RFC 9562)
    guide: str  # the guide's id: a guide that moves keeps its notes
    kind: Kind
    target: Target = Target()
    body: str = ""  # what the reader wrote; plain text
    style: Style = ""  # of a highlight
    made: float = 0.0  # seconds since 1970 (UTC)
    changed: float = 0.0
    revision: int = 0  # counts the changes; 0: not kept yet. Who wrote last is told by it, not by a clock
    rank: int = 0  # of a question: which one asks first; a lower number comes first

    def to_json(self) -> dict[str, Any]:
        """Return the note as JSON values, what is as usual left out."""
        usual = Note("", "", "note")
        values = {name: value for name, value in self._asdict().items() if value != getattr(usual, name, None)}
        values |= {"id": self.id, "guide": self.guide, "kind": self.kind}
        values["target"] = {
            name: value for name, value in self.target._asdict().items() if value != Target._field_defaults[name]
        }
        return values

    @classmethod
    def from_json(cls, found: object) -> Note:
        """Return the note that *found*, which may be a stranger's, holds.

        Raises ValueError or TypeError, with the end of a sentence, where it holds none.
        """
        if not isinstance(found, dict):
            raise TypeError("it is no note")
        target = found.get("target", {})
        if not isinstance(target, dict):
            raise TypeError("what it is about cannot be understood")
        note = cls(
            id=_text(found, "id"),
            guide=_text(found, "guide"),
            kind=found.get("kind"),  # type: ignore[arg-type]  # looked at below, as all are
            body=_text(found, "body"),
            style=found.get("style", ""),
            made=_number(found, "made", LATEST),
            changed=_number(found, "changed", LATEST),
            revision=int(_number(found, "revision", MOST_CHANGES)),
            rank=int(_number(found, "rank")),
            target=Target(
                about=target.get("about", "guide"),
                name=_text(target, "name"),
                quote=_text(target, "quote"),
                before=_text(target, "before"),
                after=_text(target, "after"),
                section=_text(target, "section"),
                block=_text(target, "block"),
                start=int(_number(target, "start")),
                last_block=_text(target, "last_block"),
                end=int(_number(target, "end")),
            ),
        )
        note.check()
        return note

    def check(self) -> None:
        """Look whether every part is what it should be, whoever wrote it: what passes is also read back from a backup.

        Raises ValueError or TypeError, with the end of a sentence, where it is not.
        """
        identifier, guide, kind, target, body, style, made, changed, revision, rank = self
        about, name, quote, before, after, section, block, start, last_block, end = target
        if kind not in _KINDS or style not in _STYLES or about not in _ABOUT:
            raise ValueError("its kind or style, or what it is about, is unknown")
        texts = (identifier, guide, body, name, quote, before, after, section, block, last_block)
        for value, (what, most) in zip(texts, _TEXTS, strict=True):
            if not isinstance(value, str) or len(value) > most:
                raise ValueError(f"its {what} is no text, or is too long")
            if not value.isascii():
                value.encode()  # raises UnicodeEncodeError, a ValueError, for half a letter pair
        numbers = (made, changed, revision, rank, start, end)
        for number, (what, types, largest) in zip(numbers, _NUMBERS, strict=True):
            if type(number) not in types or not 0 <= number <= largest:
                raise ValueError(f"its {what} is no number that can be")
        if not identifier or not guide:
            raise ValueError("it does not say which note it is, or of which guide")


_KINDS, _STYLES, _ABOUT = frozenset(KINDS), frozenset(("", *STYLES)), frozenset(ABOUT)
_TEXTS = (
    ("id", LONGEST_ID),
    ("guide", LONGEST_NAME),
    ("body", LONGEST_JOINED),
    ("name", LONGEST_NAME),
    ("quote", LONGEST_QUOTE),
    ("before", CONTEXT),
    ("after", CONTEXT),
    ("section", LONGEST_NAME),
    ("block", LONGEST_NAME),
    ("last_block", LONGEST_NAME),
)
_WHOLE: tuple[type, ...] = (int,)
_ANY: tuple[type, ...] = (int, float)
_NUMBERS = (
    ("made", _ANY, LATEST),
    ("changed", _ANY, LATEST),
    ("revision", _WHOLE, LARGEST),
    ("rank", _WHOLE, LARGEST),
    ("start", _WHOLE, LARGEST),
    ("end", _WHOLE, LARGEST),
)


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name, "")
    return value.replace("\0", "") if isinstance(value, str) else value  # looked at in check


def _number(found: dict[str, Any], name: str, most: float = LARGEST) -> float:
    """Return a number, the largest that can be for one that is larger."""
    value = found.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LARGEST:
        raise ValueError(f"its {name} is no number that can be")
    return min(value, most)
