"""Explained words: asked for in the text, shown beside the word or in the panel, and kept as my words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect everything in which words are explained with the one that explains, and with the words that are kept."""
    _connect_asking(app)
    _connect_explanations(app)
    _connect_my_words(app)


def _connect_asking(app: App) -> None:
    explaining, window = app.explaining, app.window
    app.navigator.node_opened.connect(explaining.open_at_node)
    window.article.links.entry_requested.connect(explaining.open_entry)
    window.article.links.words_asked.connect(explaining.open_words)
    window.article.links.entry_pointed.connect(explaining.open_under_pointer)
    window.article.mouse.called_off.connect(explaining.call_off)
    window.actions_by_id["define"].triggered.connect(app.keyboard.define)
    for moving in (window.article.scroll_anchor.shifted, window.moved, window.columns.fitted):
        moving.connect(explaining.follow_word)
    explaining.explained.connect(window.article.links.light_asked)
    explaining.ended.connect(window.article.marks.forget_term)
    explaining.told.connect(window.notice.say)


def _connect_explanations(app: App) -> None:
    explaining, window, words = app.explaining, app.window, app.window.companion.words
    for view in (window.popup.view, words.page):
        view.place_requested.connect(app.keyboard.go_article)
        view.place_requested.connect(app.navigator.open)
        view.place_requested.connect(window.article.point_at)
        view.reference_requested.connect(app.navigator.open_reference)
    window.companion.pathway.left.connect(explaining.leave_node)
    words.article_requested.connect(app.keyboard.leave_companion)
    words.left.connect(explaining.go_back)
    explaining.looked_up.connect(words.show_looked_up)
    explaining.looked_up.connect(window.article.links.show_looked_up)
    explaining.changed.connect(app.keeper.keep_panels)


def _connect_my_words(app: App) -> None:
    kept, listed = app.kept_words, app.window.companion.words
    kept.changed.connect(listed.show_kept)
    kept.removed.connect(listed.show_removed)
    listed.keep_requested.connect(kept.keep)
    listed.undo_requested.connect(app.acts.ledger.undo)
    for view in (app.window.popup.view, listed.page):
        kept.changed.connect(view.show_kept)
        view.keep_requested.connect(kept.keep)
