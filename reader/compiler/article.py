"""article.md -> blocks: Python-Markdown with our own markup, cleaned, then read tag by tag."""

from __future__ import annotations

from collections.abc import Callable

import markdown

from reader.compiler.blocks import Article
from reader.compiler.clean import Refused, clean
from reader.compiler.markup import GuideMarkup
from reader.compiler.tags import Tags

_EXTENSIONS = ["attr_list", "admonition", "def_list", "tables", "footnotes", "sane_lists", "fenced_code"]


def read(text: str, number_of: Callable[[str], int | None]) -> tuple[Article, list[Refused]]:
    """Return the blocks of a Markdown text, and what its HTML was refused.

    *number_of* gives a cited key's number, or None for a key that names nothing. Some texts stall Python-Markdown or
    raise RecursionError: `plain.read` takes those.
    """
    parser = markdown.Markdown(
        extensions=[*_EXTENSIONS, GuideMarkup()],
        extension_configs={"footnotes": {"PLACE_MARKER": "\0"}},  # notes always stand at the end: no text holds a NUL
        output_format="html",
    )
    html, refused = clean(parser.convert(text))
    tags = Tags(number_of)
    tags.feed(html)
    return tags.article(), refused
