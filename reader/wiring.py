"""Who hears whom: every connection between the parts, area by area. No branches: a signal here, a slot there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.notebook.notes import STYLES

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the parts of the window with one another."""
    _connect_views(app)
    _connect_depths(app)
    _connect_my_words(app)
    _connect_navigator(app)
    _connect_glossary(app)
    _connect_pathway(app)
    _connect_pointing(app)
    _connect_search(app)
    _connect_claims(app)
    _connect_guides(app)
    _connect_take_along(app)
    _connect_guidance(app)
    _connect_resume(app)
    _connect_notebook(app)
    _connect_safekeeping(app)
    _connect_commands(app)


def _connect_views(app: App) -> None:
    window, navigator, finder, keeper = app.window, app.navigator, app.finder, app.keeper
    window.outline.place_requested.connect(window.go_article)
    window.outline.place_requested.connect(navigator.open)
    window.outline.left.connect(window.leave_outline)

    window.article.link_requested.connect(navigator.open_link)
    window.article.reference_requested.connect(navigator.open_reference)
    window.article.reading_at.connect(navigator.read_at)
    window.article.reading_at.connect(finder.read_at)
    window.article.reading_at.connect(keeper.read_at)
    window.article.reading_at.connect(app.dialogs.read_at)

    window.companion.node_chosen.connect(navigator.open_node)
    window.companion.place_requested.connect(window.go_article)
    window.companion.place_requested.connect(navigator.open)

    window.find_bar.query_changed.connect(finder.find)
    window.find_bar.next_requested.connect(finder.next)
    window.find_bar.previous_requested.connect(finder.previous)
    window.find_bar.left.connect(finder.forget_beginning)
    window.find_bar.closed.connect(finder.end)
    window.find_bar.closed.connect(window.article.setFocus)
    window.find_bar.called_off.connect(finder.call_off)
    window.find_bar.called_off.connect(window.article.setFocus)

    window.moved.connect(keeper.window_moved)
    window.closing.connect(navigator.stop)
    window.closing.connect(app.log.count)
    window.closing.connect(keeper.finish)


def _connect_depths(app: App) -> None:
    depths, window, navigator = app.depths, app.window, app.navigator
    navigator.guide_opened.connect(depths.show_guide)  # before its article is shown
    navigator.section_entered.connect(depths.enter)
    window.article.section_opened.connect(depths.opened)
    depths.changed.connect(window.article.set_depths)
    depths.told.connect(window.status.show_depth)


def _connect_my_words(app: App) -> None:
    words, listed = app.kept_words, app.window.companion.words
    app.navigator.guide_opened.connect(words.show_guide)  # before its words are listed
    words.changed.connect(listed.show_kept)
    words.removed.connect(listed.show_removed)
    listed.keep_requested.connect(words.keep)
    listed.undo_requested.connect(app.acts.ledger.undo)
    for view in (app.window.popup.view, listed.page):
        words.changed.connect(view.show_kept)
        view.keep_requested.connect(words.keep)


def _connect_navigator(app: App) -> None:
    window, navigator, finder = app.window, app.navigator, app.finder
    navigator.preparing.connect(window.show_preparing)
    navigator.not_opened.connect(window.show_not_opened)
    navigator.guide_opened.connect(window.show_guide)
    navigator.guide_opened.connect(app.panels.show_guide)
    navigator.guide_opened.connect(finder.show_guide)
    navigator.guide_opened.connect(app.keeper.show_guide)
    navigator.guide_opened.connect(app.dialogs.show_guide)
    navigator.place_opened.connect(finder.arrive)
    navigator.place_opened.connect(window.popup.close_popup)
    navigator.place_opened.connect(window.article.show_place)
    navigator.place_followed.connect(window.article.lead_to)
    window.article.led.connect(app.pacer.show_place)
    navigator.section_entered.connect(window.show_section)
    navigator.reference_opened.connect(window.show_reference)
    navigator.address_opened.connect(app.dialogs.show_address)
    navigator.history_changed.connect(window.show_history)
    navigator.told.connect(window.notice.say)
    navigator.failed.connect(window.notice.warn)

    finder.found.connect(window.popup.close_popup)
    finder.found.connect(window.article.show_hits)
    finder.found.connect(window.find_bar.show_found)
    finder.searching.connect(window.find_bar.show_searching)
    finder.begun.connect(navigator.leave)
    finder.begun.connect(window.article.keep_spot)
    finder.lost.connect(navigator.stay)
    finder.returned.connect(navigator.come_back)
    for back in (finder.lost, finder.returned):
        back.connect(window.article.return_to_spot)

    app.panels.changed.connect(app.keeper.keep_panels)
    app.keeper.failed.connect(window.notice.warn)
    app.dialogs.guide_chosen.connect(navigator.open_guide)
    app.dialogs.folder_used.connect(app.keeper.remember_folder)
    app.looks.changed.connect(window.set_look)
    app.choices.changed.connect(window.set_choices)
    app.choices.changed.connect(app.keeper.keep_choices)
    app.choices.changed.connect(navigator.set_choices)


