"""GPML files drawn as pictures, in processes of their own: a file that harms one costs only itself."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from reader import atomic
from reader.core.child import Child, Outcome
from reader.core.scratch import Scratch
from reader.core.source import printable

BATCH = range(4, 17)  # files for one process: it takes 0.15 s to begin, and Typst never gives memory back
AT_ONCE = 4  # processes, at most
SECONDS = 20.0  # for one file; the largest published ones take half a second
MEGABYTES = 3000  # of address space
_GLANCE = 0.01  # seconds from one look at the processes to the next


class Drawn(NamedTuple):
    """What became of one file: its picture, or a sentence that says why there is none."""

    source: Path
    target: Path
    error: str = ""
    notes: tuple[str, ...] = ()


class Means(NamedTuple):
    """What pictures are made with: folders of faces, and the colours of the light theme for our own pathways."""

    faces: tuple[Path, ...]
    theme: Mapping[str, str]


Pair = tuple[Path, Path]


def draw(pairs: Sequence[Pair], width: int, means: Means, seconds: float = SECONDS) -> Iterator[Drawn]:
    """Draw each file into its target, whose suffix says how (.svg, .png, .pdf).

    *width* is a PNG's, or how wide an SVG is shown, in pixels; 0 is 960 for a PNG, and the board's own for an SVG.

    Yields what became of each as soon as it is known; a target is written whole or not at all. Whoever stops asking
    stops the work. *seconds* is what one file may take.
    """
    at_once = min(AT_ONCE, os.cpu_count() or 1)
    size = min(max(BATCH.start, -(-len(pairs) // at_once)), BATCH.stop - 1)
    waiting = deque(list(pairs[i : i + size]) for i in range(0, len(pairs), size))
    running: list[_Batch] = []
    with closing(Scratch()) as scratch:
        try:
            while waiting or running:
                while waiting and len(running) < at_once:
                    running.append(_Batch(waiting.popleft(), width, means, seconds, scratch.path))
                for batch in [each for each in running if each.is_done()]:
                    running.remove(batch)
                    yield from batch.drawn()
                    if batch.left:
                        waiting.appendleft(batch.left)
                time.sleep(_GLANCE)
        finally:
            for batch in running:
                batch.stop()


class _Batch:
    """Some files, and the process that draws them."""

    def __init__(self, pairs: list[Pair], width: int, means: Means, seconds: float, folder: Path) -> None:
        self._pairs = pairs
        self.left: list[Pair] = []  # once it is done: what another process must draw
        self._folder = Path(tempfile.mkdtemp(dir=folder))
        world = self._folder / "world"
        world.mkdir()
        self._pictures = [self._folder / f"{i}{target.suffix.lower()}" for i, (_, target) in enumerate(pairs)]
        order = {
            "files": [[str(source), str(made)] for (source, _), made in zip(pairs, self._pictures, strict=True)],
            "folder": str(world),
            "width": width,
            "seconds": seconds,
            "faces": [str(face) for face in means.faces],
            "theme": dict(means.theme),
        }
        self._child = Child(
            "reader.compiler.draw",
            [],
            given=json.dumps(order).encode(),
            seconds=seconds * len(pairs) + 1,  # what each may take, and the start
            megabytes=MEGABYTES,
        )

    def is_done(self) -> bool:
        return self._child.poll() is not None

    def stop(self) -> None:
        self._child.stop()

    def drawn(self) -> Iterator[Drawn]:
        """Yield what became of the files, and put the pictures into their places."""
        outcome = self._child.wait()
        answers = _answers(outcome)
        for (source, target), made, answer in zip(self._pairs, self._pictures, answers, strict=False):
            error = answer.get("error") or _move(made, target)
            yield Drawn(source, target, error, tuple(answer.get("notes", ())))
        self.left = self._pairs[len(answers) :]
        if self.left and not answers:  # it had the process for itself, so the fault is its own
            source, target = self.left.pop(0)
            yield Drawn(source, target, _reason(source, outcome))


def _answers(outcome: Outcome) -> list[dict[str, Any]]:
    whole = outcome.output.rpartition(b"\n")[0]
    return [json.loads(line) for line in whole.splitlines()]


def _move(made: Path, target: Path) -> str:
    """Put a picture into its place; return a sentence where that cannot be done."""
    try:
        atomic.write(target, made.read_bytes())
        made.unlink()
    except OSError as error:
        return f"{printable(target)} cannot be written ({error.strerror})."
    return ""


def _reason(source: Path, outcome: Outcome) -> str:
    said = outcome.errors.strip().splitlines()
    if outcome.how == "failed" and outcome.code == 1 and said and not said[-1].startswith("MemoryError"):
        return f"{printable(source)} could not be drawn: Pathway Reader made a mistake ({printable(said[-1])})."
    what = "time" if outcome.how == "too slow" else "memory"
    return f"{printable(source)} was not drawn: it needs more {what} than this program gives to one file."
