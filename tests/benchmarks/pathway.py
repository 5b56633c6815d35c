"""How fast the pathway is drawn, moved, zoomed and lit, and what our own adds to the first paint of the window.

python -m tests.benchmarks.pathway [FOLDER] [-n PAIRS]

The view alone, 1280x900, on a screen in memory (Xvfb), with our own diagram and, where FOLDER holds GPML files of
strangers, the five of them that hold most. A frame is from a key or a turn of the wheel until its paint is done.
*First paint* of a file is reading (from GPML as from the compiled guide), building and painting all of it. Then the
program is started in turns with two copies of the bundled guide, one with a single node for a pathway: the difference
is what our diagram costs. (Without a pathway the glossary takes its place, which costs more.) Wanted is what stands
beside each figure; the load of the machine is told with them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from tests.benchmarks.check import GUIDE

T = TypeVar("T")

FRAMES = 80
WHOLE = 1600  # items, up to which a frame is to take 16 ms
FILES = 5
ONE_NODE = """<?xml version="1.0" encoding="UTF-8"?>
<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="One"><Graphics BoardWidth="600" BoardHeight="2000"/>
<DataNode TextLabel="Cytokines" GraphId="cytokines" Type="molecule">
<Graphics CenterX="100" CenterY="100" Width="90" Height="40"/><Xref Database="" ID=""/></DataNode></Pathway>
"""


def main() -> None:
    """Measure each file in a process of its own, then the start of the window."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="GPML files of strangers")
    parser.add_argument("-n", type=int, default=5, help="counted pairs of starts (default 5; 0: none)")
    parser.add_argument("--inside", metavar="FILE", type=Path, help="measure this file on the screen that is there")
    args = parser.parse_args()
    if args.inside:
        _inside(args.inside)
        return
    from tests.benchmarks.home import prepared_home
    from tests.benchmarks.screen import screen

    strangers = sorted(args.folder.glob("*.gpml"), key=_size, reverse=True)[:FILES] if args.folder else []
    with prepared_home() as home, screen(home) as shown:
        for file in (Path(GUIDE) / "pathway.gpml", *strangers):
            command = [sys.executable, "-m", "tests.benchmarks.pathway", "--inside", str(file)]
            subprocess.run(command, env=shown, check=False)
        if args.n:
            _starts(shown, args.n)
        load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
        print(f"-- load of the machine: {load} of {os.cpu_count() or 1} cores")


def _size(file: Path) -> int:
    from reader.compiler import gpml

    return len(gpml.survey(file.read_bytes(), file.name).drawing.items)


def _starts(shown: dict[str, str], pairs: int) -> None:
    """Tell what the diagram adds to the first paint of the window."""
    from tests.benchmarks.first_paint import start_once
    from tests.benchmarks.home import READER

    with tempfile.TemporaryDirectory() as folder:
        guides = [Path(folder) / "with", Path(folder) / "without"]
        for guide in guides:
            shutil.copytree(GUIDE, guide)
        (guides[1] / "pathway.gpml").write_text(ONE_NODE, "utf-8")
        for guide in guides:  # compiled now, as the bundled one is
            subprocess.run([READER, "outline", str(guide)], env=shown, stdout=subprocess.DEVNULL, check=False)
        taken = [[start_once([READER, str(guide)], shown).seconds * 1000 for guide in guides] for _ in range(pairs)]
    _tell("our own diagram adds to the first paint", statistics.median(a - b for a, b in taken), 40)


def _tell(what: str, ms: float, wanted: float | None = None, more: str = "") -> None:
    said = f" (wanted: {wanted:.0f} at most)" if wanted is not None else ""
    print(f"{ms:8.1f} ms  {what}{more}{said}", flush=True)


def _inside(file: Path) -> None:
    """Open one file in a window of this process, and measure it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from reader.compiler import gpml
    from reader.core.drawing import Drawing
    from reader.ui import theme as look
    from reader.ui.pathway.scene import PathwayScene
    from reader.ui.pathway.sight import STEP
    from reader.ui.pathway.view import PathwayView
    from tests.benchmarks.stopwatch import Stopwatch

    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    look.load_faces()
    data = file.read_bytes()
    read, surveyed = _timed(lambda: gpml.survey(data, file.name))
    stored = surveyed.drawing.to_json()
    from_guide, drawing = _timed(lambda: Drawing.from_json(stored))
    count = len(drawing.items)
    wanted = 16 if count <= WHOLE else 25
    print(f"-- {file.name}: {count} items")
    scene = PathwayScene(look.chosen("light"))
    view = PathwayView(scene)
    view.resize(1280, 900)
    view.show()
    watch = Stopwatch(view, view.viewport())
    watch.settle()
    build, _ = _timed(lambda: scene.show_drawing(drawing, surveyed.pathway))
    paint = watch.frame(view.fit_all)
    more = f": read {read:.0f} (compiled {from_guide:.0f}), built {build:.0f}, painted {paint:.0f}"
    _tell("first paint", read + build + paint, 500, more)

    def frames(what: str, act: Callable[[int], object]) -> None:
        times = sorted(filter(None, (watch.frame(partial(act, number)) for number in range(FRAMES))))
        middle, worst = statistics.median(times), times[int(len(times) * 0.95)]
        _tell(f"{what}: a frame, p95", worst, wanted, f"; p50 {middle:.1f}")

    def zoom(number: int) -> None:
        view.zoom_by(STEP if number // 10 % 2 == 0 else 1 / STEP)

    def pan(number: int) -> None:
        keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
        QTest.keyClick(view, keys[number // 5 % 4], Qt.KeyboardModifier.ShiftModifier)

    frames("zooming from all of it to a sixth, and back", zoom)
    view.fit_all()
    view.zoom_by(1.5)
    frames("panning at 1.5 x all of it", pan)
    view.zoom_by(1 / view.zoom)
    frames("panning at full size", pan)
    view.fit_all()
    pathway = surveyed.pathway
    parts = [frozenset(node.id for node in pathway.nodes[start : start + 9]) for start in range(0, 90, 9)]
    lights = [nodes | pathway.between(nodes) for nodes in parts]
    first, *times = (watch.frame(partial(scene.light, lit)) for lit in lights * 3)
    times = sorted(filter(None, times))  # lights of a short pathway may be equal, and paint nothing
    more = (
        f", with its paint, p95; p50 {statistics.median(times):.1f}; the first, from where all stands out, {first:.1f}"
    )
    _tell("lighting another section", times[int(len(times) * 0.95)], 10, more)
    watch.end()
    application.processEvents()
    scene.show_drawing(None)


def _timed(act: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    result = act()
    return (time.perf_counter() - start) * 1000, result


if __name__ == "__main__":
    main()
