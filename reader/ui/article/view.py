"""The article: a guide's text, the place one goes to in it, and what is marked in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.text import Place
from reader.settings import Settings
from reader.ui.announce import announce
from reader.ui.article.column import SIDEWAYS, Column
from reader.ui.article.contents import Contents
from reader.ui.article.context_menu import ContextMenu
from reader.ui.article.copying import Copying
from reader.ui.article.destination import Destination
from reader.ui.article.going import Going
from reader.ui.article.guiding import Guiding
from reader.ui.article.gutter import Gutter
from reader.ui.article.hyperlinks import Hyperlinks
from reader.ui.article.layers import Layer
from reader.ui.article.leading import Leading
from reader.ui.article.marks import Marks
from reader.ui.article.mouse import Mouse
from reader.ui.article.noting import Noting
from reader.ui.article.scroll_anchor import ScrollAnchor
from reader.ui.article.selection import Selection
from reader.ui.theme import Theme

SETTLE_MS = 60  # a scroll is over when nothing moved for so long


class ArticleView(Column):
    """Shows a guide's article and says where one reads."""

    reading_at = Signal(Place)
    led = Signal(Place)  # somebody was led to this place, which can be seen

    def __init__(self, theme: Theme, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(theme, appearance, parent)
        self.setAccessibleName(self.tr("Article"))
        self.scroll_anchor = ScrollAnchor(self)
        self.contents = Contents(self, self.scroll_anchor)
        self._going = Going(self, self.contents, self.scroll_anchor)
        self.links = Hyperlinks(self)
        self.mouse = Mouse(self, self.links)
        self.marks = Marks(self)
        self.copying = Copying(self, self.contents)
        self.menu = ContextMenu(self, self.contents, self.links, self.copying)
        self.guiding = Guiding(self, self.contents, self.scroll_anchor)
        self.destination = Destination(self, self.contents)
        self._lay_gutters()
        self.noting = Noting(self, self.contents, self.guiding.numbers, self.links.ring)
        self.selection = Selection(self, self.contents, self.guiding, self.noting.noted)
        self.leading = Leading(
            self, self.contents, self.scroll_anchor, self.links, noted=self.noting.noted, selection=self.selection
        )
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self.layers = self._layers()
        self._connect()

    def _connect(self) -> None:
        self._settle.timeout.connect(self._settled)
        self.scroll_anchor.shifted.connect(self._settle.start)
        self._going.begun.connect(self._settle.start)
        self._going.arrived.connect(self._settled)
        self.marks.place_wanted.connect(self._going.show)
        self.guiding.line_wanted.connect(self.contents.let_end_at_line)
        self.guiding.lighted.connect(self.destination.end)
        self.guiding.lighted.connect(self.noting.light)
        self.guiding.lighted.connect(self.links.drop)
        self.links.section_requested.connect(self.contents.open_section)
        self.links.note_requested.connect(self.noting.note_requested)
        self.links.being_explained.connect(self.marks.mark_term)
        self.contents.replaced.connect(self.guiding.follow_document)
        self.contents.replaced.connect(self.noting.follow_document)
        self.contents.carried.connect(self.links.carry)
        self.contents.carried.connect(self.selection.carry)
        self.contents.carried.connect(self.marks.carry)
        self.contents.rebuilt.connect(self.marks.show)
        self.leading.opened.connect(self.noting.open)

    def _lay_gutters(self) -> None:
        grounds = (self.destination.ground, self.guiding.lit_ground, self.guiding.ruler)
        Gutter(self, (*grounds, self.guiding.numbers), before=True)
        Gutter(self, grounds, before=False)

    def _layers(self) -> list[Layer]:
        """Return what is painted below the text and over it, the lowest first."""
        lines = (self.noting.lines, self.links.term_lines)  # below the veil over what is not lit
        # No edge of a callout crosses what guides.
        guides = (self.guiding.ruler, self.destination.ground, self.guiding.lit_ground)
        return [*lines, self.callouts, *guides, self.noting.grounds, self.points, self.links.ring, self.marks.frame]

    def show_guide(self, guide: Guide, place: Place | None = None) -> None:
        """Show the article of *guide*, at *place* or at its beginning."""
        self.marks.clear()
        self.links.drop()
        self.scroll_anchor.spot = self._going.spot_of(place) if place is not None else None
        self.contents.show_guide(guide, place)
        if place is not None:
            self.show_place(place)
        else:
            with self.scroll_anchor.steady():
                self.verticalScrollBar().setValue(0)  # Qt brings the caret to the edge: without the room above it
        self._settle.start()

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Show the same place in other colours, or set in another way."""
        if (theme, appearance) != (self.theme, self.appearance):
            self.theme, self.appearance = theme, appearance
            self.contents.rebuild()

    def set_choices(self, settings: Settings) -> None:
        """Do as the settings say."""
        self.copying.copies_source = settings.copy_source
        opens_by_pointing = settings.hover and settings.explain_beside  # what a panel shows, somebody has asked for
        self.mouse.hovering.switch(opens_by_pointing)
        self.contents.set_marking(settings.marking)
        line = settings.appearance.size * settings.appearance.line * self.logicalDpiY() / 72
        self.guiding.guide_by(numbers=settings.paragraph_numbers, ruler=settings.ruler, line=line)

    def show_place(self, place: Place) -> None:
        """Bring *place* to the reading line; a section without block to the top. What is hidden is opened first."""
        if self._has(place):
            self._going.go(place)

    def lead_to(self, place: Place) -> None:
        """Point at a paragraph, brought to the reading line unless it is in view; where it is hidden, its section."""
        if self._has(place):
            place = place if self.contents.shows(place) else Place(place.section)
            self._going.reach(place)
            self.point_at(place)
            self.led.emit(place)

    def point_at(self, place: Place) -> None:
        """Show which paragraph is at *place*, until the next key or click; not while one is lit."""
        if self.guiding.lit is None:
            self.destination.point_at(place)

    def _has(self, place: Place) -> bool:
        return self.contents.guide is not None and self.contents.guide.section(place.section) is not None

    def selected_words(self) -> str:
        """Return what the reader selected, or an empty string."""
        return self.textCursor().selectedText()

    def stretch(self) -> tuple[Place, Place] | None:
        """Return from where to where the selection goes, be it in view or not; None where no words are selected."""
        caret = self.textCursor()
        ends = [self.places.place(each) for each in (caret.selectionStart(), caret.selectionEnd())]
        is_empty = not caret.hasSelection() or not caret.selectedText().strip()
        return None if is_empty or ends[0] is None or ends[1] is None else (ends[0], ends[1])

    # Events, and whom they concern

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is read where it is."""
        self.scroll_anchor.where()
        with self.scroll_anchor.steady():
            self.set_margins()
            self.contents.fit()
            super().resizeEvent(event)
            self.contents.leave_room()
            self.scroll_anchor.return_()
        self.scroll_anchor.shifted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the document grow on when this picture stands."""
        super().paintEvent(event)
        self.contents.be_seen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key to those whom it concerns, one after another, until one has taken it."""
        before = self.textCursor().position()
        if self.leading.take_key(event):
            return
        self.contents.reach(event)
        if not self.guiding.take_key(event):
            self._press_key(event)
        self.beside_changed.emit()
        if self.textCursor().position() != before:
            self.leading.say_entered(in_line=event.key() not in SIDEWAYS)

    def _press_key(self, event: QKeyEvent) -> None:
        self.mouse.hovering.stop()
        if self.links.take_key(event):
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self.links.leave(to_word=event.key() in SIDEWAYS)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next term or link; after the last one, out of the article: from what is lit to the bar below."""
        link = self.links.step(forward=forward, within=self.guiding.words())
        if link is None:
            return bool(super().focusNextPrevChild(forward))
        announce(self, ", ".join(filter(None, (self.links.said(link), self.leading.said_with(link)))))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, and take note of where the mouse puts the caret."""
        self.mouse.use()
        super().mousePressEvent(event)
        self.mouse.press(event)
        self.selection.click()
        self.beside_changed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self.mouse.double_click()
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or wait for the pointer to rest."""
        self.mouse.drag(event)
        super().mouseMoveEvent(event)
        self.mouse.hover(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Wait for no pointer that has gone."""
        self.mouse.hovering.stop()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow what was clicked; let a click choose another paragraph while one is lit."""
        super().mouseReleaseEvent(event)
        self.mouse.release(event)
        self.guiding.take_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        self.menu.open(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what Ctrl+C, a drag and the second clipboard of X11 take: plain text."""
        return self.copying.mime_data()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of a sign."""
        super().focusInEvent(event)
        self.beside_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring of a sign away."""
        super().focusOutEvent(event)
        self.beside_changed.emit()

    def here(self) -> Place | None:
        """Return the place one reads."""
        return self.scroll_anchor.here()

    def _settled(self) -> None:
        place = self.here()
        if place is None:
            return
        self.contents.leave_room()
        if self.marks.hits:
            self.marks.show()
        self.reading_at.emit(place)
