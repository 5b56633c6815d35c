"""The groups of the settings: reading, keys, the window, and where the user's own files are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader import paths
from reader.core import depth
from reader.settings import LONGEST_READING, SCALES, Settings
from reader.ui import theme as look
from reader.ui.settings.group import Group, label
from reader.ui.widgets.steady import SteadyList, SteadyNumber
from reader.ui.widgets.step_button import StepButton

STEP = 5  # minutes


class Reading(Group):
    """How much is shown, what stands beside it, and when a pause is offered."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Reading"))
        answers = {name: self.tr(depth.WORDS[name]) for name in depth.DEPTHS}
        self.add_choice("depth", self.tr("Show at first, of each section:"), answers)
        self.add_switch("paragraph_numbers", self.tr("Numbers beside the paragraphs"))
        self.add_switch("ruler", self.tr("A ruler at the line one reads"))
        self.add_switch("copy_source", self.tr("Copied words say where they are from"))
        self._stop = SteadyNumber()
        self._stop.setRange(0, LONGEST_READING)
        self._stop.setSingleStep(STEP)
        self._stop.setSpecialValueText(self.tr("Never"))
        self._stop.setSuffix(self.tr(" minutes"))
        self._stop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stop.setKeyboardTracking(False)
        words = self.tr("When reading one step at a time, offer a pause after:")
        self._stop.setAccessibleName(words.rstrip(":"))
        self.add(label(words, of=self._stop), self._pause())
        self._stop.valueChanged.connect(lambda minutes: self.chosen.emit("stop_after", minutes))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, here or elsewhere."""
        super().show_settings(settings)
        self._stop.blockSignals(True)
        self._stop.setValue(settings.stop_after)
        self._stop.blockSignals(False)

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


class Keys(Group):
    """Whether single letters are commands."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Keys"))
        words = self.tr(
            "N goes to the next section, F finds, D explains a word; Help lists them all. Switch this off if letters "
            "are pressed by accident, or if you speak to the computer."
        )
        self.add_switch("single_keys", self.tr("Single letters are commands"))
        self.add(label(words, quiet=True))


class Window(Group):
    """How large the whole window is."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Window"))
        self._scale = SteadyList()
        self._scale.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not for the wheel, which scrolls on
        for percent in SCALES:
            self._scale.addItem(self.tr("{0} %").format(percent), percent)
        words = self.tr("Takes effect at the next start. The size of the text alone is under View, Appearance.")
        self.add(label(self.tr("Size of the whole window:"), of=self._scale), self._scale, label(words, quiet=True))
        self._scale.activated.connect(lambda row: self.chosen.emit("scale", self._scale.itemData(row)))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, here or elsewhere."""
        super().show_settings(settings)
        self._scale.setCurrentIndex(max(0, self._scale.findData(settings.scale)))


class Files(Group):
    """A line for each folder that holds what is the user's own."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Your files"))
        folders = (
            (self.tr("What you chose:"), paths.config()),
            (self.tr("Where you were, and what went wrong:"), paths.state()),
            (self.tr("Guides made ready to read (safe to delete):"), paths.cache()),
        )
        for name, folder in folders:
            place = label(str(folder), quiet=True)
            place.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            place.setAccessibleName(f"{name} {folder}")
            self.add(label(name), place)
