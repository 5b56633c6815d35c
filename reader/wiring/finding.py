"""Finding words: the bar below the article, and the search through the whole guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the find bar with the finder, the finder with the article, and the tab of the search with both."""
    _connect_bar(app)
    _connect_finder(app)
    _connect_search(app)


def _connect_bar(app: App) -> None:
    window, finder, bar = app.window, app.finder, app.window.find_bar
    bar.query_changed.connect(finder.find)
    bar.next_requested.connect(finder.next)
    bar.previous_requested.connect(finder.previous)
    bar.left.connect(finder.forget_beginning)
    bar.closed.connect(finder.end)
    bar.closed.connect(window.article.setFocus)
    bar.called_off.connect(finder.call_off)
    bar.called_off.connect(window.article.setFocus)
    bar.list_requested.connect(app.search.list_hits)
    on = window.actions_by_id
    on["find"].triggered.connect(app.keyboard.go_find)
    for step in ("find_next", "find_previous"):
        on[step].triggered.connect(window.columns.reveal_article)
    on["find_next"].triggered.connect(bar.find_next)
    on["find_previous"].triggered.connect(bar.find_previous)


def _connect_finder(app: App) -> None:
    window, navigator, finder = app.window, app.navigator, app.finder
    finder.found.connect(window.popup.close_popup)
    finder.found.connect(window.article.marks.show_hits)
    finder.found.connect(window.find_bar.show_found)
    finder.found.connect(app.search.show_hits)
    finder.searching.connect(window.find_bar.show_searching)
    finder.begun.connect(navigator.leave)
    finder.begun.connect(window.article.scroll_anchor.keep_spot)
    finder.lost.connect(navigator.stay)
    finder.returned.connect(navigator.come_back)
    for back in (finder.lost, finder.returned):
        back.connect(window.article.scroll_anchor.return_to_spot)


def _connect_search(app: App) -> None:
    search, window, navigator = app.search, app.window, app.navigator
    search.place_requested.connect(app.keyboard.go_article)
    search.place_requested.connect(navigator.open)
    search.place_requested.connect(window.article.point_at)
    search.words_requested.connect(window.article.marks.select)
    search.entry_requested.connect(app.explaining.open_entry)
    search.reference_requested.connect(navigator.open_reference)
    search.node_requested.connect(window.show_node)
    search.hit_requested.connect(app.keyboard.go_article)
    search.hit_requested.connect(app.finder.go_to)
    search.article_requested.connect(app.keyboard.leave_companion)
    search.passed.connect(app.keyboard.leave_search)
    search.failed.connect(window.notice.warn)
    window.actions_by_id["search"].triggered.connect(search.open)
