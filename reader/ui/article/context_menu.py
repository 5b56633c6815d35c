"""What can be done at a place in the text, in words: a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from reader.ui.article import asking
from reader.ui.article.column import Column
from reader.ui.article.contents import Contents
from reader.ui.article.copying import Copying
from reader.ui.article.hyperlinks import Hyperlinks

LONGEST_SAID = 40  # characters of the words in a menu


class ContextMenu(QObject):
    """Makes the menu of a column; Qt's own speaks of links that lead nowhere outside."""

    opened = Signal(QMenu, int)  # at a document position; who hears of it may add to the menu
    node_requested = Signal(str)  # entry id, whose node in the pathway is wanted

    def __init__(self, column: Column, contents: Contents, links: Hyperlinks, copying: Copying) -> None:
        super().__init__(column)
        self._column, self._contents, self._links, self._copying = column, contents, links, copying

    def open(self, event: QContextMenuEvent) -> None:
        """Show the menu at the caret, or where the mouse is."""
        column = self._column
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            position = column.textCursor().position()
            where = column.viewport().mapToGlobal(column.cursorRect().bottomLeft())
        else:
            position, where = column.cursorForPosition(event.pos()).position(), event.globalPos()
        menu = self.menu_at(position)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu_at(self, position: int) -> QMenu:
        """Return what can be done at a document position: copy the selection or the paragraph, explain a word."""
        menu = QMenu(self._column)
        chosen, copying = self._column.textCursor(), self._copying
        words, with_source = self.tr("&Copy"), self.tr("Copy with its &source")
        if not chosen.hasSelection() and (paragraph := self._contents.paragraph_at(position)) is not None:
            chosen = copying.words_of(paragraph)
            words = self.tr("&Copy paragraph {0}").format(paragraph.number)
            with_source = self.tr("Copy paragraph {0} with its &source").format(paragraph.number)
        for text, source in ((words, copying.copies_source), (with_source, True)):
            action = menu.addAction(text)
            action.setEnabled(chosen.hasSelection())
            action.triggered.connect(partial(copying.copy, chosen, with_source=source))
        self.opened.emit(menu, position)
        self._offer_explanation(menu, position)
        return menu

    def _offer_explanation(self, menu: QMenu, position: int) -> None:
        """Offer to explain the selection where it is at a document position, else the word there."""
        column, guide = self._column, self._contents.guide
        if guide is None or not guide.has_entries:
            return
        asked = asking.selected(column)
        if asked is None or not asked.start <= position <= asked.end:
            asked = asking.term_at(column, position) or asking.word_at(column, position)
        words = asking.written(column, asked) if asked is not None else ""
        if asked is None or not 0 < len(words) <= asking.LONGEST_ASKED:
            return
        menu.addSeparator()
        said = words if len(words) <= LONGEST_SAID else words[:LONGEST_SAID].rstrip() + "…"
        action = menu.addAction(self.tr("&Explain “{0}”").format(said.replace("&", "&&")))
        action.triggered.connect(partial(self._links.explain, asked))
        entry = asking.entry_of(asked if asking.is_term(asked) else asking.term_at(column, asked.start))
        if entry and guide.pathway is not None and guide.pathway.of_term(entry) is not None:
            action = menu.addAction(self.tr("Show it in the pat&hway"))
            action.triggered.connect(partial(self.node_requested.emit, entry))
