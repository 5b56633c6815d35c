"""Every test: no screen, and folders of its own in place of the user's."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from reader import paths
from reader.core.guide import Guide
from reader.core.library import Library

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Before Qt is imported. A platform asked for by name stays: QT_QPA_PLATFORM=xcb shows the windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MADE = 20_000  # objects, after which cycles are looked for

# Made-up cases are the same in each run: what passed passes. `make hunt` tries new ones.
settings.load_profile("ci")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep the tests themselves, thousands of objects that stay, out of every later look for what can go."""
    gc.disable()  # and stays so, as in the window: what is of Qt must not end in another thread
    try:
        return (yield)
    finally:
        gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Let go of cycles between two tests, in the thread of the tests."""
    try:
        return (yield)
    finally:
        if gc.get_count()[0] > MADE:
            gc.collect()


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Run one process more than there are processors: a story waits a fifth of its time, for a timer or the disk."""
    return (yield) + 1


def _move_home(home: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("HOME", str(home))
    for purpose in ("CACHE", "CONFIG", "DATA", "STATE"):
        patch.setenv(f"XDG_{purpose}_HOME", str(home / purpose.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)  # Qt warns about any other mode
    patch.setenv("XDG_RUNTIME_DIR", str(runtime))


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the application object, made once for all tests, out of the user's folders."""
    with pytest.MonkeyPatch.context() as patch:
        _move_home(tmp_path_factory.mktemp("home"), patch)
        yield


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the empty home folder that this test has for its settings, notes and compiled guides."""
    homes = tmp_path_factory.getbasetemp() / "homes"  # beside the others, each new folder would look through them all
    homes.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=homes))
    _move_home(folder, monkeypatch)
    return folder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the guides that tests only read are compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def bundled(cache: Path) -> Iterator[Guide]:
    """The guide that comes with the program, open."""
    opened = Library(paths.bundled("content"), cache).open()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _with_faces(qapp: QApplication) -> QApplication:
    """The application with its faces: each time that they are loaded again, Qt looks through one more of each."""
    from reader.ui import theme as look

    qapp.setStyle("Fusion")
    look.load_faces()
    return qapp


@pytest.fixture
def application(_with_faces: QApplication) -> QApplication:
    """The application as the program sets it up before its window is made."""
    from reader.ui import theme as look

    _with_faces.setFont(look.sans())
    return _with_faces


@pytest.fixture(autouse=True)
def _no_widget_outlives_its_test() -> Iterator[None]:
    """End the widgets that a test has let go, or every later style sheet would polish them all again."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _the_pointer_is_out_of_the_way() -> Iterator[None]:
    """Put the pointer back: left where the next test opens a menu, it takes the choice there from the keyboard."""
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QCursor, QGuiApplication

        if QGuiApplication.instance() is not None and QGuiApplication.platformName() == "offscreen":
            QCursor.setPos(10, 10)  # where it is at first on the platform without a screen
