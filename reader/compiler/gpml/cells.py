"""Parts of cells that GPML names as shapes: mitochondria, reticula, the Golgi apparatus, ribosomes.

Each is a few closed lines through points of the unit square, smoothed: the crests and hollows of PathVisio's drawings.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.drawing import Command, Rect

_Line = tuple[tuple[float, float], ...]

CELL_PARTS: dict[str, tuple[_Line, ...]] = {
    "Mitochondria": (  # the folds inside; the oval around them is drawn as any other
        (
            (0.15, 0.26), (0.23, 0.42), (0.33, 0.14), (0.42, 0.43), (0.5, 0.1), (0.61, 0.42), (0.7, 0.15),
            (0.78, 0.47), (0.87, 0.3), (0.94, 0.5), (0.85, 0.74), (0.78, 0.64), (0.69, 0.86), (0.61, 0.64),
            (0.51, 0.93), (0.43, 0.66), (0.32, 0.87), (0.25, 0.6), (0.19, 0.74), (0.06, 0.5),
        ),
    ),
    "Sarcoplasmic Reticulum": (
        (
            (0.47, 0.01), (0.25, 0.08), (0.16, 0.22), (0.2, 0.4), (0.23, 0.52), (0.15, 0.68), (0.14, 0.81),
            (0.24, 0.92), (0.45, 0.97), (0.63, 0.93), (0.74, 0.8), (0.75, 0.71), (0.71, 0.58), (0.68, 0.47),
            (0.74, 0.33), (0.76, 0.2), (0.66, 0.06),
        ),
    ),
    "Endoplasmic Reticulum": (
        (
            (0.74, 0.57), (0.78, 0.44), (0.97, 0.12), (0.87, 0.05), (0.79, 0.06), (0.66, 0.22), (0.57, 0.48),
            (0.53, 0.52), (0.5, 0.48), (0.53, 0.3), (0.56, 0.19), (0.45, 0.21), (0.33, 0.47), (0.32, 0.6),
            (0.27, 0.63), (0.25, 0.55), (0.26, 0.47), (0.18, 0.45), (0.1, 0.5), (0.1, 0.74), (0.2, 0.88),
            (0.31, 0.86), (0.32, 0.78), (0.35, 0.76), (0.42, 0.86), (0.45, 0.92), (0.53, 0.97), (0.64, 0.99),
            (0.7, 0.95), (0.6, 0.79), (0.59, 0.64), (0.67, 0.7), (0.84, 0.94), (0.93, 0.95), (0.98, 0.9),
            (0.86, 0.73),
        ),
    ),
    "Golgi Apparatus": (
        (
            (0.67, 0.22), (0.64, 0.08), (0.78, 0.01), (0.94, 0.07), (0.93, 0.19), (0.87, 0.4), (0.87, 0.62),
            (0.94, 0.83), (0.92, 0.95), (0.78, 0.99), (0.65, 0.93), (0.67, 0.8), (0.71, 0.5),
        ),
        (
            (0.39, 0.26), (0.37, 0.14), (0.48, 0.1), (0.59, 0.15), (0.59, 0.27), (0.54, 0.45), (0.55, 0.62),
            (0.6, 0.77), (0.58, 0.87), (0.47, 0.9), (0.36, 0.85), (0.38, 0.74), (0.43, 0.5),
        ),
        (
            (0.34, 0.38), (0.36, 0.5), (0.35, 0.63), (0.3, 0.73), (0.2, 0.77), (0.13, 0.7), (0.18, 0.63),
            (0.23, 0.5), (0.18, 0.36), (0.12, 0.3), (0.2, 0.25), (0.29, 0.28),
        ),
    ),
    "Ribosome": (
        (
            (0.65, 0.0), (0.47, 0.08), (0.36, 0.26), (0.23, 0.2), (0.07, 0.28), (0.0, 0.5), (0.07, 0.73), (0.23, 0.81),
            (0.35, 0.75), (0.47, 0.93), (0.65, 1.0), (0.9, 0.85), (1.0, 0.5), (0.9, 0.15),
        ),
    ),
    "CellA": (
        ((0.85, 0.02), (0.99, 0.12), (0.8, 0.55), (0.45, 0.9), (0.15, 0.99), (0.01, 0.88), (0.2, 0.47), (0.55, 0.1)),
    ),
}  # fmt: skip


def placed(lines: Sequence[_Line], box: Rect) -> tuple[Command, ...]:
    """Return closed lines through points of the unit square as smooth curves in a box."""
    x, y, w, h = box
    path: list[Command] = []
    for line in lines:
        path += _closed([(x + px * w, y + py * h) for px, py in line])
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