def _connect_glossary(app: App) -> None:
    explaining, window, navigator = app.explaining, app.window, app.navigator
    navigator.guide_opened.connect(explaining.show_guide)
    navigator.node_opened.connect(explaining.open_at_node)
    window.article.entry_requested.connect(explaining.open_entry)
    window.article.words_asked.connect(explaining.open_words)
    window.article.entry_pointed.connect(explaining.open_under_pointer)
    window.article.called_off.connect(explaining.call_off)
    window.actions_by_id["define"].triggered.connect(window.define)
    for view in (window.popup.view, window.companion.words.page):
        view.place_requested.connect(window.go_article)
        view.place_requested.connect(navigator.open)
        view.place_requested.connect(window.article.point_at)
        view.reference_requested.connect(navigator.open_reference)
    window.companion.pathway.left.connect(explaining.leave_node)
    navigator.place_opened.connect(explaining.forget_way_back)
    words = window.companion.words
    words.article_requested.connect(window.leave_companion)
    words.left.connect(explaining.go_back)
    explaining.looked_up.connect(words.show_looked_up)
    explaining.explained.connect(window.article.light_asked)
    explaining.ended.connect(window.article.forget_term)
    explaining.looked_up.connect(window.article.show_looked_up)
    moves = (window.article.shifted, window.moved, window.columns.fitted, app.choices.changed, app.depths.changed)
    for moving in moves:
        moving.connect(explaining.follow_word)
    explaining.told.connect(window.notice.say)
    explaining.changed.connect(app.keeper.keep_panels)


def _connect_pathway(app: App) -> None:
    window, navigator, pathway = app.window, app.navigator, app.window.companion.pathway
    pathway.place_requested.connect(window.go_article)
    pathway.place_requested.connect(navigator.open)
    pathway.place_requested.connect(window.article.point_at)
    pathway.reference_requested.connect(navigator.open_reference)
    pathway.modes.place_followed.connect(navigator.follow)
    pathway.modes.walked.connect(app.panels.keep_walk)
    pathway.modes.told.connect(window.notice.say)
    on = window.actions_by_id
    pathway.offer(on["save_pathway"], on["save_lit"], on["copy_pathway"])
    pathway.whole_requested.connect(on["whole_pathway"].trigger)
    pathway.article_requested.connect(window.go_article)
    window.companion.alone_wanted.connect(window.columns.show_alone)
    on["whole_pathway"].triggered.connect(window.show_pathway_alone)
    for command in ("find_node", "ask", "trace_before", "trace_after"):
        on[command].triggered.connect(window.go_pathway)
    on["find_node"].triggered.connect(pathway.modes.find)
    on["ask"].triggered.connect(pathway.modes.ask)
    on["trace_before"].triggered.connect(pathway.modes.trace_before)
    on["trace_after"].triggered.connect(pathway.modes.trace_after)
    on["next_step"].triggered.connect(pathway.modes.next_step)
    on["previous_step"].triggered.connect(pathway.modes.previous_step)


