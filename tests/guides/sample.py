"""A small compiled guide with one of everything, made by hand for the tests of print."""

from __future__ import annotations

import base64
from pathlib import Path

from reader.compiler.store import Compiled, write
from reader.core.guide import Guide
from reader.core.records import About, Entry, Reference, Section
from reader.core.text import Block, Span

# One black pixel.
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")

ABOUT = About(
    id="sample",
    title="Immune cells and pain",
    subtitle="What is known, and how sure we are",
    language="en-GB",
    version="0.1",
    licence="CC BY 4.0",
    authors=("Pathway Reader contributors",),
    evidence_checked="2026-11-22",
    review="No clinician has reviewed this guide yet.",
    disclaimer="This guide does not replace your own doctor or nurse.",
)


def span(text: str, words: str, kind: str, value: str = "") -> Span:
    """Return the span of *words* in *text*."""
    start = text.index(words)
    return Span(start, start + len(words), kind, value)  # type: ignore[arg-type]


MESSENGERS = (
    "Immune cells send small proteins called cytokines to one another. Nerves can sense them too, because both carry "
    "the same kind of receptors.1, 2"
)
TIRED = "On average, a few of these cytokines are slightly higher in blood. See how nerves boost pain, or example.org."

SECTIONS: list[tuple[Section, list[Block]]] = [
    (
        Section("messengers", "Release of cytokines", 1, "", 60),
        [
            Block("messengers.1", "heading", "Release of cytokines", level=1),
            Block("messengers.2", "paragraph", "Some messengers are higher, but do not explain the symptoms.",
                  callout="gist", title="In one sentence", box=1),
            Block("messengers.3", "item", "Cells talk by cytokines.", level=1, marker="•",
                  callout="key-points", title="Key points", box=2),
            Block("messengers.4", "item", "Nerves listen.", level=1, marker="•",
                  callout="key-points", title="Key points", box=2),
            Block("messengers.5", "paragraph", MESSENGERS, (
                span(MESSENGERS, "cytokines", "term", "cytokine"),
                span(MESSENGERS, "receptors", "term", "receptor"),
                span(MESSENGERS, "1", "cite", "Clauw2014"),
                span(MESSENGERS, "2", "cite", "Lacking2020"),
                span(MESSENGERS, "1, 2", "sup"),
            ), claims=("C1",)),
            Block("messengers.6", "evidence", "Well supported", levels=("well supported",)),
            Block("messengers.7", "paragraph", TIRED, (
                span(TIRED, "cytokines", "term", "cytokine"),
                span(TIRED, "how nerves boost pain", "link", "#nerves"),
                span(TIRED, "example.org", "link", "https://example.org/"),
                span(TIRED, "slightly", "strong"),
            )),
            Block("messengers.8", "evidence", "Mixed", levels=("mixed", "weak", "contradicted")),
        ],
    ),
    (
        Section("receptors", "What receptors are", 2, "messengers", 20),
        [
            Block("receptors.1", "heading", "What receptors are", level=4),
            Block("receptors.2", "item", "Take in", level=1, marker="1."),
            Block("receptors.3", "item", "pass on", level=2, marker="•"),
            Block("receptors.4", "item", "Let go", level=1, marker="2."),
            Block("receptors.5", "cell", "Messenger", row=0, column=0, header=True),
            Block("receptors.6", "cell", "In blood", row=0, column=1, header=True),
            Block("receptors.7", "cell", "IL-6", row=1, column=0),
            Block("receptors.8", "cell", "slightly higher", row=1, column=1),
            Block("receptors.9", "quote", "It is as if the volume were turned up."),
            Block("receptors.10", "term", "Ligand"),
            Block("receptors.11", "definition", "What fits a receptor."),
            Block("receptors.12", "code", "IL-6 -> IL-6R"),
            Block("receptors.13", "image", "A receptor in a wall", image="receptor.png"),
            Block("receptors.14", "rule", ""),
        ],
    ),
    (
        Section("nerves", "How nerves boost pain", 1, "", 10),
        [
            Block("nerves.1", "heading", "How nerves boost pain", level=1),
            Block("nerves.2", "paragraph", "Nerves can turn signals up."),
        ],
    ),
]  # fmt: skip

ENTRIES = [
    Entry("receptor", "receptor", "A protein that catches messages for its cell."),
    Entry("cytokine", "cytokine", "A small protein that cells use to send messages.", ("CK",), (), "SY-toh-kyn"),
    Entry("unused", "unused word", "A word that no section uses."),
]

REFERENCES = [
    Reference("Clauw2014", 1, "Clauw DJ. Fibromyalgia: a clinical review. JAMA 2014.", doi="10.1001/jama.2014.3266"),
    Reference("Lacking2020", 2, "A second source, 2020.", note="Only the abstract was read."),
    Reference("Uncited", 0, "Nobody cites this."),
]


def compiled(**changes: object) -> Compiled:
    """Return what a compiler would make of the sample, with these fields of `Compiled` changed."""
    fields: dict[str, object] = {
        "about": ABOUT,
        "sections": SECTIONS,
        "entries": ENTRIES,
        "references": REFERENCES,
        "images": {"receptor.png": ("image/png", PIXEL)},
    }
    return Compiled(**{**fields, **changes})  # type: ignore[arg-type]


def guide(folder: Path, **changes: object) -> Guide:
    """Return the sample guide, written into *folder* and opened."""
    file = folder / "sample.guide"
    write(compiled(**changes), file)
    return Guide(file)


def of_blocks(folder: Path, *blocks: Block) -> Guide:
    """Return a guide of one section, ``only``, with these blocks under its heading."""
    heading = Block("only.0", "heading", "Only section", level=1)
    return guide(folder, sections=[(Section("only", "Only section", 1, "", 1), [heading, *blocks])], images={})
