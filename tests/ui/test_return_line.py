"""The line for one who comes back after days."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.core.records import Section
from reader.ui import theme as look
from reader.ui.resume import return_line
from reader.ui.resume.return_line import ReturnLine
from reader.ui.theme import Theme


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader says."""
    sentences: list[str] = []
    monkeypatch.setattr(return_line, "announce", lambda _, sentence: sentences.append(sentence))
    return sentences


def shown(qtbot: QtBot, title: str, width: int) -> ReturnLine:
    line = ReturnLine()
    qtbot.addWidget(line)
    line.resize(width, line.heightForWidth(width))
    line.show_return(Section("s", title, 1, "", 600), 3)
    line.resize(width, line.heightForWidth(width))
    qtbot.waitExposed(line)
    return line


@pytest.mark.parametrize("width", [360, 602, 1280])
def test_everything_is_in_it_at_every_width(qtbot: QtBot, theme: Theme, width: int) -> None:
    line = shown(qtbot, "What blood tests found", width)
    assert line.width() == width
    label = line.findChild(QLabel)
    assert label is not None
    assert label.height() >= label.heightForWidth(label.width())
    for button in line.findChildren(QPushButton):
        assert button.height() >= look.TARGET_PX
        assert button.width() >= button.sizeHint().width()
        assert line.rect().contains(button.geometry())


def test_it_is_said_once(qtbot: QtBot, theme: Theme, heard: list[str]) -> None:
    line = shown(qtbot, "Nerves", 602)
    qtbot.waitUntil(lambda: heard == ["You were reading “Nerves” · 3\u00a0minutes left in this part"])
    line.resize(360, 200)
    qtbot.wait(50)
    assert len(heard) == 1


def test_a_heading_without_end_is_cut_and_its_tags_are_words(qtbot: QtBot, theme: Theme) -> None:
    line = shown(qtbot, "<b>Bold</b> & " + "long " * 1000, 360)
    assert line.said().startswith("You were reading “<b>Bold</b> & long")
    assert len(line.said()) < 160
    label = line.findChild(QLabel)
    assert label is not None
    assert label.textFormat() == Qt.TextFormat.PlainText
