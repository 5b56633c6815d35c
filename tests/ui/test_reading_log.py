"""What was read is taken note of while the text stands still."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.text import Block, Place
from reader.session import Remembered, Session
from reader.ui.article import ArticleView
from reader.ui.resume.reading_log import ReadingLog
from reader.ui.theme import Theme
from tests.guides import sample

COUNT = 40


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    """A guide of one section with forty paragraphs of some five lines."""
    words = "Some words that go on and on, so that a paragraph is a few lines high. " * 5
    blocks = [Block(f"a.{number}", "paragraph", words) for number in range(COUNT)]
    return sample.guide(tmp_path, sections=[(Section("a", "A", 1, "", 100), blocks)], images={})


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, guide: Guide) -> ArticleView:
    article = ArticleView(theme, Appearance())
    qtbot.addWidget(article)
    article.resize(700, 600)
    article.show()
    with qtbot.waitSignal(article.contents.built):
        article.show_guide(guide)
    return article


def rested(qtbot: QtBot, log: ReadingLog, clock: Clock, view: ArticleView, number: int, seconds: float) -> None:
    """Bring a paragraph to the reading line and stay there for so many seconds."""
    with qtbot.waitSignal(view.reading_at):
        view.show_place(Place("a", f"a.{number}"))
    clock.now += seconds
    log.count()


def test_a_rest_of_minutes_counts_what_is_in_view(qtbot: QtBot, view: ArticleView, guide: Guide) -> None:
    clock = Clock()
    log = ReadingLog(Session(), view, clock)
    view.reading_at.connect(log.read_at)
    log.show_guide(guide)
    with qtbot.waitSignal(log.changed) as changed:
        rested(qtbot, log, clock, view, 10, 60)
    read = changed.args[0]["a"]
    assert 0 < read < 0.2
    rested(qtbot, log, clock, view, 10, 60)
    assert changed.args[0]["a"] == read  # the same lines again


def test_a_quick_way_to_the_end_counts_for_nothing(qtbot: QtBot, view: ArticleView, guide: Guide) -> None:
    clock = Clock()
    log = ReadingLog(Session(), view, clock)
    view.reading_at.connect(log.read_at)
    log.show_guide(guide)
    with qtbot.assertNotEmitted(log.changed):
        for number in range(1, COUNT, 3):
            rested(qtbot, log, clock, view, number, 0.3)


def test_what_was_read_before_is_told_at_once(qtbot: QtBot, view: ArticleView, guide: Guide) -> None:
    log = ReadingLog(Session(guides={guide.about.id: Remembered(read={"a": 0.5})}), view)
    with qtbot.waitSignal(log.changed) as changed:
        log.show_guide(guide)
    assert changed.args == [{"a": 0.5}]


def test_a_rest_that_is_long_enough_counts_without_another_movement(
    qtbot: QtBot, view: ArticleView, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.core.progress.SECONDS_A_CHARACTER", 0.0001)
    log = ReadingLog(Session(), view)
    view.reading_at.connect(log.read_at)
    log.show_guide(guide)
    with qtbot.waitSignal(log.changed, timeout=3000):
        view.show_place(Place("a", "a.20"))
