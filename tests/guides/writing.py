"""A guide for a test: files written to a folder, compiled in this process, opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.compiler.assemble import assemble
from reader.compiler.store import write
from reader.core import source
from reader.core.guide import Guide
from reader.core.library import Library
from reader.core.text import Block
from tests.children import stay_here

PNG = b"\x89PNG\r\n\x1a\n and what follows"


def folder(place: Path, **files: str | bytes) -> Path:
    """Write a guide into *place*: ``article_md="…"`` becomes article.md."""
    place.mkdir(parents=True, exist_ok=True)
    for name, content in {"article_md": "# A\n\ntext\n", **files}.items():
        data = content.encode() if isinstance(content, str) else content
        (place / name[::-1].replace("_", ".", 1)[::-1]).write_bytes(data)
    return place


def ready(place: Path) -> Path:
    """Compile the guide in *place* into this test's cache, and return *place*: its window need not wait for a child."""
    with pytest.MonkeyPatch.context() as patch:
        stay_here(patch)
        Library(paths.bundled("content"), paths.cache()).open(str(place)).close()
    return place


def compiled(place: Path, *, as_plain_text: bool = False, **files: str | bytes) -> Guide:
    """Return the guide that these files make."""
    made = place / "made.guide"
    write(assemble(source.find(folder(place / "guide", **files)), as_plain_text=as_plain_text), made)
    return Guide(made)


def blocks(guide: Guide) -> list[Block]:
    """Return all blocks of a guide, without its headings."""
    return [block for each in guide.outline for block in guide.blocks(each.id) if block.kind != "heading"]


def spans(block: Block, *kinds: str) -> list[tuple[str, str, str]]:
    """Return the words, kind and value of a block's spans of these kinds, or of all."""
    return [(block.text[s.start : s.end], s.kind, s.value) for s in block.spans if not kinds or s.kind in kinds]


def said(guide: Guide) -> list[str]:
    """Return the sentences of a guide's problems."""
    return [str(problem) for problem in guide.problems]
