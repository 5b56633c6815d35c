"""Builds every part once: the map of the app. How they are connected is in reader/wiring."""

from __future__ import annotations

import gc
import os
import sys

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader import paths, wiring
from reader.core.library import Library
from reader.session import Session
from reader.settings import SCALES, Settings
from reader.ui import crash
from reader.ui import theme as look
from reader.ui.cycles import Cycles
from reader.ui.depths import Depths
from reader.ui.dialogs import Dialogs
from reader.ui.evidence.claims import Claims
from reader.ui.explaining import Explaining
from reader.ui.find.finder import Finder
from reader.ui.guidance.numbers import Numbers
from reader.ui.guidance.pacer import Pacer
from reader.ui.guides.drop import Drops
from reader.ui.guides.recent import RecentMenu
from reader.ui.guides.shelf import Shelf
from reader.ui.guides.watcher import Watcher
from reader.ui.handout import MyHandout
from reader.ui.handout_menu import HandoutMenu
from reader.ui.keyboard import Keyboard
from reader.ui.main_window import MainWindow
from reader.ui.navigator import Navigator
from reader.ui.notebook.acts import Acts
from reader.ui.notebook.appointment import Appointment
from reader.ui.notebook.article_menu import ArticleMenu
from reader.ui.notebook.following import Following
from reader.ui.notebook.kept_words import KeptWords
from reader.ui.notebook.leaving import Leaving
from reader.ui.notebook.panel_tab import NotebookTab
from reader.ui.notebook.safekeeping import Safekeeping
from reader.ui.notebook.scribe import Scribe
from reader.ui.offers import Offers
from reader.ui.panels import Panels
from reader.ui.paper_wishes import PaperWishes
from reader.ui.pointing import Pointing
from reader.ui.print_desk import PrintDesk
from reader.ui.resume.keeper import Keeper
from reader.ui.resume.reading_log import ReadingLog
from reader.ui.resume.recap import Recap
from reader.ui.search.tab import SearchTab
from reader.ui.settings.choices import Choices
from reader.ui.settings.looks import Looks
from reader.ui.settings.preferences import Preferences
from reader.ui.take_along import TakeAlong

REST_MS = 500  # after which the first screen stands


def run(guide: str) -> int:
    """Open the window on *guide* (a folder, a file, an id; empty: what was read last) and return the exit code."""
    settings = _settings()
    _size_window(settings[0].scale)
    # Fusion is the same everywhere, and the ground the style sheet stands on. As an option and not by setStyle, whose
    # result would make PySide load all names of QStyle, a thirtieth of the start.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Pathway Reader")
    application.setDesktopFileName(paths.APPLICATION)
    application.setCursorFlashTime(0)  # nothing blinks
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)  # few have one: words in one line
    look.load_faces()
    application.setFont(look.sans())
    app = App(application, settings)
    crash.install(paths.state(), app.window.notice.warn)
    app.start(guide)
    QTimer.singleShot(REST_MS, Cycles(application).begin)  # a start makes much and frees nothing
    QTimer.singleShot(0, app.show_icon)
    return loop(application)


def loop(application: QApplication) -> int:
    """Let the window live until it is closed, and return the exit code; the program can end at once."""
    code = application.exec()
    gc.freeze()  # or the end would look through all that is left, for nothing
    return code


def _settings() -> tuple[Settings, str]:
    """Return what the user chose, and what to say of it."""
    return Settings.load(paths.config() / "settings.json")


def _size_window(percent: int) -> None:
    """Make everything larger, unless the user told Qt himself. Before the application is made: it reads this once."""
    if percent in SCALES and percent != Settings().scale:
        os.environ.setdefault("QT_SCALE_FACTOR", str(percent / 100))


