"""A home folder for measuring: empty but for the bundled guide, already compiled."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READER = str(Path(sys.executable).with_name("pathway-reader"))


@contextmanager
def prepared_home() -> Iterator[dict[str, str]]:
    """Give the environment in which the reader finds the bundled guide compiled, as at every start but the first."""
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o700)  # Qt warns about a runtime folder with any other mode
        folders = {
            f"XDG_{purpose}_HOME": f"{home}/{purpose.lower()}" for purpose in ("CACHE", "CONFIG", "DATA", "STATE")
        }
        environment = {**os.environ, **folders, "HOME": home, "XDG_RUNTIME_DIR": home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed reader is not compiled anew at each start
        subprocess.run([READER, "outline"], env=environment, stdout=subprocess.DEVNULL, check=True)
        yield environment
