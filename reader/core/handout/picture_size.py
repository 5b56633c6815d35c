"""How large a picture is, as its first bytes say: what is too large must not reach Typst, which would end the process.

PNG (W3C, 11.2.2), GIF (89a, 18), JPEG (ITU-T T.81, B.2.2) and WebP (RFC 9649, 2.5 to 2.7). A drawing (SVG) has no
pixels; drawing_size.py measures it.
"""

from __future__ import annotations

MOST_PIXELS = 100_000_000  # 400 MB in memory; a page at 600 pixels an inch has 35 million
MOST_INSIDE = 100  # pictures inside a drawing
_FRAME = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # markers of JPEG that tell the size
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # that nothing belongs to
_BEFORE = b"\xef\xbb\xbf \t\r\n"  # what may stand before a drawing's first "<"


def is_bearable(content: bytes) -> bool:
    """Say whether a picture can be given to Typst: it has a size, and not too large a one, or is such a drawing."""
    if content[:99].lstrip(_BEFORE).startswith(b"<"):
        return _is_bearable_drawing(content)
    return 0 < _pixels(content) <= MOST_PIXELS


def _is_bearable_drawing(content: bytes) -> bool:
    from reader.core.handout import drawing_size  # late: most handouts have none

    try:
        inside = [_pixels(each) for each in drawing_size.pictures(content, MOST_INSIDE)]
    except drawing_size.TooMuchError:
        return False
    return all(inside) and sum(inside) <= MOST_PIXELS


def _pixels(content: bytes) -> int:
    width, height = _size(content)
    return width * height


def _size(content: bytes) -> tuple[int, int]:
    """Return width and height in pixels; zeros where they cannot be read."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _number(content[16:20]), _number(content[20:24])
    if content.startswith(b"GIF8"):
        return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _webp(content)
    return 0, 0


def _number(content: bytes) -> int:
    return int.from_bytes(content, "big")


def _jpeg(content: bytes) -> tuple[int, int]:
    """Return the size that the first frame tells; what stands before it is skipped, segment by segment."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _FRAME:
            return _number(content[at + 7 : at + 9]), _number(content[at + 5 : at + 7])
        if marker == 0xFF:  # one that fills
            at += 1
        else:
            at += 2 if marker in _ALONE else 2 + max(2, _number(content[at + 2 : at + 4]))
    return 0, 0


def _webp(content: bytes) -> tuple[int, int]:
    kind, little = content[12:16], int.from_bytes(content[24:30], "little")
    if kind == b"VP8X":
        return 1 + (little & 0xFFFFFF), 1 + (little >> 24)
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        return _pair(content[26:30])
    return 0, 0


def _pair(content: bytes) -> tuple[int, int]:
    """Return two numbers of 14 bits; the other bits say by how much they are to be enlarged."""
    return int.from_bytes(content[:2], "little") & 0x3FFF, int.from_bytes(content[2:], "little") & 0x3FFF
