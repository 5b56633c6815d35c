"""Pictures of every kind, told by their first bytes: those of a bearable size, and those too large for any memory."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from reader.core.handout import picture_size
from reader.core.handout.picture_size import is_bearable

KINDS: dict[str, dict[str, Any]] = {
    "PNG": {},
    "GIF": {},
    "JPEG": {},
    "JPEG, progressive": {"progressive": True, "comment": b"\xff\xc0 no frame" * 20},
    "WebP": {},
    "WebP, lossless": {"lossless": True},
    "WebP, extended": {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0"},
}


def picture(kind: str, width: int, height: int) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), "teal").save(made, kind.partition(",")[0], **KINDS[kind])
    return made.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_has_the_size_that_it_says(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = picture(kind, 300, 70)
    assert is_bearable(content)
    monkeypatch.setattr(picture_size, "MOST_PIXELS", 300 * 70)
    assert is_bearable(content)
    monkeypatch.setattr(picture_size, "MOST_PIXELS", 300 * 70 - 1)
    assert not is_bearable(content)


@pytest.mark.parametrize("kind", KINDS)
def test_the_beginning_of_a_picture_alone_is_none(kind: str) -> None:
    content = picture(kind, 300, 70)
    assert not any(is_bearable(content[:end]) for end in range(8))


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8" + b"\xff" * 5000, b"\xff\xd8\xff\xe0\0\0" * 900, b"words", b"GIF8"]
)
def test_what_is_no_picture_is_not_bearable(content: bytes) -> None:
    assert not is_bearable(content)


@pytest.mark.parametrize("before", ["", "\ufeff", "\n ", '<?xml version="1.0"?>\n<!-- drawn -->'])
def test_a_drawing_has_no_pixels(before: str) -> None:
    assert is_bearable(f'{before}<svg xmlns="http://www.w3.org/2000/svg"/>'.encode())
