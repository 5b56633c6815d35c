"""The part of a view that scrolls, met without a delay."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def met(view: QAbstractScrollArea) -> QWidget:
    """Return the viewport of a view of the first screen, for the view to keep.

    `viewport()` loads every class of QtWidgets, a twentieth of the start, to learn the class of a widget that Python
    has not met. One that is found by its name is met without that.
    """
    viewport = view.findChild(QWidget, "qt_scrollarea_viewport")
    return viewport if viewport is not None else view.viewport()
