"""The gists so far."""

from __future__ import annotations

from pathlib import Path

from reader.core import recap
from tests.guides import writing

ARTICLE = """# One {#one}

!!! gist
    First in short.

Text.

## Two {#two}

Text without a gist.

# Three {#three}

!!! gist
    Third in short.
"""


def test_the_gists_up_to_a_section_stand_in_reading_order(tmp_path: Path) -> None:
    guide = writing.compiled(tmp_path, article_md=ARTICLE)
    assert [(gist.section.id, gist.text) for gist in recap.so_far(guide, "two")] == [("one", "First in short.")]
    assert [gist.text for gist in recap.so_far(guide, "three")] == ["First in short.", "Third in short."]


def test_a_guide_without_gists_has_no_recap(tmp_path: Path) -> None:
    assert recap.so_far(writing.compiled(tmp_path, article_md="# A\n\ntext\n"), "a") == []
