"""Flat blocks as nested ones."""

from __future__ import annotations

from typing import Any

from reader.core.handout.nesting import DEEPEST, nest
from reader.core.text import Block, BlockKind


def words(block: Block) -> dict[str, Any]:
    return {"runs": [[block.text, {}]]}


def nested(*blocks: Block) -> list[dict[str, Any]]:
    return nest(blocks, words)


def block(kind: BlockKind, text: str = "x", **fields: Any) -> Block:
    return Block("b", kind, text, **fields)


def cell(text: str, row: int, column: int, *, header: bool = False) -> Block:
    return block("cell", text, row=row, column=column, header=header)


def test_items_one_after_another_are_one_list() -> None:
    (only,) = nested(block("item", level=1, marker="•"), block("item", level=1, marker="•"))
    assert (only["kind"], only["ordered"], len(only["items"])) == ("list", False, 2)


def test_a_deeper_item_is_a_list_inside_the_item_before_it() -> None:
    (only,) = nested(block("item", "a", level=1, marker="•"), block("item", "b", level=2, marker="1."))
    paragraph, inner = only["items"][0]["blocks"]
    assert paragraph["runs"] == [["a", {}]]
    assert inner["ordered"]
    assert inner["items"][0]["number"] == 1


def test_a_paragraph_of_an_item_stays_in_it() -> None:
    (only,) = nested(block("item", "a", level=1, marker="3."), block("paragraph", "more", level=1))
    (item,) = only["items"]
    assert item["number"] == 3
    assert [each["runs"][0][0] for each in item["blocks"]] == ["a", "more"]


def test_numbers_after_bullets_begin_another_list() -> None:
    lists = nested(block("item", level=1, marker="•"), block("item", level=1, marker="1."))
    assert [each["ordered"] for each in lists] == [False, True]


def test_three_hundred_lists_in_lists_come_out_no_deeper_than_paper_allows() -> None:
    tree = nested(*(block("item", level=level, marker="•") for level in range(1, 301)))
    depth = 0
    inside = tree
    while inside and inside[-1]["kind"] == "list":
        depth += 1
        inside = inside[-1]["items"][-1]["blocks"]
    assert depth == DEEPEST


def test_rows_of_headers_at_the_top_are_the_tables_head() -> None:
    (table,) = nested(cell("a", 0, 0, header=True), cell("b", 0, 1, header=True), cell("1", 1, 0), cell("2", 1, 1))
    assert (table["columns"], len(table["header"]), len(table["rows"])) == (2, 1, 1)


def test_a_header_beside_its_row_is_no_head_of_the_table() -> None:
    (table,) = nested(cell("a", 0, 0, header=True), cell("1", 0, 1))
    assert (len(table["header"]), table["rows"][0][0]["header"]) == (0, True)


def test_a_table_right_after_a_table_is_another() -> None:
    assert len(nested(cell("a", 0, 0), cell("b", 1, 0), cell("c", 0, 0))) == 2


def test_blocks_of_one_callout_are_one_box() -> None:
    first, second, after = nested(
        block("paragraph", callout="gist", title="In short", box=1),
        block("item", level=1, marker="•", callout="key-points", box=2),
        block("paragraph"),
    )
    assert (first["kind"], first["callout"], first["title"]) == ("box", "gist", "In short")
    assert second["blocks"][0]["kind"] == "list"
    assert after["kind"] == "paragraph"


def test_a_long_callout_may_go_over_two_pages() -> None:
    short, long = nested(block("paragraph", box=1), block("paragraph", "x" * 5000, box=2))
    assert short["is_short"]
    assert not long["is_short"]


def test_a_term_and_its_definitions_belong_together() -> None:
    (terms,) = nested(block("term", "a"), block("definition", "1"), block("definition", "2"), block("term", "b"))
    assert [len(item["blocks"]) for item in terms["items"]] == [2, 0]


def test_evidence_is_told_in_the_words_of_the_screen() -> None:
    (mark,) = nested(block("evidence", "Mixed", levels=("weak", "mixed")))
    assert mark["levels"] == [["mixed", "Mixed: studies disagree"], ["weak", "Weak: early studies"]]
