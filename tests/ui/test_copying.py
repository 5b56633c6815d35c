"""What is copied from the article, and the menu that offers it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import createdByPython

from reader.appearance import Appearance
from reader.core.guide import Guide
from reader.settings import Settings
from reader.ui.article.view import ArticleView
from reader.ui.theme import Theme
from tests.guides.writing import compiled

ARTICLE = """
# One & two

A first line<br>
and a second one.
{: claims="C1" }

- Naïve 𝛼 cells.
- They wait.
    - Long.

3. Third.

| Word | Meaning |
|------|---------|
| cell |         |
| IL-6 | small   |

---

    code
      more

# Next

The end.
"""
CLAIMS = '[[claim]]\nid = "C1"\ntext = "A first line."\nsection = "one-two"\nlevel = "weak"\n'
ABOUT = 'id = "g"\ntitle = "Cells & pain"\nlanguage = "en-GB"\nversion = "1.2"\nevidence_checked = 2026-11-22\n'


@pytest.fixture
def article(qtbot: QtBot, theme: Theme, tmp_path: Path) -> ArticleView:
    guide = compiled(tmp_path, article_md=ARTICLE, claims_toml=CLAIMS, guide_toml=ABOUT)
    assert guide.about.version == "1.2"
    return shown(qtbot, theme, guide)


def shown(qtbot: QtBot, theme: Theme, guide: Guide) -> ArticleView:
    view = ArticleView(theme, Appearance())
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    with qtbot.waitSignal(view.reading_at):
        view.show_guide(guide)
    return view


def select(view: ArticleView, first: str, last: str) -> None:
    start = view.document().find(first, options=QTextDocument.FindFlag.FindCaseSensitively)
    end = view.document().find(last, start, QTextDocument.FindFlag.FindCaseSensitively) if last != first else start
    words = QTextCursor(view.document())
    words.setPosition(start.selectionStart())
    words.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(words)


def copied(view: ArticleView) -> str:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_words_are_copied_as_one_would_type_them(article: ArticleView) -> None:
    select(article, "A first line", "more")
    assert copied(article) == (
        "A first line\nand a second one.\n\nWeak: early studies\n\n"
        "• Naïve 𝛼 cells.\n• They wait.\n  • Long.\n3. Third.\n\n"
        "Word\tMeaning\ncell\t\nIL-6\tsmall\n\ncode\n  more"
    )
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]
    assert not createdByPython(QGuiApplication.clipboard().mimeData())  # Qt deletes it after Python has ended


def test_a_part_of_a_paragraph_is_copied_without_its_point(article: ArticleView) -> None:
    select(article, "𝛼 cells", "They wait")
    assert copied(article) == "𝛼 cells.\n• They wait"


def test_nothing_selected_is_nothing_copied(article: ArticleView) -> None:
    QGuiApplication.clipboard().setText("kept")
    assert copied(article) == "kept"


@pytest.mark.parametrize(
    ("first", "last", "where"),
    [
        ("second", "one.", "One & two, paragraph 1.1"),
        ("second", "They", "One & two, paragraphs 1.1–1.3"),
        ("They", "The end", "One & two – Next, paragraphs 1.3–2.1"),
        ("Next", "Next", "Next, section 2"),
    ],
)
def test_with_the_setting_a_copy_ends_with_its_source(article: ArticleView, first: str, last: str, where: str) -> None:
    article.set_choices(Settings(copy_source=True))
    select(article, first, last)
    source = f"— “Cells & pain”, {where}, version 1.2, evidence checked 22 November 2026"
    assert copied(article).split("\n\n")[-1] == source


def words_of(menu: QMenu) -> list[str]:
    return [each.text().replace("&&", "\0").replace("&", "").replace("\0", "&") for each in menu.actions()]


def choose(menu: QMenu, words: str) -> str:
    next(each for each, said in zip(menu.actions(), words_of(menu), strict=True) if said == words).trigger()
    return QGuiApplication.clipboard().text()


def test_the_menu_copies_what_is_selected_with_its_source_or_without(article: ArticleView) -> None:
    select(article, "Third.", "Third.")
    menu = article.menu.menu_at(article.textCursor().position())
    assert words_of(menu) == ["Copy", "Copy with its source"]
    assert choose(menu, "Copy") == "3. Third."
    assert choose(menu, "Copy with its source").startswith("3. Third.\n\n— “Cells & pain”, One & two, paragraph 1.5")


def test_the_menu_copies_a_whole_paragraph_where_nothing_is_selected(article: ArticleView) -> None:
    position = article.document().find("second").position()
    menu = article.menu.menu_at(position)
    assert words_of(menu) == ["Copy paragraph 1.1", "Copy paragraph 1.1 with its source"]
    assert choose(menu, "Copy paragraph 1.1") == "A first line\nand a second one.\n\nWeak: early studies"


def test_the_menu_explains_the_word_it_is_opened_on(qtbot: QtBot, theme: Theme, guide: Guide) -> None:
    article = shown(qtbot, theme, guide)
    menu = article.menu.menu_at(article.document().find("cytokines").position() - 2)
    with qtbot.waitSignal(article.links.entry_requested) as asked:
        choose(menu, "Explain “cytokines”")
    assert asked.args[0] == "cytokine"


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse])
def test_the_menu_key_and_the_right_button_open_our_menu(
    article: ArticleView, reason: QContextMenuEvent.Reason, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, where: menus.append(menu))  # no screen holds the keyboard
    point = article.viewport().rect().center()
    QApplication.sendEvent(article.viewport(), QContextMenuEvent(reason, point, article.mapToGlobal(point)))
    assert [words_of(menu)[0][:14] for menu in menus] == ["Copy paragraph"]


def test_a_paragraph_as_long_as_a_book_is_copied_and_lit_as_one(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    article = shown(qtbot, theme, compiled(tmp_path, article_md="# One\n\n" + "many words " * 2000 + "end.\n\nNext.\n"))
    assert article.contents.numbering is not None
    menu = article.menu.menu_at(article.document().find("many").position())
    assert choose(menu, "Copy paragraph 1.1") == "many words " * 2000 + "end."
    article.guiding.light(article.contents.numbering.find("1.1"))
    words, after = article.guiding.lit_ground.rect(article), article.document().find("Next.")
    assert words is not None
    assert words.bottom() <= article.cursorRect(after).top()
    assert words.height() > 5000


def test_the_line_that_opens_a_section_is_not_copied(qtbot: QtBot, theme: Theme, guide: Guide) -> None:
    article = shown(qtbot, theme, guide)
    article.contents.set_depths("gist", {})
    article.selectAll()
    assert "Show the full text" in article.document().toPlainText()
    assert "Show the full text" not in copied(article)
