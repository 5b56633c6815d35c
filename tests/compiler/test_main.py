"""The compiler as a program of its own."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from reader import paths
from reader.compiler import __main__ as program
from reader.compiler import assemble


def test_a_mistake_of_ours_leaves_its_trace_and_lets_the_text_open_plain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object, **__: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr(assemble, "assemble", mistaken)
    monkeypatch.setattr(gc, "disable", lambda: None)
    (tmp_path / "notes.md").write_text("# Notes\n")
    code = program.main([str(tmp_path / "notes.md"), str(tmp_path / "out.guide")])
    assert code == program.TOO_HARD
    assert "KeyError: 'ours'" in (paths.state() / "crash.log").read_text()
