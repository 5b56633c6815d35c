"""Every command in one table: words, keys, menu, icon. Menus, buttons and the help page come from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reader.ui.theme import Theme, icon

MENUS = ("File", "Go", "View", "Help")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the program can be told to do."""

    id: str
    text: str  # & marks the key in the menu
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    new_group: bool = False  # a line above it in the menu


COMMANDS = (
    Command("open_folder", "&Open a guide’s folder…", "File", ("Ctrl+Shift+O",), "open"),
    Command("open_file", "Open a &text file…", "File", ("Ctrl+O",)),
    Command("print", "&Print this section…", "File", ("Ctrl+P",), "print", new_group=True),
    Command("quit", "&Quit", "File", ("Ctrl+Q",), new_group=True),
    Command("back", "&Back", "Go", ("Alt+Left", "Back"), "back"),
    Command("forward", "&Forward", "Go", ("Alt+Right", "Forward"), "forward"),
    Command("find", "F&ind in the article…", "Go", ("Ctrl+F",), "find", new_group=True),
    Command("find_next", "Find &next", "Go", ("F3", "Ctrl+G")),
    Command("find_previous", "Find pre&vious", "Go", ("Shift+F3", "Ctrl+Shift+G")),
    Command("go_outline", "To the &outline", "Go", ("F6",), new_group=True),
    Command("go_article", "To the &article", "Go", ("F7",)),
    Command("go_companion", "To the &pathway and words", "Go", ("F8",)),
    Command("show_outline", "&Outline", "View", ("F9",), "outline", checkable=True),
    Command("show_companion", "&Pathway and words", "View", ("F10",), "pathway", checkable=True),
    Command("theme_system", "Colours: as the &system", "View", checkable=True, new_group=True),
    Command("theme_light", "Colours: &light", "View", icon="theme-light", checkable=True),
    Command("theme_dark", "Colours: &dark", "View", icon="theme-dark", checkable=True),
    Command("problems", "&Problems in this guide…", "Help"),
    Command("about", "&About Pathway Reader", "Help"),
)


def translated(text: str) -> str:
    """Return a text of the table in the user's language."""
    return QCoreApplication.translate("commands", text)


def actions(owner: QObject) -> dict[str, QAction]:
    """Return an action for each command, by its id, owned by *owner*."""
    result = {}
    for command in COMMANDS:
        action = QAction(translated(command.text), owner)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checkable)
        result[command.id] = action
    return result


def fill(bar: QMenuBar, every: dict[str, QAction]) -> dict[str, QMenu]:
    """Put the commands into the menus of *bar* and return the menus by name."""
    menus = {name: bar.addMenu(f"&{translated(name)}") for name in MENUS}
    for command in COMMANDS:
        if command.new_group:
            menus[command.menu].addSeparator()
        menus[command.menu].addAction(every[command.id])
    return menus


def draw_icons(every: dict[str, QAction], theme: Theme, only: Iterable[str]) -> None:
    """Give the actions in *only* their icons in the theme's ink."""
    wanted = set(only)
    for command in COMMANDS:
        if command.icon and command.id in wanted:
            every[command.id].setIcon(icon(command.icon, theme, can_be_disabled=command.menu == "Go"))
