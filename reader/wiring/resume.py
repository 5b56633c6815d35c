"""Coming back to a guide: how far one has read, the time that is left, the way back to the place, the recap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect what is counted of the reading with what shows it, and the line that offers the place one left."""
    window, navigator, log, recap = app.window, app.navigator, app.log, app.recap
    navigator.time_left.connect(window.show_time_left)
    navigator.returned.connect(window.return_line.show_return)
    log.changed.connect(app.keeper.count_read)
    log.changed.connect(recap.count_read)
    log.changed.connect(window.outline.show_progress)
    window.return_line.start_requested.connect(navigator.open_start_of_section)
    window.return_line.recap_requested.connect(recap.open)
    for done in (window.return_line.start_requested, window.return_line.closed, recap.place_requested):
        done.connect(app.keyboard.go_article)
    recap.place_requested.connect(window.return_line.hide)
    recap.place_requested.connect(navigator.open)
    window.actions_by_id["recap"].triggered.connect(recap.open)
