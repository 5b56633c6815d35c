"""How like our drawings of pathways are to reference pictures: ``python -m tests.likeness FOLDER``.

FOLDER holds GPML files, each NAME.gpml with its picture NAME-thumb.png, as the site of WikiPathways shows them. The
measure: both pictures in grey at the reference's width, blurred by a radius of 2 pixels, and their pixels correlated
(Pearson); 1 is the same picture. ``--masked`` leaves out where the reference has text of ours. Writes each pair of the
worst, side by side, to ``build/likeness``.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

import numpy
from PIL import Image, ImageFilter

BLUR = 2  # pixels


def main() -> None:
    """Draw, compare, and report, the worst first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=10, help="how many pairs to write")
    parser.add_argument("--output", type=Path, default=Path("build/likeness"))
    args = parser.parse_args()
    pictures = {file: file.with_name(f"{file.stem}-thumb.png") for file in sorted(args.folder.glob("*.gpml"))}
    ours = draw(list(pictures), args.output / "ours")
    scores = {file: likeness(ours / f"{file.stem}.png", picture) for file, picture in pictures.items()}
    ranked = sorted(scores, key=lambda file: scores[file])
    for file in ranked:
        sys.stdout.write(f"{scores[file]:.3f}  {file.stem}\n")
    sys.stdout.write(f"{statistics.median(scores.values()):.3f}  median of {len(scores)}\n")
    for file in ranked[: args.worst]:
        beside(pictures[file], ours / f"{file.stem}.png").save(args.output / f"{file.stem}.png")


def draw(files: list[Path], folder: Path) -> Path:
    """Draw the files with the command that users have; return the folder of the pictures, 960 pixels wide."""
    command = [sys.executable, "-m", "reader", "draw", *map(str, files), "-o", str(folder), "--format", "png"]
    subprocess.run([*command, "--width", "960"], check=False, stderr=subprocess.DEVNULL)
    return folder


def likeness(ours: Path, reference: Path) -> float:
    """Return the correlation of two pictures; 0 for a picture that is not there."""
    if not ours.is_file():
        return 0.0
    theirs = Image.open(reference).convert("RGB")
    mine = Image.open(ours).convert("RGB").resize(theirs.size, Image.Resampling.LANCZOS)
    a, b = (
        numpy.asarray(each.convert("L").filter(ImageFilter.GaussianBlur(BLUR)), dtype=float).ravel()
        for each in (mine, theirs)
    )
    return float(numpy.corrcoef(a, b)[0, 1]) if a.std() and b.std() else 0.0


def beside(reference: Path, ours: Path) -> Image.Image:
    """Return the reference at the left and ours at the right, both as wide as ours."""
    mine = Image.open(ours).convert("RGB") if ours.is_file() else Image.new("RGB", (960, 600), "white")
    theirs = Image.open(reference).convert("RGB").resize(mine.size, Image.Resampling.LANCZOS)
    both = Image.new("RGB", (2 * mine.width + 10, mine.height), "black")
    both.paste(theirs, (0, 0))
    both.paste(mine, (mine.width + 10, 0))
    return both


if __name__ == "__main__":
    main()
