"""The print dialog, as somebody uses it who wants paper: keys and mouse, what is said, where pages go."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.core.guide import Guide
from reader.core.handout import own_presets
from reader.core.handout.order import Order, Stretch
from reader.core.handout.presets import PRESETS, Layout, Preset
from reader.core.handout.printables import Printables
from reader.core.notebook.notes import Note, Target
from reader.core.text import Place
from reader.ui.printing import dialog as module
from reader.ui.printing import foot, sides
from reader.ui.printing.dialog import PrintDialog
from reader.ui.printing.handout_sheet import HandoutSheet
from reader.ui.printing.paper import Paper
from reader.ui.printing.preset_sheets import NameSheet, OwnPresets
from reader.ui.printing.usual import Usual
from reader.ui.theme import Theme
from tests.guides import sample
from tests.ui.print_parts import FakeJob, FakePreview

Open = Callable[..., PrintDialog]
STRETCH = Stretch(Place("nerves", "nerves.2", 0), Place("nerves", "nerves.2", 6))
QUESTION = Note("q", "sample", "question", Target(), "Could my iron be low?")
OWN = Preset("key-points", frozenset({"lines"}), Layout(size=20, face="sans"))


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[Guide]:
    made = sample.guide(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, guide: Guide, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setattr(module, "Preview", FakePreview)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])

    def open_dialog(wish: str = "section", usual: Usual | None = None, **given: object) -> PrintDialog:
        printables = replace(Printables(guide, wish, "nerves"), **given)  # type: ignore[arg-type]
        usual = usual or Usual(folder=str(tmp_path))
        made = PrintDialog(printables, usual, FakeJob(tmp_path))  # type: ignore[arg-type]
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return open_dialog


@pytest.fixture
def dialog(opened: Open) -> PrintDialog:
    return opened()


def job(dialog: PrintDialog) -> FakeJob:
    assert isinstance(dialog._job, FakeJob)
    return dialog._job


def order(dialog: PrintDialog) -> Order:
    wanted = job(dialog).wanted
    assert wanted is not None
    return wanted


def said(dialog: PrintDialog) -> str:
    return dialog.foot.words.accessibleName()


def row(dialog: PrintDialog, words: str) -> QRadioButton:
    return next(each for each in dialog.findChildren(QRadioButton) if words in each.text().replace("&", ""))


def tick(dialog: PrintDialog, words: str) -> QCheckBox:
    return next(each for each in dialog.findChildren(QCheckBox) if words in each.text())


def button(within: QWidget, words: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if words in each.text().replace("&", ""))


def pick(box: QComboBox, words: str) -> None:
    """Choose from a list by keys."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findText(words)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def sheet(qtbot: QtBot, dialog: PrintDialog, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dialog.findChildren(kind)))
    return next(each for each in dialog.findChildren(kind) if each.isVisible())


def print_to(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QPrinter]]:
    """Let the desktop's dialog be accepted, and a printer take everything; return what it gets."""
    got: list[tuple[str, QPrinter]] = []

    def take(paper: Paper, pdf: Path, printer: QPrinter) -> None:
        got.append((printer.docName(), printer))
        paper.finished.emit("Sent to the printer “Office”.")

    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 1)
    monkeypatch.setattr(Paper, "print", take)
    return got


def save_as(monkeypatch: pytest.MonkeyPatch, file: Path) -> list[str]:
    """Let this file be chosen; return the names that are offered."""
    offered: list[str] = []
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _, name: offered.append(name))
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(file)])
    return offered


# From reading to paper


