"""Words of a column as they are copied: plain text, with a line that says where they are from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from reader.core.numbering import Numbering, Paragraph
from reader.core.records import About
from reader.ui.article.column import Column
from reader.ui.article.contents import Contents
from reader.ui.article.plain import plain_text
from reader.ui.clipboard import mime_data


class Copying:
    """Copies what is selected, or a paragraph."""

    def __init__(self, column: Column, contents: Contents) -> None:
        self._column, self._contents = column, contents
        self.copies_source = False  # wherever nobody says otherwise

    def mime_data(self) -> QMimeData:
        """Return what is selected, as a clipboard takes it."""
        return mime_data(self.copied(self._column.textCursor(), with_source=self.copies_source))

    def copied(self, selected: QTextCursor, *, with_source: bool) -> str:
        """Return what a cursor has selected as plain text, with the line of its source where that is wanted."""
        text, contents = plain_text(selected), self._contents
        first = contents.paragraph_at(selected.selectionStart())
        last = contents.paragraph_at(max(selected.selectionStart(), selected.selectionEnd() - 1))
        if not (with_source and text and contents.guide and contents.numbering and first and last):
            return text
        return f"{text}\n\n{source_line(contents.guide.about, contents.numbering, first, last)}"

    def words_of(self, paragraph: Paragraph) -> QTextCursor:
        """Return a cursor that has a paragraph selected, all its blocks."""
        first, last = self._column.places.span(paragraph) or (0, 0)
        words = QTextCursor(self._column.document())
        words.setPosition(first)
        words.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return words

    def copy(self, selected: QTextCursor, *, with_source: bool) -> None:
        """Put what a cursor has selected on the clipboard."""
        QGuiApplication.clipboard().setText(self.copied(selected, with_source=with_source))


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
