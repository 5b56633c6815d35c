"""A child process with limits."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from reader.core.child import Child
from reader.core.limits import TIME_VARIABLE, within


def test_a_child_that_ends_well_is_finished_with_its_output() -> None:
    outcome = Child("calendar", ["2026", "1"], seconds=20, megabytes=0).wait()
    assert (outcome.how, outcome.code) == ("finished", 0)
    assert b"January 2026" in outcome.output


def test_a_child_that_fails_tells_its_code_and_what_it_said() -> None:
    outcome = Child("calendar", ["--nonsense"], seconds=20, megabytes=0).wait()
    assert (outcome.how, outcome.code) == ("failed", 2)
    assert "--nonsense" in outcome.errors


def test_a_child_over_its_time_is_ended() -> None:
    assert Child("timeit", ["while True: pass"], seconds=0.2, megabytes=0).wait().how == "too slow"


@pytest.mark.slow
def test_a_child_that_only_waited_is_given_longer() -> None:
    nap = "import time; time.sleep(1)"
    assert Child("timeit", ["-n", "1", "-r", "1", nap], seconds=0.6, megabytes=0).wait().how == "finished"


def test_a_child_can_be_stopped_and_stays_stopped() -> None:
    child = Child("timeit", ["while True: pass"], seconds=60, megabytes=0)
    assert child.poll() is None
    child.stop()
    child.stop()
    outcome = child.poll()
    assert outcome is not None
    assert outcome.how == "stopped"


@pytest.mark.slow
def test_a_child_whose_parent_was_killed_does_not_work_on_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TIME_VARIABLE, "0.5")
    code = "from reader.core.limits import apply_limits; apply_limits()\nwhile True: pass"
    orphan = subprocess.run([sys.executable, "-I", "-c", code], timeout=30, check=False)
    assert orphan.returncode == -signal.SIGKILL


@pytest.mark.slow  # it waits for a limit
def test_one_part_of_the_work_may_have_a_limit_of_its_own() -> None:
    start = (
        "import time\nfrom reader.core.limits import within\n"
        "def work(seconds):\n    while time.process_time() < seconds: pass\n"
    )
    too_long = subprocess.run([sys.executable, "-I", "-c", f"{start}with within(0): work(9)"], check=False)
    assert too_long.returncode == -signal.SIGXCPU
    in_time = subprocess.run([sys.executable, "-I", "-c", f"{start}with within(0): pass\nwork(1.1)"], check=False)
    assert in_time.returncode == 0


def test_a_limit_ends_with_the_part_of_the_work_that_fails() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_CPU)
    with pytest.raises(KeyError), within(100):
        raise KeyError("ours")
    assert resource.getrlimit(resource.RLIMIT_CPU) == before


def test_a_machine_that_allows_less_memory_than_we_ask_is_no_trouble() -> None:
    code = (
        "import os, resource; from reader.core import limits;"
        "resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9));"
        "os.environ[limits.MEMORY_VARIABLE] = '1500'; limits.apply_limits();"
        "print(resource.getrlimit(resource.RLIMIT_AS))"
    )
    ended = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.stderr) == ("(1000000000, 1000000000)\n", "")
