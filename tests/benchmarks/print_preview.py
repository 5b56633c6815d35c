"""How soon the pages stand in the preview: after Ctrl+P, and after each change of a choice, in the real window.

python -m tests.benchmarks.print_preview [-n RUNS]

On a screen in memory, with the bundled guide, one section. A time is that from the key, or the change, until the first
page was painted, measured where the picture is made; the dialog is opened and closed again for each. The longest that
the window does not answer is told beside it (wanted: 50 ms at most), and how long it was at work: the rest, it waited
for a processor. Figures are those of a machine at rest: the load is told with them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the process that starts the other has no screen
    from reader.app import App
    from reader.ui.printing.dialog import PrintDialog

SECTION = "cytokines"
LIMIT = 60.0  # seconds


class Taken(NamedTuple):
    """What something took, in milliseconds."""

    until_painted: float
    longest: float  # of its rounds
    at_work: float  # the most that a round had of the processor


def main() -> None:
    """Measure in a process of its own, on a screen in memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=7, help="how often each is done, after one that is not counted")
    parser.add_argument("--inside", action="store_true", help="measure on the screen that is there")
    args = parser.parse_args()
    if args.inside:
        _inside(args.n)
        return
    from tests.benchmarks.home import prepared_home
    from tests.benchmarks.screen import screen

    with prepared_home() as home, screen(home) as shown:
        command = [sys.executable, "-m", "tests.benchmarks.print_preview", "--inside", "-n", str(args.n)]
        subprocess.run(command, env=shown, check=False)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"-- load of the machine: {load} of {os.cpu_count() or 1} cores")


def _inside(runs: int) -> None:
    from PySide6.QtWidgets import QApplication

    from reader.app import App
    from reader.core.text import Place
    from reader.ui import importing
    from reader.ui import theme as look
    from tests.benchmarks.check import GUIDE
    from tests.benchmarks.measures import open_guide
    from tests.benchmarks.stopwatch import Stopwatch

    importing.be_plain()  # as the program does
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    look.load_faces()
    application.setFont(look.sans())
    app = App(application)
    watch = Stopwatch(app.window, app.window.article.viewport())
    open_guide(app, watch, str(GUIDE))
    app.navigator.open(Place(SECTION))
    watch.settle()
    watch.end()
    first: list[Taken] = []
    later: list[Taken] = []
    changes: dict[str, list[Taken]] = {}
    for run in range(runs + 1):
        (first if run == 0 else later).append(_until_painted(app, app.window.actions_by_id["print"].trigger))
        dialog = _dialog(app)
        assert dialog is not None
        for name, change in _changes(dialog).items():
            taken = _until_painted(app, change)
            if run:
                changes.setdefault(name, []).append(taken)
        dialog.reject()
        QApplication.processEvents()
    _tell("from Ctrl+P to the first page, the first time", first, 400)
    _tell("from Ctrl+P to the first page, later", later, 400)
    for name, times in changes.items():
        _tell(name, times, 200)


def _tell(what: str, taken: list[Taken], wanted: float) -> None:
    painted, longest, at_work = (statistics.median(column) for column in zip(*taken, strict=True))
    held = f"held the window for {longest:.0f}, at work for {at_work:.0f}"
    print(f"{painted:8.1f} ms  {what} (wanted: {wanted:.0f} at most; {held})", flush=True)


def _dialog(app: App) -> PrintDialog | None:
    """Return the dialog that is open; it is not taken in for that: to do so belongs to what is measured."""
    module = sys.modules.get("reader.ui.printing.dialog")
    every = app.window.findChildren(module.PrintDialog) if module is not None else []
    return next((each for each in every if each.isVisible()), None)


def _changes(dialog: PrintDialog) -> dict[str, Callable[[], object]]:
    """Return what one might change, each of which gives other pages."""
    choices = dialog.choices

    def amount(name: str) -> None:
        choices.amount.choose(name)
        choices.amount.chosen.emit(name)

    def preset(name: str) -> None:
        choices.presets.choose(name)
        choices.presets.chosen.emit()

    return {
        "the gist instead of the full text": partial(amount, "gist"),
        "the full text again": partial(amount, "full"),
        "large print": partial(preset, "large-print"),
        "the standard layout again": partial(preset, "standard"),
    }


def _until_painted(app: App, act: Callable[[], object]) -> Taken:
    """Do something; return how long it took until a page that came of it was painted.

    A page is painted in the round of the event loop in which its picture came, or in the next.
    """
    from PySide6.QtWidgets import QApplication

    start = time.perf_counter()
    rounds: list[tuple[float, float]] = []

    def go_round(act: Callable[[], object] = QApplication.processEvents) -> None:
        by_clock, at_work = time.perf_counter(), time.thread_time()
        act()
        rounds.append((time.perf_counter() - by_clock, time.thread_time() - at_work))

    go_round(act)
    while (dialog := _dialog(app)) is None:
        go_round()
    preview = dialog.preview
    opened: list[object] = []
    drawn: list[object] = []

    def note(picture: object) -> None:
        if opened:
            drawn.append(picture)

    preview.shown.connect(opened.append)
    preview._plates.drawn.connect(note)
    while not drawn and time.perf_counter() - start < LIMIT:
        go_round()
        time.sleep(0.001)
    QApplication.processEvents()
    preview.shown.disconnect(opened.append)
    preview._plates.drawn.disconnect(note)
    longest, at_work = (max(column) * 1000 for column in zip(*rounds, strict=True))
    return Taken((time.perf_counter() - start) * 1000, longest, at_work)


if __name__ == "__main__":
    main()
