"""The pictures of an article: read from its folder, looked at, limited; what is refused shows its words instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote

from reader.core.source import MB, Source, UnreadableError, printable
from reader.core.text import Block

LIMIT = 8 * MB  # of one picture
TOTAL = 128 * MB  # of all


@dataclass(slots=True)
class Pictures:
    """Reads pictures; *refuse* is told the name as written and why, as the end of a sentence."""

    source: Source
    refuse: Callable[[str, str], None]
    images: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # key -> media type, bytes
    files: dict[str, tuple[int, int]] = field(default_factory=dict)  # name -> size, mtime; (-1, 0) where missing
    _refused: set[str] = field(default_factory=set)
    _total: int = 0

    def settle(self, block: Block) -> Block | None:
        """Return an image block with the key of its picture, or its words where there is no picture; else None."""
        if block.image and self._has(block.image):
            return block
        if not block.text:
            return None
        return block._replace(kind="paragraph", image="")

    def _has(self, written: str) -> bool:
        if written not in self.images and written not in self._refused:
            self._read(written)
        return written in self.images

    def _read(self, written: str) -> None:
        name = unquote(written)
        try:
            found = self.source.read(name, LIMIT)
        except UnreadableError as error:
            self._no(written, error.reason)
            return
        if found is None:
            self.files[name] = (-1, 0)  # so that the guide is made again when it comes
            self._no(written, "is missing")
            return
        content, state = found
        self.files[name] = (state.st_size, state.st_mtime_ns)
        media_type = kind_of(content)
        if not media_type:
            self._no(written, "is no PNG, JPEG, GIF or WebP picture")
        elif self._total + len(content) > TOTAL:
            self._no(written, f"goes beyond the {TOTAL // MB} MB that all pictures of a guide may have")
        else:
            self._total += len(content)
            self.images[written] = (media_type, content)

    def _no(self, written: str, reason: str) -> None:
        self._refused.add(written)
        self.refuse(written, f"The picture {printable(written)} {reason}; its description is shown instead.")


def kind_of(content: bytes) -> str:
    """Return the media type that the first bytes tell; "" for anything but PNG, JPEG, GIF and WebP."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    return ""
