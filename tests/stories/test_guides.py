"""Choosing what to read: the page of all guides, recent ones, and what is dropped on the window."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.session import Remembered
from reader.ui.guides.drop_sign import DropSign
from reader.ui.guides.row import GuideRow
from tests.guides.writing import folder, ready
from tests.stories.hands import focus, press

SMALL = Path(__file__).parents[1] / "guides" / "small"
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


@pytest.fixture
def sleep(tmp_path: Path) -> Path:
    """Return the folder of another guide."""
    return ready(folder(tmp_path / "sleep-guide", guide_toml='id = "sleep"\ntitle = "Sleep & pain"'))


def rows(app: App) -> list[GuideRow]:
    return [row for row in app.window.start_page.findChildren(GuideRow) if row.isVisible()]


def words(row: GuideRow) -> str:
    return " | ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())


def all_guides(qtbot: QtBot, app: App) -> list[GuideRow]:
    """Show the page of all guides with the key for it, and wait until the disk was looked at."""
    with qtbot.waitSignals([app.shelf.filled] * 2):
        press(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    return rows(app)


def title(app: App) -> str:
    assert app.navigator.guide is not None
    return app.navigator.guide.about.title


def drop(app: App, *addresses: Path | str, action: Qt.DropAction = COPY) -> tuple[str, bool]:
    """Drag and drop onto the article; return what the sign said meanwhile, and whether the drop was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) if isinstance(each, Path) else QUrl(each) for each in addresses])
    window, none = app.window, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), action, data, Qt.MouseButton.LeftButton, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    sign = window.body.findChild(DropSign)
    said = sign.accessibleName() if sign is not None and sign.isVisible() else ""
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPoint(300, 300), action, data, Qt.MouseButton.LeftButton, none))
        assert sign is not None
        assert sign.isHidden()
    return said, enter.isAccepted()


def opens(qtbot: QtBot, app: App, do: Callable[[], object]) -> None:
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        do()


# -- the page


def test_all_guides_are_on_one_page_the_one_read_last_first(qtbot: QtBot, app: App, sleep: Path) -> None:
    opens(qtbot, app, lambda: app.navigator.open_guide(str(sleep)))
    found = all_guides(qtbot, app)
    assert [row.accessibleName() for row in found][:2] == ["Sleep & pain", "Small guide"] or words(found[1])
    assert "Go on reading" in words(found[0]) or "Begin to read" in words(found[0])
    assert focus() is found[0]
    assert found[-1].choice.is_installed


def test_how_far_one_is_stands_in_words(qtbot: QtBot, app: App, sleep: Path) -> None:
    opens(qtbot, app, lambda: app.navigator.open_guide(str(sleep)))
    app.session.guides["sleep"] = Remembered(
        title="Sleep & pain", path=str(sleep), share=0.35, when=time.time() - 3 * 86400
    )
    row = all_guides(qtbot, app)[0]
    assert "About a third read · 1 minute left · last read 3 days ago" in words(row)
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() == QAccessible.Role.Button
    assert "About a third read" in interface.text(QAccessible.Text.Description)


def test_arrows_and_enter_choose_a_guide(qtbot: QtBot, app: App, sleep: Path) -> None:
    opens(qtbot, app, lambda: app.navigator.open_guide(str(sleep)))
    all_guides(qtbot, app)
    press(Qt.Key.Key_Down)
    opens(qtbot, app, lambda: press(Qt.Key.Key_Return))
    assert app.navigator.guide is not None
    assert app.navigator.guide.about.id == "small"
    assert app.window.article.isVisible()


