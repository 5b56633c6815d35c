"""GPML files drawn as pictures, in a process of its own that can be stopped: a file that harms it costs only itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.core.child import Child

SECONDS = 60.0  # for all files; a big one takes half a second
MEGABYTES = 3000  # of address space


class Drawn(NamedTuple):
    """What became of one file: its picture, or a sentence that says why there is none."""

    source: Path
    target: Path
    error: str = ""
    notes: tuple[str, ...] = ()


def draw(pairs: Sequence[tuple[Path, Path]], width: int, faces: Sequence[Path]) -> Iterator[Drawn]:
    """Draw each file into its target, whose suffix says how (.svg, .png, .pdf); *width* is a PNG's, in pixels."""
    waiting = list(pairs)
    while waiting:
        order = {
            "files": [[str(source), str(target)] for source, target in waiting],
            "width": width,
            "faces": [str(face) for face in faces],
        }
        given = json.dumps(order).encode()
        outcome = Child("reader.compiler.gpml.draw", [], given=given, seconds=SECONDS, megabytes=MEGABYTES).wait()
        answers = [json.loads(line) for line in outcome.output.splitlines()]
        for (source, target), answer in zip(waiting, answers, strict=False):
            yield Drawn(source, target, answer.get("error", ""), tuple(answer.get("notes", ())))
        waiting = waiting[len(answers) :]
        if waiting:
            source, target = waiting.pop(0)
            yield Drawn(source, target, f"{source.name} is more than this program can draw.")
