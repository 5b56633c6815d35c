"""Pictures of the small guide's pages in each preset: ``python -m tests.core.handout.page_pictures`` keeps them anew.

They are small and grey: a layout that breaks is seen, a letter that moves by a hair is not. Look at them before they
are committed.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy
import pypdfium2
from PIL import Image

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.presets import PRESETS
from reader.core.library import Library
from tests.core.handout import printing

KEPT = Path(__file__).with_name("pages")
PPI = 40
MOST_PAGES = 4  # in one picture, side by side
GAP = 4  # pixels


def picture(guide: Guide, preset: str, folder: Path) -> Image.Image:
    """Return the first pages of the guide as this preset prints it with every part but the long pathway."""
    wanted = printing.order(guide, preset=preset, every_part=True)
    without = replace(wanted.preset, parts=wanted.preset.parts - {"pathway"})
    file = printing.made(guide, replace(wanted, preset=without), folder / preset, printing.notes(guide)).file
    document = pypdfium2.PdfDocument(file)
    pages = [document[number] for number in range(min(len(document), MOST_PAGES))]
    shown = [page.render(scale=PPI / 72, grayscale=True).to_pil().convert("L") for page in pages]
    document.close()
    sheet = Image.new("L", (sum(page.width + GAP for page in shown) - GAP, shown[0].height), 128)
    for number, page in enumerate(shown):
        sheet.paste(page, (number * (page.width + GAP), 0))
    return sheet


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures differ on average, in steps of grey of 255; 255 for other sizes."""
    if one.size != other.size:
        return 255.0
    a, b = (numpy.asarray(each, dtype=float) for each in (one, other))
    return float(numpy.abs(a - b).mean())


def main() -> None:
    """Write each preset's picture."""
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        guide = printing.of_everything(folder, Library(paths.bundled("content"), folder / "cache").open())
        for preset in PRESETS:
            picture(guide, preset, folder).quantize(16).save(KEPT / f"{preset}.png", optimize=True)
            sys.stdout.write(f"{KEPT / preset}.png\n")


if __name__ == "__main__":
    main()
