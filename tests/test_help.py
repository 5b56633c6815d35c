"""The help: a guide like any other, that names every command as the menus do."""

from __future__ import annotations

from reader import paths
from reader.core import inspection
from reader.core.library import Library
from reader.ui.commands import COMMANDS
from tests import help_keys

WRITE = "Run `make help-keys` to write the keys in the help anew."


def test_the_help_passes_the_check_without_a_warning() -> None:
    origin = Library(paths.bundled("content"), paths.cache()).find(Library.help)
    assert [str(finding) for finding in inspection.inspect(origin).findings] == []


def test_the_help_names_every_command_with_its_words_keys_and_letter() -> None:
    _, written, _ = help_keys.split(help_keys.article().read_text(encoding="utf-8"))
    rows = help_keys.rows(written)
    for command in COMMANDS:
        assert help_keys.row(command) in rows, f"The help lacks {help_keys.row(command)!r}. {WRITE}"
    known = [help_keys.row(command) for command in COMMANDS]
    for row in rows:
        assert row in known, f"The help has {row!r}, which is no command. {WRITE}"
    assert written.strip() == help_keys.tables().strip(), f"The help has its commands in another order. {WRITE}"
