"""What one does in the panels beside the article is there again: after the help, F5 and a restart."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.library import Library
from reader.core.notebook.store import Store
from reader.ui.glossary.word_list import WordList
from reader.ui.glossary.word_model import ROW
from tests.guides.writing import folder, ready

SMALL = Path(__file__).parents[1] / "guides" / "small"
Open = Callable[[Path | str], App]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a copy of the small guide."""
    return ready(shutil.copytree(SMALL, tmp_path / "own"))


def keep(qtbot: QtBot, app: App, entry: str) -> None:
    """Open a word, add it to my words, and wait until it is there."""
    app.explaining.open_entry(entry, QRect(app.window.mapToGlobal(app.window.rect().center()), app.window.size() / 100))
    button = next(each for each in app.window.popup.findChildren(QPushButton) if each.text() == "Add to my words")
    press(button)
    qtbot.waitUntil(lambda: button.text() == "Remove from my words")
    app.keyboard.go_words()


def press(button: QPushButton) -> None:
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Return)


def kept(app: App) -> list[str]:
    """Return the words in the list of my words, from the top."""
    app.keyboard.go_words()
    press(next(each for each in buttons(app) if each.text().startswith("My words")))
    rows = words(app).model()
    return [rows.index(number, 0).data(ROW).term for number in range(rows.rowCount())]


def words(app: App) -> WordList:
    (found,) = app.window.companion.words.findChildren(WordList)
    return found


def buttons(app: App) -> list[QPushButton]:
    return [each for each in app.window.companion.words.findChildren(QPushButton) if each.isVisible()]


def on_disk(guide: str) -> list[str]:
    """Return the entries that are kept in a guide, as another program would find them in the file."""
    store = Store(paths.data() / "notebook.sqlite")
    try:
        return [note.target.name for note in store.of_guide(guide) if note.kind == "word"]
    finally:
        store.close()


def undo_buttons(app: App) -> list[str]:
    """Return what the buttons that undo are called."""
    return [each.accessibleName() for each in buttons(app) if each.text() == "Undo"]


def remembered(identifier: str) -> dict[str, object]:
    found = json.loads((paths.state() / "session.json").read_text())
    return dict(found["guides"][identifier])


