"""The command `print`: what is printed, how, where to, and what it says."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from reader import paths
from reader.__main__ import main
from reader.core.depth import DEPTHS
from reader.core.handout.alone import ALONE
from reader.core.handout.order import PAPERS
from reader.core.handout.presets import PARTS, PRESETS, Layout

SMALL = str(Path(__file__).parents[1] / "guides" / "small")
ARTICLE = """\
# Pain {#pain}

!!! gist
    It is real.

!!! key-points
    - It is common.

It comes and goes for years.

## At night {#night}

It may wake you.

# Sleep {#sleep}

It may not refresh.
"""
FULL = Path("/dev/full")
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a guide in the folder that one works in."""
    (tmp_path / "notes.md").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return "notes.md"


def text_of(pdf: str = "out.pdf") -> str:
    return subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True).stdout


def names() -> list[str]:
    return sorted(str(file) for file in Path().rglob("*"))


def test_without_a_section_the_whole_guide_is_printed(article: str) -> None:
    assert main(["print", article, "-o", "out.pdf"]) == 0
    text = text_of()
    assert "It may wake you." in text
    assert "It may not refresh." in text


def test_a_section_is_printed_with_those_inside_it_and_no_other(article: str) -> None:
    assert main(["print", article, "--section", "pain", "-o", "out.pdf"]) == 0
    text = text_of()
    assert "It may wake you." in text
    assert "It may not refresh." not in text


@pytest.mark.parametrize(
    "given",
    [["--section", "sleep", "night"], ["--section", "sleep", "--section", "night"], ["--section", "sleep,night"]],
)
def test_sections_are_printed_in_the_order_in_which_they_are_named(article: str, given: list[str]) -> None:
    assert main(["print", article, *given, "-o", "out.pdf"]) == 0
    text = text_of()
    assert text.index("It may not refresh.") < text.index("It may wake you.")
    assert "It comes and goes" not in text


def test_the_depth_is_of_the_preset_unless_one_is_named(article: str) -> None:
    assert main(["print", article, "--preset", "easy", "-o", "out.pdf"]) == 0
    assert "It comes and goes" not in text_of()
    assert main(["print", article, "--preset", "easy", "--depth", "full", "-o", "full.pdf"]) == 0
    assert "It comes and goes" in text_of("full.pdf")


def test_what_goes_with_the_text_is_what_is_named(tmp_path: Path) -> None:
    out = str(tmp_path / "out.pdf")
    print_first = ["print", SMALL, "--section", "first", "--force", "-o", out]
    assert main([*print_first, "--with", "references"]) == 0
    assert "Words explained" not in text_of(out)
    assert "References" in text_of(out)
    assert main([*print_first, "--with", "none"]) == 0
    assert "References" not in text_of(out)


def test_a_route_is_printed_as_a_figure(tmp_path: Path) -> None:
    out = str(tmp_path / "out.pdf")
    assert main(["print", SMALL, "--section", "first", "--with", "none", "--route", "talk", "-o", out]) == 0
    text = text_of(out)
    assert "Figure 1." in text
    assert "1. It begins with immune cells." in text


@pytest.mark.parametrize("preset", PRESETS)
def test_the_glossary_can_be_printed_alone(tmp_path: Path, preset: str) -> None:
    out = str(tmp_path / "out.pdf")
    assert main(["print", SMALL, "--only", "glossary", "--preset", preset, "-o", out]) == 0
    text = text_of(out)
    assert "The part of a cell where a message fits." in " ".join(text.split())
    assert "Nerves have" not in text


def test_the_pathway_can_be_printed_alone(tmp_path: Path, capsys: Captured) -> None:
    out = str(tmp_path / "out.pdf")
    assert main(["print", SMALL, "--only", "pathway", "--preset", "doctor", "-o", out]) == 0
    assert capsys.readouterr().err == f"Wrote {out}\n"
    assert "Figure 1." in text_of(out)


