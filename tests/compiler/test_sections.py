"""Blocks -> sections: ids, levels, evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guides.writing import blocks, compiled, said, spans

CLAIMS = """
[[claim]]
id = "C1"
section = "a"
text = "One."
level = "mixed"
[[claim]]
id = "C2"
text = "Two."
level = "well supported"
[[claim]]
id = "A1"
text = "Take care."
level = "advice"
"""


def outline(place: Path, text: str) -> list[tuple[str, int, str]]:
    """Return id, level and parent of every section of a text."""
    return [(section.id, section.level, section.parent) for section in compiled(place, article_md=text).outline]


def test_levels_are_regular_where_the_source_skips_one(tmp_path: Path) -> None:
    assert outline(tmp_path, "## A\n\n#### B\n\n## C\n\n# D\n") == [
        ("a", 1, ""),
        ("b", 2, "a"),
        ("c", 1, ""),
        ("d", 1, ""),
    ]


def test_an_author_gives_a_section_its_id_and_others_get_one_of_their_words(tmp_path: Path) -> None:
    assert [each[0] for each in outline(tmp_path, "# One {#two}\n\n# Two\n\n# Two\n\n# Ünï, çode!\n\n# ?\n")] == [
        "two",
        "two-2",
        "two-3",
        "ünï-çode",
        "section",
    ]


def test_an_id_given_twice_is_said_and_both_sections_are_there(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# One {#a}\n\n# Two {#a}\n\n[to](#a)\n")
    assert [section.id for section in guide.outline] == ["a", "a-2"]
    assert said(guide) == ["article.md, line 3: The id a is given twice; links lead to the first."]


def test_text_before_the_first_heading_is_a_section_with_the_guides_title(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="before\n\n# A\n", guide_toml='title = "All of it"')
    assert [section.title for section in guide.outline] == ["All of it", "A"]
    assert [block.id for block in guide.blocks("all-of-it")] == ["all-of-it.1", "all-of-it.2"]


@pytest.mark.parametrize("text", ["<!-- only a comment -->", "#", "<script>run()</script>"])
def test_an_article_without_words_is_a_section_with_the_guides_title(tmp_path: Path, text: str) -> None:
    guide = compiled(tmp_path, article_md=text, guide_toml='title = "To come"')
    assert [section.title for section in guide.outline] == ["To come"]
    assert blocks(guide) == []


def test_words_of_headings_and_callouts_are_counted(tmp_path: Path) -> None:
    guide = compiled(
        tmp_path, article_md="# One two\n\n!!! gist\n    three four\n\nfive\n{: claims='C1' }", claims_toml=CLAIMS
    )
    assert guide.outline[0].words == 5


def test_a_link_to_a_section_or_to_an_id_inside_one_leads_there(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# A\n\n[one](#b) [two](#here)\n\n# B\n\npara\n{: #here }\n")
    assert spans(blocks(guide)[0]) == [("one", "link", "#b"), ("two", "link", "#b.2")]


def test_a_link_to_nowhere_is_plain_text_and_said_with_its_line(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="# A\n\ntext\n\n[one](#nowhere)\n")
    assert spans(blocks(guide)[1]) == []
    assert said(guide) == ["article.md, line 5: The link #nowhere leads to no section of this guide."]


def test_evidence_follows_its_paragraph_best_supported_first(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md='# A\n\nSo.\n{: claims="C1 C2 A1" }\n\nNext.', claims_toml=CLAIMS)
    paragraph, mark, after = blocks(guide)
    assert paragraph.claims == ("C1", "C2", "A1")
    assert (mark.kind, mark.text) == ("evidence", "Well supported · Mixed: studies disagree")
    assert (mark.levels, mark.claims) == (("well supported", "mixed"), ("C1", "C2"))
    assert after.text == "Next."


def test_advice_carries_no_mark(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md='# A\n\nSo.\n{: claims="A1" }\n', claims_toml=CLAIMS)
    assert [block.kind for block in blocks(guide)] == ["paragraph"]


def test_evidence_of_an_item_in_a_callout_stays_in_it(tmp_path: Path) -> None:
    text = '!!! key-points\n    - One.\n    {: claims="C1" }\n    - Two.\n'
    found = blocks(compiled(tmp_path, article_md=text, claims_toml=CLAIMS))
    assert [(block.kind, block.box, block.level) for block in found] == [
        ("item", 1, 1),
        ("evidence", 1, 1),
        ("item", 1, 1),
    ]


def test_evidence_of_cells_follows_the_table(tmp_path: Path) -> None:
    text = '<table><tr><td claims="C1">a</td><td>b</td></tr></table>\n\nafter'
    found = blocks(compiled(tmp_path, article_md=text, claims_toml=CLAIMS))
    assert [block.kind for block in found] == ["cell", "cell", "evidence", "paragraph"]


def test_a_claim_that_names_nothing_is_said_and_left_out(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md='# A\n\nSo.\n{: claims="C1 C99" }\n', claims_toml=CLAIMS)
    assert blocks(guide)[0].claims == ("C1",)
    assert said(guide) == ["article.md, line 4: The claim C99 is not in claims.toml, so no evidence is shown for it."]


@pytest.mark.slow
def test_ten_thousand_headings_are_ten_thousand_sections(tmp_path: Path) -> None:
    guide = compiled(tmp_path, article_md="\n\n".join(["# Same"] * 10_000))
    assert len({section.id for section in guide.outline}) == 10_000
