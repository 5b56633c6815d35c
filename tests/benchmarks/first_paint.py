"""How soon the window is finished, and its memory, beside a skeleton of stock widgets.

python -m tests.benchmarks.first_paint [-n PAIRS] [--shot FILE.png] [--vs 'COMMAND'] [-- COMMAND ...]

Starts the two programs in turns on a screen in memory. The time is when the final picture first stood, the memory
that of all processes of the program (proportional set size). What counts is the median of the ratios, pair by pair.
Wanted: at most 1.3 for the time and 1.6 for the memory.
"""

from __future__ import annotations

import argparse
import os
import shlex
import signal
import statistics
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.benchmarks.home import READER, prepared_home
from tests.benchmarks.screen import Eye, differing, screen

SKELETON = shlex.join([sys.executable, str(Path(__file__).with_name("skeleton.py"))])


@dataclass(frozen=True)
class Start:
    """One start of a program: seconds to the finished picture and memory in MB."""

    seconds: float
    megabytes: float


def megabytes(pid: int) -> float:
    """Return the proportional set size of a process and all below it, in MB."""
    total = 0
    with suppress(psutil.NoSuchProcess):
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            with suppress(psutil.Error):
                total += process.memory_full_info().pss
    return total / 2**20


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        time.sleep(0.4)  # for its children, whose end nobody tells us
    process.wait()


def start_once(command: list[str], environment: dict[str, str], shot: str | None = None) -> Start:
    """Start *command*, watch it until it stands still, write the last picture to *shot*, end it."""
    with closing(Eye(environment["DISPLAY"])) as eye:
        empty = eye.look()
        start = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        pictures = eye.watch(start)
        memory = megabytes(process.pid)
        if shot:
            eye.save(shot)
    end(process)
    final = pictures[-1][1]
    if differing(final, empty).mean() < 0.02:
        sys.exit(f"This program showed nothing: {shlex.join(command)}")
    return Start(next(when for when, picture in pictures if differing(picture, final).mean() < 0.01), memory)


def report(pairs: list[tuple[Start, Start]], commands: list[list[str]]) -> None:
    """Print the median of each program and of the ratios."""
    for command, starts in zip(commands, zip(*pairs, strict=True), strict=True):
        seconds = statistics.median(start.seconds for start in starts)
        memory = statistics.median(start.megabytes for start in starts)
        print(f"{seconds:.3f} s  {memory:4.0f} MB  {shlex.join(command)}")
    paint = [a.seconds / b.seconds for a, b in pairs]
    memory_ratio = statistics.median(a.megabytes / b.megabytes for a, b in pairs)
    print(f"first paint {statistics.median(paint):.2f} x (wanted: 1.3 at most; {min(paint):.2f} to {max(paint):.2f})")
    print(f"memory      {memory_ratio:.2f} x (wanted: 1.6 at most)")


def main() -> None:
    """Measure the reader against the skeleton, or any two programs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=7, help="counted pairs, after one that is not (default 7)")
    parser.add_argument("--shot", help="write the last picture of the command here")
    parser.add_argument("--vs", default=SKELETON, help="the program to take turns with (default: the skeleton)")
    parser.add_argument("command", nargs="*", default=[READER], help="the program to measure (default: the reader)")
    args = parser.parse_args()
    commands = [args.command, shlex.split(args.vs)]
    with prepared_home() as home, screen(home) as shown:
        pairs = [(start_once(commands[0], shown, args.shot), start_once(commands[1], shown)) for _ in range(args.n + 1)]
    report(pairs[1:], commands)


if __name__ == "__main__":
    main()
