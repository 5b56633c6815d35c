"""The print dialog: what is printed, how its pages look, and where they go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
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
from reader.core.handout.choosing import with_inside
from reader.core.handout.order import Order
from reader.core.handout.typeset import Press, Typeset, save
from reader.errors import ReaderError
from reader.ui.announce import announce
from reader.ui.file_dialog import file_name
from reader.ui.printing.job import Job
from reader.ui.printing.paper import Paper
from reader.ui.printing.plates import Plates
from reader.ui.printing.preview import Preview
from reader.ui.widgets.text_button import text_button

PRINTER_WIDTH = 640  # pixels: Qt's own dialog cuts its words at the size it takes
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
        self._made: Typeset | None = None  # the pages that are chosen; None while they are being made
        self._target: Path | QPrinter | None = None  # where they go once they are made
        self._job = Job(guide.file, Press(paths.bundled("resources"), tuple(paths.faces())), self)
        self._plates, self._printer_plates = Plates(self), Plates(self)
        self._paper = Paper(self._printer_plates, self)
        self._preparing = self.tr("Preparing pages…")
        self.preview = Preview(self._plates)
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
        if self._made is None and not self._job.is_busy:
            self._prepare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if event.size().width() < NARROW else ways.LeftToRight)

    def done(self, result: int) -> None:
        """Close, and stop whatever is being made."""
        self._paper.stop()
        self._job.close()
        self._plates.close()
        self._printer_plates.close()
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
        self.stop_button.clicked.connect(self._stop)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self._job.made.connect(self._take)
        self._job.failed.connect(self._fail)
        self._plates.opened.connect(self._show_pages)
        self._plates.drawn.connect(self.preview.set_picture)
        self._printer_plates.opened.connect(self._send_pages)
        self._paper.page_sent.connect(self._say_page)
        self._paper.finished.connect(self._say_printed)
        self._paper.failed.connect(self._fail)

    # Pages

    @property
    def order(self) -> Order:
        """What is to be printed."""
        if self.whole_guide.isChecked():
            return Order()
        return Order("sections", with_inside(self._guide, [self._section]))

    def _prepare(self) -> None:
        """Make the pages that are chosen; those before are shown meanwhile."""
        self._made = None
        self._job.start(self.order)
        self._say(self._preparing)
        self._show_state()

    def _take(self, made: Typeset) -> None:
        self._made = made
        self._plates.open(made.file)
        self._deliver()

    def _show_pages(self, sizes: list[QSizeF]) -> None:
        self.preview.show_pages(sizes, from_the_top=self.preview.pages.count != len(sizes))
        count = len(sizes)
        if self.status.text() == self._preparing:  # what was said of a PDF or printer since then stays
            words = self.tr("1 page.") if count == 1 else self.tr("{0} pages.").format(count)
            self._say("\n\n".join((words, *(self._made.notes if self._made else ()))))
        self._show_state()

    # Output

    def _save(self) -> None:
        """Ask where the PDF goes: the pages that are shown, or will be in a moment."""
        dialog = QFileDialog(self, self.tr("Save as PDF"), self._folder, self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # which asks before it takes a name that is in use
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{file_name(self._chosen_title(), 'handout')}.pdf")
        if dialog.exec():
            self._say(self.tr("Making the PDF…"))
            self._send_to(Path(dialog.selectedFiles()[0]))

    def _print(self) -> None:
        """Ask for a printer."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._chosen_title())
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # as the pages are; another one is filled as well
        dialog = QPrintDialog(printer, self)
        dialog.setMinimumWidth(PRINTER_WIDTH)
        if count := self.preview.pages.count:
            dialog.setMinMax(1, count)
        if dialog.exec():
            self._say(self.tr("Preparing pages for the printer…"))
            self._send_to(printer)

    def _send_to(self, target: Path | QPrinter) -> None:
        self._target = target
        if self._made is None and not self._job.is_busy:  # it was stopped, or could not be done
            self._job.start(self.order)
        self._show_state()
        self._deliver()

    def _deliver(self) -> None:
        """Send the pages to where they were to go, if they are made and it is known."""
        if self._made is None or self._target is None:
            return
        if isinstance(self._target, QPrinter):
            self._printer_plates.open(self._made.file)
            return
        try:
            save(self._made.file, self._target)
        except ReaderError as error:
            self._fail(str(error))
            return
        self._folder = str(self._target.parent)
        self.folder_used.emit(self._folder)
        self._finish("\n\n".join((self._saved_words(self._target), *self._made.notes)))

    def _saved_words(self, target: Path) -> str:
        return self.tr("Saved as {0} in {1}").format(target.name, target.parent)

    def _send_pages(self, sizes: list[QSizeF]) -> None:
        if isinstance(self._target, QPrinter):
            self._paper.start(self._target, len(sizes))

    def _say_page(self, number: int, total: int) -> None:
        self.status.setText(self.tr("Printing page {0} of {1}…").format(number, total))

    def _say_printed(self) -> None:
        self._finish(self.tr("Sent to the printer."))

    def _finish(self, words: str) -> None:
        self._target = None
        self._say(words)
        self._show_state()

    def _fail(self, sentence: str) -> None:
        self._finish(sentence)

    def _stop(self) -> None:
        self._paper.stop()
        self._job.stop()
        self._finish(self.tr("Stopped."))

    # What is said

    def _chosen_title(self) -> str:
        section = None if self.whole_guide.isChecked() else self._guide.section(self._section)
        return section.title if section else self._guide.about.title

    def _say(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.setAccessibleName(sentence)
        announce(self.status, sentence)

    def _show_state(self) -> None:
        is_sending = self._target is not None
        self.stop_button.setVisible(self._job.is_busy or is_sending)
        self.print_button.setEnabled(not is_sending)
        self.save_button.setEnabled(not is_sending)
