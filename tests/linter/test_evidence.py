"""Claims: marked where they say, with references, and in the words of their level."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.source import find
from reader.linter.lint import lint
from tests.guides.writing import folder


def claim(name: str, level: str = "well supported", section: str = "a", rest: str = 'references = ["K"]') -> str:
    """Return a claim in seven lines, one of them empty."""
    return f'[[claim]]\nid = "{name}"\nsection = "{section}"\ntext = "T"\nlevel = "{level}"\n{rest}\n\n'


def found(place: Path, article: str, claims: str, *rules: str, **files: str) -> list[tuple[str, int, str]]:
    """Return files, lines and messages of the findings of these rules."""
    files = {"article_md": article, "claims_toml": claims, "references_json": '[{"id": "K", "title": "T"}]', **files}
    findings = lint(find(folder(place / "guide", **files))).findings
    return [(each.file, each.line, each.message) for each in findings if each.rule in rules]


# -- marks


def test_a_claim_that_no_paragraph_marks_is_found_at_its_id(tmp_path: Path) -> None:
    article = '# A {#a}\n\nOne.\n{: claims="C1" }\n\n- two\n{: claims="C3" }\n'
    claims = claim("C1") + claim("C2") + claim("C3") + claim("A1", "advice", rest='reason = "Care."')
    assert found(tmp_path, article, claims, "claim-unmarked") == [
        ("claims.toml", 9, "No paragraph marks C2: mark one that says it, or take the claim out."),
        ("claims.toml", 23, "No paragraph marks A1: mark one that says it, or take the claim out."),
    ]


@pytest.mark.parametrize(
    ("article", "lines"),
    [
        ('# A {#a}\n\nOne.\n{: claims="C1" }\n\n# B {#b}\n\nTwo.\n', []),
        ('# A {#a}\n\nOne.\n\n# B {#b}\n\nTwo\nthree.\n{: claims="C2 C1" }\n', [9]),
        ('# A {#a}\n\nOne.\n{: claims="C1" }\n\n## B {#b}\n\nTwo.\n\nThree.\n{: claims="C1" }\n', [11]),
        ('# A {#a}\n\n# B {#b}\n\nOne.\n{: claims="C1" }\n\nTwo.\n{: claims="C1" }\n', [6, 9]),
        ('# A {#a}\n\n# B {#b}\n\n<p claims="C1">One.</p>\n', [5]),
        ('# A {#a}\n\n# B {#b}\n\n| x |\n|---|\n| y {: claims="C1" } |\n', [7]),
    ],
)
def test_a_mark_in_another_section_is_found_where_it_is(tmp_path: Path, article: str, lines: list[int]) -> None:
    marks = found(tmp_path, article, claim("C1") + claim("C2", section="b"), "claim-misplaced")
    message = "C1 is marked here, but claims.toml names the section a."
    assert marks == [("article.md", line, message) for line in lines]


def test_a_section_that_is_not_there_is_one_finding_only(tmp_path: Path) -> None:
    article = '# A {#a}\n\nOne.\n{: claims="C1" }\n'
    claims = claim("C1", section="gone")
    assert found(tmp_path, article, claims, "claim-misplaced") == []
    assert [line for _, line, _ in found(tmp_path, article, claims, "section-unknown")] == [3]


# -- references


@pytest.mark.parametrize(
    ("level", "rest", "line"),
    [
        ("weak", "references = []", 6),
        ("weak", "", 1),
        ("weak", 'reason = "Care."', 1),
        ("advice", "", 1),
        ("advice", 'reason = "Care."', 0),
        ("advice", 'references = ["K"]', 0),
        ("mixed", 'references = ["K"]', 0),
    ],
)
def test_a_claim_rests_on_references_and_advice_on_a_reason(tmp_path: Path, level: str, rest: str, line: int) -> None:
    claims = claim("C1", level, rest=rest)
    places = [line for _, line, _ in found(tmp_path, "# A {#a}\n\ntext\n", claims, "claim-without-references")]
    assert places == ([line] if line else [])


def test_a_claim_without_level_is_found_once(tmp_path: Path) -> None:
    claims = claim("C1").replace('level = "well supported"\n', "") + claim("C2", "sure")
    places = [line for _, line, _ in found(tmp_path, "# A {#a}\n\ntext\n", claims, "claim-without-level")]
    assert places == [1, 11]


# -- words

LEVELS = claim("S") + claim("M", "mixed") + claim("W", "weak") + claim("C", "contradicted") + claim("A", "advice")


@pytest.mark.parametrize(
    ("text", "marks", "missing"),
    [
        ("It is so.", "S A", ""),
        ("It may be so.", "M", ""),
        ("It may[@K] be so.", "M", ""),
        ("Studies\ndisagree.[@K]", "M", ""),
        ("Experts disagree.", "M", "mixed"),
        ("It might be so.", "M", "mixed"),
        ("It was so in May 2021.", "M", "mixed"),
        ("It was so on 2 May.", "M", "mixed"),
        ("Dismay.", "M", "mixed"),
        ("Some early studies hint at it.", "W", ""),
        ("Early studies hint at it.", "W", "weak"),
        ("It may be so.", "W", "weak"),
        ("It *was once thought* that it is so. Studies do not support this.", "C", ""),
        ("It was once thought that it is so.", "C", "contradicted"),
        ("Studies do not support this.", "C", "contradicted"),
        ("It may be so.", "M W", "weak"),
        ("Some early studies hint that it may be so.", "M S W", ""),
    ],
)
def test_a_marked_paragraph_uses_the_words_of_each_level(tmp_path: Path, text: str, marks: str, missing: str) -> None:
    article = f'# A {{#a}}\n\n{text}\n{{: claims="{marks}" }}\n'
    findings = found(tmp_path, article, LEVELS, "hedge-missing")
    assert [(line, f"is {missing}:" in message) for _, line, message in findings] == ([(3, True)] if missing else [])


def test_the_words_that_are_missing_are_said(tmp_path: Path) -> None:
    article = '# A {#a}\n\nIt is so.\n{: claims="C M" }\n'
    assert [message for _, _, message in found(tmp_path, article, LEVELS, "hedge-missing")] == [
        "This paragraph marks M, which is mixed: use the words “may” or “studies disagree”.",
        "This paragraph marks C, which is contradicted: use the words “was once thought” and "
        "“studies do not support this”.",
    ]


def test_only_english_guides_are_asked_for_english_words(tmp_path: Path) -> None:
    article = '# A {#a}\n\nEs ist so.\n{: claims="M" }\n'
    assert found(tmp_path, article, LEVELS, "hedge-missing", guide_toml='language = "de-CH"') == []
