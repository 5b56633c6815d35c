"""One amount that can be more or less: its name, its value in words, a slider between two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.appearance import LIMITS
from reader.ui import theme as look
from reader.ui.widgets.steady import SteadySlider
from reader.ui.widgets.step_button import StepButton

Words = Callable[[int], str]


class Amount(QWidget):
    """A number of an Appearance. Its slider counts whole numbers: of what the number counts, or hundredths of it."""

    changed = Signal(str, float)  # which number, and what it is now

    def __init__(self, number: str, name: str, in_words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._in_words = number, in_words
        least, most, step = LIMITS[number]
        self._parts = 1 if step >= 1 else 100
        self._step = round(step * self._parts)
        self._value = QLabel()
        self._value.setProperty("quiet", True)
        self._slider = SteadySlider(Qt.Orientation.Horizontal)
        self._slider.setRange(round(least * self._parts), round(most * self._parts))
        self._slider.setSingleStep(self._step)
        self._slider.setPageStep(5 * self._step)
        self._slider.setAccessibleName(name)
        self._less = StepButton("minus", self.tr("{0}: less").format(name))
        self._more = StepButton("plus", self.tr("{0}: more").format(name))
        words, parts = QHBoxLayout(), QHBoxLayout()
        title = QLabel(name)
        title.setBuddy(self._slider)
        words.addWidget(title, 1)
        words.addWidget(self._value)
        parts.setSpacing(look.scale().space["near"])
        for part in (self._less, self._slider, self._more):
            parts.addWidget(part, int(part is self._slider))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.scale().space["tight"])
        rows.addLayout(words)
        rows.addLayout(parts)
        self.setFocusProxy(self._slider)
        self._slider.valueChanged.connect(self._take)
        self._less.clicked.connect(self._take_less)
        self._more.clicked.connect(self._take_more)

    def show_value(self, value: float) -> None:
        """Show a value that was chosen elsewhere."""
        whole = round(value * self._parts)
        self._slider.blockSignals(True)
        self._slider.setValue(whole)
        self._slider.blockSignals(False)
        self._say(whole)

    def _say(self, whole: int) -> None:
        words = self._in_words(whole)
        self._value.setText(words)
        self._slider.setAccessibleDescription(words)

    def _take_less(self) -> None:
        self._slider.setValue(self._slider.value() - self._step)

    def _take_more(self) -> None:
        self._slider.setValue(self._slider.value() + self._step)

    def _take(self, whole: int) -> None:
        """Take a value of the slider, which a mouse leaves anywhere, at the nearest step."""
        least = self._slider.minimum()
        whole = min(least + round((whole - least) / self._step) * self._step, self._slider.maximum())
        self._say(whole)
        self.changed.emit(self._number, whole / self._parts)
