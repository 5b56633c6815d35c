"""All claims in one table, references to copy, and words looked up: used as a person uses them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import App
from reader.core.text import Place
from reader.ui.evidence.dialog import EvidenceDialog
from reader.ui.evidence.model import CLAIM
from reader.ui.evidence.table import ClaimTable
from tests.guides.writing import ready

FIRST, SECOND = "Cells talk with cytokines.", "Receptors matter."


@pytest.fixture
def claims(app: App, qtbot: QtBot) -> Iterator[EvidenceDialog]:
    """The table of claims, opened by its command."""
    app.window.actions_by_id["evidence"].trigger()
    dialog = app.window.findChild(EvidenceDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    dialog.close()


def table(dialog: EvidenceDialog) -> ClaimTable:
    found = dialog.findChild(ClaimTable)
    assert found is not None
    return found


def said(dialog: EvidenceDialog) -> str:
    label = dialog.findChild(QLabel, "count")
    assert label is not None
    return label.accessibleName()


def shown(dialog: EvidenceDialog) -> list[str]:
    model = table(dialog).model()
    return [model.index(row, CLAIM).data() for row in range(model.rowCount())]


def press(within: QWidget, name: str) -> None:
    button = next(
        each for each in within.findChildren(QAbstractButton) if each.isVisible() and each.accessibleName() == name
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def here(app: App) -> Place:
    place = app.window.article.here()
    assert place is not None
    return place


def test_all_claims_stand_in_the_order_of_the_text(claims: EvidenceDialog) -> None:
    assert shown(claims) == [FIRST, SECOND]
    assert said(claims) == "2 of 2 claims, in the order of the text"
    assert table(claims).hasFocus()


def test_enter_leads_to_the_paragraph_that_makes_the_claim_and_back_returns(app: App, claims: EvidenceDialog) -> None:
    QTest.keyClick(table(claims), Qt.Key.Key_Down)
    QTest.keyClick(table(claims), Qt.Key.Key_Return)
    assert claims.isHidden()
    assert here(app).block == "receptors.2"
    assert app.window.focusWidget() is app.window.article
    app.window.actions_by_id["back"].trigger()
    assert here(app).section == "first"


def test_a_click_on_the_words_leads_there_and_one_beside_them_chooses(app: App, claims: EvidenceDialog) -> None:
    rows = table(claims)
    words = rows.words_rect(rows.model().index(1, CLAIM))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(words.right() + 40, words.center().y()))
    assert claims.isVisible()
    assert "Few small studies." in " ".join(each.text() for each in claims.findChildren(QLabel))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=words.center())
    assert claims.isHidden()
    assert here(app).section == "receptors"


def test_headings_sort_by_mouse_and_keyboard_and_say_how(claims: EvidenceDialog) -> None:
    press(claims, "Sort by Claim")
    assert said(claims).endswith("from A to Z")
    heading = next(each for each in claims.findChildren(QPushButton) if each.accessibleName() == "Sort by Claim")
    QTest.keyClick(heading, Qt.Key.Key_Space)
    assert shown(claims) == [SECOND, FIRST]
    assert heading.accessibleDescription() == "from Z to A"
    press(claims, "Sort by Evidence")
    assert shown(claims) == [FIRST, SECOND]
    assert said(claims).endswith("best supported first")


def test_a_level_that_is_not_ticked_is_left_out(claims: EvidenceDialog) -> None:
    tick = next(each for each in claims.findChildren(QCheckBox) if each.text() == "Well supported (1)")
    assert tick.height() >= 44
    tick.click()
    assert shown(claims) == [SECOND]
    assert said(claims).startswith("1 of 2 claims")


def test_typing_filters_whatever_the_case_and_an_empty_table_says_what_to_do(claims: EvidenceDialog) -> None:
    box = claims.findChild(QLineEdit)
    assert box is not None
    QTest.keyClicks(box, "EARLY rec")
    assert shown(claims) == [SECOND]
    QTest.keyClicks(box, "zzz")
    assert shown(claims) == []
    assert "empty the box" in said(claims)
    QTest.keyClick(table(claims), Qt.Key.Key_Return)
    assert claims.isVisible()


def test_the_sources_of_a_claim_are_copied(claims: EvidenceDialog) -> None:
    press(claims, "Copy DOI")
    assert QApplication.clipboard().text() == "10.1000/known"
    assert said(claims) == "Copied: 10.1000/known"


def test_esc_closes_and_the_text_has_the_keyboard_again(app: App, claims: EvidenceDialog, qtbot: QtBot) -> None:
    QTest.keyClick(table(claims), Qt.Key.Key_Escape)
    assert claims.isHidden()
    app.window.activateWindow()  # a desktop does so by itself
    qtbot.waitUntil(app.window.isActiveWindow)
    assert app.window.article.hasFocus()


@pytest.mark.parametrize("width", [1000, 700, 360])
def test_every_row_is_high_enough_at_any_width(claims: EvidenceDialog, qtbot: QtBot, width: int) -> None:
    claims.resize(width, 640)
    rows = table(claims)
    qtbot.waitUntil(lambda: claims.width() == width and rows.horizontalScrollBar().maximum() == 0)
    for number in range(2):
        index = rows.model().index(number, CLAIM)
        assert rows.visualRect(index).height() >= 44
        assert rows.visualRect(index).contains(rows.words_rect(index))


def test_a_narrow_row_tells_a_screen_reader_all_of_it(claims: EvidenceDialog) -> None:
    claims.resize(360, 640)
    index = table(claims).model().index(1, CLAIM)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Receptors matter. Weak: early studies. Receptors"


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_the_mark_under_a_paragraph_leads_to_its_claim(app: App, way: str) -> None:
    article = app.window.article
    app.navigator.open(Place("receptors"))
    mark = article.document().find("Weak: early studies")
    mark.setPosition(mark.selectionStart() + 3)
    if way == "mouse":
        QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=article.cursorRect(mark).center())
    else:
        QTest.keyClick(article, Qt.Key.Key_Tab)
        while article.links.held is not None and article.links.held.address != "claims:C2":
            QTest.keyClick(article, Qt.Key.Key_Tab)
        QTest.keyClick(article, Qt.Key.Key_Return)
    dialog = app.window.findChild(EvidenceDialog)
    assert dialog is not None
    assert dialog.isVisible()
    chosen = table(dialog).current()
    assert chosen is not None
    assert chosen.claim.id == "C2"
    dialog.close()


def test_a_guide_without_claims_says_so(opened: Callable[[Path | str], App], tmp_path: Path) -> None:
    file = tmp_path / "plain.md"
    file.write_text("# One\n\nText.\n")
    app = opened(ready(file))
    app.window.actions_by_id["evidence"].trigger()
    assert app.window.notice.said() == "This guide has no list of claims."


def test_a_reference_is_copied_by_button_by_key_and_from_the_menu(app: App, qtbot: QtBot) -> None:
    app.navigator.open_reference("Known2020")
    panel, board = app.window.companion.references, QApplication.clipboard()
    press(panel, "Copy DOI")
    assert board.text() == "10.1000/known"
    press(panel, "Copy reference")
    assert board.text() == "Known A. What is known. Journal of Tests 2020. DOI 10.1000/known."
    board.clear()
    QTest.keyClick(panel.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert board.text() == "10.1000/known"


def test_a_reference_without_doi_gives_its_words(app: App) -> None:
    app.navigator.open_reference("Hinted2021")
    rows = app.window.companion.references.rows
    QTest.keyClick(rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Hinted B. What is hinted. Journal of Tests 2021."


def test_a_reference_leads_to_where_it_is_cited(app: App) -> None:
    app.navigator.open_reference("Hinted2021")
    press(app.window.companion.references, "Receptors")
    assert here(app).section == "receptors"
    assert app.window.article.hasFocus()


def test_alt_left_stays_inside_an_open_explanation(app: App) -> None:
    app.navigator.open(Place("last"))
    app.window.actions_by_id["back"].trigger()
    app.navigator.open(Place("last"))
    app.explaining.open_entry("cytokine", app.window.rect())
    popup = app.window.popup
    press(popup, "See also: receptor")
    QTest.keyClick(popup, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert popup.accessibleName() == "Explanation of cytokine"
    QTest.keyClick(popup, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert popup.isVisible()
    assert here(app).section == "last"


def select(app: App, words: str) -> None:
    article = app.window.article
    article.setTextCursor(article.document().find(words))


def test_d_explains_the_next_word_in_view(app: App) -> None:
    app.window.article.setFocus()
    QTest.keyClick(app.window.article, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert app.window.popup.accessibleName() == "Explanation of cytokine"
    QTest.keyClick(app.window.popup, Qt.Key.Key_Escape)
    assert app.window.popup.isHidden()
    assert app.window.article.hasFocus()


def test_selected_words_are_explained_in_the_plural_too(app: App) -> None:
    select(app, "receptors")
    app.window.actions_by_id["define"].trigger()
    assert app.window.popup.accessibleName() == "Explanation of receptor"


def test_where_the_glossary_has_nothing_it_names_the_nearest_words(app: App) -> None:
    select(app, "counted")
    app.window.actions_by_id["define"].trigger()
    assert app.window.popup.view.as_sentence().startswith("No entry for “counted”.")
    app.explaining.open_words("cytokin", app.window.rect())
    assert app.window.popup.view.as_sentence().startswith("No entry for “cytokin”")
    press(app.window.popup, "Nearest: cytokine")
    assert app.window.popup.accessibleName() == "Explanation of cytokine"


def test_g_and_y_lead_to_the_words_and_to_the_pathway(app: App) -> None:
    companion = app.window.companion
    QTest.keyClick(app.window.article, Qt.Key.Key_G)
    assert companion.currentWidget() is companion.words
    QTest.keyClick(companion.words, Qt.Key.Key_Y)
    assert companion.currentWidget() is companion.pathway
    assert companion.pathway.isAncestorOf(app.window.focusWidget())


def test_choosing_another_reference_moves_no_row(app: App) -> None:
    app.window.resize(1280, 900)
    app.navigator.open_reference("Known2020")
    rows = app.window.companion.references.rows
    before = rows.geometry()
    rows.setCurrentRow(1)
    assert rows.geometry() == before
    assert app.window.companion.references.minimumSizeHint().height() < 240
