"""An explanation as a text, in the popup and in the panel: how its paragraphs look, and what its links ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.explanation import Explanation, Unexplained
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.glossary.link_stop import LinkStop
from reader.ui.glossary.linked_text import LinkedText
from reader.ui.glossary.wording import Kind, Lead, Paragraph, Run, View, say
from reader.ui.widgets.own_notes import Own

REACH = 13  # pixels above and below the words of a link that stands alone: with them, more than 44
SPOKEN = 2_000  # characters: nobody listens to more at once
ENDS = (".", "!", "?", "…", ":")
MEANING = ("word", "sound", "definition", "note", "yours", "own")


class Shape(NamedTuple):
    """How a kind of paragraph is set."""

    font: QFont
    is_quiet: bool = False
    above: int = 0  # pixels; between two paragraphs the greater one counts
    below: int = 0
    reach: int = 0
    apart: int = 0  # between its lines, and below the last one


def _shapes(growth: float) -> dict[Kind, Shape]:
    """Return how all kinds are set, *growth* times as large as usual."""
    sizes = look.scale()
    word, large, text, small = (round(growth * size) for size in (sizes.word, sizes.large, sizes.text, sizes.small))
    return {
        "word": Shape(look.serif(word, strong=True)),
        "sound": Shape(look.sans(small), is_quiet=True, above=2),
        "definition": Shape(look.sans(large), above=6),
        "note": Shape(look.sans(small), is_quiet=True, above=8),
        "yours": Shape(look.sans(small, strong=True), is_quiet=True, above=16),
        "own": Shape(look.sans(text), above=4),
        "heading": Shape(look.sans(small, strong=True), is_quiet=True, above=16),
        "row": Shape(look.sans(text), above=REACH, below=2 * REACH, reach=REACH),
        "flow": Shape(look.sans(text), above=REACH, reach=REACH, apart=2 * REACH),
    }


class EntryText(LinkedText):
    """One explanation."""

    entry_requested = Signal(str)  # entry id
    place_requested = Signal(Place)
    node_requested = Signal(str)  # node id
    reference_requested = Signal(str)  # key
    note_requested = Signal()  # to be written on this word
    bookmark_requested = Signal()  # to be put on it, or taken away

    unfolded = Signal(QWidget)  # all sections with the word are shown, from this link on, which has the keyboard now

    _paragraphs: Sequence[Paragraph] = ()  # before the colours are set

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Explanation | Unexplained | None = None
        self._seen_from = View()
        self._growth = 1.0
        self.pressed.connect(self._ask_for)

    def show_found(self, found: Explanation | Unexplained, seen_from: View) -> None:
        """Show all there is to say."""
        self._found, self._seen_from = found, seen_from
        self._paragraphs = say(found, seen_from)
        self._write()

    def show_own(self, own: tuple[Own, ...]) -> None:
        """Show what the reader put on this word by now."""
        if self._found is not None and own != self._seen_from.own:
            focused = QApplication.focusWidget()
            if isinstance(focused, LinkStop) and self.isAncestorOf(focused):
                self.setFocus(Qt.FocusReason.OtherFocusReason)  # the link may not be there any more
            self.show_found(self._found, self._seen_from._replace(own=own))

    def set_size(self, points: float) -> None:
        """Let what a word means grow with the size of the article's text."""
        growth = look.growth(points)
        if growth != self._growth:
            self._growth = growth
            self._write()

    def as_sentence(self) -> str:
        """Return what it means, for a screen reader."""
        said = [each.text.strip() for each in self._paragraphs if each.kind in MEANING]
        return " ".join(each if each.endswith(ENDS) else f"{each}." for each in said)[:SPOKEN]

    def _unfold(self) -> None:
        """Show the other sections in place, and let the keyboard stay there."""
        if self._found is None:
            return
        known = {stop.lead for stop in self.links()}
        has_keyboard = isinstance(QApplication.focusWidget(), LinkStop)
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # the link is not there any more
        self.show_found(self._found, self._seen_from._replace(is_unfolded=True))
        first = next((stop for stop in self.links() if stop.lead not in known), None)
        if has_keyboard and first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.unfolded.emit(first)

    def _write(self) -> None:
        shapes = _shapes(self._growth)
        self.begin()
        for kind, runs in self._paragraphs:
            shape = shapes[kind]
            block = QTextBlockFormat()
            block.setTopMargin(shape.above)
            block.setBottomMargin(shape.below)
            if shape.apart:
                block.setLineHeight(shape.apart, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
            self.add([(run, self._letters(kind, shape, run)) for run in runs], block, shape.reach)
        self.end()

    def _letters(self, kind: Kind, shape: Shape, run: Run) -> QTextCharFormat:
        """Return how some words are set: a link inside a sentence is quiet, one that stands alone is coloured."""
        role, palette = QPalette.ColorRole, self.palette()
        letters = QTextCharFormat()
        letters.setFont(shape.font)
        is_coloured = run.lead is not None and kind != "definition"
        is_quiet = shape.is_quiet or (run.lead is None and kind in ("row", "flow"))
        letters.setForeground(
            palette.color(role.Link if is_coloured else role.PlaceholderText if is_quiet else role.Text)
        )
        if run.lead is not None and kind == "definition":
            letters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            letters.setUnderlineColor(palette.color(role.Link))
        return letters

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _ask_for(self, lead: Lead) -> None:
        if lead.kind == "more":
            self._unfold()
            return
        if lead.kind == "note":
            self.note_requested.emit()
            return
        if lead.kind == "bookmark":
            self.bookmark_requested.emit()
            return
        asked = {
            "entry": self.entry_requested,
            "place": self.place_requested,
            "node": self.node_requested,
            "reference": self.reference_requested,
        }
        asked[lead.kind].emit(lead.target)
