"""The questions for an appointment that a guide suggests: the list of the section that guide.toml names."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.core.questions import MOST_QUESTIONS, asked
from reader.core.source import find
from reader.linter.lint import lint
from tests.guides.writing import compiled, folder

ABOUT = 'title = "Sleep"\nquestions = "ask"\n'
LIST = (
    "# Ask {#ask}\n\n!!! key-points\n    - Not this.\n\nSome:\n\n1. ☐ Why **this** test?\n2. And then?\n\n"
    "# Rest {#rest}\n\n- No.\n"
)


def test_the_items_of_the_named_section_are_its_questions_but_not_its_key_points(tmp_path: Path) -> None:
    guide = compiled(tmp_path, guide_toml=ABOUT, article_md=LIST)
    assert [asked(each) for each in guide.questions] == ["Why this test?", "And then?"]
    assert not guide.problems


def test_a_guide_that_names_no_section_has_no_questions(tmp_path: Path) -> None:
    assert compiled(tmp_path, guide_toml='title = "Sleep"\n', article_md=LIST).questions == ()


def test_no_one_picks_from_thousands(tmp_path: Path) -> None:
    items = "".join(f"- Question {number}?\n" for number in range(2 * MOST_QUESTIONS))
    guide = compiled(tmp_path, guide_toml=ABOUT, article_md=f"# Ask {{#ask}}\n\n{items}")
    assert len(guide.questions) == MOST_QUESTIONS


@pytest.mark.parametrize(
    ("article", "rule", "words"),
    [
        ("# Other {#other}\n\n- One?\n", "section-unknown", "the article lacks it"),
        ("# Ask {#ask}\n\n!!! key-points\n    - One.\n\nNo list.\n", "malformed", "no list in it"),
    ],
)
def test_the_author_is_told_when_there_are_none_to_pick(tmp_path: Path, article: str, rule: str, words: str) -> None:
    guide = folder(tmp_path / "guide", guide_toml=ABOUT, article_md=article)
    (said,) = [each for each in lint(find(guide)).findings if each.file == "guide.toml" and words in each.message]
    assert (said.line, said.rule) == (2, rule)


def test_our_guide_suggests_twelve(tmp_path: Path) -> None:
    from reader.core.library import Library

    guide = Library(paths.bundled("content"), tmp_path).open("fibromyalgia-and-the-immune-system")
    assert len(guide.questions) == 12
    assert asked(guide.questions[0]) == "Do my symptoms fit fibromyalgia (FM), and how did you decide?"
    guide.close()
