"""What is broken, huge or gone, met in the real window: nothing is lost, one sentence says so, the reader goes on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.text import Place
from reader.ui.evidence.dialog import EvidenceDialog
from tests.guides.writing import folder

SMALL = Path(__file__).parents[1] / "guides" / "small"
Open = Callable[[Path | str], App]


def write(file: Path, record: object) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(record if isinstance(record, str) else json.dumps(record), "utf-8")
    return file


def section(app: App) -> str:
    place = app.window.article.here()
    assert place is not None
    return place.section


def read_on(app: App, last: str) -> None:
    """Go to the last section and back, as one who just reads on."""
    app.navigator.open(Place(last))
    assert section(app) == last
    app.window.actions_by_id["back"].trigger()
    assert section(app) != last


def close(app: App) -> None:
    app.window.close()
    QApplication.processEvents()


def dismiss() -> QWidget | None:
    """Close the dialog that is in front, and return it."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
    return dialog


def of_many(count: int, heading: Callable[[int], str], words: Callable[[int], str]) -> str:
    return "\n\n".join(f"# {heading(number)}\n\n{words(number)}" for number in range(1, count + 1))


def read_at(qtbot: QtBot, app: App, place: str) -> None:
    """Go to a section, and read there for a moment."""
    with qtbot.waitSignal(app.window.article.reading_at, check_params_cb=lambda here: here.section == place):
        app.navigator.open(Place(place))


