"""Guides change, notes stay: edited, moved, renamed, copied, with an id of their own and without."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader import paths
from reader.app import App
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Store
from reader.core.section_text import SectionTexts
from reader.core.text import Place
from reader.ui.notebook.panel_list import NoteList
from tests.guides.writing import folder, ready
from tests.stories.hands import press

H = Qt.Key.Key_H
Open = Callable[[Path | str], App]
FIRST = "A fixed hour for getting up helps more than a fixed hour for going to bed."
SECOND = "A warm bath before bed loosens what the day has tied, when the water is not too hot."
ARTICLE = f"# Sleep {{#sleep}}\n\n{FIRST}\n\n{SECOND}\n"
TOML = 'id = "nights"\ntitle = "Nights"\n'


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return ready(folder(tmp_path / "guide", article_md=ARTICLE, guide_toml=TOML))


def on_disk() -> list[Note]:
    store = Store(paths.data() / "notebook.sqlite")
    try:
        return store.every()
    finally:
        store.close()


def mark(qtbot: QtBot, app: App, words: str) -> None:
    """Highlight some words of the section by key."""
    app.window.article.set_caret(app.window.article.document().find(words))
    app.window.article.setFocus()
    with qtbot.waitSignal(app.scribe.kept, timeout=10_000):
        press(H)
    qtbot.waitUntil(lambda: not app.acts.ledger.is_waiting)


def marked(app: App) -> list[str]:
    """Return the words that are marked in the section that is open."""
    guide = app.navigator.guide
    assert guide is not None
    text, found = SectionTexts(guide).of("sleep"), []
    for note in app.acts.book.of_section("sleep"):
        target = note.target
        start = text.at(Place("sleep", target.block, target.start))
        found.append(text.text[start : text.at(Place("sleep", target.last_block, target.end))])
    return found


def edit(place: Path, *paragraphs: str) -> None:
    """Let the author write other paragraphs."""
    (place / "article.md").write_text("\n\n".join(["# Sleep {#sleep}", *paragraphs]) + "\n")
    ready(place)


def read_again(qtbot: QtBot, app: App, place: Path) -> None:
    with qtbot.waitSignal(app.scribe.opened, timeout=10_000):
        app.navigator.open_guide(str(place))
    assert app.navigator.guide is not None
    qtbot.waitUntil(lambda: all(app.acts.book.how(note.id) for note in app.acts.book.notes), timeout=10_000)


def test_an_author_edits_and_the_notes_stay_or_wait_until_their_words_are_back(
    qtbot: QtBot, opened: Open, guide: Path
) -> None:
    app = opened(guide)
    mark(qtbot, app, "getting up helps more")
    mark(qtbot, app, "warm bath before bed loosens")
    edit(guide, "Something new.", FIRST, SECOND.replace("warm", "hot"))
    read_again(qtbot, app, guide)
    assert marked(app) == ["getting up helps more", "hot bath before bed loosens"]
    edit(guide, FIRST)
    read_again(qtbot, app, guide)
    assert marked(app) == ["getting up helps more"]
    assert [note.target.quote for note in app.acts.book.lost] == ["warm bath before bed loosens"]
    edit(guide, "Something new.", SECOND, FIRST)
    read_again(qtbot, app, guide)
    assert marked(app) == ["warm bath before bed loosens", "getting up helps more"]
    assert app.acts.book.lost == []


def test_the_list_says_that_the_words_of_a_note_have_changed(qtbot: QtBot, opened: Open, guide: Path) -> None:
    app = opened(guide)
    mark(qtbot, app, "warm bath before bed loosens")
    edit(guide, FIRST, SECOND.replace("warm", "hot"))
    read_again(qtbot, app, guide)
    app.window.actions_by_id["go_notes"].trigger()
    view = app.window.companion.notes.findChild(NoteList)
    assert isinstance(view, NoteList)
    qtbot.waitUntil(lambda: view.count() == 2)
    said = view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "on “warm bath before bed loosens”, words that have changed in the guide, in Sleep" in said


def test_where_notes_stand_is_kept_and_makes_none_of_them_newer(qtbot: QtBot, opened: Open, guide: Path) -> None:
    app = opened(guide)
    mark(qtbot, app, "getting up helps more")
    (before,) = on_disk()
    edit(guide, "Something new.", FIRST)
    read_again(qtbot, app, guide)
    qtbot.waitUntil(lambda: on_disk()[0].target.block == "sleep.3", timeout=10_000)
    (after,) = on_disk()
    assert (after.changed, after.made, after.target[:5]) == (before.changed, before.made, before.target[:5])
    assert app.acts.ledger.undoing.words[0] == "Highlight"  # to find it was no act


def test_a_guide_that_was_moved_and_renamed_has_its_notes(
    qtbot: QtBot, opened: Open, guide: Path, tmp_path: Path
) -> None:
    app = opened(guide)
    mark(qtbot, app, "getting up helps more")
    elsewhere = tmp_path / "another disk" / "its new name"
    elsewhere.parent.mkdir()
    guide.rename(elsewhere)
    read_again(qtbot, app, ready(elsewhere))
    assert marked(app) == ["getting up helps more"]


def test_two_folders_with_one_id_have_the_same_notes_each_where_its_words_are(
    qtbot: QtBot, opened: Open, guide: Path, tmp_path: Path
) -> None:
    app = opened(guide)
    mark(qtbot, app, "getting up helps more")
    copy = Path(shutil.copytree(guide, tmp_path / "copy"))
    edit(copy, "Something new.", FIRST)
    read_again(qtbot, app, copy)
    assert marked(app) == ["getting up helps more"]
    mark(qtbot, app, "Something new")
    read_again(qtbot, app, guide)
    assert marked(app) == ["getting up helps more"]
    assert [note.target.quote for note in app.acts.book.lost] == ["Something new"]
    read_again(qtbot, app, copy)
    assert marked(app) == ["Something new", "getting up helps more"]


def test_a_folder_without_an_id_takes_its_notes_along_when_it_is_moved(
    qtbot: QtBot, opened: Open, tmp_path: Path
) -> None:
    nameless = ready(folder(tmp_path / "nameless", article_md=ARTICLE))
    app = opened(nameless)
    mark(qtbot, app, "getting up helps more")
    elsewhere = tmp_path / "elsewhere"
    nameless.rename(elsewhere)
    with qtbot.waitSignal(app.scribe.kept, timeout=10_000):
        app.navigator.open_guide(str(ready(elsewhere)))
    qtbot.waitUntil(lambda: marked(app) == ["getting up helps more"], timeout=10_000)
    assert "came along" in app.window.notice.said()
    assert app.navigator.guide is not None
    assert [note.guide for note in on_disk()] == [app.navigator.guide.about.id]


def test_a_copy_of_a_folder_without_an_id_takes_no_notes_away(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    nameless = ready(folder(tmp_path / "nameless", article_md=ARTICLE))
    app = opened(nameless)
    mark(qtbot, app, "getting up helps more")
    copy = Path(shutil.copytree(nameless, tmp_path / "copy"))
    read_again(qtbot, app, ready(copy))
    assert marked(app) == []
    read_again(qtbot, app, nameless)
    assert marked(app) == ["getting up helps more"]
