"""Glossary and references: hard and long explanations, and what nothing uses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.core.source import find
from reader.linter.lint import lint
from reader.linter.words.hard import is_hard
from reader.linter.words.syllables import Syllables
from tests.guides.writing import folder

CELL = "cell\n: The smallest part of the body.\n: say: sel\n"
USES_CELL = "# A {#a}\n\nA cell is small.\n"
REFERENCES = json.dumps([{"id": "One2001", "title": "One"}, {"title": "Two", "id": "Two2002"}], indent=1)


def found(place: Path, *rules: str, **files: str) -> list[tuple[str, int, str]]:
    """Return file, line and rule of the linter's findings of these rules."""
    report = lint(find(folder(place / "guide", **files)))
    return [(each.file, each.line, each.rule) for each in report.findings if each.rule in rules]


def test_explanations_that_are_hard_together_are_said_once_of_the_whole_file(tmp_path: Path) -> None:
    hard = "glia\n: Cells whose regulatory activities facilitate neuronal communication.\n: say: GLEE-uh\n"
    assert found(tmp_path, "glossary-grade", glossary_md=CELL) == []
    assert found(tmp_path, "glossary-grade", glossary_md=hard) == [("glossary.md", 0, "glossary-grade")]


def test_the_grade_of_another_language_is_not_counted(tmp_path: Path) -> None:
    files = {"glossary_md": "glie\n: Bundesverfassungsgerichtspräsidentinnen.\n", "guide_toml": 'language = "de"\n'}
    assert found(tmp_path, "glossary-grade", "explanation-hard", **files) == []


@pytest.mark.parametrize(("count", "is_long"), [(25, False), (26, True)])
def test_an_explanation_has_at_most_25_words(tmp_path: Path, count: int, is_long: bool) -> None:
    text = f"# Glossary\n\ncell\nbody cell\n: say: sel\n: {'go ' * (count - 3)}on.\n: It ends.\n"
    assert found(tmp_path, "explanation-long", glossary_md=text) == [("glossary.md", 6, "explanation-long")] * is_long


def test_a_hard_word_is_said_with_the_line_it_stands_in(tmp_path: Path) -> None:
    text = "scan\n: A picture of the body.\n  It needs a radioactive substance.\n: say: skan\n"
    assert found(tmp_path, "explanation-hard", glossary_md=text) == [("glossary.md", 3, "explanation-hard")]


def test_a_hard_word_with_an_entry_or_in_the_term_itself_is_none(tmp_path: Path) -> None:
    text = (
        "histamine\n: A messenger. Histamine is small.\n: say: HIST-uh-meen\n: mark: never\n\n"
        "radioactive dye\n: A radioactive fluid.\n: say: x\n\n"
        "antihistamine\n: A medicine against histamines, or antihistaminic.\n: also: antihistaminic\n: say: x\n"
    )
    assert found(tmp_path, "explanation-hard", glossary_md=text) == []


HARD = """histamine radioactive neuropathy monocytes arthritis autoantibody regulatory dysfunctional hydrogen
hypothalamus non-pharmacological"""
EASY = """usually comfortable activities particularly examine recommended communities wonderfully pain IL-10
step-by-step"""


@pytest.mark.parametrize("word", HARD.split())
def test_words_of_medicine_and_long_words_are_hard(word: str) -> None:
    assert is_hard(word, Syllables({}))


@pytest.mark.parametrize("word", EASY.split())
def test_everyday_words_are_not_hard_however_long(word: str) -> None:
    assert not is_hard(word, Syllables({}))


def test_every_entry_says_how_it_is_spoken(tmp_path: Path) -> None:
    text = CELL + "\n# B\n\nbone\n: Hard tissue.\n"
    assert found(tmp_path, "say-missing", glossary_md=text) == [("glossary.md", 7, "say-missing")]


