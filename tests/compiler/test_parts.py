"""The files beside an article: guide.toml, references.json, claims.toml, and what they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.compiler.assemble import assemble
from reader.compiler.references import in_one_line
from reader.compiler.store import write
from reader.core import source
from reader.core.guide import Guide
from reader.core.records import Problem
from tests.guides.writing import compiled, folder, said


def test_guide_toml_is_what_the_guide_says_of_itself(tmp_path: Path) -> None:
    about = compiled(
        tmp_path,
        guide_toml='id = "x-1"\ntitle = "T  t"\nwritten = 2026-11-22\nauthors = ["A", "B"]\nlanguage = "de-CH"',
    ).about
    assert (about.id, about.title, about.written, about.authors, about.language) == (
        "x-1",
        "T t",
        "2026-11-22",
        ("A", "B"),
        "de-CH",
    )


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("title = 5", "title should be text in quotes, so it is left out."),
        ('written = "2026"', "written should be a date such as 2026-11-22, without quotes, so it is left out."),
        ('authors = "A"', 'authors should be a list of names such as ["A. Name"], so it is left out.'),
        ('source = "sleep.html"', "source should be an address that begins with https://, so it is left out."),
        ('id = "a b"', "id should be one word of letters, digits, hyphens and dots, so it is left out."),
        ("colour = 1", "colour is not a key of this file."),
    ],
)
def test_a_wrong_value_is_said_with_its_line_and_the_rest_counts(tmp_path: Path, line: str, sentence: str) -> None:
    guide = compiled(tmp_path, guide_toml=f'review = "Nobody."\n{line}\n')
    assert said(guide) == [f"guide.toml, line 2: {sentence}"]
    assert guide.about.review == "Nobody."


def test_a_guide_without_guide_toml_is_called_by_its_first_heading_or_its_name(tmp_path: Path) -> None:
    assert compiled(tmp_path / "one", article_md="text\n\n## Sleep\n").about.title == "Sleep"
    assert compiled(tmp_path / "two", article_md="text\n").about.title == "guide"


def test_a_name_that_is_no_text_still_makes_a_title(tmp_path: Path) -> None:
    place = folder(tmp_path / "bad\udcff", article_md="text")
    assert assemble(source.find(place)).about.title == "bad�"


def test_a_mistake_in_a_file_whose_name_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / "bad\udcff.md").write_text("[x](#no)")
    write(assemble(source.find(tmp_path / "bad\udcff.md")), tmp_path / "made.guide")
    assert said(Guide(tmp_path / "made.guide"))[0].startswith("bad�.md, line 1: The link #no leads to no section")


def test_guides_without_an_id_have_one_of_their_place(tmp_path: Path) -> None:
    one, two = compiled(tmp_path / "one").about.id, compiled(tmp_path / "two").about.id
    assert one != two
    assert compiled(tmp_path / "one", article_md="changed").about.id == one


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (
            {
                "author": [{"family": "Üçeyler", "given": "Nurcan M."}, {"literal": "A Group"}],
                "title": "Is it so?",
                "container-title": "Pain",
                "issued": {"date-parts": [[2011, 4]]},
                "volume": 12,
                "issue": "3",
                "page": "1-9",
            },
            "Üçeyler NM, A Group. Is it so? Pain 2011;12(3):1-9.",
        ),
        ({"title": "Alone"}, "Alone."),
        ({"title": "T", "container-title": "J"}, "T. J."),
        ({"title": "T", "container-title": "J", "issued": {"date-parts": [["2001"]]}}, "T. J 2001."),
        ({"title": "T", "container-title": "J", "volume": "1", "page": "2"}, "T. J 1:2."),
        ({"title": "T", "issued": {"raw": "May 1999"}}, "T. May 1999."),
        ({"title": ["no"], "author": "no", "issued": [], "volume": {}}, ""),
    ],
)
def test_a_reference_is_one_line_and_what_is_missing_is_left_out(item: dict[str, object], line: str) -> None:
    assert in_one_line(item) == line


def test_references_that_have_no_id_or_another_ones_are_said(tmp_path: Path) -> None:
    guide = compiled(tmp_path, references_json='[\n{"id": "a", "title": "One"},\n{"title": "Two"},\n{"id": "a"}\n]')
    assert [reference.text for reference in guide.references] == ["One."]
    assert guide.problems == (
        Problem("references.json", 0, "Item 2 has no id, so nothing can cite it."),
        Problem("references.json", 4, "The id a is used twice."),
    )


def test_half_a_character_in_json_does_no_harm(tmp_path: Path) -> None:
    guide = compiled(tmp_path, references_json='[{"id": "a", "title": "x\\ud800y", "URL": "javascript:x"}]')
    assert (guide.references[0].text, guide.references[0].url) == ("x?y.", "")


def test_references_are_numbered_by_the_text_then_by_claims(tmp_path: Path) -> None:
    guide = compiled(
        tmp_path,
        article_md="Yes.[@c]",
        references_json='[{"id": "a"}, {"id": "b"}, {"id": "c"}]',
        claims_toml='[[claim]]\nid = "C1"\ntext = "T"\nlevel = "weak"\nreferences = ["b"]',
    )
    assert [(reference.key, reference.number) for reference in guide.references] == [("c", 1), ("b", 2), ("a", 0)]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ('id = "C2"\ntext = "T"\nlevel = "sure"',
         "line 8: The level is one of: well supported, mixed, weak, contradicted, advice. This claim is left out."),
        ('id = "C1"\ntext = "T"\nlevel = "weak"', "line 6: The claim C1 stands here twice; the first one counts."),
        ('text = "T"\nlevel = "weak"', "line 5: This claim has no id, so it is left out."),
        ('id = "C2"\ntext = 3\nlevel = "weak"', "line 7: text should be text in quotes, so this claim is left out."),
        ('id = "C2"\ntext = "T"\nlevel = "weak"\nsection = "gone"',
         "line 9: C2 names the section gone, which the article lacks."),
        ('id = "C2"\ntext = "T"\nlevel = "weak"\nreferences = ["X"]',
         "line 9: C2 names the reference X, which references.json lacks."),
        ('id = "C2"\ntext = "T"\nlevel = "weak"\nreferences = "X"',
         'line 9: references should be a list such as ["Key2020"], so this claim is left out.'),
        ('id = "C2"\ntext = "T"\nlevel = "weak"\nraeson = "R"', "line 9: raeson is not a word of a claim."),
        ('id = "C2"\ntext = "T"\nlevel = "weak"\n[[claims]]\nid = "C3"',
         "line 9: claims is not a word of this file: claims are written as [[claim]]."),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_claim_is_said_with_its_line(tmp_path: Path, claim: str, sentence: str) -> None:
    text = f'[[claim]]\nid = "C1"\ntext = "T"\nlevel = "mixed"\n[[claim]]\n{claim}\n'
    guide = compiled(tmp_path, claims_toml=text)
    assert said(guide) == [f"claims.toml, {sentence}"]
    assert guide.claims[0].id == "C1"


def test_a_pathway_is_tied_to_sections_and_entries_and_loose_ends_are_said(tmp_path: Path) -> None:
    gpml = (Path(__file__).parents[1] / "guides" / "small" / "pathway.gpml").read_bytes()
    guide = compiled(tmp_path, pathway_gpml=gpml, article_md="# A {#a}\n\ntext")
    assert guide.pathway is not None
    assert {node.section for node in guide.pathway.nodes} | {node.term for node in guide.pathway.nodes} == {""}
    assert any("names the section" in sentence for sentence in said(guide))
    assert any("names the term" in sentence for sentence in said(guide))


def test_a_folder_of_other_files_changes_nothing(tmp_path: Path) -> None:
    folder(tmp_path / "guide", other_txt="x", pathway_toml="[[")
    assert said(compiled(tmp_path)) == []
