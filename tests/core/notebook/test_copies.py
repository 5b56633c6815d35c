"""A copy a day, seven of them, whatever the clock does."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.core.notebook import copies
from reader.core.notebook.notes import Note
from reader.core.notebook.store import Store, add


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "notebook.sqlite")
    made.apply(add([Note("one", "fibro", "bookmark")]))
    return made


def make(store: Store, folder: Path, day: str) -> bool:
    return copies.make(store, folder, lambda: day)


def test_one_a_day(store: Store, tmp_path: Path) -> None:
    assert make(store, tmp_path / "copies", "2026-11-22")
    assert not make(store, tmp_path / "copies", "2026-11-22")
    assert make(store, tmp_path / "copies", "2026-11-23")
    assert [each.day for each in copies.listed(tmp_path / "copies")] == ["2026-11-23", "2026-11-22"]


def test_the_last_seven_are_kept(store: Store, tmp_path: Path) -> None:
    for day in range(1, 20):
        make(store, tmp_path / "copies", f"2026-11-{day:02}")
    assert [each.day[-2:] for each in copies.listed(tmp_path / "copies")] == ["19", "18", "17", "16", "15", "14", "13"]


def test_a_clock_set_back_by_a_year_loses_no_copy_but_the_oldest(store: Store, tmp_path: Path) -> None:
    for day in range(1, 8):
        make(store, tmp_path / "copies", f"2026-11-{day:02}")
    make(store, tmp_path / "copies", "2025-11-22")
    days = [each.day for each in copies.listed(tmp_path / "copies")]
    assert days[:2] == ["2025-11-22", "2026-11-07"]
    assert len(days) == 7


def test_an_empty_notebook_pushes_no_copy_out(store: Store, tmp_path: Path) -> None:
    """Whoever lost all notes must not lose the copies, too, day by day."""
    make(store, tmp_path / "copies", "2026-11-21")
    store.forget()
    assert not make(store, tmp_path / "copies", "2026-11-22")
    assert len(copies.listed(tmp_path / "copies")) == 1


def test_what_is_forgotten_is_in_no_copy_and_what_is_not_stays(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    store.apply(add([Note("two", "sleep", "note", body="xylograph")]))
    store.name_guides({"sleep": "Xylograph", "fibro": "Fibro"})
    for day in range(1, 4):
        make(store, folder, f"2026-11-{day:02}")
    copies.listed(folder)[0].file.write_text("{ damaged, with a xylograph")
    copies.forget(folder, "sleep")
    left = b"".join(each.file.read_bytes() for each in copies.listed(folder))
    assert b"xylograph" not in left.lower()
    assert left.count(b'"one"') == 2
    copies.forget(folder)
    assert copies.listed(folder) == []
