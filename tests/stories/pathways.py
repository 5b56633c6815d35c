"""The bundled guide's pathway in the window: its drawing, and what is told below it."""

from __future__ import annotations

from reader.app import App
from reader.ui.pathway.about import About
from reader.ui.pathway.view import PathwayView

BUNDLED = "fibromyalgia-and-the-immune-system"
MESSENGERS = "shared-messengers"  # the section in it with several nodes


def drawing_of(app: App) -> PathwayView:
    """Return the drawing."""
    found = app.window.companion.pathway.findChild(PathwayView)
    assert isinstance(found, PathwayView)
    return found


def about_of(app: App) -> About:
    """Return what is told below it."""
    found = app.window.companion.pathway.findChild(About)
    assert isinstance(found, About)
    return found
