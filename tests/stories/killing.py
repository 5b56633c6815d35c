"""The real program in a process of its own, which is ended by force, and a long guide to be read in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

SMALL = Path(__file__).parents[1] / "guides" / "small"
ROOT = Path(__file__).parents[2]


def long_guide(folder: Path) -> Path:
    """Make a guide of many screens in *folder*, and return it."""
    shutil.copytree(SMALL, folder)
    (folder / "guide.toml").write_text('id = "long"\ntitle = "Long"\n')
    lines = "\n\n".join(f"Line {number} of many, each of its own." for number in range(400))
    (folder / "article.md").write_text((folder / "article.md").read_text() + "\n\n" + lines)
    return folder


@contextmanager
def started(program: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Give *program*, Python's, running with these *words* after it; it is killed at the end."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as process:
        too_late = Timer(60, process.kill)  # or a program that says nothing would be waited for without end
        too_late.start()
        try:
            yield process
        finally:
            too_late.cancel()
            process.kill()  # SIGKILL: nothing can be tidied up
