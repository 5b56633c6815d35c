"""How long `check` takes for the bundled guide, and for one of 100,000 words with its glossary, claims and pathway.

python -m tests.benchmarks.check [-n RUNS]

The long guide is the bundled one with its article over and over, each time with ids of its own. Wanted: at most 10 s.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from tests.benchmarks.commands import seconds
from tests.benchmarks.home import READER, prepared_home

GUIDE = Path(__file__).parents[2] / "content" / "fibromyalgia-and-the-immune-system"
WORDS = 100_000
_ID = re.compile(r"\{#([\w-]+)\}")


def lengthened(place: Path) -> int:
    """Write the long guide into the folder *place*, and return how many words its article has."""
    shutil.copytree(GUIDE, place)
    text = (GUIDE / "article.md").read_text("utf-8")
    copies = WORDS // len(text.split()) + 1
    whole = "\n\n".join([text, *(_ID.sub(rf"{{#\1-{number}}}", text) for number in range(1, copies))])
    (place / "article.md").write_text(whole, "utf-8")
    return len(whole.split())


def main() -> None:
    """Print the median time for each guide."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=5, help="counted runs of each, after one that is not (default 5)")
    runs = parser.parse_args().n
    with prepared_home() as environment, tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long"
        words = {GUIDE: len((GUIDE / "article.md").read_text("utf-8").split()), long: lengthened(long)}
        for guide, count in words.items():
            command = [READER, "check", str(guide)]
            times = [seconds(command, environment, check=False) for _ in range(runs + 1)][1:]
            said = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False).stdout
            wanted = " (wanted: 10 s at most)" if guide == long else ""
            print(f"{statistics.median(times):5.2f} s  {count} words, {len(said.splitlines())} lines{wanted}")


if __name__ == "__main__":
    main()
