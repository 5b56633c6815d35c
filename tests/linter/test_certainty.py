"""Words of certainty beside evidence that is mixed, weak or contradicted: what is asserted, and what only looks so."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from reader.core.source import find
from reader.linter.assertion import without_quotations
from reader.linter.certainty import first_sure_word
from reader.linter.lint import lint
from tests.guides.writing import folder

SENTENCES = Path(__file__).parent / "certainty"  # one a line
TOO_SURE = (SENTENCES / "too_sure.txt").read_text(encoding="utf-8").splitlines()
NOT_ASSERTED = (SENTENCES / "not_asserted.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sentence", TOO_SURE)
def test_what_a_sentence_asserts_is_too_sure(sentence: str) -> None:
    assert first_sure_word(sentence, "weak") is not None


@pytest.mark.parametrize("sentence", NOT_ASSERTED)
def test_what_a_sentence_denies_doubts_asks_or_quotes_is_not(sentence: str) -> None:
    assert first_sure_word(without_quotations(sentence), "weak") is None


def test_studies_may_confirm_that_a_contradicted_claim_is_not_so() -> None:
    sentence = "Later studies confirm that joints are not inflamed."
    assert first_sure_word(sentence, "contradicted") is None
    assert first_sure_word(sentence, "mixed") is not None
    assert first_sure_word("Later studies confirm that joints are inflamed, not muscles.", "contradicted") is not None


CLAIMS = "".join(
    f'[[claim]]\nid = "{name}"\nsection = "a"\ntext = "T"\nlevel = "{level}"\nreason = "R"\nreferences = ["K"]\n'
    for name, level in (("S", "well supported"), ("M", "mixed"), ("W", "weak"), ("C", "contradicted"), ("A", "advice"))
)


def found(place: Path, text: str, **files: str) -> list[tuple[int, str]]:
    """Return the lines and messages of what sounds too sure in an article whose heading stands on line 1."""
    files = {"claims_toml": CLAIMS, "references_json": '[{"id": "K", "title": "T"}]', **files}
    guide = folder(place, article_md=f"# A {{#a}}\n\n{text}\n", **files)
    return [(each.line, each.message) for each in lint(find(guide)).findings if each.rule == "certainty"]


def test_each_sentence_is_found_once_on_the_line_of_its_word(tmp_path: Path) -> None:
    text = 'It may be so.[@K] Studies confirm\nthat cytokines cause\npain.[@K] It is\ndefinitely so.\n{: claims="M W" }'
    (first, message), (second, _) = found(tmp_path, text)
    assert (first, second) == (3, 6)
    assert message == (
        "“confirm” sounds surer than W allows, whose evidence is weak: say what was seen, and how sure it is."
    )


@pytest.mark.parametrize("mark", ["", '\n{: claims="S" }', '\n{: claims="A" }', '\n{: claims="S A" }'])
def test_other_paragraphs_may_be_sure(tmp_path: Path, mark: str) -> None:
    assert found(tmp_path, f"Sunburn is caused by light.{mark}") == []


@pytest.mark.parametrize(("claims", "level"), [("S M", "mixed"), ("M W", "weak"), ("W C S", "contradicted")])
def test_the_weakest_level_of_a_paragraph_counts(tmp_path: Path, claims: str, level: str) -> None:
    assert [level in message for _, message in found(tmp_path, f'This proves it.\n{{: claims="{claims}" }}')] == [True]


def test_a_quotation_may_run_over_sentences(tmp_path: Path) -> None:
    text = "An advert says: “Cytokines cause pain. This cures it.” Studies disagree."
    assert found(tmp_path, f'{text}\n{{: claims="M" }}') == []


def test_numbers_of_citations_neither_hide_nor_part_words(tmp_path: Path) -> None:
    assert found(tmp_path, 'No one has proved[@K] that it[@K] causes pain.\n{: claims="M" }') == []
    assert found(tmp_path, 'It is proved[@K]\n{: claims="M" }') != []


def test_other_languages_have_other_words(tmp_path: Path) -> None:
    text = 'This proves it.\n{: claims="M" }'
    assert found(tmp_path / "german", text, guide_toml='language = "de"') == []
    assert len(found(tmp_path / "english", text, guide_toml='language = "EN-us"')) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "hostile",
    [
        "no cause, ",
        "(cause “",
        "studies of a b c d ",
        "may and this proves ",
        "is the cause of a ",
        "a,",
        "results from a ",
        "clearly a ",
    ],
)
def test_a_hostile_paragraph_does_not_stall(hostile: str) -> None:
    text = without_quotations(hostile * (2**18 // len(hostile)))
    begun = process_time()
    first_sure_word(text, "contradicted")
    assert process_time() - begun < 5, "seconds"
