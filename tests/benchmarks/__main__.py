"""Run every benchmark of this folder in turn: `make bench`.

Each is a program of its own and prints its figures with what is wanted of them. Nothing fails: a busy machine is no
fault, and a figure that is missed should be read.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PARTS = {"__main__", "glossaries", "home", "measures", "screen", "skeleton", "stopwatch"}  # used by the benchmarks


def main() -> None:
    """Run the benchmarks one after another, so that none disturbs the next."""
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in PARTS:
            print(f"\n== {path.stem}", flush=True)
            subprocess.run([sys.executable, "-m", f"tests.benchmarks.{path.stem}"], check=False)


if __name__ == "__main__":
    main()
