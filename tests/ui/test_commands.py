"""The table of commands."""

from __future__ import annotations

from collections import Counter

from reader.ui import commands


def test_a_letter_in_a_menu_means_one_command() -> None:
    inside = {name.rpartition(" > ")[::2] for name in (commands.PAPER, commands.FIND, commands.DEPTH, commands.COLOURS)}
    listed = {(each.menu, each.text) for each in commands.COMMANDS} | inside
    letters = Counter((menu, text[text.index("&") + 1].lower()) for menu, text in listed if "&" in text)
    assert [each for each, times in letters.items() if times > 1] == []