def test_an_entry_that_nothing_uses_is_named(tmp_path: Path) -> None:
    text = CELL + "\nbone\n: Hard tissue. A bone is white.\n: say: bohn\n: see: bone\n"
    assert found(tmp_path, "entry-unused", article_md=USES_CELL, glossary_md=text) == [
        ("glossary.md", 5, "entry-unused")
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"article_md": USES_CELL + "\nThe bones are white.\n"},
        {"article_md": USES_CELL + "\n# Bones {#bones}\n"},
        {"article_md": USES_CELL + "\n[Skeletons]{term=bone} walk.\n"},
        {"article_md": USES_CELL + "\nSee [the bone](#a).\n"},
        {"glossary_md": "skull\n: The bone of the head.\n: say: skul\n"},
        {"glossary_md": "skull\n: What protects the head.\n: say: skul\n: see: bone\n"},
        {"pathway_gpml": '<DataNode TextLabel="Bone" GraphId="n"><Graphics CenterX="50" CenterY="50"/></DataNode>'},
        {
            "pathway_gpml": '<DataNode TextLabel="X" GraphId="n"><Attribute Key="org.pathwayreader.term" Value="bone"/>'
            '<Graphics CenterX="50" CenterY="50"/></DataNode>'
        },
    ],
)
@pytest.mark.parametrize("mark", ["first", "asked"])
def test_an_entry_is_used_by_the_text_the_pathway_or_another_entry(
    tmp_path: Path, files: dict[str, str], mark: str
) -> None:
    bone = f"bone\n: Hard tissue.\n: say: bohn\n: mark: {mark}\n\n"
    gpml = f'<Pathway xmlns="http://pathvisio.org/GPML/2013a">{files.get("pathway_gpml", "")}</Pathway>'
    every = {"article_md": USES_CELL, **files, "glossary_md": bone + files.get("glossary_md", ""), "pathway_gpml": gpml}
    assert ("glossary.md", 1, "entry-unused") not in found(tmp_path, "entry-unused", **every)


def test_the_number_of_a_citation_does_not_hide_the_word_before_it(tmp_path: Path) -> None:
    files = {"article_md": "# A {#a}\n\nMind the cell[@One2001] here.\n", "references_json": REFERENCES}
    assert found(tmp_path, "entry-unused", glossary_md=CELL, **files) == []


def test_a_reference_that_nothing_cites_is_named_at_its_id(tmp_path: Path) -> None:
    article = "# A {#a}\n\nSo it is.[@One2001]\n"
    assert found(tmp_path, "reference-unused", article_md=article, references_json=REFERENCES) == [
        ("references.json", 8, "reference-unused")
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"article_md": "# A {#a}\n\nSo it is.[@One2001; @Two2002]\n"},
        {"claims_toml": '[[claim]]\nid = "C1"\ntext = "So."\nlevel = "weak"\nreferences = ["One2001", "Two2002"]\n'},
        {"glossary_md": CELL + ": sources: One2001, Two2002\n"},
    ],
)
def test_a_reference_is_used_by_text_claims_or_entries(tmp_path: Path, files: dict[str, str]) -> None:
    assert found(tmp_path, "reference-unused", references_json=REFERENCES, **files) == []


def test_a_reference_is_used_by_an_interaction(tmp_path: Path) -> None:
    small = Path(__file__).parents[1] / "guides" / "small"
    references = json.dumps([{"id": "Known2020"}, {"id": "Hinted2021"}])
    gpml = (small / "pathway.gpml").read_text(encoding="utf-8")
    assert found(tmp_path / "with", "reference-unused", references_json=references, pathway_gpml=gpml) == []
    assert len(found(tmp_path / "without", "reference-unused", references_json=references)) == 2


