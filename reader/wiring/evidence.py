"""What is known and how sure it is: the table of the guide's claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the table of claims with the article, from which and into which it leads."""
    claims, window = app.claims, app.window
    window.actions_by_id["evidence"].triggered.connect(claims.open)
    window.article.links.claims_requested.connect(claims.open_at)
    claims.place_requested.connect(app.keyboard.go_article)
    claims.place_requested.connect(app.navigator.open)
    claims.place_requested.connect(window.article.point_at)
    claims.told.connect(window.notice.say)
