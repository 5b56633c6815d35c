"""How soon a note is on the disk, and what ten thousand notes cost: python -m tests.benchmarks.notebook.

The disk's own time is that of writing as many bytes to a file beside the notebook and flushing them: what is over it is
ours. Wanted: a note on the disk in 20 ms (p99), a start with 10,000 notes in 1.1 times that without any, closing in
0.3 s, the marks of a section in 10 ms, the list of all in 100 ms.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QScrollBar

from reader import paths
from reader.app import App
from reader.core.guide import Guide
from reader.core.library import Library
from reader.core.notebook import mending
from reader.core.notebook.book import Book
from reader.core.notebook.keeping import Keeping
from reader.core.notebook.notes import STYLES, Kind, Note
from reader.core.notebook.passage import make
from reader.core.notebook.store import Store, add
from reader.core.section_text import SectionTexts
from reader.ui.article import ArticleView
from reader.ui.notebook.scribe import Scribe
from tests.benchmarks.first_paint import start_once
from tests.benchmarks.home import READER, prepared_home
from tests.benchmarks.measures import tell
from tests.benchmarks.screen import screen

NOTES, WRITES, STARTS = 10_000, 500, 7
SCROLLED, STEPS, ROUNDS = 200, 300, 5


def notes_in(guide: Guide, count: int) -> list[Note]:
    """Return *count* notes on words of a guide, spread over all its sections."""
    texts = SectionTexts(guide)
    passages = []
    for section in guide.outline:
        text = texts.of(section.id)
        for low in range(0, max(len(text) - 200, 0), 300):
            passages += make(texts, text.place(low), text.place(low + 60))
    kinds: tuple[Kind, ...] = ("highlight", "note", "bookmark", "question")
    return [
        Note(
            f"{number:08}-0000-4000-8000-000000000000",
            guide.about.id,
            kinds[number % 4],
            passages[number % len(passages)],
            "" if number % 4 in (0, 2) else f"Ask the doctor about this, number {number}. " * 3,
            STYLES[number // 4 % 4] if number % 4 == 0 else "",
        )
        for number in range(count)
    ]


def percentiles(times: list[float]) -> tuple[float, float]:
    """Return p50 and p99."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[int(len(ordered) * 0.99)]


