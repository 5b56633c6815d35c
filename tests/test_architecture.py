"""What is loaded when: no Qt where there is no window, nothing for the first screen that it does not show."""

from __future__ import annotations

import importlib.util
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


FIRST_SCREEN = """
import argparse, linecache, os, sys
from PySide6 import QtGui, QtWidgets
from reader.cli import open

def report(application):
    for _ in range(3):
        application.processEvents()  # paints what is shown
    titles = [widget.windowTitle() for widget in QtWidgets.QApplication.topLevelWidgets() if widget.isVisible()]
    classes = [*vars(QtGui), *vars(QtWidgets)]
    loaded = [name for name in sys.modules if name.startswith("reader.")]
    looked_into = sys.modules["reader.ui.main_window"].__file__ in linecache.cache
    for found in (titles, [looked_into], classes, loaded):
        print(*found, sep="|")
    sys.stdout.flush()
    os._exit(0)

QtWidgets.QApplication.exec = report
open.run(argparse.Namespace(guide=""))
"""
NOT_IN_FIRST_SCREEN = """
    reader.core.answer reader.core.description reader.core.drafting reader.core.picturing reader.core.routes
    reader.core.search reader.core.svg reader.core.tracing reader.core.handout.typesetting
    reader.ui.file_dialog reader.ui.glossary.spoken_link reader.ui.printing
    reader.ui.pathway.accessible reader.ui.pathway.along reader.ui.pathway.ask reader.ui.pathway.back_and_on
    reader.ui.pathway.ask_form reader.ui.pathway.ask_strip reader.ui.pathway.card reader.ui.pathway.find
    reader.ui.pathway.find_strip reader.ui.pathway.hidden_note reader.ui.pathway.links reader.ui.pathway.step_words
    reader.ui.pathway.stepping reader.ui.pathway.steps_look reader.ui.pathway.steps_model
    reader.ui.pathway.strip reader.ui.pathway.trace reader.ui.pathway.trace_strip reader.ui.pathway.walk
    reader.ui.pathway.walker reader.ui.widgets.wrapped_choice
"""


def test_the_first_screen_waits_for_nothing_that_it_does_not_show() -> None:
    subprocess.run([sys.executable, "-m", "reader", "outline"], stdout=subprocess.DEVNULL, check=True)  # compiles it
    run = subprocess.run([sys.executable, "-c", FIRST_SCREEN], capture_output=True, text=True, check=False)
    titles, looked_into, classes, loaded = (line.split("|") for line in run.stdout.splitlines())
    assert "Fibromyalgia and the immune system" in titles, run.stderr
    assert looked_into == ["False"], "PySide has read sources: see ui/importing.py"
    assert "QWizard" not in classes, "a view of the first screen was asked for its viewport(): see ui/viewport.py"
    assert "QStyle" not in classes, "a widget of the first screen was asked for its style()"
    assert "QGradient" not in classes, "a rectangle was filled by fillRect(), or QBrush() made of a colour alone"
    assert "QTextEdit" in classes
    assert "reader.ui.pathway.scene" in loaded
    late = NOT_IN_FIRST_SCREEN.split()
    assert [name for name in late if name in loaded] == []
    assert [name for name in late if importlib.util.find_spec(name) is None] == []  # none is misspelt
