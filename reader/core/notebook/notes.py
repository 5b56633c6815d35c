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
LONGEST_QUOTE = 20_000  # characters of a passage; a longer selection is several passages
CONTEXT = 96  # characters kept before and after a quote
LONGEST_NAME = 400  # characters of an id
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
            id=_text(found, "id", 64),
            guide=_text(found, "guide", LONGEST_NAME),
            kind=_one_of(found, "kind", KINDS),
            body=_text(found, "body", LONGEST_BODY),
            style=_one_of(found, "style", ("", *STYLES), ""),
            made=min(_number(found, "made"), LATEST),
            changed=min(_number(found, "changed"), LATEST),
            revision=min(int(_number(found, "revision")), MOST_CHANGES),
            rank=int(_number(found, "rank")),
            target=Target(
                about=_one_of(target, "about", ABOUT, "guide"),
                name=_text(target, "name", LONGEST_NAME),
                quote=_text(target, "quote", LONGEST_QUOTE),
                before=_text(target, "before", CONTEXT),
                after=_text(target, "after", CONTEXT),
                section=_text(target, "section", LONGEST_NAME),
                block=_text(target, "block", LONGEST_NAME),
                start=int(_number(target, "start")),
                last_block=_text(target, "last_block", LONGEST_NAME),
                end=int(_number(target, "end")),
            ),
        )
        if not note.id or not note.guide:
            raise ValueError("it does not say which note it is, or of which guide")
        return note


def _text(found: dict[str, Any], name: str, longest: int) -> str:
    value = found.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError(f"its {name} is no text, or is too long")
    value.encode()  # raises UnicodeEncodeError, a ValueError, for half a letter pair
    return value.replace("\0", "")


def _number(found: dict[str, Any], name: str) -> float:
    value = found.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 2**53:
        raise ValueError(f"its {name} is no number that can be")
    return value


def _one_of(found: dict[str, Any], name: str, every: tuple[Any, ...], usual: object = None) -> Any:
    value = found.get(name, usual)
    if value not in every:
        raise ValueError(f"its {name} is unknown")
    return value
