"""Anyone's pathway: dropped on the window, read, looked up, taken along; and files that are no pathway."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from reader.ui import take_along
from reader.ui.guides.drop_sign import DropSign
from reader.ui.pathway.view import PathwayView
from tests.guides.calling import GPML
from tests.guides.writing import ready
from tests.stories.conftest import SMALL


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "WP1.gpml"
    made.write_text(GPML, encoding="utf-8")
    return made


def drop(app: App, file: Path) -> None:
    """Drag a file over the window and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    rest = (QPoint(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(app.window, QDragEnterEvent(*rest))
    QApplication.sendEvent(app.window, QDropEvent(*rest))


@pytest.fixture
def lone(qtbot: QtBot, app: App, file: Path) -> App:
    """The reader, with a pathway dropped on it that it has read before."""
    app.window.resize(1280, 900)
    ready(file)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=20_000):
        drop(app, file)
    return app


def test_a_pathway_that_is_dropped_has_the_room_and_its_name_in_the_title(lone: App, file: Path) -> None:
    window = lone.window

    assert window.windowTitle() == "Calling for help"
    assert window.companion.currentWidget() is window.companion.pathway
    assert window.companion.pathway.width() > window.article.width()
    assert lone.session.recent[0] == str(file)


@pytest.mark.parametrize("is_on_drawing", [True, False])
def test_another_file_can_be_dropped_on_the_drawing_as_on_the_text(
    qtbot: QtBot, lone: App, *, is_on_drawing: bool
) -> None:
    window, data, left = lone.window, QMimeData(), Qt.MouseButton.LeftButton
    data.setUrls([QUrl.fromLocalFile(str(SMALL))])
    drawing = window.companion.pathway.findChild(PathwayView)
    assert drawing is not None
    assert drawing.isVisible()
    part = drawing if is_on_drawing else window.article
    rest = (part.mapTo(window, part.rect().center()), Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier(0))
    for event in (QDragEnterEvent(*rest), QDragMoveEvent(*rest)):
        QApplication.sendEvent(window.windowHandle(), event)
        assert event.isAccepted()
    sign = window.body.findChild(DropSign)
    assert sign is not None
    assert sign.grab().toImage().pixelColor(20, 20) == QColor(lone.looks.theme.paper)  # words on a ground of their own
    with qtbot.waitSignal(lone.navigator.guide_opened, timeout=20_000):
        QApplication.sendEvent(window.windowHandle(), QDropEvent(*rest))
    assert window.windowTitle() == "A small guide"


def test_text_and_drawing_share_the_room_and_the_outline_comes_when_asked_for(qtbot: QtBot, lone: App) -> None:
    window = lone.window

    assert not window.outline.isVisible()
    assert window.article.width() >= 400
    assert window.companion.pathway.width() >= 800
    window.actions_by_id["show_outline"].trigger()
    assert window.outline.isVisible()
    assert window.article.width() >= 350
    assert window.companion.pathway.width() > window.article.width()
    window.actions_by_id["show_outline"].trigger()
    assert not window.outline.isVisible()
    window.resize(800, 600)
    assert window.article.width() >= 300
    assert window.companion.pathway.width() > window.article.width()
    window.resize(1280, 900)
    with qtbot.waitSignal(lone.navigator.guide_opened, timeout=20_000):
        lone.navigator.open_guide(str(SMALL))
    assert window.outline.isVisible(), "what a pathway has room for says nothing of a guide"


def test_a_narrow_window_shows_the_pathway_first(qtbot: QtBot, app: App, file: Path) -> None:
    app.window.resize(400, 700)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=20_000):
        drop(app, file)

    assert app.window.companion.pathway.isVisible()
    assert not app.window.article.isVisible()


def test_a_node_leads_to_its_row_and_opens_its_word_from_the_bundled_glossary(qtbot: QtBot, lone: App) -> None:
    with qtbot.waitSignal(lone.navigator.place_opened) as first:
        lone.window.companion.pathway.node_chosen.emit("n1")
    assert first.args is not None
    assert first.args[0].section == "parts-gene-product"

    shown = lone.window.popup
    assert shown.isVisible()
    guide = lone.navigator.guide
    assert guide is not None
    entry = guide.entry("il-6")
    assert entry is not None
    assert entry.glossary == "Fibromyalgia and the immune system"
    lone.window.companion.pathway.node_chosen.emit("n3")
    with qtbot.waitSignal(lone.navigator.place_opened) as opened:
        lone.window.companion.pathway.node_chosen.emit("n4")
    assert opened.args == [Place("parts-cell", "parts-cell.2")]


def test_its_own_literature_stands_first_and_apart_from_the_sources_of_the_glossary(lone: App) -> None:
    lone.window.companion.show_tab("references")
    rows = lone.window.companion.references.rows
    words = [rows.item(row).text() for row in range(rows.count())]
    heading = words.index("Sources of the glossary “Fibromyalgia and the immune system”")
    assert [each.split(" ")[0] for each in words[:heading]] == ["1.", "2."]
    assert len(words) > heading + 20
    for _ in range(heading):
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentRow() == heading, "it is heard"
    assert rows.current() is None
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current() is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GPML.replace("GPML/2013a", "GPML/2010a"), "GPML 2010a; only GPML 2013a can be read"),
        (GPML[:-60], "not well-formed XML"),
        ("<kml/>", "no GPML file"),
    ],
)
def test_what_is_no_pathway_is_said_and_the_guide_stays_open(
    qtbot: QtBot, app: App, file: Path, text: str, said: str
) -> None:
    before = app.navigator.guide
    file.write_text(text, encoding="utf-8")

    with qtbot.waitSignal(app.navigator.failed, timeout=20_000):
        drop(app, file)

    assert said in app.window.notice.said()
    assert app.navigator.guide is before
    assert app.window.article.isVisible()


