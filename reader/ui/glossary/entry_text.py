"""An entry as it is shown in the popup and in the companion panel: word, sound, explanation, see also."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.explanation import Explanation, Unexplained
from reader.core.folding import fold
from reader.core.guide import Entry
from reader.ui import theme as look
from reader.ui.widgets.flow import FlowLayout

BESIDE = 8  # pixels that a see-also word has around it for its ring: the lines of text stand in by as much


class EntryText(QWidget):
    """One entry. Everything is plain text: a definition is a stranger's."""

    entry_requested = Signal(str)  # entry id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._word = self._label(look.serif(20, strong=True))
        self._sound = self._label(look.sans(look.SMALL_PX), quiet=True)
        self._definition = self._label(look.sans(16))
        self._others = self._label(look.sans(look.SMALL_PX), quiet=True)
        self._see_also = self._label(look.sans(look.SMALL_PX), quiet=True)
        self._see_also.setWordWrap(False)
        self._see_also.setMinimumHeight(look.TARGET_PX)  # in one line with the words, which are as high
        self._see = FlowLayout(gap=4)
        self._see.addWidget(self._see_also)
        self._buttons: list[QPushButton] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18 - BESIDE, 12, 18 - BESIDE, 8)
        column.setSpacing(6)
        for label in (self._word, self._sound, self._definition, self._others):
            column.addWidget(label)
        column.addLayout(self._see)
        column.addStretch(1)

    def show_found(self, found: Explanation | Unexplained) -> None:
        """Show an entry, or that there is none."""
        if isinstance(found, Explanation):
            self.show_explanation(found)
        else:
            self._show_unexplained(found)

    def _show_unexplained(self, found: Unexplained) -> None:
        self._set(self._word, self.tr("No entry for “{0}”").format(found.words))
        nothing = self.tr("The glossary has no word that is written like it.")
        self._set(self._definition, "" if found.nearest else nothing)
        for label in (self._sound, self._others):
            self._set(label, "")
        self._show_ways(self.tr("Nearest"), found.nearest)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show an entry and the words it points to."""
        entry = explanation.entry
        short = ", ".join(entry.short_forms)
        self._set(self._word, f"{entry.term} ({short})" if short else entry.term)
        says_more = fold(entry.pronunciation).text != fold(entry.term).text  # "link" says nothing of how to say "link"
        sound = entry.pronunciation if says_more else ""
        self._set(self._sound, " · ".join(part for part in (sound, entry.parts) if part))
        self._set(self._definition, entry.definition)
        names = ", ".join(entry.other_names)
        self._set(self._others, self.tr("Also: {0}").format(names) if names else "")
        self._show_ways(self.tr("See also"), explanation.see_also)

    def _show_ways(self, words: str, entries: Sequence[Entry]) -> None:
        for button in self._buttons:
            button.hide()  # at once; deleteLater waits for the event loop
            self._see.removeWidget(button)
            button.deleteLater()
        self._see_also.setText(words)
        self._buttons = [self._see_button(words, other) for other in entries]
        self._see_also.setVisible(bool(self._buttons))

    def height_at(self, width: int) -> int:
        """Return how high the entry is at a width, in pixels."""
        self._column.activate()  # what was shown or hidden since counts
        return self._column.heightForWidth(width)

    def as_sentence(self) -> str:
        """Return what is shown, for a screen reader."""
        labels = (self._word, self._sound, self._definition, self._others)
        return ". ".join(label.text() for label in labels if label.text())

    def _see_button(self, words: str, entry: Entry) -> QPushButton:
        button = QPushButton(entry.term.replace("&", "&&"))
        button.setAccessibleName(f"{words}: {entry.term}")
        button.setProperty("link", True)
        button.setProperty("inline", True)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        button.clicked.connect(lambda: self.entry_requested.emit(entry.id))
        self._see.addWidget(button)
        button.show()  # at once and not when the layout comes to it: its height is asked for now
        button.ensurePolished()  # the style sheet says how high it is
        return button

    def _label(self, font: object, *, quiet: bool = False) -> QLabel:
        label = QLabel()
        label.setFont(font)  # type: ignore[arg-type]
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setContentsMargins(BESIDE, 0, BESIDE, 0)
        if quiet:
            label.setProperty("quiet", True)
        return label

    @staticmethod
    def _set(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
