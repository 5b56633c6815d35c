"""The print dialog: what is printed, how its pages look, and where they go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QWidget

from reader.core.handout.presets import Preset
from reader.core.handout.printables import Printables
from reader.core.handout.typeset import Typeset
from reader.core.notebook.notes import Note
from reader.core.source import printable
from reader.ui import theme as look
from reader.ui.printing import naming, sheets
from reader.ui.printing.choices import Choices
from reader.ui.printing.foot import LINES, Foot
from reader.ui.printing.job import Job
from reader.ui.printing.preview import Preview
from reader.ui.printing.sending import Sending
from reader.ui.printing.usual import Usual
from reader.ui.widgets.segments import Segments
from reader.ui.widgets.tab_order import put_after

SIZE = QSize(1160, 900)
LEAST = QSize(320, 360)
FRAME = QSize(16, 48)  # what a desktop puts around a window: the buttons stay on the screen
NARROW = 720  # pixels, under which choices and pages take turns
WIDTH = 348  # pixels, of the choices beside the pages
LOW = 520  # pixels, under which less room is kept for what is said
PATIENCE_MS = 300  # after which it is said that pages are being made
TICK_MS = 1000


class PrintDialog(QDialog):
    """Shows the pages that come of the choices, at once; prints them or saves them as PDF.

    The *job* may have begun with the first of them.
    """

    used = Signal(str, str)  # the preset (an id, or a name of one's own) and the paper, when pages went somewhere
    folder_used = Signal(str)  # in which a PDF was saved
    presets_changed = Signal(object)  # one's own: dict, name -> Preset
    basket_changed = Signal(list)  # the ids of the sections in the handout, in their order
    change_requested = Signal()  # to tick sections: the dialog has closed
    questions_requested = Signal()

    def __init__(self, printables: Printables, usual: Usual, job: Job, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide, self._folder = printables.guide, usual.folder
        self._own = dict(usual.own)
        self._job = job
        self._made: Typeset | None = None  # the pages of the order; None while they are being made
        self._trouble = ""  # why they cannot be made
        self._target: Path | QPrinter | None = None  # where they go once they are made
        self._saved: Path | None = None  # where they went last
        self._is_told = False  # that they were stopped, or went somewhere: their number would take these words away
        self._seconds = 0
        self.choices = Choices(printables, usual)
        job.setParent(self)
        self.preview = Preview(self)
        self.sending = Sending(self)
        self.foot = Foot()
        self._pages = Segments({"choices": self.tr("Choices"), "pages": self.tr("Pages")})
        self._slow = QTimer(self, interval=PATIENCE_MS)
        self._left_out = self._words_of_left_out(usual.left_out)
        self._lay_out()
        self._connect()
        self._slow.start()
        self._prepare()

    # Building

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Print"))
        self.setMinimumSize(LEAST)
        self.resize(SIZE.boundedTo((self.parentWidget() or self).screen().availableSize() - FRAME))
        self._column = column = _Column(self.choices)
        self._pages.setAccessibleName(self.tr("What is in sight"))
        self._upright = QFrame()
        self._upright.setObjectName("upright")
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        space = look.scale().space
        self._pages.setContentsMargins(space["apart"], space["near"], space["apart"], space["near"])
        grid.addWidget(self._pages, 0, 0, 1, 3)
        grid.addWidget(column, 1, 0)
        grid.addWidget(self.foot, 2, 0)
        grid.addWidget(self._upright, 1, 1, 2, 1)
        grid.setRowStretch(1, 1)
        self._is_narrow: bool | None = None
        self._place(self.width())
        put_after(self._pages, self.choices)
        put_after(self.choices.look.paper, self.foot)
        put_after(self.foot.close_button, self.preview)

    def _connect(self) -> None:
        foot, choices = self.foot, self.choices
        foot.print.clicked.connect(self._print)
        foot.save.clicked.connect(self._save)
        foot.stop.clicked.connect(self._stop)
        foot.show_file.clicked.connect(self._open_folder)
        foot.close_button.clicked.connect(self.reject)
        choices.changed.connect(self._prepare)
        choices.what.change_requested.connect(self._change_handout)
        choices.parts.questions_requested.connect(self.questions_requested)
        choices.presets.save_requested.connect(self._save_preset)
        choices.presets.own_requested.connect(self._show_own_presets)
        self._pages.chosen.connect(self._show_page)
        self._slow.timeout.connect(self._say_slow)
        self._job.made.connect(self._take)
        self._job.failed.connect(self._refuse)
        self.preview.shown.connect(self._say_pages)
        self.preview.failed.connect(self._fail)
        self.sending.going.connect(lambda words: foot.say(words, aloud=False))
        self.sending.sent.connect(self._say_sent)
        self.sending.saved.connect(self._say_saved)
        self.sending.failed.connect(self._fail)

    def _words_of_left_out(self, names: Sequence[str]) -> str:
        words = self.tr("What you saved as “{0}” could not be read, and was left out.")
        return words.format("”, “".join(map(printable, names))) if names else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to Print…, so that Enter prints."""
        super().showEvent(event)
        if not event.spontaneous():
            self.foot.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let choices and pages take turns where there is no room for both."""
        super().resizeEvent(event)
        self.foot.show_lines(LINES if event.size().height() >= LOW else LINES // 2)
        self._place(event.size().width())

    def done(self, result: int) -> None:
        """Close, and stop whatever is being made."""
        self._slow.stop()
        self.sending.close()
        self._job.close()
        self.preview.stop()
        super().done(result)

    def _place(self, width: int) -> None:
        is_narrow = width < NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._grid.removeWidget(self.preview)
            if is_narrow:
                self._grid.addWidget(self.preview, 1, 0)
            else:
                self._grid.addWidget(self.preview, 1, 2, 2, 1)
            self._grid.setColumnStretch(0, int(is_narrow))
            self._grid.setColumnStretch(2, int(not is_narrow))
            self._pages.setVisible(is_narrow)
            self._upright.setVisible(not is_narrow)
            self._show_page(self._pages.current)

    def _show_page(self, name: str) -> None:
        is_narrow = bool(self._is_narrow)
        self._column.setVisible(not is_narrow or name == "choices")
        self.preview.setVisible(not is_narrow or name == "pages")

    # Pages

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Have other notes: some were written while the dialog is open."""
        if tuple(notes) != self.choices.notes:
            self.choices.show_notes(notes)
            self._start()

    def _prepare(self) -> None:
        """Make the pages that are wanted now; those before are shown meanwhile."""
        if self.choices.order != self._job.wanted:
            self._start()

    def _start(self) -> None:
        self._made, self._trouble, self._seconds, self._is_told = None, "", 0, False
        self._job.start(self.choices.order, self.choices.notes)
        self._slow.start(PATIENCE_MS)

    def _say_slow(self) -> None:
        """Say that pages are being made, once it takes a moment, and how long it takes."""
        if not self._job.is_busy:
            self._slow.stop()
            return
        words = self.tr("Preparing pages…")
        if self._slow.interval() == TICK_MS:
            self._seconds += 1
            words = self.tr("Preparing pages… {0} s").format(self._seconds)
        self.foot.say(words, aloud=self._seconds == 0)
        self.foot.offer(self.foot.stop)
        self._slow.setInterval(TICK_MS)

    def _take(self, made: Typeset) -> None:
        self._slow.stop()
        self._made = made
        self.preview.show_file(made.file)
        self._deliver()

    def _refuse(self, sentence: str) -> None:
        """Say why there are no pages."""
        self._trouble = sentence
        self._fail(sentence)

    def _say_pages(self, count: int) -> None:
        self._pages.set_words("pages", self.tr("Pages ({0})").format(count))
        if self._target is None and self._made is not None and not self._is_told:
            self.foot.offer(None)
            self.foot.say(sheets.in_words(count), *self._made.notes, self._left_out)
            self._left_out = ""

    # Output

    def _name(self) -> str:
        return naming.full_title(self._guide, self.choices.order, self.choices.presets.name())

    def _save(self) -> None:
        """Ask where the PDF goes: the pages that are shown, or will be in a moment."""
        if self._trouble:
            self.foot.say(self._trouble)
        elif (target := self.sending.ask_for_file(self._folder, self._name())) is not None:
            self.foot.say(self.tr("Making the PDF…"), aloud=False)
            self._send_to(target)

    def _print(self) -> None:
        """Ask for a printer, where there is one."""
        if self._trouble:
            self.foot.say(self._trouble)
        elif not self.sending.has_printer():
            self.foot.say(self.tr("No printer is set up on this computer. You can save the pages as a PDF instead."))
            self.foot.save.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (printer := self.sending.ask_for_printer(self._name(), self.choices.paper, self._count())) is not None:
            self.foot.say(self.tr("Preparing pages for the printer…"), aloud=False)
            self._send_to(printer)

    def _count(self) -> int:
        """Return how many pages there are; 0 while nobody knows."""
        return self.preview.count if self._made is not None else 0

    def _send_to(self, target: Path | QPrinter) -> None:
        self._target = target
        self.foot.let_send(False)
        self._column.setEnabled(False)
        self.foot.offer(self.foot.stop)
        if self._made is None and not self._job.is_busy:  # it was stopped
            self._start()
        self._deliver()

    def _deliver(self) -> None:
        """Send the pages to where they were to go, if they are made and it is known."""
        if self._made is not None and self._target is not None:
            self.sending.send(self._made.file, self._target)

    def _say_sent(self, words: str) -> None:
        self._end(words)
        self.used.emit(self.choices.presets.key, self.choices.paper)

    def _say_saved(self, file: Path) -> None:
        self._saved, self._folder = file, str(file.parent)
        words = self.tr("Saved as {0} in {1}").format(printable(file.name), printable(self._folder))
        self._end(words, *(self._made.notes if self._made is not None else ()))
        self.foot.offer(self.foot.show_file)
        self.used.emit(self.choices.presets.key, self.choices.paper)
        self.folder_used.emit(self._folder)

    def _open_folder(self) -> None:
        if self._saved is not None:
            self.sending.open_folder(self._saved)

    def _fail(self, sentence: str) -> None:
        self._end(sentence)

    def _stop(self) -> None:
        self._job.stop()
        self._end(self.sending.stop() or self.tr("Stopped."))

    def _end(self, *sentences: str) -> None:
        """Say what came of it, and let one choose again."""
        self._target, self._is_told = None, True
        self._slow.stop()
        self._column.setEnabled(True)
        self.foot.let_send(True)
        self.foot.offer(None)
        self.foot.say(*sentences)

    # My handout, my presets

    def _change_handout(self) -> None:
        if not self.choices.basket:
            self._ask_for_more()
            return
        from reader.ui.printing.handout_sheet import HandoutSheet  # late: the pages do not wait for it

        sheet = HandoutSheet(self._guide, self.choices.basket, self)
        sheet.changed.connect(self.choices.show_basket)
        sheet.changed.connect(self.basket_changed)
        sheet.more_requested.connect(sheet.accept)
        sheet.more_requested.connect(self._ask_for_more)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _ask_for_more(self) -> None:
        self.reject()
        self.change_requested.emit()

    def _save_preset(self) -> None:
        from reader.ui.printing.preset_sheets import NameSheet  # late, as above

        own = self.choices.presets.key if self.choices.presets.key in self._own else ""
        sheet = NameSheet(self.tr("Save these choices"), own, self._own.__contains__, self)
        sheet.named.connect(self._keep_preset)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _keep_preset(self, name: str) -> None:
        preset = self.choices.preset
        self._take_own({**self._own, name: preset})
        self.choices.presets.choose(name)

    def _show_own_presets(self) -> None:
        from reader.ui.printing.preset_sheets import OwnPresets  # late, as above

        sheet = OwnPresets(self._own, self)
        sheet.changed.connect(self._take_own)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _take_own(self, own: dict[str, Preset]) -> None:
        self._own = own
        self.choices.show_own_presets(own)
        self.presets_changed.emit(own)


class _Column(QScrollArea):
    """Scrolls down only: it is as wide as what it holds."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self.setWidget(held)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: what is held, with the scroll bar beside it."""
        return QSize(self._held.minimumSizeHint().width() + look.scale().bar, 3 * look.TARGET_PX)

    def sizeHint(self) -> QSize:
        """Return the size it is best seen at."""
        return self.minimumSizeHint().expandedTo(QSize(WIDTH, 0))
