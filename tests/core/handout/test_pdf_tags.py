"""What people who listen get of every PDF: ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.8, looked up in its tags."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import page as validator  # page-validation: independent of Typst, and held to veraPDF's corpus by its authors
import pikepdf

from tests.core.handout.printing import Printed, runs_in
from tests.pdf import BLOCKS, HEADINGS, INLINE, Element

HOLDING_NO_TEXT = ("Document", "Part", "Sect", "Div", "TOC", "TOCI", "L", "LI", "Table", "THead", "TBody", "TR")


def test_a_validator_of_pdf_ua_1_finds_no_fault(printed: Printed) -> None:
    report = validator.validate_pdf(printed.pdf.file, profile="ua1")
    assert report.rules.total > 100
    assert [(each.rule_id, each.message) for each in report.failures] == []
    assert printed.said == ()


def test_the_validator_finds_a_fault_that_was_made(printed: Printed, tmp_path: Path) -> None:
    with pikepdf.open(printed.pdf.file) as damaged:
        damaged.Root.MarkInfo.Marked = False
        del damaged.Root.Lang
        damaged.save(tmp_path / "damaged.pdf")
    found = {each.rule_id for each in validator.validate_pdf(tmp_path / "damaged.pdf", profile="ua1").failures}
    assert any("LANG" in rule for rule in found), found
    assert any("TAGGED" in rule or "MARK" in rule for rule in found), found


def test_the_file_is_sound(printed: Printed) -> None:
    assert printed.pdf.pdf.check_pdf_syntax() == []


def test_it_says_that_it_is_tagged_and_pdf_ua(printed: Printed) -> None:
    pdf = printed.pdf.pdf
    assert pdf.Root.MarkInfo.Marked
    assert not pdf.Root.MarkInfo.get("/Suspects", False)
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_it_has_language_title_author_and_date(printed: Printed) -> None:
    pdf, about = printed.pdf.pdf, printed.guide.about
    title = printed.handout.title
    assert str(pdf.Root.Lang) == about.language
    assert str(pdf.docinfo.Title) == title
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Author) == ", ".join(about.authors)
    assert str(pdf.docinfo.CreationDate).startswith("D:" + about.evidence_checked.replace("-", ""))
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == title
        assert metadata["dc:language"] == {about.language} or metadata["dc:language"] == [about.language]


def test_every_role_is_a_standard_one(printed: Printed) -> None:
    assert {element.role for element in printed.pdf.elements} - INLINE - BLOCKS == set()


def test_all_that_is_shown_has_one_place_in_the_tree_or_is_an_artifact(printed: Printed) -> None:
    pdf = printed.pdf
    in_tree = pdf.elements[0].marks
    assert len(in_tree) == len(set(in_tree))
    shown = {each.mark for each in pdf.painted if each.mark is not None and not each.is_artifact}
    assert shown == set(in_tree)
    assert [each for each in pdf.painted if each.mark is None and not each.is_artifact] == []


def test_no_words_stand_where_only_blocks_belong(printed: Printed) -> None:
    for element in printed.pdf.of_role(*HOLDING_NO_TEXT):
        loose = [kid for kid in element.kids if not isinstance(kid, Element) or kid.is_inline]
        assert loose == [], printed.pdf.text(element)[:60]


def test_every_block_of_text_says_something(printed: Printed) -> None:
    pdf = printed.pdf
    silent = [
        element.role for element in pdf.of_role("P", *HEADINGS, "Lbl", "TH", "Caption") if not pdf.text(element).strip()
    ]
    assert silent == []


def test_headings_begin_at_one_and_skip_none(printed: Printed) -> None:
    levels = [0, *(int(element.role[1]) for element in printed.pdf.of_role(*HEADINGS))]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def test_lists_hold_items_and_items_hold_a_label_and_a_body(printed: Printed) -> None:
    for element in printed.pdf.of_role("L"):
        assert {kid.role for kid in element.kids} <= {"LI", "L", "Caption"}
    for element in printed.pdf.of_role("LI"):
        assert [kid.role for kid in element.kids] in (["Lbl", "LBody"], ["LBody"])
        assert element.parent == "L"
    for element in printed.pdf.of_role("Lbl", "LBody"):
        assert element.parent == "LI"


def test_tables_have_rows_of_cells_as_many_as_columns(printed: Printed) -> None:
    for table in printed.pdf.of_role("Table"):
        rows = [
            kid for part in table.kids for kid in (part.kids if part.role in ("THead", "TBody", "TFoot") else [part])
        ]
        assert {row.role for row in rows} == {"TR"}
        widths = {sum(int(cell.attributes.get("ColSpan", 1)) for cell in row.kids) for row in rows}
        assert len(widths) == 1
        assert {cell.role for row in rows for cell in row.kids} <= {"TH", "TD"}


def test_cells_that_name_columns_or_rows_say_which(printed: Printed) -> None:
    for table in printed.pdf.of_role("Table"):
        assert any(table in cell.around for cell in printed.pdf.of_role("TH")), printed.pdf.text(table)
    for cell in printed.pdf.of_role("TH"):
        assert str(cell.attributes.get("Scope")) in ("/Column", "/Row", "/Both"), printed.pdf.text(cell)


def test_figures_have_words_and_a_place_on_their_page(printed: Printed) -> None:
    pages = printed.pdf.pdf.pages
    for figure in printed.pdf.of_role("Figure"):
        assert str(figure.node.get("/Alt", "")).strip()
        left, low, right, high = (float(edge) for edge in figure.attributes["BBox"])
        _, _, width, height = (float(edge) for edge in pages[figure.marks[0].page].MediaBox)
        assert 0 <= left < right <= width + 1
        assert 0 <= low < high <= height + 1
        assert len({mark.page for mark in figure.marks}) == 1


def test_what_is_shown_in_a_picture_belongs_to_a_figure_or_is_an_artifact(printed: Printed) -> None:
    in_figures = {mark for figure in printed.pdf.of_role("Figure") for mark in figure.marks}
    pictures = [each for each in printed.pdf.painted if each.is_in_picture]
    assert all(each.is_artifact or each.mark in in_figures for each in pictures)


def test_every_link_is_in_the_tree_and_says_where_it_leads(printed: Printed) -> None:
    pdf = printed.pdf
    held = {
        kid.objgen: element
        for element in pdf.of_role("Link")
        for kid in element.kids
        if isinstance(kid, pikepdf.Dictionary)
    }
    assert len(held) == len(pdf.links)
    parents = pikepdf.NumberTree(pdf.pdf.Root.StructTreeRoot.ParentTree)
    for _, link in pdf.links:
        assert str(link.Contents).strip()
        assert parents[int(link.StructParent)].objgen == held[link.objgen].node.objgen
        assert "/Dest" in link or str(link.A.URI).startswith(("https://", "http://", "mailto:"))
    assert {str(page.get("/Tabs")) for page in pdf.pdf.pages if "/Annots" in page} <= {"/S"}


def test_a_page_that_a_link_names_is_where_it_leads(printed: Printed) -> None:
    pdf = printed.pdf
    for link in pdf.of_role("Link"):
        number = re.search(r"\b(?:p\.|page)\s(\d+)\W*$", pdf.text(link))
        if number and "/Dest" in link.annotation:
            assert pdf.target(link.annotation.Dest).page == int(number[1]) - 1, pdf.text(link)


def test_a_word_leads_to_its_explanation_and_that_back_to_the_word(printed: Printed) -> None:
    pdf = printed.pdf
    links = pdf.of_role("Link")
    items = {_spaced(pdf.text(item.kids[0])): item for item in pdf.of_role("LI")}
    marked = {kinds["term"] for _, kinds in runs_in(printed.handout.blocks) if "term" in kinds}
    for entry in printed.handout.entries:
        if entry["id"] in marked:
            item = items[_spaced(entry["term"])]
            [back] = [link for link in links if item in link.around and "page" in pdf.text(link)]
            there = [link for link in links if pdf.leads_to(link, item.kids[0])]
            assert there, entry["term"]
            assert any(pdf.leads_to(back, link) for link in there), entry["term"]


def test_a_citation_leads_to_its_reference(printed: Printed) -> None:
    pdf = printed.pdf
    links = pdf.of_role("Link")
    items = {pdf.text(item.kids[0]).strip().rstrip("."): item for item in pdf.of_role("LI")}
    for reference in printed.handout.references:
        number = str(reference["number"])
        body = items[number].kids[1]
        parts = [body, *(each for each in pdf.of_role("P") if body in each.around)]  # the last holds a paragraph
        to_it = [link for link in links if pdf.text(link) == number]
        assert any(pdf.leads_to(link, part) for link in to_it for part in parts), number


def test_every_face_is_in_the_file_and_every_letter_can_be_copied(printed: Printed) -> None:
    for font in printed.pdf.fonts:
        [inner] = font.DescendantFonts
        assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()), font.BaseFont
        assert "/ToUnicode" in font, font.BaseFont
    words = "".join(each.text for each in printed.pdf.painted)
    assert "\ufffd" not in words
    assert not re.search("[\ue000-\uf8ff\ufb00-\ufb06]", words), "a private character, or a ligature as one"


def test_every_heading_has_a_bookmark_that_leads_to_it(printed: Printed) -> None:
    pdf = printed.pdf
    headings = pdf.of_role(*HEADINGS)
    assert [level for level, *_ in pdf.bookmarks] == [int(heading.role[1]) for heading in headings]
    for heading, (_, title, page, y) in zip(headings, pdf.bookmarks, strict=True):
        assert _spaced(pdf.text(heading)).startswith(_spaced(title))
        first = pdf.lines(heading)[0]
        assert page == first.page
        assert 0 < y - first.y < 60, title


def test_pages_are_numbered_as_their_feet_say(printed: Printed) -> None:
    pdf = printed.pdf
    assert "/PageLabels" not in pdf.pdf.Root
    count = len(pdf.pdf.pages)
    for number in range(count):
        foot = "".join(each.text for each in pdf.painted if each.page == number and each.is_artifact)
        assert f"Page {number + 1} of {count}" in foot
        assert f"Page {number + 1} of {count}" not in pdf.text(pdf.elements[0])


def _spaced(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())
