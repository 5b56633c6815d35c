"""The words of a row of the search: cut to the room there is, in whole letters, and marked where they should be."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from reader.core.excerpt import Excerpt
from reader.ui.search.model import Row
from reader.ui.search.rows import FoundList
from reader.ui.theme import Theme
from reader.ui.widgets.marked_text import laid_out

DNA = "\U0001f9ec"  # two UTF-16 units, which is how Qt counts


@pytest.mark.parametrize("text", ["\u6f22" * 40, DNA * 40, f"a{DNA}" * 40, "word " * 40])
@pytest.mark.parametrize("points", [12, 80])  # at 80, one letter is wider than the room
def test_what_is_too_long_ends_with_an_ellipsis(qapp: QApplication, text: str, points: int) -> None:
    shown = laid_out(text, QFont("", points), 40, 1, []).text()
    assert shown.endswith("…")
    assert text.startswith(shown.rstrip("…"))


def test_a_mark_after_signs_of_two_units_stands_under_its_word(
    qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked: list[tuple[str, QTextLayout.FormatRange]] = []

    def note(text: str, font: QFont, width: int, most: int, ranges: list[QTextLayout.FormatRange]) -> QTextLayout:
        marked.extend((text, each) for each in ranges)
        return laid_out(text, font, width, most, ranges)

    monkeypatch.setattr("reader.ui.search.rows.laid_out", note)
    found = FoundList(theme)
    row = Row("", Excerpt(""), Excerpt(f"{DNA}{DNA} pain", ((3, 7),)))
    found.show_rows(1, lambda _: row, are_alike=False)
    found.sizeHintForIndex(found.model().index(0, 0))
    text, last = marked[-1]
    units = text.encode("utf-16-le")[2 * last.start : 2 * (last.start + last.length)]
    assert units.decode("utf-16-le") == "pain"
