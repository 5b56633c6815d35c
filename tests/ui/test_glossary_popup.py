"""The popup: beside its word, never over it, whole inside the window, and gone with Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.core.explanation import Explanation, explain
from reader.core.guide import Guide
from reader.ui.glossary.popup import GlossaryPopup
from reader.ui.theme import Theme


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 640)
    widget.show()
    return widget


@pytest.fixture
def popup(room: QWidget, theme: Theme) -> GlossaryPopup:
    return GlossaryPopup(theme, room, room)


@pytest.fixture
def cytokine(guide: Guide) -> Explanation:
    found = explain(guide, "cytokine")
    assert found is not None
    return found


def word(room: QWidget, x: int, y: int, width: int = 80, height: int = 28) -> QRect:
    return QRect(room.mapToGlobal(QPoint(x, y)), QSize(width, height))


@pytest.mark.parametrize("size", [(900, 640), (700, 480), (360, 640), (1600, 1000)])
@pytest.mark.parametrize("across", [0.0, 0.3, 0.9])
@pytest.mark.parametrize("down", [0.0, 0.2, 0.5, 0.8, 0.95])
def test_it_never_covers_its_line_and_never_leaves_the_window(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation, size: tuple[int, int], across: float, down: float
) -> None:
    room.resize(*size)
    x, y = int(across * size[0]), int(down * (size[1] - 28))
    popup.show_explanation(cytokine, word(room, x, y))
    assert room.rect().contains(popup.geometry())
    assert not popup.geometry().intersects(QRect(0, y, size[0], 28))
    assert popup.height() > 100


def test_it_is_a_part_of_the_window_and_not_a_window(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    assert not popup.isWindow()
    assert popup.window() is room


def test_it_says_the_word_its_sound_and_its_meaning(room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    assert popup.accessibleName() == "Explanation of cytokine"
    for words in ("cytokine (CK)", "SY-toh-kyn", "A small protein that carries a message."):
        assert words in popup.accessibleDescription()


def test_esc_gives_the_keyboard_back(qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    button = QPushButton("before", room)
    button.show()
    room.activateWindow()
    button.setFocus()
    popup.show_explanation(cytokine, word(room, 100, 100))
    assert popup.hasFocus()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert popup.isHidden()
    assert button.hasFocus()


def test_a_click_elsewhere_closes_it_and_one_inside_does_not(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert popup.isVisible()
    QTest.mouseClick(room, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert popup.isHidden()


def test_tab_goes_round_inside(room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    room.activateWindow()
    popup.show_explanation(cytokine, word(room, 100, 100))
    names = []
    for _ in range(8):
        focus = popup.focusWidget() or popup
        names.append(focus.accessibleName() if focus is popup else focus.text())  # type: ignore[attr-defined]
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert "Add to my words" in names
    assert "Close" in names
    assert "receptor" in names


def test_a_see_also_word_keeps_the_place(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, guide: Guide, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    corner = popup.pos()
    button = next(each for each in popup.findChildren(QPushButton) if each.text() == "receptor")
    with qtbot.waitSignal(popup.view.entry_requested) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "receptor"
    receptor = explain(guide, "receptor")
    assert receptor is not None
    popup.view.go(receptor)
    assert popup.pos() == corner


def test_a_word_is_added_to_my_words_and_taken_from_them(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    keep = next(each for each in popup.findChildren(QPushButton) if each.text() == "Add to my words")
    with qtbot.waitSignal(popup.view.keep_requested) as kept:
        QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert kept.args == ["cytokine", True]
    popup.view.show_kept(["cytokine"])
    assert keep.text() == "Remove from my words"
    assert popup.isVisible()


def test_every_button_can_be_hit_by_a_tired_hand(room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    assert [
        button.height() for button in popup.findChildren(QPushButton) if button.isVisible() and button.height() < 44
    ] == []


def follow(qtbot: QtBot, popup: GlossaryPopup, guide: Guide, term: str) -> None:
    """Press a see-also word, and answer as the program does."""
    button = next(each for each in popup.findChildren(QPushButton) if each.text() == term and each.isVisible())
    with qtbot.waitSignal(popup.view.entry_requested) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    found = explain(guide, asked.args[0])
    assert found is not None
    popup.view.go(found)


def ways(popup: GlossaryPopup) -> list[str]:
    words = [each.accessibleName() for each in popup.findChildren(QPushButton) if each.isVisible()]
    return [each for each in words if each.startswith(("Back", "Forward"))]


@pytest.mark.parametrize("y", [60, 500])
def test_back_and_forward_lead_between_words_and_the_card_stays(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, guide: Guide, cytokine: Explanation, y: int
) -> None:
    popup.show_explanation(cytokine, word(room, 100, y))
    is_below = popup.y() > y
    assert ways(popup) == []
    follow(qtbot, popup, guide, "receptor")
    assert ways(popup) == ["Back to cytokine"]
    corner = popup.pos() if is_below else popup.geometry().bottomLeft()
    QTest.keyClick(popup, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert popup.accessibleName() == "Explanation of cytokine"
    assert ways(popup) == ["Forward to receptor"]
    QTest.keyClick(popup, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert popup.accessibleName() == "Explanation of receptor"
    assert (popup.pos() if is_below else popup.geometry().bottomLeft()) == corner
    assert popup.hasFocus()


def test_another_word_begins_anew(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, guide: Guide, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    follow(qtbot, popup, guide, "receptor")
    popup.show_explanation(cytokine, word(room, 300, 100))
    assert ways(popup) == []


def test_a_button_that_leads_back_is_pressed_by_enter_and_the_keyboard_stays_in_the_card(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, guide: Guide, cytokine: Explanation
) -> None:
    room.activateWindow()
    popup.show_explanation(cytokine, word(room, 100, 100))
    follow(qtbot, popup, guide, "receptor")
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    back = popup.focusWidget()
    assert isinstance(back, QPushButton)
    assert back.accessibleName() == "Back to cytokine"
    QTest.keyClick(back, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert popup.hasFocus()
    assert popup.accessibleName() == "Explanation of cytokine"


@pytest.mark.parametrize(("sound", "is_said"), [("Cytokine", False), ("SY-toh-kyn", True)])
def test_a_sound_that_is_the_word_itself_is_not_repeated(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation, sound: str, is_said: bool
) -> None:
    entry = cytokine.entry._replace(term="cytokine", pronunciation=sound)
    popup.show_explanation(cytokine._replace(entry=entry), word(room, 100, 100))
    assert any(label.text().startswith(sound) for label in popup.findChildren(QLabel) if label.isVisible()) is is_said
