"""The main window: it places the panels and holds no logic."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QMenuBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.appearance import Appearance
from reader.core.explanation import Explanation, Unexplained
from reader.core.guide import Guide
from reader.core.records import Section
from reader.core.text import Place
from reader.settings import Settings
from reader.ui import commands, screens
from reader.ui.article import ArticleView
from reader.ui.article.document import review_line
from reader.ui.availability import Availability
from reader.ui.columns import VERY_NARROW, Columns
from reader.ui.companion import Companion
from reader.ui.find.bar import FindBar
from reader.ui.foot import Foot
from reader.ui.glossary.popup import GlossaryPopup
from reader.ui.guidance.pace_bar import PaceBar
from reader.ui.guides.start_page import StartPage
from reader.ui.header import Header
from reader.ui.notebook.editor import Editor
from reader.ui.notice import Notice
from reader.ui.outline import OutlinePanel
from reader.ui.resume.return_line import ReturnLine
from reader.ui.status_line import StatusLine
from reader.ui.theme import Theme


class MainWindow(QMainWindow):
    """Outline, article, companion; find bar, notice and status below; the popup over them."""

    escaped = Signal()  # Esc was pressed where no part had a use for it
    moved = Signal()  # the window was moved, resized, or its columns were
    leaving = Signal(object)  # the QCloseEvent, which may be refused
    closing = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Pathway Reader"))
        self.actions_by_id: dict[str, QAction] = commands.actions(self)
        self._has_single_keys = settings.single_keys
        commands.give_keys(self.actions_by_id, single_keys=settings.single_keys)
        self.menu_bar = QMenuBar()
        self.menu_bar.setAccessibleName(self.tr("Menus"))
        self.menus = commands.fill(self.menu_bar, self.actions_by_id)
        self._theme = theme
        self.header = Header(self.menu_bar, self.actions_by_id, theme)
        self.outline = OutlinePanel(theme)
        self.article = ArticleView(theme, settings.appearance)
        self.article.set_choices(settings)
        self.find_bar = FindBar(theme)
        self.pace_bar = PaceBar()
        self.return_line = ReturnLine()
        self.editor = Editor()
        self.companion = Companion(theme)
        self.start_page = StartPage(theme)
        self.notice = Notice(theme)
        self.status = StatusLine(theme)
        self._pages = QStackedWidget()
        self._place_parts()
        self.popup = GlossaryPopup(theme, self._whole, self.body)
        self._size_explanations(settings.appearance)
        self.columns.keep_place(not settings.explain_beside)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, as Space does; without this, only in dialogs
        self.status.how_much.setMenu(self.menus[commands.DEPTH])
        self.availability = Availability(self.actions_by_id)

    def _place_parts(self) -> None:
        middle = QWidget()
        middle.setObjectName("paper")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.article, 1)
        self._foot = Foot(self.find_bar, self.pace_bar, self.return_line, self.editor)
        column.addWidget(self._foot)  # below: the text does not move when a bar opens
        self.columns = Columns(self.outline, middle, self.companion, self._theme)
        self.columns.moved.connect(self.moved)
        self.columns.fitted.connect(self._show_columns)
        self._pages.addWidget(self.columns)
        self._pages.addWidget(self.start_page)
        self._pages.currentChanged.connect(self._show_title)
        self.body = QWidget()
        body = QVBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._pages)
        self._whole = QWidget()
        rows = QVBoxLayout(self._whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.header, self.body, self.notice, self.status):
            rows.addWidget(part, int(part is self.body))
        self.setCentralWidget(self._whole)

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Let every part that draws by itself know its colours, and the article how it is set."""
        for part in (self.header, self.outline, self.columns, self.find_bar, self.notice, self.status, self.popup):
            part.set_theme(theme)
        self.companion.set_theme(theme)
        self.start_page.set_theme(theme)
        self._size_explanations(appearance)
        self.article.set_look(theme, appearance)

    def _size_explanations(self, appearance: Appearance) -> None:
        for part in (self.popup.view, self.companion.words.page, self.editor):
            part.set_size(appearance.size)

    def set_choices(self, settings: Settings) -> None:
        """Do as the settings say."""
        if settings.single_keys != self._has_single_keys:
            self._has_single_keys = settings.single_keys
            commands.give_keys(self.actions_by_id, single_keys=settings.single_keys)
        self.columns.keep_place(not settings.explain_beside)
        self.article.set_choices(settings)

    def show_guide(self, guide: Guide, place: Place | None) -> None:
        """Show a guide in all panels, its article at *place*."""
        self.popup.close_popup()
        self.find_bar.close_bar()
        self.availability.show_guide()
        self.start_page.show_open(guide.about.title, str(guide.source))
        self.notice.withdraw()
        self.setWindowTitle(guide.about.title)
        self._show_title()
        self.outline.show_outline(guide.outline)
        self.companion.show_guide(guide)
        self._pages.setCurrentWidget(self.columns)
        self.columns.offer_companion(self.companion.has_anything(), is_main=guide.is_pathway)
        self.article.show_guide(guide, place)
        self.status.show_review(review_line(guide.about))

    def show_section(self, section: Section, within: tuple[str, ...]) -> None:
        """Show in outline, pathway and status line which section is being read; *within* names those inside it, too."""
        self.outline.mark(section.id)
        self.companion.pathway.show_sections(within, section.title)
        self.companion.words.show_section(within)
        for view in (self.popup.view, self.companion.words.page):
            view.show_section(section.id)

    def show_time_left(self, section: Section, minutes: int) -> None:
        """Show in the status line how many minutes of the section that is being read are left."""
        self.status.show_reading(section.title, section.minutes, minutes)

    def show_preparing(self, name: str) -> None:
        """Show that a guide is being prepared."""
        self.start_page.show_preparing(name)
        self._pages.setCurrentWidget(self.start_page)

    def show_not_opened(self, another_is_open: bool) -> None:
        """Go back to the guide that is open, or to the list of guides where one came from there."""
        if another_is_open and not self.availability.is_resting:
            self._pages.setCurrentWidget(self.columns)
        else:
            self._pages.setCurrentWidget(self.start_page)
            self.start_page.show_list()

    def show_guides(self) -> None:
        """Show all guides in the article's place."""
        self.popup.close_popup()
        self.availability.rest()
        self._pages.setCurrentWidget(self.start_page)
        self.start_page.show_list()

    def return_to_guide(self) -> None:
        """Show the article again, where it was."""
        self.availability.go_on()
        self._pages.setCurrentWidget(self.columns)

    def show_at_node(self, explanation: Explanation) -> None:
        """Open a word's explanation beside its node in the pathway."""
        if explanation.node is not None:
            self.popup.show_explanation(explanation, self.node_on_screen(explanation.node.id), at_node=True)

    def node_on_screen(self, identifier: str) -> QRect:
        """Return where a node of the pathway is on the screen; an empty rectangle where it is out of view."""
        panel = self.companion.pathway
        rect = panel.node_rect(identifier) if panel.isVisible() else QRect()
        return QRect(panel.mapToGlobal(rect.topLeft()), rect.size())

    def show_node(self, identifier: str) -> None:
        """Show a node of the pathway."""
        self.columns.reveal_companion()
        self.companion.show_node(identifier)

    def show_reference(self, key: str) -> None:
        """Show a reference."""
        self.columns.reveal_companion()
        self.companion.show_reference(key)

    def show_page(self, found: Explanation | Unexplained, *, take_keyboard: bool) -> None:
        """Show a word's explanation in the companion panel; without the keyboard, not in the place of the article."""
        if take_keyboard or self.columns.has_two():
            self.columns.reveal_companion()
        else:
            self.notice.say(self.tr("Pinned. F8 shows it."))
        self.companion.show_page(found, is_pinned=not take_keyboard)
        if take_keyboard:
            self.companion.take_keyboard()

    def explanation(self) -> Explanation | Unexplained | None:
        """Return the explanation that is open beside its word, else the one that has the keyboard in the panel."""
        page = self.companion.words.page
        if self.popup.isVisible():
            return self.popup.view.current
        return page.current if page.isAncestorOf(self.focusWidget()) else None

    def restore(self, window: list[int], widths: list[int], *, maximised: bool, outline: bool) -> None:
        """Take the place one had, whole and on a screen that is there."""
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]  # the main one is first
        self.setGeometry(screens.whole(window, rooms))
        self.columns.restore(widths, outline=outline)
        if maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _show_title(self) -> None:
        """Speak of the guide where its article is in sight, and only there."""
        is_shown = self._pages.currentWidget() is self.columns
        self.header.set_title(self.windowTitle() if is_shown else "")
        self.status.set_resting(not is_shown)

    def _show_columns(self, outline: bool, companion: bool) -> None:
        self.actions_by_id["show_outline"].setChecked(outline)
        self.actions_by_id["show_companion"].setChecked(companion)
        self.actions_by_id["show_companion"].setEnabled(self.companion.has_anything())
        self.actions_by_id["whole_pathway"].setChecked(self.columns.is_alone)
        self.companion.show_alone(self.columns.is_alone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts away what is open, wherever the keyboard is, unless a part has its own use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that the window has another size."""
        super().resizeEvent(event)
        self.header.set_narrow(event.size().width() < VERY_NARROW)
        self._foot.set_height(event.size().height())
        self.moved.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Say that the window was moved."""
        super().moveEvent(event)
        self.moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say goodbye first, where nobody objects."""
        self.leaving.emit(event)
        if event.isAccepted():
            self.closing.emit()
            super().closeEvent(event)
