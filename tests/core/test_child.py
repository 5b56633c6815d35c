"""A child process with limits."""

from __future__ import annotations

from reader.core.child import Child


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


def test_a_child_can_be_stopped_and_stays_stopped() -> None:
    child = Child("timeit", ["while True: pass"], seconds=60, megabytes=0)
    assert child.poll() is None
    child.stop()
    child.stop()
    outcome = child.poll()
    assert outcome is not None
    assert outcome.how == "stopped"
