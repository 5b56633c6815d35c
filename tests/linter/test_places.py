"""Where the blocks of an article stand in its file, whatever Markdown did to them."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from reader.core.source import find
from reader.core.text import Block
from reader.linter.places import Places
from reader.linter.subject import Subject
from tests.guides.writing import PNG, folder


def subject(place: Path, article: str, **files: str | bytes) -> Subject:
    """Return a guide of this article under inspection."""
    return Subject(find(folder(place / "guide", article_md=article, **files)))


def lines(place: Path, article: str, **files: str | bytes) -> list[tuple[str, int]]:
    """Return the text of each block but evidence, and its line."""
    guide = subject(place, article, **files)
    return [(block.text, guide.places.line(block)) for block in guide.blocks() if block.kind != "evidence"]


def line_of(place: Path, article: str, word: str, **files: str | bytes) -> int:
    """Return the line of a word that the article holds once."""
    guide = subject(place, article, **files)
    block = next(each for each in guide.blocks() if word in each.text)
    return guide.places.line(block, block.text.index(word))


def test_a_word_of_a_wrapped_paragraph_has_its_own_line(tmp_path: Path) -> None:
    article = "# A\n\nOne two\nthree four\n  five.\nSix.\n"
    assert [line_of(tmp_path, article, word) for word in ("One", "three", "five", "Six")] == [3, 4, 5, 6]


def test_marks_between_words_belong_to_the_next_word_and_the_end_to_the_last(tmp_path: Path) -> None:
    guide = subject(tmp_path, "# A\n\nOne (\ntwo).\n")
    block = guide.sections[0][1][1]
    assert [guide.places.line(block, offset) for offset in (0, 3, 4, len(block.text))] == [3, 4, 4, 4]


def test_the_same_sentence_thrice_has_three_lines(tmp_path: Path) -> None:
    article = "# A\n\nIt is so.\n\nIt is so.\n\n- It is so.\n"
    assert lines(tmp_path, article)[1:] == [("It is so.", 3), ("It is so.", 5), ("It is so.", 7)]


def test_a_short_heading_is_not_taken_for_a_word_of_the_text_before_it(tmp_path: Path) -> None:
    article = "# Sleep\n\nSleep and pain, pain and sleep.\n\n## Pain\n\nPain and sleep.\n\nSleep\n-----\n\nx\n"
    assert [line for _, line in lines(tmp_path, article)] == [1, 3, 5, 7, 9, 12]


def test_items_at_every_depth_have_their_lines(tmp_path: Path) -> None:
    article = "# A\n\n- a\n    - b one\n    - b\n      two\n        1. c\n- a\n\n    more of a\n\n- d\n"
    assert lines(tmp_path, article)[1:] == [
        ("a", 3), ("b one", 4), ("b two", 5), ("c", 7), ("a", 8), ("more of a", 10), ("d", 12),
    ]  # fmt: skip


def test_cells_have_their_lines_with_or_without_citations(tmp_path: Path) -> None:
    article = (
        "# A\n\nx\n\n| Who | What |\n|---|---|\n| 29 studies[@K] | x |\n| x[@K; @L] | 29 studies |\n| | x |\n\nx\n"
    )
    references = '[{"id": "K", "title": "T"}, {"id": "L", "title": "T"}]'
    assert [line for _, line in lines(tmp_path, article, references_json=references)] == [
        1, 3, 5, 5, 7, 7, 8, 8, 0, 9, 11,
    ]  # fmt: skip


def test_a_citation_that_names_nothing_and_one_inside_a_word_hide_no_line(tmp_path: Path) -> None:
    article = "# A\n\nOne[@no] two\nthree[@K]four\n\nfive\n"
    assert line_of(tmp_path, article, "four", references_json='[{"id": "K", "title": "T"}]') == 4
    assert line_of(tmp_path, article, "two") == 3
    assert line_of(tmp_path, article, "five") == 6


def test_footnotes_are_found_where_they_are_written(tmp_path: Path) -> None:
    article = "# A\n\nOne[^1] two[^b].\n\n[^1]: See\n    there.\n\nOne more. See there.\n\n[^b]: Two more.\n"
    assert lines(tmp_path, article)[1:] == [
        ("Onenote 1 twonote 2.", 3), ("One more. See there.", 8), ("Notes", 0), ("See there.", 5), ("Two more.", 10),
    ]  # fmt: skip


def test_definitions_have_their_lines(tmp_path: Path) -> None:
    article = "# A\n\nPain\n: What hurts\n: much\n\nSleep\n: Rest\n"
    assert [line for _, line in lines(tmp_path, article)] == [1, 3, 4, 5, 7, 8]


def test_boxes_their_titles_and_marks_are_passed_over(tmp_path: Path) -> None:
    boxes = '!!! gist\n    Pain is\n    real.\n\n!!! note "Pain"\n    Pain.\n\n'
    article = f'# A {{#pain}}\n\n{boxes}Pain.\n{{: claims="pain" }}\n\nPain.\n'
    assert [line for _, line in lines(tmp_path, article)] == [1, 4, 8, 10, 13]


def test_markup_inside_words_and_unseen_text_is_passed_over(tmp_path: Path) -> None:
    article = (
        "# A\n\nfibro*myalgia* and H<sub>2</sub>O &amp; &alpha; &#945;.\n\n<!-- now <b>the</b>\n\nend -->\n"
        '\n[now](https://example.org/the(end) "the\\"end") [the][end] <https://example.org/now>\nthe\\_end.\n\n'
        '[end]: https://example.org "now"\n\n[now]{term="the end"} [x]{term=none} the end\n'
    )
    guide = subject(tmp_path, article)
    last = [guide.places.line(block, len(block.text)) for block in guide.blocks()]
    assert ([line for _, line in lines(tmp_path, article)], last) == ([1, 3, 9, 14], [1, 3, 10, 14])


def test_code_is_shown_as_it_is_and_hides_nothing_after_it(tmp_path: Path) -> None:
    article = "# One {#one}\n\nWrite `![The words](file.png)`.\n\n# How sure you are {#two}\n\nThe file has a name.\n"
    assert [line for _, line in lines(tmp_path, article)] == [1, 3, 5, 7]


def test_a_last_word_that_is_lost_leads_nobody_astray() -> None:
    texts = ["One two three four five six the", "Pain", "The end"]
    blocks = [Block(str(number), "paragraph", text) for number, text in enumerate(texts)]
    places = Places("One two three four five six\n\nPain\n\nThe end", blocks)
    assert [places.line(block) for block in blocks] == [1, 3, 5]


def test_markup_that_failed_is_text_and_still_found(tmp_path: Path) -> None:
    assert lines(tmp_path, "# A\n\n# Pain{#pain}\n\nPain\n\nx\n{: claims=C1 }more\n")[1:] == [
        ("Pain{#pain}", 3), ("Pain", 5), ("x {: claims=C1 }more", 7),
    ]  # fmt: skip


def test_a_picture_in_a_table_and_the_text_behind_it_are_found(tmp_path: Path) -> None:
    article = "# A\n\n| a | b |\n|---|---|\n| ![one two three four five](x.png) | c |\n| d | e |\n\nx\n"
    assert lines(tmp_path, article, x_png=PNG)[-4:] == [("d", 6), ("e", 6), ("one two three four five", 5), ("x", 8)]


def test_text_before_the_first_heading_and_html_have_lines(tmp_path: Path) -> None:
    article = "Some\ntext.\n\nOn pain.\n\n<h2 id='x'>\nPain\n</h2>\n<p>One</p><p>two\nthree</p>\n"
    assert lines(tmp_path, article)[1:] == [
        ("Some text.", 1), ("On pain.", 4), ("Pain", 7), ("One", 9), ("two three", 9),
    ]  # fmt: skip


def test_a_block_that_the_text_lacks_has_no_line() -> None:
    places = Places("one two three four five six", [Block("a", "paragraph", "x y z"), Block("b", "paragraph", "two")])
    assert places.line(Block("a", "paragraph", "x y z")) == 0
    assert places.line(Block("b", "paragraph", "two")) == 1
    assert places.line(Block("c", "paragraph", "two")) == 0, "it was not among the blocks"


def test_a_part_of_a_word_is_not_the_word() -> None:
    blocks = [Block("1", "paragraph", "One two"), Block("2", "paragraph", "pain")]
    places = Places("One two\n\npainful unpain\n\npain", blocks)
    assert [places.line(block) for block in blocks] == [1, 5]


def test_a_word_alone_is_not_looked_for_far_away() -> None:
    blocks = [Block("1", "paragraph", "One two"), Block("2", "paragraph", "pain"), Block("3", "paragraph", "three")]
    places = Places(f"One two\n\nthree\n\n{'word ' * 10_000}\n\npain", blocks)
    assert [places.line(block) for block in blocks] == [1, 0, 3]


def test_100_000_words_take_well_under_a_second(tmp_path: Path) -> None:
    sentence = "Some words of a sentence that comes again and again in a text of this kind"
    text = "\n\n".join(f"{sentence} {number}.\n\nPain {number % 7}" for number in range(6000))
    blocks = [Block(str(number), "paragraph", part) for number, part in enumerate(text.split("\n\n"))]
    begun = process_time()
    places = Places(text, blocks)
    found = [places.line(block) for block in blocks]
    assert process_time() - begun < 3, "seconds; half of one would do"
    assert found == list(range(1, 24_000, 2))


@pytest.mark.parametrize(
    "hostile",
    [
        "[@",
        "x ",
        "!!! \n",
        *(pytest.param(each, marks=pytest.mark.slow) for each in ["{", "](", "<a ", "<!--", "&", "[^", "](x)", " "]),
    ],
)
def test_a_hostile_text_does_not_stall(hostile: str) -> None:
    text = hostile * (2**18 // len(hostile))
    blocks = [Block(str(number), "paragraph", "x x x x y " * 10) for number in range(5000)]
    begun = process_time()
    Places(text, blocks)
    assert process_time() - begun < 5, "seconds"
