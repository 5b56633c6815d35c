"""How pages look: what stands beside what, what fits and what is counted instead."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reader.core.guide import Guide
from reader.core.handout.order import Order
from reader.core.handout.presets import PRESETS, Layout, Preset
from reader.core.notebook.notes import Note, Target
from reader.core.text import Block, Span
from tests.core.handout.printing import made, order
from tests.guides import sample
from tests.guides.writing import compiled

MILLIMETRE = 72 / 25.4  # in points
SAME_LINE = 6.0  # points between the feet of raised letters and of the others


class Word(NamedTuple):
    """A word of a page, in points from its upper left corner."""

    page: int
    left: float
    top: float
    right: float
    foot: float
    text: str


def words(pdf: Path) -> list[Word]:
    """Return the words of a PDF as another program finds them."""
    found = []
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    pages = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("<page ")[1:]
    for number, page in enumerate(pages):
        for *sides, text in re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word', page):
            left, top, right, foot = map(float, sides)
            found.append(Word(number, left, top, right, foot, text))
    return found


def set_in(layout: Layout, guide: Guide, folder: Path) -> list[Word]:
    """Return the words of a whole guide that is printed in a layout."""
    return words(made(guide, Order(preset=replace(PRESETS["standard"], layout=layout)), folder).file)


def of_article(folder: Path, article: str, **files: Any) -> Guide:
    return compiled(folder / "guide", article_md=article, **files)


def named(found: Iterable[Word], text: str) -> Word:
    return next(word for word in found if word.text == text)


def question(number: int, guide: Guide) -> Note:
    text = f"Question{number} about the medicines that I take every day, and what I can do?"
    return Note(str(number), guide.about.id, "question", Target(), text, rank=number)


def test_a_paragraphs_number_stands_in_the_margin_beside_its_first_line(tmp_path: Path) -> None:
    guide = of_article(
        tmp_path, "# One {#one}\n\nFirst words.\n\n- Second words.\n\n    1. Third words.\n\n> Fourth words.\n"
    )
    found = words(made(guide, order(guide), tmp_path).file)
    edge = named(found, "First").left
    for number, word in (("1.1", "First"), ("1.2", "Second"), ("1.3", "Third"), ("1.4", "Fourth")):
        mark, beside = named(found, number), named(found, word)
        assert edge - 8 * MILLIMETRE < mark.right < edge - 2 * MILLIMETRE
        assert abs(mark.foot - beside.foot) < SAME_LINE
        assert mark.left > 10 * MILLIMETRE


def test_a_layout_without_numbers_has_none(tmp_path: Path) -> None:
    guide = of_article(tmp_path, "# One {#one}\n\nFirst words.\n")
    assert "1.1" not in [word.text for word in set_in(Layout(numbers=False), guide, tmp_path)]


def test_the_last_of_some_citations_never_goes_alone_into_the_next_line(tmp_path: Path) -> None:
    def cited(length: int) -> Block:
        text = "i" * length + " word" * 11 + "123"
        keys = ("Clauw2014", "Clauw2014", "Lacking2020")
        cites = [Span(len(text) - 3 + n, len(text) - 2 + n, "cite", key) for n, key in enumerate(keys)]
        return Block(f"b{length}", "paragraph", text + " end.", tuple(cites))

    guide = sample.of_blocks(tmp_path, *map(cited, range(1, 30)))
    found = words(made(guide, order(guide), tmp_path).file)
    ends = [place for place, word in enumerate(found) if word.text == "end."]
    assert len(ends) == 29
    for end in ends:
        last = max(place for place in range(end) if found[place].text.startswith("word"))
        group = found[last:end]
        assert re.sub(r"\W", "", "".join(word.text for word in group)) == "word123"
        assert max(word.foot for word in group) - min(word.foot for word in group) < SAME_LINE


def test_forty_questions_take_two_sides_and_the_others_are_counted(tmp_path: Path) -> None:
    guide = of_article(tmp_path, "# One {#one}\n\nWords.\n")
    notes = [question(number, guide) for number in range(1, 41)]
    found = words(made(guide, order(guide, preset="doctor"), tmp_path, notes).file)
    asked = [word for word in found if re.fullmatch(r"Question\d+", word.text)]
    assert {word.page for word in found} == {0, 1}
    assert len(asked) > 5
    assert " ".join(word.text for word in found).count(f"{40 - len(asked)} more questions are in the notebook.") == 1


def test_three_questions_take_one_side_with_room_for_the_answers(tmp_path: Path) -> None:
    guide = of_article(tmp_path, "# One {#one}\n\nWords.\n")
    notes = [question(number, guide) for number in range(1, 4)]
    found = words(made(guide, order(guide, preset="doctor"), tmp_path, notes).file)
    tops = [word.top for word in found if re.fullmatch(r"Question\d", word.text)]
    assert {word.page for word in found} == {0}
    assert all(below - above > 15 * MILLIMETRE for above, below in pairwise(tops))
    assert "notebook." not in [word.text for word in found]


def test_lines_to_write_on_come_after_all_that_was_marked(tmp_path: Path) -> None:
    guide = of_article(tmp_path, "# One {#one}\n\nWords.\n")
    for count in (4, 12, 30):
        notes = [Note(str(n), guide.about.id, "note", Target(), f"Thought{n} is on sleep. " * 5) for n in range(count)]
        found = words(made(guide, order(guide, preset="doctor"), tmp_path, notes).file)
        kept = [word for word in found if re.fullmatch(r"Thought\d+", word.text)]
        printed = len({word.text for word in kept})
        assert {word.page for word in found} <= {0, 1}
        assert ("Notes" in [word.text for word in found]) == (printed == count)
        if printed < count:
            assert kept[-1].page == 1
            assert kept[-1].foot > (297 - 25 - 45) * MILLIMETRE, "no more than one of them has room below"


def test_a_line_of_the_standard_holds_sixty_to_seventy_letters_and_of_large_print_about_forty_five(
    tmp_path: Path,
) -> None:
    guide = of_article(tmp_path, "# One {#one}\n\n" + "These changes may play a part in the pain. " * 40)
    for preset, least, most in (("standard", 58, 72), ("large-print", 38, 50)):
        found = words(made(guide, order(guide, preset=preset), tmp_path / preset).file)
        start = found.index(named(found, "These"))
        lines: dict[float, int] = {}
        for word in found[start : start + 200]:
            lines[word.foot] = lines.get(word.foot, -1) + len(word.text) + 1
        full = sorted(lines.values())[len(lines) // 2]
        assert least <= full <= most, preset


def test_nothing_of_a_large_print_page_is_small(tmp_path: Path) -> None:
    guide = sample.guide(tmp_path)
    found = words(made(guide, order(guide, "messengers", preset="large-print"), tmp_path).file)
    high = {word.text: word.foot - word.top for word in reversed(found)}  # where each stands first
    assert min(high["JAMA"], high["Mixed:"]) > 15  # points, of a reference and of the words of evidence
    assert 18 <= high["messengers"] < high["Release"] < 2 * 18  # headings are larger than words, and no posters


def test_the_text_follows_contents_that_do_not_fit_the_first_page(tmp_path: Path) -> None:
    titles = [f"Heading{number}" for number in range(45)]
    guide = of_article(tmp_path, "\n\n".join(f"# {title} {{#s{title}}}\n\nBody of it." for title in titles))
    found = words(made(guide, order(guide), tmp_path).file)
    last = max(word.page for word in found if word.text == "Heading44" and word.page < 3)
    assert last == 1, "the contents end on the second page"
    assert any(word.text == "Body" and word.page == 1 for word in found)


def test_contents_that_nearly_fit_the_first_page_name_fewer_headings_there(tmp_path: Path) -> None:
    parts = (f"# Outer{n} {{#o{n}}}\n\nBody of it.\n\n## Inner{n} {{#i{n}}}\n\nMore.\n\n" for n in range(13))
    guide = of_article(tmp_path, "".join(parts))
    found = words(made(guide, order(guide, preset="large-print"), tmp_path).file)
    first = [word.text for word in found if word.page == 0]
    assert "Outer12" in first
    assert "Inner0" not in first
    assert named(found, "Body").page == 1
    assert "Outer1" not in [word.text for word in found[: found.index(named(found, "Body"))] if word.page == 1]


def test_a_table_with_more_columns_than_fit_becomes_a_list_of_its_rows(tmp_path: Path) -> None:
    head = "|".join(f"Head{n}" for n in range(20))
    row = "|".join(f"value{n}" for n in range(20))
    guide = of_article(tmp_path, f"# One {{#one}}\n\n{head}\n{'|'.join(['---'] * 20)}\n{row}\n")
    found = words(made(guide, order(guide), tmp_path).file)
    said = " ".join(word.text for word in found)
    assert "Head7: value7" in said
    assert max(word.right for word in found) < 190 * MILLIMETRE


@pytest.mark.slow
def test_no_row_of_a_long_table_goes_alone_over_the_page(tmp_path: Path) -> None:
    breaks = []
    for count in range(24, 44):
        rows = "".join(f"|Row{n}|what it says|\n" for n in range(count))
        guide = of_article(tmp_path / str(count), f"# One {{#one}}\n\n|Head|Words|\n|---|---|\n{rows}\n")
        pages = {word.text: word.page for word in words(made(guide, order(guide), tmp_path).file)}
        assert pages[f"Row{count - 2}"] == pages[f"Row{count - 1}"]
        breaks.append(pages["Row0"] < pages[f"Row{count - 1}"])
    assert set(breaks) == {True, False}, "the first of them have room on one page, the last of them break"


@pytest.mark.parametrize("preset", ["standard", "large-print", "low-ink"])
def test_long_words_stay_on_the_paper(tmp_path: Path, preset: str) -> None:
    word = "abcdefghij" * 4
    cells = [Block(f"c{n}", "cell", f"{word[:30]} x", row=n // 4, column=n % 4, header=n < 4) for n in range(8)]
    item = Block("i", "item", word, level=1, marker="1.")
    guide = sample.of_blocks(tmp_path, Block("p", "paragraph", f"{word} {word}"), *cells, item)
    found = words(made(guide, order(guide, preset=preset), tmp_path / "out").file)
    assert max(each.right for each in found) < (210 - 10) * MILLIMETRE


def test_a_foot_of_many_words_stays_on_the_paper(tmp_path: Path) -> None:
    about = sample.ABOUT._replace(
        title="Title " * 90, version="1." * 90, review="Nobody reviewed it. " * 30, next_check="2020-01-01"
    )
    guide = sample.guide(tmp_path, about=about)
    for preset in PRESETS:
        found = words(made(guide, order(guide, preset=preset), tmp_path / preset).file)
        assert max(word.foot for word in found) < (297 - 7) * MILLIMETRE, preset


def test_a_heading_alone_on_its_page_is_not_made_by_a_section_a_page(tmp_path: Path) -> None:
    guide = of_article(tmp_path, "# Outer {#outer}\n\n## Inner {#inner}\n\nText.\n\n## Next {#next}\n\nMore.\n")
    found = set_in(Layout(section_a_page=True), guide, tmp_path)
    last = {word.text: word.page for word in found if word.text in ("Outer", "Inner", "Text.", "Next", "More.")}
    assert last["Inner"] == last["Text."]
    assert last["Next"] == last["More."] == last["Text."] + 1


def test_numbers_stand_at_the_right_where_lines_begin_there(tmp_path: Path) -> None:
    about = sample.ABOUT._replace(language="he")
    section = sample.SECTIONS[2][0]
    blocks = [Block("n.1", "heading", "שלום", level=1), Block("n.2", "paragraph", "שלום עולם")]
    guide = sample.guide(tmp_path, about=about, sections=[(section, blocks)])
    found = words(made(guide, order(guide), tmp_path).file)
    assert named(found, "1").left > max(word.right for word in found if not word.text.isascii())


@pytest.mark.parametrize("preset", ["standard", "large-print", "easy"])
def test_a_route_is_as_large_as_its_words_can_be_read(tmp_path: Path, bundled: Guide, preset: str) -> None:
    wanted = Order("pathway", preset=PRESETS[preset], routes=("autoimmunity",))
    found = words(made(bundled, wanted, tmp_path).file)
    [cell] = [word for word in found if word.text == "Peripheral"]  # in the picture; its sentences do not say it
    assert cell.foot - cell.top > 8  # points


def test_without_references_the_last_words_close_the_text_and_not_the_lines_to_write_on(tmp_path: Path) -> None:
    guide = sample.guide(tmp_path)
    wanted = order(guide, "messengers")
    found = words(made(guide, replace(wanted, preset=Preset(parts=frozenset({"lines"}))), tmp_path).file)
    assert found.index(named(found, "Written")) < found.index(named(found, "Notes"))


def test_the_last_words_have_no_page_to_themselves_before_the_words_explained(tmp_path: Path, bundled: Guide) -> None:
    wanted = Order("sections", ("introduction",), preset=PRESETS["easy"])
    found = words(made(bundled, wanted, tmp_path).file)
    assert max(word.page for word in found) == 1
    closing = next(word for word in found if word.text == "supports,")
    assert closing.page == named(found, "explained").page
    assert found.index(closing) > found.index(named(found, "explained"))
