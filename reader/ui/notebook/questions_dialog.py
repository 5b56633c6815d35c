"""The window in which one gathers questions for an appointment: written, picked from the guide's list, put in order."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.core.guide import Guide
from reader.core.notebook import questions
from reader.core.notebook.book import Book
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.store import add
from reader.core.questions import asked
from reader.core.section_text import SectionTexts
from reader.ui import theme as look
from reader.ui.notebook import telling
from reader.ui.notebook.acts import Acts
from reader.ui.notebook.box import Box
from reader.ui.notebook.draft import Draft
from reader.ui.notebook.question_model import Question
from reader.ui.notebook.question_rows import Questions
from reader.ui.notebook.said_line import SaidLine
from reader.ui.theme import Theme
from reader.ui.widgets.elided import Elided
from reader.ui.widgets.text_button import text_button

SIZE, LEAST = QSize(720, 840), QSize(320, 360)
FRAME = QSize(16, 48)  # what a desktop puts around a window: the buttons stay on the screen


class QuestionsDialog(QDialog):
    """A box for one's own; what one will ask, in order; what the guide suggests, with ticks. All is kept at once."""

    def __init__(self, acts: Acts, guide: Guide, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts, self._guide, self._texts = acts, guide, SectionTexts(guide)
        self._target = Target()
        self._draft: Draft | None = None
        self._box = Box(self.tr("A question of your own"), enter_keeps=True)
        self._box.setPlaceholderText(self.tr("Write a question of your own"))
        self._add = text_button(self.tr("Add"), "framed", name=self.tr("Add this question"))
        self._about = Elided()
        self._said = SaidLine()
        hint = self.tr("Nothing yet. Write a question above, or tick one below.")
        if not guide.questions:
            hint = self.tr("Nothing yet. Write a question above.")
        self._mine = Questions(self.tr("What you will ask, in order"), theme, hint)
        self._ways = [
            text_button(self.tr("Earlier"), "link", name=self.tr("Ask it earlier")),
            text_button(self.tr("Later"), "link", name=self.tr("Ask it later")),
            text_button(self.tr("Remove"), "link", name=self.tr("Remove this question")),
        ]
        self._suggested = Questions(self.tr("Questions from this guide"), theme)
        self._undo = text_button(self.tr("Undo"), "link")
        self._close = text_button(self.tr("Close"), "framed")
        self._lay_out()
        self._box.textChanged.connect(self._grow)
        self._box.finished.connect(self._finish)
        self._box.filled.connect(self._said.say_full)
        self._box.left.connect(self._save)
        self._add.clicked.connect(self._finish)
        for button, do in zip(self._ways, (self._ask_earlier, self._ask_later, self._remove), strict=True):
            button.clicked.connect(do)
        self._mine.moved.connect(self._move)
        self._mine.removed.connect(self._remove)
        self._suggested.ticked.connect(self._tick)
        self._mine.selectionModel().currentChanged.connect(self._offer)
        self._close.clicked.connect(self.close)
        acts.changed.connect(self._show)
        self._ways_back = acts.ways_back(self)
        self._undo.clicked.connect(self._ways_back.undo.trigger)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Questions for the appointment"))
        self.setMinimumSize(LEAST)
        self.resize(SIZE.boundedTo((self.parentWidget() or self).screen().availableSize() - FRAME))
        space = look.scale().space
        self._box.show_lines(2)
        self._about.setProperty("quiet", True)
        self._about.hide()
        top, ways, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.setSpacing(space["near"])
        top.addWidget(self._box, 1)
        top.addWidget(self._add, 0, Qt.AlignmentFlag.AlignTop)
        for button in self._ways:
            ways.addWidget(button)
        ways.addStretch(1)
        foot.addWidget(self._undo)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(space["apart"], space["close"], space["apart"], space["close"])
        column.setSpacing(space["tight"])
        column.addWidget(self._about)
        column.addLayout(top)
        column.addWidget(self._said)
        column.addWidget(_heading(self._mine.accessibleName()))
        column.addWidget(self._mine, 2)
        column.addLayout(ways)
        self._over_suggested = _heading(self._suggested.accessibleName())
        column.addWidget(self._over_suggested)
        column.addWidget(self._suggested, 3)
        column.addLayout(foot)

    def show_about(self, target: Target) -> None:
        """Show the window for a question about *target*, with the keyboard in the box."""
        self._save()
        self._target = target
        self._about.set_whole(self.tr("About “{0}”").format(telling.shortened(target.quote)))
        self._about.setVisible(bool(target.quote))
        for part in (self._over_suggested, self._suggested):
            part.setVisible(bool(self._guide.questions))
        self._show(self._acts.book)
        self._box.setFocus(Qt.FocusReason.PopupFocusReason)
        self.open()

    # One's own

    def _grow(self) -> None:
        text = self._box.toPlainText()
        if self._draft is None and text.strip():
            self._draft = Draft(self._acts.ledger, self._acts.new("question", self._target), self)
            self._draft.ended.connect(self._kept)
            self._draft.failed.connect(self._fail)
            self._draft.begun_anew.connect(self._begin_anew)
        if self._draft is not None:
            self._draft.grow(text)

    def _save(self) -> None:
        if self._draft is not None:
            self._draft.save()

    def _finish(self) -> None:
        if self._draft is not None:
            self._box.setReadOnly(True)
            self._draft.finish()

    def _kept(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            draft.deleteLater()
        self._said.say("")
        self._box.setReadOnly(False)
        self._box.clear()
        self._show(self._acts.book)

    def _fail(self, reason: str) -> None:
        self._box.setReadOnly(False)
        self._said.say_not_kept(reason, self._add.text())

    def _begin_anew(self) -> None:
        self._said.say_deleted(self._add.text())

    # Those one has

    def _show(self, book: Book) -> None:
        if book.guide != self._guide.about.id:
            return
        drafted = self._draft.note.id if self._draft is not None else ""
        self._kept_ones = [note for note in questions.in_order(book.notes) if note.id != drafted]
        self._mine.show_rows([Question(note.id, note.body, None) for note in self._kept_ones])
        self._picked = questions.picked(self._guide, book.notes)
        self._suggested.show_rows(
            [Question(each.id, asked(each), each.id in self._picked) for each in self._guide.questions]
        )
        self._offer()

    def _offer(self) -> None:
        self._ways_back.refresh()
        undo = self._ways_back.undo
        self._undo.setEnabled(undo.isEnabled())
        self._undo.setAccessibleName(undo.text().replace("&", ""))
        note = self._current()
        at = self._kept_ones.index(note) if note is not None else -1
        for button, can_be in zip(self._ways, (at > 0, 0 <= at < len(self._kept_ones) - 1, at >= 0), strict=True):
            button.setEnabled(can_be)

    def _current(self) -> Note | None:
        name = self._mine.current()
        return next((note for note in self._kept_ones if note.id == name), None)

    def _ask_earlier(self) -> None:
        self._move(-1)

    def _ask_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        note = self._current()
        if note is not None:
            self._acts.do(self.tr("Order of the questions"), questions.moved(self._kept_ones, note, by))

    def _remove(self) -> None:
        note = self._current()
        if note is not None:
            self._acts.remove([note])

    def _tick(self, block: str) -> None:
        note = self._picked.get(block)
        if note is not None:
            self._acts.remove([note])
            return
        question = next(each for each in self._guide.questions if each.id == block)
        note = self._acts.new("question", questions.target(self._texts, question), asked(question))
        note = note._replace(rank=questions.last_rank(self._acts.book.notes))
        self._acts.do(self.tr("Question"), add([note]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; what was written is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was written; where it cannot be kept, it stays in sight."""
        if self._draft is not None and self._draft.is_changed:
            self._draft.ended.connect(self.close)
            self._finish()
            event.ignore()
        else:
            super().closeEvent(event)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("title")
    label.setContentsMargins(0, look.scale().space["near"], 0, 0)
    return label
