"""The command line: what people type, what comes out, and how it ends."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.__main__ import FAMILIES, main
from tests.guides.writing import folder

FULL = Path("/dev/full")
GLOSSARY = """interleukin-6
: A messenger between cells.
: short: IL-6, IL6
: also: interleukin six
: say: in-ter-LOO-kin
: parts: inter·leukin
: see: cytokine
: mesh: D015850
: sources: A1

cytokine
: A messenger.
"""


@pytest.fixture
def guide(tmp_path: Path) -> str:
    """Return the folder of a guide."""
    place = folder(
        tmp_path / "guide",
        article_md="# One {#one}\n\n## Two\n\ntext\n\n# Three\n",
        glossary_md=GLOSSARY,
        references_json='[{"id": "A1", "title": "Title"}]',
    )
    return str(place)


def test_outline_lists_the_headings_with_their_ids(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", guide]) == 0
    assert capsys.readouterr() == ("One [one]\n  Two [two]\nThree [three]\n", "")


def test_outline_says_what_is_wrong_in_the_guide_causes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outline", str(folder(tmp_path, article_md="# A\n\n[x](#y)", guide_toml="id ="))]) == 0
    out, err = capsys.readouterr()
    assert out == "A [a]\n"
    assert [line.split(":")[0] for line in err.splitlines()] == ["guide.toml, line 1", "article.md, line 3"]


def test_define_writes_the_entry(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["define", "il6", "--guide", guide]) == 0
    assert capsys.readouterr() == (
        "interleukin-6 (IL-6, IL6)\n"
        "A messenger between cells.\n"
        "Say: in-ter-LOO-kin\n"
        "Parts: inter·leukin\n"
        "Also called: interleukin six\n"
        "See also: cytokine\n"
        "MeSH: D015850\n"
        "Source: Title.\n",
        "",
    )


def test_define_takes_a_term_of_several_words(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["define", "--guide", guide, "interleukin", "six"]) == 0
    assert capsys.readouterr().out.startswith("interleukin-6")


def test_define_writes_everything_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = folder(
        tmp_path,
        article_md="# Pain {#pain}\n\nGlia and glia.\n\n# More {#more}\n\nMore glia.\n",
        glossary_md="glia\n: Cells of the nervous system: Glía.\n: see: nerve\n\nnerve\n: A cell.\n: mark: never\n",
    )
    assert main(["define", "GLIA", "--guide", str(place), "--json"]) == 0
    out = capsys.readouterr().out
    assert "Glía" in out
    data = json.loads(out)
    assert list(data) == [
        "query", "id", "term", "glossary", "short_forms", "other_names", "pronunciation", "parts", "definition",
        "sections", "node", "see_also", "sources", "mesh", "elsewhere",
    ]  # fmt: skip
    assert (data["query"], data["id"], data["node"]) == ("GLIA", "glia", None)
    assert data["sections"][1] == {"id": "more", "title": "More", "count": 1}
    assert data["see_also"] == [{"id": "nerve", "term": "nerve"}]


def test_define_tells_where_a_word_is_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = folder(tmp_path, article_md="# Pain\n\nglia, glia\n\n# More\n\nglia\n", glossary_md="glia\n: Cells.\n")
    assert main(["define", "glia", "--guide", str(place)]) == 0
    assert capsys.readouterr().out == "glia\nCells.\nAppears in: Pain (2), More (1)\n"


def test_a_script_gets_no_json_where_there_is_no_entry(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["define", "“cytokin”", "--guide", guide, "--json"]) == 1
    assert capsys.readouterr() == ("", "No entry for “cytokin”. Nearest: cytokine.\n")


def test_define_names_the_nearest_entries_when_there_is_none(guide: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["define", "cytokin", "--guide", guide]) == 1
    assert capsys.readouterr() == ("", "No entry for “cytokin”. Nearest: cytokine.\n")


def test_define_says_when_there_is_no_glossary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["define", "word", "--guide", str(folder(tmp_path))]) == 1
    assert "This guide has no glossary" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["outline"], ["define", "x", "--guide"]])
def test_a_guide_that_cannot_be_read_is_one_sentence(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, str(tmp_path / "no\nsuch")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("There is no file or folder")
    assert err.count("\n") == 1


def test_text_of_a_guide_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = folder(tmp_path, glossary_md="word\n: Red \x1b[31m and \x9b31m.\n: say: a\u2028b")
    assert main(["define", "word", "--guide", str(place)]) == 0
    assert capsys.readouterr().out == "word\nRed �[31m and �31m.\nSay: a b\n"


def test_a_sentence_of_what_is_wrong_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = folder(tmp_path, guide_toml='title = "\\u001b[31mRed\\u0007"')
    assert main(["print", str(place), "--section", "no", "-o", str(tmp_path / "out.pdf")]) == 1
    assert "in “�[31mRed�”" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_commands_that_need_none_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    assert main(["open"]) == 1
    assert capsys.readouterr().err == (
        "There is no display here to open a window on. "
        "The commands outline, define, search, explain, print, draw, check, new and glossary work without one.\n"
    )


@pytest.mark.parametrize("arguments", [["define"], ["--nonsense"], ["outline", "a", "b"], ["print"]])
def test_wrong_use_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("usage: pathway-reader")


def test_help_names_every_command_and_version_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as caught:
            main([option])
        assert caught.value.code == 0
    out = capsys.readouterr().out
    assert all(f"\n    {command}" in out for command in FAMILIES)
    assert out.endswith(f"Pathway Reader {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [([], ""), (["notes.md"], "notes.md"), (["open"], ""), (["open", "print"], "print"), (["./print"], "./print")],
)
def test_a_first_word_that_is_no_command_is_a_guide_to_open(
    arguments: list[str], opened: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def run(args: argparse.Namespace) -> int:
        asked.append(args.guide)
        return 0

    monkeypatch.setattr("reader.cli.open.run", run)
    assert main(arguments) == 0
    assert asked == [opened]


def test_a_mistake_of_the_program_is_logged_and_said_without_a_traceback(
    guide: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    def run(args: argparse.Namespace) -> int:
        raise LookupError(args.guide)

    monkeypatch.setattr("reader.cli.outline.run", run)
    assert main(["outline", guide]) == 1
    log = home / "state" / "pathway-reader" / "crash.log"
    assert capsys.readouterr().err == f"Pathway Reader made a mistake (LookupError). The details are in {log}.\n"
    assert "Traceback" in log.read_text()


def test_a_reader_that_has_gone_is_no_fault(guide: str) -> None:
    main(["outline", guide])
    command = [sys.executable, "-I", "-m", "reader", "outline", guide]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a file that is always full")
def test_a_full_disk_is_no_mistake_of_the_program(guide: str) -> None:
    command = [sys.executable, "-I", "-m", "reader", "outline", guide]
    with FULL.open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "The disk is full, so not all could be written.\n")


def test_without_standard_output_a_command_still_ends_well(guide: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)  # as under pythonw, or after `>&-`
    assert main(["outline", guide]) == 0


@pytest.mark.parametrize("command", ["outline", "define", "search"])
def test_commands_load_neither_qt_nor_parsers_nor_one_another(guide: str, command: str) -> None:
    main(["outline", guide])
    arguments = {
        "outline": ["outline", guide],
        "define": ["define", "cytokine", "--guide", guide],
        "search": ["search", "cytokine", guide],
    }[command]
    look = (
        f"import sys; from reader.__main__ import main; assert main({arguments!r}) == 0;"
        "heavy = {'PySide6', 'markdown', 'nh3', 'typst', 'reader.compiler', 'reader.cli.print', 'subprocess'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    ended = subprocess.run([sys.executable, "-I", "-c", look], capture_output=True, text=True, check=False)
    assert ended.stderr == ""
