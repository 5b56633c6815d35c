"""An article without Markdown's help: headings, paragraphs, lists and code, line by line, in time that no text stalls.

For texts that Python-Markdown cannot cope with. What is inside a line stays as it was written.
"""

from __future__ import annotations

import re

from reader.compiler.blocks import Article, Writer

_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_IDENTIFIER = re.compile(r"[ \t]*\{#([\w.-]{1,100})\}$")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|(\d{1,6})[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_DEEPEST = 6  # list levels that are told apart


def read(text: str) -> Article:
    """Return the blocks of *text*; takes time in proportion to its length, whatever it holds."""
    writer = Writer()
    fence = ""
    for line in text.split("\n"):
        if fence:
            if line.strip().startswith(fence):
                fence = ""
                writer.end()
            else:
                writer.write(line)
                writer.break_line()
        elif match := _FENCE.match(line):
            fence = match[1]
            writer.begin("code")
        elif not line.strip():
            writer.end()
        elif match := _HEADING.match(line):
            _heading(writer, len(match[1]), match[2].rstrip().rstrip("#").rstrip())
        else:
            _text(writer, line)
    writer.end()
    return Article(writer.blocks)


def _heading(writer: Writer, level: int, title: str) -> None:
    match = _IDENTIFIER.search(title[-120:])
    identifier = match[1] if match else ""
    writer.begin("heading", level=level, id=identifier)
    writer.write(title[: -len(match[0])] if match else title)
    writer.end()


def _text(writer: Writer, line: str) -> None:
    if match := _ITEM.match(line):
        depth = min(len(match[1].expandtabs(4)) // 4 + 1, _DEEPEST)
        writer.begin("item", level=depth, marker=f"{int(match[2])}." if match[2] else "•")
        line = line[match.end() :]
    elif writer.kind is None:
        writer.begin("paragraph")
    writer.write(line + " ")
