"""What a large glossary costs: marking, look-up, nearest entries, its search box, the popup, the start, compiling.

python -m tests.benchmarks.glossary [-n STARTS]

With the bundled guide and its 136 entries, and the same guide with 3,000 and 30,000 (glossaries.py). Marking must grow
with the text and hardly with the glossary, and a start must not feel it: both are told as ratios within one run.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import glossaries

if TYPE_CHECKING:
    from reader.compiler.terms import Terms
    from reader.core.text import Block

COUNTS = (136, 3_000, 30_000)
TEXTS = (1_000, 100_000)  # words
LOOK_UPS = ("cytokine", "“Cytokines,”", "IL 6", "the nerves", "small fiber neuropathies", "raised cytokine levels")
NEAREST = ("cytokin", "fybromyalgia", "interlukin 6", "auto imunity", "raised cytokines in blood", "neuropaty", "zzz")
TYPED = ("cytokine", "fybromyalgia", "people with pain", "small fibre", "")


def ms(act: Callable[..., object], *values: object) -> float:
    """Return how long something takes with these values, in milliseconds."""
    start = time.perf_counter()
    act(*values)
    return (time.perf_counter() - start) * 1000


def tell(what: str, value: float, wanted: float | None = None, unit: str = "ms") -> None:
    """Print one figure with what is wanted of it."""
    said = f"  (wanted: {wanted:g} at most)" if wanted is not None else ""
    print(f"{value:10.2f} {unit:2} {what}{said}", flush=True)


def main() -> None:
    """Measure everything, with a home and guides of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=7, help="counted starts of each, after one that is not (default 7)")
    parser.add_argument("--core", metavar="FILE", help="measure this compiled guide without a window")
    parser.add_argument("--popup", metavar="GUIDE", help="measure the popup on the screen that is there")
    args = parser.parse_args()
    if args.core:
        _core(Path(args.core))
    elif args.popup:
        _popup(args.popup)
    else:
        _all(args.n)


def _all(starts: int) -> None:
    from tests.benchmarks.home import READER, prepared_home
    from tests.benchmarks.screen import screen

    with prepared_home() as home, tempfile.TemporaryDirectory() as folder:
        guides = {count: glossaries.guide(Path(folder) / f"{count}-entries", count) for count in COUNTS}
        _marking(guides)
        print("-- compiling, in the child process with its limits")
        for count, guide in guides.items():
            taken = ms(_quietly, [READER, "outline", str(guide)], home)
            tell(f"{count} entries", taken / 1000, 20, "s")
        module = [sys.executable, "-m", "tests.benchmarks.glossary"]
        for count, guide in guides.items():
            print(f"-- {count} entries, in a new process", flush=True)
            subprocess.run([*module, "--core", _compiled(guide, home)], check=True)
        with screen(home) as shown:
            for count in (COUNTS[0], COUNTS[-1]):
                print(f"-- the popup, {count} entries", flush=True)
                subprocess.run([*module, "--popup", str(guides[count])], env=shown, check=True)
            _starts(shown, guides, READER, starts)
    print(f"-- load of the machine: {os.getloadavg()[0]:.1f} of {os.cpu_count() or 1} cores")


