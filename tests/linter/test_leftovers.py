"""Markup that readers see: what an author mistyped, and what is no mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.source import find
from reader.linter.lint import lint
from tests.guides.writing import folder

CLAIMS = '[[claim]]\nid = "C1"\ntext = "T"\nlevel = "well supported"\nreason = "R"\nreferences = ["K"]\n'
REFERENCES = '[{"id": "K", "title": "T"}]'
FIRST = '# A {#a}\n\nTea is warm.[@K]\n{: claims="C1" }\n\n'


def seen(place: Path, article: str) -> list[tuple[int, str]]:
    """Return the line and sentence of each piece of markup that readers see."""
    guide = folder(place / "guide", article_md=article, claims_toml=CLAIMS, references_json=REFERENCES)
    return [(each.line, each.message) for each in lint(find(guide)).findings if each.rule == "malformed"]


@pytest.mark.parametrize(
    ("text", "line", "piece", "advice"),
    [
        ('Tea is hot.\n\n{: claims="C1" }\n', 8, '{: claims="C1" }', "on a line of its own, directly under"),
        ('Tea is hot. {: claims="C1" }\n', 6, '{: claims="C1" }', "on a line of its own, directly under"),
        ('Tea is hot.\n{: claims="C1"\n', 7, '{: claims="C1"', "on a line of its own, directly under"),
        ('Tea is {claims="C1"} hot.\n', 6, '{claims="C1"}', "on a line of its own, directly under"),
        ("Tea is\nhot {#hot}, not cold.\n", 7, "{#hot}", "behind a heading"),
        ('Hot [tea]{trem="tea"} is good.\n', 6, ']{trem="tea"}', "tie a word"),
        ("Tea is hot.[@K, @K] It is.\n", 6, "[@K, @K]", "cite as"),
        ("Tea is hot.[@K\n", 6, "[@K", "cite as"),
        ("Tea is hot.[^1]\n", 6, "[^1]", "write the footnote"),
        ("See [tea](#a for more.\n", 6, "](#a for more.", "write a link"),
        ("Tea.\n\n<!-- a note\n\nHot.\n", 8, "<!-- a note", "end a note"),
        ("- Tea\n- Hot [@K\n", 7, "[@K", "cite as"),
        ("Tea | hot\n--|--\na | b [^9]\n", 8, "[^9]", "write the footnote"),
    ],
)
def test_markup_that_failed_is_found_where_it_stands(
    tmp_path: Path, text: str, line: int, piece: str, advice: str
) -> None:
    ((found, message),) = seen(tmp_path, FIRST + text)
    assert found == line
    assert message.startswith(f"Readers see “{piece}” as it is: ")
    assert advice in message


@pytest.mark.parametrize(
    "text",
    [
        'Tea is hot.\n{ claims="C1" }\n',
        "Tea (or [A](#a)) is {hot}, [warm] {or} @home.\n",
        'Write `{: claims="C1" }` and `[@K]`.\n',
        "```\n<!-- [@K] {#a}\n```\n\n    {: code }\n",
        "Tea.[^1]\n\n[^1]: A note.\n",
        "Tea.[@Gone; @K] It is.\n",  # which is a citation, and has a rule of its own
        "<!-- a note -->\n\nTea.\n",
        'Hot [tea]{term=none}, "x" {1, 2} and x < y.\n',
    ],
)
def test_what_was_read_or_is_meant_to_be_seen_is_left_alone(tmp_path: Path, text: str) -> None:
    assert seen(tmp_path, FIRST + text) == []
