"""`pathway-reader layout`."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.compiler import gpml

needs_graphviz = pytest.mark.skipif(
    find_spec("pygraphviz") is None, reason="laying out is for authors: pip install pygraphviz; `make test-all` does"
)

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
    return main(["layout", str(folder)])


@needs_graphviz
def test_the_gpml_is_written_beside_its_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pathway.toml").write_text(SOURCE, encoding="utf-8")
    assert run(tmp_path) == 0
    assert (tmp_path / "pathway.gpml").read_bytes().startswith(b"<?xml")
    assert capsys.readouterr().out == f"{tmp_path / 'pathway.gpml'}\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("elsewhere.toml", b"", "holds no pathway.toml"),
        ("pathway.toml", b"\xff\xfe", "UTF-8"),
        ("pathway.toml", b"title = 3", "line 1"),
        ("pathway.toml", b"a = " + b"[" * 20_000, "pathway.toml: This cannot be read"),
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


@pytest.mark.parametrize("references", ["[" * 100_000, "{}", '[{"title": "no id"}]', "[1"])
def test_references_that_cannot_be_read_are_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], references: str
) -> None:
    (tmp_path / "pathway.toml").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "references.json").write_text(references, encoding="utf-8")
    assert run(tmp_path) == 1
    said = capsys.readouterr().err
    assert said.startswith("references.json")
    assert said.count("\n") == 1


@needs_graphviz
def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pathway.toml").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "pathway.gpml").mkdir()
    assert run(tmp_path) == 1
    assert "cannot be written" in capsys.readouterr().err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["pathway.gpml", "pathway.toml"]


def test_a_fifo_named_pathway_is_refused_and_waits_for_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pathway.toml")
    assert run(tmp_path) == 1
    assert capsys.readouterr().err == "pathway.toml is not an ordinary file.\n"


@needs_graphviz
def test_strange_references_and_letters_still_make_a_file_that_can_be_read(tmp_path: Path) -> None:
    key = '<\\"&'
    edge = '[[interaction]]\nid = "E1"\nsource = "pain"\ntarget = "sleep"\nrelation = "activates"\n'
    rest = f'evidence = "weak"\nsentence = "So.\\u0001"\nreferences = ["{key}"]\n'
    node = '[[node]]\nid = "sleep"\nlabel = "Sleep"\nkind = "symptom"\nstage = "one"\n'
    (tmp_path / "pathway.toml").write_text(SOURCE + node + edge + rest, encoding="utf-8")
    (tmp_path / "references.json").write_text('[{"id": "<\\"&", "title": ["x"], "author": "x", "issued": 3}]')
    assert run(tmp_path) == 0
    pathway, _, problems = gpml.survey((tmp_path / "pathway.gpml").read_bytes(), "pathway.gpml")[:3]
    assert problems == []
    assert pathway.interactions[0].references == ('<"&',)
    assert pathway.interactions[0].sentence == "So."


@needs_graphviz
def test_the_licence_is_the_guides_own(tmp_path: Path) -> None:
    (tmp_path / "pathway.toml").write_text(SOURCE, encoding="utf-8")
    assert run(tmp_path) == 0
    assert b"License" not in (tmp_path / "pathway.gpml").read_bytes()
    (tmp_path / "guide.toml").write_text('licence = "CC0 & more"', encoding="utf-8")
    assert run(tmp_path) == 0
    assert b'License="CC0 &amp; more"' in (tmp_path / "pathway.gpml").read_bytes()


def test_without_graphviz_the_extra_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    (tmp_path / "pathway.toml").write_text(SOURCE, encoding="utf-8")
    assert run(tmp_path) == 1
    assert "pip install pygraphviz" in capsys.readouterr().err
