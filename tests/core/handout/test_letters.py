"""The letters of a pathway's picture, as they come out on paper: no reader needs a glass."""

from __future__ import annotations

import ctypes
import math
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from reader import paths
from reader.core.handout.on_paper import LEAST
from reader.core.handout.order import Order
from reader.core.handout.presets import PRESETS
from reader.core.library import Library
from tests.core.handout.printing import made

GUIDES = Path(__file__).parents[2] / "guides" / "gpml"
RAISED = "+-0123456789,"  # of a formula or a reference: Typst sets these smaller than what they stand at


def points(pdf: Path) -> dict[str, float]:
    """Return how high each letter is where it is lowest."""
    found: dict[str, float] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            text = document[number].get_textpage()
            for place in range(text.count_chars()):
                letter, matrix = chr(raw.FPDFText_GetUnicode(text.raw, place)), raw.FS_MATRIX()
                raw.FPDFText_GetMatrix(text.raw, place, ctypes.byref(matrix))
                high = raw.FPDFText_GetFontSize(text.raw, place) * math.hypot(matrix.b, matrix.d)
                if not letter.isspace():
                    found[letter] = min(high, found.get(letter, math.inf))
    return found


@pytest.mark.parametrize("preset", ["standard", "large-print", "low-ink", "easy"])
def test_no_letter_of_a_published_pathway_is_below_seven_points(preset: str, tmp_path: Path, cache: Path) -> None:
    guide = Library(paths.bundled("content"), cache).open(str(GUIDES / "WP530.gpml"))
    pages = made(guide, Order("pathway", preset=PRESETS[preset], paper="letter"), tmp_path)
    found = points(pages.file)
    assert {"H", "x", "g"} <= found.keys()
    assert min(high for letter, high in found.items() if letter not in RAISED) >= LEAST
    assert not any("left out" in note for note in pages.notes), "the picture is there"
