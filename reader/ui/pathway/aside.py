"""A card in place of a mode's strip: what one has chosen is told, and the mode waits until the card is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.pathway.reading import Reading
from reader.ui.pathway.twin import Twin


class Aside:
    """The strip keeps its room, so that the drawing does not move for a card."""

    def __init__(self, twin: Twin, reading: Reading) -> None:
        self._twin, self._reading = twin, reading
        self._waiting: QWidget | None = None  # the strip

    @property
    def is_open(self) -> bool:
        """Whether a card is told."""
        return self._waiting is not None

    def open(self, strip: QWidget) -> None:
        """Let a card stand in place of a strip; who opens it tells it then."""
        if self._waiting is None:
            self._waiting = strip
            _keep_room(strip, keep=True)
            self._reading.strip.show_signs(())  # those of the section: the mode may draw other lines
            self._swap(strip, self._reading.strip)

    def close(self) -> None:
        """Let the strip that waits be there again."""
        if self._waiting is not None:
            strip, self._waiting = self._waiting, None
            self._reading.forget_card()
            self._swap(self._reading.strip, strip)
            _keep_room(strip, keep=False)

    def _swap(self, before: QWidget, after: QWidget) -> None:
        after.show()
        focused = QApplication.focusWidget()
        if focused is not None and (focused is before or before.isAncestorOf(focused)):
            self._twin.face.setFocus(Qt.FocusReason.OtherFocusReason)  # before it hides and Qt chooses a neighbour
        before.hide()


def _keep_room(strip: QWidget, *, keep: bool) -> None:
    policy = strip.sizePolicy()
    policy.setRetainSizeWhenHidden(keep)
    strip.setSizePolicy(policy)