def test_enter_prints_at_once_even_before_the_pages_are_made(
    dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    got = print_to(monkeypatch)
    assert dialog.foot.print.hasFocus()
    QTest.keyClick(dialog.foot.print, Qt.Key.Key_Return)
    assert got == []
    job(dialog).finish()
    assert [name for name, _ in got] == ["How nerves boost pain"]
    assert said(dialog) == "Sent to the printer “Office”."
    assert dialog.foot.print.hasFocus()


def test_two_key_presses_print_on_the_usual_printer_and_nothing_is_asked(
    dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    got = print_to(monkeypatch)
    asked: list[QPrintDialog] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: asked.append(dialog) or 0)  # type: ignore[func-returns-value]
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", lambda: "Office")
    QTest.keyClick(dialog.foot.print, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # a shaking hand: once is meant
    job(dialog).finish()
    assert [name for name, _ in got] == ["How nerves boost pain"]
    assert asked == []
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", lambda: "")
    QTest.keyClick(dialog.foot.print, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1  # which printer, nobody has said
    assert len(got) == 1


def test_the_printer_gets_the_paper_that_is_chosen(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    got = print_to(monkeypatch)
    button(dialog, "Letter").click()
    job(dialog).finish()
    dialog.foot.print.click()
    assert got[0][1].pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter


def test_what_was_used_is_remembered_once_it_was_used(
    qtbot: QtBot, dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_to(monkeypatch)
    used: list[tuple[str, str]] = []
    dialog.used.connect(lambda *what: used.append(what))
    pick(dialog.choices.presets.list, "Large print")
    button(dialog, "Letter").click()
    assert used == []
    job(dialog).finish()
    dialog.foot.print.click()
    assert used == [("large-print", "letter")]


def test_without_a_printer_a_sentence_offers_a_pdf(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    QTest.keyClick(dialog.foot.print, Qt.Key.Key_Return)
    assert "No printer is set up on this computer." in said(dialog)
    assert dialog.foot.save.hasFocus()
    job(dialog).finish()
    assert "No printer is set up" in said(dialog)  # the number of pages stands beside it


def test_who_calls_the_desktops_dialog_off_is_where_he_was(
    dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: 0)
    job(dialog).finish()
    dialog.foot.print.click()
    assert said(dialog) == "3 pages: 2 sheets of paper, printed on both sides."
    assert dialog.foot.print.isEnabled()


def test_a_printer_that_takes_nothing_is_said(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    print_to(monkeypatch)
    monkeypatch.setattr(Paper, "print", lambda paper, _pdf, _printer: paper.failed.emit("The printer is off."))
    job(dialog).finish()
    dialog.foot.print.click()
    assert said(dialog) == "The printer is off."
    assert dialog.foot.print.isEnabled()


# Pages


def test_pages_and_sheets_are_counted(dialog: PrintDialog) -> None:
    counted = {}
    for dialog.preview.count in (1, 2, 7, 330):  # type: ignore[misc]
        job(dialog).finish()
        counted[dialog.preview.count] = said(dialog)
    assert counted == {
        1: "1 page.",
        2: "2 pages: 1 sheet of paper, printed on both sides.",
        7: "7 pages: 4 sheets of paper, printed on both sides.",
        330: "330 pages: 165 sheets of paper, printed on both sides.",
    }


def test_pages_that_are_quick_are_not_announced_and_slow_ones_are(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert said(dialog) == ""
    qtbot.waitUntil(lambda: said(dialog) == "Preparing pages…")
    assert dialog.foot.stop.isVisible()
    job(dialog).finish()
    assert said(dialog).startswith("3 pages")
    assert not dialog.foot.stop.isVisible()


def test_a_screen_reader_hears_the_count_once_for_each_choice(
    dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(foot, "announce", lambda _, words: heard.append(words))
    job(dialog).finish()
    button(dialog, "Key points").click()
    job(dialog).finish()
    assert heard == ["3 pages: 2 sheets of paper, printed on both sides."] * 2


def test_long_making_says_how_far_it_is(qtbot: QtBot, dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TICK_MS", 1)
    job(dialog).pages, job(dialog).seconds = 1330, 2.7
    qtbot.waitUntil(lambda: said(dialog) == "Preparing about 1,330 pages… 2 s")
    job(dialog).seconds = 3.2
    qtbot.waitUntil(lambda: said(dialog) == "Preparing about 1,330 pages… 3 s")


def test_stop_ends_the_making_and_print_begins_anew(
    qtbot: QtBot, dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    got = print_to(monkeypatch)
    qtbot.waitUntil(dialog.foot.stop.isVisible)
    QTest.keyClick(dialog, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: said(dialog) == "Stopped.")
    assert not job(dialog).is_busy
    dialog.foot.print.click()
    assert job(dialog).is_busy
    job(dialog).finish()
    assert len(got) == 1
    row(dialog, "Whole guide").click()
    qtbot.waitUntil(dialog.foot.stop.isVisible)
    dialog.foot.stop.click()
    assert said(dialog) == "Stopped. The pages in sight are still those from before."


def test_what_differs_from_the_guide_is_said(dialog: PrintDialog) -> None:
    job(dialog).finish("2 characters have no letter here.", "1 picture could not be read.")
    assert said(dialog).split("\n")[1:] == ["2 characters have no letter here.", "1 picture could not be read."]


def test_what_cannot_be_made_is_said_and_said_again(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    got = print_to(monkeypatch)
    job(dialog).refuse("There is no room for the pages on this computer.")
    dialog.foot.say("")
    dialog.foot.print.click()
    assert said(dialog) == "There is no room for the pages on this computer."
    assert got == []
    row(dialog, "Whole guide").click()
    job(dialog).finish()
    assert said(dialog).startswith("3 pages")


def test_the_place_in_the_pages_is_kept_while_the_same_is_printed(dialog: PrintDialog) -> None:
    job(dialog).finish()
    button(dialog, "Key points").click()
    job(dialog).finish()
    row(dialog, "Whole guide").click()
    job(dialog).finish()
    assert isinstance(dialog.preview, FakePreview)
    assert dialog.preview.from_the_top == [True, False, True]


def test_escape_closes_and_ends_everything(dialog: PrintDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert job(dialog).is_closed


# What is printed


def test_this_section_is_what_one_prints_even_if_words_are_selected(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(selection=STRETCH)
    assert row(dialog, "This section").isChecked()
    assert order(dialog).sections == ("nerves",)
    QTest.keyClick(dialog, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: order(dialog).selection == STRETCH)


def test_only_what_there_is_can_be_chosen(opened: Open) -> None:
    def rows(dialog: PrintDialog) -> list[str]:
        return [each.text().replace("&", "") for each in dialog.findChildren(QRadioButton) if each.isEnabled()]

    assert rows(opened()) == ["This section", "Whole guide", "Glossary"]
    more = opened(basket=("nerves",), notes=(Note("w", "sample", "word"),), selection=STRETCH)
    assert rows(more) == [
        "This section",
        "My handout (1 section)",
        "Selected words",
        "Whole guide",
        "Glossary",
        "My words",
    ]


def test_my_notes_are_offered_to_who_asked_for_them(opened: Open) -> None:
    assert row(opened("notes", notes=(QUESTION,)), "My notes").isChecked()


def test_notes_that_were_picked_are_counted(opened: Open) -> None:
    dialog = opened("notes", notes=(QUESTION, Note("w", "sample", "word")), chosen=("q",))
    assert row(dialog, "My notes (1 chosen)").isChecked()
    assert order(dialog).notes == ("q",)


def test_an_empty_handout_leads_to_the_outline(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert not row(dialog, "My handout (nothing yet)").isEnabled()
    with qtbot.waitSignal(dialog.change_requested):
        button(dialog, "Choose…").click()
    assert not dialog.isVisible()


def test_the_handout_is_put_in_order_by_keys_and_that_undone(qtbot: QtBot, opened: Open) -> None:
    dialog = opened("handout", basket=("messengers", "receptors", "nerves"))
    button(dialog, "Change…").click()
    changed: list[list[str]] = []
    dialog.basket_changed.connect(changed.append)
    small = sheet(qtbot, dialog, HandoutSheet)
    assert isinstance(small, HandoutSheet)
    rows = small.list
    qtbot.waitUntil(rows.hasFocus)
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # it is the last by now
    assert changed == [["nerves", "messengers", "receptors"]]
    assert order(dialog).sections == ("nerves", "messengers", "receptors")
    QTest.keyClick(rows, Qt.Key.Key_Up)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert changed[-1] == ["messengers", "receptors"]
    assert row(dialog, "My handout (2 sections)").isChecked()
    for _ in range(2):
        button(small, "Undo").click()
    assert changed[-1] == ["messengers", "receptors", "nerves"]
    assert not button(small, "Undo").isEnabled()


def test_a_section_is_dragged_with_those_inside_it(qtbot: QtBot, opened: Open) -> None:
    dialog = opened("handout", basket=("messengers", "receptors", "nerves"))
    button(dialog, "Change…").click()
    small = sheet(qtbot, dialog, HandoutSheet)
    assert isinstance(small, HandoutSheet)
    assert [small.list.item(each).text() for each in range(3)] == [
        "Release of cytokines",
        "\u2003What receptors are",
        "How nerves boost pain",
    ]
    with qtbot.waitSignal(small.changed) as changed:  # as Qt does where it is let go below the last
        small.list.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)
    assert changed.args == [["nerves", "messengers", "receptors"]]


def test_a_handout_that_is_emptied_gives_way_to_the_section(qtbot: QtBot, opened: Open) -> None:
    dialog = opened("handout", basket=("messengers",))
    button(dialog, "Change…").click()
    small = sheet(qtbot, dialog, HandoutSheet)
    button(small, "Remove").click()
    assert "There is nothing in your handout." in [each.text() for each in small.findChildren(QLabel)]
    assert row(dialog, "This section").isChecked()
    assert order(dialog).sections == ("nerves",)
    button(small, "Undo").click()
    assert row(dialog, "My handout (1 section)").isChecked()
    assert order(dialog).sections == ("messengers",)


def test_a_handout_that_is_put_back_leaves_what_was_chosen_since(qtbot: QtBot, opened: Open) -> None:
    dialog = opened("handout", basket=("messengers",))
    dialog.choices.show_basket(())
    row(dialog, "Whole guide").click()
    dialog.choices.show_basket(("messengers",))
    assert row(dialog, "Whole guide").isChecked()


# Presets


def test_what_was_used_last_is_there_again(opened: Open) -> None:
    dialog = opened(usual=Usual("Ward 3", "letter", own={"Ward 3": OWN}))
    assert dialog.choices.presets.list.currentText() == "Ward 3"
    assert (order(dialog).preset, order(dialog).paper) == (OWN, "letter")


def test_a_preset_that_has_gone_is_the_standard_one(opened: Open) -> None:
    assert order(opened(usual=Usual("Ward 3"))).preset == PRESETS["standard"]


@pytest.mark.parametrize("key", PRESETS)
def test_each_preset_is_ordered_as_it_is(dialog: PrintDialog, key: str) -> None:
    box = dialog.choices.presets.list
    pick(box, box.itemText(box.findData(key)))
    assert order(dialog).preset == PRESETS[key]
    assert "changed" not in box.currentText()


def test_a_change_is_told_and_taken_back_by_choosing_the_preset_again(dialog: PrintDialog) -> None:
    box = dialog.choices.presets.list
    tick(dialog, "Lines to write on").click()
    assert box.currentText() == "Standard, changed"
    assert "lines" in order(dialog).preset.parts
    pick(box, "Standard")
    assert order(dialog).preset == PRESETS["standard"]
    assert not tick(dialog, "Lines to write on").isChecked()
    assert box.findText("Standard, changed") < 0


def test_choices_are_saved_under_a_name(qtbot: QtBot, dialog: PrintDialog) -> None:
    kept: list[dict[str, Preset]] = []
    dialog.presets_changed.connect(kept.append)
    tick(dialog, "Lines to write on").click()
    button(dialog, "Save these choices…").click()
    small = sheet(qtbot, dialog, NameSheet)
    assert isinstance(small, NameSheet)
    qtbot.waitUntil(small.name.hasFocus)
    QTest.keyClicks(small.name, "large print")
    assert "always there" in small.said.text()
    assert not small.save.isEnabled()
    small.name.selectAll()
    QTest.keyClicks(small.name, "Ward 3 & 4")
    QTest.keyClick(small.name, Qt.Key.Key_Return)
    assert list(kept[-1]) == ["Ward 3 & 4"]
    assert kept[-1]["Ward 3 & 4"].parts == PRESETS["standard"].parts | {"lines"}
    assert dialog.choices.presets.list.currentText() == "Ward 3 & 4"


def test_no_more_presets_are_saved_than_are_read_again(qtbot: QtBot, opened: Open) -> None:
    own = {f"Ward {number}": OWN for number in range(own_presets.MOST)}
    dialog = opened(usual=Usual(own=own))
    button(dialog, "Save these choices…").click()
    small = sheet(qtbot, dialog, NameSheet)
    assert isinstance(small, NameSheet)
    qtbot.waitUntil(small.name.hasFocus)
    QTest.keyClicks(small.name, "Ward 50")
    assert "Please delete one first." in small.said.text()
    assert not small.save.isEnabled()
    QTest.keyClick(small.name, Qt.Key.Key_Backspace)  # one that there is may be replaced
    assert small.save.isEnabled()


def test_a_preset_is_renamed_deleted_and_brought_back(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(usual=Usual("Ward 3", own={"Ward 3": OWN}))
    kept: list[dict[str, Preset]] = []
    dialog.presets_changed.connect(kept.append)
    button(dialog, "My presets…").click()
    rows = sheet(qtbot, dialog, OwnPresets)
    assert isinstance(rows, OwnPresets)
    rows.rename.click()
    small = sheet(qtbot, dialog, NameSheet)
    assert isinstance(small, NameSheet)
    qtbot.waitUntil(small.name.hasFocus)
    QTest.keyClicks(small.name, "Ward 5")
    QTest.keyClick(small.name, Qt.Key.Key_Return)
    assert kept[-1] == {"Ward 5": OWN}
    assert dialog.choices.presets.list.currentText() == "Ward 5"
    rows.delete.click()
    assert kept[-1] == {}
    assert dialog.choices.presets.list.currentText() == "Standard, changed"
    rows.undo.click()
    assert kept[-1] == {"Ward 5": OWN}
    assert dialog.choices.preset == OWN


def test_a_name_whose_preset_cannot_be_read_is_not_written_over(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(usual=Usual(unread=frozenset({"Ward 3"})))
    button(dialog, "Save these choices…").click()
    small = sheet(qtbot, dialog, NameSheet)
    assert isinstance(small, NameSheet)
    qtbot.waitUntil(small.name.hasFocus)
    QTest.keyClicks(small.name, "Ward 3")
    assert small.said.text() == "“Ward 3” is there, but cannot be read. Please choose another name."
    assert not small.save.isEnabled()
    QTest.keyClicks(small.name, "4")
    assert small.save.isEnabled()


def test_of_many_damaged_presets_a_few_are_named(opened: Open) -> None:
    dialog = opened(usual=Usual(left_out=tuple(f"Ward {number}" for number in range(20))))
    job(dialog).finish()
    assert "“Ward 0”, “Ward 1”, “Ward 2” and 17 more that you saved cannot be read" in said(dialog)


def test_a_damaged_preset_is_said_once(opened: Open) -> None:
    dialog = opened(usual=Usual(left_out=("Ward <b>3",)))
    job(dialog).finish()
    words = "What you saved as “Ward <b>3” cannot be read, so it is not offered. It stays in your settings."
    assert words in said(dialog)
    button(dialog, "Key points").click()
    job(dialog).finish()
    assert "Ward" not in said(dialog)


# What goes with it


def test_parts_that_cannot_be_had_say_why_and_are_kept_for_the_next_time(dialog: PrintDialog) -> None:
    assert not tick(dialog, "Evidence levels (not in this guide)").isEnabled()
    assert not tick(dialog, "Questions for the appointment (none yet)").isEnabled()
    tick(dialog, "References").click()
    assert order(dialog).preset.parts == {"evidence", "glossary"}


def test_questions_that_are_written_meanwhile_come_into_the_pages(qtbot: QtBot, dialog: PrintDialog) -> None:
    pick(dialog.choices.presets.list, "To take to the doctor")
    with qtbot.waitSignal(dialog.questions_requested):
        button(dialog, "Choose or write questions…").click()
    asked = len(job(dialog).orders)
    dialog.show_notes([QUESTION])
    assert tick(dialog, "Questions for the appointment").isChecked()
    assert (len(job(dialog).orders), job(dialog).notes) == (asked + 1, (QUESTION,))
    dialog.show_notes([QUESTION])
    assert len(job(dialog).orders) == asked + 1


def test_the_glossary_alone_has_neither_depth_nor_parts(dialog: PrintDialog) -> None:
    row(dialog, "Glossary").click()
    assert not dialog.choices.amount.isEnabled()
    assert not tick(dialog, "References (not with this)").isEnabled()
    row(dialog, "This section").click()
    assert tick(dialog, "References").isChecked()


def test_a_route_is_chosen_with_the_pathway(opened: Open, bundled: Guide) -> None:
    pathway = bundled.pathway
    assert pathway is not None
    told = next(route for route in pathway.routes if route.section)
    dialog = opened(guide=bundled, section=told.section)
    box = dialog.choices.parts.route
    assert not box.isEnabled()
    tick(dialog, "The pathway").click()
    assert (box.isEnabled(), box.currentText(), order(dialog).routes) == (True, told.title, (told.id,))
    pick(box, "The whole pathway")
    row(dialog, "Whole guide").click()
    row(dialog, "This section").click()
    assert order(dialog).routes == ()  # as one chose it


def test_the_routes_of_several_sections_are_offered_together(opened: Open, bundled: Guide) -> None:
    dialog = opened("handout", guide=bundled, section="symptoms", basket=("nerves", "cytokines"))
    box = dialog.choices.parts.route
    tick(dialog, "The pathway").click()
    assert (box.currentText(), order(dialog).routes) == (
        "The 2 parts told here",
        ("nerves", "cytokines"),
    )
    pick(box, "Messengers (cytokines)")
    assert order(dialog).routes == ("cytokines",)
    row(dialog, "This section").click()
    assert order(dialog).routes == ("cytokines",)  # as one chose it
    assert box.findText("The 2 parts told here") == -1


def test_letters_ink_and_pages_are_chosen(dialog: PrintDialog) -> None:
    pick(dialog.choices.look.letters, "18 points")
    button(dialog, "Plain letters").click()
    tick(dialog, "Low ink").click()
    tick(dialog, "Each section on a new page").click()
    tick(dialog, "Numbers beside").click()
    assert order(dialog).preset.layout == Layout(size=18, face="sans", ink="low", section_a_page=True, numbers=False)


# Where the PDF goes


def test_a_pdf_is_saved_and_the_way_to_it_is_offered(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = save_as(monkeypatch, tmp_path / "out.pdf")
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(shown.append(url)) or True)  # type: ignore[func-returns-value]
    job(dialog).finish()
    dialog.foot.save.setFocus()
    with qtbot.waitSignal(dialog.folder_used) as used:
        QTest.keyClick(dialog.foot.save, Qt.Key.Key_Return)
    assert used.args == [str(tmp_path)]
    assert offered[-1] == "How nerves boost pain.pdf"
    assert (tmp_path / "out.pdf").read_bytes() == job(dialog).pdf.read_bytes()
    assert said(dialog) == f"Saved as out.pdf in {tmp_path}"
    assert dialog.foot.save.hasFocus()
    dialog.foot.show_file.click()
    assert shown == [QUrl.fromLocalFile(str(tmp_path))]


def test_enter_prints_nothing_after_a_file_was_saved_by_its_key(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "out.pdf")
    asking = QWidget()
    qtbot.addWidget(asking)

    def choose(_: QFileDialog) -> int:
        """Leave the print dialog inactive, as it is for a moment once another one has closed."""
        asking.show()
        asking.activateWindow()
        qtbot.waitUntil(asking.isActiveWindow)
        return 1

    monkeypatch.setattr(QFileDialog, "exec", choose)
    job(dialog).finish()
    with qtbot.waitSignal(dialog.folder_used):
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.foot.save.hasFocus()


def test_a_path_is_not_torn_after_its_first_stroke(dialog: PrintDialog) -> None:
    words = dialog.foot.words
    dialog.foot.say("Saved as a.pdf in /home")
    joined = words.fontMetrics().boundingRect(QRect(0, 0, 1, 999), Qt.TextFlag.TextWordWrap, words.text())
    torn = words.fontMetrics().boundingRect(QRect(0, 0, 1, 999), Qt.TextFlag.TextWordWrap, "Saved as a.pdf in /home")
    assert joined.height() < torn.height()
    assert said(dialog) == "Saved as a.pdf in /home"  # as one hears it


@pytest.mark.parametrize(("wish", "is_private"), [("notes", True), ("section", False)])
def test_a_file_with_notes_in_it_is_for_its_owner_alone(
    qtbot: QtBot, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: str, is_private: bool
) -> None:
    dialog = opened(wish, notes=(QUESTION,))
    save_as(monkeypatch, tmp_path / "out.pdf")
    job(dialog).finish()
    with qtbot.waitSignal(dialog.folder_used):
        dialog.foot.save.click()
    assert (stat.S_IMODE((tmp_path / "out.pdf").stat().st_mode) == 0o600) is is_private


def test_pages_that_come_later_leave_what_was_said_of_the_file(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "out.pdf")
    dialog.foot.save.click()
    with qtbot.waitSignal(dialog.folder_used):
        job(dialog).finish()
    dialog.preview.shown.emit(3)
    assert said(dialog).startswith("Saved as")
    button(dialog, "Key points").click()
    job(dialog).finish()
    assert said(dialog).startswith("3 pages")
    assert not dialog.foot.show_file.isVisible()


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "missing" / "out.pdf")
    job(dialog).finish()
    dialog.foot.save.click()
    qtbot.waitUntil(lambda: "could not be written" in said(dialog))
    assert dialog.foot.save.isEnabled()


@pytest.mark.parametrize(
    ("wish", "preset", "name"),
    [
        ("section", "Large print", "How nerves boost pain – Large print.pdf"),
        ("guide", "Standard", "Immune cells and pain.pdf"),
        ("guide", "To take to the doctor", "For my appointment – Immune cells and pain.pdf"),
        ("glossary", "Standard", "Glossary – Immune cells and pain.pdf"),
        ("handout", "Standard", "My handout – Immune cells and pain.pdf"),
        ("selection", "Standard", "Selected words – Immune cells and pain.pdf"),
    ],
)
def test_the_name_of_the_file_says_what_is_in_it(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: str, preset: str, name: str
) -> None:
    dialog = opened(wish, basket=("nerves", "receptors"), selection=STRETCH)
    pick(dialog.choices.presets.list, preset)
    offered = save_as(monkeypatch, tmp_path / "out.pdf")
    monkeypatch.setattr(QFileDialog, "exec", lambda _: 0)
    dialog.foot.save.click()
    assert offered[-1] == name


# For everybody


def test_every_control_has_a_name_and_room_for_a_tired_hand(opened: Open) -> None:
    dialog = opened(basket=("nerves",), notes=(QUESTION,), selection=STRETCH)
    controls = [
        each
        for each in dialog.choices.findChildren(QWidget) + dialog.foot.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QComboBox) and each.isVisible()
    ]
    assert len(controls) > 30
    for each in controls:
        assert each.accessibleName() or (isinstance(each, QAbstractButton) and each.text())
        assert min(each.width(), each.height()) >= 44, each


def test_keys_of_letters_are_each_of_one_control(opened: Open) -> None:
    dialog = opened(basket=("nerves",), notes=(QUESTION, Note("w", "sample", "word")), selection=STRETCH)
    texts = [each.text() for each in dialog.findChildren(QAbstractButton)]
    keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text.replace("&&", "")]
    assert len(keys) > 8
    assert len(keys) == len(set(keys))


def test_no_text_of_a_guide_is_read_as_markup(dialog: PrintDialog) -> None:
    assert {label.textFormat() for label in dialog.choices.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_nothing_moves_for_another_choice(qtbot: QtBot, opened: Open) -> None:
    dialog = opened(basket=("nerves",), notes=(QUESTION,), selection=STRETCH)

    def places() -> list[QPoint]:
        QApplication.processEvents()
        watched = [*dialog.choices.findChildren(QAbstractButton), dialog.foot.print, dialog.foot.save]
        return [each.mapTo(dialog, QPoint(0, 0)) for each in watched]

    before = places()
    for words in ("Whole guide", "Glossary", "Selected words", "My handout"):
        row(dialog, words).click()
        job(dialog).finish("Something differs from the guide.")
        assert places() == before
    for preset in ("To take to the doctor", "Easy reading"):
        pick(dialog.choices.presets.list, preset)
        assert places() == before


def test_where_there_is_no_room_choices_and_pages_take_turns(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.resize(344, 592)
    qtbot.waitUntil(lambda: not dialog.preview.isVisible())
    assert dialog.size() == QSize(344, 592)
    job(dialog).finish()
    button(dialog, "Pages (3)").click()
    assert dialog.preview.isVisible()
    assert not dialog.choices.isVisible()
    assert dialog.foot.print.visibleRegion().boundingRect().size() == dialog.foot.print.size()
    dialog.resize(sides.NARROW + 1, 592)
    qtbot.waitUntil(dialog.choices.isVisible)
    assert dialog.preview.isVisible()


def test_in_the_smallest_window_every_control_is_wide_enough_for_its_words(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.resize(344, 592)
    qtbot.waitUntil(lambda: not dialog.preview.isVisible())
    room = dialog.choices.width()
    for each in dialog.choices.findChildren(QWidget):
        if each.isVisible():
            assert each.mapTo(dialog.choices, QPoint(each.width(), 0)).x() <= room, each


def test_tab_goes_through_choices_then_buttons(dialog: PrintDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    assert dialog.foot.save.hasFocus()
    row(dialog, "This section").setFocus()
    reached = []
    for _ in range(40):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
        if dialog.foot.print.hasFocus():
            break
    assert reached[-1] is dialog.foot.print
    assert dialog.choices.presets.list in reached
    assert tick(dialog, "References") in reached


def test_tab_finds_the_row_that_is_chosen_from_both_sides_and_arrows_the_others(opened: Open) -> None:
    dialog = opened("handout", basket=("nerves",))
    handout, presets = row(dialog, "My handout"), dialog.choices.presets.list
    presets.setFocus()
    QTest.keyClick(presets, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert handout.hasFocus()
    QTest.keyClick(handout, Qt.Key.Key_Down)
    assert row(dialog, "Whole guide").hasFocus()
    assert order(dialog).what == "guide"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert presets.hasFocus()
