"""How long `draw` takes for a folder of GPML files, beside a script that only has Typst make PNGs of finished SVGs.

python -m tests.benchmarks.draw [FOLDER] [-n RUNS]

FOLDER holds GPML files; left out, the four for tests. The two take turns; what counts is the median of the ratios.
Wanted: at most 2. Then, for the largest file, how long reading it takes until its display list is there, which is what
the window waits for before its first paint: 500 ms are wanted for both of WP1266.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

from reader import paths
from reader.compiler.gpml import survey
from reader.core.svg import to_svg
from tests.benchmarks.commands import seconds
from tests.benchmarks.home import READER, prepared_home

GPML = Path(__file__).parents[1] / "guides" / "gpml"
FLOOR = """
import sys, typst
from pathlib import Path
folder, *faces = sys.argv[1:]
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=faces)
compiler = typst.Compiler(root=folder, font_paths=fonts)
page = b'#set page(width: 960pt, height: auto, margin: 0pt)\\n#image(sys.inputs.path, width: 100%)'
for file in sorted(Path(folder).glob("*.svg")):
    made = compiler.compile(input=page, format="png", ppi=72, sys_inputs={"path": "/" + file.name})
    file.with_suffix(".png").write_bytes(made)
"""


def main() -> None:
    """Print both median times and the ratio, then what the largest file costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=GPML, help="with the GPML files to draw")
    parser.add_argument("-n", type=int, default=7, help="counted runs of each, after one that is not (default 7)")
    args = parser.parse_args()
    files = sorted(args.folder.resolve().glob("*.gpml"))
    with prepared_home() as environment:
        folder = Path(environment["HOME"]) / "svg"
        folder.mkdir()
        for file in files:
            drawing = survey(file.read_bytes(), file.name).drawing
            (folder / f"{file.stem}.svg").write_text(to_svg(drawing, title=file.stem, description=""), "utf-8")
        command = [READER, "draw", *map(str, files), "-o", environment["HOME"], "--format", "png"]
        floor = [sys.executable, "-c", FLOOR, str(folder), *map(str, paths.drawing_faces())]
        pairs = [(seconds(command, environment), seconds(floor, environment)) for _ in range(args.n + 1)][1:]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"floor  {theirs:.2f} s  {len(files)} finished SVGs to PNG in one process")
    print(f"draw   {ours:.2f} s  {ratio:.2f} x the floor (wanted: 2 at most; median of {args.n} pairs)")
    _tell_reading(max(files, key=lambda file: file.stat().st_size), args.n)


def _tell_reading(file: Path, runs: int) -> None:
    data = file.read_bytes()
    times = []
    for _ in range(runs + 1):
        survey.cache_clear()
        start = time.perf_counter()
        found = survey(data, file.name)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{statistics.median(times[1:]):4.0f} ms  {file.name} to a display list of {len(found.drawing.items)} items")


if __name__ == "__main__":
    main()
