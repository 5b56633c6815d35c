"""Puts the panels beside an article back as one left them in this guide, and takes note of what one changes there."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.core.guide import Guide
from reader.session import Session
from reader.ui.main_window import MainWindow


class Panels(QObject):
    """Keeps the pinned word, open tab and list, closed sections of the outline, and the step of a route."""

    changed = Signal(str)  # the id of a guide of which there is something new to remember

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session = session
        self._tree, self._companion = window.outline.tree, window.companion
        self._guide = ""
        words = self._companion.words
        words.scope_chosen.connect(partial(self._keep, "scope"))
        words.pinned.connect(partial(self._keep, "pinned"))
        self._companion.tab_chosen.connect(self._keep_tab)
        self._tree.folded.connect(self._keep_closed)

    def show_guide(self, guide: Guide) -> None:
        """Put back what belongs to *guide*; to be called once it is in the panels."""
        self._guide = guide.about.id
        remembered = self._session.of_guide(self._guide)
        self._companion.words.restore(remembered.scope, remembered.pinned)
        self._companion.show_tab(remembered.tab)
        self._tree.close_sections(remembered.closed)
        self._companion.pathway.restore(remembered.route, remembered.routes.get(remembered.route, 0))

    def keep_walk(self, route: str, at: int) -> None:
        """Keep at which step of a route one is; 0 where nothing is to be gone on with."""
        if self._guide:
            others = self._session.of_guide(self._guide).routes
            others = {name: step for name, step in others.items() if name != route}
            self._session.of_guide(self._guide).routes = {**others, route: at} if at else others
            self._keep("route", route)

    def _keep_tab(self, name: str) -> None:
        self._keep("tab", name)

    def _keep_closed(self) -> None:
        self._keep("closed", self._tree.closed())

    def _keep(self, name: str, value: Any) -> None:
        if self._guide:
            setattr(self._session.of_guide(self._guide), name, value)
            self.changed.emit(self._guide)
