"""Builds the article's document around a place: what is seen first at once, the rest while the window breathes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.core.text import Place
from reader.ui.article.document import ArticleDocument
from reader.ui.article.parts import Part, Parts
from reader.ui.theme import Theme

SCREENS = 1.5  # of text after the place that are built before the first picture
UNSEEN_PAUSE_MS = 500  # after which it goes on where no picture is painted: the article is hidden
SLICE = 4_000  # characters that are added before the window may breathe: less than 10 ms


class Building(QObject):
    """A document on its way to hold all parts of an article."""

    due = Signal()  # the window has breathed: `build` may add some more

    def __init__(
        self, guide: Guide, parts: Parts, look: tuple[Theme, Appearance, int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.content = ArticleDocument(guide, *look)
        self._sections = guide.outline
        self._parts = parts
        self._after: Iterator[Part] = iter(())
        self._before: Iterator[Part] = iter(())
        self._is_next = [True, True]  # whether there may be more before, after
        self._turn = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.due)

    @property
    def reaches_beginning(self) -> bool:
        """Whether nothing is missing before what is in the document."""
        return not self._is_next[0]

    @property
    def reaches_end(self) -> bool:
        """Whether nothing is missing after what is in the document."""
        return not self._is_next[1]

    @property
    def is_done(self) -> bool:
        """Whether all parts are in the document."""
        return self.reaches_beginning and self.reaches_end

    def begin(self, place: Place | None = None, screen: int = 4_000) -> None:
        """Add what is seen when *place* is read, or the beginning, on a screen of so many characters.

        To be called before a view has the document, which would lay it out anew after each part.
        """
        section, part, inside = self._find(place)
        self._after = self._onwards(section, part)
        self._before = self._backwards(section, part)
        self._add_after(int(SCREENS * screen) + inside)
        self._add_before(screen // 2 - inside)

    def go_on(self) -> None:
        """Add the other parts bit by bit, once the first picture is painted: see `be_seen`."""
        if not self.is_done:
            self._timer.start(UNSEEN_PAUSE_MS)

    def be_seen(self) -> None:
        """Wait no longer: a picture is painted."""
        if self._timer.isActive() and self._timer.interval():
            self._timer.start(0)

    def stop(self) -> None:
        """Add no more: the document is not wanted any longer."""
        self._timer.stop()
        self.deleteLater()

    def build(self) -> int:
        """Add some more at one end, and return by how many characters the others have moved on."""
        self._timer.setInterval(0)
        self._turn = not self._turn
        moved = 0
        if self.reaches_beginning or (self._turn and not self.reaches_end):
            self._add_after(SLICE)
        else:
            moved = self._add_before(SLICE)
        if self.is_done:
            self._timer.stop()
        return moved

    def _find(self, place: Place | None) -> tuple[int, int, int]:
        """Return the numbers of the section and of the part in it that hold *place*, and how far inside it stands."""
        wanted = place.section if place is not None else ""
        section = next((number for number, each in enumerate(self._sections) if each.id == wanted), 0)
        if place is not None and place.block and self._sections:
            for number, part in enumerate(self._parts.of_section(section)):
                inside = 0
                for block in part.blocks:
                    if block.id == place.block:
                        return section, number, inside + min(max(place.offset, 0), len(block.text))
                    inside += len(block.text) + 1
        return section, 0, 0

    def _onwards(self, section: int, part: int) -> Iterator[Part]:
        for number in range(section, len(self._sections)):
            yield from self._parts.of_section(number)[part if number == section else 0 :]
        self._is_next[1] = False

    def _backwards(self, section: int, part: int) -> Iterator[Part]:
        for number in range(section, -1, -1):
            parts = self._parts.of_section(number) if self._sections else []
            yield from reversed(parts[: part if number == section else None])
        self._is_next[0] = False

    def _add_after(self, characters: int) -> None:
        self.content.add_after(_some(self._after, characters))

    def _add_before(self, characters: int) -> int:
        parts = list(_some(self._before, characters))
        return self.content.add_before(reversed(parts)) if parts else 0


def _some(parts: Iterator[Part], characters: int) -> Iterator[Part]:
    """Yield parts until they hold so many characters."""
    while characters > 0 and (part := next(parts, None)) is not None:
        characters -= sum(len(block.text) for block in part.blocks) + 1
        yield part
