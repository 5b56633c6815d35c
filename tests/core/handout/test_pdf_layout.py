"""How the words lie on the pages of a PDF: what belongs together, what must not stand alone, which inks there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy
import pypdfium2
import pytest

from reader.core.handout.typeset import UNSETTLED
from tests.core.handout import printing
from tests.core.handout.printing import Printed
from tests.guides.writing import compiled
from tests.painted import Colour
from tests.pdf import HEADINGS, Element, Line, Pdf

UNPRINTED = 12  # points at the edge of the paper that a printer may leave white
CONTRAST = 7  # of text on white (WCAG 2.2, 1.4.6)
WHITE = (1.0,)  # behind the numbers of a drawing's lines
OF_LINES = 3  # of what is drawn and has to be seen (1.4.11)


def blocks_of(pdf: Pdf) -> Iterator[tuple[Element, list[Line]]]:
    """Yield what has text of its own, in reading order, with its lines."""
    for element in pdf.elements:
        if not element.is_inline and (lines := pdf.lines(element)):
            yield element, lines


def contrast(colour: Colour) -> float:
    """Return the contrast of a colour to white paper (WCAG 2.2, relative luminance)."""
    shares = colour if len(colour) == 3 else colour * 3
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_a_heading_stays_with_what_follows_it(printed: Printed) -> None:
    ruled = {"Notes"}  # before lines to write on, which are no text
    for (element, lines), (_, next_lines) in pairwise(blocks_of(printed.pdf)):
        if element.role in HEADINGS and printed.pdf.text(element) not in ruled:
            assert {line.page for line in lines} == {next_lines[0].page}, printed.pdf.text(element)


def test_no_line_stands_alone_at_the_head_or_foot_of_a_page(printed: Printed) -> None:
    for element, lines in blocks_of(printed.pdf):
        on_pages = Counter(line.page for line in lines)
        if len(on_pages) > 1:
            first, last = min(on_pages), max(on_pages)
            assert min(on_pages[first], on_pages[last]) >= 2, printed.pdf.text(element)


def test_rows_of_tables_stay_whole_and_their_heads_never_alone(printed: Printed) -> None:
    pdf = printed.pdf
    for row in pdf.of_role("TR"):
        assert len({mark.page for mark in row.marks}) <= 1, pdf.text(row)
    for table in pdf.of_role("Table"):
        heads, cells = (
            [each for each in pdf.of_role(role) if table in each.around and each.marks] for role in ("TH", "TD")
        )
        if heads and cells:
            assert heads[-1].marks[-1].page == cells[0].marks[0].page, pdf.text(table)


def test_a_label_of_a_box_stays_with_its_box(printed: Printed) -> None:
    labels = {"In one sentence", "Key points"}
    for (element, lines), (_, next_lines) in pairwise(blocks_of(printed.pdf)):
        if printed.pdf.text(element) in labels:
            assert lines[-1].page == next_lines[0].page


def test_evidence_stays_with_the_words_that_it_is_about(printed: Printed) -> None:
    levels = {words for block in printed.handout.blocks if block["kind"] == "evidence" for _, words in block["levels"]}
    for (_, lines_before), (element, lines) in pairwise(blocks_of(printed.pdf)):
        if element.role == "P" and element.parent != "TD" and printed.pdf.text(element).strip() in levels:
            assert lines_before[-1].page == lines[0].page


def test_all_text_is_on_the_paper(printed: Printed) -> None:
    for each in printed.pdf.painted:
        if each.kind == "text" and each.text.strip():
            _, _, width, height = (float(edge) for edge in printed.pdf.pdf.pages[each.page].MediaBox)
            assert UNPRINTED < each.x < width - UNPRINTED, each
            assert UNPRINTED < each.y < height - UNPRINTED, each


def test_nothing_is_printed_to_the_edge_of_the_paper(printed: Printed) -> None:
    """Looked at as a picture: letters have a width, lines a length."""
    document = pypdfium2.PdfDocument(printed.pdf.file)
    for page in document:
        shown = numpy.asarray(page.render(scale=1, grayscale=True).to_numpy()).squeeze()
        inner = shown[UNPRINTED:-UNPRINTED, UNPRINTED:-UNPRINTED]
        assert (inner < 255).sum() == (shown < 255).sum()
    document.close()


def test_no_page_is_empty(printed: Printed) -> None:
    pages = {each.page for each in printed.pdf.painted if not each.is_artifact}
    with_lines = Counter(each.page for each in printed.pdf.painted if each.kind == "path")
    assert [
        number for number in range(len(printed.pdf.pdf.pages)) if number not in pages and with_lines[number] < 3
    ] == []


def test_each_page_says_which_it_is_of_how_many(printed: Printed) -> None:
    """That fails where Typst gives up: when what it sets depends on where it stands, and goes to and fro."""
    total = len(printed.pdf.pdf.pages)
    for number in range(1, total + 1):
        assert f"Page {number} of {total}" in printed.pdf.extracted(first=number, last=number)


def test_pages_settle(printed: Printed) -> None:
    assert UNSETTLED not in printed.said


def test_the_last_words_stand_on_no_page_of_their_own(printed: Printed) -> None:
    if printed.handout.references and printed.handout.closing:
        last = printed.handout.references[-1]
        total = len(printed.pdf.pdf.pages)
        on_last = " ".join(printed.pdf.extracted(first=total, last=total).split())
        assert f"{last['number']}. " in on_last
    elif printed.order.what == "glossary":
        total = len(printed.pdf.pdf.pages)
        assert printed.handout.entries[-1]["term"] in printed.pdf.extracted(first=total, last=total)


def test_ink_is_black_or_grey_and_dark_enough(printed: Printed) -> None:
    """No colour at all, in the drawn pathway neither: so none says anything that a black printer would lose."""
    is_low = printed.order.preset.layout.ink == "low"
    for each in printed.pdf.painted:
        for colour in each.colours:
            assert max(colour) - min(colour) < 0.01, each
            if each.kind == "text":
                assert contrast(colour) >= CONTRAST, each
            elif is_low:
                assert colour == WHITE or contrast(colour) >= OF_LINES, each


def test_low_ink_needs_less_ink(small_pdfs: dict[str, Pdf]) -> None:
    def ink(pdf: Pdf) -> float:
        document = pypdfium2.PdfDocument(pdf.file)
        pages = [page.render(scale=1, grayscale=True).to_numpy() for page in document]
        document.close()
        return float(sum((255 - numpy.asarray(page, dtype=float)).sum() for page in pages))

    assert ink(small_pdfs["low-ink"]) < 0.9 * ink(small_pdfs["standard"])
    assert len(small_pdfs["low-ink"].pdf.pages) <= len(small_pdfs["standard"].pdf.pages)


ROWS = 10_000


@pytest.mark.slow
def test_a_table_of_ten_thousand_rows_has_its_heads_on_every_page(tmp_path: Path) -> None:
    rows = "".join(f"| row {number} | {number} |\n" for number in range(ROWS))
    guide = compiled(tmp_path, article_md=f"# Rows {{#rows}}\n\n| Name | Number |\n|---|---|\n{rows}")
    made = printing.printed(guide, printing.order(guide), tmp_path / "pdf")
    pages = made.pdf.extracted().split("\f")[:-1]
    assert len(pages) > 100
    assert all("Name" in page and "Number" in page for page in pages)
    assert made.said == ()
    assert len(made.pdf.of_role("TR")) == ROWS + 1


@pytest.mark.parametrize("rows", [30, 60])
def test_the_heads_of_a_long_table_come_again_and_are_read_once(tmp_path: Path, rows: int) -> None:
    lines = "".join(f"| row {number} | {number} |\n" for number in range(rows))
    guide = compiled(tmp_path, article_md=f"# Rows {{#rows}}\n\n| Herring | Number |\n|---|---|\n{lines}")
    made = printing.printed(guide, printing.order(guide, preset="large-print"), tmp_path / "pdf")
    pages = made.pdf.extracted().split("\f")[:-1]
    assert len(pages) > 1
    assert all("Herring" in page for page in pages)
    assert made.pdf.text(made.pdf.elements[0]).count("Herring") == 1


@pytest.fixture(scope="module")
def small_pdfs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Pdf]]:
    folder = tmp_path_factory.mktemp("inks")
    text = "Many words of some length, to be read on paper by people who are tired. " * 20
    guide = compiled(folder, article_md=f"# Words {{#words}}\n\n!!! gist\n    Words.\n\n{text}\n\n{text}\n")
    made = {
        name: printing.printed(guide, printing.order(guide, preset=name), folder / name).pdf
        for name in ("standard", "low-ink")
    }
    yield made
    for pdf in made.values():
        pdf.close()
