"""An explanation as a text, in the popup and in the panel: how its paragraphs look, and what its links ask for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QPalette, QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QWidget

from reader.core.explanation import Explanation, Unexplained
from reader.core.text import Place
from reader.ui import theme as look
from reader.ui.glossary.linked_text import LinkedText
from reader.ui.glossary.wording import Kind, Lead, Paragraph, Run, say

REACH = 13  # pixels above and below the words of a link that stands alone: with them, more than 44
SPOKEN = 2_000  # characters: nobody listens to more at once
MEANING = ("word", "sound", "definition", "note")


class Shape(NamedTuple):
    """How a kind of paragraph is set."""

    font: QFont
    is_quiet: bool = False
    above: int = 0  # pixels; between two paragraphs the greater one counts
    below: int = 0
    reach: int = 0
    apart: int = 0  # between its lines, and below the last one


def _shapes() -> dict[Kind, Shape]:
    small, sizes = look.sans(look.SMALL_PX), look.scale()
    return {
        "word": Shape(look.serif(sizes.word, strong=True)),
        "sound": Shape(small, is_quiet=True, above=2),
        "definition": Shape(look.sans(sizes.large), above=6),
        "note": Shape(small, is_quiet=True, above=8),
        "heading": Shape(look.sans(look.SMALL_PX, strong=True), is_quiet=True, above=16),
        "row": Shape(look.sans(), above=REACH, below=2 * REACH, reach=REACH),
        "flow": Shape(look.sans(), above=REACH, reach=REACH, apart=2 * REACH),
    }


class EntryText(LinkedText):
    """One explanation."""

    entry_requested = Signal(str)  # entry id
    place_requested = Signal(Place)
    node_requested = Signal(str)  # node id
    reference_requested = Signal(str)  # key

    _paragraphs: Sequence[Paragraph] = ()  # before the colours are set

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pressed.connect(self._ask_for)

    def show_found(self, found: Explanation | Unexplained, *, at_node: bool = False) -> None:
        """Show all there is to say; *at_node*: it stands beside its node already."""
        self._paragraphs = say(found, at_node=at_node)
        self._write()

    def as_sentence(self) -> str:
        """Return what it means, for a screen reader."""
        said = [each.text for each in self._paragraphs if each.kind in MEANING]
        return ". ".join(said)[:SPOKEN]

    def _write(self) -> None:
        shapes = _shapes()
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
        asked = {
            "entry": self.entry_requested,
            "place": self.place_requested,
            "node": self.node_requested,
            "reference": self.reference_requested,
        }
        asked[lead.kind].emit(lead.target)
