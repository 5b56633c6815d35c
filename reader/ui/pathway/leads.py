"""Goes where a card of the pathway leads: to a node, into the text, to what one writes on it, or away from the card."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from reader.core.notebook.notes import Target
from reader.core.text import Place
from reader.ui.pathway.modes import Modes
from reader.ui.pathway.subject import Subject
from reader.ui.pathway.twin import Twin


class Leads(QObject):
    """What leads out of the panel is wished for."""

    place_requested = Signal(Place)
    reference_requested = Signal(str)
    mention_requested = Signal(str)  # where the text names this node next
    note_requested = Signal(Target)  # to be written on a node
    bookmark_requested = Signal(Target)  # to be put on a node, or taken away

    def __init__(self, twin: Twin, modes: Modes, parent: QObject) -> None:
        super().__init__(parent)
        self._twin, self._modes = twin, modes
        self._subject: Subject | None = None

    def show_subject(self, subject: Subject | None) -> None:
        """Lead from the cards of another pathway, or of none."""
        self._subject = subject

    def follow(self, to: str, key: str) -> None:
        """Go where a card leads; *to* is one of those of `card`."""
        from reader.ui.pathway import card  # late: most readings choose nothing

        if to == card.TO_NODE:
            self.show_node(key)
            self._modes.choose_node(key)
        elif to == card.TO_PLACE:
            self._open_place(key)
        elif to == card.MENTION:
            self.mention_requested.emit(key)
        elif to in (card.NOTE, card.BOOKMARK):
            self._ask_to_keep(self.note_requested if to == card.NOTE else self.bookmark_requested, key)
        elif to == card.TO_REFERENCE:
            self.reference_requested.emit(key)
        elif to in (card.BEFORE, card.AFTER):
            self._modes.trace(key, "upstream" if to == card.BEFORE else "downstream")
        elif to in (card.FROM, card.TO):
            self._modes.ask_between(*((key, "") if to == card.FROM else ("", key)))
        elif to == card.CLOSE:
            self.close_card()

    def show_node(self, identifier: str) -> None:
        """Show a node and put the keyboard on it."""
        self._twin.go_to(identifier)
        self._twin.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def target(self, key: str) -> Target | None:
        """Return a node as what a note is about; None where there is none."""
        node = self._subject.pathway.node(key) if self._subject is not None else None
        if self._subject is None or node is None:
            return None
        from reader.core.sentences import called

        return Target("node", key, called(node, self._subject.pathway))

    def close_card(self) -> None:
        """Tell no longer of what was chosen, and let the drawing have the keyboard."""
        self._twin.face.setFocus(Qt.FocusReason.OtherFocusReason)
        self._modes.close_card()

    def _ask_to_keep(self, wish: SignalInstance, key: str) -> None:
        target = self.target(key)
        if target is not None:
            wish.emit(target)

    def _open_place(self, key: str) -> None:
        guide = self._subject.guide if self._subject is not None else None
        if guide is not None and (place := guide.place(key)) is not None:
            self.place_requested.emit(place)
