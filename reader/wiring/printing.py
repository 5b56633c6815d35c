"""What leaves the window on paper or as a picture, and the sections that are collected for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect what is printed or saved with the commands and the panels from which it is asked for."""
    _connect_handout(app)
    _connect_wishes(app)
    _connect_desk(app)
    _connect_pathway(app)


def _connect_handout(app: App) -> None:
    handout, outline, on = app.handout, app.window.outline, app.window.actions_by_id
    handout.changed.connect(outline.show_basket)
    handout.kept.connect(app.keeper.keep_panels)
    handout.done.connect(app.offers.show_collected)
    handout.told.connect(app.window.notice.say)
    handout.offer(on)
    outline.ticked.connect(handout.tick)
    outline.handout.clear_requested.connect(handout.clear)
    outline.handout.undo_requested.connect(handout.put_back)
    outline.choosing_changed.connect(handout.tell_left_out)
    outline.choosing_changed.connect(on["choose_sections"].setChecked)
    on["choose_sections"].triggered.connect(app.keyboard.choose_sections)
    for listed in (outline, app.search):
        listed.menu_opened.connect(app.handout_menu.fill)
    app.window.article.menu.opened.connect(app.handout_menu.fill_at)


def _connect_wishes(app: App) -> None:
    wishes, window, on = app.wishes, app.window, app.window.actions_by_id
    wishes.told.connect(window.notice.say)
    wishes.offered.connect(window.notice.offer)
    wishes.ticks_wanted.connect(app.keyboard.tick_sections)
    window.outline.handout.print_requested.connect(wishes.print_handout)
    window.companion.words.print_requested.connect(wishes.print_listed)
    app.safekeeping.print_requested.connect(wishes.print_notes)
    for name, wish in (
        ("print", wishes.print_section),
        ("print_handout", wishes.print_handout),
        ("print_guide", wishes.print_guide),
        ("print_selection", wishes.print_selection),
        ("print_pathway", wishes.print_pathway),
        ("print_glossary", wishes.print_glossary),
        ("print_words", wishes.print_words),
        ("print_notes", wishes.print_all_notes),
    ):
        on[name].triggered.connect(wish)


def _connect_desk(app: App) -> None:
    desk = app.print_desk
    app.wishes.wanted.connect(desk.open)
    app.acts.changed.connect(desk.show_book)
    desk.basket_changed.connect(app.handout.take)
    desk.change_requested.connect(app.keyboard.tick_sections)
    desk.questions_requested.connect(app.appointment.open_over)
    desk.folder_used.connect(app.keeper.remember_folder)
    desk.remembered.connect(app.keeper.save)


def _connect_pathway(app: App) -> None:
    window, along, on = app.window, app.take_along, app.window.actions_by_id
    on["save_pathway"].triggered.connect(along.save)
    on["save_lit"].triggered.connect(along.save_lit)
    on["copy_pathway"].triggered.connect(along.copy)
    along.working.connect(window.notice.offer)
    along.told.connect(window.notice.say)
    along.failed.connect(window.notice.warn)
    along.folder_used.connect(app.keeper.remember_folder)
