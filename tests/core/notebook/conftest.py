"""A folder that can be forbidden, for tests of what stands in the way of the notebook."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65_534


@pytest.fixture
def users_folder() -> Iterator[Path]:
    """A folder of a user who is not root: root may write everywhere."""
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        home.chmod(0o755)
        mine = home / "data"
        mine.mkdir()
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(mine, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield mine
        finally:
            mine.chmod(0o700)
            if is_root:
                os.seteuid(0)
