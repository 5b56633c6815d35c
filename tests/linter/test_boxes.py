"""Boxes: a mistyped kind is found where it is written."""

from __future__ import annotations

from pathlib import Path

from reader.core.source import find
from reader.linter.lint import lint
from tests.guides.writing import folder


def found(place: Path, article: str) -> list[tuple[int, str]]:
    """Return line and message of what is malformed in this article."""
    every = lint(find(folder(place / "guide", article_md=article))).findings
    return [(each.line, each.message) for each in every if each.rule == "malformed"]


def test_a_box_of_an_unknown_kind_is_named_with_those_there_are(tmp_path: Path) -> None:
    article = '# A {#a}\n\n!!! gits\n    Sleep helps.\n\nText.\n\n!!! Gits "Twice"\n    One.\n\n    Two.\n'
    said = "There is no box “!!! gits”; its kind is one of: gist, key-points, note, warning."
    assert found(tmp_path, article) == [(3, said), (8, said)]


def test_the_boxes_of_the_format_are_right_with_and_without_titles(tmp_path: Path) -> None:
    boxes = "".join(
        f"!!! {head}\n    Text.\n\n" for head in ("gist", "key-points", "note", 'note "Gits"', 'warning ""', "NOTE")
    )
    assert found(tmp_path, f"# A {{#a}}\n\n{boxes}") == []
