"""Flat blocks as nested ones: callouts, lists in lists, tables, quotes and definition lists, as print sets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from reader.core.evidence import WORDS
from reader.core.text import Block

Nested = dict[str, Any]  # "kind", and what that kind needs; plain data for a template
Words = Callable[[Block], Nested]
NOTHING: Nested = {"runs": [], "id": "", "number": ""}  # of a definition without its word

DEEPEST = 6  # lists in lists beyond this are set as if they were this deep: no page is wide enough
SHORT = 1500  # characters, about half a page: a callout, list or table up to this long is not split over two pages
LINE = 30  # characters that each block counts for besides its own: its last line is seldom full


def nest(blocks: Iterable[Block], words: Words) -> list[Nested]:
    """Return *blocks* as a tree; *words* makes a block's text ready, once a block and in reading order: its ``runs``.

    Kinds: box (callout, title, is_short, blocks), list (ordered, is_short, items: number, blocks), table (columns,
    is_short, header, rows, both of rows of cells: column, header, runs), quote (blocks), terms (items: runs, blocks),
    code (runs), evidence (levels: key and words), image (image, runs: its description), rule, heading (level, id,
    runs), paragraph (runs). Beside runs stands whatever else *words* returns.
    """
    every = [block._replace(level=min(block.level, DEEPEST)) for block in blocks]
    nested: list[Nested] = []
    for box, group in groupby(every, key=lambda block: block.box):
        inside = list(group)
        if box:
            nested.append(_box(inside, words))
        else:
            nested += _flow(inside, 0, words)
    return nested


def _box(blocks: Sequence[Block], words: Words) -> Nested:
    head = blocks[0]
    inside = _flow(blocks, 0, words)
    return {
        "kind": "box",
        "callout": head.callout,
        "title": head.title,
        "is_short": _is_short(blocks),
        "blocks": inside,
    }


def _is_short(blocks: Sequence[Block]) -> bool:
    return len(blocks) * LINE < SHORT and sum(len(block.text) + LINE for block in blocks) < SHORT


def _flow(blocks: Sequence[Block], depth: int, words: Words) -> list[Nested]:
    """Return what stands in one column of text: in a section, a box or, *depth* lists deep, an item."""
    nested: list[Nested] = []
    for kind, group in groupby(blocks, key=lambda block: _family(block, depth)):
        members = list(group)
        if kind == "list":
            nested += _lists(members, depth + 1, words)
        elif kind == "table":
            nested += _tables(members, words)
        elif kind == "terms":
            nested.append({"kind": "terms", "items": _terms(members, words)})
        elif kind == "quote":
            inside = [{"kind": "paragraph", **words(block)} for block in members]
            nested.append({"kind": "quote", "blocks": inside})
        else:
            nested += [_single(block, words) for block in members]
    return nested


def _family(block: Block, depth: int) -> str:
    if block.kind == "heading":
        return "heading"
    if block.level > depth:
        return "list"
    return {"cell": "table", "term": "terms", "definition": "terms", "quote": "quote"}.get(block.kind, "single")


def _single(block: Block, words: Words) -> Nested:
    if block.kind == "code":
        return {"kind": "code", **words(block)}
    if block.kind == "image":
        return {"kind": "image", "image": block.image, **words(block)}
    if block.kind == "evidence":
        levels = [[level, WORDS[level]] for level in WORDS if level in block.levels]
        return {"kind": "evidence", "levels": levels} if levels else {"kind": "paragraph", **words(block)}
    if block.kind == "rule":
        return {"kind": "rule"}
    if block.kind == "heading":
        return {"kind": "heading", "level": block.level, **words(block), "id": block.id}
    return {"kind": "paragraph", **words(block)}


def _lists(blocks: Sequence[Block], depth: int, words: Words) -> list[Nested]:
    """Return the list at *depth*, or several where bullets and numbers follow one another."""
    lists: list[Nested] = []
    for members in _from_each(blocks, lambda block: block.kind == "item" and block.level <= depth):
        head = members[0]
        number = head.marker.rstrip(".)")
        ordered = number.isdecimal() and number.isascii()
        own = [] if head.kind == "item" and head.level <= depth else members
        first = {"kind": "paragraph", **words(head)} if not own else None
        blocks_inside = ([first] if first else []) + _flow(own or members[1:], depth, words)
        item = {"number": int(number[:6]) if ordered else 0, "blocks": blocks_inside}
        if lists and (lists[-1]["ordered"] == ordered):
            lists[-1]["items"].append(item)
        else:
            lists.append({"kind": "list", "ordered": ordered, "is_short": _is_short(blocks), "items": [item]})
    return lists


def _tables(cells: Sequence[Block], words: Words) -> list[Nested]:
    """Return the tables that these cells make: one ends where the next starts with row 0 again."""
    tables: list[Nested] = []
    before = (0, -1)
    for members in [list(group) for _, group in groupby(cells, key=lambda cell: cell.row)]:
        row = [{"column": cell.column, "header": cell.header, **words(cell)} for cell in members]
        here = (members[0].row, members[0].column)
        if not tables or here <= before:
            tables.append({"kind": "table", "columns": 1, "is_short": _is_short(cells), "header": [], "rows": []})
        before = here
        table = tables[-1]
        is_head = all(cell.header for cell in members) and not table["rows"]
        table["header" if is_head else "rows"].append(row)
        table["columns"] = max(table["columns"], members[-1].column + 1)
    return tables


def _terms(blocks: Sequence[Block], words: Words) -> list[Nested]:
    items: list[Nested] = []
    for block in blocks:
        if block.kind == "term" or not items:
            said = words(block) if block.kind == "term" else NOTHING
            items.append({**said, "blocks": []})
        if block.kind == "definition":
            items[-1]["blocks"].append({"kind": "paragraph", **words(block)})
    return items


def _from_each(blocks: Sequence[Block], starts: Callable[[Block], bool]) -> list[list[Block]]:
    """Return *blocks* in groups, a new one at each block that *starts* one."""
    groups: list[list[Block]] = []
    for block in blocks:
        if not groups or starts(block):
            groups.append([])
        groups[-1].append(block)
    return groups