def _quietly(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def _compiled(guide: Path, environment: dict[str, str]) -> str:
    """Return the compiled form of a guide in the cache of *environment*."""
    from reader import paths
    from reader.core import source
    from reader.core.library import Library

    cache = Path(environment["XDG_CACHE_HOME"]) / paths.cache().name
    found = Library(paths.bundled("content"), cache).ready(source.find(guide))
    if found is None:
        sys.exit(f"{guide} was not compiled.")
    return str(found)


def _marking(guides: dict[int, Path]) -> None:
    """Tell how long it takes to read a glossary into an index, and to find its terms in texts."""
    from reader.compiler import article, glossary
    from reader.compiler.terms import Terms

    print("-- marking")
    every: dict[int, Terms] = {}
    for count, guide in guides.items():
        entries = [each.entry for each in glossary.read((guide / glossary.FILE).read_text("utf-8"), [])]
        start = time.perf_counter()
        every[count] = Terms(entries)
        tell(f"making the index of {len(entries)} entries", (time.perf_counter() - start) * 1000)
    for words in TEXTS:
        blocks = article.read(glossaries.text(words), lambda _: None)[0].blocks
        rounds = []
        for _ in range(3 if words > 10_000 else 31):
            rounds.append({count: ms(_mark, terms, blocks) for count, terms in every.items()})
        for count in every:
            tell(f"{words:,} words, {count} entries", statistics.median(row[count] for row in rounds))
        ratio = statistics.median(row[COUNTS[-1]] / row[COUNTS[0]] for row in rounds)
        tell(f"{words:,} words: {COUNTS[-1]} entries against {COUNTS[0]}", ratio, 1.5, "x")


def _mark(terms: Terms, blocks: list[Block]) -> None:
    for block in blocks:
        terms.mark(block)


def _core(file: Path) -> None:
    """Tell how long look-ups take in a guide."""
    from reader.core.glossary import look_up
    from reader.core.glossary_search import find
    from reader.core.guide import Guide
    from reader.core.nearest import nearest

    with closing(Guide(file)) as guide:
        tell("nearest entries, the first time in a process", ms(nearest, guide, NEAREST[0]))
        for name, act, every, wanted in (
            ("nearest entries", nearest, NEAREST, 30),
            ("look-up", look_up, LOOK_UPS, 1),
        ):
            taken = {words: statistics.median(ms(act, guide, words) for _ in range(7)) for words in every}
            worst = max(taken, key=taken.__getitem__)
            tell(f"{name}, the worst: {worst}", taken[worst], wanted)
        keys = {}
        for words in TYPED:
            for end in range(len(words) + 1):
                keys[words[:end]] = statistics.median(ms(find, guide, words[:end]) for _ in range(3))
        worst = max(keys, key=keys.__getitem__)
        tell(f"search box of the glossary, without the window, the worst key: “{worst}”", keys[worst], 30)


def _popup(guide: str) -> None:
    """Tell how soon the popup stands after a click on a term in the real window."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from reader.app import App
    from reader.ui import theme as look
    from tests.benchmarks.measures import open_guide
    from tests.benchmarks.stopwatch import Stopwatch

    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setCursorFlashTime(0)
    look.load_faces()
    application.setFont(look.sans())
    app = App(application)
    article = app.window.article
    watch = Stopwatch(app.window, article.viewport())
    open_guide(app, watch, guide)
    view = article.viewport().rect()
    middles = [
        article.rects(each.start, each.end)[0].center().toPoint()
        for each in article.places.links
        if each.address.startswith("term:") and article.rects(each.start, each.end)
    ]
    times = []
    for middle in [each for each in middles if view.contains(each)][:5]:
        click = partial(QTest.mouseClick, article.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        times.append(watch.until_right(click).ms)
        if not app.window.popup.isVisible():
            sys.exit("A click on a term opened nothing.")
        app.window.popup.close_popup()
    tell("the first click on a term", times[0], 50)
    tell(f"the worst of {len(times) - 1} further ones", max(times[1:]), 50)
    os._exit(0)  # without the end of the window, which is measured elsewhere


def _starts(environment: dict[str, str], guides: dict[int, Path], reader: str, count: int) -> None:
    """Tell how much later the window is finished with the large glossary than with the small, in turns."""
    from tests.benchmarks.first_paint import start_once

    few, many = ([reader, "open", str(guides[entries])] for entries in (COUNTS[0], COUNTS[-1]))
    pairs = [(start_once(many, environment), start_once(few, environment)) for _ in range(count + 1)][1:]
    print("-- start")
    tell(f"{COUNTS[0]} entries", statistics.median(b.seconds for _, b in pairs), unit="s")
    tell(f"{COUNTS[-1]} entries", statistics.median(a.seconds for a, _ in pairs), unit="s")
    tell("ratio, the median of the pairs", statistics.median(a.seconds / b.seconds for a, b in pairs), 1.1, "x")
    tell("memory, the same", statistics.median(a.megabytes / b.megabytes for a, b in pairs), unit="x")


if __name__ == "__main__":
    main()
