"""Measure which characters our faces can draw and write resources/print/glyphs.txt.

Run ``python -m tests.core.handout.measure_glyphs`` when a face or Typst changes. The tables of the faces, read with
fontTools, give the candidates; of those, Typst must set each one in every style that the handout uses without refusing
it.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
import unicodedata
from pathlib import Path

import typst
from fontTools.ttLib import TTFont, TTLibError

from reader import paths

FILE = paths.bundled("resources") / "print" / "glyphs.txt"
OTHERS = '"Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono", "New Computer Modern Math"'
STYLES = [
    f'font: ("{face}", {OTHERS}), weight: {weight}, style: "{style}"'
    for face in ("Source Serif Pro", "Source Sans Pro", "DejaVu Sans Mono")
    for weight in (400, 600, 700)
    for style in ("normal", "italic")
]
LEFT_OUT = ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")  # invisible, or without a meaning everybody shares


def in_faces() -> set[int]:
    """Return the code points of our faces and of those inside the Typst module."""
    points: set[int] = set()
    for folder in paths.faces():
        for file in folder.glob("*.ttf"):
            with TTFont(file, lazy=True) as face:
                points |= set(face.getBestCmap())
    module = next(Path(typst.__file__).parent.glob("*.so")).read_bytes()
    for head in re.finditer(rb"OTTO\x00[\x08-\x20]|\x00\x01\x00\x00\x00[\x08-\x20]..", module):
        try:
            points |= set(TTFont(io.BytesIO(module[head.start() : head.start() + 3_000_000]), lazy=True).getBestCmap())
        except (TTLibError, AssertionError, KeyError, ValueError, TypeError):
            continue  # bytes that only look like a font
    return {point for point in points if unicodedata.category(chr(point)) not in LEFT_OUT}


def refused(compiler: typst.Compiler, points: list[int], style: str) -> list[int]:
    """Return those of *points* that Typst cannot set in this style between two letters."""
    text = " ".join(f"a{chr(point)}a" for point in points)
    page = f'#set document(title: "x")\n#text({style}, json(bytes(sys.inputs.text)))'
    try:
        compiler.compile(
            input=page.encode(), format="pdf", pdf_standards=["ua-1"], sys_inputs={"text": json.dumps(text)}
        )
    except typst.TypstError:
        if len(points) == 1:
            return points
        half = len(points) // 2
        return refused(compiler, points[:half], style) + refused(compiler, points[half:], style)
    return []


def measure() -> list[int]:
    """Return every code point that can be printed, in order."""
    points = in_faces()
    with tempfile.TemporaryDirectory() as empty:
        folders = [str(folder) for folder in paths.faces()]
        compiler = typst.Compiler(root=empty, font_paths=folders, ignore_system_fonts=True)
        for style in STYLES:
            points -= set(refused(compiler, sorted(points), style))
    return sorted(points | {0xAD, 0x200B, 0x200C, 0x200D})  # soft hyphen, places to break and to join: Typst obeys them


def as_ranges(points: list[int]) -> str:
    """Return code points as lines such as ``0020-007E``."""
    ranges: list[list[int]] = []
    for point in points:
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{first:04X}-{last:04X}\n" if last > first else f"{first:04X}\n" for first, last in ranges)


if __name__ == "__main__":
    FILE.write_text(as_ranges(measure()), "ascii")
