"""The buttons above the drawing: zoom, fit, list, routes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from reader.core.pathway import Route
from reader.ui import theme as look
from reader.ui.theme import Theme
from reader.ui.widgets.flow import FlowLayout

_WIDEST_TITLE = 280  # pixels of a route's title in the menu


class Tools(QWidget):
    """A row of buttons; where it is too narrow, two."""

    smaller_requested = Signal()
    larger_requested = Signal()
    fit_requested = Signal()
    list_wanted = Signal(bool)  # the list in place of the drawing
    route_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[Route, ...] = ()
        self._smaller = self._button("zoom-out", "", self.tr("Smaller"))
        self._larger = self._button("zoom-in", "", self.tr("Larger"))
        self._fit = self._button("fit", self.tr("Fit"), self.tr("Show the whole pathway"))
        self._list = self._button("list", self.tr("As a list"), self.tr("Show the pathway as a list"))
        self._routes = self._button("route", self.tr("Routes"), self.tr("Walk a route through the pathway"))
        self._list.setCheckable(True)
        self._routes.hide()
        row = FlowLayout(0)
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons = (self._smaller, self._larger, self._fit, self._list, self._routes)
        for button in self._buttons:
            row.addWidget(button)
        self.setLayout(row)
        self._smaller.clicked.connect(self.smaller_requested)
        self._larger.clicked.connect(self.larger_requested)
        self._fit.clicked.connect(self.fit_requested)
        self._list.toggled.connect(self.list_wanted)
        self._list.toggled.connect(self._offer_zoom)

    def _button(self, icon: str, text: str, name: str) -> QPushButton:
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
            button.setIcon(look.icon(button.objectName(), theme))

    @property
    def is_list(self) -> bool:
        """Whether the list is wanted in place of the drawing."""
        return self._list.isChecked()

    def show_routes(self, routes: Sequence[Route]) -> None:
        """Offer these routes; where there are none, the button is not there."""
        self._waiting = tuple(routes)
        self._routes.setVisible(bool(routes))
        if routes and self._routes.menu() is None:
            menu = QMenu(self)
            menu.aboutToShow.connect(self._fill)
            menu.aboutToHide.connect(self._let_go)
            menu.triggered.connect(lambda action: self.route_requested.emit(action.data()))
            self._routes.setMenu(menu)

    def _fill(self) -> None:
        menu = self._routes.menu()
        menu.clear()
        for route in self._waiting:
            title = menu.fontMetrics().elidedText(route.title, Qt.TextElideMode.ElideRight, _WIDEST_TITLE)
            menu.addAction(title.replace("&", "&&")).setData(route.id)
        if not self._routes.underMouse():  # opened by a key: the next Enter is to choose, not only to arrive
            menu.setActiveAction(menu.actions()[0])

    def _let_go(self) -> None:
        """Let the button know that the pointer has left it, which Qt forgets while a menu is open."""
        self._routes.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        self._routes.update()

    def _offer_zoom(self, is_list: bool) -> None:
        for button in (self._smaller, self._larger, self._fit):
            button.setEnabled(not is_list)
