"""The real program, ended by force while one reads."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from reader import paths
from tests.stories.killing import long_guide, started

WITHIN = 1.0  # seconds after which everything is on the disk

# Starts the window as the command does, scrolls a little every tenth of a second where asked, and tells each place.
PROGRAM = """
import json, sys, time
from PySide6.QtCore import Qt, QTimer
from reader import app

class Told(app.App):
    def start(self, guide):
        article = self.window.article
        article.reading_at.connect(self.tell)
        super().start(guide)
        if "walk" in sys.argv:
            self.steps = QTimer(self, interval=100)
            bar = article.verticalScrollBar()
            self.steps.timeout.connect(lambda: bar.setValue((bar.value() + 41) % max(bar.maximum(), 1)))
            self.steps.start()

        if "tick" in sys.argv:
            article.reading_at.connect(lambda place: self.handout.tick("last"), Qt.ConnectionType.SingleShotConnection)

    def tell(self, place):
        print(json.dumps([time.time(), place.section, place.block, place.offset]), flush=True)

app.App = Told
app.run(sys.argv[1])
"""


def told(process: subprocess.Popen[str]) -> list[Any]:
    """Return the next place that the program tells: time, section, block, offset."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the program ended by itself"
    found: list[Any] = json.loads(line)
    return found


def kept() -> list[Any]:
    """Return the place on the disk: section, block, offset."""
    found: list[Any] = json.loads((paths.state() / "session.json").read_text())["guides"]["long"]["anchor"][:3]
    return found


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return long_guide(tmp_path / "long")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_program_that_is_killed_loses_at_most_the_last_second(long: Path) -> None:
    with started(PROGRAM, str(long), "walk") as process:
        places = [told(process)]
        while places[-1][0] < places[0][0] + 2:
            places.append(told(process))
        process.kill()
        end = time.time()
        assert process.stdout is not None
        places += [json.loads(line) for line in process.stdout if line.endswith("]\n")]
    assert len({tuple(place[1:]) for place in places}) > 5, "it has to be on its way"
    newest = max(place[0] for place in places if place[1:] == kept())
    assert newest > end - WITHIN - 0.2  # a fifth for a machine that is busy
    with started(PROGRAM, "") as again:
        assert told(again)[1:] == kept()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_section_ticked_for_a_handout_survives_a_kill(long: Path) -> None:
    with started(PROGRAM, str(long), "tick") as process:
        told(process)
        time.sleep(WITHIN)
        process.kill()
    assert json.loads((paths.state() / "session.json").read_text())["guides"]["long"]["basket"] == ["last"]
