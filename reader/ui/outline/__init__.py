"""The outline at the left: every heading, nested; the one being read is marked, all of them can be filtered."""

from reader.ui.outline.panel import OutlinePanel

__all__ = ["OutlinePanel"]
