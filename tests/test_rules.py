"""The rules of the linter: what the code uses, what the list holds and what authors are told are one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from reader.core.rules import LEVELS, RULES

CHECKOUT = Path(__file__).parents[1]
MODULES = [path for room in ("compiler", "linter") for path in sorted((CHECKOUT / "reader" / room).rglob("*.py"))]
ROW = re.compile(r"^\| `(?P<name>[a-z-]+)` \| (?P<asks>.+?) \| (?P<source>.+?) \|$", re.MULTILINE)


def _texts() -> Iterator[str]:
    """Yield every text in the code of the compiler and the linter."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _named() -> Iterator[tuple[str, str]]:
    """Yield where a Problem is made with a rule's name, and the name."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                given = [*node.args[3:4], *(each.value for each in node.keywords if each.arg == "rule")]
                for each in given:
                    if isinstance(each, ast.Constant):
                        yield f"{path.name}:{node.lineno}", str(each.value)


def test_every_rule_that_a_problem_names_is_in_the_list() -> None:
    assert [(place, rule) for place, rule in _named() if rule not in RULES] == []


def test_every_rule_of_the_list_is_used() -> None:
    assert RULES.keys() - set(_texts()) == set()


def test_authors_are_told_every_rule_as_it_is() -> None:
    text = (CHECKOUT / "content" / "README.md").read_text("utf-8")
    for level in LEVELS:
        part = re.split(r"^#+ ", text.split(f"### {level.capitalize()}s\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
        told = [match.groups() for match in ROW.finditer(part)]
        assert told == [(rule.name, rule.asks, rule.source) for rule in RULES.values() if rule.level == level]
