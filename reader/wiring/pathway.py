"""The pathway: its nodes and steps, tracing and asking, and the way between a node and its words in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the pathway's panel with the navigator and its commands, and its nodes with the article's words."""
    _connect_panel(app)
    _connect_modes(app)
    _connect_pointing(app)


def _connect_panel(app: App) -> None:
    window, navigator, pathway = app.window, app.navigator, app.window.companion.pathway
    window.companion.node_chosen.connect(navigator.open_node)
    pathway.place_requested.connect(app.keyboard.go_article)
    pathway.place_requested.connect(navigator.open)
    pathway.place_requested.connect(window.article.point_at)
    pathway.reference_requested.connect(navigator.open_reference)
    on = window.actions_by_id
    pathway.offer(on["save_pathway"], on["save_lit"], on["copy_pathway"], on["print_pathway"])
    pathway.whole_requested.connect(on["whole_pathway"].trigger)
    pathway.article_requested.connect(app.keyboard.go_article)
    window.companion.alone_wanted.connect(window.columns.show_alone)
    on["whole_pathway"].triggered.connect(app.keyboard.go_pathway_alone)
    on["go_steps"].triggered.connect(app.keyboard.go_steps)


def _connect_modes(app: App) -> None:
    window, modes, on = app.window, app.window.companion.pathway.modes, app.window.actions_by_id
    modes.place_followed.connect(app.navigator.follow)
    modes.walked.connect(app.panels.keep_walk)
    modes.told.connect(window.notice.say)
    for command in ("find_node", "ask", "trace_before", "trace_after"):
        on[command].triggered.connect(app.keyboard.go_pathway)
    on["find_node"].triggered.connect(modes.find)
    on["ask"].triggered.connect(modes.ask)
    on["trace_before"].triggered.connect(modes.trace_before)
    on["trace_after"].triggered.connect(modes.trace_after)
    on["next_step"].triggered.connect(modes.next_step)
    on["previous_step"].triggered.connect(modes.previous_step)


def _connect_pointing(app: App) -> None:
    pointing, window = app.pointing, app.window
    window.actions_by_id["show_in_pathway"].triggered.connect(pointing.go_to_node)
    window.actions_by_id["next_mention"].triggered.connect(pointing.go_to_next_mention)
    window.companion.pathway.mention_requested.connect(pointing.go_to_mention_of)
    pointing.place_requested.connect(app.navigator.follow)
    window.article.menu.node_requested.connect(pointing.go_to_node_of)
    window.article.links.word_reached.connect(pointing.mark_node)
    window.companion.pathway.node_reached.connect(pointing.mark_words)
    pointing.told.connect(window.notice.say)