def _connect_pointing(app: App) -> None:
    pointing, window = app.pointing, app.window
    app.navigator.guide_opened.connect(pointing.show_guide)
    window.actions_by_id["go_steps"].triggered.connect(window.go_steps)
    window.actions_by_id["show_in_pathway"].triggered.connect(pointing.go_to_node)
    window.actions_by_id["next_mention"].triggered.connect(pointing.go_to_next_mention)
    window.companion.pathway.mention_requested.connect(pointing.go_to_mention_of)
    pointing.place_requested.connect(app.navigator.follow)
    window.article.node_requested.connect(pointing.go_to_node_of)
    window.article.word_reached.connect(pointing.mark_node)
    window.companion.pathway.node_reached.connect(pointing.mark_words)
    pointing.told.connect(window.notice.say)


def _connect_search(app: App) -> None:
    search, window, navigator, finder = app.search, app.window, app.navigator, app.finder
    search.place_requested.connect(window.go_article)
    search.place_requested.connect(navigator.open)
    search.place_requested.connect(window.article.point_at)
    search.words_requested.connect(window.article.select)
    search.entry_requested.connect(app.explaining.open_entry)
    search.reference_requested.connect(navigator.open_reference)
    search.node_requested.connect(window.show_node)
    search.hit_requested.connect(window.go_article)
    search.hit_requested.connect(finder.go_to)
    search.article_requested.connect(window.leave_companion)
    search.passed.connect(window.leave_search)
    search.failed.connect(window.notice.warn)
    window.find_bar.list_requested.connect(search.list_hits)
    finder.found.connect(search.show_hits)
    navigator.guide_opened.connect(search.show_guide)
    app.looks.changed.connect(search.set_look)
    window.actions_by_id["search"].triggered.connect(search.open)


def _connect_claims(app: App) -> None:
    claims, window, navigator = app.claims, app.window, app.navigator
    window.actions_by_id["evidence"].triggered.connect(claims.open)
    navigator.guide_opened.connect(claims.show_guide)
    app.looks.changed.connect(claims.set_look)
    claims.place_requested.connect(window.go_article)
    claims.place_requested.connect(navigator.open)
    claims.place_requested.connect(window.article.point_at)
    claims.told.connect(window.notice.say)
    window.article.claims_requested.connect(claims.open_at)


def _connect_guides(app: App) -> None:
    window, navigator, dialogs = app.window, app.navigator, app.dialogs
    page = window.start_page
    page.stop_requested.connect(navigator.stop)
    page.list_requested.connect(app.shelf.fill)
    page.guide_requested.connect(navigator.open_guide)
    page.forget_requested.connect(app.shelf.forget)
    page.folder_requested.connect(dialogs.open_folder)
    page.file_requested.connect(dialogs.open_file)
    page.return_requested.connect(window.return_to_guide)
    app.shelf.filled.connect(page.show_choices)
    app.shelf.forgotten.connect(app.keeper.save)
    app.recent.chosen.connect(navigator.open_guide)
    app.drops.guide_dropped.connect(navigator.open_guide)
    app.drops.refused.connect(window.notice.warn)
    app.watcher.changed.connect(window.offer_reload)
    app.watcher.gone.connect(window.notice.warn)
    navigator.guide_opened.connect(app.watcher.show_guide)
    window.notice.closed.connect(window.article.setFocus)
    window.actions_by_id["guides"].triggered.connect(window.show_guides)


def _connect_take_along(app: App) -> None:
    along, window, keeper = app.take_along, app.window, app.keeper
    window.actions_by_id["save_pathway"].triggered.connect(along.save)
    window.actions_by_id["save_lit"].triggered.connect(along.save_lit)
    window.actions_by_id["copy_pathway"].triggered.connect(along.copy)
    app.navigator.guide_opened.connect(along.show_guide)
    along.working.connect(window.notice.offer)
    along.told.connect(window.notice.say)
    along.failed.connect(window.notice.warn)
    along.folder_used.connect(keeper.remember_folder)
    window.closing.connect(along.stop)


