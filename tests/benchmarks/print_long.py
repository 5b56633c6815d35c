"""How long a whole guide and one of 300 pages take, beside Typst alone on the same pages; and pages to a printer.

python -m tests.benchmarks.print_long [-n RUNS]

What the window does, without its window: it asks the process that sets pages, and looks whether they are there. Typst
alone is a script that imports typst and sets the same handout with the same templates, both made ready beforehand. The
two take turns; what counts is the median of the ratios. Then, in the middle of the long guide, how long stopping takes;
how much the memory of the process that asks has grown after all; and how long a page takes to a printer that takes no
PDF. Figures are those of a machine at rest: the load is told with them.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

import psutil

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.building import build
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.order import Order
from reader.core.handout.typeset import PAGES, Press
from reader.core.handout.typesetting import Typesetting
from reader.core.library import Library
from tests.benchmarks.check import GUIDE, lengthened

PRESS = Press(paths.bundled("resources"), tuple(paths.faces()))
PRINTED = 8  # pages
ALONE = """
import sys, typst
world, pdf, *faces = sys.argv[1:]
compiler = typst.Compiler(root=world, font_paths=faces, ignore_system_fonts=True)
compiler.compile(input=world + "/handout.typ", output=pdf, format="pdf", pdf_standards=["ua-1"], timestamp=0)
"""


def main() -> None:
    """Measure both guides, then printing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=3, help="counted pairs for each guide, after one that is not")
    runs = parser.parse_args().n
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lengthened(folder / "long")
        library = Library(paths.bundled("content"), folder / "cache")
        memory = _own_megabytes()
        for name, source, wanted in (("the whole guide", Path(GUIDE), 1.0), ("300 pages", folder / "long", None)):
            with closing(library.open(str(source))) as guide:
                pdf = _compare(name, guide, folder / name.replace(" ", "-"), runs, wanted)
        print(f"{_own_megabytes() - memory:8.0f} MB that this process has grown by (wanted: 50 at most)")
        _print_pages(pdf, folder / "printed.pdf")
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"-- load of the machine: {load} of {os.cpu_count() or 1} cores")


def _compare(name: str, guide: Guide, folder: Path, runs: int, wanted: float | None) -> Path:
    """Tell how long a guide takes as we do it and by Typst alone, and how long stopping takes; return a PDF of it."""
    world, pdf = folder / "world", folder / "alone.pdf"
    _lay_out(guide, world)
    command = [sys.executable, "-c", ALONE, str(world), str(pdf), *map(str, PRESS.faces)]
    pairs = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True)
        alone = time.perf_counter() - start
        pairs.append((_ours(guide.file), alone))
    ours, theirs = (statistics.median(column) for column in zip(*pairs[1:], strict=True))
    ratio = statistics.median(one / other for one, other in pairs[1:])
    said = f" (wanted: {wanted:.0f} s at most)" if wanted else ""
    print(f"{theirs * 1000:8.0f} ms  {name}, Typst alone")
    print(f"{ours * 1000:8.0f} ms  {name}{said}, {ratio:.2f} x Typst alone (wanted: 1.5 at most)")
    print(f"{_stopping(guide.file, ours / 2) * 1000:8.0f} ms  to stop in the middle of it", flush=True)
    return pdf


def _lay_out(guide: Guide, world: Path) -> None:
    """Put all that Typst reads for a guide into a folder."""
    shutil.copytree(PRESS.templates, world)
    handout = build(guide, Order(), Glyphs(PRESS.glyphs))
    pictures = {key: content for key in handout.pictures if (content := guide.image(key))}
    pictures |= {key: svg.encode() for key, svg in handout.drawn.items()}
    for number, content in enumerate(pictures.values()):
        (world / f"picture-{number}").write_bytes(content)
    names = {key: f"/picture-{number}" for number, key in enumerate(pictures)}
    (world / "handout.json").write_text(json.dumps(handout.to_json()), "utf-8")
    (world / "pictures.json").write_text(json.dumps(names), "utf-8")
    (world / PAGES).write_text("true", "utf-8")
    shutil.copy(PRESS.scale, world / "scale.json")


def _ours(guide: Path) -> float:
    """Return how many seconds a guide takes, with the start of the process."""
    with closing(Typesetting(PRESS)) as press:
        start = time.perf_counter()
        press.begin(guide, Order())
        while press.poll() is None:
            time.sleep(0.01)
        return time.perf_counter() - start


def _stopping(guide: Path, after: float) -> float:
    with closing(Typesetting(PRESS)) as press:
        press.begin(guide, Order())
        time.sleep(after)
        start = time.perf_counter()
        press.stop()
        return time.perf_counter() - start


def _own_megabytes() -> float:
    return float(psutil.Process().memory_info().rss) / 2**20


def _print_pages(pdf: Path, target: Path) -> None:
    """Tell how long a page takes to a printer."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QApplication

    from reader.ui.printing.painting import paint
    from reader.ui.printing.pdf import Pdf

    application = QApplication(sys.argv[:1])
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(target))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, PRINTED)
    with closing(Pdf(pdf)) as pages:
        start = time.perf_counter()
        paint(pages, printer, threading.Event(), lambda sent, total: None)
        taken = (time.perf_counter() - start) / PRINTED
    print(f"{taken * 1000:8.0f} ms  a page to a printer at 300 pixels an inch (wanted: 300 at most)")
    application.processEvents()


if __name__ == "__main__":
    main()
