"""The lists of questions with more in them than anyone has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui import theme as look
from reader.ui.notebook.question_model import SHOWN, Question
from reader.ui.notebook.question_rows import Questions

MANY = [Question(str(number), f"Why is this so, for the {number}th time?", None) for number in range(5_000)]


@pytest.fixture
def listed(qtbot: QtBot) -> Questions:
    listed = Questions("Mine", look.chosen("light"))
    qtbot.addWidget(listed)
    listed.resize(400, 300)
    listed.show()
    return listed


def test_a_question_of_a_hundred_thousand_letters_takes_some_lines(listed: Questions) -> None:
    listed.show_rows([Question("long", "why " * 25_000, None), Question("lines", "why\n" * 25_000, None)])
    for row in range(2):
        assert listed.visualRect(listed.model().index(row, 0)).height() < 200
        assert len(listed.model().index(row, 0).data()) <= SHOWN + 1


def test_what_stands_in_view_is_laid_out_and_no_more(listed: Questions, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[str] = []
    before = Questions._laid_out

    def count(self: Questions, row: Question, room: int) -> object:
        laid_out.append(row.name)
        return before(self, row, room)

    monkeypatch.setattr(Questions, "_laid_out", count)
    listed.show_rows(MANY)
    listed.grab()
    assert 0 < len(set(laid_out)) < 20
    QTest.keyClick(listed, Qt.Key.Key_End)
    listed.grab()
    assert "4999" in laid_out
    assert len(set(laid_out)) < 40


def test_one_that_goes_takes_nothing_else_from_who_hears_the_list(qtbot: QtBot, listed: Questions) -> None:
    listed.show_rows(MANY[:50])
    listed.choose("30")
    gone: list[tuple[int, int]] = []
    listed.model().rowsRemoved.connect(lambda _, first, last: gone.append((first, last)))
    listed.model().modelReset.connect(lambda: gone.append((-1, -1)))
    listed.show_rows([each for each in MANY[:50] if each.name != "7"])
    assert gone == [(7, 7)]
    assert listed.current() == "30"
    listed.show_rows([MANY[1], MANY[0], *MANY[2:50]])
    assert listed.current() == "30"
    assert listed.model().index(0, 0).data() == MANY[1].words
    assert listed.model().rowCount(QModelIndex()) == 50