def _connect_guidance(app: App) -> None:
    window, pacer, numbers = app.window, app.pacer, app.numbers
    window.article.reading_at.connect(numbers.read_at)
    numbers.read.connect(window.status.show_paragraph)
    numbers.place_requested.connect(window.go_article)
    numbers.place_requested.connect(app.navigator.open)
    numbers.place_requested.connect(window.article.point_at)
    numbers.offer(window.actions_by_id)
    window.actions_by_id["go_to_paragraph"].triggered.connect(numbers.go)

    window.actions_by_id["steps"].triggered.connect(window.go_article)
    window.actions_by_id["steps"].triggered.connect(pacer.switch)
    pacer.switched.connect(window.actions_by_id["steps"].setChecked)
    pacer.lit.connect(numbers.tell)
    for steps in (window.article, window.pace_bar):
        steps.next_requested.connect(pacer.next)
        steps.previous_requested.connect(pacer.previous)
        steps.end_requested.connect(pacer.end)
    window.article.paragraph_chosen.connect(pacer.choose)
    window.article.reading_at.connect(pacer.refresh)
    app.navigator.guide_opened.connect(pacer.show_guide)
    app.navigator.place_opened.connect(pacer.show_place)
    app.choices.changed.connect(pacer.set_choices)


def _connect_resume(app: App) -> None:
    window, navigator, log, recap = app.window, app.navigator, app.log, app.recap
    navigator.guide_opened.connect(window.return_line.hide)
    navigator.guide_opened.connect(log.show_guide)
    navigator.guide_opened.connect(recap.show_guide)
    navigator.section_entered.connect(recap.enter)
    navigator.time_left.connect(window.show_time_left)
    navigator.returned.connect(window.return_line.show_return)
    window.article.reading_at.connect(log.read_at)
    log.changed.connect(app.keeper.count_read)
    log.changed.connect(recap.count_read)
    log.changed.connect(window.outline.show_progress)
    window.return_line.start_requested.connect(navigator.open_start_of_section)
    window.return_line.recap_requested.connect(recap.open)
    for done in (window.return_line.start_requested, window.return_line.closed, recap.place_requested):
        done.connect(window.go_article)
    recap.place_requested.connect(window.return_line.hide)
    recap.place_requested.connect(navigator.open)
    app.looks.changed.connect(recap.set_look)
    on = window.actions_by_id
    on["recap"].triggered.connect(recap.open)
    on["reload"].triggered.connect(navigator.reload)
    on["help"].triggered.connect(navigator.open_help)
    for step in ("next_section", "previous_section"):
        on[step].triggered.connect(window.reveal_article)
    on["next_section"].triggered.connect(navigator.next_section)
    on["previous_section"].triggered.connect(navigator.previous_section)


def _connect_notebook(app: App) -> None:
    acts, notes, window = app.acts, app.notes, app.window
    app.navigator.guide_opened.connect(notes.show_guide)  # before its notes come
    app.navigator.guide_opened.connect(acts.show_guide)
    app.navigator.guide_opened.connect(app.following.show_guide)  # after its own notes
    acts.changed.connect(window.article.show_notes)
    window.article.mark_requested.connect(app.navigator.follow)
    window.article.told.connect(window.notice.say)
    acts.changed.connect(notes.show_book)
    app.navigator.guide_opened.connect(app.appointment.show_guide)
    acts.questions_requested.connect(app.appointment.open)
    acts.told.connect(window.show_done)
    acts.said.connect(window.notice.say)
    acts.failed.connect(window.show_not_kept)
    window.article.menu_opened.connect(app.article_menu.fill)
    window.editor.opened.connect(window.notice.withdraw)  # one thing below the text is enough
    window.editor.opened.connect(window.reveal_article)  # below which it stands: nobody types where it is not seen
    window.editor.closed.connect(window.go_article)
    notes.edit_requested.connect(acts.edit)
    notes.remove_requested.connect(acts.remove)
    pathway = window.companion.pathway
    for told in (window.popup.view, window.companion.words.page, pathway):
        acts.changed.connect(told.show_book)
        told.note_requested.connect(acts.note_on)
    on = window.actions_by_id
    for act in ("highlight", *(f"highlight_{style}" for style in STYLES), "remove_highlight", "bookmark"):
        on[act].triggered.connect(window.reveal_article)
    acts.offer(on)
    for step in ("next_mark", "previous_mark"):
        on[step].triggered.connect(window.go_article)
    on["next_mark"].triggered.connect(window.article.next_mark)
    on["previous_mark"].triggered.connect(window.article.previous_mark)
    on["go_notes"].triggered.connect(notes.open)
    notes.place_requested.connect(window.go_article)
    notes.place_requested.connect(app.navigator.open)
    notes.place_requested.connect(window.article.point_at)
    notes.entry_requested.connect(app.explaining.open_entry)
    notes.node_requested.connect(window.show_node)
    notes.guide_requested.connect(app.navigator.open_guide)
    notes.every_requested.connect(app.scribe.open_every)
    app.scribe.every.connect(notes.show_every)
    window.article.note_requested.connect(notes.open_note)
    notes.article_requested.connect(window.leave_companion)
    notes.told.connect(window.notice.say)
    app.looks.changed.connect(notes.set_look)
    app.scribe.said.connect(window.notice.warn)
    app.scribe.begin_after(window.article.viewport())
    window.leaving.connect(app.leaving.ask)
    window.closing.connect(app.scribe.finish)


