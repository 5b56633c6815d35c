"""The small guide, opened, and the window's colours: what the tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.library import Library
from reader.ui import theme as look
from reader.ui.article.view import ArticleView
from reader.ui.theme import Theme

SMALL = Path(__file__).parents[1] / "guides" / "small"


@pytest.fixture
def guide(cache: Path) -> Iterator[Guide]:
    """The small guide, open."""
    opened = Library(SMALL.parent, cache).open(str(SMALL))
    assert opened.problems == ()
    yield opened
    opened.close()


@pytest.fixture
def theme(application: QApplication) -> Theme:
    """The light theme, applied, with the bundled faces."""
    light = look.chosen("light")
    look.apply(application, light)
    return light


@pytest.fixture
def article(qtbot: QtBot, guide: Guide, theme: Theme) -> ArticleView:
    """The article of the small guide, with the keyboard."""
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    with qtbot.waitSignal(view.reading_at):
        view.show_guide(guide)
    view.setFocus()
    return view
