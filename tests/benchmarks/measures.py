"""What `reading` measures in one open window, each line with what is wanted beside it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reader.app import App
from reader.core import search
from reader.core.text import Place
from tests.benchmarks.stopwatch import Stopwatch, Taken

QUERY = "nervous system"
FRAMES = 60  # that are counted of each way of scrolling
NOTCH = 120  # eighths of a degree: one step of a wheel


def tell(what: str, ms: float, *, wanted: float | None = None, more: str = "") -> None:
    """Print one figure; a dash for a place where the picture stays as it is."""
    said = f" (wanted: {wanted:.0f} at most)" if wanted is not None else ""
    print(f"{ms:8.1f} ms  {what}{more}{said}", flush=True)


def open_guide(app: App, watch: Stopwatch, guide: str) -> float:
    """Open a guide, wait until all of it is in the window, and return after how many ms the right picture stood."""
    built: list[bool] = []
    app.window.article.contents.built.connect(lambda: built.append(True))
    if app.window.isVisible():
        taken = watch.until_right(lambda: app.navigator.open_guide(guide)).ms
    else:
        taken = watch.until_right(lambda: app.start(guide)).ms
    while not built:
        QApplication.processEvents()
    watch.settle()
    return taken


class Measures:
    """The measurements, in the order in which they are told."""

    def __init__(self, app: App, watch: Stopwatch, wanted: float) -> None:
        self._app = app
        self._watch = watch
        self._wanted = wanted  # ms at most for a jump and for another look
        guide = app.navigator.guide
        assert guide is not None
        self._guide = guide
        outline = guide.outline
        self._places = {
            "beginning": Place(outline[0].id),
            "middle": Place(outline[len(outline) // 2].id),
            "end": Place(outline[-1].id),
        }

    def all(self) -> None:
        """Measure everything."""
        actions, choices = self._app.window.actions_by_id, self._app.choices
        self._tell("jump", {name: self._jump(place) for name, place in self._places.items()})
        for theme in ("dark", "light"):
            appearance = choices.settings.appearance._replace(theme=theme)
            self._everywhere(f"theme: {theme}", partial(choices.choose, "appearance", appearance))
        for depth in ("depth_gist", "depth_key-points", "depth_full"):
            self._everywhere(depth.replace("_", ": "), actions[depth].trigger)
        for size in ("larger", "usual_size"):
            self._everywhere(f"text: {size}", actions[size].trigger)
        self._everywhere("window: 200 pixels less wide", self._narrower)
        self._find()
        self._search()
        self._filter()
        self._scroll()

    def _tell(self, what: str, taken: dict[str, Taken]) -> None:
        """Print the worst of several places for the text in view, then all, then the same for the whole window."""
        text = ", ".join(f"{name} {one.text_ms:.0f}" if one.changed else f"{name} –" for name, one in taken.items())
        whole = max(one.ms for one in taken.values())
        more = f": {text}; whole window {whole:.0f}"
        tell(what, max(one.text_ms for one in taken.values()), wanted=self._wanted, more=more)

    def _jump(self, place: Place) -> Taken:
        """Go somewhere else first, then there."""
        away = next(each for each in self._places.values() if each != place)
        self._app.navigator.open(away)
        return self._watch.until_right(lambda: self._app.navigator.open(place))

    def _everywhere(self, what: str, act: Callable[[], object]) -> None:
        """Measure the same at each place; what it changes stays changed, so it is undone in between."""
        taken = {}
        for name, place in self._places.items():
            undo = self._undoing()
            self._app.navigator.open(place)
            taken[name] = self._watch.until_right(act)
            if name != "end":
                undo()
        self._tell(what, taken)

    def _undoing(self) -> Callable[[], None]:
        """Return what brings back the look of now."""
        settings, size = replace(self._app.choices.settings), self._app.window.size()

        def undo() -> None:
            for name in ("appearance", "depth"):
                self._app.choices.choose(name, getattr(settings, name))
            self._app.window.resize(size)
            self._watch.settle()

        return undo

    def _narrower(self) -> None:
        self._app.window.resize(self._app.window.width() - 200, self._app.window.height())

    def _keys(self, box: QWidget, words: str) -> list[float]:
        """Type a key at a time, and return the ms of each until the right picture stood."""
        return [self._watch.until_right(partial(QTest.keyClicks, box, key)).ms for key in words]

    def _find(self) -> None:
        window = self._app.window
        window.actions_by_id["find"].trigger()
        box = window.find_bar.findChild(QLineEdit)
        assert box is not None
        box.clear()
        tell("find: the worst key", max(self._keys(box, QUERY)), wanted=50)
        QTest.keyClick(box, Qt.Key.Key_Escape)

    def _search(self) -> None:
        times = []
        for end in range(1, len(QUERY) + 1):
            start = time.perf_counter()
            search.search(self._guide, QUERY[:end])
            times.append((time.perf_counter() - start) * 1000)
        tell("search of the guide, without the window: the worst key", max(times), wanted=10)
        window = self._app.window
        window.actions_by_id["search"].trigger()
        self._watch.settle()
        box = QApplication.focusWidget()
        if isinstance(box, QLineEdit):
            box.clear()
            tell("search of the guide, in the window: the worst key", max(self._keys(box, QUERY)), wanted=50)
            QTest.keyClick(box, Qt.Key.Key_Escape)

    def _filter(self) -> None:
        self._app.keyboard.go_outline()
        self._app.window.outline.take_filter()
        box = QApplication.focusWidget()
        assert isinstance(box, QLineEdit)
        tell("filter of the outline: the worst key", max(self._keys(box, "cytok")), wanted=50)
        QTest.keyClick(box, Qt.Key.Key_Escape)

    def _scroll(self) -> None:
        article = self._app.window.article
        article.setFocus()
        for what, step in (("pages", self._page), ("steps of the wheel", self._wheel)):
            self._app.navigator.open(self._places["beginning"])
            self._watch.settle()
            frames = sorted(filter(None, (self._watch.frame(step) for _ in range(FRAMES))))
            p95 = frames[int(len(frames) * 0.95)]
            middle = statistics.median(frames)
            tell(f"scrolling by {what}: a frame, p95", p95, wanted=16, more=f"; p50 {middle:.1f}")

    def _page(self) -> None:
        article = self._app.window.article
        bar = article.verticalScrollBar()
        if bar.value() >= bar.maximum():
            bar.setValue(0)
        QTest.keyClick(article, Qt.Key.Key_PageDown)

    def _wheel(self) -> None:
        port = self._app.window.article.viewport()
        middle = QPointF(port.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(port.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, -NOTCH),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)
