"""What is told while one reads: what is chosen in words, where that leads, and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.core.signs import Sign
from reader.ui import theme as look
from reader.ui import viewport
from reader.ui.pathway.legend import ROW, Legend
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.ui.pathway.card import Card
    from reader.ui.pathway.links import Links
    from reader.ui.pathway.own_rows import OwnRows
    from reader.ui.pathway.whole_rows import WholeRows
    from reader.ui.widgets.own_notes import Own

_LETTERS, _LINES, _ROWS = 80, 2, 4  # of words and of signs that have room while nothing is chosen
_CARD = 8 * ROW + 16  # pixels of a card at most, if it does not tell more
_SHARE, _CARD_SHARE = 0.25, 0.5  # of the room of drawing and words, at most
_RULE = 1  # pixels of the line above
_SIDE, _BUTTON = 18, 12  # what stands free beside words; how far a button's own words stand in it
_EDGE, _GAP = 8, 4  # what stands free above and below; between parts


class About(QScrollArea):
    """A caption or a card, and the legend; more than it has room for scrolls.

    Its room below the drawing never changes for what it tells, so that the drawing never does: a card lies over the
    lower part of the drawing. The list, which has its first rows above, gives way to it, always to the same height.
    """

    link_chosen = Signal(str, str)  # what to go to, one of those of `card`; its key

    def __init__(self, theme: Theme, before: QWidget, parent: QWidget | None = None) -> None:
        """*before* is what Tab comes to before the links of a card."""
        super().__init__(parent)
        self._viewport = viewport.met(self)
        self._before = before
        self._theme = theme
        self._is_card = False
        self._has_legend = True
        self._signs: Sequence[Sign] = ()
        self._every_sign: Sequence[Sign] = ()
        self._words = _words()
        self._why = _words()
        self._why.setProperty("quiet", True)
        self._evidence = Legend(theme)
        self._legend = Legend(theme)
        self._page = page = QWidget()
        page.setObjectName("panel")
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(_SIDE - _BUTTON, _EDGE, _SIDE - _BUTTON, _EDGE)
        column.setSpacing(_GAP)
        for part in (self._words, self._evidence, self._why, self._legend):
            part.setContentsMargins(_BUTTON, 0, _BUTTON, 0)
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setObjectName("about")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What is chosen in the pathway"))
        self.say("")

    @cached_property
    def _links(self) -> Links:
        from reader.ui.pathway.links import Links  # late: most readings choose nothing

        links = Links()
        links.chosen.connect(self.link_chosen)
        self._column.insertWidget(self._column.indexOf(self._legend), links)
        return links

    @cached_property
    def _own(self) -> OwnRows:
        from reader.ui.pathway.own_rows import OwnRows  # late: most readings choose nothing

        rows = OwnRows(self._theme)
        rows.setContentsMargins(_BUTTON, 0, _BUTTON, 0)
        self._column.insertWidget(self._column.indexOf(self._words) + 1, rows)
        return rows

    @cached_property
    def _whole_rows(self) -> WholeRows:
        from reader.ui.pathway.whole_rows import WholeRows  # late: mostly there is room for all

        return WholeRows(self, self._viewport, self._page)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        if "_own" in vars(self):
            self._own.set_theme(theme)
        self._evidence.set_theme(theme)
        self._legend.set_theme(theme)

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Say what these signs mean, where there is a drawing."""
        self._signs = signs
        self._legend.show_signs(signs if self._has_legend else ())

    def keep_room_for(self, signs: Sequence[Sign]) -> None:
        """Have room for all the signs that `show_signs` will ever show of this drawing."""
        self._every_sign = signs
        self.updateGeometry()

    def show_legend(self, show: bool) -> None:
        """Show what the signs mean; or not, beside the list, which has none."""
        self._has_legend = show
        self.show_signs(self._signs)
        self._take_room()

    def say(self, text: str) -> None:
        """Show a caption."""
        self._show(text, (), "", "")
        if "_links" in vars(self):
            self._links.show_links(())
        self._be_card(False)

    def tell(self, card: Card) -> None:
        """Show a card from its beginning."""
        self._show(card.text, card.own, card.level, card.why)
        self._links.show_links(card.links)
        put_after(self._before, self._links)
        self._be_card(True)

    def _show(self, text: str, own: tuple[Own, ...], level: str, why: str) -> None:
        self._words.setText(text)
        if own or "_own" in vars(self):
            self._own.show_own(own)
        self._evidence.show_levels([level] if level else [])
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.verticalScrollBar().setValue(0)

    def _be_card(self, is_card: bool) -> None:
        if is_card or self._is_card:
            self._is_card = is_card
            self._take_room()
        self._offer_keys()

    def _take_room(self) -> None:
        """Stand at once where there is room: what is chosen is looked for where nothing lies over it."""
        self.updateGeometry()
        panel = self.parentWidget()
        layout = panel.layout() if panel is not None else None
        if layout is not None:
            layout.activate()

    def stand_beside(self, is_beside: bool) -> None:
        """Be parted from the drawing by no line of its own, or by one above."""
        if self.property("beside") != is_beside:
            self.setProperty("beside", is_beside)
            look.follow_properties(self)

    def heights(self, size: QSize) -> tuple[int, int]:
        """Return the pixels of its room below, and of itself: more where a card lies over the drawing above it.

        *size* is what it and the drawing have together.
        """
        rest = self._height_at_rest(size) + _RULE
        if not self._is_card:
            return rest, rest
        most = round(size.height() * _CARD_SHARE)
        if not self._has_legend:
            return (max(rest, min(_CARD, most)),) * 2
        return rest, max(rest, min(most, self._height_of_card(size.width()) + _RULE))

    def _height_of_card(self, width: int) -> int:
        """Return the room for all that is told, and for as many as may be of the signs that may yet be shown."""
        legend, rows = self._legend, self._legend.rows_of(self._every_sign, width - 2 * _SIDE)
        shown = legend.height() + _GAP if legend.isVisibleTo(self._page) else 0
        told = self._column.totalHeightForWidth(width) - shown
        return max(told, min(_CARD, told + rows * ROW + _GAP))

    def _height_at_rest(self, size: QSize) -> int:
        """Return the room for a caption and the signs: as many lines and rows as can be seen whole."""
        line, most = self._line(), round(size.height() * _SHARE)
        words = _EDGE + self._lines(size.width()) * line
        if words > most:
            return _EDGE + max(1, (most - _EDGE) // line) * line
        every = self._legend.rows_of(self._every_sign, size.width() - 2 * _SIDE) if self._has_legend else 0
        rows = max(0, min(every, _ROWS, (most - words - _GAP) // ROW))
        return words + (rows * ROW + _GAP if rows else 0) + (_EDGE if rows == every else 0)

    def _line(self) -> int:
        return self._words.fontMetrics().lineSpacing()

    def _lines(self, width: int) -> int:
        """Return how many lines a caption takes."""
        letters = _LETTERS * self._words.fontMetrics().averageCharWidth()
        return max(_LINES, -(-letters // max(1, width - 2 * _SIDE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._line() + 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_keys()

    def _offer_keys(self) -> None:
        is_cut = self._column.totalHeightForWidth(self._viewport.width()) > self._viewport.height()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_cut else Qt.FocusPolicy.NoFocus)  # the keys scroll it
        if is_cut:
            self._whole_rows.show_whole()
            self._come_last()

    def _come_last(self) -> None:
        """Let Tab come to the keys that scroll after all that is told: what takes no keys has no place in its order."""
        buttons = self._links.buttons if "_links" in vars(self) else []
        if self._before.window() is self.window():
            self.setTabOrder(buttons[-1] if buttons else self._before, self)


def _words() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)  # labels come from a stranger's file
    label.setWordWrap(True)
    label.setFont(look.sans())
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
