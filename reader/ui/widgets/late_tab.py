"""A tab beside the article of which nothing is there but its page until it is first looked at."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from reader.ui.widgets.tab_order import put_after

Panel = TypeVar("Panel", bound=QWidget)


class LateTab(QObject, Generic[Panel]):
    """Builds the panel of a tab when the tab is opened, and gives it the keyboard when the tab is clicked.

    What is abstract is checked by mypy alone: a QObject cannot have the metaclass that would check it here.
    """

    def __init__(self, tabs: QTabWidget, page: QWidget, parent: QObject) -> None:
        """*page* is the empty page of the tab, which may be taken out of *tabs* and put in again."""
        super().__init__(parent)
        self._tabs, self._page = tabs, page
        self._panel: Panel | None = None
        tabs.currentChanged.connect(self._tab_changed)
        tabs.tabBarClicked.connect(self._tab_clicked)

    @abstractmethod
    def reveal(self) -> None:
        """Bring the tab into view, wherever it is."""

    @abstractmethod
    def build(self) -> Panel:
        """Return the panel, connected; what it needs is loaded here."""

    @abstractmethod
    def fill(self, panel: Panel) -> None:
        """Show in the panel what has been told until now."""

    @abstractmethod
    def take_keyboard(self) -> None:
        """Give the keyboard to the part of the panel that one who clicked on the tab wants."""

    @property
    def panel(self) -> Panel | None:
        """The panel, if it was built."""
        return self._panel

    def built(self) -> Panel:
        """Return the panel, which is built at the first call."""
        if self._panel is None:
            self._panel = panel = self.build()
            self._page.resize(self._tabs.size())  # or it would be laid out twice: pages are sized when shown
            column = QVBoxLayout(self._page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(panel)
            column.activate()
            self._page.setFocusProxy(panel)
            put_after(self._tabs.tabBar(), panel)
            self.fill(panel)
            panel.show()  # now, and not with the next event: it takes the keyboard
        return self._panel

    def _tab_changed(self) -> None:
        if self._tabs.currentWidget() is self._page:
            self.built()

    def _tab_clicked(self, index: int) -> None:
        """Let one who clicked type at once: elsewhere the letters would be commands."""
        if self._tabs.widget(index) is self._page:
            self.reveal()
            self.take_keyboard()
