"""The paragraph to which somebody was led just now, shown until the next key or click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from reader.core.numbering import Paragraph
from reader.core.text import Place
from reader.ui.article.column import Column
from reader.ui.article.contents import Contents
from reader.ui.article.lit import Ground

PRESSED = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress)


class Destination(QObject):
    """Points at a paragraph of a column: a ground stands below it, and nothing moves."""

    def __init__(self, column: Column, contents: Contents) -> None:
        super().__init__(column)
        self._column, self._contents = column, contents
        self.ground = Ground()

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph to which somebody was led just now, or None."""
        return self.ground.paragraph

    def point_at(self, place: Place) -> None:
        """Show which paragraph is at *place*."""
        numbering = self._contents.numbering
        found = numbering.at(place.section, place.block) if numbering is not None else None
        if found is not None:
            self.ground.paragraph = found
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
            self._column.repaint_all()

    def end(self) -> None:
        """Point no longer."""
        self.ground.paragraph = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Point no longer: something is pressed. A key that is a command's comes as a shortcut only."""
        if event.type() in PRESSED:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self.end()
            self._column.repaint_all()
        return False
