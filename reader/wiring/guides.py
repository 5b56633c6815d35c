"""Choosing a guide: the start page with its list, folders and files, what is dropped, and what changed on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect everything from which a guide can be opened with the navigator."""
    _connect_list(app)
    window, navigator, dialogs = app.window, app.navigator, app.dialogs
    window.actions_by_id["open_folder"].triggered.connect(dialogs.open_folder)
    window.actions_by_id["open_file"].triggered.connect(dialogs.open_file)
    window.actions_by_id["help"].triggered.connect(navigator.open_help)
    dialogs.guide_chosen.connect(navigator.open_guide)
    app.recent.chosen.connect(navigator.open_guide)
    app.drops.guide_dropped.connect(navigator.open_guide)
    app.drops.refused.connect(window.notice.warn)
    app.watcher.changed.connect(app.offers.offer_reload)
    app.watcher.gone.connect(window.notice.warn)
    window.actions_by_id["reload"].triggered.connect(navigator.reload)


def _connect_list(app: App) -> None:
    window, navigator, dialogs, page = app.window, app.navigator, app.dialogs, app.window.start_page
    page.stop_requested.connect(navigator.stop)
    page.list_requested.connect(app.shelf.fill)
    page.guide_requested.connect(navigator.open_guide)
    page.forget_requested.connect(app.shelf.forget)
    page.folder_requested.connect(dialogs.open_folder)
    page.file_requested.connect(dialogs.open_file)
    page.return_requested.connect(window.return_to_guide)
    page.return_requested.connect(app.keyboard.go_article)
    app.shelf.filled.connect(page.show_choices)
    app.shelf.forgotten.connect(app.keeper.save)
    window.actions_by_id["guides"].triggered.connect(window.show_guides)
