"""Characters that the printed page has no letter for."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from reader import paths
from reader.core.handout.glyphs import STAND_IN, Glyphs, said


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    return Glyphs(paths.bundled("resources") / "print" / "glyphs.txt")


def test_text_that_our_faces_have_stays_as_it_is(glyphs: Glyphs) -> None:
    missing: list[str] = []
    assert glyphs.printable("TNF-α ≥ 2 → “naïve”\n", missing) == "TNF-α ≥ 2 → “naïve”\n"
    assert missing == []


def test_a_character_no_face_has_is_replaced_and_counted(glyphs: Glyphs) -> None:
    missing: list[str] = []
    assert glyphs.printable("痛 ok 😀", missing) == f"{STAND_IN} ok {STAND_IN}"
    assert missing == ["痛", "😀"]


def test_a_mark_goes_with_the_character_it_sits_on(glyphs: Glyphs) -> None:
    missing: list[str] = []
    assert glyphs.printable("痛\u0301.", missing) == f"{STAND_IN}."


def test_what_is_invisible_is_left_out_without_a_word(glyphs: Glyphs) -> None:
    missing: list[str] = []
    assert glyphs.printable("a\u202eb\x07c\ufe0f", missing) == "abc"
    assert missing == []


def test_a_letter_and_its_accent_become_one(glyphs: Glyphs) -> None:
    assert glyphs.printable("e\u0301", []) == "é"


def test_the_stand_in_has_a_glyph(glyphs: Glyphs) -> None:
    assert glyphs.covers(STAND_IN)


def test_every_letter_of_the_text_face_is_covered(glyphs: Glyphs) -> None:
    file = next(file for folder in paths.faces() for file in folder.glob("SourceSerifPro-Regular.ttf"))
    with TTFont(file) as face:
        letters = [chr(point) for point in face.getBestCmap() if chr(point).isalpha()]
    assert [letter for letter in letters if not glyphs.covers(letter)] == []


@pytest.mark.slow
def test_the_list_of_glyphs_is_what_typst_sets() -> None:
    from tests.core.handout.measure_glyphs import FILE, as_ranges, measure

    assert FILE.read_text("ascii") == as_ranges(measure())


def test_the_sentence_counts_and_names_what_was_replaced() -> None:
    assert said(["痛", "痛"]) == "2 characters that the printed page has no letter for were replaced by □: 痛"
    assert said(["痛"]).startswith("1 character that the printed page has no letter for was replaced")
    assert said([]) == ""


def test_the_sentence_names_only_a_few() -> None:
    assert said([chr(0x4E00 + number) for number in range(100)]).endswith("一 丁 丂 七 丄 丅 丆 万 …")


@pytest.mark.parametrize(("character", "name"), [("\ue000", "U+E000"), ("\uffff", "U+FFFF"), ("\U000e0041", "U+E0041")])
def test_a_character_that_nobody_would_see_is_named_by_its_number(character: str, name: str) -> None:
    assert said([character]).endswith(f"by □: {name}")
