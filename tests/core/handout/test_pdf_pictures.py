"""What pages look like: as they did when somebody last looked at them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from reader.core.guide import Guide
from reader.core.handout.presets import PRESETS
from tests.core.handout.page_pictures import KEPT, difference, picture

SEEN = 2.0  # steps of grey of 255, on average: above them something has moved


@pytest.mark.parametrize("preset", PRESETS)
def test_pages_look_as_they_did(small: Guide, tmp_path: Path, preset: str) -> None:
    """If it was meant: ``python -m tests.core.handout.page_pictures`` keeps them anew; then look at them."""
    with Image.open(KEPT / f"{preset}.png") as kept:
        assert difference(picture(small, preset, tmp_path), kept.convert("L")) < SEEN


def test_a_page_that_moved_by_a_line_is_seen() -> None:
    with Image.open(KEPT / "standard.png") as kept:
        page = kept.convert("L")
    assert difference(ImageChops.offset(page, 0, 10), page) > 2 * SEEN
