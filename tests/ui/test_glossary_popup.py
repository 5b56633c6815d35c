"""The popup: beside its word, never over it, whole inside the window, and gone with Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QCursor, QFontInfo, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reader.core.explanation import Explanation, Unexplained, explain
from reader.core.guide import Guide
from reader.core.mentions import Mentioned
from reader.ui.glossary.linked_text import LinkedText
from reader.ui.glossary.placing import HEIGHT, WIDTH, place
from reader.ui.glossary.popup import GlossaryPopup
from reader.ui.glossary.wording import NO_BREAK
from reader.ui.theme import Theme


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(900, 640)
    widget.show()
    widget.activateWindow()
    return widget


@pytest.fixture
def popup(room: QWidget, theme: Theme) -> GlossaryPopup:
    return GlossaryPopup(theme, room, room)


@pytest.fixture
def field(room: QWidget) -> QLineEdit:
    """Something that has the keyboard before."""
    field = QLineEdit(room)
    field.show()
    field.setFocus()
    return field


@pytest.fixture
def cytokine(guide: Guide) -> Explanation:
    found = explain(guide, "cytokine")
    assert found is not None
    return found


def word(room: QWidget, x: int, y: int, width: int = 80, height: int = 28) -> QRect:
    return QRect(room.mapToGlobal(QPoint(x, y)), QSize(width, height))


def text(popup: GlossaryPopup) -> LinkedText:
    found = popup.view.stops()[0]
    assert isinstance(found, LinkedText)
    return found


def named(popup: GlossaryPopup, name: str) -> QAbstractButton:
    every = popup.findChildren(QAbstractButton)
    return next(each for each in every if each.isVisible() and name in (each.accessibleName(), each.text()))


# Where it stands

SIZES = [(1600, 1000), (1280, 900), (800, 600), (700, 480), (360, 640), (360, 400)]
WORDS = [
    (80, 28),
    (80, 14),
    (300, 56),
    (160, 80),
    (340, 160),
]  # of one line, small; of two; of 40 points; of two of those
HIGHEST_BARS = (56, 44)  # pixels above and below the article


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("of", WORDS)
def test_wherever_a_word_is_its_lines_are_free_and_the_card_is_whole(
    size: tuple[int, int], of: tuple[int, int]
) -> None:
    window = QRect(QPoint(), QSize(*size))
    room = window.adjusted(0, HIGHEST_BARS[0], 0, -HIGHEST_BARS[1])
    for top in range(room.top() - of[1] + 1, room.bottom() + 1, 3):  # also those that are half out of view
        for left in (0, size[0] // 3, size[0] - of[0]):
            card = place(room, window, QRect(QPoint(left, top), QSize(*of)))
            assert window.contains(card)
            assert not card.intersects(QRect(0, top, size[0], of[1]))
            assert card.height() >= min(100, (size[1] - of[1]) // 2 - 10)


@pytest.mark.parametrize("size", SIZES)
def test_for_every_word_of_one_line_it_has_the_same_size(size: tuple[int, int]) -> None:
    window = QRect(QPoint(), QSize(*size))
    room = window.adjusted(0, HIGHEST_BARS[0], 0, -HIGHEST_BARS[1])
    tops = range(room.top(), room.bottom() - 28)
    assert len({place(room, window, QRect(20, top, 80, 28)).size().toTuple() for top in tops}) == 1


def test_where_there_is_room_it_stays_off_the_bars() -> None:
    window = QRect(0, 0, 1280, 900)
    room = window.adjusted(0, HIGHEST_BARS[0], 0, -HIGHEST_BARS[1])
    cards = [place(room, window, QRect(400, top, 80, 28)) for top in range(room.top(), room.bottom() - 28)]
    assert all(room.contains(card) for card in cards)
    assert {card.size().toTuple() for card in cards} == {(WIDTH, HEIGHT)}


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


def test_its_buttons_stand_at_the_same_place_for_every_word(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    long = cytokine._replace(entry=cytokine.entry._replace(definition="A long story. " * 200))
    seen = []
    for found in (cytokine, long):
        popup.show_explanation(found, word(room, 100, 100))
        qtbot.wait(1)
        seen.append([each.mapTo(popup, QPoint()) for each in popup.findChildren(QPushButton) if each.isVisible()])
    assert seen[0] == seen[1]
    assert len(seen[0]) == 5


@pytest.mark.parametrize("width", [360, 900])
def test_no_button_is_cut(qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation, width: int) -> None:
    room.resize(width, 640)
    popup.view.show_kept(["cytokine"])
    popup.show_explanation(cytokine, word(room, 100, 100))
    qtbot.wait(1)  # the row is laid out when it is painted
    buttons = [each for each in popup.findChildren(QPushButton) if each.isVisible()]
    assert "Remove from my words" in [each.text() for each in buttons]
    for each in buttons:
        assert popup.rect().contains(QRect(each.mapTo(popup, QPoint()), each.size()))
        assert each.width() >= min(each.sizeHint().width(), each.maximumWidth())


def test_in_a_card_that_is_very_low_the_buttons_scroll_with_the_words(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    room.resize(360, 280)
    popup.show_explanation(cytokine, word(room, 20, 120))
    assert popup.height() < 120
    close = named(popup, "Close")
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[arg-type]
        if QApplication.focusWidget() is close:
            break
    assert popup.rect().contains(QRect(close.mapTo(popup, QPoint()), close.size()))
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert popup.isHidden()


# Coming and going


def test_it_says_the_word_its_sound_and_its_meaning(room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    assert popup.accessibleName() == "Explanation of cytokine"
    for words in ("cytokine (CK)", "SY-toh-kyn", "A small protein that carries a message."):
        assert words in popup.view.as_sentence()


def test_a_screen_reader_meets_a_named_panel_with_the_text_and_its_links_in_it(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    entry = cytokine.entry._replace(terms=((8, 15, "receptor"),))
    popup.show_explanation(cytokine._replace(entry=entry), word(room, 100, 100))
    card = QAccessible.queryAccessibleInterface(popup)
    assert (card.text(QAccessible.Text.Name), card.role()) == ("Explanation of cytokine", QAccessible.Role.Grouping)
    reading = QAccessible.queryAccessibleInterface(text(popup))
    assert reading.state().readOnly
    assert "A small protein that carries a message." in reading.text(QAccessible.Text.Value)
    link = QAccessible.queryAccessibleInterface(popup.view.stops()[1])
    assert (link.text(QAccessible.Text.Name), link.role()) == ("protein, explained word", QAccessible.Role.Link)
    assert link.state().focusable


def test_a_screen_reader_can_press_a_link(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    link = QAccessible.queryAccessibleInterface(named(popup, "See also: receptor"))
    assert "Press" in link.actionInterface().actionNames()
    with qtbot.waitSignal(popup.view.entry_requested) as asked:
        link.actionInterface().doAction("Press")
    assert asked.args == ["receptor"]


def test_esc_gives_the_keyboard_back(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation, field: QLineEdit
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    assert popup.hasFocus()
    QTest.keyClick(text(popup), Qt.Key.Key_Escape)
    assert popup.isHidden()
    assert field.hasFocus()


def test_a_click_elsewhere_closes_it_and_one_inside_does_not(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    QTest.mouseClick(text(popup).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert popup.isVisible()
    QTest.mouseClick(room, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert popup.isHidden()


def test_tab_goes_round_inside(room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    entry = cytokine.entry._replace(terms=((8, 15, "receptor"),))
    popup.show_explanation(cytokine._replace(entry=entry), word(room, 100, 100))
    names = []
    for _ in range(len(popup.view.stops()) + 1):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert names[:2] == ["Text", "protein, explained word"]
    assert names[-5:] == ["See also: receptor", "Pin", "Add to my words", "Close", "Text"]


def test_a_word_is_added_to_my_words_and_taken_from_them(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    keep = named(popup, "Add to my words")
    with qtbot.waitSignal(popup.view.keep_requested) as kept:
        QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert kept.args == ["cytokine", True]
    popup.view.show_kept(["cytokine"])
    assert keep.text() == "Remove from my words"
    assert popup.isVisible()


def test_every_button_can_be_hit_by_a_tired_hand(room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    sizes = [each.size() for each in popup.findChildren(QPushButton) if each.isVisible()]
    assert [size for size in sizes if min(size.toTuple()) < 44] == []


# From word to word


def follow(qtbot: QtBot, popup: GlossaryPopup, guide: Guide, term: str) -> None:
    """Click a see-also word, and answer as the program does."""
    link = named(popup, f"See also: {term}")
    popup.view.reveal(link)
    with qtbot.waitSignal(popup.view.entry_requested) as asked:
        QTest.mouseClick(text(popup).viewport(), Qt.MouseButton.LeftButton, pos=link.geometry().center())
    found = explain(guide, asked.args[0])
    assert found is not None
    popup.view.go(found)


def ways(popup: GlossaryPopup) -> list[str]:
    """Return where the arrows lead that can be pressed."""
    every = [each for each in popup.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
    return [each.accessibleName() for each in every if each.accessibleName().startswith(("Back", "Forward"))]


@pytest.mark.parametrize("y", [60, 500])
def test_back_and_forward_lead_between_words_and_the_card_stays(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, guide: Guide, cytokine: Explanation, y: int
) -> None:
    popup.show_explanation(cytokine, word(room, 100, y))
    at = popup.geometry()
    assert ways(popup) == []
    follow(qtbot, popup, guide, "receptor")
    assert ways(popup) == ["Back to cytokine"]
    QTest.keyClick(text(popup), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert popup.accessibleName() == "Explanation of cytokine"
    assert ways(popup) == ["Forward to receptor"]
    QTest.keyClick(text(popup), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert popup.accessibleName() == "Explanation of receptor"
    assert popup.geometry() == at
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
    popup.show_explanation(cytokine, word(room, 100, 100))
    follow(qtbot, popup, guide, "receptor")
    back = named(popup, "Back to cytokine")
    for _ in popup.view.stops():
        if back.hasFocus():
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[arg-type]
    QTest.keyClick(back, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert popup.hasFocus()
    assert popup.accessibleName() == "Explanation of cytokine"


# Under a pointer that rests


def wait_for_pointer(qtbot: QtBot, popup: GlossaryPopup) -> None:
    qtbot.waitUntil(popup.isHidden, timeout=3_000)


@pytest.mark.slow
def test_one_that_hovers_takes_no_keyboard_and_goes_with_the_pointer(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation, field: QLineEdit
) -> None:
    where = word(room, 100, 100)
    QCursor.setPos(where.center())
    popup.show_explanation(cytokine, where, hover=True)
    assert field.hasFocus()
    between = QPoint(where.center().x(), where.bottom() + 4)
    for at in (between, popup.mapToGlobal(popup.rect().center()), popup.mapToGlobal(QPoint(390, 240))):
        QCursor.setPos(at)
        qtbot.wait(450)
        assert popup.isVisible()
    QCursor.setPos(room.mapToGlobal(QPoint(880, 620)))
    qtbot.wait(100)
    assert popup.isVisible()  # the way back may be a moment long
    wait_for_pointer(qtbot, popup)
    assert field.hasFocus()


def test_esc_closes_one_that_hovers_wherever_the_keyboard_is(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation, field: QLineEdit
) -> None:
    QCursor.setPos(word(room, 100, 100).center())
    popup.show_explanation(cytokine, word(room, 100, 100), hover=True)
    QTest.keyClick(field, Qt.Key.Key_Control)
    assert popup.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert popup.isHidden()
    assert field.hasFocus()


def test_with_a_click_one_that_hovers_stays(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation, field: QLineEdit
) -> None:
    QCursor.setPos(word(room, 100, 100).center())
    popup.show_explanation(cytokine, word(room, 100, 100), hover=True)
    QTest.mouseClick(text(popup).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert popup.hasFocus()
    QCursor.setPos(room.mapToGlobal(QPoint(880, 620)))
    qtbot.wait(500)
    assert popup.isVisible()
    QTest.keyClick(text(popup), Qt.Key.Key_Escape)
    assert field.hasFocus()


def test_hovering_takes_no_place_from_what_was_asked_for(
    room: QWidget, popup: GlossaryPopup, guide: Guide, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    receptor = explain(guide, "receptor")
    assert receptor is not None
    popup.show_explanation(receptor, word(room, 300, 300), hover=True)
    assert popup.accessibleName() == "Explanation of cytokine"


def test_one_that_hovers_goes_when_the_text_is_scrolled(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    QCursor.setPos(word(room, 100, 100).center())
    popup.show_explanation(cytokine, word(room, 100, 100), hover=True)
    at = QPointF(5, 5)
    wheel = QWheelEvent(
        at,
        QPointF(room.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(room, wheel)
    assert popup.isHidden()


def test_words_of_an_explanation_are_copied_and_asked_for(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    reading = text(popup)
    at = reading.document().find("message")
    at.setPosition(at.selectionStart() + 2)
    QTest.mouseDClick(reading.viewport(), Qt.MouseButton.LeftButton, pos=reading.cursorRect(at).center())
    assert reading.textCursor().selectedText() == "message"
    assert popup.accessibleName() == "Explanation of cytokine"
    QTest.keyClick(reading, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "message"
    with qtbot.waitSignal(popup.view.words_asked) as asked:
        assert popup.view.ask_selected()
    assert asked.args == ["message"]


def test_words_without_an_entry_say_what_can_be_done(room: QWidget, popup: GlossaryPopup) -> None:
    popup.show_explanation(Unexplained("qwxyz", ()), word(room, 100, 100))
    shown = text(popup).toPlainText()
    assert "No entry for “qwxyz”" in shown
    assert "another spelling" in shown
    assert [each.accessibleName() for each in popup.view.stops()] == ["Text", "Close"]


def test_a_word_that_is_near_by_another_name_is_shown_with_that_name(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    neuropathy = cytokine.entry._replace(id="neuropathy", term="neuropathy")
    popup.show_explanation(
        Unexplained("nerve damge", (neuropathy, cytokine.entry), ("nerve damage", "")), word(room, 100, 100)
    )
    assert "neuropathy, also called nerve damage\ncytokine" in text(popup).toPlainText()
    names = [each.accessibleName() for each in popup.view.stops()]
    assert names[1:3] == ["Nearest: neuropathy, also called nerve damage", "Nearest: cytokine"]


# What it says


@pytest.fixture
def spread(cytokine: Explanation) -> Explanation:
    """A word that stands in ten sections: s1 to s10."""
    one = cytokine.mentions[0]
    sections = [one.section._replace(id=f"s{number}", title=f"Part {number}") for number in range(1, 11)]
    return cytokine._replace(
        mentions=tuple(Mentioned(each, 2, (one.first._replace(section=each.id),)) for each in sections)
    )


def parts(popup: GlossaryPopup) -> list[str]:
    """Return the sections that are listed, each by its first two words."""
    rows = (each.accessibleName().partition(",")[0] for each in text(popup).links())
    return [row for row in rows if row.startswith("Part")]


def test_of_many_sections_the_one_that_is_read_and_some_are_shown_and_all_when_asked_for(
    room: QWidget, popup: GlossaryPopup, spread: Explanation
) -> None:
    popup.view.show_section("s8")
    popup.show_explanation(spread, word(room, 100, 100))
    QApplication.processEvents()  # the card is laid out
    assert parts(popup) == ["Part 1", "Part 2", "Part 3", "Part 8"]
    shown = text(popup).toPlainText()
    assert "In 6 more sections" in shown
    row = text(popup).document().find("Part 8").block().text()
    assert row == f"Part 8{'  · 2 times'.replace(' ', NO_BREAK)}"
    more = named(popup, "Show where it appears in 6 more sections")
    while not more.hasFocus():
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[arg-type]
    at = popup.geometry()
    QTest.keyClick(more, Qt.Key.Key_Return)
    assert parts(popup) == [f"Part {number}" for number in range(1, 11)]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Part 4, 2 times"
    assert popup.geometry() == at
    assert popup.rect().contains(QRect(focus.mapTo(popup, QPoint()), focus.size()))


def test_five_sections_are_all_shown(room: QWidget, popup: GlossaryPopup, spread: Explanation) -> None:
    popup.show_explanation(spread._replace(mentions=spread.mentions[:5]), word(room, 100, 100))
    assert len(parts(popup)) == 5
    assert "more sections" not in text(popup).toPlainText()


def test_a_name_that_is_only_written_otherwise_is_said_once(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    names = ("interleukin-6", "interleukin 6", "IL6", "IL 6", "Cytokine", "B-cell factor")
    entry = cytokine.entry._replace(other_names=names)
    popup.show_explanation(cytokine._replace(entry=entry), word(room, 100, 100))
    assert "Also: interleukin-6, IL6, B-cell factor\n" in text(popup).toPlainText()


def test_it_is_heard_without_double_stops(room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    heard = popup.view.as_sentence()
    assert "A small protein that carries a message." in heard
    assert ".." not in heard


@pytest.mark.parametrize(("points", "pixels"), [(12.0, 16), (14.0, 16), (18.0, 21), (28.0, 24), (40.0, 24)])
def test_what_a_word_means_grows_with_the_text_and_the_card_does_not(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation, points: float, pixels: int
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    at = popup.geometry()
    popup.view.set_size(points)
    meaning = text(popup).document().find("A small protein")
    assert QFontInfo(meaning.charFormat().font()).pixelSize() == pixels
    assert popup.geometry() == at


def test_it_closes_though_what_had_the_keyboard_is_gone(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, cytokine: Explanation, field: QLineEdit
) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    delete(field)
    QTest.keyClick(text(popup), Qt.Key.Key_Escape)
    assert popup.isHidden()


def test_a_screen_reader_hears_it_once(
    monkeypatch: pytest.MonkeyPatch, room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("reader.ui.glossary.popup.announce", lambda _speaker, words: heard.append(words))
    popup.show_explanation(cytokine, word(room, 100, 100))
    assert len(heard) == 1
    assert popup.accessibleDescription() == ""
    assert text(popup).accessibleName() != popup.accessibleName()


def test_the_ways_are_described_in_plain_words(room: QWidget, popup: GlossaryPopup, cytokine: Explanation) -> None:
    popup.show_explanation(cytokine, word(room, 100, 100))
    said = [QAccessible.queryAccessibleInterface(each) for each in popup.findChildren(QPushButton)]
    assert not [each for each in said if "<" in each.text(QAccessible.Text.Description)]


def test_the_wheel_does_not_move_the_text_of_the_word_away(
    room: QWidget, popup: GlossaryPopup, cytokine: Explanation
) -> None:
    asked = QPlainTextEdit("line\n" * 200, room)
    asked.resize(400, 90)
    asked.show()
    asked.setFocus()
    popup.show_explanation(cytokine, word(room, 100, 100))
    QTest.wheelEvent(room.windowHandle(), QPointF(20, 20), QPoint(0, -240))
    assert asked.verticalScrollBar().value() == 0
    assert popup.isVisible()


def scrolling(qtbot: QtBot, popup: GlossaryPopup) -> QScrollArea:
    """Return what scrolls a long explanation, once it knows how long that is."""
    (scroll,) = popup.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 40)
    return scroll


def has_letters(picture: QImage, y: int) -> bool:
    """Whether a row of pixels has more than the ground."""
    return len({picture.pixel(x, y) for x in range(picture.width())}) > 1


def test_no_line_is_cut_through_its_letters_wherever_one_scrolls(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, spread: Explanation
) -> None:
    popup.show_explanation(spread, word(room, 100, 100))
    scroll = scrolling(qtbot, popup)
    bar = scroll.verticalScrollBar()
    for value in range(bar.maximum() + 1):
        bar.setValue(value)
        picture = scroll.viewport().grab().toImage()
        assert not has_letters(picture, 0), value
        assert not has_letters(picture, picture.height() - 1), value
    assert "\n" in text(popup).toPlainText()
    assert any(has_letters(picture, y) for y in range(picture.height()))


def test_what_is_left_out_at_the_edge_cannot_be_hit(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, spread: Explanation
) -> None:
    popup.show_explanation(spread, word(room, 100, 100))
    scroll = scrolling(qtbot, popup)
    reading, bar = text(popup), scroll.verticalScrollBar()
    bottom = scroll.viewport().height()
    for value in range(bar.maximum()):
        bar.setValue(value)
        edge = reading.mapFrom(scroll.viewport(), QPoint(0, bottom)).y()
        line = reading.line_at(edge)
        if line.top() < edge - 4 and edge + 4 < line.bottom():
            break
    else:
        pytest.fail("no line stands at the edge")
    shown = reading.mapTo(scroll.viewport(), line.center())
    assert scroll.viewport().childAt(QPoint(shown.x(), bottom - 2)) is not reading.viewport()


def test_arrows_on_a_link_read_on_in_the_text_and_leave_the_keyboard_on_the_link(
    qtbot: QtBot, room: QWidget, popup: GlossaryPopup, spread: Explanation
) -> None:
    popup.show_explanation(spread, word(room, 100, 100))
    scroll = scrolling(qtbot, popup)
    link = popup.view.stops()[1]
    link.setFocus(Qt.FocusReason.TabFocusReason)
    before = scroll.verticalScrollBar().value()
    for _ in range(12):
        QTest.keyClick(link, Qt.Key.Key_Down)
    assert link.hasFocus()
    assert scroll.verticalScrollBar().value() > before
    for _ in range(12):
        QTest.keyClick(link, Qt.Key.Key_Up)
    assert link.hasFocus()
    assert scroll.verticalScrollBar().value() == before
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(link, key)
        assert link.hasFocus()
