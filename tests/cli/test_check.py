"""The command `check`: what an author reads, what a program reads, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader import __version__
from reader.__main__ import main
from reader.cli.check import WIDTH, summary
from reader.cli.sarif import log
from reader.core import inspection
from reader.core.child import Child
from reader.core.records import Problem
from reader.core.report import Counts, Figures, Report
from reader.core.rules import RULES
from tests.guides.calling import GPML
from tests.guides.writing import folder

LINK = Problem("article.md", 3, "The link #x leads to no section of this guide.", "link-unknown")
GRADE = Problem("article.md", 0, "The article reads at grade 9.1; aim at 7.5 or lower.", "grade")
FIGURES = Figures("", "A guide", 120, 10, 1, 0, 2, 12.0, 6.04, 8.0, 70.25, 5.0, 7.0)


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., list[str]]:
    """Return a call that makes the linter find these problems, and gives a command line that checks a guide."""
    guide = folder(tmp_path / "guide")

    def reported(*findings: Problem) -> list[str]:
        monkeypatch.setattr(inspection, "inspect", lambda _: Report("A guide", findings))
        return ["check", str(guide)]

    return reported


@pytest.mark.parametrize(
    ("findings", "code", "strict"), [([], 0, 0), ([GRADE], 0, 1), ([LINK], 1, 1), ([GRADE, LINK], 1, 1)]
)
def test_errors_fail_and_with_strict_warnings_do_too(
    reported: Callable[..., list[str]], findings: list[Problem], code: int, strict: int
) -> None:
    command = reported(*findings)
    assert (main(command), main([*command, "--strict"])) == (code, strict)


def test_a_finding_is_one_line_that_an_editor_can_follow(
    reported: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    more = Problem("", 0, "There are 9 problems more;\nmend these \x1b[31mfirst.")
    main(reported(LINK, GRADE, more))
    assert capsys.readouterr().out.splitlines()[:4] == [
        "article.md:3: error link-unknown The link #x leads to no section of this guide.",
        "article.md:0: warning grade The article reads at grade 9.1; aim at 7.5 or lower.",
        ".:0: error malformed There are 9 problems more; mend these �[31mfirst.",
        "",
    ]


def test_the_summary_counts_what_the_guide_holds_and_how_hard_it_reads() -> None:
    counts = Counts(13, 136, 69, 47, 46, 36, 57, 4)
    none = Figures("glossary", "", 0, 0, 0, 0, 0, None, None, None, None, None, None)
    assert list(summary(Report("A guide", (LINK, GRADE, GRADE), counts, (FIGURES, none))))[:13] == [
        "A guide",
        "  Errors            1",
        "  Warnings          2",
        "  Claims marked     46 of 47",
        "  Sections          13",
        "  Glossary entries  136",
        "  References        69",
        "  Nodes             36",
        "  Interactions      57",
        "  Routes            4",
        "",
        "Readability    words  sentences  mean  grade  grade*  SMOG  ease   >20  >25  passive",
        "Whole article    120         10  12.0    6.0     5.0   8.0  70.2  10.0    0     20.0",
    ]


def test_without_figures_it_says_why() -> None:
    assert list(summary(Report("Ein Text", (), Counts(sections=1))))[-1].endswith("are checked in English only.")
    assert list(summary(Report("Nothing", ())))[-1] == ""
    unmeasured = Report("A text", (Problem("", 0, "A mistake.", "unchecked"),), Counts(sections=1))
    assert "English" not in "".join(summary(unmeasured)), "the language is not why there are no figures"


def test_no_line_of_the_summary_is_wider_than_a_terminal_whatever_the_titles() -> None:
    long = "a very long title " * 20
    huge = Figures("s", long, 10**7, 10**6, 9, 9, 9, 10.0, -10.0, 100.0, -200.0, 1.0, 1.0)
    lines = list(summary(Report(long, (), Counts(), (FIGURES, huge))))
    assert max(map(len, lines)) == WIDTH
    assert any(line.startswith("  a very long title") and line.endswith("…") for line in lines)


def test_a_title_too_long_for_its_column_stands_whole_above_its_figures() -> None:
    title = "Idea 3: a reaction to your own body (autoimmunity)"
    lines = list(summary(Report("A guide", (), Counts(), (FIGURES, FIGURES._replace(section="s", title=title)))))
    above = lines.index(f"  {title}")
    assert lines[above + 1].split() == lines[above - 1].removeprefix("Whole article").split()
    assert len(lines[above + 1]) == len(lines[above - 1])


@pytest.mark.parametrize("article", [None, "", b"\xff\xfe"])
def test_without_an_article_nothing_is_counted_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], article: str | bytes | None
) -> None:
    place = folder(tmp_path / "guide", article_md=article or "", glossary_md="cell\n: A small part.\n: say: sel\n")
    if article is None:
        (place / "article.md").unlink()
    assert main(["check", str(place)]) == (0 if article is None else 1)  # a glossary alone lacks nothing
    said = capsys.readouterr().out
    assert "  Sections          0\n" in said
    assert "  Glossary entries  1\n" in said
    assert "Readability" not in said
    assert "English" not in said


@pytest.mark.parametrize("name", ["", "  "])
@pytest.mark.parametrize("command", ["check", "outline"])
def test_an_empty_name_is_no_guide(command: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, name]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "The name of the guide is empty. Give a folder, a file or the id of an installed guide.\n"


def test_of_very_many_sections_the_summary_shows_some_and_counts_the_rest() -> None:
    sections = tuple(FIGURES._replace(section=f"s{number}", title=f"Section {number}") for number in range(1000))
    glossary = FIGURES._replace(section="glossary", title="")
    lines = list(summary(Report("A guide", (), Counts(), (FIGURES, *sections, glossary))))
    assert len(lines) < 100
    assert [line.split("  ")[0] for line in lines[-4:-2]] == ["Glossary", "There are 940 sections more."]
    assert any(line.startswith("  Section 59 ") for line in lines)


def test_json_holds_the_whole_report(reported: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    command = reported(LINK, GRADE)
    assert main([*command, "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["guide", "title", "errors", "warnings", "findings", "counts", "figures"]
    assert (data["guide"], data["errors"], data["warnings"]) == (command[1], 1, 1)
    assert data["findings"][0] == {
        "file": "article.md", "line": 3, "level": "error", "rule": "link-unknown", "message": LINK.message,
    }  # fmt: skip


def test_a_report_survives_the_way_from_the_linter() -> None:
    report = Report("A guide", (LINK, GRADE), Counts(sections=2), (FIGURES,))
    assert Report.from_json(json.loads(json.dumps(report.to_json()))) == report


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "sarif"])
def test_json_is_utf_8_whatever_the_terminal_speaks(tmp_path: Path, form: str) -> None:
    place = folder(tmp_path / os.fsdecode(b"caf\xe9"), article_md="# Ä 本 {#a}\n\n[x](#nö)\n")
    command = [sys.executable, "-I", "-m", "reader", "check", str(place), "--format", form]
    ended = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "latin-1"}, check=False)
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert "#nö" in json.dumps(json.loads(ended.stdout.decode("utf-8")), ensure_ascii=False)


def sarif(*findings: Problem, place: Path = Path("/a guide")) -> Any:
    return log(Report("A guide", findings), place)["runs"][0]


def test_sarif_has_what_the_standard_requires() -> None:
    # SARIF 2.1.0: 3.13.2 version, 3.14.6 tool, 3.18.2 driver, 3.19.8 name, 3.27.11 message; checked by the schema once
    whole = log(Report("A guide", (LINK,)), Path("/a guide"))
    assert whole["version"] == "2.1.0"
    assert whole["$schema"].endswith("sarif-schema-2.1.0.json")
    run = whole["runs"][0]
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["version"]) == ("Pathway Reader", __version__)
    assert run["originalUriBaseIds"]["GUIDE"]["uri"] == "file:///a%20guide/"
    assert run["results"] == [
        {
            "ruleId": "link-unknown",
            "ruleIndex": list(RULES).index("link-unknown"),
            "level": "error",
            "message": {"text": LINK.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "article.md", "uriBaseId": "GUIDE"},
                        "region": {"startLine": 3},
                    }
                }
            ],
        }
    ]


def test_sarif_describes_every_rule() -> None:
    rules = sarif()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for described, rule in zip(rules, RULES.values(), strict=True):
        assert described["shortDescription"]["text"] == rule.asks
        assert described["help"]["text"].endswith(f"Source: {rule.source}.")
        assert described["defaultConfiguration"] == {"level": rule.level}


def test_sarif_names_no_line_where_there_is_none_and_no_file_where_there_is_none() -> None:
    whole, nowhere = sarif(GRADE, Problem("", 0, "More."))["results"]
    assert "region" not in whole["locations"][0]["physicalLocation"]
    assert "locations" not in nowhere


def test_sarif_takes_a_strangers_words_literally() -> None:
    # 3.11.5: {0} would be a placeholder; 3.11.6: [x](y) would be a link; RFC 3986: a name is no address
    found = sarif(Problem("näme 1%?.md", 1, "See {0} and [x](javascript:y)."))["results"][0]
    assert found["message"]["text"] == "See {{0}} and [x] (javascript:y)."
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "n%C3%A4me%201%25%3F.md"


def errors(text: str) -> list[str]:
    """Return place, level and rule of the errors that a report in text lists."""
    lines = text.split("\n\n", maxsplit=1)[0].splitlines()
    return [" ".join(line.split(" ")[:3]) for line in lines if line.split(" ")[1] == "error"]


def test_a_folder_without_article_is_checked_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "references.json").write_text("[")
    assert main(["check", str(tmp_path)]) == 1
    assert errors(capsys.readouterr().out) == [
        "article.md:0: error unreadable",
        "references.json:1: error malformed",
    ]


def _pipe(place: Path) -> None:
    os.mkfifo(place / "article.md")


def _ring(place: Path) -> None:
    (place / "article.md").symlink_to("article.md")


def _binary(place: Path) -> None:
    (place / "article.md").write_bytes(b"\x7fELF\0\0")


def _latin(place: Path) -> None:
    (place / "article.md").write_bytes(b"caf\xe9")


def _nothing(place: Path) -> None:
    pass


def _folder(place: Path) -> None:
    (place / "article.md").mkdir()


@pytest.mark.parametrize("spoil", [_pipe, _ring, _binary, _latin, _nothing, _folder])
def test_an_article_that_cannot_be_read_is_one_error(
    tmp_path: Path, spoil: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(tmp_path)
    assert main(["check", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert errors(said.out) == ["article.md:0: error unreadable"]
    assert said.err == ""


def test_a_file_with_a_name_that_is_no_text_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.md")
    file.write_text("# A {#a}\n\n[x](#y)\n")
    assert main(["check", str(file)]) == 1
    assert "caf�.md:3: error link-unknown" in capsys.readouterr().out


def test_what_cannot_be_started_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "Child", Child)  # a real one
    monkeypatch.setattr(inspection, "MEGABYTES", 20)  # not even Python starts
    assert main(["check", str(folder(tmp_path))]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing tells who a process's children are")
def test_ctrl_c_ends_the_linter_too(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    # A shell lets what it starts with & ignore Ctrl+C, and so would a child of these tests.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    place = folder(tmp_path / "guide", article_md="[" * 50_000)  # which stalls Markdown
    command = [sys.executable, "-I", "-m", "reader", "check", str(place)]
    # A session of its own, so that the signal can reach the parent alone: the harder case.
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as parent:
        linter = _first_child(parent.pid)
        parent.send_signal(signal.SIGINT)
        assert parent.wait(timeout=10) == 130
        assert parent.stderr is not None
        assert parent.stderr.read() == b""
    assert not Path(f"/proc/{linter}").exists()


def _first_child(pid: int) -> int:
    """Return the child of a process, once it has worked for a tenth of a second: its parent is waiting by then."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for _ in range(1000):
        if found := children.read_text().split():
            worked = Path(f"/proc/{found[0]}/stat").read_text().rpartition(")")[2].split()[11]  # proc(5): utime
            if int(worked) >= 10:
                return int(found[0])
        time.sleep(0.01)
    raise AssertionError("the linter was not started")


