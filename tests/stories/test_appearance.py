"""How the text looks is changed while one looks at it, by mouse and by keys, and comes back at the next start."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.appearance import LIMITS, Appearance
from reader.core.contrast import contrast
from reader.ui import theme as look
from reader.ui.appearance import AppearancePanel
from reader.ui.appearance.faces import LEGIBLE

SMALL = Path(__file__).parents[1] / "guides" / "small"


def opened_panel(app: App) -> AppearancePanel:
    """Open the panel as a person does, by its command."""
    app.window.actions_by_id["appearance"].trigger()
    panel = app.window.findChild(AppearancePanel)
    assert panel is not None
    return panel


def press(panel: QWidget, name: str) -> None:
    """Click the button that a screen reader calls *name*, or that shows it."""
    buttons = panel.findChildren(QPushButton)
    button = next(each for each in buttons if name in (each.accessibleName(), each.text()))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def slider(panel: QWidget, name: str) -> QSlider:
    return next(each for each in panel.findChildren(QSlider) if each.accessibleName() == name)


def listed(panel: QWidget, name: str) -> QComboBox:
    found = next(label.buddy() for label in panel.findChildren(QLabel) if label.text() == name)
    assert isinstance(found, QComboBox)
    return found


def now(app: App) -> Appearance:
    return app.choices.settings.appearance


def save(panel: QWidget, name: str) -> None:
    box = panel.findChild(QLineEdit)
    assert box is not None
    box.insert(name)  # QTest types Latin letters only
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_the_panel_is_not_built_before_it_is_asked_for(app: App) -> None:
    assert app.window.findChild(AppearancePanel) is None


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 600), (360, 640)])
def test_the_panel_leaves_the_text_in_sight_at_every_width(qtbot: QtBot, app: App, width: int, height: int) -> None:
    window = app.window
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)
    panel = opened_panel(app)
    shown = panel.rect().translated(panel.mapTo(window, QPoint()))
    text = window.article.rect().translated(window.article.mapTo(window, QPoint()))
    covered = text.intersected(shown)
    assert covered.width() * covered.height() <= 0.55 * text.width() * text.height()
    assert window.rect().contains(shown)


def test_nothing_in_the_panel_is_cut_where_the_window_is_narrow(qtbot: QtBot, app: App) -> None:
    app.window.resize(360, 640)
    qtbot.waitUntil(lambda: app.window.width() == 360)
    panel = opened_panel(app)
    QApplication.processEvents()
    parts = [each for each in panel.findChildren(QWidget) if isinstance(each, QPushButton | QRadioButton | QLabel)]
    shown = [each for each in parts if each.isVisible()]
    assert len(shown) > 20
    assert [each for each in shown if each.width() < each.minimumSizeHint().width()] == []
    assert [each for each in shown if each.mapTo(panel, each.rect().topRight()).x() > panel.width()] == []


def test_plus_makes_the_text_larger_at_once_and_it_is_kept(qtbot: QtBot, app: App) -> None:
    panel = opened_panel(app)
    before = now(app).size
    with qtbot.waitSignal(app.looks.changed):
        press(panel, "Size of the text: more")
    assert now(app).size == before + 1
    saved = paths.config() / "settings.json"
    qtbot.waitUntil(lambda: saved.exists() and json.loads(saved.read_text())["appearance"]["size"] == before + 1)


def test_the_arrows_of_a_slider_go_by_one_step_and_stop_at_the_bounds(qtbot: QtBot, app: App) -> None:
    panel = opened_panel(app)
    line = slider(panel, "From line to line")
    QTest.keyClick(line, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: now(app).line == pytest.approx(1.6))
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClick(line, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: now(app).line == LIMITS["line"][1])
    assert line.accessibleDescription() == "250 %"


def test_a_dragged_slider_changes_the_text_a_few_times_not_at_every_pixel(qtbot: QtBot, app: App) -> None:
    panel = opened_panel(app)
    changes: list[float] = []
    app.looks.changed.connect(lambda _, appearance: changes.append(appearance.size))
    size = slider(panel, "Size of the text")
    for value in range(15, 31):
        size.setValue(value)
    qtbot.waitUntil(lambda: now(app).size == 30)
    assert changes == [30]


def test_the_keys_for_larger_and_smaller_stay_within_the_bounds(qtbot: QtBot, app: App) -> None:
    actions = app.window.actions_by_id
    for _ in range(40):
        actions["larger"].trigger()
    assert now(app).size == LIMITS["size"][1]
    actions["smaller"].trigger()
    assert now(app).size == LIMITS["size"][1] - 1
    actions["usual_size"].trigger()
    assert now(app) == Appearance()


def test_what_is_chosen_in_the_menu_is_shown_in_the_panel(app: App) -> None:
    panel = opened_panel(app)
    app.window.actions_by_id["theme_sepia"].trigger()
    app.window.actions_by_id["larger"].trigger()
    assert next(each.text() for each in panel.findChildren(QRadioButton) if each.isChecked()) == "Sepia"
    assert slider(panel, "Size of the text").value() == Appearance().size + 1


def test_a_theme_is_chosen_with_a_click(app: App) -> None:
    panel = opened_panel(app)
    dark = next(each for each in panel.findChildren(QRadioButton) if each.text() == "Contrast, dark")
    QTest.mouseClick(dark, Qt.MouseButton.LeftButton, pos=QPoint(20, dark.height() // 2))
    assert app.looks.theme.name == "contrast-dark"
    assert app.window.actions_by_id["theme_contrast-dark"].isChecked()


def test_faces_are_listed_when_the_list_is_used_ours_and_legible_ones_first(app: App) -> None:
    panel = opened_panel(app)
    faces = listed(panel, "Face")
    assert faces.count() == 2
    faces.setFocus()
    QTest.keyClick(faces, Qt.Key.Key_Down)
    assert now(app).face == "sans"
    names = [faces.itemText(row) for row in range(faces.count())]
    installed = set(QFontDatabase.families(QFontDatabase.WritingSystem.Latin))
    legible = [each for each in LEGIBLE if each in installed]
    assert names[: 2 + len(legible)] == ["Source Serif", "Source Sans", *legible]
    assert len(names) == len(set(names))


def test_a_look_is_saved_chosen_and_deleted_under_any_name(qtbot: QtBot, app: App) -> None:
    name = "Abends & <b>müde</b> 🌙"
    panel = opened_panel(app)
    app.window.actions_by_id["theme_dark"].trigger()
    save(panel, name)
    kept = app.choices.settings.profiles
    assert kept == {name: Appearance()._replace(theme="dark")}
    looks = listed(panel, "Saved looks")
    assert looks.currentText() == name
    press(panel, "Reset all")
    assert looks.currentText() != name
    looks.setFocus()
    QTest.keyClick(looks, Qt.Key.Key_End)
    assert now(app).theme == "dark"
    press(panel, "Delete")
    assert app.choices.settings.profiles == {}
    press(panel, "Undo the last reset, choice or deletion of a look")
    assert app.choices.settings.profiles == kept


def test_the_names_of_the_looks_that_are_always_there_are_taken(qtbot: QtBot, app: App) -> None:
    panel = opened_panel(app)
    save(panel, "Usual")
    assert app.choices.settings.profiles == {}
    assert any("“Usual” is always there" in each.text() for each in panel.findChildren(QLabel) if each.isVisible())


def test_large_and_wide_keeps_the_theme_and_has_the_spaces_of_wcag(qtbot: QtBot, app: App) -> None:
    panel = opened_panel(app)
    app.window.actions_by_id["theme_sepia"].trigger()
    looks = listed(panel, "Saved looks")
    looks.setFocus()
    QTest.keyClick(looks, Qt.Key.Key_Down)
    chosen = now(app)
    assert chosen.theme == "sepia"
    assert chosen.line >= 1.5
    assert (chosen.paragraph, chosen.letter, chosen.word) >= (2.0, 0.12, 0.16)


def test_reset_can_be_taken_back(qtbot: QtBot, app: App) -> None:
    panel = opened_panel(app)
    mine = Appearance("sepia", "sans", 22.0, 1.8, 1.0, 0.05, 0.1, 50)
    app.choices.choose("appearance", mine)
    press(panel, "Reset all")
    assert now(app) == Appearance()
    press(panel, "Undo the last reset, choice or deletion of a look")
    assert now(app) == mine


def test_esc_closes_the_panel_and_the_keyboard_is_back_in_the_text(qtbot: QtBot, app: App) -> None:
    app.window.article.setFocus()
    panel = opened_panel(app)
    focus = QApplication.focusWidget()
    assert focus is slider(panel, "Size of the text")
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert app.window.article.hasFocus()


def test_the_text_can_be_read_on_while_the_panel_is_open(qtbot: QtBot, app: App) -> None:
    panel = opened_panel(app)
    app.window.actions_by_id["go_article"].trigger()
    assert app.window.article.hasFocus()
    assert panel.isVisible()


def test_a_face_that_has_vanished_is_said_once_and_kept(opened: Callable[[Path | str], App]) -> None:
    paths.config().mkdir(parents=True)
    saved = paths.config() / "settings.json"
    saved.write_text(json.dumps({"appearance": {"face": "Gone With The Disk", "size": 20}}))
    app = opened(SMALL)
    assert app.window.notice.said().count("Gone With The Disk") == 1
    assert now(app).face == "Gone With The Disk"
    panel = opened_panel(app)
    assert listed(panel, "Face").currentText() == "Gone With The Disk (not installed)"
    press(panel, "Size of the text: more")
    assert look.reading(now(app)).families()[1] == look.SERIF


def test_every_choice_of_the_panel_is_within_reach_of_the_keyboard(qtbot: QtBot, app: App) -> None:
    panel = opened_panel(app)
    reached = set()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if not panel.isAncestorOf(focus):
            break
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert set(panel.findChildren(QSlider)) <= reached
    for kind in (QPushButton, QRadioButton, QLineEdit):
        assert any(isinstance(each, kind) for each in reached)


def colours_of_words(app: App) -> set[str]:
    """Return the colour of every run of the article."""
    found = set()
    block = app.window.article.document().begin()
    while block.isValid():
        for each in block.begin():  # type: ignore[attr-defined]  # PySide iterates; its stubs do not know
            if each.fragment().text().strip("\ufffc\u2028 "):
                found.add(each.fragment().charFormat().foreground().color().name())
        block = block.next()
    return found


@pytest.mark.parametrize("theme", list(look.themes()))
@pytest.mark.parametrize("bound", [pytest.param(0, marks=pytest.mark.slow), 1])
def test_at_every_bound_and_in_every_theme_each_word_of_the_article_can_be_read(
    app: App, theme: str, bound: int
) -> None:
    numbers = {name: limits[bound] for name, limits in LIMITS.items()}
    app.choices.choose("appearance", Appearance.from_json({"theme": theme, "face": "sans", **numbers}))
    colours, shown = colours_of_words(app), app.looks.theme
    assert shown.name == theme
    assert len(colours) >= 2 or shown.ink == shown.quiet
    grounds = (shown.paper, shown.tint, shown.lit)
    assert [each for each in colours if min(contrast(each, ground) for ground in grounds) < 7] == []
    assert app.window.article.document().defaultFont().pointSizeF() == numbers["size"]
    assert app.window.article.horizontalScrollBar().maximum() == 0
