"""Where a problem of an article is said to stand: at the whole name, not where a longer one begins alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.compiler.assemble import assemble
from reader.core import source
from reader.core.records import Problem
from tests.guides.writing import folder


def problems(place: Path, article: str) -> list[Problem]:
    return assemble(source.find(folder(place / "guide", article_md=article))).problems


@pytest.mark.parametrize(
    ("lookalike", "mistake", "rule"),
    [
        ("[x](https://example.org/page)", '<svg href="https://example.org">', "remote"),
        ("[x](#sleep-well)\n\n# Well {#sleep-well}", "[x](#sleep)", "link-unknown"),
        ("[x]: #sleep-well\n\n# Well {#sleep-well}", "[a][b]\n\n[b]: #sleep", "link-unknown"),
        ("# One {#sleep}\n\n[x](#sleep)[y]{.z}\n\n# Two {#sleep-well}", "# Three {#sleep}", "id-repeated"),
        ("# One {#sleep}", '<h1 id="sleep">Two</h1>', "id-repeated"),
        ("Cited.[@Key2020-b]", "Cited.[@Key2020]", "citation-unknown"),
        ('[x]{term="pain relief"}', "[x]{term=pain}", "term-unknown"),
        ("<br>", "<b2>", "refused"),
        ("[x](https://example.org)", "[x]()", "link-unknown"),
        ("[x](other.md.txt)", "[x](other.md)", "link-unknown"),
    ],
)
def test_a_mistake_is_found_on_its_own_line(tmp_path: Path, lookalike: str, mistake: str, rule: str) -> None:
    article = f"# A {{#a}}\n\n{lookalike}\n\ntext\n\n{mistake}\n"
    last = [each for each in problems(tmp_path, article) if each.rule == rule][-1]
    begin = article.index("[b]:") if "[b]:" in article else article.rindex(mistake)
    assert last.line == article.count("\n", 0, begin) + 1


@pytest.mark.parametrize("article", ["[a]()", "[a](<>)", "<a href=''>a</a>", '<img src="" alt="a">'])
def test_what_has_no_address_is_said_so(tmp_path: Path, article: str) -> None:
    (problem,) = problems(tmp_path, f"one\n\n{article}\n")
    assert problem.line == 3
    assert "without an address" in problem.message