@pytest.mark.parametrize("way", [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
                                 (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
                                 (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)])  # fmt: skip
def test_esc_back_and_go_on_reading_return_to_the_text_where_it_was(
    qtbot: QtBot, app: App, way: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    opened: list[object] = []
    app.navigator.guide_opened.connect(opened.append)
    app.window.article.verticalScrollBar().setValue(60)
    all_guides(qtbot, app)
    assert not app.window.actions_by_id["find"].isEnabled()
    press(*way)
    assert app.window.article.isVisible()
    assert app.window.article.hasFocus()
    assert app.window.article.verticalScrollBar().value() == 60
    assert app.window.actions_by_id["find"].isEnabled()
    assert opened == []


def test_a_guide_that_has_gone_is_shown_as_gone_and_can_be_taken_off(qtbot: QtBot, app: App, sleep: Path) -> None:
    opens(qtbot, app, lambda: app.navigator.open_guide(str(sleep)))
    opens(qtbot, app, lambda: app.navigator.open_guide(str(SMALL)))
    app.session.guides["sleep"] = Remembered(title="Sleep & pain", path=str(sleep), share=0.5)
    shutil.rmtree(sleep)
    found = all_guides(qtbot, app)
    assert [row.choice.is_lost for row in found] == [False, True, *[False] * (len(found) - 2)]
    assert "It is no longer here." in words(found[1])
    assert str(sleep) in found[1].accessibleDescription()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert focus().accessibleName() == "Take “Sleep & pain” off the list"
    press(Qt.Key.Key_Return)
    assert str(sleep) not in app.session.recent
    assert app.session.guides["sleep"].share == 0.5  # it may come back
    assert len(rows(app)) == len(found) - 1
    assert focus() in rows(app)


def test_a_guide_that_cannot_be_opened_from_the_page_leaves_one_there(qtbot: QtBot, app: App, sleep: Path) -> None:
    app.session.recent.append(str(sleep))
    found = all_guides(qtbot, app)
    shutil.rmtree(sleep)
    row = next(row for row in found if row.choice.name == str(sleep))
    with qtbot.waitSignal(app.navigator.failed) as said:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert "There is no file or folder" in said.args[0]
    assert app.window.start_page.isVisible()
    press(Qt.Key.Key_Escape)
    assert app.window.article.isVisible()
    assert title(app) == "A small guide"


def test_with_nothing_open_the_page_offers_what_there_is(
    qtbot: QtBot, application: QApplication, tmp_path: Path
) -> None:
    app = App(application)
    qtbot.addWidget(app.window)
    app.start(str(tmp_path / "missing.md"))
    app.window.activateWindow()
    assert rows(app)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is rows(app)[0])
    press(Qt.Key.Key_Escape)  # there is nothing to return to
    assert app.window.start_page.isVisible()
    buttons = [each.text() for each in app.window.start_page.findChildren(QPushButton) if each.isVisible()]
    assert buttons == ["Open a guide’s folder…", "Open a text or a pathway…"]


def test_long_titles_and_names_make_the_page_no_wider_than_a_phone(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    app.session.recent = [str(tmp_path / ("x" * 200)), *app.session.recent]
    app.session.guides["x"] = Remembered(title="W" * 5000, path=app.session.recent[0])
    app.window.resize(360, 640)
    for row in all_guides(qtbot, app):
        assert row.width() <= 360


# -- recent guides


def recent(app: App) -> QMenu:
    """Open the File menu and return the menu of recent guides in it."""
    menu = app.window.menus["File"]
    menu.aboutToShow.emit()
    return next(each for each in menu.findChildren(QMenu) if each.title() == "Open &recent")


def test_recent_guides_have_their_titles_in_the_menu(qtbot: QtBot, app: App, sleep: Path, tmp_path: Path) -> None:
    strange = tmp_path / "a\nb & <b>"
    app.session.recent = [str(SMALL), str(sleep), str(strange)]
    app.session.guides["sleep"] = Remembered(title="Sleep & pain", path=str(sleep))
    actions = recent(app).actions()
    assert [action.text() for action in actions][1:] == [
        "Sleep && pain — sleep-guide", f"a�b && <b> — {tmp_path.name}",
    ]  # fmt: skip
    opens(qtbot, app, actions[1].trigger)
    assert title(app) == "Sleep & pain"


# -- drag and drop


def test_a_folder_that_is_dropped_opens_and_the_sign_says_so(qtbot: QtBot, app: App, sleep: Path) -> None:
    said: list[tuple[str, bool]] = []
    opens(qtbot, app, lambda: said.append(drop(app, sleep)))
    assert said == [("Let go to open “sleep-guide”.", True)]
    assert title(app) == "Sleep & pain"


@pytest.mark.parametrize("name", ["article.md", "glossary.md", "guide.toml", "picture.png"])
def test_a_file_of_a_guides_folder_opens_the_guide(qtbot: QtBot, app: App, sleep: Path, name: str) -> None:
    (sleep / name).touch()
    opens(qtbot, app, lambda: drop(app, sleep / name))
    assert title(app) == "Sleep & pain"


def test_a_text_file_opens_by_itself(qtbot: QtBot, app: App, sleep: Path) -> None:
    (sleep / "notes.txt").write_text("# My notes\n\nSome words.\n")
    opens(qtbot, app, lambda: drop(app, sleep / "notes.txt"))
    assert app.navigator.guide is not None
    assert app.navigator.guide.source == sleep / "notes.txt"


def test_of_several_things_the_first_opens_and_that_is_said(qtbot: QtBot, app: App, sleep: Path) -> None:
    opens(qtbot, app, lambda: drop(app, "https://example.org/a.md", sleep, SMALL))
    assert title(app) == "Sleep & pain"
    assert app.window.notice.said() == "One guide is open at a time: of these 2, the first was taken, “sleep-guide”."


def test_an_address_of_the_internet_is_never_fetched(app: App) -> None:
    said, _ = drop(app, "https://example.org/guide.md")
    assert said == "This cannot be opened: it is not a file or folder of this machine."
    assert "Nothing was fetched." in app.window.notice.said()
    assert title(app) == "A small guide"


def test_what_would_be_taken_from_its_place_is_not_taken(app: App, sleep: Path) -> None:
    assert drop(app, sleep, action=MOVE) == ("", False)


def test_the_sign_goes_when_what_is_dragged_goes_elsewhere(app: App, sleep: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sleep))])
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(app.window, QDragEnterEvent(QPoint(9, 9), COPY, data, Qt.MouseButton.LeftButton, none))
    sign = app.window.body.findChild(DropSign)
    assert sign is not None
    assert sign.isVisible()
    QApplication.sendEvent(app.window, QDragLeaveEvent())
    assert sign.isHidden()
    assert title(app) == "A small guide"