def test_half_of_the_sections_are_gone(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    def words(number: int) -> str:
        return f"These are the words of part {number}, which nobody else has. " * 12

    guide = folder(tmp_path / "guide", article_md=of_many(20, lambda n: f"Part {n}", words))
    app = opened(guide)
    read_at(qtbot, app, "part-14")
    close(app)
    left = "\n\n".join(f"# Part {number}\n\n{words(number)}" for number in range(1, 21, 2))
    (guide / "article.md").write_text(left)
    again = opened(guide)
    assert section(again) in {"part-13", "part-15"}  # where it stood, its neighbours now stand
    read_on(again, "part-19")


def test_the_place_is_found_where_its_section_has_another_name(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    text = of_many(12, lambda n: f"Part {n}", lambda n: f"Only part {n} says this about the number {n * 37}. " * 10)
    guide = folder(tmp_path / "guide", article_md=text)
    app = opened(guide)
    read_at(qtbot, app, "part-9")
    close(app)
    (guide / "article.md").write_text(text.replace("# Part 9\n", "# What was called nine\n"))
    assert section(opened(guide)) == "what-was-called-nine"


def test_the_window_was_on_a_screen_that_is_no_more(opened: Open) -> None:
    write(paths.state() / "session.json", {"window": [9000, 7000, 1200, 800], "columns": [300, 400]})
    app = opened(SMALL)
    room, window = QGuiApplication.primaryScreen().availableGeometry(), app.window.geometry()
    assert room.contains(window.center())
    assert 320 <= window.width() <= room.width()
    assert window.height() <= room.height()


def test_a_face_that_has_gone_is_told_once_and_the_choice_is_kept(opened: Open) -> None:
    settings = write(paths.config() / "settings.json", {"appearance": {"face": "A face of yesterday", "size": 20}})
    app = opened(SMALL)
    assert "A face of yesterday" in app.window.notice.said()
    app.window.actions_by_id["larger"].trigger()
    close(app)
    kept = json.loads(settings.read_text())["appearance"]
    assert kept["face"] == "A face of yesterday"
    assert kept["size"] > 20


def test_settings_from_the_future_are_used_as_far_as_they_are_known(opened: Open) -> None:
    given = {
        "appearance": {"theme": "sepia", "size": 22},
        "single_keys": False,
        "telepathy": {"range": [1, 2]},
        "format": 99,
    }
    settings = write(paths.config() / "settings.json", given)
    app = opened(SMALL)
    assert app.looks.theme.name == "sepia"
    assert app.window.notice.said() == ""
    app.window.actions_by_id["theme_dark"].trigger()
    close(app)
    kept = json.loads(settings.read_text())
    assert kept["telepathy"] == {"range": [1, 2]}
    assert kept["appearance"]["theme"] == "dark"


@pytest.mark.parametrize(
    "given",
    [
        {
            "appearance": [1, 2],
            "profiles": "none",
            "depth": {},
            "single_keys": "yes",
            "stop_after": "soon",
            "scale": [],
        },
        {"appearance": {"size": "huge", "theme": 5, "line": None, "face": {}, "width": [3]}, "profiles": {"a": 1}},
        {"appearance": {"size": 1e308, "line": -5, "width": 10**30}, "depth": "abyss", "scale": -1, "stop_after": -9},
    ],
)
def test_settings_full_of_wrong_values_become_the_usual_ones(opened: Open, given: object) -> None:
    write(paths.config() / "settings.json", given)
    app = opened(SMALL)
    read_on(app, "last")
    app.window.actions_by_id["appearance"].trigger()
    QTest.keyClick(QApplication.focusWidget() or app.window, Qt.Key.Key_Escape)
    shown: list[QWidget | None] = []
    QTimer.singleShot(0, lambda: shown.append(dismiss()))
    app.window.actions_by_id["settings"].trigger()
    assert shown != [None]


@pytest.mark.parametrize(
    "given",
    [
        {"window": "wide", "columns": [1, "b"], "guides": [], "recent": 5, "guide": ["x"], "maximised": 1},
        {"window": [10**12, 0, 5, -3], "columns": [-4, 10**9], "guides": {"small": {"anchor": [{}], "read": 3}}},
        {"guides": {"small": {"anchor": ["gone", "gone.9", 4], "depths": {"first": "abyss"}, "when": "yesterday"}}},
    ],
)
def test_a_session_full_of_wrong_values_opens_at_the_beginning(opened: Open, given: object) -> None:
    write(paths.state() / "session.json", given)
    app = opened(SMALL)
    assert section(app) == "first"
    read_on(app, "last")


def test_settings_that_are_no_settings_are_set_aside_in_one_sentence(opened: Open) -> None:
    settings = write(paths.config() / "settings.json", "\x00\x01 not JSON at all {")
    app = opened(SMALL)
    assert app.window.notice.said().startswith("settings.json was damaged. It was set aside as settings.damaged-1.json")
    assert settings.with_name("settings.damaged-1.json").read_text().startswith("\x00")
    read_on(app, "last")


def test_a_guide_that_is_deleted_while_it_is_open_is_read_on(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    guide = tmp_path / "guide"
    shutil.copytree(SMALL, guide)
    app = opened(guide)
    shutil.rmtree(guide)
    read_on(app, "last")
    app.explaining.open_entry("cytokine", app.window.rect())
    assert app.window.popup.isVisible()
    app.window.actions_by_id["reload"].trigger()
    qtbot.waitUntil(lambda: app.window.notice.said() != "")
    assert "guide" in app.window.notice.said()
    read_on(app, "last")
    close(app)
    again = opened("")  # the next start
    assert again.navigator.guide is not None


@pytest.mark.slow  # what each costs is seen in tests/compiler/test_sections.py
def test_ten_thousand_headings(opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    text = of_many(10_000, lambda n: f"Heading number {n}", lambda n: "A few words.")
    app = opened(folder(tmp_path / "guide", article_md=text))
    qtbot.waitUntil(app.window.isVisible)
    app.navigator.open(Place("heading-number-9000"))
    qtbot.waitUntil(lambda: section(app) == "heading-number-9000", timeout=20_000)
    app.window.actions_by_id["back"].trigger()
    qtbot.waitUntil(lambda: section(app) == "heading-number-1", timeout=20_000)
    assert not app.window.actions_by_id["back"].isEnabled()


def test_a_heading_of_five_thousand_characters(opened: Open, tmp_path: Path) -> None:
    long = "endless " * 625
    claims = '[[claim]]\nid = "C1"\nsection = "long"\ntext = "It ends."\nlevel = "weak"\n'
    text = (
        f'# Start\n\nHello.\n\n# {long}{{#long}}\n\nIt ends here.\n{{: claims="C1" }}\n\n# Last {{#last}}\n\nThe end.\n'
    )
    app = opened(folder(tmp_path / "guide", article_md=text, claims_toml=claims))
    app.window.resize(360, 640)
    assert app.window.width() == 360
    app.navigator.open(Place("long"))
    assert section(app) == "long"
    app.window.actions_by_id["evidence"].trigger()
    dialog = app.window.findChild(EvidenceDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.height() <= QGuiApplication.primaryScreen().availableGeometry().height()
    dialog.close()
    read_on(app, "last")


def test_claims_of_any_length_and_number_are_shown(opened: Open, tmp_path: Path) -> None:
    claim = '[[claim]]\nid = "C{0}"\nsection = "{1}"\ntext = "{2}"\nlevel = "mixed"\n'
    texts = ["word " * 4000, "x" * 20_000, "<b>bold</b> & <img src=x> &amp;", *(f"Claim {n}." for n in range(2000))]
    claims = "\n".join(claim.format(n, "start" if n % 2 else "nowhere", text) for n, text in enumerate(texts))
    app = opened(folder(tmp_path / "guide", article_md="# Start {#start}\n\nHello.\n", claims_toml=claims))
    app.window.actions_by_id["evidence"].trigger()
    dialog = app.window.findChild(EvidenceDialog)
    assert dialog is not None
    count = dialog.findChild(QLabel, "count")
    assert count is not None
    assert count.accessibleName() == f"{len(texts)} of {len(texts)} claims, in the order of the text"
    dialog.close()
