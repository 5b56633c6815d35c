"""The way through a guide, one paragraph at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.numbering import Numbering, Paragraph
from reader.core.steps import Sitting, Steps
from tests.guides.writing import compiled

ARTICLE = "# One\n\na\n\nb\n\n# Two\n\n# Three\n\nc\n\nd\n"


@pytest.fixture(scope="module")
def numbering(tmp_path_factory: pytest.TempPathFactory) -> Numbering:
    return Numbering(compiled(tmp_path_factory.mktemp("steps"), article_md=ARTICLE))


def walked(steps: Steps, first: Paragraph, *, back: bool = False) -> list[str]:
    numbers = []
    here: Paragraph | None = first
    while here is not None:
        numbers.append(here.number)
        here = steps.before(here) if back else steps.after(here)
    return numbers


def test_the_way_leads_through_headings_and_paragraphs_and_back(numbering: Numbering) -> None:
    steps = Steps(numbering, lambda _: True)
    forth = walked(steps, numbering.find("1"))
    assert forth == ["1", "1.1", "1.2", "2", "3", "3.1", "3.2"]
    assert walked(steps, numbering.find("3.2"), back=True) == forth[::-1]


def test_what_is_hidden_is_passed_over(numbering: Numbering) -> None:
    steps = Steps(numbering, lambda each: each.number not in ("1.2", "3.1"))
    assert walked(steps, numbering.find("1")) == ["1", "1.1", "2", "3", "3.2"]
    assert walked(steps, numbering.find("3.2"), back=True) == ["3.2", "3", "2", "1.1", "1"]
    assert steps.nearest(numbering.find("1.2")).number == "1.1"
    assert steps.nearest(numbering.find("1.1")).number == "1.1"


def test_progress_counts_what_is_shown_of_the_section(numbering: Numbering) -> None:
    every = Steps(numbering, lambda _: True)
    assert [every.progress(numbering.find(said)) for said in ("1", "1.1", "1.2", "2")] == [
        (0, 2),
        (1, 2),
        (2, 2),
        (0, 0),
    ]
    assert Steps(numbering, lambda each: each.number != "1.1").progress(numbering.find("1.2")) == (1, 1)


def test_a_paragraph_over_which_one_rested_does_not_count_for_an_hour() -> None:
    sitting = Sitting(100.0)
    assert sitting.step(160.0) == 60.0
    assert sitting.step(160.0 + 3600.0) == 60.0 + 180.0


def test_nobody_is_lost_where_all_is_hidden(tmp_path: Path) -> None:
    numbering = Numbering(compiled(tmp_path, article_md="# One\n\na\n"))
    steps = Steps(numbering, lambda _: False)
    assert steps.nearest(numbering.find("1.1")).number == "1.1"
    assert steps.after(numbering.find("1")) is None
