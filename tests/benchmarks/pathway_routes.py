"""How long the answers about a pathway take: routes, what is upstream, names, and the whole as text.

python -m tests.benchmarks.pathway_routes [FOLDER]

Our own pathway, two made ones (700 and 3,000 nodes, twice as many interactions, a tenth of the nodes in groups; made by
a seed, the same in each run), and where FOLDER holds GPML files of strangers, the three with the most nodes. Of each
the median and the worst of many questions, and the first one in a process, which makes the index.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from reader.cli.library import library
from reader.compiler.gpml import survey
from reader.core.answer import answer
from reader.core.description import describe
from reader.core.evidence import LEVELS
from reader.core.node_names import NodeNames
from reader.core.pathway import Interaction, Node, Pathway
from reader.core.tracing import trace

QUESTIONS = 200
WANTED = 20.0  # ms, of a route at 700 nodes
FILES = 3


def main() -> None:
    """Measure each pathway."""
    own = library().open(None).pathway
    every = {"our own": own} if own is not None else {}
    every |= {f"{count} nodes, made": made(count) for count in (700, 3000)}
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    files = sorted(folder.glob("*.gpml"), key=lambda file: file.stat().st_size)[-FILES:] if folder else []
    every |= {file.stem: survey(file.read_bytes(), file.name).pathway for file in files}
    for name, pathway in every.items():
        print(f"-- {name}: {len(pathway.nodes)} nodes, {len(pathway.interactions)} interactions")
        measure(pathway)


def measure(pathway: Pathway) -> None:
    """Tell the figures of one pathway."""
    chance = random.Random(6)  # noqa: S311 (the same questions in each run)
    pairs = [chance.sample(pathway.nodes, 2) for _ in range(QUESTIONS)]
    first = ms(answer, pathway, pairs[0][:1], pairs[0][1:])
    tell("a route", [ms(answer, pathway, [start], [goal]) for start, goal in pairs], WANTED)
    print(f"{first:10.2f} ms the first of them, which makes the index")
    tell("upstream", [ms(trace, pathway, [node.id], "upstream") for node, _ in pairs])
    names = NodeNames(pathway)
    print(f"{ms(names.matching, 'a'):10.2f} ms making the names ready")
    tell("a letter typed", [ms(names.matching, node.label[:3]) for node, _ in pairs])
    tell("nearest names", [ms(names.nearest, f"{node.label}qx") for node, _ in pairs[:40]])
    tell("the whole as text", [ms(_text, pathway) for _ in range(5)])


def made(count: int) -> Pathway:
    """Return a pathway of so many nodes: as in biology, a few have many interactions."""
    chance = random.Random(count)  # noqa: S311 (the same pathway in each run)
    groups = [f"g{number}" for number in range(count // 50)]
    nodes = [
        Node(f"n{number}", f"{chance.choice(('IL', 'JAK', 'STAT', 'CD'))}-{number}", "Protein")
        for number in range(count)
    ]
    for at in chance.sample(range(count), count // 10):
        nodes[at] = nodes[at]._replace(group=chance.choice(groups))
    nodes += [Node(group, "", "Complex") for group in groups]
    ends = [(chance.choice(nodes).id, nodes[int(len(nodes) * chance.random() ** 2)].id) for _ in range(2 * count)]
    interactions = [
        Interaction(f"e{number}", source, target, chance.choice(("activates", "inhibits")), chance.choice(LEVELS), "")
        for number, (source, target) in enumerate(ends)
    ]
    return Pathway("Made", "", (), tuple(nodes), tuple(interactions))


def _text(pathway: Pathway) -> None:
    list(describe(pathway).lines(pathway))


def ms(act: Callable[..., object], *given: object) -> float:
    """Return how many milliseconds something takes."""
    start = perf_counter()
    act(*given)
    return (perf_counter() - start) * 1000


def tell(what: str, taken: list[float], wanted: float | None = None) -> None:
    """Print the median and the worst."""
    said = f" (wanted: {wanted:.0f} at most)" if wanted is not None else ""
    print(f"{statistics.median(taken):10.2f} ms {what}; {max(taken):.2f} the worst of {len(taken)}{said}", flush=True)


if __name__ == "__main__":
    main()
