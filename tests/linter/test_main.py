"""The linter as a program of its own."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from reader import paths
from reader.compiler.__main__ import TOO_HARD
from reader.core.inspection import REFUSED
from reader.linter import __main__ as program
from reader.linter import lint


def test_a_mistake_of_ours_leaves_its_trace_and_is_said_once_nothing_else_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def mistaken(*_: object, **__: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr(lint, "lint", mistaken)
    monkeypatch.setattr(gc, "disable", lambda: None)
    assert program.main([str(tmp_path)]) == TOO_HARD
    assert capsys.readouterr().err == ""
    assert program.main([str(tmp_path), "--plain"]) == REFUSED
    log = paths.state() / "crash.log"
    assert capsys.readouterr() == (
        "",
        f"Pathway Reader made a mistake, so this guide was not checked. The details are in {log}.\n",
    )
    assert "KeyError: 'ours'" in log.read_text()
