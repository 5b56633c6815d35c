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
from reader.core.guide import Guide, Section
from reader.core.text import Place
from reader.settings import Settings
from reader.ui import commands, screens
from reader.ui.article import ArticleView
from reader.ui.article.document import review_line
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
        self._resting: list[QAction] = []  # what would act on the article, while all guides are shown
        self._offer(False)
        self.show_history(False, False)

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
        self.columns.article_requested.connect(self.go_article)
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
        for view in (self.popup.view, self.companion.words.page):
            view.set_size(appearance.size)

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
        self._resting.clear()
        self._offer(True)
        self.show_history(False, False)
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
        if another_is_open and not self._resting:
            self._pages.setCurrentWidget(self.columns)
        else:
            self._pages.setCurrentWidget(self.start_page)
            self.start_page.show_list()

    def offer_reload(self) -> None:
        """Say that the guide's files have changed, with the choice to see them as they are now."""
        said = self.tr("This guide’s files have changed.")
        self.notice.offer(said, self.tr("Show the new version"), self.actions_by_id["reload"])

    def show_done(self, said: str, is_undone: bool) -> None:
        """Say what was done to the notes, with the way back."""
        if is_undone:
            self.notice.offer(said, self.tr("Do it again"), self.actions_by_id["redo"], stays=True)
        else:
            self.notice.offer(said, self.tr("Undo"), self.actions_by_id["undo"], stays=True)

    def show_not_kept(self, said: str) -> None:
        """Say what of the notes could not be kept, with the choice to try again."""
        self.notice.offer(said, self.tr("Try again"), self.actions_by_id["keep_again"], is_wrong=True)

    def show_guides(self) -> None:
        """Show all guides in the article's place."""
        self.popup.close_popup()
        for command in commands.COMMANDS:
            action = self.actions_by_id[command.id]
            if action.isEnabled() and not command.always and command.id != "reload":  # which may be offered meanwhile
                action.setEnabled(False)
                self._resting.append(action)
        self._pages.setCurrentWidget(self.start_page)
        self.start_page.show_list()

    def return_to_guide(self) -> None:
        """Show the article again, where it was."""
        for action in self._resting:
            action.setEnabled(True)
        self._resting.clear()
        self._pages.setCurrentWidget(self.columns)
        self.go_article()

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
        self.reveal_companion()
        self.companion.show_node(identifier)

    def show_reference(self, key: str) -> None:
        """Show a reference."""
        self.reveal_companion()
        self.companion.show_reference(key)

    def show_page(self, found: Explanation | Unexplained, *, take_keyboard: bool) -> None:
        """Show a word's explanation in the companion panel; without the keyboard, not in the place of the article."""
        if take_keyboard or self.columns.has_two():
            self.reveal_companion()
        else:
            self.notice.say(self.tr("Pinned. F8 shows it."))
        self.companion.show_page(found, is_pinned=not take_keyboard)
        if take_keyboard:
            self.companion.take_keyboard()

    def open_find(self) -> None:
        """Open the find bar with what is selected in the article."""
        self.reveal_article()
        self.find_bar.open(self.article.selected_words())

    def go_article(self) -> None:
        """Give the keyboard to the article."""
        self.reveal_article()
        self.article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_keyboard(self) -> None:
        """Give the keyboard to the article, or to what stands in its place."""
        for part in (self.article, self.companion, self.start_page):
            if part.isVisible():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def go_outline(self) -> None:
        """Give the keyboard to the outline."""
        self.reveal_outline()
        self.outline.take_keyboard()

    def leave_outline(self) -> None:
        """Give the keyboard back: a drawer closes, and it returns to where it was; else it goes to the article."""
        if not self.columns.close_drawer():
            self.go_article()

    def leave_companion(self) -> None:
        """Give the keyboard to the article, and the companion's place back to what it was taken from."""
        self.columns.leave_companion()
        self.go_article()

    def leave_search(self) -> None:
        """Give the keyboard to the find bar where it is open, else to the article."""
        self.go_article()
        self.find_bar.take_keyboard()

    def filter_outline(self) -> None:
        """Give the keyboard to the box that filters the outline."""
        self.reveal_outline()
        self.outline.take_filter()

    def go_companion(self) -> None:
        """Give the keyboard to the companion panel."""
        self.reveal_companion()
        self.companion.take_keyboard()

    def define(self) -> None:
        """Explain what is selected in an explanation that has the keyboard, else let the article ask for one."""
        if not (self.popup.view.ask_selected() or self.companion.words.page.ask_selected()):
            self.go_article()
            self.article.define()

    def go_pathway(self) -> None:
        """Give the keyboard to the pathway's drawing."""
        self.reveal_companion()
        if not self.companion.open_pathway():
            self.notice.say(self.tr("This guide has no pathway."))

    def go_steps(self) -> None:
        """Give the keyboard to the list of what the pathway shows."""
        self.companion.pathway.show_list()
        self.go_pathway()

    def show_pathway_alone(self, alone: bool) -> None:
        """Give the pathway the whole window, or no longer; the keyboard is then in the pathway."""
        if alone:
            self.go_pathway()
        self.columns.show_alone(alone and self.companion.shows_pathway)
        if not alone:
            self.go_companion()

    def explanation(self) -> Explanation | Unexplained | None:
        """Return the explanation that is open beside its word, else the one that has the keyboard in the panel."""
        page = self.companion.words.page
        if self.popup.isVisible():
            return self.popup.view.current
        return page.current if page.isAncestorOf(self.focusWidget()) else None

    def go_words(self) -> None:
        """Give the keyboard to the glossary."""
        self.reveal_companion()
        if not self.companion.open_words():
            self.notice.say(self.tr("This guide has no glossary."))

    def go_words_page(self) -> None:
        """Give the keyboard to what the glossary's panel shows."""
        self.reveal_companion()
        self.companion.show_tab("words")
        self.companion.take_keyboard()

    def put_away(self) -> None:
        """Put away one thing that is open below the article, the newest kind first."""
        for part, put_away in (
            (self.editor, self.editor.finish),
            (self.find_bar, self.find_bar.call_off),
            (self.return_line, self.return_line.put_away),
            (self.notice, self.notice.put_away),
        ):
            if part.isVisible():
                put_away()
                return
        if self.columns.is_alone:
            self.show_pathway_alone(False)

    def show_history(self, can_go_back: bool, can_go_forward: bool) -> None:
        """Show whether there is a way back and forward."""
        self.actions_by_id["back"].setEnabled(can_go_back)
        self.actions_by_id["forward"].setEnabled(can_go_forward)

    def reveal_article(self) -> None:
        """Show the article where a drawer covers it, or the companion took all the room of a narrow window."""
        self.columns.reveal_article()

    def reveal_companion(self, reveal: bool = True) -> None:
        """Show or hide the companion panel."""
        self.columns.reveal_companion(reveal)

    def reveal_outline(self, reveal: bool = True) -> None:
        """Show or hide the outline."""
        self.columns.reveal_outline(reveal)

    def restore(self, window: list[int], widths: list[int], *, maximised: bool, outline: bool) -> None:
        """Take the place one had, whole and on a screen that is there."""
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]  # the main one is first
        self.setGeometry(screens.whole(window, rooms))
        self.columns.restore(widths, outline=outline)
        if maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _offer(self, has_guide: bool) -> None:
        """Let what needs a guide be chosen, or not."""
        for command in commands.COMMANDS:
            self.actions_by_id[command.id].setEnabled(has_guide or command.always)

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
