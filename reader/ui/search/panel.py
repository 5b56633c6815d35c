"""The search of the whole guide: a box, how many there are, and what was found; also the list of a find in the article.

Both are one list, so that one learns it once.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.core.excerpt import Excerpt
from reader.core.find import NO_HITS, Hit, Hits
from reader.core.guide import Guide
from reader.core.search import NOTHING, Found, Results
from reader.core.text import Place
from reader.ui.announce import announce
from reader.ui.search.model import Row
from reader.ui.search.rows import FoundList
from reader.ui.search.similar import SimilarWords
from reader.ui.theme import Theme
from reader.ui.widgets.field import Field


class SearchPanel(QWidget):
    """Asks for words, and shows where they are. What one chooses is wished for by its kind."""

    query_changed = Signal(str)
    place_requested = Signal(Place)
    words_requested = Signal(Hit)  # the words that were found at the place
    entry_requested = Signal(str, QRect)
    reference_requested = Signal(str)
    node_requested = Signal(str)
    hit_requested = Signal(int)  # of the find in the article
    article_requested = Signal()
    passed = Signal()  # Tab leads on from the list
    menu_opened = Signal(QMenu, str)  # at what stands in a section; who hears of it may add to the menu

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._kinds = {
            "text": self.tr("Section text"),
            "glossary": self.tr("Glossary"),
            "reference": self.tr("Reference"),
            "pathway": self.tr("Pathway"),
        }
        self._titles: dict[str, str] = {}  # of the sections, by id
        self._results: Results = NOTHING
        self._hits: Hits = NO_HITS
        self._is_of_article = False  # what is listed
        self._is_over = False  # the find in the article: its bar is closed
        self._box = Field()
        self._box.setPlaceholderText(self.tr("Search the whole guide"))
        self._box.setAccessibleName(self.tr("Search the whole guide"))
        self._box.installEventFilter(self)
        self._said = QLabel()
        self._said.setObjectName("quiet")
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = QPushButton(self.tr("Search the whole guide"))
        self._whole.setProperty("link", True)
        self._similar = SimilarWords()
        self._list = FoundList(theme)
        self._list.setAccessibleName(self.tr("What was found"))
        self._place_parts()
        self.setFocusProxy(self._box)
        self._box.textChanged.connect(self._ask)
        self._whole.clicked.connect(self._ask_guide)
        self._similar.chosen.connect(self._take)
        self._list.chosen.connect(self._choose)
        self._list.left.connect(self._back_to_box)
        self._list.passed.connect(self.passed)
        self._list.menu_requested.connect(self._open_menu)
        self._show_results()

    def _place_parts(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 4)
        head.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self._said, 1)
        line.addWidget(self._whole)
        head.addWidget(self._box)
        head.addLayout(line)
        head.addWidget(self._similar)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self._said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._list.set_theme(theme)

    def show_guide(self, guide: Guide) -> None:
        """Begin anew with another guide."""
        self._titles = {section.id: section.title for section in guide.outline}
        self._set_words("")
        self._is_of_article = False
        self._results, self._hits = NOTHING, NO_HITS
        self._show_results()

    def open(self, words: str) -> None:
        """Take the keyboard, with the words that are selected in the article; without any, with those of before."""
        if words and "\u2029" not in words:
            self._box.setText(words)
        elif self._is_of_article:
            self._ask_guide()
        self._box.selectAll()
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_results(self, results: Results) -> None:
        """List what the guide has, the best first."""
        self._results = results
        self._is_of_article = False
        self._show_results()

    def show_similar(self, words: list[str]) -> None:
        """Offer words of the guide in the place of one that it does not have."""
        self._similar.show_words(words)

    def show_hits(self, words: str, hits: Hits, current: int) -> None:
        """Follow a find in the article, if that is what is listed; what is listed stays when it ends."""
        if not self._is_of_article:
            return
        self._is_over = hits is NO_HITS
        if hits is self._hits:
            self._list.set_current(current)
        elif not self._is_over:
            self.list_hits(words, hits, current)

    def list_hits(self, words: str, hits: Hits, current: int) -> None:
        """List all places of a find in the article."""
        self._is_of_article, self._is_over = True, False
        self._hits = hits
        self._set_words(words)
        self._similar.show_words([])
        count = self.tr("{0} in the article").format(len(hits))
        self._said.setText(count if hits else self.tr("Not found in the article"))
        self._whole.show()
        self._list.show_rows(len(hits), self._hit_row, are_alike=True)
        self._list.set_current(current)
        self._list.setVisible(bool(hits))

    def take_list(self) -> None:
        """Give the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the box, Down goes to the list, Enter opens its current row, Esc goes to the article."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self._list.model().rowCount():
                self.take_list()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._list.open_current()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.article_requested.emit()
                return True
        return super().eventFilter(watched, event)

    # What is said and listed

    def _show_results(self) -> None:
        results = self._results
        text = self._box.text().strip()
        self._whole.hide()
        self._similar.show_words([])
        if not text:
            said = self.tr("Text, glossary, references and pathway are searched together.")
        elif not results.hits:
            said = self.tr("Nothing found. Fewer or shorter words find more.")
        else:
            said = self._counted(results)
        if said != self._said.text() and text:
            announce(self, said)
        self._said.setText(said)
        self._list.show_rows(len(results.hits), self._found_row, are_alike=False)
        self._list.setVisible(bool(results.hits))

    def _counted(self, results: Results) -> str:
        shown = len(results.hits)
        count = self.tr("{0} found").format(results.total)
        if shown < results.total:
            count = self.tr("{0} found; the best {1} are listed").format(results.total, shown)
        if results.has_all_words:
            return count
        return self.tr("Nothing has all of these words. With some of them: {0}").format(count)

    def _found_row(self, number: int) -> Row:
        hit = self._results.hits[number]
        return Row(self._kind(hit), hit.title, hit.excerpt)

    def _kind(self, hit: Found) -> str:
        """Return in words what was found; of an entry that is not the guide's, in which glossary."""
        return self.tr("Glossary “{0}”").format(hit.glossary) if hit.glossary else self._kinds[hit.kind]

    def _hit_row(self, number: int) -> Row:
        title = self._titles.get(self._hits[number].section, "")
        numbered = self.tr("{0} of {1}").format(number + 1, len(self._hits))
        return Row(numbered, Excerpt(title), self._hits.around(number))

    # What one does

    def _ask(self) -> None:
        self._is_of_article = False
        self.query_changed.emit(self._box.text())

    def _ask_guide(self) -> None:
        self._ask()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, word: str) -> None:
        self._box.setText(word)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_words(self, words: str) -> None:
        """Put words into the box without searching for them."""
        self._box.blockSignals(True)
        self._box.setText(words)
        self._box.blockSignals(False)

    def _back_to_box(self) -> None:
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, number: int) -> None:
        self._list.set_current(number)
        if not self._is_of_article:
            self._open(self._results.hits[number])
        elif not self._is_over:
            self.hit_requested.emit(number)
        else:
            hit = self._hits[number]
            self.place_requested.emit(hit.place)
            self.words_requested.emit(hit)

    def menu_at(self, number: int) -> QMenu:
        """Return what can be done with a row."""
        menu = QMenu(self)
        menu.addAction(self.tr("&Go there")).triggered.connect(lambda: self._choose(number))
        place = self._hits[number].place if self._is_of_article else self._results.hits[number].place
        if place is not None:
            self.menu_opened.emit(menu, place.section)
        return menu

    def _open_menu(self, number: int, where: QPoint) -> None:
        menu = self.menu_at(number)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _open(self, hit: Found) -> None:
        if hit.place is not None:
            self.place_requested.emit(hit.place)
            if hit.length:
                end = hit.place.offset + hit.length
                self.words_requested.emit(Hit(hit.place.section, hit.place.block, hit.place.offset, end))
        elif hit.kind == "glossary":
            self.entry_requested.emit(hit.target, self._list.current_rect())
        elif hit.kind == "reference":
            self.reference_requested.emit(hit.target)
        else:
            self.node_requested.emit(hit.target)
