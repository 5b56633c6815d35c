"""The command `print`."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reader.__main__ import main

ARTICLE = "# Pain\n\nIt is real.\n\n# Sleep {#sleep}\n\nIt may not refresh.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "notes.md"
    file.write_text(ARTICLE, "utf-8")
    return str(file)


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, text=True).stdout


def test_without_a_section_the_whole_guide_is_printed(article: str, tmp_path: Path) -> None:
    assert main(["print", article, "-o", str(tmp_path / "out.pdf")]) == 0
    text = text_of(tmp_path / "out.pdf")
    assert "It is real." in text
    assert "It may not refresh." in text


def test_only_the_sections_named_are_printed(article: str, tmp_path: Path) -> None:
    assert main(["print", article, "--section", "sleep", "-o", str(tmp_path / "out.pdf")]) == 0
    text = text_of(tmp_path / "out.pdf")
    assert "It may not refresh." in text
    assert "It is real." not in text


def test_where_the_file_is_is_said_on_standard_error(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["print", article, "-o", str(tmp_path / "out.pdf")])
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"Wrote {tmp_path / 'out.pdf'}\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--section", "sleap", "-o", "out.pdf"], "There is no section “sleap”"),
        (["-o", "missing/out.pdf"], "could not be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(
    article: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["print", article, *arguments]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]


def test_what_is_wrong_in_the_guide_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.md").write_text("# A\n\n[x](#nowhere)\n", "utf-8")
    assert main(["print", str(tmp_path / "notes.md"), "-o", str(tmp_path / "out.pdf")]) == 0
    assert capsys.readouterr().err.startswith("notes.md, line 3: The link #nowhere leads to no section")


def test_a_guide_that_is_not_there_is_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", str(tmp_path / "no.md"), "-o", str(tmp_path / "out.pdf")]) == 1
    assert "no.md" in capsys.readouterr().err
