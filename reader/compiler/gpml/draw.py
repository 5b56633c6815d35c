"""The child that draws GPML files, one after the other: ``python -m reader.compiler.gpml.draw``, an order on stdin.

It answers one line of JSON for each file as soon as its picture is written, so that its parent knows which file it
was that ended it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from reader.compiler.gpml import survey
from reader.core.child import apply_limits
from reader.core.picture import Plate
from reader.core.svg import to_svg
from reader.errors import ReaderError


def main() -> None:
    """Do what standard input orders."""
    apply_limits()
    order = json.load(sys.stdin.buffer)
    with tempfile.TemporaryDirectory(prefix="pathway-reader-") as folder:
        plate = Plate(Path(folder), [Path(face) for face in order["faces"]])
        for source, target in order["files"]:
            try:
                notes = _draw(Path(source), Path(target), order, plate)
                answer: dict[str, Any] = {"notes": notes}
            except ReaderError as error:
                answer = {"error": str(error)}
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


def _draw(source: Path, target: Path, order: dict[str, Any], plate: Plate) -> list[str]:
    found = survey(source.read_bytes(), source.name)
    title = found.pathway.title or source.stem
    drawing = found.drawing
    size = (drawing.width, drawing.height)
    svg = to_svg(drawing, title=title, description=found.pathway.description, has_legend=False)
    match target.suffix:
        case ".png":
            target.write_bytes(plate.png(svg, size, order["width"], title))
        case ".pdf":
            target.write_bytes(plate.pdf(svg, size, title))
        case _:
            target.write_text(svg, encoding="utf-8")
    return [f"{problem.file}, line {problem.line}: {problem.message}" for problem in found.problems]


if __name__ == "__main__":
    main()
