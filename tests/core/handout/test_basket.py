"""The basket: sections ticked, with those inside them, in the order in which they will be printed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.handout.basket import ALL, NONE, SOME, Basket
from reader.core.records import Section

OUTLINE = tuple(
    Section(identifier, identifier.title(), level, parent, 100)
    for identifier, level, parent in (
        ("start", 1, ""),
        ("immune", 1, ""),
        ("cells", 2, "immune"),
        ("shared", 3, "cells"),
        ("blood", 3, "cells"),
        ("nerves", 2, "immune"),
        ("end", 1, ""),
    )
)
IDS = [section.id for section in OUTLINE]


def test_a_tick_takes_what_is_inside_and_a_second_one_gives_it_back() -> None:
    basket = Basket(OUTLINE)
    basket.toggle("cells")
    assert list(basket.sections) == ["cells", "shared", "blood"]
    assert basket.states() == {"cells": ALL, "shared": ALL, "blood": ALL, "immune": SOME}
    basket.toggle("cells")
    assert list(basket.sections) == []
    assert basket.states() == {}


def test_a_section_stays_when_one_inside_it_goes() -> None:
    basket = Basket(OUTLINE, ["cells", "shared", "blood"])
    basket.toggle("shared")
    assert list(basket.sections) == ["cells", "blood"]
    assert basket.state("cells") == SOME
    basket.toggle("cells")
    assert list(basket.sections) == ["cells", "shared", "blood"], "half a tick becomes a whole one"


def test_what_is_ticked_stands_in_reading_order_until_somebody_chose_another() -> None:
    basket = Basket(OUTLINE)
    basket.toggle("end")
    basket.toggle("start")
    assert list(basket.sections) == ["start", "end"]
    basket.take(["end", "start"])
    basket.toggle("shared")
    assert list(basket.sections) == ["end", "start", "shared"]


def test_ids_that_the_guide_no_longer_has_are_left_out() -> None:
    basket = Basket(OUTLINE, ["gone", "end", "start", "end", "lost"])
    assert (basket.sections, basket.left_out) == (("end", "start"), ("gone", "lost"))
    basket.toggle("gone")
    assert list(basket.sections) == ["end", "start"]
    assert basket.state("gone") == NONE


@given(st.lists(st.sampled_from([*IDS, "gone"])))
def test_all_states_at_once_are_those_of_each(toggled: list[str]) -> None:
    basket = Basket(OUTLINE)
    for each in toggled:
        basket.toggle(each)
        assert len(set(basket.sections)) == len(basket.sections)
        assert basket.sections == tuple(sorted(basket.sections, key=IDS.index))
    states = basket.states()
    assert {each: states.get(each, NONE) for each in IDS} == {each: basket.state(each) for each in IDS}
