"""Reading a stranger's files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.core import source
from reader.core.source import Source, UnreadableError
from reader.errors import ReaderError


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """Return a folder with an article."""
    folder = tmp_path / "guide"
    folder.mkdir()
    (folder / "article.md").write_text("# A")
    return folder


def test_a_folder_is_a_guide_and_so_is_its_article(guide: Path) -> None:
    assert source.find(guide) == source.find(guide / "article.md") == Source(guide, "article.md")


def test_any_other_file_is_a_guide_of_its_own(guide: Path) -> None:
    (guide / "notes.md").write_text("# Notes")
    found = source.find(guide / "notes.md")
    assert found.is_single_file
    assert found.names == ("notes.md",)
    assert found.path == guide / "notes.md"


@pytest.mark.parametrize("name", ["notes 12:30.md", "a\\b.md"])
def test_a_single_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("# Notes")
    assert source.find(tmp_path / name).text(name) == "# Notes"


def test_the_path_that_was_named_may_be_a_link(guide: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(guide)
    assert source.find(tmp_path / "link").text("article.md") == "# A"


def test_a_missing_place_and_a_folder_without_article_are_said(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"There is no file or folder .*/nothing\."):
        source.find(tmp_path / "nothing")
    with pytest.raises(ReaderError, match=r"holds no article\.md"):
        source.find(tmp_path)


def test_a_file_that_is_not_there_is_nothing(guide: Path) -> None:
    assert source.find(guide).read("glossary.md") is None
    assert source.find(guide).read("article.md/below") is None


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "a/../../x", "", "a\0b", "C:\\x", "..\\x"])
def test_a_name_that_leaves_the_folder_is_refused(guide: Path, name: str) -> None:
    with pytest.raises(UnreadableError, match="outside the guide's folder"):
        source.find(guide).read(name)


def test_a_link_that_leaves_the_folder_is_refused_and_one_inside_is_read(guide: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (guide / "out.md").symlink_to(tmp_path / "secret")
    (guide / "in.md").symlink_to("article.md")
    with pytest.raises(UnreadableError, match="leads out"):
        source.find(guide).read("out.md")
    assert source.find(guide).text("in.md") == "# A"


def test_a_fifo_or_a_folder_named_article_is_refused_at_once(tmp_path: Path) -> None:
    for name, make in (("one", os.mkfifo), ("two", os.mkdir)):
        (tmp_path / name).mkdir()
        make(tmp_path / name / "article.md")
        with pytest.raises(UnreadableError, match=r"article\.md is not an ordinary file\."):
            source.find(tmp_path / name).read("article.md")


def test_a_link_that_leads_to_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(ReaderError, match="cannot be read"):
        source.find(tmp_path / "loop")


def test_a_file_over_its_limit_is_refused_and_the_limit_is_said(guide: Path) -> None:
    with pytest.raises(UnreadableError, match="larger than 0 MB"):
        source.find(guide).read("article.md", limit=2)


def test_names_in_sentences_hold_no_line_breaks_and_are_not_endless() -> None:
    assert source.printable("a\nb\x1b[1m") == "a�b�[1m"
    assert len(source.printable("x" * 5000)) < 200


def test_a_file_that_is_read_twice_is_one_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Two words.\n")
    guide = source.find(tmp_path / "a.md")
    assert guide.text("a.md") is guide.text("a.md"), "or every look-up by it would compare it whole"
