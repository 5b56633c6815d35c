"""The Appearance panel: how the text is set, changed while one looks at it."""

from reader.ui.appearance.panel import AppearancePanel

__all__ = ["AppearancePanel"]
