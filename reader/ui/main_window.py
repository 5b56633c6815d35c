"""The main window: it places the panels and holds no logic."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.core.explanation import Explanation
from reader.core.guide import Guide, Section
from reader.core.text import Place
from reader.ui import commands
from reader.ui.article import ArticleView
from reader.ui.article.document import review_line
from reader.ui.companion import Companion
from reader.ui.elided import Elided
from reader.ui.find_bar import FindBar
from reader.ui.glossary_popup import GlossaryPopup
from reader.ui.header import Header
from reader.ui.notice import Notice
from reader.ui.outline_panel import OutlinePanel
from reader.ui.start_page import StartPage
from reader.ui.theme import Theme

FIRST_SIZE = (1280, 900)
OUTLINE_WIDTH = 264
COMPANION_WIDTH = 388
NARROW = 1000  # under this width the companion gives way to the article
VERY_NARROW = 700  # under this one the outline does, too


class MainWindow(QMainWindow):
    """Outline, article, companion; find bar, notice and status below; the popup over them."""

    moved = Signal()  # the window was moved, resized, or its columns were
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Pathway Reader"))
        self.actions_by_id: dict[str, QAction] = commands.actions(self)
        self.menu_bar = QMenuBar()
        self.menus = commands.fill(self.menu_bar, self.actions_by_id)
        self.header = Header(self.menu_bar, self.actions_by_id, theme)
        self.outline = OutlinePanel(theme)
        self.article = ArticleView(theme)
        self.find_bar = FindBar(theme)
        self.companion = Companion(theme)
        self.start_page = StartPage()
        self.notice = Notice(theme)
        self._reading = Elided()
        self._review = Elided()
        self._pages = QStackedWidget()
        self._middle = QWidget()
        self._columns = QSplitter()
        self._place_parts()
        self.popup = GlossaryPopup(theme, self._body)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, as Space does; without this, only in dialogs
        self._wants_companion = True
        self._wants_outline = True

    def _place_parts(self) -> None:
        middle = self._middle
        middle.setObjectName("paper")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.article, 1)
        column.addWidget(self.find_bar)  # below: the text does not move when the bar opens
        for part in (self.outline, middle, self.companion):
            self._columns.addWidget(part)
            self._columns.setCollapsible(self._columns.indexOf(part), False)
        self._columns.setStretchFactor(1, 1)
        self._columns.setHandleWidth(1)
        self.outline.setMinimumWidth(200)
        middle.setMinimumWidth(300)
        self.companion.setMinimumWidth(280)
        self._columns.setSizes([OUTLINE_WIDTH, FIRST_SIZE[0] - OUTLINE_WIDTH - COMPANION_WIDTH, COMPANION_WIDTH])
        self._columns.splitterMoved.connect(self.moved)
        self._pages.addWidget(self._columns)
        self._pages.addWidget(self.start_page)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._pages)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.header, self._body, self.notice, self._status_line()):
            rows.addWidget(part, int(part is self._body))
        self.setCentralWidget(whole)

    def _status_line(self) -> QFrame:
        line = QFrame()
        line.setObjectName("status")
        row = QHBoxLayout(line)
        row.setContentsMargins(24, 5, 24, 5)
        for label in (self._reading, self._review):
            label.setProperty("quiet", True)
            label.setProperty("small", True)
        self._review.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._reading, 1)
        row.addWidget(self._review, 1)
        return line

    def set_theme(self, theme: Theme) -> None:
        """Let every part that draws by itself know its colours."""
        for part in (self.header, self.outline, self.article, self.find_bar, self.companion.pathway, self.notice):
            part.set_theme(theme)
        self.popup.set_theme(theme)

    def show_guide(self, guide: Guide, place: Place | None) -> None:
        """Show a guide in all panels, its article at *place*."""
        self.popup.close_popup()
        self.find_bar.close_bar()
        self.setWindowTitle(guide.about.title)
        self.header.set_title(guide.about.title)
        self.outline.show_outline(guide.outline)
        self.companion.show_guide(guide)
        self.article.show_guide(guide, place)
        self._review.set_whole(review_line(guide.about))
        self._pages.setCurrentWidget(self._columns)
        self._fit_columns()

    def show_section(self, section: Section) -> None:
        """Show in outline, pathway and status line which section is being read."""
        self.outline.mark(section.id)
        self.companion.pathway.show_section(section.id, section.title)
        self._reading.set_whole(self.tr("{0} · {1} min").format(section.title, section.minutes))

    def show_preparing(self, name: str) -> None:
        """Show that a guide is being prepared."""
        self.start_page.show_preparing(name)
        self._pages.setCurrentWidget(self.start_page)

    def show_not_opened(self, another_is_open: bool) -> None:
        """Go back to the guide that is open, or offer a choice."""
        if another_is_open:
            self._pages.setCurrentWidget(self._columns)
        else:
            self.start_page.show_choice()
            self._pages.setCurrentWidget(self.start_page)

    def show_at_node(self, explanation: Explanation) -> None:
        """Open a word's explanation beside its node in the pathway."""
        panel = self.companion.pathway
        if explanation.node is not None:
            rect = panel.node_rect(explanation.node.id)
            where = QRect(panel.mapToGlobal(rect.topLeft()), rect.size())
            self.popup.show_explanation(explanation, where, at_node=True)

    def show_node(self, identifier: str) -> None:
        """Show a node of the pathway."""
        self.reveal_companion()
        self.companion.show_node(identifier)

    def show_reference(self, key: str) -> None:
        """Show a reference."""
        self.reveal_companion()
        self.companion.show_reference(key)

    def keep(self, explanation: Explanation) -> None:
        """Keep a word's explanation in the companion panel."""
        self.reveal_companion()
        self.companion.keep(explanation)

    def open_find(self) -> None:
        """Open the find bar with what is selected in the article."""
        self.reveal_article()
        self.find_bar.open(self.article.selected_words())

    def go_article(self) -> None:
        """Give the keyboard to the article."""
        self.reveal_article()
        self.article.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_outline(self) -> None:
        """Give the keyboard to the outline."""
        self.reveal_outline()
        self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_companion(self) -> None:
        """Give the keyboard to the companion panel."""
        self.reveal_companion()
        self.companion.take_keyboard()

    def show_history(self, can_go_back: bool, can_go_forward: bool) -> None:
        """Show whether there is a way back and forward."""
        self.actions_by_id["back"].setEnabled(can_go_back)
        self.actions_by_id["forward"].setEnabled(can_go_forward)

    def reveal_article(self) -> None:
        """Show the article where outline or companion took all the room of a narrow window."""
        if self._middle.isHidden():
            self._fit_columns()

    def reveal_companion(self, reveal: bool = True) -> None:
        """Show or hide the companion panel."""
        self._wants_companion = reveal
        self._fit_columns(asked_for_companion=reveal)

    def reveal_outline(self, reveal: bool = True) -> None:
        """Show or hide the outline."""
        self._wants_outline = reveal
        self._fit_columns(asked_for_outline=reveal)

    def columns(self) -> list[int]:
        """Return the widths of outline, article and companion, in logical pixels."""
        return self._columns.sizes()

    def restore(self, window: list[int], columns: list[int], maximised: bool) -> None:
        """Take the place one had, as far as a screen still holds it; else fill up to 1280 x 900 of the screen."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        size = (min(FIRST_SIZE[0], screen.width()), min(FIRST_SIZE[1], screen.height()))
        place = QRect(0, 0, *size)
        place.moveCenter(screen.center())
        if len(window) == 4 and min(window[2:]) > 200:
            wanted = QRect(*window)
            home = QGuiApplication.screenAt(wanted.center())
            if home is not None:
                place = wanted.intersected(home.availableGeometry())
        self.setGeometry(place)
        if len(columns) == 3 and min(columns) > 0:
            self._columns.setSizes(columns)
        if maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _fit_columns(self, *, asked_for_companion: bool = False, asked_for_outline: bool = False) -> None:
        """Give the room there is to what is being used: the article first, then the pathway, then the outline."""
        width = self.width()
        companion = self.companion.has_anything() and self._wants_companion
        outline = self._wants_outline
        if width < NARROW and not asked_for_companion:
            companion = False
        if width < NARROW and companion:
            outline = False
        if width < VERY_NARROW and not asked_for_outline:
            outline = False
        self.companion.setVisible(companion)
        self.outline.setVisible(outline)
        self._middle.setVisible(not (width < VERY_NARROW and (companion or outline)))
        self.actions_by_id["show_companion"].setChecked(companion)
        self.actions_by_id["show_companion"].setEnabled(self.companion.has_anything())
        self.actions_by_id["show_outline"].setChecked(outline)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns that fit."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_columns()
        self.popup.follow_window()
        self.moved.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Say that the window was moved."""
        super().moveEvent(event)
        self.moved.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say goodbye first."""
        self.closing.emit()
        super().closeEvent(event)