def _connect_safekeeping(app: App) -> None:
    safekeeping, notes, on = app.safekeeping, app.notes, app.window.actions_by_id
    app.navigator.guide_opened.connect(safekeeping.show_guide)
    on["export_notes"].triggered.connect(safekeeping.export_some)
    on["back_up"].triggered.connect(safekeeping.back_up)
    on["restore"].triggered.connect(safekeeping.restore)
    on["delete_data"].triggered.connect(safekeeping.delete)
    notes.export_requested.connect(safekeeping.export)
    notes.backup_requested.connect(safekeeping.back_up)
    notes.restore_requested.connect(safekeeping.restore)
    notes.forget_requested.connect(safekeeping.delete)
    safekeeping.told.connect(app.window.notice.say)
    safekeeping.failed.connect(app.window.notice.warn)
    safekeeping.folder_used.connect(app.keeper.remember_folder)
    safekeeping.forget_reading_requested.connect(app.keeper.forget)


def _connect_commands(app: App) -> None:
    window, navigator, dialogs = app.window, app.navigator, app.dialogs
    on = {identifier: action.triggered for identifier, action in window.actions_by_id.items()}
    on["open_folder"].connect(dialogs.open_folder)
    on["open_file"].connect(dialogs.open_file)
    on["print"].connect(dialogs.print_section)
    on["quit"].connect(window.close)
    on["back"].connect(window.reveal_article)
    on["back"].connect(navigator.back)
    on["forward"].connect(window.reveal_article)
    on["forward"].connect(navigator.forward)
    on["find"].connect(window.open_find)
    on["find_next"].connect(window.reveal_article)
    on["find_next"].connect(window.find_bar.find_next)
    on["find_previous"].connect(window.reveal_article)
    on["find_previous"].connect(window.find_bar.find_previous)
    on["go_outline"].connect(window.go_outline)
    on["filter_outline"].connect(window.filter_outline)
    on["go_article"].connect(window.go_article)
    on["go_companion"].connect(window.go_companion)
    on["go_pathway"].connect(window.go_pathway)
    on["go_words"].connect(window.go_words)
    on["show_outline"].connect(window.reveal_outline)
    on["show_companion"].connect(window.reveal_companion)
    on["problems"].connect(dialogs.show_problems)
    on["about"].connect(dialogs.show_about)
    on["appearance"].connect(app.preferences.show_appearance)
    on["settings"].connect(app.preferences.show_settings)
    window.escaped.connect(app.preferences.put_away)
    navigator.guide_opened.connect(app.preferences.show_guide)
    app.preferences.left.connect(window.take_keyboard)
    app.preferences.nothing_open.connect(window.put_away)
    on["larger"].connect(app.looks.make_larger)
    on["smaller"].connect(app.looks.make_smaller)
    on["usual_size"].connect(app.looks.take_usual_size)
    app.looks.offer(window.actions_by_id)
