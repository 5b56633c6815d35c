"""The print dialog: what is printed, how its pages look, and where they go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPageSize, QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader import paths
from reader.core.guide import Guide
from reader.core.typeset import Press, Typeset, save
from reader.errors import ReaderError
from reader.ui.announce import announce
from reader.ui.file_dialog import file_name
from reader.ui.print_dialog.job import Job
from reader.ui.print_dialog.paper import Paper
from reader.ui.print_dialog.preview import Preview
from reader.ui.widgets.text_button import text_button

MAX_PPI = 300  # pixels an inch of the pictures in the preview
REST_MS = 250  # after the last change of zoom or width, before the pages are made anew to fit it
PRINTER_WIDTH = 640  # pixels: Qt's own dialog cuts its words at the size it takes
PRINTER_PPI = 300  # more makes slow pages, no better letters
SIDE_WIDTH = 280
SIZE = QSize(1080, 860)
FRAME = QSize(16, 48)  # what a desktop puts around a window: the buttons stay on the screen
NARROW = 640  # pixels, under which the choices stand below the pages


class PrintDialog(QDialog):
    """Shows the pages of one section or of the whole guide; prints them or saves them as PDF."""

    folder_used = Signal(str)  # in which a PDF was saved

    def __init__(self, guide: Guide, section: str, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._section = section
        self._folder = folder
        self._ppi = 0.0  # of the pages that are shown or being made
        self._target: Path | QPrinter | None = None  # where the output goes that is being made
        press = Press(paths.bundled("resources"), tuple(paths.faces()))
        self._pages = Job(guide.file, press, self)
        self._output = Job(guide.file, press, self)
        self._paper = Paper(self)
        self._preparing = self.tr("Preparing pages…")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self.preview = Preview()
        self.this_section = QRadioButton(self.tr("This section"))
        self.whole_guide = QRadioButton(self.tr("Whole guide"))
        self.status = self._label()
        self.stop_button = text_button(self.tr("Stop"), "framed")
        self.print_button = text_button(self.tr("Print…"), "framed")
        self.save_button = text_button(self.tr("Save as PDF…"), "framed")
        self.close_button = text_button(self.tr("Close"), "framed")
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._ppi:  # only now is it known how large the pages are shown
            self._prepare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if event.size().width() < NARROW else ways.LeftToRight)

    def done(self, result: int) -> None:
        """Close, and stop whatever is being made."""
        self._rest.stop()
        self._paper.stop()
        self._output.stop()
        self._pages.stop()
        super().done(result)

    # Building

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Print"))
        self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))
        title = self._label()
        section = self._guide.section(self._section)
        title.setText(section.title if section else self._guide.about.title)
        title.setObjectName("title")
        self.this_section.setChecked(True)
        self.print_button.setDefault(True)
        self.print_button.setFocus()
        keep_room = self.stop_button.sizePolicy()
        keep_room.setRetainSizeWhenHidden(True)  # nothing moves when it goes
        self.stop_button.setSizePolicy(keep_room)
        side = QVBoxLayout()
        side.setSpacing(8)
        for widget in (title, self.this_section, self.whole_guide):
            side.addWidget(widget)
        side.addSpacing(16)
        side.addWidget(self.status)
        side.addWidget(self.stop_button)
        side.addStretch(1)
        for button in (self.print_button, self.save_button, self.close_button):
            side.addWidget(button)
        self._row = row = QHBoxLayout(self)
        row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)  # the direction makes it fit
        self.setMinimumSize(SIDE_WIDTH + 48, 480)
        row.setContentsMargins(24, 16, 24, 16)
        row.setSpacing(24)
        row.addWidget(self.preview, 1)
        row.addLayout(side)
        self.setTabOrder(self.close_button, self.preview)

    def _label(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFixedWidth(SIDE_WIDTH)
        return label

    def _connect(self) -> None:
        self.this_section.toggled.connect(self._prepare)
        self.preview.scaled.connect(self._rest.start)
        self._rest.timeout.connect(self._sharpen)
        self.stop_button.clicked.connect(self._stop)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self._pages.made.connect(self._show_pages)
        self._pages.failed.connect(self._fail)
        self._output.made.connect(self._take_output)
        self._output.failed.connect(self._fail)
        self._paper.page_sent.connect(self._say_page)
        self._paper.finished.connect(self._say_printed)
        self._paper.failed.connect(self._fail)

    # Pages

    @property
    def _sections(self) -> list[str]:
        return [self._section] if self.this_section.isChecked() else []

    def _prepare(self) -> None:
        """Make the pages that are chosen, sharp enough for the zoom."""
        self.preview.show_pages((), from_the_top=True)
        self._make_pages()
        self._say(self._preparing)

    def _make_pages(self) -> None:
        """Make the pages with one pixel for each of the screen's, so that nothing blurs them."""
        self._rest.stop()
        self._ppi = min(self.preview.ppi, MAX_PPI)
        self._pages.start(self._sections, self._ppi)
        self._show_state()

    def _sharpen(self) -> None:
        if abs(min(self.preview.ppi, MAX_PPI) - self._ppi) > 0.5:
            self._make_pages()

    def _show_pages(self, made: Typeset) -> None:
        is_first = self.preview.pages.count == 0
        self.preview.show_pages(made.files, from_the_top=is_first)
        self._show_state()
        if is_first and self.status.text() == self._preparing:  # what was said of a PDF since then stays
            count = len(made.files)
            words = self.tr("1 page.") if count == 1 else self.tr("{0} pages.").format(count)
            self._say("\n\n".join((words, *made.notes)))

    # Output

    def _save(self) -> None:
        """Ask for a name and make the PDF."""
        dialog = QFileDialog(self, self.tr("Save as PDF"), self._folder, self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # which asks before it takes a name that is in use
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{file_name(self._chosen_title(), 'handout')}.pdf")
        if not dialog.exec():
            return
        self._target = Path(dialog.selectedFiles()[0])
        self._output.start(self._sections)
        self._say(self.tr("Making the PDF…"))
        self._show_state()

    def _print(self) -> None:
        """Ask for a printer and make the pages for it."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._chosen_title())
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # as the pages are; another one is filled as well
        dialog = QPrintDialog(printer, self)
        dialog.setMinimumWidth(PRINTER_WIDTH)
        if count := self.preview.pages.count:
            dialog.setMinMax(1, count)
        if not dialog.exec():
            return
        self._target = printer
        self._output.start(self._sections, min(PRINTER_PPI, printer.resolution()))
        self._say(self.tr("Preparing pages for the printer…"))
        self._show_state()

    def _take_output(self, made: Typeset) -> None:
        if isinstance(self._target, QPrinter):
            self._paper.start(self._target, made.files)
        elif self._target is not None:
            try:
                save(made.files[0], self._target)
            except ReaderError as error:
                self._fail(str(error))
                return
            self._folder = str(self._target.parent)
            self.folder_used.emit(self._folder)
            self._finish(self.tr("Saved as {0} in {1}").format(self._target.name, self._folder), made.notes)

    def _say_page(self, number: int, total: int) -> None:
        self.status.setText(self.tr("Printing page {0} of {1}…").format(number, total))

    def _say_printed(self) -> None:
        self._finish(self.tr("Sent to the printer."), ())

    def _finish(self, words: str, notes: tuple[str, ...]) -> None:
        self._target = None
        self._output.stop()
        self._say("\n\n".join((words, *notes)))
        self._show_state()

    def _fail(self, sentence: str) -> None:
        self._target = None
        self._say(sentence)
        self._show_state()

    def _stop(self) -> None:
        self._paper.stop()
        self._output.stop()
        self._pages.stop()
        self._target = None
        self._say(self.tr("Stopped."))
        self._show_state()

    # What is said

    def _chosen_title(self) -> str:
        section = self._guide.section(self._section) if self._sections else None
        return section.title if section else self._guide.about.title

    def _say(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.setAccessibleName(sentence)
        announce(self.status, sentence)

    def _show_state(self) -> None:
        is_output_busy = self._target is not None
        self.stop_button.setVisible(self._pages.is_busy or is_output_busy)
        self.print_button.setEnabled(not is_output_busy)
        self.save_button.setEnabled(not is_output_busy)