@pytest.mark.parametrize("guide", ["no\nsuch", "ring"])
def test_a_path_that_leads_nowhere_is_one_sentence(
    tmp_path: Path, guide: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ring").symlink_to("ring")
    assert main(["check", str(tmp_path / guide)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["a", "b"]])
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", *arguments])
    assert caught.value.code == 2


def test_the_parent_loads_neither_qt_nor_parsers(tmp_path: Path) -> None:
    look = (
        f"import sys; from reader.__main__ import main; main(['check', {str(folder(tmp_path))!r}]);"
        "heavy = {'PySide6', 'markdown', 'nh3', 'pyphen', 'reader.compiler', 'reader.linter'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    ended = subprocess.run([sys.executable, "-I", "-c", look], capture_output=True, text=True, check=False)
    assert ended.stderr == ""


def test_of_a_lone_pathway_its_drawing_is_checked_and_not_its_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "WP1.gpml"
    file.write_text(GPML.replace('Width="80" Height="20" />', 'Width="80" Height="20" Color="FFFF00" />'))

    assert main(["check", str(file)]) == 1

    out = capsys.readouterr().out
    rules = {line.split()[2] for line in out.splitlines() if line.startswith("WP1.gpml:")}
    assert rules == {"pathway-contrast"}
    assert "checked in English only" not in out
