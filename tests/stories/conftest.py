"""The reader on the small guide, for stories of every part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.ui import theme as look

SMALL = Path(__file__).parents[1] / "guides" / "small"


@pytest.fixture
def application(qapp: QApplication) -> QApplication:
    """The application with its faces."""
    qapp.setStyle("Fusion")
    look.load_faces()
    qapp.setFont(look.sans())
    return qapp


@pytest.fixture
def opened(qtbot: QtBot, application: QApplication) -> Callable[[Path | str], App]:
    """Return a function that opens the reader on a guide, and waits until its article has been read for a moment."""

    def open_guide(guide: Path | str) -> App:
        app = App(application)
        qtbot.addWidget(app.window)
        with qtbot.waitSignal(app.window.article.reading_at, timeout=30_000):
            app.start(str(guide))
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        return app

    return open_guide


@pytest.fixture
def app(opened: Callable[[Path | str], App]) -> App:
    """The reader, open on the small guide."""
    return opened(SMALL)
