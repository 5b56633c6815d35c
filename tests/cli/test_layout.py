"""`pathway-reader layout`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pytest

from reader.cli import layout

SOURCE = """\
title = "A way"
description = "One node."
[[stage]]
id = "one"
title = "First"
[[node]]
id = "pain"
label = "Pain"
kind = "symptom"
stage = "one"
"""


def run(folder: Path) -> int:
    parser = argparse.ArgumentParser()
    layout.add(parser.add_subparsers())
    args = parser.parse_args(["layout", str(folder)])
    code: int = args.run(args)
    return code


def test_the_gpml_is_written_beside_its_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pygraphviz")
    (tmp_path / "pathway.toml").write_text(SOURCE, encoding="utf-8")
    assert run(tmp_path) == 0
    assert (tmp_path / "pathway.gpml").read_bytes().startswith(b"<?xml")
    assert capsys.readouterr().out == f"{tmp_path / 'pathway.gpml'}\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("elsewhere.toml", b"", "cannot be read"),
        ("pathway.toml", b"\xff\xfe", "UTF-8"),
        ("pathway.toml", b"title = 3", "line 1"),
    ],
)
def test_what_cannot_be_laid_out_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(tmp_path) == 1
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert not (tmp_path / "pathway.gpml").exists()


def test_without_graphviz_the_extra_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    (tmp_path / "pathway.toml").write_text(SOURCE, encoding="utf-8")
    assert run(tmp_path) == 1
    assert "pathway-reader[author]" in capsys.readouterr().err
