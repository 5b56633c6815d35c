"""A program of ours that works in a process of its own, with limits on time and memory, and that can be stopped.

Only another process can be stopped for certain: a regular expression that hangs holds the interpreter's lock, and
Typst can neither be cancelled nor give memory back.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reader.core.limits import MEMORY_VARIABLE, OUT_OF_TIME, TIME_VARIABLE

PATIENCE = 3  # seconds by the clock for one of work
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows: no console flashes up


def command(module: str, arguments: Sequence[str]) -> list[str]:
    """Return what starts a module of ours as a program."""
    # -I: neither the working folder, which may be a stranger's, nor the user's environment adds modules.
    return [sys.executable, "-I", "-m", module, *arguments]


def environment(*, seconds: float, megabytes: int) -> dict[str, Any]:
    """Return the arguments of Popen that hold a child to these limits, once it calls `apply_limits`; 0 is no limit."""
    env = {**os.environ, MEMORY_VARIABLE: str(megabytes), TIME_VARIABLE: str(seconds)}
    return {"env": env, "creationflags": _NO_WINDOW}


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended, and what it wrote to standard output and to standard error."""

    how: Literal["finished", "failed", "too slow", "stopped"]
    output: bytes
    errors: str = ""
    code: int = 0  # what the process returned; below 0: the signal that ended it


class Child:
    """One run of ``python -m module arguments``, begun when this object is made.

    Ask `poll` now and then (a timer in a window), or `wait` (a command). *seconds* is how long it may work, by the
    processor where the system can say: a laptop that slept or was busy is no reason to give up. By the clock it has
    PATIENCE times as long. Then it is ended. *megabytes* limits its address space where the system can
    (`apply_limits`).
    """

    def __init__(
        self, module: str, arguments: list[str], *, given: bytes = b"", seconds: float, megabytes: int
    ) -> None:
        # Files and not pipes: a child can then write as much as it likes while nobody reads.
        self._output = tempfile.TemporaryFile()
        self._errors = tempfile.TemporaryFile()
        with tempfile.TemporaryFile() as given_file:
            given_file.write(given)
            given_file.seek(0)
            self._process = subprocess.Popen(
                command(module, arguments),
                stdin=given_file,
                stdout=self._output,
                stderr=self._errors,
                **environment(seconds=seconds, megabytes=megabytes),
            )
        self._end = time.monotonic() + PATIENCE * seconds
        self._outcome: Outcome | None = None

    def poll(self) -> Outcome | None:
        """Return how the child ended, or None while it runs. Never blocks for longer than ending it takes."""
        if self._outcome is None:
            if (code := self._process.poll()) is not None:
                self._close("finished" if code == 0 else "too slow" if code in (-OUT_OF_TIME, -9) else "failed")
            elif time.monotonic() > self._end:
                self._end_process()
                self._close("too slow")
        return self._outcome

    def wait(self) -> Outcome:
        """Return how the child ended, once it has."""
        while (outcome := self.poll()) is None:
            try:
                self._process.wait(timeout=max(0.001, self._end - time.monotonic()))
            except subprocess.TimeoutExpired:
                continue
        return outcome

    def stop(self) -> None:
        """End the child now; its outcome is then ``stopped``, unless it had ended before."""
        if self.poll() is None:
            self._end_process()
            self._close("stopped")

    def _end_process(self) -> None:
        self._process.kill()
        self._process.wait()

    def _close(self, how: Literal["finished", "failed", "too slow", "stopped"]) -> None:
        self._output.seek(0)
        self._errors.seek(0)
        output, errors = self._output.read(), self._errors.read()
        self._output.close()
        self._errors.close()
        self._outcome = Outcome(how, output, errors.decode(errors="replace"), self._process.returncode)
