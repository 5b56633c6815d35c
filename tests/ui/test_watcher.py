"""Files of the open guide that change on disk, as editors change them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.guide import Guide
from reader.core.library import Library
from reader.ui.guides import watcher as watching
from reader.ui.guides.watcher import Watcher
from tests.children import stay_here
from tests.guides.writing import PNG, folder

WAIT = 5000  # ms at most; what is waited for takes a tenth of it


class Heard:
    """What a watcher has told."""

    def __init__(self, watcher: Watcher) -> None:
        self.changes = 0
        self.sentences: list[str] = []
        watcher.changed.connect(self._count)
        watcher.gone.connect(self.sentences.append)

    def _count(self) -> None:
        self.changes += 1


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the folder of a guide with a picture."""
    return folder(tmp_path / "guides" / "sleep", article_md="# Sleep\n\n![x](a.png)\n", a_png=PNG)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    stay_here(monkeypatch)
    return Library(tmp_path / "content", tmp_path / "cache")


@pytest.fixture
def guide(library: Library, place: Path) -> Iterator[Guide]:
    opened = library.open(str(place))
    yield opened
    opened.close()


@pytest.fixture
def watcher(qtbot: QtBot, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> Watcher:
    """Return a watcher that has looked at the guide once."""
    monkeypatch.setattr(watching, "FIRST_MS", 0)
    monkeypatch.setattr(watching, "REST_MS", 60)
    made = Watcher(library)
    made.show_guide(guide)
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, watcher: Watcher) -> None:
    """Wait until the watcher has looked, and looks no more."""
    qtbot.waitUntil(lambda: watcher.is_at_rest, timeout=WAIT)


def replace(file: Path, text: str) -> None:
    """Save a file as careful editors do: a new one takes the place of the old."""
    draft = file.with_name(".draft")
    draft.write_text(text)
    draft.replace(file)


def test_an_article_that_is_replaced_is_told_once(qtbot: QtBot, watcher: Watcher, place: Path) -> None:
    heard = Heard(watcher)
    with qtbot.waitSignal(watcher.changed, timeout=WAIT):
        replace(place / "article.md", "# Sleep\n\nOther words.\n")
    replace(place / "article.md", "# Sleep\n\nOther words again.\n")
    qtbot.wait(200)
    settle(qtbot, watcher)
    assert heard.changes == 1


def test_a_file_that_is_written_again_and_again_is_seen_each_time(
    qtbot: QtBot, watcher: Watcher, library: Library, place: Path
) -> None:
    heard = Heard(watcher)
    for number in range(3):
        with qtbot.waitSignal(watcher.changed, timeout=WAIT):
            (place / "article.md").write_text(f"# Sleep\n\nVersion {number}.\n")
        watcher.show_guide(library.open(str(place)))
        settle(qtbot, watcher)
    assert (heard.changes, heard.sentences) == (3, [])


def test_a_glossary_that_comes_and_a_picture_that_changes_are_seen(
    qtbot: QtBot, watcher: Watcher, library: Library, place: Path
) -> None:
    heard = Heard(watcher)
    with qtbot.waitSignal(watcher.changed, timeout=WAIT):
        replace(place / "glossary.md", "nap\n: A short sleep.\n")
    watcher.show_guide(library.open(str(place)))
    settle(qtbot, watcher)
    with qtbot.waitSignal(watcher.changed, timeout=WAIT):
        (place / "a.png").write_bytes(PNG + b"more")
    assert (heard.changes, heard.sentences) == (2, [])


def test_files_that_only_look_changed_are_not_told(qtbot: QtBot, watcher: Watcher, place: Path) -> None:
    heard = Heard(watcher)
    (place / "article.md").touch()
    (place / "notes-of-my-own.txt").write_text("nothing of the guide")
    qtbot.wait(200)
    settle(qtbot, watcher)
    assert (heard.changes, heard.sentences) == (0, [])


def test_a_folder_that_goes_is_told_once_and_may_come_back(
    qtbot: QtBot, watcher: Watcher, place: Path, tmp_path: Path
) -> None:
    heard = Heard(watcher)
    with qtbot.waitSignal(watcher.gone, timeout=WAIT):
        place.rename(tmp_path / "elsewhere")
    (place.parent / "another.txt").write_text("something goes on beside it")
    qtbot.wait(200)
    settle(qtbot, watcher)
    assert heard.sentences == [
        "The folder of this guide has gone. You can read on; it cannot be opened again.",
    ]
    (tmp_path / "elsewhere").rename(place)
    qtbot.wait(200)
    settle(qtbot, watcher)
    with qtbot.waitSignal(watcher.changed, timeout=WAIT):  # it is watched as before
        (place / "article.md").write_text("# Sleep\n\nNew.\n")
    assert (heard.changes, len(heard.sentences)) == (1, 1)


def test_a_whole_tree_that_is_deleted_is_told(qtbot: QtBot, watcher: Watcher, place: Path) -> None:
    with qtbot.waitSignal(watcher.gone, timeout=WAIT) as told:
        shutil.rmtree(place.parent)
    assert told.args == ["The folder of this guide has gone. You can read on; it cannot be opened again."]


def test_an_article_that_is_away_for_a_moment_is_not_missed(
    qtbot: QtBot, watcher: Watcher, place: Path, tmp_path: Path
) -> None:
    heard = Heard(watcher)
    article = place / "article.md"
    article.rename(tmp_path / "aside.md")
    qtbot.wait(20)
    (tmp_path / "aside.md").rename(article)
    qtbot.wait(200)
    settle(qtbot, watcher)
    assert (heard.changes, heard.sentences) == (0, [])


def test_a_single_file_is_a_guide_that_can_go(qtbot: QtBot, watcher: Watcher, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("# Notes\n")
    watcher.show_guide(library.open(str(file)))
    settle(qtbot, watcher)
    with qtbot.waitSignal(watcher.gone, timeout=WAIT) as told:
        file.unlink()
    assert told.args == ["The text of this guide has gone. You can read on; it cannot be opened again."]
