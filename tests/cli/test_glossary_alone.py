"""A folder that holds a glossary and no article: what its author and its readers can do with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.__main__ import main

GLOSSARY = """\
flare
: A time when pain gets worse.
: also: flare-up
: say: flair

rest
: A time without work.
: say: rest
: see: flare
"""


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Return the folder."""
    place = tmp_path / "words"
    place.mkdir()
    (place / "glossary.md").write_text(GLOSSARY)
    (place / "guide.toml").write_text('title = "Words of our ward"\n')
    return place


@pytest.mark.parametrize("name", ["", "glossary.md"])
def test_a_word_of_it_is_explained(words: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["define", "flares", "--guide", str(words / name)]) == 0
    assert capsys.readouterr() == ("flare\nA time when pain gets worse.\nSay: flair\nAlso called: flare-up\n", "")


def test_a_word_that_it_lacks_is_not_explained(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["define", "flrae", "--guide", str(words)]) == 1
    assert capsys.readouterr().err == "No entry for “flrae”. Nearest: flare.\n"


def test_a_change_counts_at_once_and_so_does_an_article_that_comes(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["define", "rest", "--guide", str(words)])
    (words / "glossary.md").write_text(GLOSSARY.replace("A time without work.", "A pause."))
    main(["define", "rest", "--guide", str(words)])
    assert "\nA pause.\n" in capsys.readouterr().out
    (words / "article.md").write_text("# Pausing {#pausing}\n\nTake a rest.\n")
    main(["define", "rest", "--guide", str(words)])
    assert "Appears in: Pausing (1)" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["", "glossary.md"])
def test_it_is_checked_without_what_only_a_text_can_have(
    words: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(words / name), "--strict"]) == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        "Words of our ward", "  Errors            0", "  Warnings          0", "  Claims marked     0 of 0",
    ]  # fmt: skip
    with (words / "glossary.md").open("a") as file:
        file.write(": see: nothing\n")
    assert main(["check", str(words / name)]) == 1
    assert "glossary.md:10: error" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["", "glossary.md"])
def test_it_becomes_a_table(words: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["glossary", "export", str(words / name), "-o", "-"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "flare,flare-up,A time when pain gets worse.,,flair,,,,,,"


@pytest.mark.parametrize("command", [["outline"], ["search", "flare"], ["print", "-o", "out.pdf"]])
@pytest.mark.parametrize("name", ["", "glossary.md"])
def test_what_needs_a_text_says_what_it_is_and_where_it_belongs(
    words: Path, name: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, str(words / name)]) == 1
    assert capsys.readouterr() == (
        "",
        f"{words / name} is a glossary: it explains words, but holds no text to read. To have its words explained in "
        "every guide, add its folder in the settings, under Words explained.\n",
    )


def test_an_article_that_cannot_be_read_does_not_make_a_guide_a_glossary(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (words / "article.md").write_bytes(b"caf\xe9")
    assert main(["define", "rest", "--guide", str(words)]) == 1
    assert capsys.readouterr().err.startswith("article.md is not UTF-8 text")
