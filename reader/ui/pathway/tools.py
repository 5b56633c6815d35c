"""The buttons above the drawing: zoom, list, find, ask, routes; and a menu of all that is wanted less often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reader.core.pathway import Route
from reader.ui import theme as look
from reader.ui.theme import Theme
from reader.ui.widgets.flow import FlowLayout

_WIDEST_TITLE = 280  # pixels of a route's title in the menu
_ROWS = 2  # of buttons at most; in a low window one


class _Tick(NamedTuple):
    """Something in the menu that is on or off."""

    words: str
    is_on: Callable[[], bool]
    turn: Callable[[bool], None]


class Tools(QWidget):
    """As many buttons as two rows hold, the most wanted first; the menu at their end has the rest."""

    smaller_requested = Signal()
    larger_requested = Signal()
    fit_requested = Signal()
    list_wanted = Signal(bool)  # the list in place of the drawing
    whole_requested = Signal()  # the whole window for the pathway
    article_requested = Signal()  # no longer
    find_requested = Signal()
    ask_requested = Signal()
    route_requested = Signal(str, int)  # from which step on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[Route, ...] = ()
        self._walked = ("", 0)  # the route one was on, and its step
        self._ticks: list[_Tick] = []
        self._commands: tuple[QAction, ...] = ()
        self._rows = _ROWS
        self._back = self._button(self.tr("Back to the article"), self.tr("Back to the article"), "back")
        self._smaller = self._button("", self.tr("Smaller"), "zoom-out")
        self._larger = self._button("", self.tr("Larger"), "zoom-in")
        self._fit = self._button(self.tr("Fit"), self.tr("Show the whole pathway"))
        self._list = self._button(self.tr("As a list"), self.tr("Show the pathway as a list"))
        self._whole = self._button(self.tr("Whole window"), self.tr("Show the pathway in the whole window"))
        self._find = self._button(self.tr("Find"), self.tr("Find in the pathway"))
        self._ask = self._button(self.tr("Ask"), self.tr("Ask how one thing leads to another"))
        self._routes = self._button(self.tr("Routes"), self.tr("Walk a route through the pathway"))
        self._more = self._button(self.tr("More"), self.tr("More for the pathway"))
        self._list.setCheckable(True)
        self._buttons = (
            *(self._back, self._smaller, self._larger, self._fit, self._list, self._whole),
            *(self._find, self._ask, self._routes, self._more),
        )
        row = FlowLayout(0)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            row.addWidget(button)
        self.setLayout(row)
        self._absent = {self._routes, self._back}
        self._connect()

    def _connect(self) -> None:
        self._smaller.clicked.connect(self.smaller_requested)
        self._larger.clicked.connect(self.larger_requested)
        self._fit.clicked.connect(self.fit_requested)
        self._list.toggled.connect(self.list_wanted)
        self._list.toggled.connect(self._offer_zoom)
        self._whole.clicked.connect(self.whole_requested)
        self._back.clicked.connect(self.article_requested)
        self._find.clicked.connect(self.find_requested)
        self._ask.clicked.connect(self.ask_requested)
        for button, fill in ((self._routes, self._fill_routes), (self._more, self._fill_more)):
            _Menu(button, fill)

    def _button(self, text: str, name: str, icon: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(icon)  # set_theme finds its picture by this
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIconSize(QSize(look.ICON_PX, look.ICON_PX))
        button.setMinimumSize(look.TARGET_PX, look.TARGET_PX)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's ink."""
        for button in self._buttons:
            if button.objectName():
                button.setIcon(look.icon(button.objectName(), theme))

    def show_routes(self, routes: Sequence[Route]) -> None:
        """Offer these routes; where there are none, the button is not there."""
        self._waiting, self._walked = tuple(routes), ("", 0)
        self._leave_out(self._routes, not routes)

    def show_walked(self, route: str, at: int) -> None:
        """Offer to go on with a route at a step, counted from 0; with "", offer nothing of the kind."""
        self._walked = (route, at)

    def show_whole(self, is_whole: bool) -> None:
        """Offer the whole window to the pathway; where it has it, the way back."""
        self._leave_out(self._whole, is_whole)
        self._leave_out(self._back, not is_whole)

    def add_tick(self, words: str, is_on: Callable[[], bool], turn: Callable[[bool], None]) -> None:
        """Put something that is on or off into the menu; where its *words* are asked for it is told by *is_on*."""
        self._ticks.append(_Tick(words, is_on, turn))

    def clear_ticks(self) -> None:
        """Take out of the menu what `add_tick` put there."""
        self._ticks.clear()

    def offer(self, *actions: QAction) -> None:
        """Put commands of the window at the end of the menu."""
        self._commands = actions

    def set_low(self, is_low: bool) -> None:
        """Take one row at most in a low window."""
        self._rows = 1 if is_low else _ROWS
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for."""
        super().resizeEvent(event)
        self._fit_rows()

    def _leave_out(self, button: QPushButton, is_absent: bool) -> None:
        """Let a button not be there, nor in the menu; or be there again."""
        self._absent = self._absent | {button} if is_absent else self._absent - {button}
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Leave out the least wanted until the rest stand in their rows."""
        most_wanted = (self._back, self._more, self._list, self._find, self._smaller, self._larger)
        wanted = (*most_wanted, self._routes, self._ask, self._fit, self._whole)
        there = [each for each in wanted if each not in self._absent]
        while len(there) > 1 and self._rows_of(there) > self._rows:
            if there.pop() is self._larger:
                there.remove(self._smaller)  # one without the other is no help
        for button in self._buttons:
            button.setVisible(button in there)

    def _rows_of(self, there: Sequence[QPushButton]) -> int:
        rows, x = 1, 0
        for button in self._buttons:
            width = button.sizeHint().width() if button in there else 0
            if x and x + width > self.width():
                rows, x = rows + 1, 0
            x += width
        return rows

    def _fill_routes(self, menu: QMenu) -> None:
        route, at = self._walked
        walked = next((each for each in self._waiting if each.id == route), None)
        if walked is not None:
            words = self.tr("Go on with “{0}”, step {1}").format(_short(menu, walked.title), at + 1)
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda: self.route_requested.emit(route, at))
            menu.addSeparator()
        for each in self._waiting:
            action = menu.addAction(_short(menu, each.title).replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=each.id: self.route_requested.emit(name, 0))

    def _fill_more(self, menu: QMenu) -> None:
        for button in self._buttons:
            if button.isHidden() and button not in (*self._absent, self._routes):
                action = menu.addAction(button.accessibleName())
                action.setCheckable(button.isCheckable())
                action.setChecked(button.isChecked())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(button.click)
        if self._routes.isHidden() and self._waiting:
            menu.addSection(self._routes.text())
            self._fill_routes(menu)
        menu.addSeparator()
        for words, is_on, turn in self._ticks:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(is_on())
            action.toggled.connect(turn)
        menu.addSeparator()
        menu.addActions(self._commands)

    def choose_list(self) -> None:
        """Show the list in place of the drawing."""
        self._list.setChecked(True)

    def _offer_zoom(self, is_list: bool) -> None:
        for button in (self._smaller, self._larger, self._fit):
            button.setEnabled(not is_list)


def _short(menu: QMenu, title: str) -> str:
    return menu.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, _WIDEST_TITLE)


class _Menu(QMenu):
    """The menu of a button, filled each time it is opened."""

    def __init__(self, button: QPushButton, fill: Callable[[QMenu], None]) -> None:
        super().__init__(button)
        self._button, self._fill_with = button, fill
        self.aboutToShow.connect(self._fill)
        self.aboutToHide.connect(self._let_go)
        button.setMenu(self)

    def _fill(self) -> None:
        self.clear()
        self._fill_with(self)
        if not self._button.underMouse() and self.actions():
            # Opened by a key: the next Enter is to choose, not only to arrive.
            self.setActiveAction(next(each for each in self.actions() if not each.isSeparator()))

    def _let_go(self) -> None:
        """Let the button know that the pointer has left it, which Qt forgets while a menu is open."""
        self._button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        self._button.update()
