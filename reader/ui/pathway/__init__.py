"""The pathway beside the article: a drawing, its legend, and the same as a list."""

from reader.ui.pathway.panel import PathwayPanel

__all__ = ["PathwayPanel"]
