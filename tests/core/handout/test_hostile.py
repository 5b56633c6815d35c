"""Pictures that are broken, huge or sly, and places that take no file: a whole PDF comes out, or a sentence."""

from __future__ import annotations

import resource
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reader.core.handout.order import Order
from reader.core.handout.typeset import NOT_SET, Typesetter, save
from reader.core.text import Block
from reader.errors import ReaderError
from tests.core.handout.printing import PRESS
from tests.guides import sample
from tests.pdf import Pdf

SECONDS = 30  # far more than any of these takes


def png(width: int, height: int, rows: int) -> bytes:
    """Return a PNG that says it has this size, and has so many rows."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)  # one bit a pixel
    data = zlib.compress((b"\0" + b"\xaa" * ((width + 7) // 8)) * rows)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def svg(inside: str) -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {names} width="90" height="90">{inside}</svg>'.encode()


def doubling(times: int) -> str:
    """Return shapes that stand for ten times as many with each group."""
    groups = (f'<g id="g{n}">' + f'<use xlink:href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, times))
    return f'<defs><g id="g0"><path d="M0 0h1"/></g>{"".join(groups)}</defs><use xlink:href="#g{times - 1}"/>'


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
BAD = {
    "cut short": png(100, 100, 100)[:60],
    "without a pixel": png(0, 0, 0),
    "larger than any memory": png(2**31 - 1, 2**31 - 1, 1),
    "of another size than it says": png(60_000, 60_000, 1),
    "an SVG of nothing": b"<svg",
    "an SVG of nested groups": svg("<g>" * 5000 + "</g>" * 5000),
    "an SVG of endless copies": svg(doubling(9)),
    "an SVG of endless words": f'<!DOCTYPE svg [<!ENTITY e0 "word">{ENTITIES}]>'.encode() + svg("<text>&e8;</text>"),
}
GOOD = {
    "large": png(10_000, 10_000, 10_000),
    "an SVG that fetches": svg('<rect width="9" height="9"/><image xlink:href="http://127.0.0.1:9/a.png" width="9"/>'),
}


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    return Typesetter(PRESS, tmp_path_factory.mktemp("typesetter"))


def printed(setter: Typesetter, folder: Path, picture: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the words of a guide with this picture, as printed, and what was said."""
    folder.mkdir(exist_ok=True)
    blocks = [Block("b", "image", "How it looks", image="picture"), Block("c", "paragraph", "What follows it.")]
    guide = sample.guide(
        folder,
        sections=[(sample.SECTIONS[2][0], [sample.SECTIONS[2][1][0], *blocks])],
        images={"picture": ("image/png", picture)},
    )
    start = time.monotonic()
    made = setter.pdf(guide, Order("sections", ("nerves",)))
    assert time.monotonic() - start < SECONDS
    with closing(Pdf(made.file)) as pdf:
        return pdf.extracted(), made.notes


@pytest.mark.parametrize("name", BAD)
def test_a_picture_that_cannot_be_read_is_told_in_words(setter: Typesetter, tmp_path: Path, name: str) -> None:
    words, said = printed(setter, tmp_path, BAD[name])
    assert "How it looks" in words
    assert "What follows it." in words
    assert said == ("1 picture could not be read: the description is printed instead.",)


@pytest.mark.parametrize("name", GOOD)
def test_a_picture_that_asks_for_much_is_printed(setter: Typesetter, tmp_path: Path, name: str) -> None:
    words, said = printed(setter, tmp_path, GOOD[name])
    assert "What follows it." in words
    assert len(said) <= 1


def test_no_picture_shows_another_file(setter: Typesetter, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_bytes(svg("<text>The secret</text>"))
    for place in (secret, secret.as_uri(), f"/../../../..{secret}", "/given.typ", "/handout.json"):
        words, _ = printed(setter, tmp_path / "guide", svg(f'<image xlink:href="{place}" width="9" height="9"/>'))
        assert "secret" not in words


def test_typst_that_breaks_is_said_and_sets_the_next_handout(
    setter: Typesetter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Panic(BaseException):  # as PyO3 raises
        pass

    class Broken:
        def compile(self, **_: object) -> bytes:
            raise Panic

    monkeypatch.setattr(setter, "_compiler", Broken())
    monkeypatch.setattr(setter, "_new_compiler", Broken)
    with pytest.raises(ReaderError, match="could not be made") as error:
        setter.pdf(sample.guide(tmp_path), Order())
    assert str(error.value) == NOT_SET
    monkeypatch.undo()
    assert setter.pdf(sample.guide(tmp_path), Order()).notes == ()


@contextmanager
def a_disk_for(size: int) -> Iterator[None]:
    """Let no file grow larger than *size* bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_no_half_of_a_pdf(tmp_path: Path) -> None:
    guide, folder = sample.guide(tmp_path), tmp_path / "work"
    folder.mkdir()
    setter = Typesetter(PRESS, folder)
    with a_disk_for(4000), pytest.raises(ReaderError, match="There is no room for the pages on this computer"):
        setter.pdf(guide, Order())
    assert list(folder.glob("*.pdf")) == []
    assert setter.pdf(guide, Order()).file.stat().st_size > 4000


def test_a_full_disk_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    pdf, target = tmp_path / "made.pdf", tmp_path / "mine" / "handout.pdf"
    pdf.write_bytes(b"%PDF" * 5000)
    target.parent.mkdir()
    target.write_bytes(b"what was there")
    with a_disk_for(4000), pytest.raises(ReaderError, match="could not be written"):
        save(pdf, target)
    assert target.read_bytes() == b"what was there"
    assert list(target.parent.iterdir()) == [target]
