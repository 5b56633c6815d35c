"""What leaves the window on paper or as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the dialog that prints, and the pictures of the pathway, with their commands."""
    window, along, on = app.window, app.take_along, app.window.actions_by_id
    on["print"].triggered.connect(app.dialogs.print_section)
    app.dialogs.folder_used.connect(app.keeper.remember_folder)
    on["save_pathway"].triggered.connect(along.save)
    on["save_lit"].triggered.connect(along.save_lit)
    on["copy_pathway"].triggered.connect(along.copy)
    along.working.connect(window.notice.offer)
    along.told.connect(window.notice.say)
    along.failed.connect(window.notice.warn)
    along.folder_used.connect(app.keeper.remember_folder)
