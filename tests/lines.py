"""What strangers' lines say and how we take them: ``python -m tests.lines FOLDER``.

For each GPML file in FOLDER: whether the head drawn at each end of each line is the one that the file names, and how
many interactions the graph ties at both ends: as the file says, through groups and anchors, and with guesses (an end
that the file ties to nothing, near a box), as a stranger's pathway is opened. Ends with 1 if a head is not the one, or
if an interaction whose two ends are given is not in the graph that is opened.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree

from reader.compiler import gpml
from reader.compiler.gpml.look.heads import HEADS, head_of
from reader.compiler.gpml.reading.markup import line_of, parse
from reader.core.drawing import Shape

_GPML = "{http://pathvisio.org/GPML/2013a}"
_SAYS_NOTHING = {"", "Line", *(name for name, head in HEADS.items() if not head.parts)}


def main() -> None:
    """Look at every file and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    totals: Counter[str] = Counter()
    for file in sorted(parser.parse_args().folder.glob("*.gpml")):
        counts = looked_at(file.read_bytes(), file.name)
        totals += counts
        sys.stdout.write(f"{file.stem:8} {_said(counts)}\n")
    sys.stdout.write(f"{'all':8} {_said(totals)}\n")
    sys.exit(1 if totals["wrong head"] or totals["given, not tied"] else 0)


def looked_at(data: bytes, name: str) -> Counter[str]:
    """Return what was counted in one file."""
    root = parse(data, name)
    survey, guessed = gpml.survey(data, name), gpml.survey(data, name, guesses=True)
    drawn: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for item, place in zip(survey.drawing.items, survey.item_lines, strict=True):
        if isinstance(item, Shape) and item.head not in ("", "Circle"):
            drawn[place][item.head] += 1
    tied = {survey.lines["interaction", each.id] for each in guessed.pathway.interactions}
    anchors = {each.get("GraphId") for each in root.iter(f"{_GPML}Anchor")}
    boxes = {each.get("GraphId") for tag in ("DataNode", "Label", "Shape") for each in root.findall(f"{_GPML}{tag}")}
    counts = Counter({"with guesses": len(tied), "tied": len(survey.pathway.interactions)})
    for line in (*root.findall(f"{_GPML}Interaction"), *root.findall(f"{_GPML}GraphicalLine")):
        points = line.findall(f"{_GPML}Graphics/{_GPML}Point")
        counts["wrong head"] += drawn[line_of(line)] != _heads(points)
        counts["heads"] += sum(point.get("ArrowHead", "") not in _SAYS_NOTHING for point in (points[0], points[-1]))
        if line.tag == f"{_GPML}Interaction":
            refs = {point.get("GraphRef", "") for point in (points[0], points[-1])}
            counts["interactions"] += 1
            counts["no ref"] += refs == {""}
            counts["given"] += "" not in refs
            counts["box to box"] += refs <= boxes
            counts["at an anchor"] += bool(refs & anchors)
            counts["given, not tied"] += "" not in refs and line_of(line) not in tied
    return counts


def _heads(points: list[ElementTree.Element]) -> Counter[str]:
    """Return how many shapes the heads of a line have by what the file says, by the heads' names."""
    names = [point.get("ArrowHead", "") for point in (points[0], points[-1])]
    return sum((Counter({name: len(head_of(name).parts)}) for name in names), Counter[str]())


def _said(counts: Counter[str]) -> str:
    return ", ".join(f"{key} {value}" for key, value in sorted(counts.items()))


if __name__ == "__main__":
    main()
