"""Plain language: what the linter says of long sentences, short forms and hard words, and its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.report import Figures, Report
from reader.core.source import find
from reader.linter.lint import lint
from tests.guides.writing import folder

PLAIN = "The pain is real. You can rest when you need to. It is not your fault."


def checked(place: Path, article: str, **files: str) -> Report:
    """Return the report on a guide with this article."""
    return lint(find(folder(place / "guide", article_md=article, **files)))


def found(report: Report, *rules: str) -> list[tuple[int, str]]:
    """Return line and rule of the findings of these rules."""
    return [(each.line, each.rule) for each in report.findings if each.rule in rules]


def figures(report: Report, section: str = "") -> Figures:
    """Return the figures of a section, or of the whole."""
    return next(each for each in report.figures if each.section == section)


def words(count: int) -> str:
    """Return a sentence of so many short words."""
    return " ".join(["We", *["go"] * (count - 1)]) + "."


def test_a_plain_text_is_not_complained_of_and_its_figures_are_low(tmp_path: Path) -> None:
    report = checked(tmp_path, f"# Pain {{#pain}}\n\n{PLAIN}\n")
    assert not found(report, "grade", "smog", "reading-ease", "sentence-mean", "sentence-share", "passive")
    whole = figures(report)
    assert (whole.sentences, whole.words) == (3, 16)
    assert whole.grade is not None
    assert whole.grade < 2
    assert whole._replace(section="pain", title="Pain") == figures(report, "pain")


def test_hard_words_raise_the_grade_of_their_section_and_of_the_whole(tmp_path: Path) -> None:
    hard = "Immunological investigations demonstrate considerable interindividual heterogeneity of concentrations."
    report = checked(tmp_path, f"# Pain {{#pain}}\n\n{PLAIN}\n\n# Cells {{#cells}}\n\n{hard}\n")
    assert found(report, "grade", "reading-ease") == [(0, "grade"), (0, "reading-ease"), (5, "grade")]


def test_smog_is_not_believed_in_fewer_than_thirty_sentences(tmp_path: Path) -> None:
    hard = "Immunological investigations demonstrate heterogeneity. "
    assert not found(checked(tmp_path / "a", f"# A {{#a}}\n\n{hard * 29}\n"), "smog")
    assert found(checked(tmp_path / "b", f"# A {{#a}}\n\n{hard * 30}\n"), "smog") == [(0, "smog")]


@pytest.mark.parametrize(("count", "line"), [(25, []), (26, [(4, "sentence-long")])])
def test_a_sentence_over_25_words_is_named_with_its_line(
    tmp_path: Path, count: int, line: list[tuple[int, str]]
) -> None:
    article = f"# A {{#a}}\n\nShort and good.\n{words(count)}\n"
    assert found(checked(tmp_path, article), "sentence-long") == line


def test_more_than_three_in_a_hundred_sentences_over_20_words_are_too_many(tmp_path: Path) -> None:
    short = "We go home. You stay. They rest.\n\n" * 32 + "You rest.\n\n"  # 97 sentences
    report = checked(tmp_path / "a", f"# A {{#a}}\n\n{short}{words(21)}\n\n{words(21)}\n\n{words(21)}\n")
    assert not found(report, "sentence-share")
    assert (figures(report).over_20, figures(report).over_25) == (3, 0)
    report = checked(tmp_path / "b", f"# A {{#a}}\n\n{short}" + f"{words(21)}\n\n" * 4)
    assert found(report, "sentence-share") == [(0, "sentence-share")]


def test_a_paragraph_of_four_sentences_is_too_long_and_a_list_of_four_items_is_not(tmp_path: Path) -> None:
    items = "".join(f"- Point {number} is short.\n" for number in range(4))
    article = f"# A {{#a}}\n\nOne is fine. Two is. Three is.\n\n{items}\nOne. Two went. Three went. Four is too many.\n"
    assert found(checked(tmp_path, article), "paragraph-long") == [(10, "paragraph-long")]


def test_short_items_and_cells_do_not_make_a_text_look_easier(tmp_path: Path) -> None:
    sentence = "Doctors diagnose this condition from your symptoms."
    plain = checked(tmp_path / "a", f"# A {{#a}}\n\n{sentence}\n")
    items = "- fever\n- night sweats\n\n| Cat | Dog |\n|---|---|\n| Yes | No |\n"
    with_items = checked(tmp_path / "b", f"# A {{#a}}\n\n{sentence}\n\n{items}")
    assert figures(with_items) == figures(plain)


def test_the_numbers_of_citations_are_no_words(tmp_path: Path) -> None:
    references = '[{"id": "A2001", "title": "T"}]'
    report = checked(tmp_path, "# A {#a}\n\nPain is real.[@A2001]\n", references_json=references)
    assert figures(report).words == 3


def test_passive_sentences_are_counted(tmp_path: Path) -> None:
    report = checked(tmp_path, "# A {#a}\n\nThe blood was taken by a nurse. You rest.\n\nThe cells were counted.\n")
    assert figures(report).passive == 2
    assert found(report, "passive") == [(0, "passive")]


def test_a_short_form_needs_its_long_form_or_an_entry(tmp_path: Path) -> None:
    article = "# A {#a}\n\nFibromyalgia (FM) hurts. FM is real.\n\nA PET scan and the ANA test help some.\n"
    report = checked(tmp_path, article, glossary_md="positron scan\n: A scan.\n: short: PET\n")
    assert found(report, "abbreviation") == [(5, "abbreviation")]
    assert any("ANA" in each.message for each in report.findings)


def test_neither_code_nor_a_citation_of_nothing_is_a_short_form(tmp_path: Path) -> None:
    assert found(checked(tmp_path, "# A {#a}\n\nSend a `GET` first.[@WHO; @ACR]\n"), "abbreviation") == []


def test_a_term_should_lead_to_its_entry_where_it_stands_first(tmp_path: Path) -> None:
    glossary = "cytokine\n: A messenger.\n"
    late = "# A {#a}\n\nLook at [cytokine]{term=none} first.\n\nA cytokine is a messenger.\n"
    assert found(checked(tmp_path / "a", late, glossary_md=glossary), "term-unexplained") == [(3, "term-unexplained")]
    first = "# A {#a}\n\nA cytokine is a messenger.\n\nLook at [cytokine]{term=none} again.\n"
    assert not found(checked(tmp_path / "b", first, glossary_md=glossary), "term-unexplained")
    linked = "# A {#a}\n\nSee [Cytokine release](#a).\n\nA cytokine is a messenger.\n"
    assert not found(checked(tmp_path / "c", linked, glossary_md=glossary), "term-unexplained")
    everyday = "# A {#a}\n\nA cytokine, or cytokines.\n\n# B {#b}\n\nCytokines and a [cytokine]{term=cytokine}.\n"
    report = checked(tmp_path / "d", everyday, glossary_md=f"{glossary}: mark: once\n")
    assert not found(report, "term-unexplained")


def test_the_second_score_counts_a_term_as_a_short_word(tmp_path: Path) -> None:
    glossary = "fibromyalgia\n: Pain in many places.\n: say: FY-broh-my-AL-juh\n"
    whole = figures(checked(tmp_path, "# A {#a}\n\nFibromyalgia hurts.\n", glossary_md=glossary))
    assert whole.grade is not None
    assert whole.grade_without_terms is not None
    # 5 syllables fall to 2 in a sentence of 2 words
    assert whole.grade - whole.grade_without_terms == pytest.approx(11.8 * 3 / 2)


def test_the_glossary_has_figures_of_its_own(tmp_path: Path) -> None:
    report = checked(tmp_path, "# A {#a}\n\nPain.\n", glossary_md="pain\n: What hurts.\n\nrest\n: Doing less now.\n")
    assert (figures(report, "glossary").words, figures(report, "glossary").sentences) == (5, 2)


def test_only_english_is_measured(tmp_path: Path) -> None:
    article = f"# A {{#a}}\n\n{words(60)} FM und ANA.\n"
    report = checked(tmp_path, article, guide_toml='id = "g"\ntitle = "Schmerz"\nlanguage = "de-CH"\n')
    assert report.figures == ()
    assert not found(report, "sentence-long", "abbreviation", "grade")


def test_long_paragraphs_and_terms_that_lead_nowhere_are_found_in_any_language(tmp_path: Path) -> None:
    article = (
        "# A {#a}\n\nSchau auf [Zytokin]{term=none}.\n\nEin Zytokin ist ein Bote.\n\nEins. Zwei gehen. Drei. Vier.\n"
    )
    german = {"guide_toml": 'language = "de"\n', "glossary_md": "Zytokin\n: Ein Bote.\n"}
    report = checked(tmp_path, article, **german)
    assert found(report, "term-unexplained", "paragraph-long") == [(3, "term-unexplained"), (7, "paragraph-long")]
    assert report.figures == ()


def test_a_text_without_sentences_has_no_figures_but_no_fault_either(tmp_path: Path) -> None:
    report = checked(tmp_path, "# A {#a}\n\n```\ncode\n```\n")
    assert (figures(report).words, figures(report).grade, figures(report).smog) == (0, None, None)
