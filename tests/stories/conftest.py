"""The reader on the small guide, for stories of every part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.library import Library

SMALL = Path(__file__).parents[1] / "guides" / "small"


@pytest.fixture(scope="session")
def compiled(cache: Path) -> Path:
    """A folder with the compiled forms of the small guide and of those that are installed."""
    library = Library(paths.bundled("content"), cache)
    for guide in (str(SMALL), library.help, *library.identifiers()):
        library.open(guide).close()
    return cache / "guides"


@pytest.fixture
def opened(qtbot: QtBot, application: QApplication, compiled: Path) -> Iterator[Callable[[Path | str], App]]:
    """Return a function that opens the reader on a guide, and waits until its article has been read for a moment."""
    apps: list[App] = []
    known = paths.cache() / "guides"
    known.mkdir(parents=True, exist_ok=True)
    for file in compiled.iterdir():  # a story about reading need not wait for the compiler each time
        if not (known / file.name).exists():
            (known / file.name).symlink_to(file)

    def open_guide(guide: Path | str) -> App:
        app = App(application)
        apps.append(app)
        qtbot.addWidget(app.window)
        with qtbot.waitSignal(app.window.article.reading_at, timeout=30_000):
            app.start(str(guide))
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        return app

    yield open_guide
    for app in apps:
        app.deleteLater()


@pytest.fixture
def app(opened: Callable[[Path | str], App]) -> App:
    """The reader, open on the small guide."""
    return opened(SMALL)
