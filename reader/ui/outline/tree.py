"""The tree of headings: it follows the reading line, but never the user's own hand."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTreeView, QWidget

from reader.core.records import Section
from reader.ui import viewport
from reader.ui.outline.folding import Folding
from reader.ui.outline.headings import NONE, POSITION, Headings
from reader.ui.outline.rows import Rows
from reader.ui.theme import Theme
from reader.ui.widgets.filter_box import ENTER

REST = 1.5  # seconds after the user's last touch in which the tree does not follow


class OutlineTree(QTreeView):
    """Click or Enter opens a section. The left of a row, or the Left and Right keys, close and open what is inside."""

    opened = Signal(str)  # the id of a section
    left = Signal()  # Esc: the user is done here
    folded = Signal()  # the user opened or closed what is inside of sections
    unfolded = Signal()  # other sections are shown inside theirs than before

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport.met(self)
        self.setAccessibleName(self.tr("Outline"))
        self._rows = Rows(theme, self)
        self.setItemDelegate(self._rows)
        self._folding = Folding(self)
        self._reading = NONE
        self._fitted = 0  # the width in pixels that the headings were wrapped at
        self._touched = -REST
        self._is_done = False  # the press was dealt with: its release is no click on a heading
        self._dress()
        self.entered.connect(self._hover)
        self.clicked.connect(self._open)
        self._folding.changed.connect(self._mark)
        self._folding.changed.connect(self.unfolded)
        self._folding.by_hand.connect(self.folded)
        self.verticalScrollBar().actionTriggered.connect(self.touch)

    def _dress(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(0)  # the delegate indents, so that a row's ground reaches from edge to edge
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the article, so it is followed

    @property
    def headings(self) -> Headings:
        """The headings of the guide that is shown."""
        return self._rows.headings

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._rows.theme = theme
        self.viewport().update()

    def show_outline(self, sections: tuple[Section, ...]) -> None:
        """Show the headings of a guide, all of them open."""
        self._reading = NONE
        self._rows.matches, self._rows.reading, self._rows.hovered = None, NONE, NONE
        before = self.model()
        self._rows.headings = Headings(sections, self)
        self.setModel(self.headings)
        if before is not None:
            before.deleteLater()
        self._fit()
        self._folding.begin(self.headings)
        if sections:
            self.setCurrentIndex(self.headings.indexes[0])
        self.unfolded.emit()

    def closed(self) -> list[str]:
        """Return the ids of the sections that the user closed, in the order of the text."""
        return [self.headings.sections[position].id for position in sorted(self._folding.closed)]

    def close_sections(self, sections: Iterable[str]) -> None:
        """Close the sections with these ids, as the user had them, of all that are open; unknown ones are left out."""
        self._folding.close(self.headings.position(section) for section in sections)

    def mark(self, section: str, *, follow: bool) -> None:
        """Mark the section that is being read; *follow* brings its row into view and makes it the current one."""
        position = self.headings.position(section)
        if position != self._reading:
            self._reading = position
            self._mark()
        if follow and self.isVisible() and monotonic() - self._touched >= REST:
            self.bring_reading()

    def box_left(self) -> int:
        """Return where the right end of a row begins, which is its box while there are boxes."""
        return self._rows.box_left()

    def bring_reading(self) -> None:
        """Bring the row of what is being read into view, and make it the current one."""
        if self._rows.reading != NONE:
            self._bring(self._rows.reading)

    def touch(self) -> None:
        """Take note that the user does something here."""
        self._touched = monotonic()

    def set_read(self, section: str, share: float) -> None:
        """Show how much of a section was read, 0 to 1."""
        position = self.headings.position(section)
        if position != NONE and self.headings.set_read(position, share):
            self.viewport().update()

    def filter(self, query: str) -> int | None:
        """Show the headings that hold the words of *query*, and those around them; all where there are none.

        Returns how many hold them, None where there are no words.
        """
        if not query.strip():
            if self._rows.matches is not None:
                self._rows.matches = None
                self._folding.show_only(range(len(self.headings.sections)), is_filtered=False)
                self._mark()
                self.bring_reading()
            return None
        matches = self.headings.matching(query)
        self._rows.matches = frozenset(matches)
        shown = {each for position in matches for each in self.headings.around(position)}
        self._folding.show_only(shown, is_filtered=True)
        self._mark()
        if matches:
            self.setCurrentIndex(self.headings.indexes[matches[0]])
            self.scrollToTop()
        return len(matches)

    def open_first_match(self) -> None:
        """Open the first heading that the filter found."""
        if self._rows.matches:
            self._open(self.headings.indexes[min(self._rows.matches)])

    def unfold_all(self) -> None:
        """Show all sections."""
        self.touch()
        self._folding.unfold_all()

    def fold_all(self) -> None:
        """Show the outermost sections only."""
        self.touch()
        here = self.currentIndex()
        self._folding.fold_all()
        if here.isValid():
            self._bring(self.headings.around(here.data(POSITION))[0])

    def can_unfold(self) -> bool:
        """Whether a section is closed."""
        return bool(self._folding.closed)

    def can_fold(self) -> bool:
        """Whether a section with others inside is open."""
        return len(self._folding.closed) < len(self.headings.outer)

    # What Qt calls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the headings anew."""
        super().resizeEvent(event)
        if self.width() != self._fitted:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at what is being read."""
        super().showEvent(event)
        self.bring_reading()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the row that the pointer was on."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close what is inside, where its sign is; anything else as usual."""
        self.touch()
        index = self.indexAt(event.position().toPoint())
        self._is_done = self._has_sign_at(index, event.position().toPoint())
        if not self._is_done:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(index, not self.isExpanded(index))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go where the button went down, unless that was dealt with."""
        if not self._is_done:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two presses as one: hands that tremble press twice."""
        self.touch()
        self._is_done = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Esc leaves, the arrows move and stay in view."""
        self.touch()
        if event.key() in ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            if self.currentIndex().isValid() and event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.scrollTo(self.currentIndex())

    # Its own affairs

    def _fit(self) -> None:
        self._fitted = self.width()
        self.headings.set_heights(self._rows.heights())
        self.scheduleDelayedItemsLayout()

    def _hover(self, index: QModelIndex) -> None:
        self._rows.hovered = index.data(POSITION) if index.isValid() else NONE
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.touch()
        self.opened.emit(self.headings.sections[index.data(POSITION)].id)

    def _has_sign_at(self, index: QModelIndex, point: QPoint) -> bool:
        return (
            self.headings.hasChildren(index) and index.isValid() and point.x() < self._rows.left(index.data(POSITION))
        )

    def _mark(self) -> None:
        """Give the mark to the row of what is being read, or to the nearest one around it that is shown."""
        row = self._folding.nearest_shown(self._reading)
        self.headings.describe(self._rows.reading, "")
        self._rows.reading = row
        words = self.tr("being read") if row == self._reading else self.tr("what is being read is inside")
        self.headings.describe(row, words)
        self.viewport().update()

    def _bring(self, position: int) -> None:
        index = self.headings.indexes[position]
        self.setCurrentIndex(index)
        row, view = self.visualRect(index), self.viewport().rect()
        if row.top() < view.top() or row.bottom() > view.bottom():
            self.scrollTo(index, QTreeView.ScrollHint.PositionAtCenter)
