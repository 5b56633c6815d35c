"""The print dialog: what is printed, how its pages look, and where they go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from reader.core.handout import own_presets
from reader.core.handout.printables import Printables
from reader.core.handout.typeset import Typeset
from reader.core.handout.typesetting import Progress
from reader.core.notebook.notes import Note
from reader.core.source import printable
from reader.ui.printing import naming, sheets
from reader.ui.printing.choices import Choices
from reader.ui.printing.foot import Foot
from reader.ui.printing.handout_keeping import HandoutKeeping
from reader.ui.printing.job import Job
from reader.ui.printing.preset_keeping import PresetKeeping
from reader.ui.printing.preview import Preview
from reader.ui.printing.sending import Sending
from reader.ui.printing.sides import Sides
from reader.ui.printing.usual import Usual

SIZE = QSize(1160, 900)
LEAST = QSize(300, 240)
FRAME = QSize(16, 48)  # what a desktop puts around a window: the buttons stay on the screen
PATIENCE_MS = 300  # after which it is said that pages are being made
TICK_MS = 1000
AT_ONCE = ("Ctrl+Return", "Ctrl+Enter")  # the second is on the block of numbers
NAMED = 3  # so many presets that cannot be read are named


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
        self._job = job
        self._made: Typeset | None = None  # the pages of the order; None while they are being made
        self._trouble = ""  # why they cannot be made
        self._target: Path | QPrinter | None = None  # where they go once they are made
        self._saved: Path | None = None  # where they went last
        self._is_told = False  # that they were stopped, or went somewhere: their number would take these words away
        self._remark = ""  # said beside all else until another choice
        self._shown: tuple[str, tuple[str, ...]] | None = None  # what the pages in sight are of
        self.choices = Choices(printables, usual)
        job.setParent(self)
        self.preview = Preview(self)
        self.sending = Sending(self)
        self.foot = Foot()
        self._sides = Sides(self.choices, self.choices.look.paper, self.preview, self.foot, self)
        self._presets = PresetKeeping(usual, self.choices, self)
        self._handout = HandoutKeeping(self._guide, self.choices, self)
        self._slow = QTimer(self, interval=PATIENCE_MS)
        self._lay_out()
        self._connect()
        self._slow.start()
        self._prepare()
        self._remark = self._words_of_left_out(usual.left_out)

    # Building

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Print"))
        self.setMinimumSize(LEAST)
        self.resize(SIZE.boundedTo((self.parentWidget() or self).screen().availableSize() - FRAME))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sides)

    def _connect(self) -> None:
        foot, choices = self.foot, self.choices
        foot.print.clicked.connect(self._print)
        for key in AT_ONCE:
            QShortcut(QKeySequence(key), self, self._print_at_once).setAutoRepeat(False)
        foot.save.clicked.connect(self._save)
        foot.stop.clicked.connect(self._stop)
        foot.show_file.clicked.connect(self._open_folder)
        foot.close_button.clicked.connect(self.reject)
        choices.changed.connect(self._prepare)
        choices.parts.questions_requested.connect(self.questions_requested)
        self._presets.changed.connect(self.presets_changed)
        self._handout.changed.connect(self.basket_changed)
        self._handout.more_requested.connect(self._ask_for_more)
        self._slow.timeout.connect(self._say_slow)
        self._job.made.connect(self._take)
        self._job.failed.connect(self._refuse)
        self._job.tell()
        self.preview.shown.connect(self._say_pages)
        self.preview.failed.connect(self._fail)
        self.sending.going.connect(lambda words: foot.say(words, aloud=False))
        self.sending.sent.connect(self._say_sent)
        self.sending.saved.connect(self._say_saved)
        self.sending.failed.connect(self._fail)

    def _words_of_left_out(self, names: Sequence[str]) -> str:
        words = self.tr("What you saved as “{0}” cannot be read, so it is not offered. It stays in your settings.")
        shown = [printable(name[: own_presets.LONGEST_NAME]) for name in names[:NAMED]]
        if len(names) > NAMED:
            words = self.tr("“{0}” and {1} more that you saved cannot be read, so they are not offered. They stay.")
        return words.format("”, “".join(shown), len(names) - NAMED) if names else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to Print…, so that Enter prints."""
        super().showEvent(event)
        if not event.spontaneous():
            self.foot.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Close, and stop whatever is being made."""
        self._slow.stop()
        self.sending.close()
        self._job.close()
        self.preview.stop()
        super().done(result)

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
        self._made, self._trouble, self._remark = None, "", ""
        self._is_told = False
        self._job.start(self.choices.order, self.choices.notes)
        self._slow.start(PATIENCE_MS)

    def _say_slow(self) -> None:
        """Say that pages are being made, once it takes a moment, and how long it takes."""
        progress = self._job.progress
        if progress is None:
            self._slow.stop()
            return
        is_first = self._slow.interval() == PATIENCE_MS
        self.foot.say(self._words_of(progress), self._remark, aloud=is_first)
        self.foot.offer(self.foot.stop)
        self._slow.setInterval(TICK_MS)

    def _words_of(self, progress: Progress) -> str:
        if progress.seconds < 1:
            return self.tr("Preparing pages…")
        words = self.tr("Preparing about {0} pages… {1} s") if progress.pages > 1 else self.tr("Preparing pages… {1} s")
        return words.format(f"{progress.pages:,}", int(progress.seconds))

    def _take(self, made: Typeset) -> None:
        self._slow.stop()
        self._made = made
        order = self._job.wanted
        shown, self._shown = self._shown, (order.what, order.sections) if order is not None else None
        self.preview.show_file(made.file, from_the_top=self._shown != shown)
        self._deliver()

    def _refuse(self, sentence: str) -> None:
        """Say why there are no pages."""
        self._trouble = sentence
        self._fail(sentence)

    def _say_pages(self, count: int) -> None:
        self._sides.show_count(count)
        if self._target is None and self._made is not None and not self._is_told:
            self.foot.offer(None)
            self.foot.say(sheets.in_words(count), self._remark, *self._made.notes)

    # Output

    def _name(self) -> str:
        return naming.full_title(self._guide, self.choices.order, self.choices.presets.name())

    def _save(self) -> None:
        """Ask where the PDF goes: the pages that are shown, or will be in a moment."""
        if self._trouble:
            self.foot.say(self._trouble)
        elif (target := self.sending.ask_for_file(self._folder, self._name())) is not None:
            self.foot.say(self.tr("Making the PDF…"), aloud=False)
            self.foot.save.setFocus(Qt.FocusReason.ShortcutFocusReason)  # its key left the keyboard where it was
            self._send_to(target)

    def _print(self) -> None:
        """Ask for a printer, where there is one."""
        if self._can_print():
            self._print_on(self.sending.ask_for_printer(self._name(), self.choices.paper, self._count()))

    def _print_at_once(self) -> None:
        """Print on the usual printer and ask nothing; without a usual one, ask."""
        if not self.foot.print.isEnabled() or not self._can_print():
            return
        if (printer := self.sending.usual_printer(self._name(), self.choices.paper)) is not None:
            self.foot.print.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._print_on(printer)
        else:
            self._print()

    def _can_print(self) -> bool:
        """Whether there are pages and a printer; say so if not."""
        if self._trouble:
            self.foot.say(self._trouble)
        elif not self.sending.has_printer():
            self._remark = self.tr("No printer is set up on this computer. You can save the pages as a PDF instead.")
            self.foot.say(self._remark)
            self.foot.save.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return True
        return False

    def _print_on(self, printer: QPrinter | None) -> None:
        if printer is not None:
            self.foot.say(self.tr("Preparing pages for the printer…"), aloud=False)
            self._send_to(printer)

    def _count(self) -> int:
        """Return how many pages there are; 0 while nobody knows."""
        return self.preview.count if self._made is not None else 0

    def _send_to(self, target: Path | QPrinter) -> None:
        self._target = target
        self.foot.offer(self.foot.stop)
        self.foot.let_send(False)
        self._sides.let_choose(False)
        if self._made is None and not self._job.is_busy:  # it was stopped
            self._start()
        self._deliver()

    def _deliver(self) -> None:
        """Send the pages to where they were to go, if they are made and it is known."""
        if self._made is not None and self._target is not None:
            is_private = self.choices.order.has_notes and bool(self.choices.notes)
            self.sending.send(self._made.file, self._target, is_private=is_private)

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
        words = self.tr("Stopped.")
        if self._made is None and self._shown is not None:  # these are not what Print… would print
            words = self.tr("Stopped. The pages in sight are still those from before.")
        self._end(self.sending.stop() or words)

    def _end(self, *sentences: str) -> None:
        """Say what came of it, and let one choose again."""
        self._target, self._is_told = None, True
        self._slow.stop()
        self._sides.let_choose(True)
        self.foot.let_send(True)
        self.foot.offer(None)
        self.foot.say(*sentences)

    def _ask_for_more(self) -> None:
        """Make room for the outline, in which sections are ticked."""
        self.reject()
        self.change_requested.emit()