@pytest.mark.parametrize(
    ("surroundings", "given", "paper"),
    [
        ({"LANG": "en_US.UTF-8"}, [], "letter"),
        ({"LANG": "en_GB.UTF-8"}, [], "A4"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, [], "A4"),
        ({"LANG": "en_US.UTF-8"}, ["--paper", "A4"], "A4"),
        ({}, ["--paper", "letter"], "letter"),
    ],
)
def test_paper_is_as_usual_where_one_lives_unless_it_is_named(
    article: str, monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], given: list[str], paper: str
) -> None:
    for variable in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in surroundings.items():
        monkeypatch.setenv(variable, value)
    assert main(["print", article, "--section", "sleep", *given, "-o", "out.pdf"]) == 0
    said = subprocess.run(["pdfinfo", "out.pdf"], capture_output=True, check=True, text=True).stdout
    assert re.search(r"Page size:.*\((\w+)\)", said)[1] == paper  # type: ignore[index]


def test_where_the_file_is_is_said_on_standard_error(article: str, capsys: Captured) -> None:
    main(["print", article, "-o", "out.pdf"])
    assert capsys.readouterr() == ("", "Wrote out.pdf\n")


def test_standard_output_gets_the_pdf_and_nothing_else(article: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["print", article, "-o", "-"]) == 0
    out, err = capfdbinary.readouterr()
    assert out.startswith(b"%PDF-")
    assert out.rstrip().endswith(b"%%EOF")
    assert err == b""
    assert names() == ["notes.md"]


def test_the_same_guide_makes_the_same_file(article: str) -> None:
    for name in ("one.pdf", "two.pdf"):
        assert main(["print", article, "-o", name]) == 0
    assert Path("one.pdf").read_bytes() == Path("two.pdf").read_bytes()


def test_what_is_wrong_in_the_guide_is_said(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "notes.md").write_text("# A\n\n[x](#nowhere)\n", "utf-8")
    assert main(["print", str(tmp_path / "notes.md"), "-o", str(tmp_path / "out.pdf")]) == 0
    assert capsys.readouterr().err.startswith("notes.md, line 3: The link #nowhere leads to no section")


