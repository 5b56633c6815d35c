"""The drawn icons fit the window: one size, no colour of their own."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtSvg import QSvgRenderer

from reader import paths
from reader.ui.commands import COMMANDS

FOLDER = paths.bundled("resources") / "icons"
ICONS = sorted(path for path in FOLDER.glob("*.svg") if path.stem != "app")


@pytest.mark.usefixtures("qapp")
def test_qt_can_draw_every_icon() -> None:
    assert [path.name for path in FOLDER.glob("*.svg") if not QSvgRenderer(str(path)).isValid()] == []


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_twenty_pixels_of_the_ink_it_is_given(path: Path) -> None:
    root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
    colours = {element.get(name) for element in root.iter() for name in ("fill", "stroke")}
    assert root.get("viewBox") == "0 0 20 20"
    assert colours <= {"none", "currentColor", None}


def test_every_icon_that_a_command_names_is_drawn() -> None:
    assert {command.icon for command in COMMANDS if command.icon} <= {path.stem for path in ICONS}
