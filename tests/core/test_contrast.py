"""Contrast: the examples that WCAG's own ratio is known by."""

from __future__ import annotations

import pytest

from reader.core.contrast import contrast


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#000000", 21.0),
        ("#ffffff", 1.0),
        ("#767676", 4.54),
        ("#777777", 4.48),
        ("#595959", 7.0),
        ("#ff0000", 4.0),
        ("#0000ff", 8.59),
    ],
)
def test_contrast_with_white(colour: str, ratio: float) -> None:
    assert contrast(colour, "#ffffff") == pytest.approx(ratio, abs=0.005)
    assert contrast("#ffffff", colour) == contrast(colour, "#ffffff")


def test_near_black_is_counted_on_the_straight_part_of_the_curve() -> None:
    # WCAG 2.2, relative luminance: 10 / 255 = 0.0392, which is under 0.04045, is divided by 12.92
    assert contrast("#0a0a0a", "#000000") == pytest.approx((10 / 255 / 12.92 + 0.05) / 0.05)
