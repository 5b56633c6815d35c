"""The print dialog."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.core.guide import Guide
from reader.ui.file_dialog import file_name
from reader.ui.printing import PrintDialog
from reader.ui.printing.paper import in_range
from tests.guides import sample


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return sample.guide(tmp_path)


@pytest.fixture
def dialog(qtbot: QtBot, guide: Guide, tmp_path: Path) -> Iterator[PrintDialog]:
    dialog = PrintDialog(guide, "nerves", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.reject()


def wait_for_pages(qtbot: QtBot, dialog: PrintDialog, count: int) -> None:
    qtbot.waitUntil(lambda: dialog.preview.pages.count == count, timeout=20_000)


def choose(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(file)])


def test_the_pages_of_the_section_are_shown(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert dialog.status.text() == "Preparing pages…"
    wait_for_pages(qtbot, dialog, 1)
    assert dialog.status.text() == "1 page."
    assert dialog.preview.pages.accessibleDescription() == "Page 1 of 1"


def test_the_paper_is_white_with_ink_on_it(qtbot: QtBot, dialog: PrintDialog) -> None:
    qtbot.waitUntil(lambda: bool(dialog.preview.pages._pictures), timeout=20_000)
    picture = dialog.preview.pages.grab().toImage()
    column = picture.width() // 4  # through the title's first letters
    colours = {picture.pixelColor(x, y).name() for x in range(column, column + 40) for y in range(60, 300)}
    assert "#ffffff" in colours
    assert len(colours) > 1


def test_the_whole_guide_can_be_chosen(qtbot: QtBot, dialog: PrintDialog) -> None:
    wait_for_pages(qtbot, dialog, 1)
    dialog.whole_guide.click()
    wait_for_pages(qtbot, dialog, 2)
    assert dialog.status.text() == "2 pages."


def test_larger_pages_are_made_anew_for_the_screen(qtbot: QtBot, dialog: PrintDialog) -> None:
    wait_for_pages(qtbot, dialog, 1)
    before = dialog.preview.pages.scale
    dialog.preview.show_larger()
    assert dialog.preview.pages.scale > before
    width = pytest.approx(794 * dialog.preview.pages.scale, abs=2)
    qtbot.waitUntil(lambda: [each.width() for each in dialog.preview.pages._pictures.values()] == [width])


def test_stop_ends_the_making_of_pages(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert dialog.stop_button.isVisible()
    dialog.stop_button.click()
    assert dialog.status.text() == "Stopped."
    assert not dialog.stop_button.isVisible()
    assert not dialog._job.is_busy


def test_a_pdf_is_saved_and_its_folder_remembered(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "out.pdf")
    with qtbot.waitSignal(dialog.folder_used, timeout=20_000) as used:
        dialog.save_button.click()
        assert not dialog.save_button.isEnabled()
    assert used.args == [str(tmp_path)]
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.status.text() == f"Saved as out.pdf in {tmp_path}"
    assert dialog.save_button.isEnabled()


def test_a_place_that_cannot_be_written_is_said_in_the_dialog(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "missing" / "out.pdf")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "could not be written" in dialog.status.text(), timeout=20_000)
    assert dialog.save_button.isEnabled()


def test_pages_that_arrive_later_leave_what_was_said_of_the_pdf(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "out.pdf")
    dialog.save_button.click()
    wait_for_pages(qtbot, dialog, 1)
    assert dialog.status.text() != "1 page."


def test_the_file_is_named_after_the_section(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _, name: offered.append(name))
    monkeypatch.setattr(QFileDialog, "exec", lambda _: False)
    dialog.save_button.click()
    assert offered == ["How nerves boost pain.pdf"]


def test_every_page_goes_to_the_printer(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(self: QPrintDialog) -> bool:
        self.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
        self.printer().setResolution(72)
        return True

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    dialog.whole_guide.click()
    dialog.print_button.click()
    qtbot.waitUntil(lambda: dialog.status.text() == "Sent to the printer.", timeout=20_000)
    drawn = subprocess.run(["pdftoppm", "-r", "10", "-gray", tmp_path / "paper.pdf"], capture_output=True, check=True)
    pages = drawn.stdout.split(b"P5\n83 117\n255\n")  # A4 at 10 pixels an inch
    assert [min(page) < 200 for page in pages[1:]] == [True, True]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(self: QPrintDialog) -> bool:
        self.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer().setOutputFileName(str(tmp_path / "missing" / "paper.pdf"))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    dialog.print_button.click()
    qtbot.waitUntil(lambda: "did not take the pages" in dialog.status.text(), timeout=20_000)
    assert dialog.print_button.isEnabled()


@pytest.mark.usefixtures("qapp")  # Qt ends the program where a printer is made without one
def test_only_the_pages_asked_for_are_printed_last_first_if_wished() -> None:
    printer = QPrinter()
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert in_range(range(4), printer) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert in_range(range(4), printer) == [2, 1]


def test_what_differs_from_the_guide_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    section, blocks = sample.SECTIONS[2]
    guide = sample.guide(tmp_path, sections=[(section, [blocks[0], blocks[1]._replace(text="痛い")])])
    dialog = PrintDialog(guide, "nerves", "")
    qtbot.addWidget(dialog)
    dialog.show()
    wait_for_pages(qtbot, dialog, 1)
    assert "2 characters that the printed page has no letter for" in dialog.status.text()
    dialog.reject()


def test_escape_closes_and_stops(dialog: PrintDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not dialog._job.is_busy


def test_enter_prints(dialog: PrintDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QPrintDialog] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: bool(asked.append(dialog)))  # type: ignore[func-returns-value]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(asked) == 1


def test_every_button_is_named_and_large_enough(dialog: PrintDialog) -> None:
    for button in dialog.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
    assert dialog.print_button.minimumHeight() >= 44


def test_no_text_of_a_guide_is_read_as_markup(dialog: PrintDialog) -> None:
    formats = {label.textFormat() for label in dialog.findChildren(QLabel) if label is not dialog.preview._where}
    assert formats == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Pain: why?", "Pain why"),
        ("../../etc", "etc"),
        ("a/b\\c\n", "a b c"),
        ("...", "handout"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_title_makes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "handout") == name


def test_its_buttons_are_on_the_smallest_screens(dialog: PrintDialog) -> None:
    assert dialog.width() <= dialog.screen().availableSize().width()
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog.minimumSizeHint().height() <= 552  # of 600


def test_in_a_narrow_window_the_choices_stand_below_the_pages(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.resize(344, 592)
    qtbot.waitUntil(lambda: dialog.save_button.y() > dialog.preview.geometry().bottom())
    assert dialog.width() == 344


def test_enter_presses_the_button_that_has_the_keyboard(
    qtbot: QtBot, dialog: PrintDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for_pages(qtbot, dialog, 1)
    choose(monkeypatch, tmp_path / "out.pdf")
    dialog.save_button.setFocus()
    QTest.keyClick(dialog.save_button, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "out.pdf").exists, timeout=20_000)
