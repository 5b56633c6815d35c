"""Back and forward through every jump."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.core.history import LIMIT, LINE, SCREENFUL, History, Visit
from reader.core.text import Place


def visit(section: str, at: int = 0, guide: str = "/g") -> Visit:
    return Visit(guide, Place(section, f"{section}.1", at), at)


A, B, C = visit("a"), visit("b"), visit("c")


def test_back_and_forward_are_each_others_undoing() -> None:
    history = History()
    history.leave(A, B)
    history.leave(B, C)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.forward(A) == B
    assert history.forward(B) == C


def test_a_new_visit_forgets_the_places_ahead() -> None:
    history = History()
    history.leave(A, B)
    history.back(B)
    history.leave(A, C)
    assert history.forward(C) is None


def test_a_step_always_moves() -> None:
    history = History(behind=[A, B])
    assert history.back(visit("b", LINE)) == A


def test_a_jump_of_less_than_a_screenful_is_no_step() -> None:
    history = History()
    history.leave(visit("a", 100), visit("a", 100 + SCREENFUL))
    assert history.behind == []
    history.leave(visit("a", 100), visit("a", 101 + SCREENFUL))
    assert history.behind == [visit("a", 100)]


def test_a_short_way_into_another_section_is_a_step() -> None:
    history = History()
    history.leave(visit("a", 10), visit("b", 0))
    assert history.behind == [visit("a", 10)]


def test_of_two_places_that_are_near_the_later_stands_for_both() -> None:
    history = History()
    history.leave(visit("a", 0), B)
    history.leave(visit("a", 500), B)
    assert history.behind == [visit("a", 500)]


def test_a_small_move_keeps_the_places_ahead() -> None:
    history = History(ahead=[C])
    history.leave(visit("a", 0), visit("a", 10))
    assert history.ahead == [C]


def test_the_same_section_of_another_guide_is_far_away() -> None:
    history = History()
    history.leave(A, visit("a", 0, "/other"))
    assert history.back(visit("a", 0, "/other")) == A


def test_where_one_stands_is_nowhere_to_go() -> None:
    history = History(behind=[A], ahead=[A])
    assert not history.can_go_back(A)
    assert not history.can_go_forward(A)
    assert history.can_go_back(B)
    assert history.can_go_forward(B)


def test_a_guide_that_has_gone_is_nowhere_to_go() -> None:
    history = History(behind=[A, visit("a", 0, "/gone"), B])
    history.forget("/gone")
    assert history.behind == [A, B]


def test_a_long_day_of_reading_keeps_the_newest_places_only() -> None:
    history = History()
    for number in range(LIMIT + 50):
        history.leave(visit(f"s{number}"))
    assert len(history.behind) == LIMIT
    assert history.behind[-1].place.section == f"s{LIMIT + 49}"


def test_at_either_end_there_is_nowhere_to_go() -> None:
    assert History().back(A) is None
    assert History().forward(A) is None


Visits = st.builds(visit, st.sampled_from("abc"), st.integers(0, 5000), st.sampled_from(["/g", "/h"]))


@given(st.lists(Visits, min_size=1, max_size=30), st.integers(1, 40))
def test_after_any_way_back_the_way_forward_returns(way: list[Visit], steps: int) -> None:
    history = History()
    for here, there in pairwise(way):
        history.leave(here, there)
    end = here = way[-1]
    taken = 0
    for _ in range(steps):
        if (before := history.back(here)) is not None:
            here, taken = before, taken + 1
    for _ in range(taken):
        after = history.forward(here)
        assert after is not None
        here = after
    assert here == end
