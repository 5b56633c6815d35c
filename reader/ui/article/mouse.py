"""What the mouse asks of links: a click follows one, a double click selects a word, a pointer may rest on a term."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor

from reader.ui.article import asking
from reader.ui.article.column import Column
from reader.ui.article.hovering import Hovering
from reader.ui.article.hyperlinks import Hyperlinks
from reader.ui.article.places import Hyperlink

STEADY = 5  # pixels that a pointer may move in a click


class Mouse(QObject):
    """Tells clicks from drags and from the choosing of words in a column."""

    called_off = Signal()  # the click that asked for an entry was half of a double click, which selects a word

    def __init__(self, column: Column, links: Hyperlinks) -> None:
        super().__init__(column)
        self._column, self._links = column, links
        self._selected: tuple[int, int] | None = None  # from where to where, before the button was pressed
        self._pressed: tuple[Hyperlink, QPointF] | None = None  # what a click that has begun is on, and where
        self._was_clicked = False  # whether the last click asked for an entry
        self.hovering = Hovering(self)
        self.hovering.rested.connect(self._rest)
        column.verticalScrollBar().valueChanged.connect(self.hovering.stop)

    def use(self) -> None:
        """Take the keyboard's ring away, before a button is pressed: the mouse points for itself."""
        self.hovering.stop()
        self._was_clicked, self._pressed = False, None
        self._links.use_mouse()
        self._selected = _ends(self._column.textCursor())

    def press(self, event: QMouseEvent) -> None:
        """Begin a click, now that the text has the button."""
        # Qt selects a paragraph at the third press: that is no click, whatever it is on.
        is_same = _ends(self._column.textCursor()) in (self._selected, None)
        under = self._under(event.position()) if event.button() == Qt.MouseButton.LeftButton and is_same else None
        self._pressed = (under, event.position()) if under is not None else None

    def double_click(self) -> None:
        """Let a word be selected, and nothing else: what the first click opened is closed again."""
        if self._was_clicked:
            self.called_off.emit()
        self.use()

    def drag(self, event: QMouseEvent) -> None:
        """Take a drag for a drag, however short; a hand that trembles clicks all the same."""
        if self._pressed is not None and (event.position() - self._pressed[1]).manhattanLength() > STEADY:
            self._pressed = None

    def hover(self, event: QMouseEvent) -> None:
        """Wait for the pointer to rest."""
        under = self._under(event.position()) if self.hovering.is_on else None
        self.hovering.moved(event, is_on_term=under is not None and asking.is_term(under))

    def release(self, event: QMouseEvent) -> None:
        """Follow what was clicked: what the button was pressed on, and let go."""
        clicked, self._pressed = self._pressed, None
        if (
            clicked is None
            or event.button() != Qt.MouseButton.LeftButton
            or self._under(event.position()) != clicked[0]
        ):
            return
        caret = self._column.textCursor()
        caret.setPosition(clicked[0].start)
        self._column.set_caret(caret)
        self._was_clicked = asking.is_term(clicked[0])
        self._links.follow(clicked[0])

    def _under(self, point: QPointF) -> Hyperlink | None:
        """Return what can be chosen exactly under a point of the viewport, or None."""
        column = self._column
        address = column.anchorAt(point.toPoint())
        position = column.cursorForPosition(point.toPoint()).position() if address else 0
        found = (column.places.link_at(each) for each in (position, position - 1)) if address else ()
        return next((each for each in found if each is not None and each.address == address), None)

    def _rest(self, where: QPointF) -> None:
        """Ask for the term on which a pointer rests, unless one is on another by keyboard, or works elsewhere."""
        under = self._under(self._column.viewport().mapFromGlobal(where))
        has_ring = self._links.uses_keys and self._links.held is not None
        if under is not None and asking.is_term(under) and self._column.isActiveWindow() and not has_ring:
            self._links.point(under)


def _ends(words: QTextCursor) -> tuple[int, int] | None:
    """Return where a selection begins and ends; None where nothing is selected."""
    return (words.selectionStart(), words.selectionEnd()) if words.hasSelection() else None
