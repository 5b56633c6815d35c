"""Headings, depths, lists, pictures, dates: what the linter says of an article's structure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reader.core.source import find
from reader.linter import structure
from reader.linter.lint import lint
from reader.linter.subject import Subject
from tests.guides.writing import PNG, folder

ABOUT = (
    'title = "Sleep"\nwritten = 2026-11-22\nevidence_checked = 2026-11-22\nnext_check = 2027-11-22\n'
    'review = "No clinician has reviewed this guide yet."\nid = "sleep"\n'
)
BOXES = "!!! gist\n    Sleep helps.\n\n!!! key-points\n    - One.\n    - Two.\n    - Three.\n\n"


def found(place: Path, article: str, *rules: str, **files: str | bytes) -> list[tuple[int, str]]:
    """Return the lines and rules of what is wrong in an article; of these rules only, where some are named."""
    guide = folder(place / "guide", **{"guide_toml": ABOUT, "article_md": article, **files})
    return [(each.line, each.rule) for each in lint(find(guide)).findings if not rules or each.rule in rules]


def message(place: Path, article: str, rule: str, **files: str | bytes) -> str:
    """Return what is said about the one thing that breaks a rule."""
    guide = folder(place / "guide", **{"guide_toml": ABOUT, "article_md": article, **files})
    (only,) = [each.message for each in lint(find(guide)).findings if each.rule == rule]
    return only


def test_a_section_as_the_format_asks_has_no_findings(tmp_path: Path) -> None:
    assert found(tmp_path, f"# Sleep {{#sleep}}\n\n{BOXES}Sleep is good for you.\n") == []


# -- headings


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        ("# A\n\n## B\n\n### C\n\n# D\n\n## E\n", []),
        ("# A\n\n### B\n\n## C\n\n#### D\n", [3, 7]),
        ("## A\n\n### B\n\n## C\n", [1]),
        ("A\n=\n\nB\n-\n\n#### C\n", [7]),
        ("<h1>A</h1>\n\n<h3 id='b'><em>B</em></h3>\n\ntext\n\n#### C\n", [3]),
        ("text\n\n# A\n\n### B\n", [5]),
        ("# A\n\n> ### no part of the outline\n\n## B\n\n    ### code\n\n```\n#### code\n```\n", []),
    ],
)
def test_a_level_that_is_left_out_is_found_at_its_heading(tmp_path: Path, article: str, lines: list[int]) -> None:
    assert found(tmp_path, article, "heading-skipped") == [(line, "heading-skipped") for line in lines]


def test_a_skipped_level_is_said_with_what_to_write(tmp_path: Path) -> None:
    assert message(tmp_path, "# A\n\n### B\n", "heading-skipped") == (
        "The heading “B” has level 3 and stands below one of level 1: give it level 2."
    )


@pytest.mark.parametrize(
    "heading",
    [
        "# B {#b}",
        "# B {#b} #",
        "#B {: .x #b }",
        "# B {id=b}",
        "B {#b}\n===",
        "<h1 id='b'>B</h1>",
        '<h1 class="x"\nid="b">B</h1>',
    ],
)
def test_an_id_in_any_form_is_seen(tmp_path: Path, heading: str) -> None:
    assert found(tmp_path, f"# A {{#a}}\n\n{heading}\n\ntext\n", "id-missing") == []


@pytest.mark.parametrize(
    "heading", ["# B", "# B{#b}", "# B {.b}", "# B {#}", "B\n===", "<h1>B</h1>", "<h1 data-id='b'>B</h1>"]
)
def test_a_heading_without_id_is_found(tmp_path: Path, heading: str) -> None:
    assert found(tmp_path, f"# A {{#a}}\n\n{heading}\n\ntext\n", "id-missing") == [(3, "id-missing")]


def test_a_text_without_any_id_is_one_finding(tmp_path: Path) -> None:
    assert found(tmp_path, "text\n\n# A\n\n# B\n\n# C\n", "id-missing") == [(3, "id-missing")]


def test_headings_of_the_same_words_have_their_own_lines(tmp_path: Path) -> None:
    assert found(tmp_path, "# A {#a}\n\nPain.\n\n## Pain\n\nPain.\n\n## Pain\n", "id-missing") == [
        (5, "id-missing"),
        (9, "id-missing"),
    ]


def test_the_heading_of_the_notes_is_not_the_authors(tmp_path: Path) -> None:
    article = "<h1>A</h1>\n\ntext[^1]\n\n[^1]: More. Notes on it.\n"
    assert found(tmp_path, article, "gist-missing") == [(1, "gist-missing")]


# -- depths


def test_a_section_without_depths_is_found_at_its_heading(tmp_path: Path) -> None:
    article = f"# A {{#a}}\n\n{BOXES}text\n\n## B {{#b}}\n\ntext\n"
    assert found(tmp_path, article, "gist-missing", "key-points-missing") == [
        (13, "gist-missing"),
        (13, "key-points-missing"),
    ]


def test_a_section_that_holds_only_sections_needs_no_depths(tmp_path: Path) -> None:
    article = f"# A {{#a}}\n\n## B {{#b}}\n\n{BOXES}text[^1]\n\n[^1]: A note stands under a heading of its own.\n"
    assert found(tmp_path, article) == []


def test_a_text_without_any_depth_is_one_finding_for_each(tmp_path: Path) -> None:
    place = tmp_path / "plain.md"
    place.write_text("# A\n\ntext\n\n## B\n\ntext\n\n## C\n\ntext\n")
    assert [(each.line, each.rule) for each in lint(find(place)).findings if "missing" in each.rule] == [
        (0, "gist-missing"),
        (0, "key-points-missing"),
        (0, "guide-id-missing"),
        (0, "date-missing"),
        (0, "review-missing"),
        (1, "id-missing"),
    ]


def test_depths_stand_at_the_head_of_their_section(tmp_path: Path) -> None:
    gist, points = BOXES.split("!!! key", 1)
    late = found(tmp_path / "late", f"# A {{#a}}\n\ntext\n\n{BOXES}")
    assert late == [(1, "gist-missing"), (1, "key-points-missing")]
    turned = found(tmp_path / "turned", f"# A {{#a}}\n\n!!! key{points}{gist}\ntext\n")
    assert turned == [(1, "gist-missing")]


@pytest.mark.parametrize(
    ("gist", "said"),
    [
        ("It is so. It is not.", "The gist of “A” has 2 sentences: say it in one."),
        ("One two.\n\n    Three four.", "The gist of “A” has 2 sentences: say it in one."),
        (" ".join(["word"] * 21) + ".[@K]", "The gist of “A” has 21 words: cut it down to 20."),
    ],
)
def test_a_long_gist_is_found_where_it_stands(tmp_path: Path, gist: str, said: str) -> None:
    article = f"# A {{#a}}\n\n{BOXES.replace('Sleep helps.', gist)}text\n"
    assert found(tmp_path, article, "gist-long") == [(4, "gist-long")]
    assert message(tmp_path, article, "gist-long") == said


def test_a_gist_of_20_words_and_a_citation_is_short_enough(tmp_path: Path) -> None:
    gist = " ".join(["word"] * 20) + ".[@K]"
    article = f"# A {{#a}}\n\n{BOXES.replace('Sleep helps.', gist)}text\n"
    assert found(tmp_path, article, "gist-long", references_json='[{"id": "K", "title": "T"}]') == []


@pytest.mark.parametrize(
    ("points", "has"),
    [
        ("- One.\n    - Two.", "2 key points"),
        ("- One.", "1 key point"),
        ("No list.", "no bullet in its key points"),
        ("\n    ".join(f"- {number}." for number in range(6)), "6 key points"),
    ],
)
def test_too_few_and_too_many_key_points_are_counted(tmp_path: Path, points: str, has: str) -> None:
    boxes = BOXES.replace("- One.\n    - Two.\n    - Three.", points)
    article = f"# A {{#a}}\n\n{boxes}text\n"
    assert found(tmp_path, article) == [(7, "key-points-count")]
    assert message(tmp_path, article, "key-points-count") == (f"The section “A” has {has}: give it 3 to 5.")


def test_words_above_the_key_points_are_none(tmp_path: Path) -> None:
    points = BOXES.replace("    - One.", "    In short:\n\n    - One.")
    assert found(tmp_path, f"# A {{#a}}\n\n{points}text\n") == []


def test_bullets_below_bullets_are_no_key_points(tmp_path: Path) -> None:
    points = BOXES.replace("    - Two.\n", "    - Two.\n        - a\n        - b\n        - c\n")
    assert found(tmp_path, f"# A {{#a}}\n\n{points}text\n") == []


# -- lists


def items(count: int, before: str = "- ") -> str:
    """Return a list of so many items."""
    return "".join(f"{before}x{number}\n" for number in range(count))


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        (items(8), [11]),
        (items(7), []),
        (f"{items(4)}\ntext\n\n{items(4)}", []),
        (f"{items(4)}\n<!-- -->\n\n{items(4, '1. ')}", []),
        (f"- a\n{items(8, '    - ')}- b\n", [12]),
        (f"- a\n{items(4, '    - ')}- b\n{items(4, '    - ')}", []),
        (f"- a\n{items(4, '    - ')}\n    more\n\n{items(4, '    - ')}", []),
        (f"{items(4)}\n    more\n\n{items(4)}", [11]),
        (f'{items(4)}{{: claims="C1" }}\n{items(4)}', [11]),
        ("<ol><li>a</li><li>b</li><li>c</li><li>d</li></ol><ol><li>a</li><li>b</li><li>c</li><li>d</li></ol>", []),
        ('!!! note "N"\n' + items(8, "    - "), [12]),
    ],
)
def test_a_list_of_more_than_7_items_is_found_at_its_first(tmp_path: Path, article: str, lines: list[int]) -> None:
    assert found(tmp_path, f"# A {{#a}}\n\n{BOXES}{article}", "list-long") == [(line, "list-long") for line in lines]


def test_key_points_and_notes_are_no_long_lists(tmp_path: Path) -> None:
    notes = "".join(f"[^{number}]: x{number}\n" for number in range(9))
    points = BOXES.replace("    - Two.\n", items(9, "    - "))
    text = "".join(f"x[^{number}] " for number in range(9))
    assert found(tmp_path, f"# A {{#a}}\n\n{points}{text}\n\n{notes}") == [(7, "key-points-count")]


# -- pictures


@pytest.mark.parametrize(
    ("picture", "line"),
    [
        ("![](x.png)", 3),
        ('One\n![ ](<x.png> "Title")', 4),
        ("<img src=x.png>", 3),
        ("`![](x.png)`\n\n<img\nsrc='x.png' alt='  '>", 5),
        ("![A cell](x.png) ![](x.png)", 3),
        ("<img alt='A cell' src=x.png>\n\n![](x.png)", 5),
        ("![][p]\n\n[p]: x.png", 3),
        ("| a |\n|---|\n| ![](x.png) |", 5),
    ],
)
def test_a_picture_without_a_text_is_found(tmp_path: Path, picture: str, line: int) -> None:
    assert found(tmp_path, f"# A\n\n{picture}\n", "alt-missing", x_png=PNG) == [(line, "alt-missing")]


@pytest.mark.parametrize(
    "picture", ["![A cell](x.png)", '<img alt="A cell" src="x.png">', "`![](x.png)`", "![A cell][p]\n\n[p]: x.png"]
)
def test_a_picture_with_a_text_is_not(tmp_path: Path, picture: str) -> None:
    assert found(tmp_path, f"# A\n\n{picture}\n", "alt-missing", x_png=PNG) == []


# -- what the guide says of itself


def test_dates_and_review_that_are_missing_are_one_finding_each(tmp_path: Path) -> None:
    assert found(tmp_path / "all", "text", "date-missing", "review-missing", guide_toml='title = "T"') == [
        (0, "date-missing"),
        (0, "review-missing"),
    ]
    some = ABOUT.replace("evidence_checked = 2026-11-22\n", "")
    assert message(tmp_path / "some", "text", "date-missing", guide_toml=some) == (
        "The guide does not say when its evidence was checked: write evidence_checked in guide.toml."
    )


def test_a_guide_without_an_id_is_told_what_it_is_good_for(tmp_path: Path) -> None:
    without = ABOUT.replace('id = "sleep"\n', "")
    assert message(tmp_path / "without", "text", "guide-id-missing", guide_toml=without) == (
        "The guide has no id, by which readers’ notes know it when it is moved: write id in guide.toml."
    )
    for number, given in enumerate(('id = "sleep"', 'id = "two words"')):  # what is wrong, the compiler says
        assert found(tmp_path / str(number), "text", "guide-id-missing", guide_toml=f"{given}\n{without}") == []


def test_a_single_file_is_told_where_a_guide_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("Pain.\n")
    said = [each for each in structure.findings(Subject(find(tmp_path / "one.md"))) if each.rule == "review-missing"]
    assert [(each.file, "holds this text as article.md" in each.message) for each in said] == [("one.md", True)]


def test_what_is_given_wrongly_or_cannot_be_read_is_not_called_missing_too(tmp_path: Path) -> None:
    wrong = ABOUT.replace("= 2026-11-22", '= "2026"', 1).replace('"No clinician', '5 #"')
    assert found(tmp_path / "wrong", "text", "date-missing", "review-missing", guide_toml=wrong) == []
    assert found(tmp_path / "broken", "text", "date-missing", "review-missing", guide_toml=b"\xff") == []


@pytest.mark.parametrize(("today", "is_overdue"), [("2027-11-21", False), ("2027-11-22", False), ("2027-11-23", True)])
def test_a_check_is_overdue_from_the_day_after_its_date(tmp_path: Path, today: str, is_overdue: bool) -> None:
    subject = Subject(find(folder(tmp_path, guide_toml=ABOUT)))
    overdue = [
        (each.file, each.line)
        for each in structure.findings(subject, date.fromisoformat(today))
        if each.rule == "check-overdue"
    ]
    assert overdue == ([("guide.toml", 4)] if is_overdue else [])


def test_the_linter_asks_for_the_date_of_today(tmp_path: Path) -> None:
    past = ABOUT.replace("2027-11-22", "1999-01-01")
    assert found(tmp_path, "text", "check-overdue", guide_toml=past) == [(4, "check-overdue")]
