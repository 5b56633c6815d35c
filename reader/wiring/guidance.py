"""Guidance in the lines: one paragraph after the other, their numbers, the ruler."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the paragraph that is lit, and the numbers, with the article, the bar below it and the commands."""
    window, pacer, numbers = app.window, app.pacer, app.numbers
    numbers.read.connect(window.status.show_paragraph)
    numbers.place_requested.connect(app.keyboard.go_article)
    numbers.place_requested.connect(app.navigator.open)
    numbers.place_requested.connect(window.article.point_at)
    numbers.offer(window.actions_by_id)
    window.actions_by_id["go_to_paragraph"].triggered.connect(numbers.go)

    window.actions_by_id["steps"].triggered.connect(app.keyboard.go_article)
    window.actions_by_id["steps"].triggered.connect(pacer.switch)
    pacer.switched.connect(window.actions_by_id["steps"].setChecked)
    pacer.lit.connect(numbers.tell)
    for steps in (window.article.guiding, window.pace_bar):
        steps.next_requested.connect(pacer.next)
        steps.previous_requested.connect(pacer.previous)
        steps.end_requested.connect(pacer.end)
    window.article.guiding.paragraph_chosen.connect(pacer.choose)
