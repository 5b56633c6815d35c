"""What was found: in the whole guide or in the article, as one list."""

from reader.ui.found.panel import SearchPanel
from reader.ui.found.searcher import Searcher

__all__ = ["SearchPanel", "Searcher"]
