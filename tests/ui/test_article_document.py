"""The article as a document, and the map between its positions and places in the guide."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from reader.core.guide import Guide
from reader.core.text import Block, Place, Span
from reader.ui.article.document import ArticleDocument, review_line
from reader.ui.theme import Theme


@pytest.fixture
def content(guide: Guide, theme: Theme) -> ArticleDocument:
    built = ArticleDocument(guide, theme)
    built.add_title(guide.about, guide.outline[0])
    for section in guide.outline:
        built.append(section)
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
    for anchor in content.places.anchors:
        place = content.places.place(anchor.start)
        assert place is not None
        if anchor.address.startswith("term:"):
            marked.append((place.section, anchor.address))
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

    def blocks(self, section: str) -> tuple[Block, ...]:
        return (self._block,)

    def image(self, key: str) -> None:
        return None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=40), data=st.data())
def test_the_map_holds_for_any_text(guide: Guide, theme: Theme, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    block = Block("s.1", "paragraph", text, (Span(start, end, "strong"),))
    content = ArticleDocument(OneBlock(block), theme)  # type: ignore[arg-type]
    content.append(guide.outline[0])
    assert content.document.blockCount() == 1
    for offset in range(len(text)):
        position = content.places.position(Place("first", "s.1", offset))
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
