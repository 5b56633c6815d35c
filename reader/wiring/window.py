"""The window itself: its columns and their keyboard, how it looks, what is set, and what stays kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the window with what one sets, and with the commands that show and reach its columns."""
    _connect_columns(app)
    _connect_looks(app)
    _connect_preferences(app)


def _connect_columns(app: App) -> None:
    window = app.window
    on = {identifier: action.triggered for identifier, action in window.actions_by_id.items()}
    on["go_outline"].connect(app.keyboard.go_outline)
    on["filter_outline"].connect(app.keyboard.filter_outline)
    on["go_article"].connect(app.keyboard.go_article)
    on["go_companion"].connect(app.keyboard.go_companion)
    on["go_pathway"].connect(app.keyboard.go_pathway)
    on["go_words"].connect(app.keyboard.go_words)
    on["show_outline"].connect(window.columns.reveal_outline)
    on["show_companion"].connect(window.columns.reveal_companion)
    on["problems"].connect(app.dialogs.show_problems)
    on["about"].connect(app.dialogs.show_about)
    on["quit"].connect(window.close)
    window.columns.article_requested.connect(app.keyboard.go_article)
    window.outline.left.connect(app.keyboard.leave_outline)
    window.notice.closed.connect(window.article.setFocus)
    window.moved.connect(app.keeper.window_moved)
    app.panels.changed.connect(app.keeper.keep_panels)
    app.keeper.failed.connect(window.notice.warn)


def _connect_looks(app: App) -> None:
    looks, on = app.looks, app.window.actions_by_id
    looks.changed.connect(app.window.set_look)
    looks.changed.connect(app.search.set_look)
    looks.changed.connect(app.claims.set_look)
    looks.changed.connect(app.recap.set_look)
    looks.changed.connect(app.notes.set_look)
    on["larger"].triggered.connect(looks.make_larger)
    on["smaller"].triggered.connect(looks.make_smaller)
    on["usual_size"].triggered.connect(looks.take_usual_size)
    looks.offer(on)


def _connect_preferences(app: App) -> None:
    window, preferences, choices = app.window, app.preferences, app.choices
    choices.changed.connect(window.set_choices)
    choices.changed.connect(app.keeper.keep_choices)
    choices.changed.connect(app.navigator.set_choices)
    choices.changed.connect(app.explaining.follow_word)
    choices.changed.connect(app.pacer.set_choices)
    window.actions_by_id["appearance"].triggered.connect(preferences.show_appearance)
    window.actions_by_id["settings"].triggered.connect(preferences.show_settings)
    preferences.left.connect(app.keyboard.go_back)
    window.escaped.connect(preferences.put_away)
    preferences.nothing_open.connect(app.keyboard.put_away)
