r"""How glossary.md writes what would else mean something: a backslash before a mark, and lists of names.

A backslash makes the mark after it an ordinary one, as in Markdown (CommonMark 0.31, 2.4): ``\:``, ``\;``, ``\\``.
Before a letter, a digit or a space it is itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARK = re.compile(r"\\[!-/:-@\[-`{-~]|[,;|\n]")
_UNUSUAL = re.compile(r"[\\;|\n]|\d,\d")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # the others count as spaces


def unescaped(text: str) -> str:
    r"""Return the text without the backslashes that make marks ordinary: ``a\: b`` -> ``a: b``."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def escaped(text: str) -> str:
    """Return what `unescaped` takes back, with every backslash doubled."""
    return text.replace("\\", "\\\\")


def names(text: str) -> tuple[str, ...]:
    r"""Return the names of a list, each once.

    Commas part them; where there is a semicolon, a ``|`` or a line break, those do, and commas belong to the names. A
    comma between two digits always belongs to its name: ``1,25-dihydroxyvitamin D``.
    """
    if not _UNUSUAL.search(text):  # as nearly every list is, and there are many
        return tuple(dict.fromkeys(name for part in text.split(",") if (name := " ".join(part.split()))))
    marks = [match.start() for match in _MARK.finditer(text) if match[0] in ",;|\n"]
    parting = [at for at in marks if text[at] != ","] or [at for at in marks if not _is_in_number(text, at)]
    begins = [0, *(at + 1 for at in parting)]
    parts = (text[begin:end] for begin, end in zip(begins, [*parting, len(text)], strict=True))
    return tuple(dict.fromkeys(name for part in parts if (name := " ".join(unescaped(part).split()))))


def joined(every: Iterable[str]) -> str:
    """Return the list that `names` reads back: commas between the names, semicolons where they hold commas."""
    given = tuple(every)
    written = [re.sub(r"[\\;|]", r"\\\g<0>", name) for name in given]
    text = ", ".join(written)
    if names(text) == given:
        return text
    return ";".join(f" {name}" for name in written)[1:] + (";" if len(written) == 1 else "")


def without_controls(text: str) -> tuple[str, int]:
    """Return the text with control characters as �, and where the first one stood; -1 where there is none."""
    first = _CONTROL.search(text)
    return (_CONTROL.sub("�", text), first.start()) if first else (text, -1)


def _is_in_number(text: str, comma: int) -> bool:
    return text[comma - 1 : comma].isdigit() and text[comma + 1 : comma + 2].isdigit()
