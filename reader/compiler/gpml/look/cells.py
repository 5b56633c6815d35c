"""Parts of cells that GPML names as shapes: mitochondria, reticula, the Golgi apparatus.

Each is a few closed lines through points of the unit square, smoothed: the crests and hollows of PathVisio's drawings.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.drawing import Command, Rect

# By ShapeType; each line as the points it goes through, in hundredths of the box across and down.
CELL_PARTS: dict[str, tuple[str, ...]] = {
    "Mitochondria": (  # the folds inside; the oval around them is drawn as any other
        "15,26 19,34 23,43 29,28 33,14 38,29 42,44 46,27 50,10 56,26 61,42 66,29 71,15 74,31 78,47 83,38 87,30 95,52 "
        "85,74 82,69 78,64 73,76 69,86 65,75 61,64 56,79 51,93 47,80 43,67 37,77 32,87 29,73 25,59 22,66 19,74 7,51",
    ),
    "Sarcoplasmic Reticulum": (
        "47,1 23,8 15,23 20,40 20,56 15,72 23,89 42,96 62,92 75,80 75,66 70,53 72,39 75,21 66,7",
    ),
    "Endoplasmic Reticulum": (
        "74,57 83,32 97,12 91,6 79,6 64,25 57,48 54,51 50,48 55,31 56,19 46,20 35,27 34,47 35,64 27,63 28,55 26,47 "
        "18,46 10,50 9,74 31,86 32,81 35,76 40,79 42,86 46,92 53,97 63,99 70,95 60,77 59,64 71,76 84,94 95,94 "
        "98,90 85,73",
    ),
    "Golgi Apparatus": (
        "64,18 60,5 76,0 94,3 97,13 89,26 85,42 87,62 97,85 96,96 79,100 62,96 62,84 70,65 72,46 70,29",
        "31,22 31,13 43,11 56,14 55,23 50,35 49,51 51,68 56,79 55,87 41,89 29,86 30,77 36,65 39,51 38,36",
        "29,35 30,51 28,63 22,74 11,78 1,73 5,66 11,59 13,48 13,39 7,33 1,27 14,23 23,27",
    ),
}


def placed(lines: Sequence[str], box: Rect) -> tuple[Command, ...]:
    """Return closed lines of CELL_PARTS as smooth curves in a box."""
    x, y, w, h = box
    path: list[Command] = []
    for line in lines:
        points = [(int(across), int(down)) for across, down in (point.split(",") for point in line.split())]
        path += _closed([(x + across / 100 * w, y + down / 100 * h) for across, down in points])
    return tuple(path)


def _closed(points: list[tuple[float, float]]) -> list[Command]:
    """Return the closed Catmull-Rom curve through points, each piece as a cubic Bézier curve."""
    count = len(points)
    path: list[Command] = [("M", *points[0])]
    for i, here in enumerate(points):
        before, there, after = points[i - 1], points[(i + 1) % count], points[(i + 2) % count]
        path.append((
            "C", here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6,
            there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6, *there,
        ))  # fmt: skip
    return [*path, ("Z",)]
