"""The notebook: writing in it, its marks in the text, its panel, and keeping all of it safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect what writes in the notebook, what shows it, and what keeps it on the disk."""
    _connect_writing(app)
    _connect_marks(app)
    _connect_panel(app)
    _connect_safekeeping(app)
    _connect_disk(app)


def _connect_writing(app: App) -> None:
    acts, window, on = app.acts, app.window, app.window.actions_by_id
    acts.told.connect(app.offers.show_done)
    acts.said.connect(window.notice.say)
    acts.failed.connect(app.offers.show_not_kept)
    acts.questions_requested.connect(app.appointment.open)
    window.article.menu.opened.connect(app.article_menu.fill)
    window.editor.opened.connect(window.notice.withdraw)  # one thing below the text is enough
    window.editor.opened.connect(window.columns.reveal_article)  # the text it stands below
    window.editor.opening.connect(window.popup.close_popup)
    window.editor.closed.connect(app.keyboard.return_to)
    acts.article_wanted.connect(window.columns.reveal_article)
    acts.offer(on)
    for annotated in (window.popup.view, window.companion.words.page, window.companion.pathway):
        annotated.note_requested.connect(acts.note_on)
        annotated.bookmark_requested.connect(acts.bookmark_on)


def _connect_marks(app: App) -> None:
    acts, window, on = app.acts, app.window, app.window.actions_by_id
    acts.changed.connect(window.article.noting.show)
    acts.changed.connect(app.notes.show_book)
    for annotated in (window.popup.view, window.companion.words.page, window.companion.pathway):
        acts.changed.connect(annotated.show_book)
    window.article.leading.mark_requested.connect(app.navigator.follow)
    window.article.noting.note_requested.connect(app.notes.open_note)
    for step in ("next_mark", "previous_mark"):
        on[step].triggered.connect(app.keyboard.go_article)
    on["next_mark"].triggered.connect(window.article.leading.next_mark)
    on["previous_mark"].triggered.connect(window.article.leading.previous_mark)


def _connect_panel(app: App) -> None:
    acts, notes, window = app.acts, app.notes, app.window
    window.actions_by_id["go_notes"].triggered.connect(notes.open)
    notes.edit_requested.connect(acts.edit)
    notes.remove_requested.connect(acts.remove)
    notes.place_requested.connect(app.keyboard.go_article)
    notes.place_requested.connect(app.navigator.open)
    notes.place_requested.connect(window.article.point_at)
    notes.entry_requested.connect(app.explaining.open_entry)
    notes.node_requested.connect(window.show_node)
    notes.guide_requested.connect(app.navigator.open_guide)
    notes.every_requested.connect(app.scribe.open_every)
    app.scribe.every.connect(notes.show_every)
    notes.article_requested.connect(app.keyboard.leave_companion)
    notes.arranged.connect(app.keeper.save)
    notes.told.connect(window.notice.say)


def _connect_safekeeping(app: App) -> None:
    safekeeping, notes, on = app.safekeeping, app.notes, app.window.actions_by_id
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


def _connect_disk(app: App) -> None:
    app.scribe.said.connect(app.window.notice.warn)
    app.scribe.forgotten.connect(app.acts.hear_of_deletion)
    app.following.failed.connect(app.window.notice.warn)
    app.scribe.begin_after(app.window.article.viewport())
