"""Keeping one's place: one step at a time, a rest, the ruler, and paragraphs by their numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.steps import Sitting
from reader.core.text import Place
from reader.ui.guidance.go_to import GoToDialog
from tests.stories.hands import press

WAY = ["1", "1.1", "1.2", "1.3", "2", "2.1", "3", "3.1", "3.2", "3.3", "4", "4.1", "4.2", "4.3", "5", "5.1"]


def lit(app: App) -> str:
    """Return the number of the paragraph that is lit, or an empty string."""
    paragraph = app.window.article.guiding.lit
    return paragraph.number if paragraph is not None else ""


def button(within: QWidget, words: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == words and each.isVisible())


def walk(app: App, times: int) -> list[str]:
    seen = [lit(app)]
    for _ in range(times):
        press(Qt.Key.Key_Space)
        if lit(app) != seen[-1]:
            seen.append(lit(app))
    return seen


def test_f4_lights_what_one_reads_space_goes_on_and_esc_ends(app: App) -> None:
    window = app.window
    window.article.show_place(Place("first", "first.3"))
    window.actions_by_id["steps"].trigger()
    assert window.actions_by_id["steps"].isChecked()
    assert window.pace_bar.said() == "Paragraph 2 of 3 in this section"
    assert walk(app, 3) == ["1.2", "1.3", "2", "2.1"]
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert lit(app) == "1.3"
    press(Qt.Key.Key_Escape)
    assert lit(app) == ""
    assert window.pace_bar.isHidden()
    assert not window.actions_by_id["steps"].isChecked()
    assert window.article.hasFocus()


def test_the_text_does_not_move_when_the_bar_comes_and_goes(app: App) -> None:
    article = app.window.article
    app.navigator.open(Place("naive", "naive.2"))
    before = article.verticalScrollBar().value()
    app.window.actions_by_id["steps"].trigger()
    QApplication.processEvents()
    assert article.verticalScrollBar().value() == pytest.approx(before, abs=1)
    app.window.actions_by_id["steps"].trigger()
    QApplication.processEvents()
    assert article.verticalScrollBar().value() == pytest.approx(before, abs=1)


def test_the_bar_is_always_as_high(app: App) -> None:
    bar = app.window.pace_bar
    app.window.actions_by_id["steps"].trigger()
    app.choices.choose("stop_after", 120)
    heights = set()
    for _ in range(8):
        QApplication.processEvents()
        heights.add(bar.height())
        press(Qt.Key.Key_Space)
    bar.show_rest("You have read for 120 minutes. This is a good place to rest: your place is kept.")
    QApplication.processEvents()
    assert heights == {bar.height()}


def test_next_says_where_it_leads_and_at_the_end_it_ends(app: App) -> None:
    bar = app.window.pace_bar
    app.window.actions_by_id["steps"].trigger()
    app.navigator.open(Place("first", "first.5"))
    onward = next(each for each in bar.findChildren(QPushButton) if each.property("primary"))
    assert onward.accessibleName() == "Next section: Middle things"
    app.navigator.open(Place("last", "last.2"))
    assert onward.accessibleName() == "This is the end: finish"
    QTest.mouseClick(onward, Qt.MouseButton.LeftButton)
    assert lit(app) == ""


def test_the_whole_way_can_be_walked_with_the_big_button(app: App) -> None:
    app.window.actions_by_id["steps"].trigger()
    onward = next(each for each in app.window.pace_bar.findChildren(QPushButton) if each.property("primary"))
    assert onward.height() >= 56
    seen = [lit(app)]
    while lit(app):
        QTest.mouseClick(onward, Qt.MouseButton.LeftButton)
        if lit(app) and lit(app) != seen[-1]:
            seen.append(lit(app))
        assert app.window.article.hasFocus()
    assert seen == WAY


def test_the_whole_way_leads_back(app: App) -> None:
    app.navigator.open(Place("last", "last.2"))
    app.window.actions_by_id["steps"].trigger()
    seen = [lit(app)]
    for _ in WAY[1:]:
        press(Qt.Key.Key_Backspace)
        seen.append(lit(app))
    assert seen == WAY[::-1]


def test_in_the_bar_the_keys_do_what_they_do_in_the_article(app: App) -> None:
    app.navigator.open(Place("last", "last.1"))
    app.window.actions_by_id["steps"].trigger()
    press(Qt.Key.Key_Tab)  # the heading has no words to explain
    press(Qt.Key.Key_Tab)
    onward = QApplication.focusWidget()
    assert isinstance(onward, QPushButton)
    assert onward.accessibleName() == "Next · Space"
    QTest.keyClick(onward, Qt.Key.Key_Return)
    assert lit(app) == "5.1"
    QTest.keyClick(onward, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert lit(app) == "5"
    QTest.keyClick(onward, Qt.Key.Key_Space)
    assert lit(app) == "5.1"
    QTest.keyClick(onward, Qt.Key.Key_Backspace)
    assert lit(app) == "5"
    QTest.keyClick(onward, Qt.Key.Key_Escape)
    assert app.window.article.hasFocus()


def test_jumps_and_back_light_the_paragraph_one_lands_on(app: App) -> None:
    app.window.actions_by_id["steps"].trigger()
    outline = app.window.outline
    outline.place_requested.emit(Place("last"))
    assert lit(app) == "5"
    app.window.actions_by_id["back"].trigger()
    assert lit(app) == "1"


def test_a_word_is_explained_while_one_paragraph_is_lit(app: App) -> None:
    app.window.article.show_place(Place("first", "first.3"))
    app.window.actions_by_id["steps"].trigger()
    press(Qt.Key.Key_Tab)  # to a citation
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert app.window.popup.isVisible()
    QTest.keyClick(app.window.popup, Qt.Key.Key_Escape)
    assert lit(app) == "1.2"
    press(Qt.Key.Key_Space)
    assert lit(app) == "1.3"


def test_the_steps_go_by_what_is_shown(qtbot: QtBot, app: App) -> None:
    app.window.article.show_place(Place("first", "first.5"))
    app.window.actions_by_id["steps"].trigger()
    assert lit(app) == "1.3"
    with qtbot.waitSignal(app.window.article.reading_at):
        app.window.article.contents.set_depths("gist", {})
    assert lit(app) == "1.1"
    assert app.window.pace_bar.said() == "Paragraph 1 of 1 in this section"
    press(Qt.Key.Key_Space)
    assert lit(app) == "2"


def test_another_theme_and_size_keep_the_paragraph_lit(app: App) -> None:
    app.window.article.show_place(Place("naive", "naive.2"))
    app.window.actions_by_id["steps"].trigger()
    app.window.actions_by_id["theme_dark"].trigger()
    app.window.actions_by_id["larger"].trigger()
    QApplication.processEvents()
    assert lit(app) == "4.1"
    article = app.window.article
    words = article.guiding.lit_ground.rect(article)
    assert words is not None
    assert words.top() == pytest.approx(article.reading_line(), abs=6)


def test_what_is_heard_is_the_progress_and_the_paragraph(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr("reader.ui.guidance.pacer.announce", lambda speaker, sentence: heard.append(sentence))
    app.window.article.show_place(Place("receptors", "receptors.2"))
    app.window.actions_by_id["steps"].trigger()
    assert heard == [
        "Paragraph 1 of 3 in this section. A receptor is where a message fits. Some early studies hint that receptors "
        "matter.2 Weak: early studies"
    ]


@pytest.fixture
def minutes(app: App) -> Callable[[float], None]:
    """Return a function that lets minutes pass."""
    now = 0.0
    app.pacer._clock = lambda: now
    app.pacer._sitting = Sitting(now)

    def pass_by(some: float) -> None:
        nonlocal now
        now += some * 60

    return pass_by


def test_after_the_minutes_one_chose_the_next_step_offers_a_rest(app: App, minutes: Callable[[float], None]) -> None:
    bar = app.window.pace_bar
    app.choices.choose("stop_after", 2)
    app.window.actions_by_id["steps"].trigger()
    minutes(1.5)
    press(Qt.Key.Key_Space)
    minutes(1)
    assert lit(app) == "1.1"
    assert not bar.is_resting  # nothing comes by itself
    press(Qt.Key.Key_Space)
    assert bar.said() == "You have read for 2 minutes. This is a good place to rest: your place is kept."
    assert lit(app) == "1.1"
    QTest.mouseClick(button(bar, "Go on · Space"), Qt.MouseButton.LeftButton)
    assert lit(app) == "1.2"
    press(Qt.Key.Key_Space)
    assert not bar.is_resting  # the minutes begin anew


def test_a_rest_waits_for_the_end_of_the_paragraph(app: App, minutes: Callable[[float], None]) -> None:
    app.window.resize(400, 300)
    app.choices.choose("stop_after", 1)
    app.window.article.show_place(Place("first", "first.3"))
    app.window.actions_by_id["steps"].trigger()
    QApplication.processEvents()
    assert app.window.article.guiding.can_read_on()
    minutes(2)
    while app.window.article.guiding.can_read_on():
        assert not app.window.pace_bar.is_resting
        press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert app.window.pace_bar.is_resting


def test_stop_here_ends_and_keeps_the_place(app: App, minutes: Callable[[float], None]) -> None:
    app.choices.choose("stop_after", 1)
    app.window.article.show_place(Place("first", "first.5"))
    app.window.actions_by_id["steps"].trigger()
    minutes(2)
    press(Qt.Key.Key_Space)
    QTest.mouseClick(button(app.window.pace_bar, "Stop here"), Qt.MouseButton.LeftButton)
    here = app.window.article.here()
    assert lit(app) == ""
    assert here is not None
    assert here.block == "first.5"


def test_by_itself_no_rest_is_ever_offered(app: App, minutes: Callable[[float], None]) -> None:
    app.window.actions_by_id["steps"].trigger()
    for _ in range(6):
        minutes(600)
        press(Qt.Key.Key_Space)
        assert not app.window.pace_bar.is_resting


def ask(app: App, said: str, key: Qt.Key) -> str:
    """Press Ctrl+L, say a number, press a key, and return what the dialog said to the number."""
    answers: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, GoToDialog)
        (box,) = dialog.findChildren(QLineEdit)
        QTest.keyClicks(box, said)
        answers.append(dialog.said())
        QTest.keyClick(box, key)
        if dialog.isVisible():
            QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, answer)
    app.window.actions_by_id["go_to_paragraph"].trigger()
    return answers[0]


def test_a_number_said_on_the_phone_leads_there_and_back_leads_back(app: App) -> None:
    said = ask(app, "para 4,1", Qt.Key.Key_Return)
    assert said == "4.1 · Naïve cells Naïve cells have not met anything yet. They wait."
    here = app.window.article.here()
    assert here == Place("naive", "naive.2")
    app.window.actions_by_id["back"].trigger()
    here = app.window.article.here()
    assert here is not None
    assert here.section == "first"


def test_a_number_that_is_none_says_so_and_goes_nowhere(app: App) -> None:
    before = app.window.article.here()
    said = ask(app, "4.9", Qt.Key.Key_Return)
    assert said == "There is no paragraph 4.9. The last one of section 4 is 4.3."
    assert app.window.article.here() == before


def test_esc_leaves_the_number_alone(app: App) -> None:
    before = app.window.article.here()
    ask(app, "5", Qt.Key.Key_Escape)
    assert app.window.article.here() == before


def test_numbers_and_ruler_are_switched_by_their_commands_and_kept(app: App) -> None:
    for name in ("paragraph_numbers", "ruler"):
        app.window.actions_by_id[name].trigger()
        assert getattr(app.choices.settings, name) is True
        app.choices.choose(name, False)
        assert not app.window.actions_by_id[name].isChecked()


def test_the_number_of_what_is_read_can_be_quoted_from_the_status_line(qtbot: QtBot, app: App) -> None:
    with qtbot.waitSignal(app.numbers.read, check_params_cb=lambda number: number == "3.1"):
        app.navigator.open(Place("receptors", "receptors.2"))
    assert "3.1" in [each.text() for each in app.window.status.findChildren(QLabel)]


def test_find_goes_on_while_one_paragraph_is_lit(app: App) -> None:
    app.window.actions_by_id["steps"].trigger()
    app.window.find_bar.open("short")
    QApplication.processEvents()
    assert lit(app) == "1"
    marked = [each.cursor.selectedText() for each in app.window.article.extraSelections()]
    assert "short" in marked
    assert app.window.article.document().find("short", options=QTextDocument.FindFlag.FindWholeWords)
