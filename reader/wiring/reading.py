"""Reading the article: from section to section, along links, back and forward, and how much of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the article and the outline with the navigator, and the article with its depths."""
    window, navigator = app.window, app.navigator
    for outline in (window.outline, window.companion):
        outline.place_requested.connect(app.keyboard.go_article)
        outline.place_requested.connect(navigator.open)
    window.article.links.link_requested.connect(navigator.open_link)
    window.article.links.reference_requested.connect(navigator.open_reference)
    window.article.led.connect(app.pacer.show_place)
    window.article.leading.told.connect(window.notice.say)
    on = window.actions_by_id
    for step in ("back", "forward", "next_section", "previous_section"):
        on[step].triggered.connect(window.columns.reveal_article)
    on["back"].triggered.connect(navigator.back)
    on["forward"].triggered.connect(navigator.forward)
    on["next_section"].triggered.connect(navigator.next_section)
    on["previous_section"].triggered.connect(navigator.previous_section)
    window.article.contents.section_opened.connect(app.depths.opened)
    app.depths.changed.connect(window.article.contents.set_depths)
    app.depths.changed.connect(app.explaining.follow_word)
    app.depths.told.connect(window.status.show_depth)
