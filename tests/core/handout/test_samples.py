"""The small pictures of a legend on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.core.drawing import Shape, item_bounds
from reader.core.guide import Guide
from reader.core.handout.samples import HEIGHT, WIDTH, sample
from reader.core.library import Library
from reader.core.signs import line_of, signs_of

GPML = Path(__file__).parents[2] / "guides" / "gpml"


@pytest.fixture(scope="module", params=["bundled", "WP4284.gpml", "WP530.gpml"])
def guide(request: pytest.FixtureRequest, bundled: Guide, cache: Path) -> Guide:
    if request.param == "bundled":
        return bundled
    return Library(paths.bundled("content"), cache).open(str(GPML / request.param))


def test_a_sign_of_any_pathway_fits_its_sample(guide: Guide) -> None:
    assert guide.drawing is not None
    assert guide.pathway is not None
    for sign in signs_of(guide.drawing, guide.pathway):
        left, top, width, height = item_bounds(sample(sign).items)
        assert left >= -0.01, sign.words
        assert top >= -0.01, sign.words
        assert left + width <= WIDTH + 0.01, sign.words
        assert top + height <= HEIGHT + 0.01, sign.words


def test_a_line_that_studies_do_not_support_is_crossed_out() -> None:
    roles = [item.role for item in sample(line_of("contradicted")).items]
    assert roles == ["edge", "cross"]
    (line,) = sample(line_of("weak")).items
    assert isinstance(line, Shape)
    assert line.kind == "weak"
