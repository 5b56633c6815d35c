"""Presets of one's own, as they come from a file that anyone can edit."""

from __future__ import annotations

from typing import Any

import pytest

from reader.core.handout import own_presets
from reader.core.handout.presets import PRESETS, Layout, Preset

MINE = Preset("key-points", frozenset({"lines"}), Layout(size=20, face="sans"))


def test_what_was_saved_is_read_back() -> None:
    assert own_presets.read({"Ward 3": MINE.to_json()}) == ({"Ward 3": MINE}, ())


@pytest.mark.parametrize(
    "damaged",
    [
        3,
        None,
        [],
        {},
        {"depth": "full"},
        {"depth": "half", "parts": [], "layout": {}},
        {"depth": "full", "parts": ["jokes"], "layout": {}},
        {"depth": "full", "parts": 3, "layout": {}},
        {"depth": "full", "parts": [], "layout": {"size": 900}},
        {"depth": "full", "parts": [[]], "layout": {}},
        {"depth": [], "parts": [], "layout": {}},
        {"depth": "full", "parts": [], "layout": {"kind": []}},
        {"depth": "full", "parts": [], "layout": {"size": 20}},
        MINE.to_json() | {"since": 9},
        MINE.to_json() | {"layout": MINE.to_json()["layout"] | {"columns": 2}},
    ],
)
def test_a_damaged_one_is_left_out_and_named(damaged: Any) -> None:
    assert own_presets.read({"Bad": damaged, "Ward 3": MINE.to_json()}) == ({"Ward 3": MINE}, ("Bad",))


def test_a_name_that_is_always_there_is_nobodys() -> None:
    own, bad = own_presets.read({"large print": MINE.to_json(), "doctor": MINE.to_json(), " ": MINE.to_json()})
    assert (own, bad) == ({}, ("large print", "doctor", " "))


def test_there_is_an_end_to_them() -> None:
    own, bad = own_presets.read({str(number): MINE.to_json() for number in range(own_presets.MOST + 3)})
    assert (len(own), len(bad)) == (own_presets.MOST, 3)


def test_what_cannot_be_read_is_kept_as_it_is_and_what_was_deleted_is_not() -> None:
    later, broken = {"depth": "full", "parts": ["smells"], "layout": {}, "since": 9}, [3]
    found = {"Later": later, "Ward 3": MINE.to_json(), "Broken": broken, "Ward 4": MINE.to_json()}
    assert own_presets.kept({"Ward 4": MINE}, found) == {"Ward 4": MINE.to_json(), "Later": later, "Broken": broken}


def test_those_beyond_the_most_are_kept_too() -> None:
    found = {str(number): MINE.to_json() for number in range(own_presets.MOST + 3)}
    own, _ = own_presets.read(found)
    assert own_presets.kept(own, found) == found


def test_one_under_another_name_stays_in_its_place() -> None:
    other = PRESETS["easy"]
    three = {"a": MINE, "b": other, "c": MINE}
    assert list(own_presets.renamed(three, "b", "d")) == ["a", "d", "c"]
    assert own_presets.renamed(three, "b", "a") == {"a": other, "c": MINE}
    assert own_presets.renamed(three, "b", "b") == three
