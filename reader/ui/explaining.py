"""Opens explanations, beside their word or in the panel as the reader wants it, and remembers what was looked up."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal

from reader.core.explanation import Explanation, Unexplained, explain, unexplained
from reader.core.glossary import look_up
from reader.core.guide import Guide
from reader.session import WORDS_A_GUIDE, Session
from reader.ui.glossary.explanation_view import ExplanationView
from reader.ui.main_window import MainWindow
from reader.ui.settings.choices import Choices

LONGEST_WORDS = 200  # characters of what somebody asks to have explained


class Explaining(QObject):
    """Every wish for an explanation comes here, whoever has it."""

    told = Signal(str)  # a harmless sentence
    looked_up = Signal(list)  # the ids of the entries that one looked up in this guide, the newest first
    changed = Signal(str)  # the id of a guide of which there is something new to remember

    def __init__(self, session: Session, choices: Choices, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._choices, self._window = session, choices, window
        self._guide: Guide | None = None
        self._popup, self._panel = window.popup, window.companion.words
        for view in (self._popup.view, self._panel.page):
            self._hear(view)
        self._popup.view.pin_requested.connect(self.pin)
        self._panel.opened.connect(self._remember)

    def _hear(self, view: ExplanationView) -> None:
        view.entry_requested.connect(lambda identifier: self._go_on(view, identifier))
        view.words_asked.connect(lambda words: self._show_in(view, self._find(words)))

    def show_guide(self, guide: Guide) -> None:
        """Explain the words of *guide* from now on."""
        self._guide = guide
        self.looked_up.emit(list(self._session.of_guide(guide.about.id).looked_up))

    def open_entry(self, identifier: str, where: QRect) -> None:
        """Explain the entry with this id; *where* is the rectangle of its word on the screen."""
        found = explain(self._guide, identifier) if self._guide is not None else None
        if found is None:
            self.told.emit(self.tr("The glossary has no entry for this word."))
        else:
            self._show(found, where)

    def open_words(self, words: str, where: QRect) -> None:
        """Explain *words*, however they are written; where there is no entry, show those that are written most like."""
        if self._guide is None or not self._guide.has_entries:
            self.told.emit(self.tr("This guide has no glossary."))
        elif not words.strip():
            self.told.emit(self.tr("No explained word is in view. Select a word, then ask again."))
        else:
            self._show(self._find(words), where)

    def open_at_node(self, explanation: Explanation) -> None:
        """Explain the word of a node beside the node."""
        self._remember(explanation.entry.id)
        if self._choices.settings.explain_beside:
            self._window.show_at_node(explanation)
        else:
            self._show_in_panel(explanation)

    def pin(self, explanation: Explanation) -> None:
        """Show an explanation in the panel, where it stays while one reads on."""
        self._popup.close_popup()
        self._window.show_page(explanation, take_keyboard=False)

    def _find(self, words: str) -> Explanation | Unexplained | None:
        said = " ".join(words.split())[:LONGEST_WORDS]
        if self._guide is None or not said:
            return None
        entry = look_up(self._guide, said)
        return explain(self._guide, entry.id) if entry is not None else unexplained(self._guide, said)

    def _show(self, found: Explanation | Unexplained | None, where: QRect) -> None:
        if found is None:
            return
        if isinstance(found, Explanation):
            self._remember(found.entry.id)
        if self._choices.settings.explain_beside and not where.isNull():
            self._popup.show_explanation(found, where)
        else:
            self._show_in_panel(found)

    def _show_in_panel(self, found: Explanation | Unexplained) -> None:
        self._window.show_page(found, take_keyboard=True)

    def _go_on(self, view: ExplanationView, identifier: str) -> None:
        """Show another entry where the one stands that led to it."""
        self._show_in(view, explain(self._guide, identifier) if self._guide is not None else None)

    def _show_in(self, view: ExplanationView, found: Explanation | Unexplained | None) -> None:
        if found is not None:
            if isinstance(found, Explanation):
                self._remember(found.entry.id)
            view.go(found)

    def _remember(self, entry: str) -> None:
        if self._guide is None:
            return
        remembered = self._session.of_guide(self._guide.about.id)
        if remembered.looked_up[:1] != [entry]:
            others = (each for each in remembered.looked_up if each != entry)
            remembered.looked_up = [entry, *others][:WORDS_A_GUIDE]
            self.looked_up.emit(list(remembered.looked_up))
            self.changed.emit(self._guide.about.id)
