"""A column whose words can be copied as plain text, with a line that says where they are from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.numbering import Numbering, Paragraph
from reader.core.records import About
from reader.ui.article import asking
from reader.ui.article.choosing import ChoosingColumn
from reader.ui.article.plain import plain_text
from reader.ui.clipboard import mime_data
from reader.ui.theme import Theme

LONGEST_SAID = 40  # characters of the words in a menu


class CopyingColumn(ChoosingColumn):
    """Knows the numbers of its paragraphs, and offers copies in a menu of its own."""

    menu_opened = Signal(QMenu, int)  # at a document position; who hears of it may add to the menu

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.numbering: Numbering | None = None
        self.copies_source = False
        self._about: About | None = None
        self._has_glossary = False
        self._pathway_of: Guide | None = None  # read when somebody asks for a menu: it may be large

    def number(self, guide: Guide) -> None:
        """Number the paragraphs of *guide*."""
        self._about, self._has_glossary, self._pathway_of = guide.about, guide.has_entries, guide
        self.numbering = Numbering(guide)

    def paragraph_at(self, position: int) -> Paragraph | None:
        """Return the paragraph at a document position, or None."""
        place = self.places.place(position)
        return self.numbering.at(place.section, place.block) if self.numbering is not None and place else None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what Ctrl+C, a drag and the second clipboard of X11 take: plain text."""
        return mime_data(self.copied(self.textCursor(), with_source=self.copies_source))

    def copied(self, selected: QTextCursor, *, with_source: bool) -> str:
        """Return what a cursor has selected as plain text, with the line of its source where that is wanted."""
        text = plain_text(selected)
        first = self.paragraph_at(selected.selectionStart())
        last = self.paragraph_at(max(selected.selectionStart(), selected.selectionEnd() - 1))
        if not (with_source and text and self._about and self.numbering and first and last):
            return text
        return f"{text}\n\n{source_line(self._about, self.numbering, first, last)}"

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here, in words; Qt's own menu speaks of links that lead nowhere outside."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            position = self.textCursor().position()
            where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        else:
            position, where = self.cursorForPosition(event.pos()).position(), event.globalPos()
        menu = self.menu_at(position)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu_at(self, position: int) -> QMenu:
        """Return what can be done at a document position: copy the selection or the paragraph, explain a word."""
        menu = QMenu(self)
        chosen = self.textCursor()
        words, with_source = self.tr("&Copy"), self.tr("Copy with its &source")
        if not chosen.hasSelection() and (paragraph := self.paragraph_at(position)) is not None:
            chosen = self._words_of(paragraph)
            words = self.tr("&Copy paragraph {0}").format(paragraph.number)
            with_source = self.tr("Copy paragraph {0} with its &source").format(paragraph.number)
        for text, source in ((words, self.copies_source), (with_source, True)):
            action = menu.addAction(text)
            action.setEnabled(chosen.hasSelection())
            action.triggered.connect(partial(self._copy, chosen, with_source=source))
        self.menu_opened.emit(menu, position)
        self._offer_explanation(menu, position)
        return menu

    def _offer_explanation(self, menu: QMenu, position: int) -> None:
        """Offer to explain the selection where it is at a document position, else the word there."""
        if not self._has_glossary:
            return
        asked = asking.selected(self)
        if asked is None or not asked.start <= position <= asked.end:
            asked = asking.term_at(self, position) or asking.word_at(self, position)
        words = asking.written(self, asked) if asked is not None else ""
        if asked is None or not 0 < len(words) <= asking.LONGEST_ASKED:
            return
        menu.addSeparator()
        said = words if len(words) <= LONGEST_SAID else words[:LONGEST_SAID].rstrip() + "…"
        action = menu.addAction(self.tr("&Explain “{0}”").format(said.replace("&", "&&")))
        action.triggered.connect(partial(self.explain, asked))
        entry = asking.entry_of(asked if asking.is_term(asked) else asking.term_at(self, asked.start))
        pathway = self._pathway_of.pathway if self._pathway_of is not None else None
        if entry and pathway is not None and pathway.of_term(entry) is not None:
            action = menu.addAction(self.tr("Show it in the pat&hway"))
            action.triggered.connect(partial(self.node_requested.emit, entry))

    def _words_of(self, paragraph: Paragraph) -> QTextCursor:
        """Return a cursor that has a paragraph selected, all its blocks."""
        first, last = self.places.span(paragraph) or (0, 0)
        words = QTextCursor(self.document())
        words.setPosition(first)
        words.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return words

    def _copy(self, chosen: QTextCursor, *, with_source: bool) -> None:
        QGuiApplication.clipboard().setText(self.copied(chosen, with_source=with_source))


def source_line(about: About, numbering: Numbering, first: Paragraph, last: Paragraph) -> str:
    """Return the line that says where copied words are from, from the *first* paragraph to the *last*."""
    parts = [
        _tr("“{0}”").format(about.title),
        " – ".join(dict.fromkeys(numbering.section(each).title for each in (first, last))),
        _numbers(first, last),
        _tr("version {0}").format(about.version) if about.version else "",
        _checked(about),
    ]
    return "— " + ", ".join(part for part in parts if part)


def _numbers(first: Paragraph, last: Paragraph) -> str:
    if first == last:
        return (_tr("paragraph {0}") if first.ordinal else _tr("section {0}")).format(first.number)
    return _tr("paragraphs {0}–{1}").format(first.number, last.number)


def _checked(about: About) -> str:
    date = QDate.fromString(about.evidence_checked, Qt.DateFormat.ISODate)
    if not date.isValid():
        return ""
    return _tr("evidence checked {0}").format(QLocale(about.language).toString(date, "d MMMM yyyy"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("copying", text)
