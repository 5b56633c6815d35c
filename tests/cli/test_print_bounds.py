"""What `print` takes of the machine, and what it leaves behind, whatever the guide holds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.core.handout.bounds import ENDED, TOO_SLOW
from reader.core.scratch import LOCK

PRINT = """
import sys
from reader.__main__ import main
from reader.core.handout import bounds
name, value, guide, target = sys.argv[1:]
setattr(bounds, name, float(value))
sys.exit(main(["print", guide, "-o", target]))
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def long(tmp_path: Path) -> str:
    """A guide that takes a second or more."""
    words = "Nerves can turn signals up, and cells talk by small proteins. " * 12
    file = tmp_path / "long.md"
    file.write_text("# Long\n\n" + "".join(f"## Part {n}\n\n{words}\n\n{words}\n\n" for n in range(300)))
    return str(file)


def begun(long: str, bound: str = "GLANCE", value: float = 0.1) -> subprocess.Popen[str]:
    target = Path(long).with_name("out.pdf")
    command = [sys.executable, "-c", PRINT, bound, str(value), long, str(target)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.parametrize(("bound", "value", "sentence"), [("SECONDS", 0.5, TOO_SLOW), ("RESIDENT", 0.015, ENDED)])
def test_what_takes_too_much_is_ended_with_a_sentence_and_leaves_nothing(
    long: str, temporary: Path, bound: str, value: float, sentence: str
) -> None:
    with begun(long, bound, value) as process:
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (1, f"{sentence}\n")
    assert list(temporary.iterdir()) == []
    assert not Path(long).with_name("out.pdf").exists()


@pytest.mark.slow
def test_what_a_killed_command_left_behind_goes_with_the_next(long: str, temporary: Path) -> None:
    with begun(long) as process:
        while not list(temporary.glob(f"*/{LOCK}")):
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    (folder,) = temporary.iterdir()
    os.utime(folder / LOCK, (0, 0))  # long ago
    with begun(long) as process:
        _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert list(temporary.iterdir()) == []
