"""What one does with the notebook: each act is a key or two, is kept at once, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.core.explanation import Explanation, Unexplained
from reader.core.guide import Guide
from reader.core.notebook.book import Book
from reader.core.notebook.notes import STYLES, Kind, Note, Style, Target
from reader.core.notebook.store import Change, add
from reader.core.text import Place
from reader.ui.article import ArticleView
from reader.ui.notebook import ways_back
from reader.ui.notebook.draft import Draft
from reader.ui.notebook.editor import Editor
from reader.ui.notebook.ledger import Ledger
from reader.ui.notebook.scribe import Scribe
from reader.ui.notebook.subject import Subject
from reader.ui.notebook.ways_back import WaysBack

_ON_WORDS = ("highlight", *(f"highlight_{style}" for style in STYLES), "remove_highlight", "bookmark")  # commands


class Acts(QObject):
    """Turns commands into changes of the notebook. A note has the words that are selected, else the paragraph read."""

    changed = Signal(object)  # the Book, after every change
    told = Signal(str, bool)  # what was done; whether it was an undoing, which can be done again
    said = Signal(str)  # a harmless sentence
    failed = Signal(str)
    questions_requested = Signal(object)  # to ask about a Target
    article_wanted = Signal()  # before something is done to its words: they are to be in sight

    def __init__(
        self,
        article: ArticleView,
        editor: Editor,
        scribe: Scribe,
        parent: QObject | None = None,
        *,
        explanation: Callable[[], Explanation | Unexplained | None],
        node: Callable[[], Target | None],
    ) -> None:
        """*explanation* tells which one is open, *node* where the keyboard is: a note is then on that word or node."""
        super().__init__(parent)
        self._subject = Subject(article, explanation, node)
        self._article, self._editor, self._scribe = article, editor, scribe
        self.ledger = Ledger(scribe, self)
        self._style: Style = STYLES[0]
        self._actions: dict[str, QAction] = {}
        self.ledger.changed.connect(self._take)
        self.ledger.told.connect(self.told)
        self.ledger.said.connect(self.said)
        self.ledger.failed.connect(self.failed)

    def offer(self, actions: dict[str, QAction]) -> None:
        """Let the commands do what they say, and be off where they cannot."""
        self._actions = actions
        for style in STYLES:
            actions[f"highlight_{style}"].triggered.connect(lambda _=False, style=style: self.highlight_as(style))
        for name, do in (
            ("undo", self.ledger.undo),
            ("redo", self.ledger.redo),
            ("highlight", self.highlight),
            ("remove_highlight", self.remove_highlight),
            ("bookmark", self.bookmark),
            ("note", self.note),
            ("question", self.question),
            ("keep_again", self.ledger.try_again),
        ):
            actions[name].triggered.connect(do)
        actions["note"].enabledChanged.connect(self._name_undoing)  # off where all guides are shown, and on again
        self._name_undoing()

    def show_guide(self, guide: Guide, place: Place | None = None) -> None:
        """Keep notes in *guide* from now on; those around *place* are the first to be shown."""
        self._editor.leave()
        self._subject.show_guide(guide)
        for name in _ON_WORDS:
            self._actions[name].setEnabled(bool(guide.outline))
        self.ledger.open_guide(
            guide.about.id, guide.about.title, guide.file, self._article.contents.blocks_ahead(place)
        )

    def do(self, words: str, changes: Sequence[Change], told: str = "") -> None:
        """Do an act, which is called *words* where it can be undone; *told* is said of it once it is kept."""
        if changes:
            self.ledger.do(words, changes, told=told)

    def forget(self, guide: str | None) -> None:
        """Forget what was deleted for good: the notes of a guide, or all."""
        if guide in (None, self.book.guide):
            self._editor.forget()
        self.ledger.forget(guide)

    def hear_of_deletion(self) -> None:
        """Take note that another window deleted notes for good."""
        self.ledger.hear_of_deletion()

    # Highlights and bookmarks

    def highlight(self) -> None:
        """Highlight what is chosen in the style that was used last; what is highlighted gets the next style."""
        if self._is_in_text():
            self.highlight_at(None)

    def highlight_as(self, style: Style) -> None:
        """Highlight what is chosen in a style."""
        if self._is_in_text():
            self.highlight_at(None, style)

    def highlight_at(self, position: int | None, style: Style | None = None) -> None:
        """Highlight what is chosen, or stands at a document position, in *style*, else as `highlight` does."""
        targets = self.targets(position)
        there = self._subject.notes_on_the_same(position, "highlight") or self.book.unplaced("highlight", targets)
        if there:
            self._style = style or STYLES[(STYLES.index(there[0].style) + 1) % len(STYLES)]
            changes = [Change(note, note._replace(style=self._style)) for note in there if note.style != self._style]
            self.do(self.tr("Highlight"), changes)
        else:
            self._style = style or self._style
            self._add(self.tr("Highlight"), "highlight", targets, self._style)

    def remove_highlight(self) -> None:
        """Take the highlight away."""
        if self._is_in_text():
            self.remove_highlight_at(None)

    def remove_highlight_at(self, position: int | None) -> None:
        """Take the highlight away that is chosen, or stands at a document position; what was written on it stays."""
        there = self._subject.notes(position, "highlight")
        if not there:
            self.said.emit(self.tr("Nothing is highlighted here."))
        changes = [Change(each, each._replace(kind="note", style="") if each.body else None) for each in there]
        self.do(self.tr("Remove highlight"), changes)

    def bookmark(self) -> None:
        """Put a bookmark on what a note would be on, else at the paragraph that is read, or take it away."""
        target = self._subject.beside_text()
        if target is None:
            self.article_wanted.emit()
            self.bookmark_at(None)
            return
        self.bookmark_on(target)

    def bookmark_on(self, target: Target) -> None:
        """Put a bookmark on a word or a node, or take it away."""
        there = [note for note in self.book.about(target.about, target.name) if note.kind == "bookmark"]
        self._put_or_take(there, [target])

    def bookmark_at(self, position: int | None) -> None:
        """Put a bookmark where something is chosen, or at a document position, or take away the one there."""
        targets = self.targets(position)[:1]
        self._put_or_take(self._subject.notes(position, "bookmark") or self.book.unplaced("bookmark", targets), targets)

    def _put_or_take(self, there: list[Note], targets: list[Target]) -> None:
        if there:
            self.do(self.tr("Remove bookmark"), [Change(note, None) for note in there])
        else:
            self._add(self.tr("Bookmark"), "bookmark", targets)

    def _is_in_text(self) -> bool:
        """Whether words of the article are meant; where they are not, say what can be done instead."""
        if self._subject.beside_text() is None:
            self.article_wanted.emit()
            return True
        said = self.tr("Only words of the article can be highlighted. Here you can put a bookmark, or write a note.")
        self.said.emit(said)
        return False

    def kinds_at(self, position: int) -> set[Kind]:
        """Return what there is at a document position, or in the selection there."""
        kinds: tuple[Kind, ...] = ("highlight", "bookmark", "note")
        return {kind for kind in kinds if self._subject.notes(position, kind)}  # each by itself: they may overlap

    # Words

    def note(self) -> None:
        """Write a note on the word that is explained, else on the node with the keyboard, else on what is chosen."""
        target = self._subject.beside_text()
        if target is not None:
            self.note_on(target)
        else:
            self.note_at(None)

    def note_at(self, position: int | None) -> None:
        """Write a note on what is chosen or stands at a document position: on its highlight, where there is one."""
        there = self._subject.notes_on_the_same(position, "note", "highlight")
        if there:
            self.edit(there[-1])
        else:
            self.note_on(next(iter(self.targets(position)), Target()))

    def note_on(self, target: Target) -> None:
        """Write a note on *target*; the one that is there is written on."""
        alike = (note for note in self.book.notes if note.kind == "note" and note.target[:3] == target[:3])
        there = next(alike, None) if target.about != "passage" else None
        self.edit(there or self.new("note", target))

    def edit(self, note: Note) -> None:
        """Write on a note as it is now: *note* may be older, and what was written last still on its way to the disk."""
        now = self.book.get(note.id)
        if self.ledger.is_under_way(note.id) or (now is None and note.revision):
            self._scribe.ask(lambda store: store.of_guide(note.guide), lambda found: self._edit_found(note.id, found))
        else:
            self._edit(now or note)

    def _edit_found(self, identifier: str, found: object) -> None:
        if not isinstance(found, list):
            self.said.emit(self.tr("This note cannot be read now. {0}").format(found))
        elif (note := next((each for each in found if each.id == identifier), None)) is not None:
            self._edit(note)
        else:
            self.said.emit(self.tr("This note was removed meanwhile."))

    def _edit(self, note: Note) -> None:
        draft = Draft(self.ledger, note, self)
        draft.ended.connect(draft.deleteLater)
        self._editor.open(draft)

    def question(self) -> None:
        """Ask for a question for the appointment, on the words that are selected or on none."""
        self.questions_requested.emit(self._subject.selected())

    def question_at(self, position: int) -> None:
        """Ask for a question for the appointment about what stands at a document position."""
        self.questions_requested.emit(next(iter(self.targets(position)), Target()))

    def remove(self, notes: Iterable[Note]) -> None:
        """Remove notes, of this guide or of others, as one act."""
        self.do(self.tr("Remove"), [Change(note, None) for note in notes])

    # Parts of all this

    def ways_back(self, window: QWidget) -> WaysBack:
        """Return what undoes and does again what is done in a window of its own."""
        return WaysBack(self.ledger, self._actions["undo"], self._actions["redo"], window)

    @property
    def book(self) -> Book:
        """The notes of the guide that is open."""
        return self.ledger.book

    def targets(self, position: int | None = None) -> list[Target]:
        """Return the passages that are chosen, or the one that stands at a document position."""
        return self._subject.passages(position)

    def new(self, kind: Kind, target: Target, body: str = "", style: Style = "") -> Note:
        """Return a note of the guide that is open, which is nowhere yet."""
        import uuid  # at the first note: the first screen does not wait for it

        return Note(str(uuid.uuid4()), self.book.guide, kind, target, body, style)

    def _add(self, words: str, kind: Kind, targets: list[Target], style: Style = "") -> None:
        if self.ledger.is_adding(kind, targets):  # the key was pressed again, as nothing was to be seen yet
            self.said.emit(self.tr("This is not kept yet: {0}. {1}").format(words, self.ledger.reason))
            return
        self.do(words, add(self.new(kind, target, style=style) for target in targets))

    def _take(self, book: Book) -> None:
        self._name_undoing()
        self.changed.emit(book)

    def _name_undoing(self) -> None:
        is_guide_seen = self._actions["note"].isEnabled()
        words = self.ledger.undoing.words if is_guide_seen else ("", "")
        ways_back.name(self._actions["undo"], self._actions["redo"], words)
        self._actions["keep_again"].setEnabled(bool(self.ledger.not_kept))
