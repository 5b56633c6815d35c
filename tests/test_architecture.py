"""The half of the program that needs no window loads no Qt."""

from __future__ import annotations

import subprocess
import sys

IMPORT_ALL = """
import importlib, pkgutil, sys
import reader.cli, reader.compiler, reader.core, reader.linter, reader.__main__
for room in (reader.core, reader.compiler, reader.linter, reader.cli):
    for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
        importlib.import_module(module.name)
print(*sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "reader.ui"))))
"""


def test_core_compiler_and_commands_load_no_qt() -> None:
    run = subprocess.run([sys.executable, "-I", "-c", IMPORT_ALL], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, "", "")
