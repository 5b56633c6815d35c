"""Every command in one table: words, keys, menu, icon. Menus, buttons and the help page come from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reader.ui.theme import Theme, icon

MENUS = ("File", "Go", "Notes", "View", "Help")


class Command(NamedTuple):
    """One thing the program can be told to do."""

    id: str
    text: str  # & marks the key in the menu
    menu: str  # "Go", or "Go > Find" for a menu inside it
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    new_group: bool = False  # a line above it in the menu
    always: bool = False  # whether it can be chosen while no guide is open
    single: str = ""  # the one letter that does the same, unless that is switched off (WCAG 2.2, 2.1.4)


STYLES, SAFE = "Notes > Highlight &as", "Notes > &Export, back up, delete"
PAPER = "File > Pr&int something else"
FIND, PATHWAY = "Go > F&ind", "Go > In the pathwa&y"
DEPTH, COLOURS = "View > &How much to show", "View > &Colours"
COMMANDS = (
    Command("guides", "All &guides…", "File", ("Alt+Home",), always=True),
    Command("open_folder", "&Open a guide’s folder…", "File", ("Ctrl+Shift+O",), "open", always=True),
    Command("open_file", "Open a &text or a pathway…", "File", ("Ctrl+O",), always=True),
    Command("reload", "Read its files &again", "File", ("F5",)),
    Command("print", "&Print this section…", "File", ("Ctrl+P",), "print", new_group=True),
    Command("print_guide", "Print the whole &guide…", PAPER),
    Command("print_selection", "Print the selected &words…", PAPER),
    Command("print_pathway", "Print the &pathway…", PAPER),
    Command("print_glossary", "Print the g&lossary…", PAPER),
    Command("print_words", "Print my w&ords…", PAPER),
    Command("print_notes", "Print my &notes…", PAPER),
    Command("print_handout", "Print my ha&ndout…", "File", ("Alt+P",), new_group=True),
    Command("add_to_handout", "Add this section to my &handout", "File", ("Ctrl+Shift+P",), single="A"),
    Command("choose_sections", "Choose s&ections to print", "File", checkable=True),
    Command("save_pathway", "&Save the pathway as…", "File", ("Ctrl+Shift+S",), new_group=True),
    Command("save_lit", "Save what is &lit of the pathway as…", "File"),
    Command("copy_pathway", "&Copy the pathway as a picture", "File", ("Ctrl+Shift+C",)),
    Command("quit", "&Quit", "File", ("Ctrl+Q",), new_group=True, always=True),
    Command("back", "&Back", "Go", ("Alt+Left", "Back"), "back"),
    Command("forward", "&Forward", "Go", ("Alt+Right", "Forward"), "forward"),
    Command("next_section", "&Next section", "Go", ("Ctrl+PgDown",), new_group=True, single="N"),
    Command("previous_section", "&Previous section", "Go", ("Ctrl+PgUp",), single="P"),
    Command("go_to_paragraph", "To a para&graph by its number…", "Go", ("Ctrl+L",)),
    Command("recap", "&Recap: the guide up to here…", "Go", ("Ctrl+R",)),
    Command("find", "F&ind in the article…", FIND, ("Ctrl+F",), "find", single="F"),
    Command("find_next", "Find &next", FIND, ("F3", "Ctrl+G")),
    Command("find_previous", "Find pre&vious", FIND, ("Shift+F3", "Ctrl+Shift+G")),
    Command("search", "&Search the whole guide…", FIND, ("Ctrl+Shift+F",)),
    Command("find_node", "&Find in the pathway…", PATHWAY, ("Ctrl+Shift+Y",)),
    Command("ask", "&How does … lead to …?", PATHWAY, ("Ctrl+H",)),
    Command("show_in_pathway", "Show the &word in the pathway", PATHWAY, ("Ctrl+Shift+D",)),
    Command("next_mention", "Next place of this node in the te&xt", PATHWAY, ("Ctrl+Shift+M",)),
    Command("go_steps", "As a &list: steps of the pathway", PATHWAY, single="L"),
    Command("trace_before", "What leads &to this node", PATHWAY, ("Ctrl+Shift+B",)),
    Command("trace_after", "What this node lea&ds to", PATHWAY, ("Ctrl+Shift+A",)),
    Command("next_step", "&Next step of the route", PATHWAY, ("Ctrl+Shift+PgDown",), new_group=True),
    Command("previous_step", "&Previous step of the route", PATHWAY, ("Ctrl+Shift+PgUp",)),
    Command("evidence", "&Evidence: all claims…", "Go", ("Ctrl+E",)),
    Command("go_outline", "To the &outline", "Go", ("F6",), new_group=True, single="O"),
    Command("filter_outline", "Fi&lter the outline", "Go", ("Ctrl+F6",)),
    Command("go_article", "To the &article", "Go", ("F7",)),
    Command("go_companion", "To the panel at the righ&t", "Go", ("F8",)),
    Command("go_pathway", "To the pat&hway", "Go", single="Y"),
    Command("go_words", "To the glossar&y", "Go", single="G"),
    Command("define", "Explain the &word at the caret", "Go", ("Ctrl+D",), single="D"),
    Command("undo", "&Undo", "Notes", ("Ctrl+Z",)),
    Command("redo", "&Do it again", "Notes", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("keep_again", "&Keep what is not kept yet", "Notes"),
    Command("highlight", "&Highlight", "Notes", ("Ctrl+Shift+H",), new_group=True, single="H"),
    Command("highlight_important", "&Important", STYLES, ("Ctrl+1",)),
    Command("highlight_remember", "&Remember", STYLES, ("Ctrl+2",)),
    Command("highlight_unclear", "&Unclear", STYLES, ("Ctrl+3",)),
    Command("highlight_mine", "&Mine", STYLES, ("Ctrl+4",)),
    Command("remove_highlight", "Remove the &highlight", STYLES, ("Ctrl+5",), new_group=True),
    Command("note", "&Note…", "Notes", ("Ctrl+M",), new_group=True, single="M"),
    Command("bookmark", "&Bookmark", "Notes", ("Ctrl+B",), single="B"),
    Command("question", "&Questions for the appointment…", "Notes", ("Ctrl+K",), single="Q"),
    Command("go_notes", "To the no&tebook", "Notes", ("Ctrl+Shift+N",), new_group=True, single="T"),
    Command("next_mark", "Ne&xt mark", "Notes", ("Alt+Down",), new_group=True, single="J"),
    Command("previous_mark", "Pre&vious mark", "Notes", ("Alt+Up",), single="K"),
    Command("export_notes", "&Export notes…", SAFE, always=True),
    Command("back_up", "&Back up notes…", SAFE, always=True),
    Command("restore", "&Restore notes…", SAFE, always=True),
    Command("delete_data", "&Delete my data…", SAFE, always=True),
    Command("show_outline", "&Outline", "View", ("F9",), "outline", checkable=True),
    Command("show_companion", "&Pathway and words", "View", ("F10",), "pathway", checkable=True),
    Command("whole_pathway", "Pathway in the whole &window", "View", ("Shift+F8",), checkable=True, single="W"),
    Command("depth_gist", "All: in one &sentence", DEPTH, ("Alt+1",), checkable=True),
    Command("depth_key-points", "All: &key points", DEPTH, ("Alt+2",), checkable=True),
    Command("depth_full", "All: &full text", DEPTH, ("Alt+3",), checkable=True),
    Command("section_gist", "This section: in one s&entence", DEPTH, ("Alt+Shift+1",), checkable=True, new_group=True),
    Command("section_key-points", "This section: key p&oints", DEPTH, ("Alt+Shift+2",), checkable=True),
    Command("section_full", "This section: full &text", DEPTH, ("Alt+Shift+3",), checkable=True),
    Command("steps", "O&ne step at a time", "View", ("F4",), checkable=True, new_group=True),
    Command("ruler", "&Reading ruler", "View", ("Shift+F4",), checkable=True),
    Command("paragraph_numbers", "Paragraph num&bers", "View", checkable=True),
    Command("appearance", "&Appearance…", "View", ("Ctrl+T",), "text", new_group=True, always=True),
    Command("larger", "&Larger text", "View", ("Ctrl++", "Ctrl+=")),
    Command("smaller", "S&maller text", "View", ("Ctrl+-",)),
    Command("usual_size", "Us&ual size of text", "View", ("Ctrl+0",)),
    Command("theme_system", "As the &system", COLOURS, checkable=True, always=True),
    Command("theme_light", "&Light", COLOURS, icon="theme-light", checkable=True, always=True),
    Command("theme_sepia", "Se&pia", COLOURS, checkable=True, always=True),
    Command("theme_dark", "&Dark", COLOURS, icon="theme-dark", checkable=True, always=True),
    Command("theme_contrast-light", "&High contrast, light", COLOURS, checkable=True, always=True),
    Command("theme_contrast-dark", "High &contrast, dark", COLOURS, checkable=True, always=True),
    Command("settings", "&Settings…", "View", ("Ctrl+,",), new_group=True, always=True),
    Command("help", "&Help", "Help", ("F1",), "help", single="?", always=True),
    Command("problems", "&Problems in this guide…", "Help"),
    Command("about", "&About Pathway Reader", "Help", always=True),
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
        action.setCheckable(command.checkable)
        result[command.id] = action
    return result


def give_keys(every: dict[str, QAction], *, single_keys: bool) -> None:
    """Give the actions their keys, the single letters too or not."""
    for command in COMMANDS:
        keys = (*command.keys, *((command.single,) if single_keys and command.single else ()))
        every[command.id].setShortcuts([QKeySequence(each) for each in keys])


def fill(bar: QMenuBar, every: dict[str, QAction]) -> dict[str, QMenu]:
    """Put the commands into the menus of *bar* and return the menus by name."""
    menus = {name: bar.addMenu(f"&{translated(name)}") for name in MENUS}
    for command in COMMANDS:
        outer, _, inner = command.menu.partition(" > ")
        if inner and command.menu not in menus:
            menus[command.menu] = menus[outer].addMenu(translated(inner))
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
