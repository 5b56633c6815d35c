"""How much of each section is shown: for all, and what was chosen for single sections."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.core import depth
from reader.core.guide import Guide
from reader.core.records import Section
from reader.session import Session
from reader.settings import Settings
from reader.ui.settings.choices import Choices

FOR_ALL, FOR_SECTION = "depth_", "section_"  # how the names of the commands begin
FIRST_SECTIONS = 12  # in which a guide that can be shown in short has a gist or key points


class Depths(QObject):
    """Holds the depths, and ticks those of the section that is being read."""

    changed = Signal(str, dict)  # the depth for all; section id -> its own
    told = Signal(str)  # the depth in words; "" where there is nothing to choose

    def __init__(
        self, choices: Choices, session: Session, actions: dict[str, QAction], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._choices, self._session, self._actions = choices, session, actions
        self._for_all = choices.settings.depth
        self._guide: Guide | None = None
        self._section: Section | None = None
        self._has_short = False
        for name in depth.DEPTHS:
            actions[FOR_ALL + name].triggered.connect(partial(self._choose_for_all, name))
            actions[FOR_SECTION + name].triggered.connect(partial(self._choose_for_section, name))
        choices.changed.connect(self._follow)

    def show_guide(self, guide: Guide) -> None:
        """Show *guide* at the depths that were chosen for it; to be called before its article is shown."""
        self._guide, self._section = guide, None
        self._has_short = any(self._is_short(section) for section in guide.outline[:FIRST_SECTIONS])
        self.changed.emit(self._for_all, self._own())
        self._tell()

    def enter(self, section: Section) -> None:
        """Take note of the section that is being read."""
        if self._section is None or section.id != self._section.id:
            self._section = section
            self._has_short = self._has_short or self._is_short(section)
            self._tell()

    def of(self, section: str) -> str:
        """Return how much of a section is shown: one of `depth.DEPTHS`."""
        for_all = self._for_all if self._for_all in depth.DEPTHS else depth.FULL
        return self._own().get(section, for_all)

    def opened(self, section: str) -> None:
        """Take note that a section that was shown in short was opened."""
        self._set_own(section, depth.FULL)

    def _own(self) -> dict[str, str]:
        """Return the depths of single sections, as far as they are depths."""
        if self._guide is None:
            return {}
        own = self._session.of_guide(self._guide.about.id).depths
        return {section: each for section, each in own.items() if each in depth.DEPTHS}

    def _set_own(self, section: str, name: str) -> None:
        if self._guide is not None:
            remembered = self._session.of_guide(self._guide.about.id)
            remembered.depths = depth.chosen(self._for_all, self._own(), section, name)
            self.changed.emit(self._for_all, remembered.depths)
            self._tell()

    def _choose_for_all(self, name: str) -> None:
        self._choices.choose("depth", name)
        self._forget_own()  # also when it was the depth for all already: now it is that of every section

    def _choose_for_section(self, name: str) -> None:
        if self._section is not None:
            self._set_own(self._section.id, name)

    def _follow(self, settings: Settings) -> None:
        if settings.depth != self._for_all:
            self._for_all = settings.depth
            self._forget_own()

    def _forget_own(self) -> None:
        if self._guide is not None:
            self._session.of_guide(self._guide.about.id).depths = {}
        self.changed.emit(self._for_all, {})
        self._tell()

    def _is_short(self, section: Section) -> bool:
        """Whether a section can be shown in short."""
        blocks = self._guide.blocks(section.id) if self._guide is not None else ()
        return any(block.callout in depth.DEPTHS for block in blocks)

    def _tell(self) -> None:
        """Tick what is chosen, and say it in words."""
        for_all = self._for_all if self._for_all in depth.DEPTHS else depth.FULL
        here = for_all
        if self._guide is not None and self._section is not None:
            here = depth.reached(self._guide.blocks(self._section.id), self._own().get(self._section.id, for_all))
        for name in depth.DEPTHS:
            self._actions[FOR_ALL + name].setChecked(name == for_all)
            self._actions[FOR_SECTION + name].setChecked(name == here)
        words = self.tr(depth.WORDS[for_all])
        if here != for_all:
            words = self.tr("{0} (this section: {1})").format(words, self.tr(depth.WORDS[here]).lower())
        self.told.emit(words if self._has_short else "")
