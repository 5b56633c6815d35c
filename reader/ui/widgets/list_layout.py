"""The bookkeeping that Qt wants of every layout: parts in the order in which they came."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QLayoutItem


class ListLayout(QLayout):
    """Keeps its parts in `_items`; where they stand is for who inherits to say."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are, seen or not."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part, or None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part back, or None past the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None
