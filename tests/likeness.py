"""How like our drawings of pathways are to reference pictures: ``python -m tests.likeness FOLDER``.

FOLDER holds GPML files, each NAME.gpml with its picture NAME-thumb.png, as the site of WikiPathways shows them. The
measure: both pictures in grey at the reference's width, blurred by a radius of 2 pixels, and their pixels correlated
(Pearson); 1 is the same picture. It is taken of the whole picture and, masked, of what is left where no text of ours
stands. Writes ``build/likeness/report.md``: all scores, and the worst side by side with the cause found for each, as
``likeness_causes.toml`` beside this file says it.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tomllib
from html import unescape
from pathlib import Path
from typing import NamedTuple

import numpy
from PIL import Image, ImageDraw, ImageFilter

from reader.compiler import gpml
from reader.core.drawing import Drawing, Text, text_bounds

BLUR = 2  # pixels
WIDTH = 960  # pixels, of our pictures
CAUSES = Path(__file__).with_name("likeness_causes.toml")
FOUND_NONE = "Not looked for yet."


class Score(NamedTuple):
    """How like one picture is, and which lines of labels are not in the SVG."""

    name: str
    whole: float
    masked: float
    missing: list[str]


def main() -> None:
    """Draw, compare, and report, the worst first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=10, help="how many pairs to show in the report")
    parser.add_argument("--output", type=Path, default=Path("build/likeness"))
    args = parser.parse_args()
    pictures = {file: file.with_name(f"{file.stem}-thumb.png") for file in sorted(args.folder.glob("*.gpml"))}
    ours = draw(list(pictures), args.output / "ours")
    scores = sorted((score(file, picture, ours) for file, picture in pictures.items()), key=lambda each: each.whole)
    for file, picture in pictures.items():
        triptych(picture, ours / f"{file.stem}.png").save(args.output / f"{file.stem}.png")
    (args.output / "report.md").write_text(report(scores, args.worst), encoding="utf-8")
    for each in scores:
        sys.stdout.write(f"{each.whole:.3f}  {each.masked:.3f}  {each.name}\n")
    whole, masked = (statistics.median(values) for values in ([s.whole for s in scores], [s.masked for s in scores]))
    sys.stdout.write(f"{whole:.3f}  {masked:.3f}  median of {len(scores)}, whole and masked\n")


def draw(files: list[Path], folder: Path) -> Path:
    """Draw the files with the command that users have, as PNG and as SVG; return the folder of the pictures."""
    command = [sys.executable, "-m", "reader", "draw", *map(str, files), "-o", str(folder), "--width", str(WIDTH)]
    for form in ("png", "svg"):
        subprocess.run([*command, "--format", form], check=False, stderr=subprocess.DEVNULL)
    return folder


def score(file: Path, reference: Path, folder: Path) -> Score:
    """Return how like our picture of a file is to its reference, with and without its text."""
    drawing = gpml.survey(file.read_bytes(), file.name).drawing
    ours, svg = folder / f"{file.stem}.png", folder / f"{file.stem}.svg"
    written = svg.read_text(encoding="utf-8") if svg.is_file() else ""
    kept = without_text(drawing, Image.open(reference).size)
    return Score(file.stem, likeness(ours, reference), likeness(ours, reference, kept), missing(drawing, written))


def likeness(ours: Path, reference: Path, kept: Image.Image | None = None) -> float:
    """Return the correlation of two pictures, of the pixels that *kept* holds white; 0 for one that is not there."""
    if not ours.is_file():
        return 0.0
    theirs = Image.open(reference).convert("RGB")
    mine = Image.open(ours).convert("RGB").resize(theirs.size, Image.Resampling.LANCZOS)
    a, b = (
        numpy.asarray(each.convert("L").filter(ImageFilter.GaussianBlur(BLUR)), dtype=float).ravel()
        for each in (mine, theirs)
    )
    if kept is not None:
        chosen = numpy.asarray(kept).ravel() > 0
        a, b = a[chosen], b[chosen]
    return float(numpy.corrcoef(a, b)[0, 1]) if a.size and a.std() and b.std() else 0.0


def without_text(drawing: Drawing, size: tuple[int, int]) -> Image.Image:
    """Return a picture of that size that is black where the drawing has text and the blur carries it, else white."""
    kept = Image.new("L", size, 255)
    painter, scale = ImageDraw.Draw(kept), size[0] / drawing.width
    for item in drawing.items:
        if isinstance(item, Text) and any(item.lines):
            x, y, w, h = (side * scale for side in text_bounds(item))
            painter.rectangle((x - BLUR, y - BLUR, x + w + BLUR, y + h + BLUR), fill=0)
    return kept


def missing(drawing: Drawing, svg: str) -> list[str]:
    """Return the lines of text that are not in an SVG."""
    written = unescape(svg)
    lines = [line for item in drawing.items if isinstance(item, Text) for line in item.lines]
    return [line for line in lines if line not in written]


def triptych(reference: Path, ours: Path) -> Image.Image:
    """Return the reference, our picture, and the two laid over each other: red is only ours, cyan only theirs."""
    mine = Image.open(ours).convert("RGB") if ours.is_file() else Image.new("RGB", (WIDTH, 600), "white")
    theirs = Image.open(reference).convert("RGB").resize(mine.size, Image.Resampling.LANCZOS)
    red, rest = theirs.convert("L"), mine.convert("L")
    pictures = (theirs, mine, Image.merge("RGB", (red, rest, rest)))
    across, down = (1, 0) if mine.height > mine.width else (0, 1)
    all_three = Image.new("RGB", (mine.width * (1 + 2 * across), mine.height * (1 + 2 * down)), "black")
    for number, picture in enumerate(pictures):
        all_three.paste(picture, (number * across * mine.width, number * down * mine.height))
    return all_three


def report(scores: list[Score], worst: int) -> str:
    """Return the report in Markdown, the worst first."""
    causes = tomllib.loads(CAUSES.read_text(encoding="utf-8"))
    whole, masked = (statistics.median(values) for values in ([s.whole for s in scores], [s.masked for s in scores]))
    lines = [
        "# Likeness to the reference pictures\n",
        f"{len(scores)} files. Median {whole:.3f}; where no text stands, {masked:.3f}.\n",
        f"## The worst {worst}\n",
        "Each picture: the reference, ours, and both laid over each other (red: only ours; cyan: only theirs).\n",
    ]
    for each in scores[:worst]:
        lines.append(f"### {each.name}: {each.whole:.3f} (masked {each.masked:.3f})\n")
        lines.append(f"{causes.get(each.name, FOUND_NONE).strip()}\n\n![{each.name}]({each.name}.png)\n")
    lines += ["## All\n", "| file | whole | masked | lines of text missing in the SVG |", "|---|---|---|---|"]
    lines += [f"| {s.name} | {s.whole:.3f} | {s.masked:.3f} | {'; '.join(s.missing) or 'none'} |" for s in scores]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