# -- what is no guide


def strange_things(place: Path) -> dict[str, Path]:
    """Make what people drop by mistake, and name it."""
    place.mkdir()
    (place / "binary.md").write_bytes(bytes(range(256)))
    (place / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (place / "empty").mkdir()
    (place / "other").mkdir()
    (place / "other" / "glossary.md").write_text("a\n: A.\n")
    (place / "large.md").write_bytes(b"word " * (17 * 2**20 // 5))
    (place / "<b>&\nx").mkdir()
    return {path.name: path for path in place.iterdir()}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("binary.md", "is not a text file"),
        ("picture.png", "is not a text file"),
        ("empty", "holds no article.md"),
        ("other", "is a glossary: it explains words, but holds no text to read"),
        ("large.md", "is larger than 16 MB"),
        ("<b>&\nx", "<b>&�x holds no article.md"),
    ],
)
def test_what_is_no_guide_is_one_sentence_and_the_open_one_stays(
    qtbot: QtBot, app: App, tmp_path: Path, name: str, sentence: str
) -> None:
    thing = strange_things(tmp_path / "things")[name]
    with qtbot.waitSignal(app.navigator.failed, timeout=30_000):
        drop(app, thing)
    assert sentence in app.window.notice.said()
    assert "\n" not in app.window.notice.said()
    assert app.window.article.isVisible()
    assert title(app) == "A small guide"


def test_a_name_that_is_no_text_opens_as_any_other(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/notes-\xff.md")
    Path(name).write_text("# Notes\n\nWords.\n")
    opens(qtbot, app, lambda: app.navigator.open_guide(name))
    assert app.navigator.guide is not None
    found = all_guides(qtbot, app)
    assert "notes-�.md" in words(found[0])