def save_as(monkeypatch: pytest.MonkeyPatch, target: Path) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(target)])


def test_the_pathway_is_saved_as_each_kind_of_file(
    qtbot: QtBot, lone: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: Path
) -> None:
    for kind, begins in {"svg": b"<svg ", "png": b"\x89PNG", "pdf": b"%PDF-1.", "gpml": b"<?xml"}.items():
        target = tmp_path / f"kept.{kind}"
        save_as(monkeypatch, target)
        with qtbot.waitSignal(lone.take_along.told, timeout=20_000) as told:
            lone.window.actions_by_id["save_pathway"].trigger()
        assert told.args == [f"Saved as kept.{kind} in {tmp_path}"]
        assert lone.window.notice.said() == told.args[0]
        assert target.read_bytes().startswith(begins)

    root = ElementTree.parse(tmp_path / "kept.svg").getroot()  # noqa: S314 (ours)
    assert root.get("role") == "graphics-document"
    assert next(each.text for each in root.iter("{http://www.w3.org/2000/svg}title")) == "Calling for help"
    assert (tmp_path / "kept.gpml").read_bytes() == file.read_bytes()


def test_a_name_without_a_kind_gets_one(
    qtbot: QtBot, lone: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "kept.v2")

    with qtbot.waitSignal(lone.take_along.told, timeout=20_000):
        lone.window.actions_by_id["save_pathway"].trigger()

    assert (tmp_path / "kept.v2.svg").exists()


def test_the_pathway_is_copied_as_a_picture(qtbot: QtBot, lone: App) -> None:
    with qtbot.waitSignal(lone.take_along.told, timeout=20_000):
        lone.window.actions_by_id["copy_pathway"].trigger()

    data = QApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"<svg" in data.data("image/svg+xml").data()


def test_making_a_picture_can_be_stopped(
    qtbot: QtBot, lone: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(take_along, "POLL_MS", 10_000)
    lone.take_along._timer.setInterval(10_000)
    save_as(monkeypatch, tmp_path / "kept.png")
    lone.window.actions_by_id["save_pathway"].trigger()
    assert "Making" in lone.window.notice.said()

    lone.window.notice._act.click()

    assert lone.window.notice.said() == "Stopped. Nothing was saved."
    assert not (tmp_path / "kept.png").exists()


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, lone: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_as(monkeypatch, tmp_path / "missing" / "kept.svg")

    with qtbot.waitSignal(lone.take_along.failed, timeout=20_000) as failed:
        lone.window.actions_by_id["save_pathway"].trigger()

    assert failed.args == ["kept.svg cannot be written (No such file or directory)."]


def test_the_bundled_pathway_is_saved_byte_for_byte(
    qtbot: QtBot, opened: Callable[[Path | str], App], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = opened("fibromyalgia-and-the-immune-system")
    save_as(monkeypatch, tmp_path / "ours.gpml")

    with qtbot.waitSignal(app.take_along.told, timeout=20_000):
        app.window.actions_by_id["save_pathway"].trigger()

    guide = app.navigator.guide
    assert guide is not None
    assert guide.source is not None
    assert (tmp_path / "ours.gpml").read_bytes() == (guide.source / "pathway.gpml").read_bytes()


def test_a_guide_without_a_pathway_says_so(qtbot: QtBot, opened: Callable[[Path | str], App], tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n\nSome words.\n")
    app = opened(tmp_path / "notes.md")

    app.window.actions_by_id["copy_pathway"].trigger()

    assert app.window.notice.said() == "This guide has no pathway."


def test_what_is_lit_is_saved_alone_with_words_of_its_own(
    qtbot: QtBot, opened: Callable[[Path | str], App], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = opened("fibromyalgia-and-the-immune-system")
    with qtbot.waitSignal(app.window.article.reading_at):
        app.navigator.open(Place("two-autoantibodies"))
    for kind, begins in {"svg": b"<svg ", "png": b"\x89PNG", "pdf": b"%PDF-1."}.items():
        save_as(monkeypatch, tmp_path / f"lit.{kind}")
        with qtbot.waitSignal(app.take_along.told, timeout=20_000):
            app.window.actions_by_id["save_lit"].trigger()
        assert (tmp_path / f"lit.{kind}").read_bytes().startswith(begins)
    svg = (tmp_path / "lit.svg").read_text(encoding="utf-8")
    assert '<title id="title">What a 2001 study found</title>' in svg
    assert "Only a part of “Fibromyalgia, the immune system and the nerves”. It shows" in svg
    assert "Anti-45 kD" in svg
    assert "Cytokines" not in svg

    app.window.companion.pathway.modes.walk("nerves")
    save_as(monkeypatch, tmp_path / "route.svg")
    with qtbot.waitSignal(app.take_along.told, timeout=20_000):
        app.window.actions_by_id["save_lit"].trigger()
    route = (tmp_path / "route.svg").read_text(encoding="utf-8")
    assert "Less able to" in route, "the whole route, whichever step one is at"


def test_where_nothing_is_lit_on_its_own_that_is_said(qtbot: QtBot, lone: App) -> None:
    lone.window.actions_by_id["save_lit"].trigger()
    assert lone.window.notice.said().startswith("Nothing is lit on its own.")
