"""Builds every part once and connects them: the map of the app."""

from __future__ import annotations

import gc
import os
import sys

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.core.library import Library
from reader.session import Session
from reader.settings import SCALES, Settings
from reader.ui import crash
from reader.ui import theme as look
from reader.ui.choices import Choices
from reader.ui.claims import Claims
from reader.ui.depths import Depths
from reader.ui.dialogs import Dialogs
from reader.ui.drop import Drops
from reader.ui.finder import Finder
from reader.ui.keeper import Keeper
from reader.ui.looks import Looks
from reader.ui.main_window import MainWindow
from reader.ui.navigator import Navigator
from reader.ui.numbers import Numbers
from reader.ui.pacer import Pacer
from reader.ui.preferences import Preferences
from reader.ui.reading_log import ReadingLog
from reader.ui.recap import Recap
from reader.ui.recent import RecentMenu
from reader.ui.search import Search
from reader.ui.shelf import Shelf
from reader.ui.watcher import Watcher

GC_REST_MS = 500


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
    crash.install(paths.state(), app.window.notice.say)
    app.start(guide)
    QTimer.singleShot(GC_REST_MS, gc.enable)  # `open` switched it off
    QTimer.singleShot(0, app.show_icon)
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
    """The parts and their connections."""

    def __init__(self, application: QApplication, loaded: tuple[Settings, str] | None = None) -> None:
        super().__init__(application)
        settings, said_of_settings = loaded or _settings()
        self.session, said_of_session = Session.load(paths.state() / "session.json")
        self.choices = Choices(settings, self)
        self.looks = Looks(application, self.choices)
        self._said = " ".join(filter(None, (said_of_settings, said_of_session, self.looks.missing_face())))
        self.window = MainWindow(self.looks.theme, settings)
        library = Library(paths.bundled("content"), paths.cache())
        self.navigator = Navigator(library, self.session, self)
        self.finder = Finder(self.window.article.blocks_shown, self)
        self.search = Search(self.window, self.looks.theme)
        self.numbers = Numbers(self.window.article, self.choices)
        self.pacer = Pacer(self.window.article, self.window.pace_bar, settings)
        self.depths = Depths(self.choices, self.session, self.window.actions_by_id, self)
        self.keeper = Keeper(self.session, (paths.state(), paths.config()), self.window)
        self.log = ReadingLog(self.session, self.window.article)
        self.recap = Recap(self.window, self.looks.theme)
        self.dialogs = Dialogs(self.window, self.session.print_folder)
        self.preferences = Preferences(self.window, self.window.body, self.choices, self.looks)
        self.claims = Claims(self.window, self.looks.theme)
        self.shelf = Shelf(library, self.session, self)
        self.drops = Drops(self.window, self.window.body)
        self.watcher = Watcher(library, self)
        self.recent = RecentMenu(library, self.session, self.window.menus["File"], self.window.actions_by_id["print"])
        self._connect_views()
        self._connect_depths()
        self._connect_navigator()
        self._connect_commands()
        self._connect_search()
        self._connect_claims()
        self._connect_guides()
        self._connect_guidance()
        self._connect_resume()

    def start(self, guide: str) -> None:
        """Show the window and open *guide*."""
        self.looks.apply()  # once the parts stand: they would be polished anew whenever one is put into another
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
            self.window.notice.say(f"{self._said} {self.window.notice.said()}".strip())

    def show_icon(self) -> None:
        """Give the window its picture in the task bar; the first screen does not wait for it."""
        self.window.setWindowIcon(QIcon(str(paths.bundled("resources") / "icons" / "app.svg")))

    def _connect_views(self) -> None:
        window, navigator, finder, keeper, dialogs = (
            self.window,
            self.navigator,
            self.finder,
            self.keeper,
            self.dialogs,
        )
        window.outline.place_requested.connect(window.go_article)
        window.outline.place_requested.connect(navigator.open)
        window.outline.left.connect(window.leave_outline)

        window.article.link_requested.connect(navigator.open_link)
        window.article.entry_requested.connect(navigator.open_entry)
        window.article.reference_requested.connect(navigator.open_reference)
        window.article.reading_at.connect(navigator.read_at)
        window.article.reading_at.connect(finder.read_at)
        window.article.reading_at.connect(keeper.read_at)
        window.article.reading_at.connect(dialogs.read_at)

        window.companion.node_chosen.connect(navigator.open_node)
        window.companion.entry_requested.connect(navigator.open_entry)
        window.companion.place_requested.connect(window.go_article)
        window.companion.place_requested.connect(navigator.open)

        window.popup.entry_requested.connect(navigator.open_entry)
        window.popup.keep_requested.connect(window.keep)
        window.popup.node_requested.connect(window.show_node)
        window.popup.closed.connect(window.article.forget_term)

        window.find_bar.query_changed.connect(finder.find)
        window.find_bar.next_requested.connect(finder.next)
        window.find_bar.previous_requested.connect(finder.previous)
        window.find_bar.left.connect(finder.forget_beginning)
        window.find_bar.closed.connect(finder.end)
        window.find_bar.closed.connect(window.article.setFocus)
        window.find_bar.called_off.connect(finder.call_off)
        window.find_bar.called_off.connect(window.article.setFocus)

        window.moved.connect(keeper.window_moved)
        window.closing.connect(navigator.stop)
        window.closing.connect(self.log.count)
        window.closing.connect(keeper.finish)

    def _connect_depths(self) -> None:
        depths, window, navigator = self.depths, self.window, self.navigator
        navigator.guide_opened.connect(depths.show_guide)  # before its article is shown
        navigator.section_entered.connect(depths.enter)
        window.article.section_opened.connect(depths.opened)
        depths.changed.connect(window.article.set_depths)
        depths.told.connect(window.status.show_depth)

    def _connect_navigator(self) -> None:
        window, navigator, finder = self.window, self.navigator, self.finder
        navigator.preparing.connect(window.show_preparing)
        navigator.not_opened.connect(window.show_not_opened)
        navigator.guide_opened.connect(window.show_guide)
        navigator.guide_opened.connect(finder.show_guide)
        navigator.guide_opened.connect(self.keeper.show_guide)
        navigator.guide_opened.connect(self.dialogs.show_guide)
        navigator.place_opened.connect(finder.arrive)
        navigator.place_opened.connect(window.popup.close_popup)
        navigator.place_opened.connect(window.article.show_place)
        navigator.section_entered.connect(window.show_section)
        navigator.entry_opened.connect(window.popup.show_explanation)
        navigator.node_opened.connect(window.show_at_node)
        navigator.reference_opened.connect(window.show_reference)
        navigator.address_opened.connect(self.dialogs.show_address)
        navigator.history_changed.connect(window.show_history)
        navigator.failed.connect(window.notice.say)

        finder.found.connect(window.popup.close_popup)
        finder.found.connect(window.article.show_hits)
        finder.found.connect(window.find_bar.show_found)
        finder.begun.connect(navigator.leave)
        finder.returned.connect(navigator.come_back)

        self.keeper.failed.connect(window.notice.say)
        self.dialogs.guide_chosen.connect(navigator.open_guide)
        self.dialogs.folder_used.connect(self.keeper.remember_folder)
        self.looks.changed.connect(window.set_look)
        self.choices.changed.connect(window.set_choices)
        self.choices.changed.connect(self.keeper.keep_choices)

    def _connect_search(self) -> None:
        search, window, navigator, finder = self.search, self.window, self.navigator, self.finder
        search.place_requested.connect(window.go_article)
        search.place_requested.connect(navigator.open)
        search.words_requested.connect(window.article.select)
        search.entry_requested.connect(navigator.open_entry)
        search.reference_requested.connect(navigator.open_reference)
        search.node_requested.connect(window.show_node)
        search.hit_requested.connect(window.go_article)
        search.hit_requested.connect(finder.go_to)
        search.article_requested.connect(window.go_article)
        search.failed.connect(window.notice.say)
        window.find_bar.list_requested.connect(search.list_hits)
        finder.found.connect(search.show_hits)
        navigator.guide_opened.connect(search.show_guide)
        self.looks.changed.connect(search.set_look)
        window.actions_by_id["search"].triggered.connect(search.open)

    def _connect_claims(self) -> None:
        claims, window, navigator = self.claims, self.window, self.navigator
        window.actions_by_id["evidence"].triggered.connect(claims.open)
        navigator.guide_opened.connect(claims.show_guide)
        self.looks.changed.connect(claims.set_look)
        claims.place_requested.connect(window.go_article)
        claims.place_requested.connect(navigator.open)
        claims.failed.connect(window.notice.say)
        window.article.claims_requested.connect(claims.open_at)
        window.article.words_asked.connect(navigator.define)
        window.actions_by_id["define"].triggered.connect(window.define)

    def _connect_guides(self) -> None:
        window, navigator, dialogs = self.window, self.navigator, self.dialogs
        page = window.start_page
        page.stop_requested.connect(navigator.stop)
        page.list_requested.connect(self.shelf.fill)
        page.guide_requested.connect(navigator.open_guide)
        page.forget_requested.connect(self.shelf.forget)
        page.folder_requested.connect(dialogs.open_folder)
        page.file_requested.connect(dialogs.open_file)
        page.return_requested.connect(window.return_to_guide)
        self.shelf.filled.connect(page.show_choices)
        self.shelf.forgotten.connect(self.keeper.save)
        self.recent.chosen.connect(navigator.open_guide)
        self.drops.guide_dropped.connect(navigator.open_guide)
        self.drops.refused.connect(window.notice.say)
        self.watcher.changed.connect(window.offer_reload)
        self.watcher.gone.connect(window.notice.say)
        navigator.guide_opened.connect(self.watcher.show_guide)
        window.notice.closed.connect(window.article.setFocus)
        window.actions_by_id["guides"].triggered.connect(window.show_guides)

    def _connect_guidance(self) -> None:
        window, pacer, numbers = self.window, self.pacer, self.numbers
        window.article.reading_at.connect(numbers.read_at)
        numbers.read.connect(window.status.show_paragraph)
        numbers.place_requested.connect(window.go_article)
        numbers.place_requested.connect(self.navigator.open)
        numbers.offer(window.actions_by_id)
        window.actions_by_id["go_to_paragraph"].triggered.connect(numbers.go)

        window.actions_by_id["steps"].triggered.connect(window.go_article)
        window.actions_by_id["steps"].triggered.connect(pacer.switch)
        pacer.switched.connect(window.actions_by_id["steps"].setChecked)
        pacer.lit.connect(numbers.tell)
        for steps in (window.article, window.pace_bar):
            steps.next_requested.connect(pacer.next)
            steps.previous_requested.connect(pacer.previous)
            steps.end_requested.connect(pacer.end)
        window.article.paragraph_chosen.connect(pacer.choose)
        window.article.reading_at.connect(pacer.refresh)
        self.navigator.guide_opened.connect(pacer.show_guide)
        self.navigator.place_opened.connect(pacer.show_place)
        self.choices.changed.connect(pacer.set_choices)

    def _connect_resume(self) -> None:
        window, navigator, log, recap = self.window, self.navigator, self.log, self.recap
        navigator.guide_opened.connect(window.return_line.hide)
        navigator.guide_opened.connect(log.show_guide)
        navigator.guide_opened.connect(recap.show_guide)
        navigator.section_entered.connect(recap.enter)
        navigator.time_left.connect(window.show_time_left)
        navigator.returned.connect(window.return_line.show_return)
        window.article.reading_at.connect(log.read_at)
        log.changed.connect(self.keeper.count_read)
        log.changed.connect(window.outline.show_progress)
        window.return_line.start_requested.connect(navigator.open_start_of_section)
        window.return_line.recap_requested.connect(recap.open)
        for done in (window.return_line.start_requested, window.return_line.closed, recap.place_requested):
            done.connect(window.go_article)
        recap.place_requested.connect(navigator.open)
        self.looks.changed.connect(recap.set_look)
        on = window.actions_by_id
        on["recap"].triggered.connect(recap.open)
        on["reload"].triggered.connect(navigator.reload)
        on["help"].triggered.connect(navigator.open_help)
        for step in ("next_section", "previous_section"):
            on[step].triggered.connect(window.reveal_article)
        on["next_section"].triggered.connect(navigator.next_section)
        on["previous_section"].triggered.connect(navigator.previous_section)

    def _connect_commands(self) -> None:
        window, navigator, dialogs = self.window, self.navigator, self.dialogs
        on = {identifier: action.triggered for identifier, action in window.actions_by_id.items()}
        on["open_folder"].connect(dialogs.open_folder)
        on["open_file"].connect(dialogs.open_file)
        on["print"].connect(dialogs.print_section)
        on["quit"].connect(window.close)
        on["back"].connect(window.reveal_article)
        on["back"].connect(navigator.back)
        on["forward"].connect(window.reveal_article)
        on["forward"].connect(navigator.forward)
        on["find"].connect(window.open_find)
        on["find_next"].connect(window.reveal_article)
        on["find_next"].connect(window.find_bar.find_next)
        on["find_previous"].connect(window.reveal_article)
        on["find_previous"].connect(window.find_bar.find_previous)
        on["go_outline"].connect(window.go_outline)
        on["filter_outline"].connect(window.filter_outline)
        on["go_article"].connect(window.go_article)
        on["go_companion"].connect(window.go_companion)
        on["go_pathway"].connect(window.go_pathway)
        on["go_words"].connect(window.go_words)
        on["show_outline"].connect(window.reveal_outline)
        on["show_companion"].connect(window.reveal_companion)
        on["problems"].connect(dialogs.show_problems)
        on["about"].connect(dialogs.show_about)
        on["appearance"].connect(self.preferences.show_appearance)
        on["settings"].connect(self.preferences.show_settings)
        on["larger"].connect(self.looks.make_larger)
        on["smaller"].connect(self.looks.make_smaller)
        on["usual_size"].connect(self.looks.take_usual_size)
        self.looks.offer(window.actions_by_id)
