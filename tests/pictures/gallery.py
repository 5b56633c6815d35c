"""Every state of the window in every theme and size, to be looked at: build/screenshots/, with a sheet for each theme.

The real program on screens in memory: one process for each size, which goes from theme to theme and state to state. A
state is taken when nothing has been painted for a while.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.app import App

OUT = Path(__file__).parents[2] / "build" / "screenshots"
THEMES = ("light", "sepia", "dark", "contrast-light", "contrast-dark")
SIZES = {"1280x900": "1", "800x600": "1", "360x640": "1", "1280x900@2": "2"}  # with the scale
FRAME = (40, 60)  # pixels of screen around the window, for what openbox puts there
SECTION = "shared-messengers"
TICK_MS, QUIET = 20, 12  # so many ticks without paint, and a picture stands: time alone passes in slow work, too
THUMB, GAP, ACROSS = 300, 12, 2  # of a sheet: pixels of height and between, states side by side


class State(NamedTuple):
    """Something to look at: how to come there, and what to press to come back."""

    name: str
    act: Callable[[], object]
    back: Callable[[], object]


def states(app: App) -> list[State]:
    """Return every state of the open window."""
    from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea

    from reader.core.text import Place

    do = {name: action.trigger for name, action in app.window.actions_by_id.items()}

    def escape() -> None:
        QTest.keyClick(QApplication.focusWidget() or app.window, Qt.Key.Key_Escape)

    def type_into(command: str, words: str) -> Callable[[], None]:
        def act() -> None:
            do[command]()
            QTest.keyClicks(QApplication.focusWidget() or app.window, words)

        return act

    def reading() -> None:
        app.keyboard.go_article()
        app.navigator.open(Place(SECTION))

    def leave() -> None:
        escape()
        reading()

    def ask() -> None:
        do["ask"]()
        for words in ("cytokines", "fatigue"):
            box = QApplication.focusWidget()
            if isinstance(box, QLineEdit):  # else the answer of the last time still stands
                QTest.keyClicks(box, words)
                QTest.keyClick(QApplication.focusWidget() or app.window, Qt.Key.Key_Return)

    def at_node() -> None:
        do["go_pathway"]()
        app.window.companion.pathway.show_node("cytokines")

    def leave_pathway() -> None:
        for _ in range(3):  # what is asked, the card, the pathway
            escape()
        reading()

    def drawing() -> None:
        do["go_steps"]()
        pressed = (
            each for each in app.window.companion.pathway.findChildren(QPushButton) if each.text() == "As a list"
        )
        next(pressed).click()
        leave_pathway()

    def explain(words: str) -> Callable[[], None]:
        def act() -> None:
            corner = app.window.article.viewport().mapToGlobal(QPoint(40, 60))
            app.explaining.open_words(words, QRect(corner, QSize(80, 24)))

        return act

    def list_words(scope: str) -> Callable[[], None]:
        def act() -> None:
            do["go_words"]()
            rows = app.window.companion.words.findChildren(QPushButton)
            QTest.mouseClick(next(each for each in rows if each.text().startswith(scope)), Qt.MouseButton.LeftButton)

        return act

    def list_mine() -> None:
        for entry in ("receptor", "nociplastic-pain", "cytokine"):
            app.kept_words.keep(entry, True)
        list_words("My words")()

    def word_page() -> None:
        type_into("go_words", "cytokine")()
        QTest.keyClick(QApplication.focusWidget() or app.window, Qt.Key.Key_Return)

    def explain_in_panel() -> None:
        app.choices.choose("explain_beside", False)
        do["define"]()

    def explain_beside() -> None:
        app.choices.choose("explain_beside", True)
        leave()

    def settings_of_words() -> None:
        QTimer.singleShot(0, show_words)  # in the dialog's own loop
        do["settings"]()

    def show_words() -> None:
        dialog = (QApplication.focusWidget() or app.window).window()
        last = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Add a folder…")
        for area in dialog.findChildren(QScrollArea):
            area.ensureWidgetVisible(last)

    def start_page() -> None:
        app.navigator.open_guide("")
        reading()

    return [
        State("article", reading, reading),
        State("popup", do["define"], leave),
        State("popup-whole", explain("cytokine"), leave),
        State("popup-nearest", explain("cytokin"), leave),
        State("words", list_words("All words"), leave),
        State("words-found", type_into("go_words", "interlukin"), leave),
        State("words-section", list_words("In this section"), leave),
        State("words-mine", list_mine, leave),
        State("words-page", word_page, leave),
        State("words-beside", explain_in_panel, explain_beside),
        State("find", type_into("find", "pain"), leave),
        State("search", type_into("search", "pain"), leave),
        State("outline", do["go_outline"], leave),
        State("companion", do["go_companion"], leave),
        State("pathway-node", at_node, leave_pathway),
        State("pathway-list", do["go_steps"], drawing),
        State("pathway-find", type_into("find_node", "il-6"), leave_pathway),
        State("pathway-ask", ask, leave_pathway),
        State("pathway-route", lambda: app.window.companion.pathway.modes.walk("nerves", 3), leave_pathway),
        State("pathway-whole", do["whole_pathway"], do["whole_pathway"]),
        State("steps", do["steps"], do["steps"]),
        State("appearance", do["appearance"], leave),
        State("settings", do["settings"], leave),
        State("settings-words", settings_of_words, leave),
        State("evidence", do["evidence"], leave),
        State("guides", do["guides"], start_page),
    ]


def _take(size: str) -> None:
    """Take all pictures of one size, on the screen that is there."""
    from PySide6.QtCore import QEvent, QObject, QRect, QTimer
    from PySide6.QtWidgets import QApplication

    from reader.app import App
    from reader.ui import theme as look

    class Camera(QObject):
        """Goes through the pictures by a timer: it runs in a dialog's own loop, too."""

        def __init__(self, app: App, shots: Iterator[tuple[Path, State | None]]) -> None:
            super().__init__(app)
            self._app, self._shots = app, shots
            self._quiet = 0  # ticks since the last paint
            self._now: tuple[Path, State | None] | None = None
            application.installEventFilter(self)
            self._timer = QTimer(self, interval=TICK_MS)
            self._timer.timeout.connect(self._look)
            self._timer.start()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                self._quiet = 0
            return False

        def _look(self) -> None:
            self._quiet += 1
            if self._quiet < QUIET:
                return
            self._quiet = 0
            if self._now is None:
                self._now = next(self._shots, None)
                if self._now is None:
                    application.quit()
                elif self._now[1] is not None:
                    QTimer.singleShot(0, self._now[1].act)
                return
            (file, state), self._now = self._now, None
            if state is not None:
                self._save(file)
                QTimer.singleShot(0, state.back)

        def _save(self, file: Path) -> None:
            window = self._app.window
            area = QRect(window.mapToGlobal(window.rect().topLeft()), window.size())
            file.parent.mkdir(parents=True, exist_ok=True)
            window.screen().grabWindow(0, area.x(), area.y(), area.width(), area.height()).save(str(file))

    def shots(app: App) -> Iterator[tuple[Path, State | None]]:
        for theme in THEMES:
            appearance = app.choices.settings.appearance._replace(theme=theme)
            app.choices.choose("appearance", appearance)
            yield OUT, None  # let it settle
            for state in states(app):
                yield OUT / theme / f"{state.name}-{size}.png", state

    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setCursorFlashTime(0)
    look.load_faces()
    application.setFont(look.sans())
    app = App(application)
    app.start("")
    width, height = (int(side) // int(SIZES[size]) for side in size.partition("@")[0].split("x"))
    app.window.setGeometry(10, 30, width, height)
    camera = Camera(app, shots(app))
    application.exec()
    del camera


def _sheet(theme: str) -> None:
    """Put all pictures of a theme on one sheet, the sizes of each state side by side."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    folder = OUT / theme
    first = next(iter(SIZES))
    taken = sorted(folder.glob(f"*-{first}.png"), key=lambda file: file.stat().st_mtime)  # in the order of `states`
    names = [file.name.removesuffix(f"-{first}.png") for file in taken]
    smooth = Qt.TransformationMode.SmoothTransformation
    rows = [
        [QImage(str(folder / f"{name}-{size}.png")).scaledToHeight(THUMB, smooth) for size in SIZES] for name in names
    ]
    width = max(sum(each.width() + GAP for each in row) for row in rows) + GAP
    height = -(-len(rows) // ACROSS) * (THUMB + GAP) + GAP
    sheet = QImage(width * ACROSS, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    for number, row in enumerate(rows):
        x = GAP + number % ACROSS * width
        for picture in row:
            painter.drawImage(QPoint(x, GAP + number // ACROSS * (THUMB + GAP)), picture)
            x += picture.width() + GAP
    painter.end()
    sheet.save(str(OUT / f"{theme}.png"))


def gallery() -> None:
    """Take every picture, then lay out the sheets."""
    from tests.benchmarks.home import prepared_home
    from tests.benchmarks.screen import screen

    for size, scale in SIZES.items():
        width, height = (int(side) for side in size.partition("@")[0].split("x"))
        with prepared_home() as home, screen(home, (width + FRAME[0], height + FRAME[1])) as shown:
            command = [sys.executable, "-m", "tests.pictures.gallery", "--take", size]
            subprocess.run(command, env={**shown, "QT_SCALE_FACTOR": scale}, check=True)
    for theme in THEMES:
        _sheet(theme)
        print(f"build/screenshots/{theme}.png")  # noqa: T201


def main() -> None:
    """Take the pictures of one size, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--take", choices=SIZES, help="on the screen that is there")
    size = parser.parse_args().take
    if size:
        _take(size)
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # for the sheets
        gallery()


if __name__ == "__main__":
    main()
