"""Pictures of pages, as many as fit into so many bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection

from PySide6.QtGui import QImage

from reader.ui.printing.plates import Plate


class Pictures:
    """Holds one picture a page; those longest not asked for go first."""

    def __init__(self, most: int) -> None:
        """Hold *most* bytes, and more only for what is in view."""
        self._most = most
        self._held: OrderedDict[int, tuple[Plate, QImage]] = OrderedDict()

    @property
    def size(self) -> int:
        """How many bytes they take."""
        return sum(picture.sizeInBytes() for _, picture in self._held.values())

    def get(self, page: int) -> tuple[Plate, QImage] | None:
        """Return the picture of a page, and what it is a picture of."""
        if page in self._held:
            self._held.move_to_end(page)
        return self._held.get(page)

    def has(self, plate: Plate) -> bool:
        """Whether this very picture is here."""
        held = self._held.get(plate.page)
        return held is not None and held[0] == plate

    def put(self, plate: Plate, picture: QImage, in_view: Collection[int]) -> None:
        """Keep the picture of a page."""
        self._held[plate.page] = plate, picture
        self._held.move_to_end(plate.page)
        for page in [page for page in self._held if page not in in_view and page != plate.page]:
            if self.size <= self._most:
                break
            del self._held[page]

    def outdate(self, in_view: Collection[int]) -> None:
        """Keep what is in view until there are new ones, and nothing else: other pages have come."""
        for page in set(self._held) - set(in_view):
            del self._held[page]
        for page, (plate, picture) in self._held.items():
            self._held[page] = plate._replace(ppi=0), picture
