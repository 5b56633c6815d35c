"""Commands that read guides in this process; how their children are started and ended is tested in tests/core."""

from __future__ import annotations

import pytest

from tests.children import stay_here


@pytest.fixture(autouse=True)
def _without_children(monkeypatch: pytest.MonkeyPatch) -> None:
    stay_here(monkeypatch)