def test_sources_that_a_broken_glossary_may_name_are_not_said_to_be_unused(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", references_json=REFERENCES, glossary_md=b"\xff")
    assert "reference-unused" not in [each.rule for each in lint(find(place)).findings]


def test_a_glossary_beside_a_single_file_is_not_its_glossary(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", text_md="# A\n\ntext\n", glossary_md="bone\n: Hard.\n")
    assert not [each for each in lint(find(place / "text.md")).findings if each.file == "glossary.md"]


def test_many_entries_and_references_take_no_long_time_each(tmp_path: Path) -> None:
    glossary = "".join(f"term{number}\n: A thing called {'x' * 40}.\n\n" for number in range(1000))
    references = json.dumps([{"id": f"Key{number}"} for number in range(1000)])
    everything = found(tmp_path, "entry-unused", "reference-unused", glossary_md=glossary, references_json=references)
    assert len(everything) == 202  # of each a hundred, and how many more


@pytest.mark.parametrize(
    ("second", "line"),
    [
        ("bone\n: Hard tissue.\n: also: skeleton, CELLULE\n", 7),
        ("bone\n: Hard tissue.\n: also: skeleton\n: short: cell\n", 8),
        ("cellule\n: Hard tissue.\n", 3),
        ("bone\nskeleton\ncellule\n: Hard tissue.\n", 5),
        ("bone\n: Hard tissue.\n: also: cellar, bone\n", 0),
    ],
)
def test_a_name_that_two_entries_share_is_found_where_it_does_not_count(tmp_path: Path, second: str, line: int) -> None:
    text = f"cell\n: The smallest part.\n: also: cellule\n\n{second}"
    wanted = [("glossary.md", line, "id-repeated")] if line else []
    assert found(tmp_path, "id-repeated", glossary_md=text) == wanted


def test_a_shared_name_is_said_with_both_entries_and_where_it_leads(tmp_path: Path) -> None:
    text = "cell\n: A part.\n: also: unit\n\nhour\n: A time.\n: also: unit\n"
    (said,) = [
        each.message
        for each in lint(find(folder(tmp_path / "guide", glossary_md=text))).findings
        if each.rule == "id-repeated"
    ]
    assert said == "hour and cell (line 1) are both called unit, which leads to the latter; leave it to one of them."


@pytest.mark.parametrize(
    ("definition", "is_markup"),
    [
        ("A <b>small</b> part.", True),
        ("<script>run()</script>", True),
        ("Salt &amp; water.", True),
        ("A **small** part.", True),
        ("See [cells](#cells).", True),
        ("Less than 5 < 7 and p<0.05, a * b, R&D; so.", False),
    ],
)
def test_an_explanation_with_markup_is_said_to_be_shown_as_it_is(
    tmp_path: Path, definition: str, is_markup: bool
) -> None:
    text = f"cell\n: say: sel\n: {definition}\n"
    assert (
        found(tmp_path, "explanation-markup", glossary_md=text)
        == [("glossary.md", 3, "explanation-markup")] * is_markup
    )


@pytest.mark.parametrize(
    ("name", "mark", "is_short"),
    [("C", "first", True), ("C", "asked", False), ("痛", "once", True), ("IL", "first", False)],
)
def test_a_word_of_one_letter_is_said_to_be_marked_only_where_it_is_tied(
    tmp_path: Path, name: str, mark: str, is_short: bool
) -> None:
    text = f"cell\n: Small.\n: also: unit, {name}\n: mark: {mark}\n"
    assert found(tmp_path, "name-short", glossary_md=text) == [("glossary.md", 3, "name-short")] * is_short


def test_a_second_line_of_a_kind_in_one_entry_is_found(tmp_path: Path) -> None:
    text = CELL + ": see: bone\n: see: cell\n\nbone\n: Hard tissue.\n: see: cell\n"
    assert found(tmp_path, "malformed", glossary_md=text) == [("glossary.md", 5, "malformed")]


def test_an_unused_entry_is_told_all_that_could_use_it(tmp_path: Path) -> None:
    (said,) = [
        each.message
        for each in lint(find(folder(tmp_path / "guide", glossary_md=CELL))).findings
        if each.rule == "entry-unused"
    ]
    assert said == "No text, no other entry and nothing in the pathway uses cell; use it, or leave it out."
