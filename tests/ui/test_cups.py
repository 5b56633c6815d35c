"""Printing for real: from the dialog through CUPS to a printer, and what came out of it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.cups import PRINTER, Cups

pytestmark = pytest.mark.slow
Print = Callable[..., str]
Page = Any  # an array: the types must not depend on whether numpy is here
A4, A5 = (248, 351), (175, 248)  # 30 dots an inch


@pytest.fixture
def cups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cups]:
    # Neither the name of a socket nor the folders above it may be what pytest makes them: too long, and closed.
    with tempfile.TemporaryDirectory(prefix="cups-") as folder:
        cups = Cups(Path(folder))
        try:
            yield cups
        finally:
            cups.close()


@pytest.fixture
def print_(cups: Cups, tmp_path: Path) -> Print:
    def run(environment: dict[str, str] | None = None, **choices: object) -> str:
        """Return what the dialog said."""
        child = [sys.executable, "-m", "tests.ui.printing_child", str(tmp_path), PRINTER, json.dumps(choices)]
        done = subprocess.run(
            child, env={**cups.environment, **(environment or {})}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def pictures(pdf: Path, width: int = A4[0], height: int = A4[1]) -> list[Page]:
    """Return the pages as rows of grey from 0 to 1."""
    size = ["-scale-to-x", str(width), "-scale-to-y", str(height)]  # a page of a printer may be half a point larger
    drawn = subprocess.run(["pdftoppm", "-gray", *size, pdf], capture_output=True, check=True).stdout
    found = []
    while drawn:
        assert drawn.startswith(b"P5\n%d %d\n255\n" % (width, height))
        drawn = drawn.split(b"\n", 3)[3]
        found.append(np.frombuffer(drawn[: width * height], np.uint8).reshape(height, width) / 255)
        drawn = drawn[width * height :]
    return found


def wide_pictures(pdf: Path) -> int:
    """Return how many pictures are as wide as a page: its letters are in them."""
    widths = [int(line.split()[3]) for line in told("pdfimages", "-list", pdf).splitlines()[2:]]
    return sum(width > 1000 for width in widths)


def differ(one: Page, other: Page) -> float:
    """Return how different two pages are, seen from afar; above 0.015 they are not the same."""
    return float(np.abs(_from_afar(one) - _from_afar(other)).mean())


def _from_afar(page: Page) -> Page:
    rows, columns = (size // 5 * 5 for size in page.shape)
    return page[:rows, :columns].reshape(rows // 5, 5, columns // 5, 5).mean(axis=(1, 3))


def test_what_comes_out_is_what_was_shown(cups: Cups, print_: Print, tmp_path: Path) -> None:
    assert print_() == f"Sent to “{PRINTER}”."
    out = cups.printed()
    shown, printed = pictures(tmp_path / "shown.pdf"), pictures(out)
    assert len(printed) == len(shown) > 1
    assert all(differ(*pages) < 0.015 for pages in zip(shown, printed, strict=True))
    assert differ(shown[0], printed[1]) > 0.015
    assert wide_pictures(out) == 0  # letters


def test_only_the_pages_asked_for_come_out(cups: Cups, print_: Print, tmp_path: Path) -> None:
    print_(pages="2")
    (printed,) = pictures(cups.printed())
    assert differ(printed, pictures(tmp_path / "shown.pdf")[1]) < 0.015


def test_the_last_page_comes_first_if_wished(cups: Cups, print_: Print, tmp_path: Path) -> None:
    print_(last_first=True)
    shown, printed = pictures(tmp_path / "shown.pdf"), pictures(cups.printed())
    assert all(differ(*pages) < 0.015 for pages in zip(shown[::-1], printed, strict=True))


def test_two_copies_come_out_one_after_the_other(cups: Cups, print_: Print, tmp_path: Path) -> None:
    print_(copies=2)
    shown, printed = pictures(tmp_path / "shown.pdf"), pictures(cups.printed())
    assert all(differ(*pages) < 0.015 for pages in zip(shown * 2, printed, strict=True))


def test_on_smaller_paper_nothing_is_cut_off(cups: Cups, print_: Print, tmp_path: Path) -> None:
    said = print_(paper="letter", size="A5")
    assert "smaller than the pages: they come out at 69 % of their size" in said
    out = cups.printed()
    assert "(A5)" in told("pdfinfo", out)
    first = np.ones(A5[::-1])
    first[10:237] = pictures(tmp_path / "shown.pdf", A5[0], 227)[0]  # as wide as the paper, in its middle
    assert differ(pictures(out, *A5)[0], first) < 0.015


def test_on_larger_paper_the_pages_stay_as_they_are(cups: Cups, print_: Print, tmp_path: Path) -> None:
    said = print_(size="A3")
    assert "larger than the pages: they stand in the middle, at their own size" in said
    out = cups.printed()
    assert "(A3)" in told("pdfinfo", out)
    first = np.ones((496, 351))
    first[73 : 73 + 351, 51 : 51 + 248] = pictures(tmp_path / "shown.pdf")[0]
    assert differ(pictures(out, 351, 496)[0], first) < 0.015


def test_a_printer_that_has_gone_is_said(print_: Print) -> None:
    assert print_(remove=True) == f"“{PRINTER}” did not take the pages. Is the printer still there?"


def test_a_printer_that_was_stopped_is_said(print_: Print) -> None:
    words = "The printer has been stopped: it prints once it is started again."
    assert print_(stop=True) == f"Sent to “{PRINTER}”. {words}"


def test_without_its_program_the_pages_are_painted(cups: Cups, print_: Print, tmp_path: Path) -> None:
    """As on Windows."""
    assert print_({"PATH": str(tmp_path)}) == f"Sent to “{PRINTER}”."
    out = cups.printed()
    shown, printed = pictures(tmp_path / "shown.pdf"), pictures(out)
    assert all(differ(*pages) < 0.015 for pages in zip(shown, printed, strict=True))
    assert wide_pictures(out) > len(shown)
