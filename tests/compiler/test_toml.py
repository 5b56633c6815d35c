"""TOML of strangers: what is read, and what is refused with its line before it does harm."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reader.compiler.toml import load
from reader.core.records import Problem
from tests.guides.writing import compiled, said


def test_what_is_right_is_read() -> None:
    text = 'a.b.c = 1\n[d."e.f"]\ng = "One. Two. Three."\n' + f'h = "{"Two words. " * 300}"\n'
    found = load("a.toml", text, "nothing is shown")
    assert isinstance(found, dict)
    assert found["a"] == {"b": {"c": 1}}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb = \n", 2, "This is not TOML (Invalid value), so nothing is shown."),
        ("a = 1\nb = [\n", 2, "This is not TOML"),
        ("a = 1\n" + ".".join(["a"] * 200_000) + " = 1\n", 2, "more than 100 parts"),
        ("a = 1\n" + ' . "b c"' * 101 + " = 1\n", 2, "more than 100 parts"),
        ("a = " + "[" * 100_000, 0, "too deep"),
        ("a = " + "1" * 5000, 0, "a number is too long"),
    ],
    ids=["no value", "no end", "long key", "long quoted key", "deep", "long number"],
)
def test_what_is_broken_or_harmful_is_said_with_its_line(text: str, line: int, words: str) -> None:
    started = time.perf_counter()
    problem = load("a.toml", text, "nothing is shown")
    assert time.perf_counter() - started < 5
    assert isinstance(problem, Problem)
    assert (problem.file, problem.line) == ("a.toml", line)
    assert words in problem.message


def test_many_dots_that_make_no_key_take_no_long_time() -> None:
    started = time.perf_counter()
    load("a.toml", 'a = """' + ".word " * 300_000 + ".b" * 90 + " " * 300_000 + '"""', "nothing is shown")
    assert time.perf_counter() - started < 5


def test_a_guide_opens_without_a_title_page_that_does_harm(tmp_path: Path) -> None:
    guide = compiled(tmp_path, guide_toml="version = " + "1" * 5000)
    assert said(guide)[0].startswith("guide.toml: This cannot be read")
