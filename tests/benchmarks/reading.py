"""How fast the window answers while one reads: jumps, looks, depth, find, search, scrolling, closing.

python -m tests.benchmarks.reading

In the real window on a screen in memory, with the bundled guide and with one of 100,000 words; then the opening of ten
thousand headings. A time is that until the right picture stands (stopwatch.py). A change is measured at the beginning,
in the middle and at the end of the guide, for the text in view and, beside it, for the whole window with what is built
out of view (its scroll bar); a dash means that the picture did not change there. The closing is that of the program
itself (app.loop), no longer watched. Figures are those of a machine at rest: the load is told with them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.check import GUIDE, lengthened

if TYPE_CHECKING:  # the process that starts the others has no screen
    from PySide6.QtWidgets import QWidget

HEADINGS = 10_000


def main() -> None:
    """Measure each guide in a process of its own, on a screen in memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inside", metavar="GUIDE", help="measure this guide on the screen that is there")
    parser.add_argument("--wanted", type=float, help="at most so many ms; without it, only the opening is measured")
    args = parser.parse_args()
    if args.inside:
        _inside(args.inside, args.wanted)
        return
    from tests.benchmarks.home import READER, prepared_home
    from tests.benchmarks.screen import screen

    with prepared_home() as home, screen(home) as shown, tempfile.TemporaryDirectory() as folder:
        long, wide = Path(folder) / "long", Path(folder) / "headings"
        lengthened(long)
        wide.mkdir()
        text = "\n\n".join(f"# Heading number {number}\n\nA few words under it." for number in range(1, HEADINGS + 1))
        (wide / "article.md").write_text(text)
        for guide in (long, wide):  # compiled now, as the bundled one is
            subprocess.run([READER, "outline", str(guide)], env=home, stdout=subprocess.DEVNULL, check=True)
        for words, guide, wanted in (("the bundled guide", GUIDE, "100"), ("100,000 words", long, "400")):
            print(f"-- {words}", flush=True)
            _run(["--inside", str(guide), "--wanted", wanted], shown)
        print(f"-- {HEADINGS} headings", flush=True)
        _run(["--inside", str(wide)], shown)
        load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
        print(f"-- load of the machine: {load} of {os.cpu_count() or 1} cores")


def _run(arguments: list[str], environment: dict[str, str]) -> None:
    """Run a measurement, and add how long its window took from the wish to close it to the end of its process."""
    from tests.benchmarks.measures import tell

    command = [sys.executable, "-m", "tests.benchmarks.reading", *arguments]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    closing = 0.0
    for line in process.stdout or ():
        if line.startswith("closing "):
            closing = float(line.split()[1])
        else:
            print(line, end="", flush=True)
    process.wait()
    if closing:  # all processes have one such clock
        tell("closing, to the end of the process", (time.perf_counter() - closing) * 1000, wanted=300)


def _inside(guide: str, wanted: float | None) -> None:
    """Open the window on a guide in this process, and measure it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from reader.app import App, loop
    from reader.core.text import Place
    from reader.ui import theme as look
    from tests.benchmarks.measures import Measures, open_guide, tell
    from tests.benchmarks.stopwatch import Stopwatch

    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setCursorFlashTime(0)
    look.load_faces()
    application.setFont(look.sans())
    app = App(application)
    watch = Stopwatch(app.window, app.window.article.viewport())
    tell("the parts are made and the guide is shown", open_guide(app, watch, guide))
    tell("the same guide once more", open_guide(app, watch, guide))
    if wanted is not None:
        Measures(app, watch, wanted).all()
    elif app.navigator.guide is not None:
        last = Place(app.navigator.guide.outline[-1].id)
        tell("jump to the last heading", watch.until_right(lambda: app.navigator.open(last)).ms, wanted=400)
    watch.end()
    QTimer.singleShot(0, lambda: _close(app.window))
    loop(application)


def _close(window: QWidget) -> None:
    print("closing", time.perf_counter(), flush=True)
    window.close()


if __name__ == "__main__":
    main()
