"""Which characters the printed page has a letter for, and what stands in for the others.

PDF/UA refuses a whole document for one character that no face can draw (ISO 14289-1, 7.21.4.1), and without that
refusal people would find an empty box and not know why. So they are replaced before, and counted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

STAND_IN = "□"
NAMED = 8  # so many of the replaced characters are named in the sentence


class Glyphs:
    """The characters that our faces can draw: the ranges in *file* (``resources/print/glyphs.txt``)."""

    def __init__(self, file: Path) -> None:
        self._covered = {"\t", "\n"}
        for line in file.read_text("ascii").split():
            first, _, last = line.partition("-")
            self._covered.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))

    def covers(self, text: str) -> bool:
        """Say whether the faces have every character of *text*."""
        return self._covered.issuperset(text)

    def printable(self, text: str, missing: list[str]) -> str:
        """Return *text* with a stand-in for each character no face has; those are added to *missing*.

        Marks on a replaced character go with it; what is invisible (controls, joiners) is left out.
        """
        text = unicodedata.normalize("NFC", text)
        if self.covers(text):
            return text
        kept: list[str] = []
        on_stand_in = False  # the base that the next mark would sit on was replaced
        for character in text:
            category = unicodedata.category(character)
            is_mark = category.startswith("M")
            if self.covers(character) and not (is_mark and on_stand_in):
                kept.append(character)
                on_stand_in = False
            elif not is_mark and category not in ("Cc", "Cf"):
                kept.append(STAND_IN)
                missing.append(character)
                on_stand_in = True
        return "".join(kept)


def said(missing: Sequence[str]) -> str:
    """Return the sentence that says what was replaced; empty when nothing was."""
    if not missing:
        return ""
    different = sorted(set(missing))
    names = [each if each.isprintable() else f"U+{ord(each):04X}" for each in different[:NAMED]]
    named = " ".join(names) + (" …" if len(different) > NAMED else "")
    what = "1 character" if len(missing) == 1 else f"{len(missing)} characters"
    was = "was" if len(missing) == 1 else "were"
    return f"{what} that the printed page has no letter for {was} replaced by {STAND_IN}: {named}"
