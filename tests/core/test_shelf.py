"""The guides one can choose from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader.core.library import Library
from reader.core.shelf import Choice, choices, looked_up, remembered
from reader.session import Remembered, Session
from tests.guides.writing import folder

SLEEP = 'id = "sleep"\ntitle = "Sleep & pain"\nsubtitle = "What\'s known"'


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return a library of two guides and the help."""
    for name in (Library.default, "about-sleep", Library.help):
        folder(tmp_path / "content" / name)
    return Library(tmp_path / "content", tmp_path / "cache")


@pytest.fixture
def own(tmp_path: Path, library: Library) -> Path:
    """Return a guide of the reader's own, which was open once: 1,000 words."""
    place = folder(tmp_path / "own", guide_toml=SLEEP, article_md="# A\n\n" + "word " * 998)
    library.open(str(place)).close()
    return place


def named(library: Library, session: Session) -> list[str]:
    return [Path(each.name).name for each in choices(library, session)]


def seen(library: Library, session: Session) -> tuple[Choice, ...]:
    return looked_up(library, choices(library, session), session.guides)


def test_before_anything_was_read_the_installed_guides_are_there_with_names(library: Library) -> None:
    found = choices(library, Session())
    assert [each.title for each in found] == ["About sleep", "Fibromyalgia and the immune system"]
    assert all(each.is_installed and not each.was_open and not each.when for each in found)


def test_what_was_read_last_is_first_and_nothing_stands_twice(library: Library, own: Path) -> None:
    session = Session(recent=[str(own), str(library.folder(library.default))])
    assert named(library, session) == ["own", library.default, "about-sleep"]


def test_the_help_is_never_among_them(library: Library) -> None:
    session = Session(recent=[str(library.folder(library.help))])
    assert library.help not in named(library, session)


def test_a_guide_is_known_by_what_is_remembered_before_anybody_looks(library: Library, own: Path) -> None:
    session = Session(recent=[str(own)], guides={"sleep": Remembered(title="Sleep", path=str(own), share=0.5, when=9)})
    first = choices(library, session)[0]
    assert (first.title, first.share, first.when, first.minutes_left) == ("Sleep", 0.5, 9, 0)


def test_a_look_tells_title_subtitle_and_minutes_left(library: Library, own: Path) -> None:
    session = Session(recent=[str(own)], guides={"sleep": Remembered(share=0.4, when=9)})
    first = seen(library, session)[0]
    assert (first.title, first.subtitle, first.words) == ("Sleep & pain", "What's known", 999)
    assert (first.share, first.when, first.minutes_left) == (0.4, 9, 3)


def test_a_guide_that_has_gone_is_shown_as_lost_with_its_title(library: Library, own: Path) -> None:
    session = Session(recent=[str(own)], guides={"sleep": Remembered(title="Sleep", path=str(own))})
    shutil.rmtree(own)
    first = seen(library, session)[0]
    assert (first.title, first.is_lost, first.was_open) == ("Sleep", True, True)


def test_a_guide_that_changed_is_not_compiled_for_a_look(library: Library, own: Path, tmp_path: Path) -> None:
    folder(own, article_md="# Other\n")
    made = set((tmp_path / "cache").rglob("*"))
    first = seen(library, Session(recent=[str(own)]))[0]
    assert (first.title, first.is_lost, first.words) == ("own", False, 0)
    assert set((tmp_path / "cache").rglob("*")) == made


def test_names_and_numbers_of_any_kind_are_fit_to_be_shown(library: Library, tmp_path: Path) -> None:
    strange = tmp_path / "a\nb <b>&\udcff"
    session = Session(recent=[str(strange)], guides={"x": Remembered(title="t\n" * 5000, path="/x", share=7.0)})
    session.recent.append("/x")
    first, second = choices(library, session)[:2]
    assert first.title == "a�b <b>&�"
    assert len(second.title) <= 200
    assert second.share == 1.0
    assert all(each.is_lost for each in seen(library, session)[:2])


def test_what_an_earlier_look_told_is_there_at_once(library: Library, own: Path) -> None:
    session = Session(recent=[str(own), "/gone"])
    before = {each.name: each for each in seen(library, session)}
    session.guides["sleep"] = Remembered(path=str(own), share=0.7, when=5)
    first, second = remembered(choices(library, session), before)[:2]
    assert (first.title, first.words, first.share, first.when) == ("Sleep & pain", 999, 0.7, 5)
    assert second.is_lost
