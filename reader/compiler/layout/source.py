"""pathway.toml, the graph as its authors write it; whatever is wrong in it is said with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from reader.compiler import toml
from reader.compiler.gpml.network.walks import LONGEST, MOST_ROUTES, MOST_STEPS
from reader.compiler.lines import MOST
from reader.core.evidence import LEVELS
from reader.core.palette import KINDS
from reader.core.pathway import RELATIONS, Interaction, Node, Pathway, Route, Stage, Step
from reader.core.records import Problem
from reader.errors import ReaderError

_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")  # what XML and GPML allow as a GraphId
_TEXTS = {
    "stage": ("id", "title"),
    "node": ("id", "label", "kind", "stage", "section", "term"),
    "interaction": ("id", "source", "target", "relation", "evidence", "sentence"),
    "route": ("id", "title", "section", "closing"),
    "step": ("interaction", "node", "caption"),
}
_LISTS = {"interaction": ("references", "claims")}
_OPTIONAL = {"section", "term", "references", "claims", "interaction", "node"}
_HEADS = {sort: f"[[{sort}]]" for sort in _TEXTS} | {"step": "[[route.step]]"}
_Made = TypeVar("_Made", Stage, Node, Interaction, Route)
_LONGEST_LABEL = 48  # letters: what fits into a box of three lines


@dataclass(frozen=True, slots=True)
class _Table:
    """One ``[[node]]`` or the like: its values, and where it stands."""

    sort: str
    line: int
    values: dict[str, Any]


class SourceError(ReaderError):
    """What is wrong in a pathway.toml: the first mistake, and all of them, at most one for each table."""

    def __init__(self, mistakes: list[ReaderError]) -> None:
        super().__init__(str(mistakes[0]))
        self.mistakes = mistakes


def read_source(text: str, name: str) -> Pathway:
    """Return the graph. Raises SourceError with *name* and the lines of what is wrong."""
    data = toml.load(name, text, "it cannot be laid out")
    if isinstance(data, Problem):
        raise SourceError([ReaderError(str(data))])
    reader = _Reader(text, name, data)
    try:
        pathway = reader.pathway()
    except ReaderError as error:
        raise SourceError([*reader.mistakes, error]) from error
    if reader.mistakes:
        raise SourceError(reader.mistakes)
    return pathway


def heads(text: str) -> dict[str, list[int]]:
    """Return, by sort (``node``, ``step`` and so on), the lines where the tables of a pathway.toml begin."""
    found: dict[str, list[int]] = {sort: [] for sort in _HEADS}
    sorts = {head: sort for sort, head in _HEADS.items()}
    for number, line in enumerate(text.split("\n"), 1):
        if (sort := sorts.get(line.split("#")[0].strip())) is not None:
            found[sort].append(number)
    return found


class _Reader:
    """Turns the tables into records, one check after the other."""

    def __init__(self, text: str, name: str, data: dict[str, Any]) -> None:
        self._lines, self._name, self._data = text.split("\n"), name, data
        self.mistakes: list[ReaderError] = []  # one for each table that cannot be used
        self._ids: set[tuple[str, str]] = set()
        self._heads = heads(text)

    def pathway(self) -> Pathway:
        for key in self._data:
            if key not in ("title", "description", *_TEXTS) or key == "step":
                self._fail(self._line_of(key), f"{key!r} is not a word of this format")
        title, description = (self._top(key) for key in ("title", "description"))
        known = {sort: self._known(sort) for sort in ("stage", "node", "interaction")}
        stages = self._every("stage", lambda table: Stage(**table.values))
        nodes = self._every("node", lambda table: self._node(table, known["stage"]))
        interactions = self._every("interaction", lambda table: self._interaction(table, known["node"]))
        if len(self._heads["route"]) > MOST_ROUTES:
            self._fail(self._heads["route"][MOST_ROUTES], f"a pathway has room for {MOST_ROUTES} routes")
        routes = self._every("route", lambda table: self._route(table, known["node"], known["interaction"]))
        if not (nodes or self.mistakes):
            self._fail(1, "there is no [[node]], so there is nothing to draw")
        used = {node.stage for node in nodes}
        for stage, line in zip(stages, self._heads["stage"], strict=False):
            if not self.mistakes and stage.id not in used:
                self._fail(line, f"no node belongs to the stage {stage.id!r}")
        return Pathway(title, description, tuple(stages), tuple(nodes), tuple(interactions), tuple(routes))

    def _top(self, key: str) -> str:
        value = self._data.get(key, "")
        if not isinstance(value, str) or not value.strip():
            self._fail(self._line_of(key), f"{key} must be given, as text in quotation marks")
        return value

    def _known(self, sort: str) -> set[str]:
        """Return the ids of a sort, those of wrong tables included: what names them is right."""
        tables = self._data.get(sort)
        named = (each.get("id") for each in tables if isinstance(each, dict)) if isinstance(tables, list) else ()
        return {each for each in named if isinstance(each, str) and each.strip()}

    def _every(self, sort: str, make: Callable[[_Table], _Made]) -> list[_Made]:
        """Return what is made of the tables of a sort; a wrong one is left out, and its mistake kept."""
        made = []
        for table in self._split(sort, self._data.get(sort, []), self._heads[sort], self._line_of(sort)):
            try:
                self._check(table)
                made.append(make(table))
            except ReaderError as error:
                if len(self.mistakes) == MOST - 1:
                    raise  # each takes a walk through what is known
                self.mistakes.append(error)
        return made

    def _steps(self, route: _Table) -> Iterable[_Table]:
        following = next((line for line in self._heads["route"] if line > route.line), len(self._lines) + 1)
        heads = [line for line in self._heads["step"] if route.line < line < following]
        for table in self._split("step", route.values.get("step", []), heads, route.line):
            self._check(table)
            yield table

    def _split(self, sort: str, tables: Any, heads: list[int], line: int) -> Iterable[_Table]:
        """Yield the tables of a sort with the lines of their heads; *line* is where a wrong way to write them is."""
        are_tables = isinstance(tables, list) and all(isinstance(each, dict) for each in tables)
        if not are_tables or len(tables) != len(heads):  # a head may stand inside a text of many lines
            self._fail(line, f"each {sort} is written as its own {_HEADS[sort]}")
        for head, values in zip(heads, tables, strict=True):
            yield _Table(sort, head, values)

    def _check(self, table: _Table) -> None:
        texts, lists = _TEXTS[table.sort], _LISTS.get(table.sort, ())
        for key, value in table.values.items():
            if (table.sort, key) == ("route", "step"):
                continue  # tables of their own
            if key not in (*texts, *lists):
                article = "an" if table.sort == "interaction" else "a"
                self._fail(self._line_of(key, table), f"{key!r} is not a word of {article} {table.sort}")
            is_right = isinstance(value, str) if key in texts else _is_texts(value)
            if not is_right:
                self._fail(self._line_of(key, table), f"{key} must be {'text' if key in texts else 'a list of texts'}")
        for key in (*texts, *lists):
            if key not in _OPTIONAL and not table.values.get(key, "").strip():
                self._fail(self._line_of(key, table), f"this {table.sort} has no {key}")
        if "id" in texts:
            self._check_id(table)

    def _check_id(self, table: _Table) -> None:
        identifier = table.values["id"]
        if not _ID.fullmatch(identifier):
            self._fail(self._line_of("id", table), f"the id {identifier!r} may hold only a-z, 0-9, '-', '_' and '.'")
        space = "route" if table.sort == "route" else ""  # a route may be called as its first node is
        if (space, identifier) in self._ids:
            self._fail(self._line_of("id", table), f"the id {identifier!r} is used twice")
        self._ids.add((space, identifier))

    def _node(self, table: _Table, stages: set[str]) -> Node:
        self._one_of(table, "kind", KINDS)
        self._one_of(table, "stage", stages)
        if len(table.values["label"]) > _LONGEST_LABEL:
            self._fail(self._line_of("label", table), f"the label is longer than {_LONGEST_LABEL} letters")
        return Node(**table.values)

    def _interaction(self, table: _Table, nodes: set[str]) -> Interaction:
        self._one_of(table, "source", nodes)
        self._one_of(table, "target", nodes)
        self._one_of(table, "relation", RELATIONS)
        self._one_of(table, "evidence", LEVELS)
        if table.values["source"] == table.values["target"]:
            self._fail(self._line_of("target", table), "an interaction cannot lead back to where it starts")
        lists = {key: tuple(table.values.get(key, ())) for key in _LISTS["interaction"]}
        return Interaction(**{**table.values, **lists})

    def _route(self, table: _Table, nodes: set[str], interactions: set[str]) -> Route:
        self._check_length(table, "title")
        self._check_length(table, "closing")
        steps = tuple(self._step(each, nodes, interactions) for each in self._steps(table))
        if not steps:
            self._fail(table.line, "this route has no [[route.step]]")
        if len(steps) > MOST_STEPS:
            self._fail(table.line, f"a route has room for {MOST_STEPS} steps")
        texts = table.values
        return Route(texts["id"], texts["title"], texts.get("section", ""), texts["closing"], steps)

    def _step(self, table: _Table, nodes: set[str], interactions: set[str]) -> Step:
        interaction, node = (table.values.get(key, "") for key in ("interaction", "node"))
        if bool(interaction) == bool(node):
            what = "both an interaction and a node" if node else "no interaction and no node"
            self._fail(table.line, f"this step names {what}; it needs exactly one of them")
        self._one_of(table, *(("node", nodes) if node else ("interaction", interactions)))
        self._check_length(table, "caption")
        return Step(interaction, node, table.values["caption"])

    def _check_length(self, table: _Table, key: str) -> None:
        if len(table.values[key]) > LONGEST[key]:
            self._fail(self._line_of(key, table), f"the {key} is longer than {LONGEST[key]} letters")

    def _one_of(self, table: _Table, key: str, known: Iterable[str]) -> None:
        value = table.values[key]
        if value not in known:
            some = ", ".join(sorted(known)[:12])
            self._fail(self._line_of(key, table), f"the {key} {value!r} is not known here; known are: {some}")

    def _line_of(self, key: str, table: _Table | None = None) -> int:
        """Return the line where a key is given; the table's own where it is missing. TOML's reader keeps no lines."""
        first = table.line if table else 0
        for number, line in enumerate(self._lines[first:], first + 1):
            if line.startswith("[") and (table or key not in _TEXTS):
                break
            if re.match(rf"\s*(\[*{re.escape(key)}\]*\s*$|{re.escape(key)}\s*=)", line):
                return number
        return max(first, 1)

    def _fail(self, line: int, what: str) -> NoReturn:
        raise ReaderError(f"{self._name}, line {line}: {what}.")


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
