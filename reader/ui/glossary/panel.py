"""The glossary in the companion panel: the words one kept, and an explanation that stays in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.explanation import Explanation, Unexplained, explain
from reader.core.guide import Guide
from reader.ui.glossary.explanation_view import ExplanationView
from reader.ui.glossary.kept_words import KeptWords

Explain = Callable[[str], Explanation | None]


class GlossaryPanel(QStackedWidget):
    """Words to look up, and the page of one that was looked up here or pinned."""

    opened = Signal(str)  # the id of an entry that was opened here
    kept_changed = Signal(list)  # by hand: the ids of all entries that are kept, the newest first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._guide: Guide | None = None
        self.kept = KeptWords()
        self.page = ExplanationView(can_be_pinned=False)
        self.addWidget(self.kept)
        self.addWidget(self.page)
        self.kept.entry_requested.connect(self._open)
        self.kept.changed.connect(self.kept_changed)
        self.page.close_requested.connect(self.close_page)

    def show_guide(self, guide: Guide) -> None:
        """Show the words of a guide."""
        self._guide = guide
        self.close_page()

    def show_kept(self, entries: Sequence[str]) -> None:
        """Show which words the reader keeps in this guide."""
        if self._guide is not None:
            self.kept.show_kept(entries, partial(explain, self._guide))

    def keep(self, entry: str, keep: bool) -> None:
        """Put an entry among the reader's own words, or take it from them."""
        found = explain(self._guide, entry) if self._guide is not None else None
        if keep and found is not None:
            self.kept.keep(found)
        elif not keep:
            self.kept.forget(entry)

    def show_section(self, sections: Sequence[str]) -> None:
        """Take note of the section that is being read, and of those inside it, by their ids."""

    def show_page(self, found: Explanation | Unexplained) -> None:
        """Show an explanation in the panel's fixed place."""
        self.page.begin(found)
        self.setCurrentWidget(self.page)

    def close_page(self) -> None:
        """Show the words again."""
        self.setCurrentWidget(self.kept)

    def _open(self, identifier: str) -> None:
        found = explain(self._guide, identifier) if self._guide is not None else None
        if found is not None:
            self.show_page(found)
            self.opened.emit(identifier)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to what is shown."""
        super().focusInEvent(event)
        if (page := self.currentWidget()) is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
