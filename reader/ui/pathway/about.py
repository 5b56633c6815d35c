"""Below the drawing, while one reads: what is chosen in words, where that leads, and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget, QWidgetItem

from reader.ui import theme as look
from reader.ui import viewport
from reader.ui.pathway.legend import ROW, Legend
from reader.ui.pathway.signs import Sign
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.ui.pathway.card import Card
    from reader.ui.pathway.links import Links

_LINES, _ROWS = 2, 4  # of words and of signs that have room at most while nothing is chosen
_CARD = 8 * ROW + 16  # pixels of a card, whatever it tells
_TOOLS = 100  # pixels of title and buttons, about
_SHARE, _CARD_SHARE = 0.25, 0.5  # at most: of what they leave; of the whole panel
_SIDE, _BUTTON = 18, 12  # what stands free beside words; how far a button's own words stand in it


class About(QScrollArea):
    """A caption or a card, and the legend.

    Its room in the layout never changes for what it tells, so that the drawing never does: a card lies over the lower
    part of the drawing, always as high. The list, which has its first rows above, gives way. More than that scrolls.
    """

    link_chosen = Signal(str, str)  # what to go to, one of those of `card`; its key

    def __init__(self, theme: Theme, before: QWidget, parent: QWidget | None = None) -> None:
        """*before* is what Tab comes to before the links of a card."""
        super().__init__(parent)
        self._viewport = viewport.met(self)
        self._before = before
        self._panel_height = 0
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
        column.setContentsMargins(_SIDE - _BUTTON, 8, _SIDE - _BUTTON, 8)
        column.setSpacing(4)
        for part in (self._words, self._evidence, self._why, self._legend):
            part.setContentsMargins(_BUTTON, 0, _BUTTON, 0)
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setObjectName("about")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What is chosen in the pathway"))
        self.say("")

    @cached_property
    def _links(self) -> Links:
        from reader.ui.pathway.links import Links  # late: most readings choose nothing

        links = Links()
        links.chosen.connect(self.link_chosen)
        self._column.insertWidget(self._column.indexOf(self._legend), links)
        return links

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
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

    def set_panel_height(self, height: int) -> None:
        """Take no more than a share of so many pixels."""
        self._panel_height = height
        self.updateGeometry()

    def say(self, text: str) -> None:
        """Show a caption."""
        self._show(text, "", "")
        if "_links" in vars(self):
            self._links.show_links(())
        self._be_card(False)

    def tell(self, card: Card) -> None:
        """Show a card from its beginning."""
        self._show(card.text, card.level, card.why)
        self._links.show_links(card.links)
        put_after(self._before, self._links)
        self._be_card(True)

    def _show(self, text: str, level: str, why: str) -> None:
        self._words.setText(text)
        self._evidence.show_levels([level] if level else [])
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.verticalScrollBar().setValue(0)

    def _be_card(self, is_card: bool) -> None:
        if is_card != self._is_card:
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

    @property
    def height_wanted(self) -> int:
        """Pixels of a card while one is told, else of the room that is always there."""
        return max(self._least(), self._card_height()) if self._is_card else self._least()

    def _card_height(self) -> int:
        return min(_CARD, round(self._panel_height * _CARD_SHARE))

    def _least(self) -> int:
        line = self._words.fontMetrics().lineSpacing()
        rows = min(_ROWS, self._legend.rows_of(self._every_sign, self.width() - 2 * _SIDE)) if self._has_legend else 0
        wanted = _LINES * line + 16 + (rows * ROW + 4 if rows else 0)
        return min(wanted, max(line + 16, round((self._panel_height - _TOOLS) * _SHARE)))

    def sizeHint(self) -> QSize:
        return QSize(200, self._least() if self._has_legend else self.height_wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other widths, other rows of signs
        self._offer_keys()

    def _offer_keys(self) -> None:
        is_cut = self._column.totalHeightForWidth(self._viewport.width()) > self._viewport.height()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_cut else Qt.FocusPolicy.NoFocus)  # the keys scroll it


class Room(QWidgetItem):
    """The place of an About in a layout: a card is higher and lies over what stands above."""

    def __init__(self, about: About) -> None:
        super().__init__(about)
        self._about = about

    def setGeometry(self, room: QRect) -> None:
        self._about.setGeometry(room.adjusted(0, min(0, room.height() - self._about.height_wanted), 0, 0))


def _words() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)  # labels come from a stranger's file
    label.setWordWrap(True)
    label.setFont(look.sans())
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