class App(QObject):
    """The parts."""

    def __init__(self, application: QApplication, loaded: tuple[Settings, str] | None = None) -> None:
        super().__init__(application)
        settings, said_of_settings = loaded or _settings()
        self.session, said_of_session = Session.load(paths.state() / "session.json")
        self.choices = Choices(settings, self)
        self.looks = Looks(self.choices, self)
        self._said = " ".join(filter(None, (said_of_settings, said_of_session, self.looks.missing_face())))
        self.window = MainWindow(self.looks.theme, settings)
        library = Library(paths.bundled("content"), paths.cache(), settings.glossaries)
        self._build_window()
        self._build_guides(library)
        self._build_reading(settings)
        self._build_notebook(library)
        self._build_printing()
        wiring.connect(self)

    def _build_window(self) -> None:
        """Build what serves the window as a whole."""
        self.keyboard = Keyboard(self.window)
        self.offers = Offers(self.window.notice, self.window.actions_by_id, self)
        self.keeper = Keeper(self.session, (paths.state(), paths.config()), self.window)
        self.panels = Panels(self.session, self.window)
        self.dialogs = Dialogs(self.window)
        self.preferences = Preferences(self.window, self.window.body, self.choices, self.looks)

    def _build_guides(self, library: Library) -> None:
        """Build what finds and opens guides."""
        self.navigator = Navigator(library, self.session, self)
        self.shelf = Shelf(library, self.session, self)
        self.drops = Drops(self.window, self.window.body)
        self.watcher = Watcher(library, self)
        self.recent = RecentMenu(library, self.session, self.window.menus["File"], self.window.actions_by_id["print"])

    def _build_reading(self, settings: Settings) -> None:
        """Build what helps with the open guide: in its lines, in its words, in its pathway."""
        window, article = self.window, self.window.article
        self.depths = Depths(self.choices, self.session, window.actions_by_id, self)
        self.numbers = Numbers(article, self.choices)
        self.pacer = Pacer(article, window.pace_bar, settings)
        self.log = ReadingLog(self.session, article)
        self.recap = Recap(window, self.looks.theme)
        self.finder = Finder(article.contents.blocks_shown, self)
        self.search = SearchTab(window, self.looks.theme)
        self.explaining = Explaining(self.session, self.choices, window, self.keyboard)
        self.pointing = Pointing(window, self.explaining)
        self.claims = Claims(window, self.looks.theme)

    def _build_notebook(self, library: Library) -> None:
        """Build what writes in the notebook, what shows it, and what keeps it."""
        window, copies = self.window, paths.data() / "copies"
        self.scribe = Scribe(paths.data() / "notebook.sqlite", copies, self)
        self.acts = Acts(
            window.article,
            window.editor,
            self.scribe,
            self,
            explanation=window.explanation,
            node=window.companion.pathway.node_here,
        )
        self.following = Following(self.session, self.scribe, self.acts.ledger, self)
        self.kept_words = KeptWords(self.acts, self.scribe, self)
        self.appointment = Appointment(self.acts, self.looks, window)
        self.leaving = Leaving(self.acts.ledger, window.editor, window)
        self.article_menu = ArticleMenu(self.acts, self.looks)
        self.notes = NotebookTab(window, self.looks, self.session)
        self.safekeeping = Safekeeping(window, (self.acts, self.scribe), library, self.session, copies)

    def _build_printing(self) -> None:
        """Build what leaves the window on paper or as a picture."""
        article, pathway = self.window.article, self.window.companion.pathway
        self.handout = MyHandout(self.session, self)
        self.wishes = PaperWishes(self.handout, article, pathway, self.depths, self.acts)
        self.print_desk = PrintDesk(self.window, self.choices, self.session)
        self.handout_menu = HandoutMenu(self.handout, self.wishes, article)
        self.take_along = TakeAlong(self.window, self.session.print_folder, pathway)

    def start(self, guide: str) -> None:
        """Show the window and open *guide*."""
        self.looks.dress(self.window)  # once the parts stand: one that is put into another is polished anew
        self.window.restore(
            self.session.window,
            self.session.columns,
            maximised=self.session.maximised,
            outline=self.session.outline,
        )
        self.window.show()  # first, so that the article is laid out once, at its width; nothing is painted before it
        self.window.article.setFocus()
        self.navigator.open_guide(guide)
        if self._said:
            self.window.notice.warn(f"{self._said} {self.window.notice.said()}".strip())

    def show_icon(self) -> None:
        """Give the window its picture in the task bar; the first screen does not wait for it."""
        self.window.setWindowIcon(QIcon(str(paths.bundled("resources") / "icons" / "app.svg")))
