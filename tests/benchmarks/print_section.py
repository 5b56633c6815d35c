"""How long `print --section` takes, beside a script that only imports typst and sets the same words.

python -m tests.benchmarks.print_section [-n RUNS]

The words are those of the handout, taken out of its PDF; the script sets them in Typst's own face, with no system faces
to look for, without tags. The two take turns; what counts is the median of the ratios. Wanted: at most 2.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.commands import seconds
from tests.benchmarks.home import READER, prepared_home

SECTION = "cytokines"
FLOOR = """
import sys, typst
words = open(sys.argv[1], "rb").read().decode()
typst.compile(b"#sys.inputs.words", sys.argv[2], format="pdf", ignore_system_fonts=True, sys_inputs={"words": words})
"""


def main() -> None:
    """Print both median times and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=21, help="counted runs of each, after one that is not (default 21)")
    runs = parser.parse_args().n
    with prepared_home() as environment:
        folder = Path(environment["HOME"])
        pdf, words = folder / "handout.pdf", folder / "words.txt"
        command = [READER, "print", "--section", SECTION, "--force", "-o", str(pdf)]
        subprocess.run(command, env=environment, stderr=subprocess.DEVNULL, check=True)
        subprocess.run(["pdftotext", str(pdf), str(words)], check=True)
        count = len(words.read_text("utf-8").split())
        floor = [sys.executable, "-c", FLOOR, str(words), str(folder / "floor.pdf")]
        pairs = [(seconds(command, environment), seconds(floor, environment)) for _ in range(runs + 1)][1:]

    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"floor   {theirs:.3f} s  a script that sets {count} words with typst")
    print(f"print   {ours:.3f} s  {ratio:.2f} x the floor (wanted: 2 at most; median of {runs} pairs)")


if __name__ == "__main__":
    main()
