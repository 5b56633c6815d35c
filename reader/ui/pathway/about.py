"""Below the drawing, while one reads: what is chosen in words, where that leads, and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.ui import theme as look
from reader.ui import viewport
from reader.ui.pathway.legend import ROW, Legend
from reader.ui.pathway.signs import Sign
from reader.ui.theme import Theme
from reader.ui.widgets.tab_order import put_after

if TYPE_CHECKING:
    from reader.ui.pathway.card import Card
    from reader.ui.pathway.links import Links

_LINES, _ROWS = 4, 4  # of words and of signs: always so much room, so that the drawing never moves
_SIDE, _BUTTON = 18, 12  # what stands free beside words; how far a button's own words stand in it


class About(QScrollArea):
    """A caption or a card, and the legend. Its height never changes for what it tells: more than it holds scrolls."""

    link_chosen = Signal(str, str)  # what to go to, one of those of `card`; its key

    def __init__(self, theme: Theme, before: QWidget, parent: QWidget | None = None) -> None:
        """*before* is what Tab comes to before the links of a card."""
        super().__init__(parent)
        self._viewport = viewport.met(self)
        self._before = before
        self._is_low = False
        self._has_legend = True
        self._signs: Sequence[Sign] = ()
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

    def show_legend(self, show: bool) -> None:
        """Show what the signs mean; or not, beside the list, which has none."""
        self._has_legend = show
        self.show_signs(self._signs)

    def set_low(self, is_low: bool) -> None:
        """Take less room in a low window: one scrolls to what the signs mean."""
        self._is_low = is_low
        self.updateGeometry()

    def say(self, text: str) -> None:
        """Show a caption."""
        self._show(text, "", "")
        if "_links" in vars(self):
            self._links.show_links(())
        self._offer_keys()

    def tell(self, card: Card) -> None:
        """Show a card from its beginning."""
        self._show(card.text, card.level, card.why)
        self._links.show_links(card.links)
        put_after(self._before, self._links)
        self._offer_keys()

    def _show(self, text: str, level: str, why: str) -> None:
        self._words.setText(text)
        self._evidence.show_levels([level] if level else [])
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        lines = self._words.fontMetrics().lineSpacing() * _LINES
        return QSize(200, lines + 16 + ROW * (0 if self._is_low else _ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_keys()

    def _offer_keys(self) -> None:
        is_cut = self._column.totalHeightForWidth(self._viewport.width()) > self._viewport.height()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_cut else Qt.FocusPolicy.NoFocus)  # the keys scroll it


def _words() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)  # labels come from a stranger's file
    label.setWordWrap(True)
    label.setFont(look.sans())
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