def test_what_was_asked_for_and_is_not_there_is_said(article: str, capsys: Captured) -> None:
    assert main(["print", article, "--with", "pathway,questions", "-o", "out.pdf"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "This guide has no pathway, so none was printed.",
        "You have no notes in this guide yet, so none were printed.",
        "Wrote out.pdf",
    ]


def test_what_the_sheet_for_the_doctor_has_no_room_for_is_said(article: str, capsys: Captured) -> None:
    assert main(["print", article, "--preset", "doctor", "--with", "references,lines", "-o", "out.pdf"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "The sheet for the doctor has no room for references: left out.",
        "Wrote out.pdf",
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--section", "sleap"], "There is no section “sleap” in “Pain”. Nearest: sleep."),
        (["--section", "sleep", "nigt"], "There is no section “nigt” in “Pain”. Nearest: night."),
        (["--section", ""], "There is no id of a section after --section. "),
        (["--section", "sleep", "notes.md"], "notes.md is no section but a file or folder. Name the guide first: "),
        (["--preset", "large"], "There is no preset “large”. Nearest: large-print."),
        (
            ["--with", "glossary,referenses"],
            "There is no part “referenses” that could go with the text. Nearest: references.",
        ),
        (["--depth", "key-point"], "There is no depth “key-point”. Nearest: key-points."),
        (["--paper", "a5"], "There is no paper “a5”. Nearest: a4, letter."),
        (["--only", "glosary"], "“glosary” cannot be printed alone. Nearest: glossary."),
        (["--only", "glossary"], "This guide has no glossary."),
        (["--only", "notes"], "You have not written or marked anything in this guide yet."),
        (["--only", "words", "--route", "x"], "--route prints a way through the pathway, so it does not go with"),
        (["--route", "x"], "This guide has no pathway, so it has no route “x” either."),
        (["-o", "no/out.pdf"], "There is no folder no to write out.pdf in."),
        (["-o", "folder"], "folder is a folder. Name the file to write in it."),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_nothing(
    article: str, capsys: Captured, arguments: list[str], sentence: str
) -> None:
    Path("folder").mkdir()
    assert main(["print", article, "-o", "out.pdf", *arguments]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(sentence)
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert names() == ["folder", "notes.md"]


def test_a_section_has_the_route_that_tells_it_and_the_whole_pathway_by_its_name(tmp_path: Path) -> None:
    out = str(tmp_path / "out.pdf")
    one = ["print", "--section", "nerves", "--with", "pathway", "--depth", "gist", "--force", "-o", out]
    assert main(one) == 0
    assert "The numbers in the picture are those of the sentences after it." in " ".join(text_of(out).split())
    assert main([*one, "--route", "whole"]) == 0
    assert "It shows 36 things in 6 stages and 57 links between them." in " ".join(text_of(out).split())


@pytest.mark.parametrize("given", [["cytokines", "nerves"], ["cytokines,nerves"]])
def test_several_routes_are_printed_one_after_the_other(tmp_path: Path, given: list[str]) -> None:
    out = str(tmp_path / "out.pdf")
    assert main(["print", "--only", "pathway", "--route", *given, "-o", out]) == 0
    text = text_of(out)
    assert 0 < text.index("Figure 1.") < text.index("Figure 2.")


def test_what_a_guide_does_not_have_is_said_where_it_was_asked_for(article: str, capsys: Captured) -> None:
    assert main(["print", article, "-o", "usual.pdf"]) == 0
    assert capsys.readouterr().err == "Wrote usual.pdf\n"
    assert main(["print", article, "--with", "glossary,pathway,references", "-o", "out.pdf"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "This guide has no pathway, so none was printed.",
        "This guide has no words explained, so none were printed.",
        "This guide has no references, so none were printed.",
        "Wrote out.pdf",
    ]


def test_the_whole_pathway_goes_with_no_route(tmp_path: Path, capsys: Captured) -> None:
    assert main(["print", SMALL, "--route", "whole", "talk", "-o", str(tmp_path / "out.pdf")]) == 1
    assert capsys.readouterr().err.startswith("--route whole is all of the pathway, so no other way")


def test_an_unknown_route_is_told_with_the_nearest(tmp_path: Path, capsys: Captured) -> None:
    assert main(["print", SMALL, "--route", "tlak", "-o", str(tmp_path / "out.pdf")]) == 1
    assert capsys.readouterr().err.endswith("Nearest: talk.\n")


def test_a_guide_that_is_not_there_is_exit_1(tmp_path: Path, capsys: Captured) -> None:
    assert main(["print", str(tmp_path / "no.md"), "-o", str(tmp_path / "out.pdf")]) == 1
    assert "no.md" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", [["one.md", "two.md", "-o", "x"], ["--section", "-o", "x"], ["-o", "x", "--each", "y"]]
)
def test_wrong_use_ends_with_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["print", *wrong])
    assert caught.value.code == 2


def test_a_file_that_is_there_is_not_written_over_unasked(article: str, capsys: Captured) -> None:
    Path("out.pdf").write_text("mine")
    assert main(["print", article, "-o", "out.pdf"]) == 1
    assert capsys.readouterr().err == ("out.pdf is there already. Choose a new name, or write over it with --force.\n")
    assert Path("out.pdf").read_text() == "mine"
    assert main(["print", article, "-o", "out.pdf", "--force"]) == 0
    assert Path("out.pdf").read_bytes().startswith(b"%PDF-")


def test_on_a_full_disk_the_old_file_stays_whole(
    article: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Path("out.pdf").write_text("mine")
    monkeypatch.setattr(os, "fsync", full)
    assert main(["print", article, "--force", "-o", "out.pdf"]) == 1
    assert capsys.readouterr().err == "out.pdf cannot be written (No space left on device).\n"
    assert Path("out.pdf").read_text() == "mine"
    assert names() == ["notes.md", "out.pdf"]


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a file that is always full")
def test_a_full_disk_behind_standard_output_is_said(article: str) -> None:
    command = [sys.executable, "-I", "-m", "reader", "print", article, "-o", "-"]
    with FULL.open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "The disk is full, so not all could be written.\n")


def test_a_reader_of_standard_output_that_has_gone_is_no_fault(article: str) -> None:
    command = [sys.executable, "-I", "-m", "reader", "print", article, "-o", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait() == 0


def test_a_terminal_is_spared_the_bytes_of_a_pdf(
    article: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert main(["print", article, "-o", "-"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("A PDF cannot be read in a terminal. Name a file after -o")


def test_sections_are_listed_with_their_ids_first(article: str, capsys: Captured) -> None:
    assert main(["print", article, "--list-sections"]) == 0
    assert capsys.readouterr() == ("pain\tPain\nnight\t  At night\nsleep\tSleep\n", "")


def test_routes_are_listed_with_their_ids_first(article: str, capsys: Captured) -> None:
    assert main(["print", SMALL, "--list-routes"]) == 0
    assert "talk\tHow a message arrives" in capsys.readouterr().out
    assert main(["print", article, "--list-routes"]) == 1
    assert capsys.readouterr() == ("", "This guide has no routes through a pathway.\n")


def test_presets_are_listed_and_each_can_be_printed(article: str, capsys: Captured) -> None:
    assert main(["print", "--list-presets"]) == 0
    listed = [line.partition("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == list(PRESETS)
    for name in listed:
        assert main(["print", article, "--preset", name, "-o", f"{name}.pdf"]) == 0
        assert Path(f"{name}.pdf").read_bytes().startswith(b"%PDF-")


def test_presets_that_were_saved_in_the_window_are_listed_and_printed(article: str, capsys: Captured) -> None:
    layout = {**asdict(Layout()), "size": 20.0}
    saved = {"For Mum": {"depth": "gist", "parts": [], "layout": layout}, "Broken": {"depth": "gist"}}
    paths.config().mkdir(parents=True)
    (paths.config() / "settings.json").write_text(json.dumps({"presets": saved}))
    assert main(["print", "--list-presets"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert listed[len(PRESETS) :] == ["For Mum\tSaved by you: gist, 20 pt, serif; with none"]
    assert main(["print", article, "--preset", "For Mum", "-o", "out.pdf"]) == 0
    assert "It comes and goes" not in text_of()
    assert main(["print", article, "--preset", "for mun", "-o", "x.pdf"]) == 1
    assert "Nearest: For Mum.\n" in capsys.readouterr().err


def test_the_help_names_everything_that_can_be_named(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["print", "--help"])
    assert caught.value.code == 0
    out = " ".join(capsys.readouterr().out.split())
    for name in (*PRESETS, *PARTS, *DEPTHS, *PAPERS, *ALONE):
        assert re.search(rf"[ (]{name}[ ,)]", out), name


def test_the_command_loads_nothing_that_it_does_not_need(article: str) -> None:
    main(["outline", article])
    look = (
        "import sys; from reader.__main__ import main;"
        f"assert main(['print', {article!r}, '--section', 'sleep', '-o', 'out.pdf']) == 0;"
        "heavy = {'PySide6', 'markdown', 'nh3', 'rapidfuzz', 'subprocess', 'ctypes', 'reader.compiler',"
        " 'reader.cli.notes', 'reader.core.notebook.store', 'reader.core.svg',"
        " 'reader.core.handout.own_presets', 'pypdfium2'};"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    ended = subprocess.run([sys.executable, "-I", "-c", look], capture_output=True, text=True, check=False)
    assert ended.stderr == "Wrote out.pdf\n"
