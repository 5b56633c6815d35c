"""Back and forward through every jump."""

from __future__ import annotations

from reader.core.history import LIMIT, History
from reader.core.text import Place

A, B, C = Place("a"), Place("b"), Place("c")


def test_back_and_forward_are_each_others_undoing() -> None:
    history = History()
    history.leave(A)
    history.leave(B)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.forward(A) == B
    assert history.forward(B) == C


def test_a_new_visit_forgets_the_places_ahead() -> None:
    history = History()
    history.leave(A)
    history.back(B)
    history.leave(A)
    assert history.forward(C) is None


def test_a_step_always_moves() -> None:
    history = History(behind=[A, B])
    assert history.back(B) == A


def test_leaving_the_same_place_twice_is_one_step() -> None:
    history = History()
    history.leave(A)
    history.leave(A)
    assert history.behind == [A]


def test_a_long_day_of_reading_keeps_the_newest_places_only() -> None:
    history = History()
    for number in range(LIMIT + 50):
        history.leave(Place("s", "s.1", number))
    assert len(history.behind) == LIMIT
    assert history.behind[-1].offset == LIMIT + 49


def test_at_either_end_there_is_nowhere_to_go() -> None:
    assert History().back(A) is None
    assert History().forward(A) is None
