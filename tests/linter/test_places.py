"""Where the blocks of an article stand in its file."""

from __future__ import annotations

from pathlib import Path

from reader.core import source
from reader.linter.subject import Subject
from tests.guides.writing import folder


def test_code_is_shown_as_it_is_and_hides_nothing_after_it(tmp_path: Path) -> None:
    article = "# One {#one}\n\nWrite `![The words](file.png)`.\n\n# How sure you are {#two}\n\nThe file has a name.\n"
    subject = Subject(source.find(folder(tmp_path, article_md=article)))
    lines = [subject.places.line(block) for block in subject.blocks()]
    assert lines == [1, 3, 5, 7]
