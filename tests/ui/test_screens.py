"""A window comes back whole, on a screen that is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from reader.ui.screens import first, whole

MAIN, RIGHT = QRect(0, 30, 1920, 1050), QRect(1920, 0, 1280, 1024)


def test_a_window_stands_where_it_stood() -> None:
    assert whole([2000, 50, 900, 700], [MAIN, RIGHT]) == QRect(2000, 50, 900, 700)


def test_from_a_screen_that_has_gone_it_comes_whole_to_the_middle_of_the_main_one() -> None:
    assert whole([2000, 50, 900, 700], [MAIN]) == QRect(510, 205, 900, 700)


def test_a_window_that_hangs_over_the_edge_is_moved_in_and_keeps_its_size() -> None:
    assert whole([-300, 900, 800, 600], [MAIN]) == QRect(0, 480, 800, 600)


def test_a_window_larger_than_its_screen_fills_it() -> None:
    assert whole([100, 100, 4000, 3000], [MAIN]) == MAIN


@pytest.mark.parametrize("wrong", [[], [1, 2, 3], [0, 0, 10**12, 400], [0, 0, 5, 5], [0, 0, -900, 700]])
def test_what_is_no_place_of_a_window_is_forgotten(wrong: list[int]) -> None:
    assert whole(wrong, [MAIN, RIGHT]) == first(MAIN) == QRect(320, 105, 1280, 900)