def timed(act: Callable[[], object]) -> float:
    """Return how many ms something takes."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def disk(folder: Path, size: int) -> float:
    """Write and flush *size* bytes as SQLite's log does, and return how many ms that took."""
    handle = os.open(folder / "disk", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        start = time.perf_counter()
        os.write(handle, bytes(size))
        os.fsync(handle)
        return (time.perf_counter() - start) * 1000
    finally:
        os.close(handle)


def write(folder: Path, guide: Guide, notes: list[Note]) -> None:
    """Measure from the act in the window to the signal that it is on the disk, the disk's own time in turns with it."""
    scribe = Scribe(folder / "notebook.sqlite", folder / "copies")
    scribe.open_guide(guide.about.id, guide.about.title, guide.file)
    loop = QEventLoop()
    scribe.kept.connect(lambda *_: loop.quit())
    log = folder / "notebook.sqlite-wal"

    def one(note: Note) -> None:
        scribe.write(add([note]))
        loop.exec()

    one(notes[0])
    ours, own = [], []
    for note in notes[1 : WRITES + 1]:
        before = log.stat().st_size
        ours.append(timed(lambda note=note: one(note)))  # type: ignore[misc]
        own.append(disk(folder, max(4120, log.stat().st_size - before)))
    (p50, p99), (own50, own99) = percentiles(ours), percentiles(own)
    more = f"; p50 {p50:.2f}; the disk alone {own50:.2f} and p99 {own99:.2f}: {p50 / own50:.2f} x at p50"
    tell(f"a note on the disk, p99 of {WRITES}", p99, wanted=20, more=more)
    tell("closing", timed(scribe.finish), wanted=300)


def fill(folder: Path, notes: list[Note]) -> None:
    """Make a notebook of all notes."""
    store = Store(folder / "notebook.sqlite")
    store.apply(add(notes))
    store.close()


def many(folder: Path, guide: Guide, notes: list[Note]) -> None:
    """Measure what the thread does with many notes, and for how long it keeps the window from going on."""
    fill(folder, notes)
    keeping = Keeping(folder / "notebook.sqlite", folder / "copies")
    tell(f"opening a notebook of {len(notes)}", timed(lambda: keeping.do(Store.changes)))
    tell(f"reading {len(notes)} notes", timed(lambda: keeping.do(lambda store: store.of_guide(guide.about.id))))
    tell("looking through the file, and the daily copy", timed(keeping.look_after))
    tell("one more note", timed(lambda: keeping.do(lambda store: store.apply(add([notes[0]._replace(id="more")])))))
    keeping.close()
    scribe = Scribe(folder / "notebook.sqlite", folder / "copies")
    opened: list[object] = []
    scribe.opened.connect(opened.append)
    scribe.open_guide(guide.about.id, guide.about.title, guide.file)
    scribe._begin()
    start = last = time.perf_counter()
    held = 0.0
    while not opened:
        QCoreApplication.processEvents()
        now = time.perf_counter()
        held, last = max(held, now - last), now
    tell("the book in the window", (time.perf_counter() - start) * 1000, more=f"; held it up for {held * 1000:.1f} ms")
    tell(f"closing with {len(notes)} notes", timed(scribe.finish), wanted=300)
    data = folder / "notebook.sqlite"
    data.write_bytes(data.read_bytes()[:100] + bytes(4096) + data.read_bytes()[4196:])
    start = time.perf_counter()
    mending.open_store(data, folder / "copies").store.close()
    tell(f"mending {len(notes)} notes", (time.perf_counter() - start) * 1000)


def starts(notes: list[Note]) -> None:
    """Measure the start of the program with the notes and without, in turns."""
    with prepared_home() as home, screen(home) as shown:
        data = Path(home["XDG_DATA_HOME"]) / paths.APPLICATION
        with tempfile.TemporaryDirectory() as filled:
            fill(Path(filled), notes)
            content = (Path(filled) / "notebook.sqlite").read_bytes()
        ratios = []
        for number in range(STARTS + 1):
            for each in data.glob("notebook.*"):
                each.unlink()
            without = start_once([READER], shown).seconds
            for each in data.glob("notebook.*"):
                each.unlink()
            (data / "notebook.sqlite").write_bytes(content)
            with_notes = start_once([READER], shown).seconds
            if number:
                ratios.append(with_notes / without)
    print(
        f"{statistics.median(ratios):8.2f} x   start with {len(notes)} notes beside one without (wanted: 1.1 at most)"
    )


def window(application: QApplication, notes: list[Note]) -> None:
    """Measure what the window does with the notes once they are read."""
    paths.data().mkdir(parents=True)
    fill(paths.data(), notes)
    app = App(application)
    books: list[Book] = []
    app.acts.changed.connect(books.append)
    app.start("")
    while not (books and len(books[-1])):
        application.processEvents()
    book, article = books[-1], app.window.article
    guide = app.navigator.guide
    assert guide is not None
    sections = [section.id for section in guide.outline]
    tell(
        "the marks of a section: of the book, the worst",
        max(timed(partial(book.of_section, each)) for each in sections),
    )

    def paint(shown: Book) -> None:
        article.noting.show(shown)
        article.viewport().repaint()

    times = [(timed(lambda: paint(book)), timed(lambda: paint(Book(guide.about.id)))) for _ in range(9)]
    marked, bare = map(statistics.median, zip(*times, strict=True))
    tell("the marks in the text", marked - bare, wanted=10, more=f": a paint {marked:.1f}, without any {bare:.1f}")
    scrolling(application, article, [Book(guide.about.id, notes[:SCROLLED]), Book(guide.about.id)])
    article.noting.show(book)
    tell("the list of all, when it is opened", timed(app.window.actions_by_id["go_notes"].trigger), wanted=100)
    tell("the list of all, after a change", timed(lambda: app.notes.show_book(book)), wanted=100)
    app.window.close()


def scrolling(application: QApplication, article: ArticleView, books: list[Book]) -> None:
    """Measure the steps of a wheel among the marks of the first book and of the second one, in turns."""
    bar, p95s = article.verticalScrollBar(), []
    for _ in range(ROUNDS):
        for book in books:
            article.noting.show(book)
            bar.setValue(0)
            application.processEvents()
            times = sorted(timed(lambda: _wheel(application, bar)) for _ in range(STEPS))
            p95s.append(times[int(STEPS * 0.95)])
    marked, bare = statistics.median(p95s[::2]), statistics.median(p95s[1::2])
    more = f": p95 of {STEPS} steps {marked:.1f}, without any {bare:.1f}"
    tell(f"scrolling among {len(books[0])} marks", marked - bare, more=more)


def _wheel(application: QApplication, bar: QScrollBar) -> None:
    bar.setValue(bar.value() + 40)
    application.processEvents()


def main() -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as home:
        for purpose in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{purpose}_HOME"] = f"{home}/{purpose.lower()}"
        application = QApplication([sys.argv[0], "-platform", "offscreen"])
        guide = Library(paths.bundled("content"), paths.cache()).open()
        notes = notes_in(guide, NOTES)
        for number, part in enumerate((write, many)):
            folder = Path(home) / str(number)
            folder.mkdir()
            part(folder, guide, notes)
        window(application, notes)
    starts(notes)


if __name__ == "__main__":
    main()