def to_the_help_and_back(qtbot: QtBot, app: App) -> None:
    for key, modifier in (
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
            QTest.keyClick(app.window.article, key, modifier)


def again(qtbot: QtBot, app: App) -> None:
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        QTest.keyClick(app.window.article, Qt.Key.Key_F5)


def fold(app: App, words: str) -> None:
    QTest.mouseClick(
        next(each for each in app.window.outline.findChildren(QPushButton) if each.text() == words),
        Qt.MouseButton.LeftButton,
    )


def is_open(app: App, section: str) -> bool:
    tree = app.window.outline.tree
    return tree.isExpanded(tree.headings.indexes[tree.headings.position(section)])


def test_kept_words_are_there_after_the_help_and_after_a_restart(qtbot: QtBot, opened: Open, own: Path) -> None:
    app = opened(own)
    keep(qtbot, app, "cytokine")
    keep(qtbot, app, "receptor")
    to_the_help_and_back(qtbot, app)
    qtbot.waitUntil(lambda: kept(app) == ["receptor", "cytokine"])
    assert sorted(on_disk("small")) == ["cytokine", "receptor"]
    app.window.close()
    app = opened("")
    qtbot.waitUntil(lambda: kept(app) == ["receptor", "cytokine"])


def test_a_word_that_the_guide_lost_is_kept_until_it_has_it_again(qtbot: QtBot, opened: Open, own: Path) -> None:
    glossary = own / "glossary.md"
    whole = glossary.read_text()
    app = opened(own)
    keep(qtbot, app, "cytokine")
    keep(qtbot, app, "receptor")
    glossary.write_text("\n\n".join(part for part in whole.split("\n\n") if not part.startswith("cytokine")))
    again(qtbot, app)
    qtbot.waitUntil(lambda: kept(app) == ["receptor"])
    assert sorted(on_disk("small")) == ["cytokine", "receptor"]
    glossary.write_text(whole)
    again(qtbot, app)
    qtbot.waitUntil(lambda: kept(app) == ["receptor", "cytokine"])


def test_a_removed_word_can_be_put_back_where_it_was_until_the_next_step(qtbot: QtBot, opened: Open) -> None:
    app = opened(SMALL)
    for entry in ("cytokine", "receptor"):
        keep(qtbot, app, entry)
    assert kept(app) == ["receptor", "cytokine"]
    words(app).setFocus()
    QTest.keyClick(words(app), Qt.Key.Key_Down)
    QTest.keyClick(words(app), Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is words(app)
    qtbot.waitUntil(lambda: undo_buttons(app) == ["Put cytokine back"])
    assert on_disk("small") == ["receptor"]
    press(next(each for each in buttons(app) if each.text() == "Undo"))
    qtbot.waitUntil(lambda: undo_buttons(app) == [])
    assert QApplication.focusWidget() is words(app)
    assert words(app).currentIndex().data(ROW).term == "cytokine"
    assert kept(app) == ["receptor", "cytokine"]

    def offers(words: str) -> bool:
        return undo_buttons(app) == [words]

    for removed in ("Put receptor back", "Put cytokine back"):
        press(next(each for each in buttons(app) if each.text() == "Remove"))
        qtbot.waitUntil(partial(offers, removed))
    app.window.close()
    assert on_disk("small") == []
    app = opened("")
    assert kept(app) == []
    qtbot.waitUntil(
        lambda: any(
            "Words that you keep stay here" in each.text()
            for each in app.window.companion.words.findChildren(QLabel)
            if each.isVisible()
        )
    )


def test_many_kept_words_are_all_there(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    entries = [f"word{number}" for number in range(60)]
    glossary = "\n\n".join(f"{entry}\n: Explained as {entry}." for entry in entries)
    guide = ready(folder(tmp_path / "many", article_md="# A\n\nWord0 here.\n", glossary_md=f"{glossary}\n"))
    app = opened(guide)
    for entry in reversed(entries):
        app.kept_words.keep(entry.replace("word", "word-"), True)
    qtbot.waitUntil(lambda: kept(app) == entries, timeout=10_000)
    assert len(app.acts.book) == len(entries)


def test_a_pinned_word_and_the_chosen_list_are_there_after_a_restart(opened: Open, own: Path) -> None:
    app = opened(own)
    app.keyboard.go_words()
    press(next(each for each in buttons(app) if each.text() == "In this section"))
    app.explaining.open_entry("cytokine", QRect(app.window.mapToGlobal(app.window.rect().center()), QSize(9, 9)))
    press(next(each for each in app.window.popup.findChildren(QPushButton) if each.text() == "Pin"))
    app.window.close()
    app = opened("")
    app.window.resize(1280, 900)
    page = app.window.companion.words.page
    assert page.isVisible()
    assert "A small protein" in page.as_sentence()
    press(next(each for each in buttons(app) if each.text() == "‹ In this section"))
    assert words(app).currentIndex().data(ROW).term == "cytokine"
    app.window.close()
    app = opened("")
    app.window.resize(1280, 900)
    assert words(app).isVisible()


@pytest.mark.parametrize("is_renamed", [False, True], ids=["the help and back", "its section renamed"])
def test_all_of_it_is_there_where_the_words_of_the_section_are_listed(
    qtbot: QtBot, opened: Open, own: Path, is_renamed: bool
) -> None:
    app = opened(own)
    app.window.resize(1280, 900)
    keep(qtbot, app, "receptor")
    fold(app, "Collapse all")
    press(next(each for each in buttons(app) if each.text() == "In this section"))
    app.explaining.open_entry("cytokine", QRect(app.window.mapToGlobal(app.window.rect().center()), QSize(9, 9)))
    press(next(each for each in app.window.popup.findChildren(QPushButton) if each.text() == "Pin"))
    app.keyboard.go_article()
    if is_renamed:
        article = own / "article.md"
        first = next(line for line in article.read_text().splitlines() if line.startswith("# "))
        article.write_text(article.read_text().replace(first, "# Another name"))
        again(qtbot, app)
    else:
        to_the_help_and_back(qtbot, app)
    assert not is_open(app, "middle")
    assert app.window.companion.words.isVisible()
    assert "A small protein" in app.window.companion.words.page.as_sentence()
    assert app.window.companion.words.page.isVisible()
    centre = QRect(app.window.mapToGlobal(app.window.rect().center()), QSize(9, 9))
    app.explaining.open_entry("receptor", centre)
    texts = (each.text for each in app.window.popup.findChildren(QPushButton))
    keeping = [text for text in texts if "my words" in text()]
    qtbot.waitUntil(lambda: [text() for text in keeping] == ["Remove from my words"])
    app.window.popup.close_popup()
    press(next(each for each in buttons(app) if each.text() == "‹ In this section"))
    assert words(app).count() > 0
    assert kept(app) == ["receptor"]


def test_the_open_tab_and_the_closed_sections_are_as_they_were(qtbot: QtBot, opened: Open, own: Path) -> None:
    app = opened(own)
    companion = app.window.companion
    companion.setCurrentWidget(companion.references)
    fold(app, "Collapse all")
    to_the_help_and_back(qtbot, app)
    assert companion.currentWidget() is companion.references
    assert not is_open(app, "middle")
    (own / "article.md").write_text((own / "article.md").read_text() + "\n\nThe newest words.\n")
    again(qtbot, app)
    assert companion.currentWidget() is companion.references
    assert not is_open(app, "middle")
    app.window.close()
    app = opened("")
    assert app.window.companion.currentWidget() is app.window.companion.references
    assert not is_open(app, "middle")
    fold(app, "Expand all")
    app.window.close()
    assert is_open(opened(""), "middle")


def test_a_word_kept_in_the_help_is_kept_and_the_help_is_still_nobodys_reading(qtbot: QtBot, opened: Open) -> None:
    app = opened(SMALL)
    with qtbot.waitSignal(app.navigator.guide_opened, timeout=30_000):
        QTest.keyClick(app.window.article, Qt.Key.Key_F1)
    assert app.navigator.guide is not None
    keep(qtbot, app, app.navigator.guide.terms[0][0])
    app.window.close()
    assert len(on_disk(Library.help)) == 1
    assert remembered(Library.help)["anchor"] == []
