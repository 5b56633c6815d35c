"""Numbers of paragraphs: what has one, and what somebody may say on the phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.guide import Guide
from reader.core.numbering import Numbering, Paragraph
from reader.errors import ReaderError
from tests.guides.writing import compiled

ARTICLE = """
# One

!!! gist
    In short.

Long.
{: claims="C1" }

---

- First point.
- Second point.

## Two

| Word | Meaning |
|------|---------|
| cell | small   |
| nerve| long    |

    code
    more code

fibre
: A thin thread.

> Said by somebody.

# Three
"""
CLAIMS = """
[[claim]]
id = "C1"
text = "Long."
section = "one"
level = "weak"
"""


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return compiled(tmp_path_factory.mktemp("numbers"), article_md=ARTICLE, claims_toml=CLAIMS)


def words(guide: Guide, paragraph: Paragraph) -> str:
    texts = {block.id: block.text for block in guide.blocks(paragraph.section)}
    return " / ".join(texts[block] for block in paragraph.blocks)


def test_all_that_is_read_in_one_go_has_one_number(guide: Guide) -> None:
    numbering = Numbering(guide)
    every = [each for section in guide.outline for each in numbering.of_section(section.id)]
    assert [(each.number, words(guide, each)) for each in every] == [
        ("1", "One"),
        ("1.1", "In short."),
        ("1.2", "Long. / Weak: early studies"),
        ("1.3", "First point."),
        ("1.4", "Second point."),
        ("2", "Two"),
        ("2.1", "Word / Meaning / cell / small"),
        ("2.2", "nerve / long"),
        ("2.3", "code\nmore code"),
        ("2.4", "fibre / A thin thread."),
        ("2.5", "Said by somebody."),
        ("3", "Three"),
    ]


def test_from_any_of_its_blocks_to_the_number_and_back(guide: Guide) -> None:
    numbering = Numbering(guide)
    for section in guide.outline:
        for paragraph in numbering.of_section(section.id):
            for block in paragraph.blocks:
                assert numbering.at(section.id, block) == paragraph
            assert numbering.find(paragraph.number) == paragraph


def test_a_section_alone_is_its_heading_and_what_is_unknown_is_nothing(guide: Guide) -> None:
    numbering = Numbering(guide)
    heading = numbering.at("two")
    assert heading is not None
    assert heading.number == "2"
    assert numbering.at("two", "two.99") is None
    assert numbering.at("nowhere", "nowhere.1") is None
    assert numbering.at("one", "two.2") is None


@pytest.mark.parametrize(
    "said",
    ["2.3", "2 3", "2,3", " 2 . 3 ", "§2.3", "§ 2.3", "para 2.3", "Paragraph 2.3.", "2:3", "section 2 paragraph 3",
     "2.3–2.5", "2-3", "02.03"],
)  # fmt: skip
def test_a_number_is_understood_however_it_is_said(guide: Guide, said: str) -> None:
    assert Numbering(guide).find(said).number == "2.3"


@pytest.mark.parametrize("said", ["2", "§2", "section 2", "2.", "2.0"])
def test_one_number_alone_is_the_section(guide: Guide, said: str) -> None:
    assert Numbering(guide).find(said).number == "2"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("2.9", "There is no paragraph 2.9. The last one of section 2 is 2.5."),
        ("3.1", "There is no paragraph 3.1. Section 3 has only its heading."),
        ("7", "There is no section 7. The last one is 3."),
        ("0.1", "There is no section 0. The last one is 3."),
        ("", "Type a number such as 4.3: the fourth section, its third paragraph."),
        ("four", "Type a number such as 4.3: the fourth section, its third paragraph."),
        ("9" * 5000, "Type a number such as 4.3: the fourth section, its third paragraph."),
    ],
)
def test_where_there_is_none_one_sentence_says_what_there_is(guide: Guide, said: str, answer: str) -> None:
    with pytest.raises(ReaderError) as error:
        Numbering(guide).find(said)
    assert str(error.value) == answer


@given(st.text())
def test_whatever_is_typed_is_safe(guide: Guide, said: str) -> None:
    try:
        assert Numbering(guide).find(said).of >= 1
    except ReaderError as error:
        assert str(error)


def test_the_opening_is_whole_words_of_what_was_asked_for(guide: Guide) -> None:
    numbering = Numbering(guide)
    assert numbering.opening(numbering.find("1.2")) == "Long. Weak: early studies"
    assert numbering.opening(numbering.find("2.1"), 14) == "Word Meaning…"


def test_a_text_without_headings_has_one_section(tmp_path: Path) -> None:
    plain = compiled(tmp_path, as_plain_text=True, article_md="Some words.\n\nMore words.\n")
    assert Numbering(plain).find("1.2").blocks == (plain.blocks(plain.outline[0].id)[2].id,)
