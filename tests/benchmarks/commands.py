"""How long `define` and `outline` take, beside a Python that only loads what they cannot do without.

python -m tests.benchmarks.commands [-n RUNS]

The three take turns; what counts is the median of the ratios. Wanted: at most 2.5.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

from tests.benchmarks.home import READER, prepared_home

FLOOR = [sys.executable, "-c", "import sqlite3, argparse"]
COMMANDS = {"define": [READER, "define", "cytokine"], "outline": [READER, "outline"]}


def seconds(command: list[str], environment: dict[str, str], *, check: bool = True) -> float:
    """Return how long *command* took from start to end, in seconds; with *check* it must not fail."""
    start = time.perf_counter()
    silent = subprocess.DEVNULL
    subprocess.run(command, env=environment, stdout=silent, stderr=silent, check=check)
    return time.perf_counter() - start


def main() -> None:
    """Print the median time of each command and of the floor, and the ratio of the two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=21, help="counted runs of each, after one that is not (default 21)")
    runs = parser.parse_args().n
    every = {"floor": FLOOR, **COMMANDS}
    with prepared_home() as environment:
        rounds = [{name: seconds(every[name], environment) for name in every} for _ in range(runs + 1)][1:]
    print(f"floor    {statistics.median(row['floor'] for row in rounds):.3f} s  python -c 'import sqlite3, argparse'")
    for name in COMMANDS:
        ratio = statistics.median(row[name] / row["floor"] for row in rounds)
        median = statistics.median(row[name] for row in rounds)
        print(f"{name:8} {median:.3f} s  {ratio:.2f} x the floor (wanted: 2.5 at most; median of {runs} rounds)")


if __name__ == "__main__":
    main()
