"""The linter as a program of its own."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from reader import paths
from reader.compiler.__main__ import TOO_HARD
from reader.core.inspection import READ, REFUSED
from reader.linter import __main__ as program
from reader.linter import lint, subject


@pytest.fixture(autouse=True)
def _tests_keep_collecting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "disable", lambda: None)


def mistaken(*_: object, **__: object) -> None:
    raise KeyError("ours")


def test_a_mistake_of_ours_in_reading_lets_the_guide_be_read_plain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(subject, "assemble", mistaken)
    assert program.main([str(tmp_path), "9"]) == TOO_HARD
    assert capsys.readouterr() == ("", "")
    assert program.main([str(tmp_path), "9", "--plain"]) == REFUSED


def test_a_mistake_of_ours_in_checking_leaves_its_trace_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lint, "report", mistaken)
    assert program.main([str(tmp_path), "9"]) == REFUSED
    log = paths.state() / "crash.log"
    assert capsys.readouterr() == (
        "",
        f"{READ}\nPathway Reader made a mistake, so this guide was not checked. The details are in {log}.\n",
    )
    assert "KeyError: 'ours'" in log.read_text()
