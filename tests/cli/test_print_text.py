"""The text of a printed section, as anybody's program gets it out of the PDF: that section and only it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from reader import paths
from reader.__main__ import main
from reader.core.guide import Guide
from reader.core.handout.choosing import with_inside
from reader.core.library import Library
from reader.core.mentions import mentioning

RUN = 8  # words in a row that no two sections share by chance
MOST_BROKEN = 0.2  # share of three words in a row that may be parted by the end of a page
MARK = re.compile(r"\bp\. \d+")  # the page of an explanation, behind its word


@pytest.fixture
def guide() -> Guide:
    return Library(paths.bundled("content"), paths.cache()).open()


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True).stdout


def words(text: str) -> list[str]:
    """Return the words of a text, in which lines may break."""
    whole = re.sub(r"[-\u2010\u2011\u00ad\ufffe]\s*", "", MARK.sub("", text))
    return re.findall(r"[^\W\d_]+", whole.casefold())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Return all words in a row of a text, so many at a time."""
    found = words(text)
    return set(zip(*(found[start:] for start in range(length)), strict=False))


def runs_of(texts: Iterable[str], length: int = RUN) -> set[tuple[str, ...]]:
    return set().union(*(runs(text, length) for text in texts))


def check(guide: Guide, section: str, pdf: Path) -> None:
    """Assert that a PDF holds a section with those inside it, the words explained and the references, and only that."""
    text = text_of(pdf)
    printed = with_inside(guide, [section])
    own = [block for each in printed for block in guide.blocks(each)]
    others = [block for each in guide.outline if each.id not in printed for block in guide.blocks(each.id)]
    entries = {entry: guide.entry(entry) for entry, _ in guide.terms}
    used = {entry for entry in entries if any(each.section.id in printed for each in mentioning(guide, entry))}
    marked = {span.value for block in own for span in block.spans if span.kind == "term"}
    cited = {span.value for block in own for span in block.spans if span.kind == "cite"}
    definitions = {entry: found.definition for entry, found in entries.items() if found is not None}
    sources = {reference.key: reference.text for reference in guide.references}
    about = [guide.about.title, guide.about.disclaimer, guide.about.review, guide.about.message]

    # All of it is there.
    for block in own:
        assert set(words(block.text)) <= set(words(text)), f"{section}: {block.text}"
        short = runs(block.text, 3)
        assert len(short - runs(text, 3)) <= max(4, MOST_BROKEN * len(short)), f"{section}: {block.text}"
    for each in [definitions[entry] for entry in marked] + [sources[key] for key in cited]:
        assert set(words(each)) <= set(words(text)), f"{section}: {each}"

    # Nothing else is.
    allowed = [" ".join(block.text for block in own), *about]
    allowed += [definitions[entry] for entry in used] + [sources[key] for key in cited]
    foreign = [block.text for block in others]
    foreign += [definitions[entry] for entry in definitions.keys() - used]
    foreign += [text for key, text in sources.items() if key not in cited]
    assert runs(text, RUN) & (runs_of(foreign) - runs_of(allowed)) == set(), section


@pytest.mark.parametrize("section", ["cytokine-levels", "autoimmunity"])
def test_a_printed_section_holds_that_section_its_words_and_its_references_only(
    guide: Guide, section: str, tmp_path: Path
) -> None:
    pdf = tmp_path / "out.pdf"
    assert main(["print", "--section", section, "-o", str(pdf)]) == 0
    check(guide, section, pdf)


@pytest.mark.slow
def test_so_does_every_section_of_the_guide(guide: Guide, tmp_path: Path) -> None:
    assert main(["print", "--each", str(tmp_path)]) == 0
    files = sorted(tmp_path.glob("*.pdf"))
    for section, pdf in zip(guide.outline, files, strict=True):
        check(guide, section.id, pdf)
