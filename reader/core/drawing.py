"""A pathway as a display list of shapes and texts, and as SVG; the window paints the same list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Drawing:
    """A display list, in pixels at 1x, y down."""

    width: float
    height: float

    def to_json(self) -> dict[str, Any]:
        """Return the list as plain data."""
        return {"width": self.width, "height": self.height}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Drawing:
        """Return the list that `to_json` wrote."""
        return cls(**data)
