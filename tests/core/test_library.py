"""From a folder or a file to a guide that is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.core import compilation
from reader.core.child import Child
from reader.core.compilation import Compilation
from reader.core.guide import Guide
from reader.core.library import KEPT, Library
from reader.errors import ReaderError
from tests.children import stay_here
from tests.guides.writing import PNG, folder


@pytest.fixture(autouse=True)
def _without_children(monkeypatch: pytest.MonkeyPatch) -> None:
    stay_here(monkeypatch)


@pytest.fixture
def _children(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile in children, for the tests that are about them."""
    monkeypatch.setattr(compilation, "Child", Child)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a folder of two installed guides."""
    folder(tmp_path / "content" / "sleep-and-pain", guide_toml='id = "sleep-and-pain"\ntitle = "Sleep and pain"')
    folder(tmp_path / "content" / Library.default)
    return tmp_path / "content"


@pytest.fixture
def library(tmp_path: Path, content: Path) -> Library:
    """Return a library with an empty cache."""
    return Library(content, tmp_path / "cache")


def made(tmp_path: Path) -> list[str]:
    """Return the names of what is in the cache."""
    return sorted(file.name for file in (tmp_path / "cache" / "guides").iterdir())


def test_a_guide_is_found_by_id_by_folder_and_by_file(library: Library, content: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes")
    assert library.find("sleep-and-pain").path == content / "sleep-and-pain"
    assert library.find(str(content / "sleep-and-pain")).path == content / "sleep-and-pain"
    assert library.find(str(tmp_path / "notes.md")).path == tmp_path / "notes.md"
    assert library.find().path == content / Library.default


def test_a_folder_here_named_like_the_bundled_guide_does_not_take_its_place(
    library: Library, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path / "here" / Library.default)
    monkeypatch.chdir(tmp_path / "here")
    assert library.find().path == library.find(Library.default).path == content / Library.default
    assert library.find(f"./{Library.default}").path == tmp_path / "here" / Library.default


def test_the_help_is_installed_but_nothing_one_chooses(library: Library, content: Path) -> None:
    folder(content / Library.help)
    assert library.find(Library.help).path == content / Library.help
    assert library.identifiers() == [Library.default, "sleep-and-pain"]
    with pytest.raises(ReaderError) as caught:
        library.find(Library.help.removesuffix("p"))
    assert Library.help not in str(caught.value)


def test_an_open_guide_is_current_until_a_file_of_it_changes(library: Library, content: Path) -> None:
    place = folder(content / "sleep-and-pain", article_md="# A\n\n![x](a.png)", a_png=PNG)
    origin = library.find("sleep-and-pain")
    guide = library.open("sleep-and-pain")
    assert library.is_current(origin, guide.file, guide.files)
    (place / "a.png").write_bytes(PNG + b"more")
    assert not library.is_current(origin, guide.file, guide.files)
    (place / "a.png").write_bytes(PNG)
    folder(place, glossary_md="a\n: A.")
    assert not library.is_current(origin, guide.file, guide.files)
    assert guide.file.exists()


@pytest.mark.parametrize("name", ["sleep-and-pian", "Sleep-And-Pain", "sleeep"])
def test_an_unknown_id_names_the_nearest(library: Library, name: str) -> None:
    with pytest.raises(ReaderError, match=rf"installed guide {name}\. Installed: sleep-and-pain\."):
        library.find(name)


def test_an_unknown_id_that_is_like_none_names_what_is_installed(library: Library) -> None:
    with pytest.raises(ReaderError, match=rf"Installed: {Library.default}, sleep-and-pain\."):
        library.find("arthritis")


@pytest.mark.parametrize("name", ["/no/such/place", "missing.md", "a\0b/c", "x" * 5000 + "/"])
def test_a_place_that_is_not_there_is_one_sentence(library: Library, name: str) -> None:
    with pytest.raises(ReaderError, match="There is no file or folder") as caught:
        library.find(name)
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("_children")
def test_a_guide_is_compiled_once_and_again_when_a_file_changes(
    library: Library, content: Path, tmp_path: Path
) -> None:
    origin = library.find("sleep-and-pain")
    assert library.ready(origin) is None
    guide = library.open("sleep-and-pain")
    assert (guide.about.title, guide.source) == ("Sleep and pain", origin.path)
    assert library.ready(origin) == guide.file
    folder(content / "sleep-and-pain", glossary_md="a\n: A.")
    assert library.ready(origin) is None
    assert library.open("sleep-and-pain").terms == (("a", "a"),)
    assert len(made(tmp_path)) == 2


def test_a_guide_that_changes_while_it_is_compiled_is_compiled_as_it_is_then(library: Library, content: Path) -> None:
    origin = library.find("sleep-and-pain")
    compilation = library.compile(origin)
    folder(content / "sleep-and-pain", article_md="# B\n")
    assert Guide(compilation.wait()).outline[0].title == "B"
    folder(content / "sleep-and-pain", article_md="# A\n\ntext\n")
    assert library.open("sleep-and-pain").outline[0].title == "A"


def test_a_picture_that_changes_or_comes_makes_the_guide_new(library: Library, content: Path) -> None:
    place = folder(content / "sleep-and-pain", article_md="![x](a.png) ![y](b.png)", a_png=PNG)
    origin = library.find("sleep-and-pain")
    library.open("sleep-and-pain")
    assert library.ready(origin) is not None
    (place / "b.png").write_bytes(PNG)
    assert library.ready(origin) is None
    assert library.open("sleep-and-pain").image("b.png") == PNG
    (place / "a.png").write_bytes(PNG + b"more")
    assert library.ready(origin) is None


def test_a_damaged_compiled_guide_is_made_again(library: Library) -> None:
    file = library.open("sleep-and-pain").file
    for damage in (b"", b"not SQLite", file.read_bytes()[:5000]):
        file.write_bytes(damage)
        assert library.open("sleep-and-pain").outline[0].title == "A"


def test_a_cache_that_cannot_be_written_blocks_nothing(content: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    library = Library(content, tmp_path / "cache")
    guide = library.open("sleep-and-pain")
    assert guide.outline[0].title == "A"
    assert library.ready(library.find("sleep-and-pain")) == guide.file


def test_what_was_read_is_nobody_elses_to_see(library: Library, tmp_path: Path) -> None:
    library.open("sleep-and-pain")
    assert (tmp_path / "cache" / "guides").stat().st_mode & 0o077 == 0


def test_a_draft_that_goes_while_room_is_made_is_no_trouble(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache" / "guides"
    cache.mkdir(parents=True)
    (cache / "gone.draft").symlink_to("nothing")
    monkeypatch.setattr(Path, "is_file", lambda _: True)  # it was there a moment ago: another process is done with it
    assert library.open("sleep-and-pain").file.parent == cache


def test_the_cache_keeps_the_guides_opened_last(library: Library, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "guides"
    cache.mkdir(parents=True)
    for number in range(KEPT + 5):
        (cache / f"{number:02}.guide").write_bytes(b"")
        os.utime(cache / f"{number:02}.guide", (number, number))
    (cache / "left.draft").write_bytes(b"")
    os.utime(cache / "left.draft", (1, 1))
    library.open("sleep-and-pain")
    assert len(made(tmp_path)) == KEPT
    assert "05.guide" not in made(tmp_path)
    assert "06.guide" in made(tmp_path)
    assert "left.draft" not in made(tmp_path)


def test_a_text_that_cannot_be_read_is_the_compilers_sentence(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("")
    with pytest.raises(ReaderError, match=r"^empty\.md is empty, so there is nothing to read\.$"):
        library.open(str(tmp_path / "empty.md"))


def test_a_fifo_named_article_is_refused_and_waits_for_nobody(library: Library, tmp_path: Path) -> None:
    (tmp_path / "pipe").mkdir()
    os.mkfifo(tmp_path / "pipe" / "article.md")
    with pytest.raises(ReaderError, match=r"article\.md is not an ordinary file\."):
        library.open(str(tmp_path / "pipe"))


PLAIN = "article.md: Its formatting could not be read, so it is shown as plain text."


@pytest.mark.usefixtures("_children")
@pytest.mark.slow  # text that is too hard for Markdown: the next test has a quicker one
def test_300_nested_lists_are_shown_as_plain_text(library: Library, content: Path) -> None:
    folder(content / "sleep-and-pain", article_md="\n".join("    " * depth + "- item" for depth in range(300)))
    guide = library.open("sleep-and-pain")
    assert [str(problem) for problem in guide.problems] == [PLAIN]
    assert len(guide.blocks(guide.outline[0].id)) == 301


@pytest.mark.usefixtures("_children")
@pytest.mark.slow
def test_brackets_that_stall_the_parser_are_shown_as_plain_text(
    library: Library, content: Path, tmp_path: Path
) -> None:
    folder(content / "sleep-and-pain", article_md="# A {#a}\n\nbefore\n\n" + "[" * 50_000)
    compilation = Compilation(library.find("sleep-and-pain"), tmp_path, seconds=1.0)
    guide = Guide(compilation.wait())
    assert [str(problem) for problem in guide.problems] == [PLAIN]
    assert [block.text for block in guide.blocks("a")][:2] == ["A", "before"]


@pytest.mark.usefixtures("_children")
def test_a_compilation_can_be_stopped(library: Library, content: Path, tmp_path: Path) -> None:
    folder(content / "sleep-and-pain", article_md="[" * 50_000)
    compilation = library.compile(library.find("sleep-and-pain"))
    assert compilation.poll() is None
    compilation.stop()
    with pytest.raises(ReaderError, match="was stopped"):
        compilation.poll()
    assert [name for name in made(tmp_path) if name.endswith(".guide")] == []
