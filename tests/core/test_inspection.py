"""What is tried, one after the other, until a guide is checked as far as it can be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.core import inspection
from reader.core.child import Outcome
from reader.core.inspection import READ, REFUSED, inspect
from reader.core.report import Report
from reader.core.source import Source, find
from reader.errors import ReaderError
from reader.linter.lint import TOO_LARGE, report
from reader.linter.subject import Subject
from tests.guides.writing import folder

REPORT = Report("A guide", ())
DONE = Outcome("finished", json.dumps(REPORT.to_json()).encode(), f"{READ}\n")
STALLED = Outcome("too slow", b"", "", -24)  # before the files were read
SLOW = Outcome("too slow", b"", f"{READ}\n", -24)  # after
SOURCE = Source(Path("/guide"), "article.md")


@pytest.mark.parametrize(
    ("outcomes", "tried"),
    [
        ([DONE], [[]]),
        ([STALLED, DONE], [[], ["--plain"]]),
        ([SLOW, DONE], [[], ["--brief"]]),
        ([STALLED, SLOW, DONE], [[], ["--plain"], ["--plain", "--brief"]]),
    ],
)
def test_what_takes_too_long_is_left_out_and_nothing_else(
    outcomes: list[Outcome], tried: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def run(_: Source, to_read: float, to_check: float, options: list[str]) -> Outcome:
        asked.append(options)
        return outcomes[len(asked) - 1]

    monkeypatch.setattr(inspection, "_run", run)
    assert inspect(SOURCE) == REPORT
    assert asked == tried


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (STALLED, "/guide is more than this program can check. Split it into smaller guides."),
        (Outcome("failed", b"", f"{READ}\nIt is gone.\n", REFUSED), "It is gone."),
        (Outcome("failed", b"", "Traceback\nImportError: x\n", 1), "The check could not be started (ImportError: x)."),
    ],
)
def test_what_cannot_be_checked_is_one_sentence(
    outcome: Outcome, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "_run", lambda *_: outcome)
    with pytest.raises(ReaderError) as caught:
        inspect(SOURCE)
    assert str(caught.value) == sentence


def test_a_brief_report_says_that_it_is_and_still_tells_which_files_are_broken(tmp_path: Path) -> None:
    place = folder(tmp_path, article_md="# A\n\n### B\n", claims_toml="[[claim]")
    found = report(Subject(find(place)), is_brief=True)
    assert [(each.file, each.rule) for each in found.findings] == [("claims.toml", "malformed"), ("", "too-hard")]
    assert found.findings[-1].message == TOO_LARGE
    assert (found.counts.sections, found.figures) == (2, ())
