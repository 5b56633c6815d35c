"""The settings: what one chooses once and seldom again. Each acts at once; how the text looks is under Appearance."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader import paths
from reader.core import depth
from reader.settings import LONGEST_READING, SCALES, Settings
from reader.ui import theme as look
from reader.ui.widgets.steady import SteadyList, SteadyNumber
from reader.ui.widgets.step_button import StepButton

SIZE = (560, 720)
FRAME = 48  # pixels of a screen's height that the desktop puts around a window
STEP = 5  # minutes


class SettingsDialog(QDialog):
    """Groups under headings, and one button: Close."""

    chosen = Signal(str, object)  # the name of a setting, its value

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._switches: dict[str, QCheckBox] = {}
        self._depths = {name: QRadioButton(self.tr(depth.WORDS[name])) for name in depth.DEPTHS}
        self._stop = SteadyNumber()
        self._stop.setRange(0, LONGEST_READING)
        self._stop.setSingleStep(STEP)
        self._stop.setSpecialValueText(self.tr("Never"))
        self._stop.setSuffix(self.tr(" minutes"))
        self._stop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stop.setKeyboardTracking(False)
        self._scale = SteadyList()
        for percent in SCALES:
            self._scale.addItem(self.tr("{0} %").format(percent), percent)
        self._place_parts()
        self.show_settings(settings)
        for name, button in self._depths.items():
            button.clicked.connect(lambda _, name=name: self.chosen.emit("depth", name))
        self._stop.valueChanged.connect(lambda minutes: self.chosen.emit("stop_after", minutes))
        self._scale.activated.connect(lambda row: self.chosen.emit("scale", self._scale.itemData(row)))
        room = parent.screen().availableGeometry()
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height() - FRAME))
        self._depths.get(settings.depth, self._stop).setFocus()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, here or elsewhere."""
        for name, switch in self._switches.items():
            switch.setChecked(getattr(settings, name))
        if settings.depth in self._depths:
            self._depths[settings.depth].setChecked(True)
        self._stop.blockSignals(True)
        self._stop.setValue(settings.stop_after)
        self._stop.blockSignals(False)
        self._scale.setCurrentIndex(max(0, self._scale.findData(settings.scale)))

    def _place_parts(self) -> None:
        space = look.scale().space
        page = QWidget()
        page.setObjectName("panel")
        groups = QVBoxLayout(page)
        groups.setContentsMargins(space["wide"], space["apart"], space["wide"], space["apart"])
        groups.setSpacing(space["broad"])
        for title, parts in (
            (self.tr("Reading"), self._reading()),
            (self.tr("Keys"), self._keys()),
            (self.tr("Window"), self._window()),
            (self.tr("Your files"), _files(self)),
        ):
            groups.addLayout(_group(title, parts))
        groups.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        close = QPushButton(self.tr("Close"))
        close.setProperty("framed", True)
        close.clicked.connect(self.accept)
        line = QFrame()
        line.setObjectName("hair")
        row = QHBoxLayout()
        row.setContentsMargins(space["wide"], space["close"], space["wide"], space["close"])
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(line)
        column.addLayout(row)

    def _reading(self) -> list[QWidget]:
        group = QButtonGroup(self)
        for button in self._depths.values():
            group.addButton(button)
        return [
            _words(self.tr("Show at first, of each section:")),
            *self._depths.values(),
            self._switch("paragraph_numbers", self.tr("Numbers beside the paragraphs")),
            self._switch("ruler", self.tr("A ruler at the line one reads")),
            self._switch("copy_source", self.tr("Copied words say where they are from")),
            _words(self.tr("When reading one step at a time, offer a pause after:"), of=self._stop),
            self._pause(),
        ]

    def _pause(self) -> QWidget:
        """Return the minutes until a pause between two buttons."""
        less = StepButton("minus", self.tr("Minutes until a pause: less"))
        more = StepButton("plus", self.tr("Minutes until a pause: more"))
        less.clicked.connect(self._stop.stepDown)
        more.clicked.connect(self._stop.stepUp)
        for button in (less, more):
            button.clicked.connect(lambda: self._stop.lineEdit().deselect())  # Qt selects the number at each step
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.scale().space["near"])
        for part in (less, self._stop, more):
            row.addWidget(part, int(part is self._stop))
        return whole

    def _keys(self) -> list[QWidget]:
        words = self.tr(
            "N goes to the next section, F finds, D explains a word; Help lists them all. Switch this off if letters "
            "are pressed by accident, or if you speak to the computer."
        )
        return [self._switch("single_keys", self.tr("Single letters are commands")), _words(words, quiet=True)]

    def _window(self) -> list[QWidget]:
        words = self.tr("Takes effect at the next start. The size of the text alone is under View, Appearance.")
        return [_words(self.tr("Size of the whole window:"), of=self._scale), self._scale, _words(words, quiet=True)]

    def _switch(self, name: str, words: str) -> QCheckBox:
        switch = self._switches[name] = QCheckBox(words)
        switch.toggled.connect(lambda is_on: self.chosen.emit(name, is_on))
        return switch


def _files(dialog: SettingsDialog) -> list[QWidget]:
    """Return a line for each folder that holds what is the user's own."""
    folders: tuple[tuple[str, Path], ...] = (
        (dialog.tr("What you chose:"), paths.config()),
        (dialog.tr("Where you were, and what went wrong:"), paths.state()),
        (dialog.tr("Guides made ready to read (safe to delete):"), paths.cache()),
    )
    parts: list[QWidget] = []
    for name, folder in folders:
        place = _words(str(folder), quiet=True)
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        place.setAccessibleName(f"{name} {folder}")
        parts += [_words(name), place]
    return parts


def _group(title: str, parts: list[QWidget]) -> QLayout:
    heading = QLabel(title)
    heading.setObjectName("title")
    group = QVBoxLayout()
    group.setSpacing(look.scale().space["tight"])
    group.addWidget(heading)
    for part in parts:
        group.addWidget(part)
    return group


def _words(text: str, *, quiet: bool = False, of: QWidget | None = None) -> QLabel:
    label = QLabel(text)
    if of is not None:
        label.setBuddy(of)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("quiet", quiet)
    return label
