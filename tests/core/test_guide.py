"""A compiled guide, read as needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.guide import Guide
from reader.core.records import Problem, Section
from reader.core.text import Place
from reader.errors import ReaderError
from tests.guides.writing import compiled


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """Return a guide of two sections."""
    return compiled(
        tmp_path,
        article_md="# A {#a}\n\none[@r]\n\n## B {#b}\n\ntwo\n",
        glossary_md="Zoo\n: Animals.\n\nape\n: One.",
        references_json='[{"id": "q", "title": "Q"}, {"id": "r", "title": "R"}]',
    )


def test_a_place_is_a_section_or_a_block_in_it(guide: Guide) -> None:
    assert guide.place("#b") == Place("b")
    assert guide.place("b.2") == Place("b", "b.2")
    assert guide.place("#b.3") is None
    assert guide.place("#") is None


def test_unknown_ids_are_nothing(guide: Guide) -> None:
    assert guide.section("x") is None
    assert guide.blocks("x") == ()
    assert guide.entry("x") is None
    assert guide.reference("x") is None
    assert guide.image("x") is None
    assert guide.pathway is None
    assert guide.drawing is None


def test_half_a_letter_pair_is_no_id_and_leaves_the_guide_whole(guide: Guide) -> None:
    assert guide.entry("\ud800") is None
    assert guide.place("#\udfff.1") is None
    assert guide.sections_naming("\ud800") == ()
    assert guide.entry("zoo") is not None


def test_terms_stand_in_alphabetical_order_whatever_their_capitals(guide: Guide) -> None:
    assert [term for _, term in guide.terms] == ["ape", "Zoo"]


def test_references_that_are_cited_come_first(guide: Guide) -> None:
    assert [(reference.key, reference.number) for reference in guide.references] == [("r", 1), ("q", 0)]


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (299, 1), (301, 2), (2000, 10)])
def test_reading_takes_whole_minutes_and_at_least_one(words: int, minutes: int) -> None:
    assert Section("a", "A", 1, "", words).minutes == minutes


def test_a_problem_says_its_place() -> None:
    assert str(Problem("a.md", 3, "Wrong.")) == "a.md, line 3: Wrong."
    assert str(Problem("a.md", 0, "Wrong.")) == "a.md: Wrong."
    assert str(Problem("", 0, "Wrong.")) == "Wrong."


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0"])
def test_a_file_that_is_no_compiled_guide_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.guide").write_bytes(content)
    with pytest.raises(ReaderError, match="is damaged"):
        Guide(tmp_path / "x.guide")


def test_a_guide_damaged_further_in_is_removed_and_said(guide: Guide) -> None:
    content = guide.file.read_bytes()
    page = int.from_bytes(content[16:18], "big")
    guide.close()
    guide.file.write_bytes(content[: 2 * page] + b"\xff" * (len(content) - 2 * page))
    damaged = Guide(guide.file)
    with pytest.raises(ReaderError, match=r"is damaged .* Open the guide again\."):
        damaged.terms  # noqa: B018
    assert not guide.file.exists()
