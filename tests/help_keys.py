"""Writes the keys in the help guide from the table of commands: `make help-keys`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader import paths
from reader.core.library import Library
from reader.ui.commands import COMMANDS, MENUS, Command

BEGIN = "<!-- keys: `make help-keys` writes what follows from the table of commands in reader/ui/commands.py -->\n"
END = "<!-- end of keys -->\n"
HEAD = "| command | keys | letter |\n|---|---|---|"


def article() -> Path:
    """Return the help's text."""
    return paths.bundled("content") / Library.help / "article.md"


def split(text: str) -> tuple[str, str, str]:
    """Return what stands before the keys, the keys, and what stands after them. Raises ValueError without marks."""
    before, begin, rest = text.partition(BEGIN)
    keys, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"The help needs these two lines around its keys: {BEGIN}{END}")
    return before + begin, keys, end + after


def rows(text: str) -> list[str]:
    """Return the lines of the tables that name a command."""
    return [line for line in text.splitlines() if line.startswith("| ") and line not in HEAD]


def tables() -> str:
    """Return a table of all commands for each menu, and for each menu inside one."""
    return "".join(
        f"\n**{' > '.join(map(_plain, menu.split(' > ')))}**\n\n{HEAD}\n"
        + "".join(f"{row(command)}\n" for command in COMMANDS if command.menu == menu)
        for menu in _menus()
    )


def row(command: Command) -> str:
    """Return a command's line: its words as the menu shows them, its keys, its one letter."""
    keys = " or ".join(key.replace("Pg", "Page ") for key in command.keys)
    return f"| {_plain(command.text)} | {keys or '–'} | {command.single or '–'} |"


def _menus() -> Iterator[str]:
    """Yield the menus as the window has them: each one before those inside it."""
    for menu in MENUS:
        yield from dict.fromkeys(
            command.menu for command in sorted(COMMANDS, key=lambda each: " > " in each.menu)
            if command.menu.partition(" > ")[0] == menu
        )  # fmt: skip


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def main() -> None:
    """Write the keys into the help."""
    file = article()
    before, _, after = split(file.read_text(encoding="utf-8"))
    file.write_text(before + tables() + "\n" + after, encoding="utf-8")


if __name__ == "__main__":
    main()
