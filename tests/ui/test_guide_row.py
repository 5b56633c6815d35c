"""A guide's row on the start page: how far one is and when one read last, in words."""

from __future__ import annotations

import time

import pytest
from pytestqt.qtbot import QtBot

from reader.core.shelf import Choice
from reader.ui.guides.row import GuideRow
from reader.ui.theme import Theme

DAY = 86400


def noon() -> float:
    """Return noon of today, from which a whole number of days leads to another noon."""
    now = time.localtime()
    return time.mktime((now.tm_year, now.tm_mon, now.tm_mday, 12, 0, 0, 0, 0, -1))


@pytest.mark.parametrize(
    ("share", "words", "said"),
    [
        (0.0, 2000, "Just begun · 10 minutes left"),
        (0.08, 2000, "A little read · 9 minutes left"),
        (0.35, 2000, "About a third read · 6 minutes left"),
        (0.48, 2000, "About half read · 5 minutes left"),
        (0.9, 2000, "Almost all read · 1 minute left"),
        (0.5, 0, "About half read"),
        (0.99, 2000, "All read"),
    ],
)
def test_a_share_is_said_in_words(qtbot: QtBot, theme: Theme, share: float, words: int, said: str) -> None:
    row = GuideRow(Choice("/a", "A", words=words, share=share, when=time.time()), theme, is_first=False)
    qtbot.addWidget(row)
    assert row.accessibleDescription() == f"{said} · last read today. /a"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "yesterday"),
        (3, "3 days ago"),
        (20, "2 weeks ago"),
        (100, "3 months ago"),
        (800, "2 years ago"),
        (-3, "today"),  # a clock that was set back
    ],
)
def test_the_day_of_the_last_reading_is_said_as_one_says_it(qtbot: QtBot, theme: Theme, days: int, said: str) -> None:
    row = GuideRow(Choice("/a", "A", share=1.0, when=noon() - days * DAY), theme, is_first=False)
    qtbot.addWidget(row)
    assert row.accessibleDescription() == f"All read · last read {said}. /a"


def test_what_nobody_has_begun_says_how_long_it_is(qtbot: QtBot, theme: Theme) -> None:
    row = GuideRow(Choice("/a", "A", words=5000, is_installed=True), theme, is_first=True)
    qtbot.addWidget(row)
    assert row.accessibleDescription() == "Not begun · 25 minutes"


def test_a_moment_no_calendar_knows_does_no_harm(qtbot: QtBot, theme: Theme) -> None:
    row = GuideRow(Choice("/a", "A", when=1e300), theme, is_first=False)
    qtbot.addWidget(row)
    assert row.accessibleDescription() == "Just begun. /a"
