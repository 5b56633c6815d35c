"""Pages on their way to a printer: which, where on its paper, and what is said."""

from __future__ import annotations

import stat
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF, QTimer
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from reader.ui.printing import cups, fitting
from reader.ui.printing.paper import Paper
from tests.ui.test_preview import pdf

A4, A5, LETTER = QSizeF(595, 842), QSizeF(420, 595), QSizeF(612, 792)


@pytest.fixture
def paper(qtbot: QtBot) -> Iterator[Paper]:
    paper = Paper()
    yield paper
    qtbot.waitUntil(lambda: not paper.is_busy, timeout=20_000)


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    """Return a printer that writes a PDF, 72 dots an inch."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setResolution(72)
    return printer


def drawn(file: Path) -> list[bytes]:
    """Return the pages, ten grey dots an inch, from the top left on."""
    size = ["-scale-to-x", "83", "-scale-to-y", "117", "-gray"]
    found = subprocess.run(["pdftoppm", *size, file], capture_output=True, check=True).stdout
    return found.split(b"P5\n83 117\n255\n")[1:]


def test_every_page_goes_to_the_printer(qtbot: QtBot, paper: Paper, printer: QPrinter, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    paper.page_sent.connect(lambda *numbers: told.append(numbers))
    with qtbot.waitSignal(paper.finished, timeout=20_000) as said:
        paper.print(pdf(tmp_path / "a.pdf"), printer)
    assert said.args == ["Sent to the printer."]
    assert told == [(1, 3), (2, 3), (3, 3)]
    pages = drawn(tmp_path / "paper.pdf")
    assert [(page[0] < 20, page[-1] > 250) for page in pages] == [(True, True)] * 3


def test_the_window_goes_on_meanwhile(qtbot: QtBot, paper: Paper, printer: QPrinter, tmp_path: Path) -> None:
    printer.setResolution(300)
    beats: list[int] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: beats.append(1))
    timer.start()
    with qtbot.waitSignal(paper.finished, timeout=20_000):
        paper.print(pdf(tmp_path / "a.pdf", count=5), printer)
    assert len(beats) > 10


def test_grey_pages_have_no_colour(qtbot: QtBot, paper: Paper, printer: QPrinter, tmp_path: Path) -> None:
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    with qtbot.waitSignal(paper.finished, timeout=20_000):
        paper.print(pdf(tmp_path / "a.pdf", count=1), printer)
    images = subprocess.run(
        ["pdfimages", "-list", tmp_path / "paper.pdf"], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]
    assert {line.split()[5] for line in images} == {"gray"}


def test_stop_leaves_no_half_file(qtbot: QtBot, paper: Paper, printer: QPrinter, tmp_path: Path) -> None:
    ended: list[str] = []
    paper.finished.connect(ended.append)
    paper.failed.connect(ended.append)
    with qtbot.waitSignal(paper.page_sent, timeout=20_000):
        paper.print(pdf(tmp_path / "a.pdf", count=200), printer)
    assert paper.stop().startswith("Stopped.")
    assert not paper.is_busy
    qtbot.waitUntil(lambda: not (tmp_path / "paper.pdf").exists(), timeout=20_000)
    assert not ended
    assert paper.stop() == ""


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said(qtbot: QtBot, paper: Paper, printer: QPrinter, tmp_path: Path) -> None:
    printer.setOutputFileName(str(tmp_path / "missing" / "paper.pdf"))
    with qtbot.waitSignal(paper.failed, timeout=20_000) as said:
        paper.print(pdf(tmp_path / "a.pdf"), printer)
    assert "did not take the pages" in said.args[0]


def test_a_printer_that_stops_midway_is_said(
    qtbot: QtBot, paper: Paper, printer: QPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = iter([True, False])
    monkeypatch.setattr(QPrinter, "newPage", lambda _: next(left))
    with qtbot.waitSignal(paper.failed, timeout=20_000) as said:
        paper.print(pdf(tmp_path / "a.pdf"), printer)
    assert said.args == ["The printer stopped taking pages after 2 of 3."]


def test_a_damaged_file_is_said(qtbot: QtBot, paper: Paper, printer: QPrinter, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"nothing")
    with qtbot.waitSignal(paper.failed, timeout=20_000) as said:
        paper.print(tmp_path / "a.pdf", printer)
    assert "damaged" in said.args[0]


def test_pages_on_smaller_paper_are_whole_and_it_is_said(
    qtbot: QtBot, paper: Paper, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    with qtbot.waitSignal(paper.finished, timeout=20_000) as said:
        paper.print(pdf(tmp_path / "a.pdf", count=1), printer)
    words = "Its paper is smaller than the pages: they come out at 71 % of their size."
    assert said.args == [f"Sent to the printer. {words}"]
    (page,) = drawn(tmp_path / "paper.pdf")
    assert page[0] < 20


@pytest.mark.parametrize(
    ("page", "on", "place"),
    [
        (A4, A4, QRectF(0, 0, 595, 842)),
        (A4, QSizeF(595.276, 841.89), QRectF(0.138, -0.055, 595, 842)),  # as another one rounds it
        (LETTER, A4, QRectF(0, 36, 595, 770)),
        (A4, LETTER, QRectF(26.2, 0, 559.6, 792)),
        (A5, A4, QRectF(87.5, 123.5, 420, 595)),  # not made larger than somebody chose
    ],
)
def test_a_page_stands_in_the_middle_of_the_paper(page: QSizeF, on: QSizeF, place: QRectF) -> None:
    found = fitting.place(page, on)
    assert found.getRect() == pytest.approx(place.getRect(), abs=0.1)


def test_only_the_pages_asked_for_are_printed_last_first_if_wished(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-4"))
    assert fitting.in_order(5, printer) == [0, 2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert fitting.in_order(5, printer) == [3, 2, 0]


def test_a_printer_that_can_make_no_copies_gets_the_pages_again(
    printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", lambda _: False)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert fitting.in_order(2, printer) == [0, 1, 0, 1]
    printer.setCollateCopies(False)
    assert fitting.in_order(2, printer) == [0, 0, 1, 1]


# CUPS


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put another program in the place of `lp`, which first writes down what it was told."""

    def make(script: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name, lines in (("lp", script), ("cancel", f'echo "$@" > {tmp_path}/cancelled')):
            (folder / name).write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/{name}-told\n{lines}\n')
            (folder / name).chmod(stat.S_IRWXU)
        monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
        return tmp_path / "lp-told"

    return make


def test_cups_is_told_what_was_chosen(
    lp: Callable[[str], Path], tmp_path: Path, printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = lp('echo "request id is Paper-7 (1 file(s))"')
    printer.setDocName("-n 99")
    printer.setCopyCount(2)
    monkeypatch.setattr(QPrinter, "duplex", lambda _: QPrinter.DuplexMode.DuplexLongSide)  # no file has two sides
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1-2"))
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert cups.send(tmp_path / "-a.pdf", cups.choices(printer), threading.Event(), is_smaller=True)
    words = told.read_text().splitlines()
    assert words[words.index("-t") + 1] == "-n 99"
    assert words[-2:] == ["--", str(tmp_path / "-a.pdf")]
    options = {words[place + 1] for place, word in enumerate(words) if word == "-o"}
    assert {
        "media=A4", "sides=two-sided-long-edge", "print-color-mode=monochrome", "page-ranges=1-2",
        "outputorder=reverse", "collate=true", "print-scaling=fit",
    } <= options  # fmt: skip
    assert not (tmp_path / "cancelled").exists()


def test_what_cups_has_taken_is_taken_back_on_stop(
    lp: Callable[[str], Path], tmp_path: Path, printer: QPrinter
) -> None:
    lp('echo "request id is Paper-7 (1 file(s))"\nexec sleep 600')
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    cups.send(tmp_path / "a.pdf", cups.choices(printer), stop, is_smaller=False)
    assert (tmp_path / "cancelled").read_text() == "Paper-7\n"


def test_a_server_that_does_not_answer_can_be_stopped(
    lp: Callable[[str], Path], tmp_path: Path, printer: QPrinter
) -> None:
    lp("exec sleep 600")
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    assert not cups.send(tmp_path / "a.pdf", cups.choices(printer), stop, is_smaller=False)


def test_only_printers_of_cups_get_the_pdf(printer: QPrinter) -> None:
    assert not cups.takes(printer)  # it writes a file
