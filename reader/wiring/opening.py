"""What every room hears: a guide opens, one is at a place in it, the window closes. The order counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Let every part hear of the guide, in an order in which each finds what it needs."""
    _connect_guide(app)
    _connect_place(app)
    _connect_end(app)


def _connect_guide(app: App) -> None:
    window, opened = app.window, app.navigator.guide_opened
    app.navigator.preparing.connect(window.show_preparing)
    app.navigator.not_opened.connect(window.show_not_opened)
    opened.connect(app.depths.show_guide)  # before its article is shown
    opened.connect(app.kept_words.show_guide)  # before its words are listed
    opened.connect(window.show_guide)
    opened.connect(app.handout.show_guide)  # what was ticked in it
    opened.connect(app.wishes.show_guide)
    opened.connect(app.panels.show_guide)  # what they were left with, once the guide is in them
    opened.connect(app.finder.show_guide)
    opened.connect(app.keeper.show_guide)
    opened.connect(app.dialogs.show_guide)
    opened.connect(app.explaining.show_guide)
    opened.connect(app.pointing.show_guide)
    opened.connect(app.search.show_guide)
    opened.connect(app.claims.show_guide)
    opened.connect(app.watcher.show_guide)
    opened.connect(app.take_along.show_guide)
    opened.connect(app.pacer.show_guide)
    opened.connect(window.return_line.hide)
    opened.connect(app.log.show_guide)
    opened.connect(app.recap.show_guide)
    opened.connect(app.notes.show_guide)  # before its notes come
    opened.connect(app.acts.show_guide)
    opened.connect(app.following.show_guide)  # after its own notes
    opened.connect(app.appointment.show_guide)
    opened.connect(app.safekeeping.show_guide)
    opened.connect(app.preferences.show_guide)


def _connect_place(app: App) -> None:
    window, navigator = app.window, app.navigator
    navigator.place_opened.connect(app.finder.arrive)
    navigator.place_opened.connect(window.popup.close_popup)
    navigator.place_opened.connect(window.article.show_place)
    navigator.place_opened.connect(app.explaining.forget_way_back)
    navigator.place_opened.connect(app.pacer.show_place)
    navigator.place_followed.connect(window.article.lead_to)
    navigator.section_entered.connect(app.depths.enter)
    navigator.section_entered.connect(window.show_section)
    navigator.section_entered.connect(app.recap.enter)
    navigator.section_entered.connect(app.handout.enter)
    navigator.section_entered.connect(app.wishes.enter)
    navigator.reference_opened.connect(window.show_reference)
    navigator.address_opened.connect(app.dialogs.show_address)
    navigator.history_changed.connect(window.availability.show_history)
    navigator.told.connect(window.notice.say)
    navigator.failed.connect(window.notice.warn)
    window.article.reading_at.connect(navigator.read_at)
    window.article.reading_at.connect(app.finder.read_at)
    window.article.reading_at.connect(app.keeper.read_at)
    window.article.reading_at.connect(app.numbers.read_at)
    window.article.reading_at.connect(app.pacer.refresh)
    window.article.reading_at.connect(app.log.read_at)


def _connect_end(app: App) -> None:
    window = app.window
    window.leaving.connect(app.leaving.ask)  # before anything is put away: it may be refused
    window.closing.connect(app.navigator.stop)
    window.closing.connect(app.log.count)
    window.closing.connect(app.keeper.finish)
    window.closing.connect(app.take_along.stop)
    window.closing.connect(app.print_desk.close)
    window.closing.connect(app.scribe.finish)
