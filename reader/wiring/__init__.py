"""Who hears whom: every connection between the parts, room by room. No branches: a signal here, a slot there.

What all rooms hear, a guide that opens or a window that closes, stands in ``opening``: there the order counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.wiring import (
    evidence,
    finding,
    glossary,
    guidance,
    guides,
    notebook,
    opening,
    pathway,
    printing,
    reading,
    resume,
    window,
)

if TYPE_CHECKING:
    from reader.app import App


def connect(app: App) -> None:
    """Connect the parts of the window with one another."""
    opening.connect(app)
    window.connect(app)
    guides.connect(app)
    reading.connect(app)
    guidance.connect(app)
    resume.connect(app)
    finding.connect(app)
    glossary.connect(app)
    pathway.connect(app)
    evidence.connect(app)
    notebook.connect(app)
    printing.connect(app)
