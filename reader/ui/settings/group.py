"""Settings under one heading: ticks and choices by the names they have in `reader.settings`, and words about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from reader.settings import Settings
from reader.ui import theme as look


class Group(QWidget):
    """A heading and what stands under it."""

    chosen = Signal(str, object)  # the name of a setting, its value

    def __init__(self) -> None:
        super().__init__()
        self._switches: dict[str, QCheckBox] = {}
        self._choices: dict[str, dict[Any, QRadioButton]] = {}
        self._heading = QLabel()
        self._heading.setObjectName("title")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.scale().space["tight"])
        self._column.addWidget(self._heading)

    def set_title(self, title: str) -> None:
        """Give the group its heading."""
        self._heading.setText(title)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, here or elsewhere."""
        for name, switch in self._switches.items():
            switch.setChecked(getattr(settings, name))
        for name, buttons in self._choices.items():
            if (button := buttons.get(getattr(settings, name))) is not None:
                button.setChecked(True)

    def first(self) -> QWidget | None:
        """Return the button of the first choice that is chosen."""
        return next((each for buttons in self._choices.values() for each in buttons.values() if each.isChecked()), None)

    def add(self, *parts: QWidget) -> None:
        """Put parts under what is there."""
        for part in parts:
            self._column.addWidget(part)

    def set_apart(self) -> None:
        """Leave some room between what is there and what comes next."""
        if self._column.count() > 1:
            self._column.addSpacing(look.scale().space["near"])

    def add_switch(self, name: str, words: str) -> None:
        """Put a tick for the setting called *name* under what is there."""
        switch = self._switches[name] = QCheckBox(words)
        switch.toggled.connect(lambda is_on: self.chosen.emit(name, is_on))
        self.add(switch)

    def switch(self, name: str) -> QCheckBox:
        """Return the tick for the setting called *name*."""
        return self._switches[name]

    def add_choice(self, name: str, question: str, answers: Mapping[Any, str]) -> None:
        """Put a question for the setting called *name* under what is there, and its answers: value -> words."""
        buttons = self._choices[name] = {value: QRadioButton(words) for value, words in answers.items()}
        together = QButtonGroup(self)
        self.set_apart()
        self.add(label(question))
        for value, button in buttons.items():
            button.setAccessibleDescription(question)
            button.clicked.connect(lambda _, value=value: self.chosen.emit(name, value))
            together.addButton(button)
            self.add(button)


def label(text: str, *, quiet: bool = False, of: QWidget | None = None) -> QLabel:
    """Return words as a label, wrapped and as they are; *of* is the control that they name."""
    made = QLabel(text)
    if of is not None:
        made.setBuddy(of)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("quiet", quiet)
    return made
