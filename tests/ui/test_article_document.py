"""The article as a document, and the map between its positions and places in the guide."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.text import Block, Place, Span
from reader.ui.article import building
from reader.ui.article.document import ArticleDocument, review_line
from reader.ui.article.parts import Parts
from reader.ui.theme import Theme


@pytest.fixture
def content(guide: Guide, theme: Theme) -> ArticleDocument:
    parts = Parts(guide, "full", {})
    built = ArticleDocument(guide, theme, Appearance())
    for number in range(len(guide.outline)):
        built.add_after(parts.of_section(number))
    return built


def character(content: ArticleDocument, position: int) -> str:
    cursor = QTextCursor(content.document)
    cursor.setPosition(position)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_every_character_of_the_guide_stands_where_the_map_says(guide: Guide, content: ArticleDocument) -> None:
    for section in guide.outline:
        for block in guide.blocks(section.id):
            for offset, letter in enumerate(block.text):
                position = content.places.position(Place(section.id, block.id, offset))
                assert position is not None
                assert character(content, position) == letter
                assert content.places.place(position) == Place(section.id, block.id, offset)


def test_the_title_says_when_the_next_check_is_overdue(guide: Guide) -> None:
    old = guide.about._replace(review="Nobody has.", evidence_checked="2020-01-02", next_check="2021-01-02")
    assert review_line(old) == (
        "Nobody has. Evidence checked 2 January 2020. The next check was due on 2 January 2021."
    )
    assert review_line(old._replace(next_check="9999-01-02")) == "Nobody has. Evidence checked 2 January 2020."
    assert review_line(old._replace(next_check="")) == "Nobody has. Evidence checked 2 January 2020."


def test_a_section_alone_means_its_heading(content: ArticleDocument) -> None:
    position = content.places.position(Place("receptors"))
    assert position is not None
    assert content.document.findBlock(position).text() == "Receptors"


def test_a_block_that_has_gone_means_its_section(content: ArticleDocument) -> None:
    assert content.places.position(Place("receptors", "receptors.99", 4)) == content.places.position(Place("receptors"))


def test_a_section_that_is_unknown_has_no_position(content: ArticleDocument) -> None:
    assert content.places.position(Place("nowhere")) is None


def test_a_term_is_marked_at_its_first_mention_in_each_section_only(content: ArticleDocument) -> None:
    marked = []
    for link in content.places.links:
        place = content.places.place(link.start)
        assert place is not None
        if link.address.startswith("term:"):
            marked.append((place.section, link.address))
    assert len(marked) == len(set(marked))
    assert ("first", "term:cytokine") in marked


def test_headings_say_their_level_to_a_screen_reader(content: ArticleDocument) -> None:
    position = content.places.position(Place("receptors"))
    assert position is not None
    assert content.document.findBlock(position).blockFormat().headingLevel() == 2


class OneBlock:
    """As much of a guide as a document asks for, with one block of any text."""

    def __init__(self, block: Block) -> None:
        self._block = block

    outline = (Section("s", "S", 1, "", 3),)

    def blocks(self, section: str) -> tuple[Block, ...]:
        return (self._block,)

    def image(self, key: str) -> None:
        return None


def of_one_block(block: Block, theme: Theme) -> ArticleDocument:
    guide = cast(Guide, OneBlock(block))
    content = ArticleDocument(guide, theme, Appearance())
    content.add_after(part._replace(is_first=False) for part in Parts(guide, "full", {}).of_section(0))
    return content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=40), data=st.data())
def test_the_map_holds_for_any_text(theme: Theme, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    block = Block("s.1", "paragraph", text, (Span(start, end, "strong"),))
    content = of_one_block(block, theme)
    assert content.document.blockCount() == 1
    for offset in range(len(text)):
        position = content.places.position(Place("s", "s.1", offset))
        assert position is not None
        place = content.places.place(position)
        assert place is not None
        assert place.offset == offset


def test_the_rows_of_a_table_stand_on_lines(content: ArticleDocument) -> None:
    cursor = QTextCursor(content.document)
    while cursor.currentTable() is None:
        assert cursor.movePosition(QTextCursor.MoveOperation.NextBlock), "there is no table"
    table = cursor.currentTable()
    shapes = [table.cellAt(row, 0).format().toTableCellFormat() for row in range(table.rows())]
    assert {shape.bottomBorder() for shape in shapes} == {1.0}
    assert {shape.topPadding() for shape in shapes} == {8.0}


@pytest.mark.parametrize("columns", [1, 4], ids=["tables as lists", "tables"])
def test_a_document_that_grew_at_both_ends_is_the_same_and_so_is_its_map(
    bundled: Guide, theme: Theme, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setattr(building, "SLICE", 1)
    look = (theme, Appearance(), columns)
    wholes = []
    for place in (None, Place("cytokines", "cytokines.6"), Place(bundled.outline[-1].id)):
        made = building.Building(bundled, Parts(bundled, "full", {}), look)
        made.begin(place)
        while not made.is_done:
            made.build()
        wholes.append((made.content.document.toPlainText(), made.content.places.links))
        places = made.content.places
        for section in bundled.outline:
            for block in (each for each in bundled.blocks(section.id) if each.text):
                position = places.position(Place(section.id, block.id))
                assert position is not None
                assert character(made.content, position) == block.text[0]
                assert places.place(position) == Place(section.id, block.id)
    assert wholes[0] == wholes[1] == wholes[2]


def test_a_section_in_short_ends_with_a_line_that_says_so_and_where_it_is_hidden(guide: Guide, theme: Theme) -> None:
    content = ArticleDocument(guide, theme, Appearance())
    content.add_after(Parts(guide, "gist", {}).of_section(0))
    content.add_after(Parts(guide, "gist", {}).of_section(1))
    lines = content.document.toPlainText().splitlines()
    line = lines.index("Show the full text · 1 min")
    assert lines[line - 1] == "Cells talk with cytokines."
    assert lines[line + 1] == "Middle things"
    way = content.places.links[-1]
    assert way.address == "open:first"
    assert not content.places.has(Place("first", "first.5"))
    place = content.places.place(way.start + 2)
    assert place is not None
    assert place.section == "first"


def test_a_paragraph_as_long_as_a_book_is_many_blocks_and_reads_as_one(theme: Theme) -> None:
    text = "pain " * 10_000
    content = of_one_block(Block("s.1", "paragraph", text, (Span(40_000, 40_004, "strong"),)), theme)
    document = content.document
    document.setTextWidth(600)
    assert document.blockCount() > 5
    assert " ".join(document.toPlainText().split("\n")) == text
    for offset in range(0, len(text), 997):
        position = content.places.position(Place("s", "s.1", offset))
        assert position is not None
        assert content.places.place(position) == Place("s", "s.1", offset)
    first = document.findBlock(content.places.position(Place("s", "s.1")) or 0)
    layout = document.documentLayout()
    assert layout.blockBoundingRect(first.next()).top() - layout.blockBoundingRect(first).bottom() < 4


def test_the_room_after_a_last_list_is_no_item_of_it(theme: Theme) -> None:
    content = of_one_block(Block("s.1", "item", "The last point.", level=1, marker="•"), theme)
    content.document.setTextWidth(600)
    for pixels in (300, 120):
        content.set_room(pixels)
        assert content.document.size().height() == pytest.approx(content.end() + pixels, abs=2)
    assert content.document.lastBlock().textList() is None
    assert content.document.blockCount() == 2
