"""The commands know the glossaries that the user added in the settings."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from reader import paths
from reader.__main__ import main
from reader.settings import Settings
from tests.guides.writing import folder


@pytest.fixture
def guide(tmp_path: Path) -> str:
    """Return a guide whose words are explained by an added glossary only."""
    more = folder(tmp_path / "more", glossary_md="chill\n: Feeling cold.")
    settings(str(more))
    return str(folder(tmp_path / "guide", article_md="# Cold {#cold}\n\nA chill."))


def settings(*glossaries: str) -> Path:
    file = paths.config() / "settings.json"
    Settings(glossaries=list(glossaries)).save(file)
    return file


def test_define_explains_an_added_word(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["define", "chills", "--guide", guide]) == 0
    assert capsys.readouterr().out.startswith("chill\nFeeling cold.\n")


def test_search_finds_an_added_word_and_says_whose_it_is(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "feeling", guide]) == 0
    assert "Glossary “more”: chill [chill]" in capsys.readouterr().out


def test_a_printed_page_names_the_glossary(guide: str, tmp_path: Path) -> None:
    assert main(["print", guide, "-o", str(tmp_path / "out.pdf")]) == 0
    command = ["pdftotext", "-layout", str(tmp_path / "out.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "chill Feeling cold. From the glossary “more”." in " ".join(text.split())


def test_a_glossary_that_has_gone_is_said_where_its_words_are_missed(
    guide: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "more").rename(tmp_path / "elsewhere")
    for command in (["define", "chill", "--guide", guide], ["outline", guide]):
        main(command)
        assert f"{tmp_path}/more: The added glossary is not there now" in capsys.readouterr().err


def test_check_sees_only_what_the_author_wrote(guide: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(str(tmp_path / "gone"))
    main(["check", guide, "--format", "json"])
    report = capsys.readouterr()
    assert "gone" not in report.out + report.err
    assert json.loads(report.out)["counts"]["entries"] == 0


@pytest.mark.parametrize("text", ["", "[", "[" * 100_000, "7", "{}", '{"glossaries": 7}', '{"glossaries": ["more"]}'])
def test_settings_that_are_no_settings_add_nothing_and_stay_as_they_are(
    guide: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = settings()
    file.write_text(text)
    assert main(["define", "chill", "--guide", guide]) == 1
    assert capsys.readouterr().err == "This guide has no glossary, so “chill” cannot be looked up.\n"
    assert [each.read_text() for each in file.parent.iterdir()] == [text]


def test_who_mistyped_a_word_is_not_told_what_only_the_author_can_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = "pain\n: What hurts.\n\nlonely\n\npain\n: Again.\n"
    settings(str(folder(tmp_path / "more", glossary_md=f"{wrong}\n" + "\n\n".join(f"none{n}" for n in range(30)))))
    guide = folder(tmp_path / "guide", glossary_md=wrong)
    assert main(["define", "pian", "--guide", str(guide)]) == 1
    assert capsys.readouterr().err == "No entry for “pian”. Nearest: pain.\n"
    folder(guide, glossary_md=b"\xff")
    main(["define", "pian", "--guide", str(guide)])
    assert "glossary.md: This file is not UTF-8 text" in capsys.readouterr().err


def test_a_long_word_is_cut_where_it_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["define", "x" * 5000, "--guide", str(folder(tmp_path / "guide"))])
    assert capsys.readouterr().err == f"This guide has no glossary, so “{'x' * 59}…” cannot be looked up.\n"
