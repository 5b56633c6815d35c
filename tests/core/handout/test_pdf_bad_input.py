"""What strangers' guides and full disks do to a PDF: it is made, and regular; or one sentence says why not."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import page as validator
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as any_of

from reader.core.guide import Guide
from reader.core.handout.order import Order
from reader.core.handout.presets import PRESETS
from reader.core.handout.typeset import WITHOUT_MARK
from reader.core.text import Block, Span
from reader.errors import ReaderError
from tests.core.handout import printing
from tests.core.handout.printing import Printed
from tests.guides import sample
from tests.guides.writing import compiled
from tests.pdf import HEADINGS

LONG = "x" * 5000
LOST = "1 picture could not be read: the description is printed instead."
BOMB = b'<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"><rect width="9" height="9"/></svg>'
SPY = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99" height="99">'
    b'<image xlink:href="file:///etc/hostname" width="9" height="9"/><text y="20">\xe7\x97\x9b</text></svg>'
)
Maker = Callable[[Path], Guide]


def written(article: str) -> Maker:
    return lambda folder: compiled(folder, article_md=article)


def holding(*blocks: Block) -> Maker:
    return lambda folder: sample.of_blocks(folder, *blocks)


def with_picture(content: bytes, kind: str = "image/svg+xml") -> Maker:
    return lambda folder: sample.guide(folder, images={"receptor.png": (kind, content)})


def about(**changes: Any) -> Maker:
    return lambda folder: sample.guide(folder, about=sample.ABOUT._replace(**changes))


def spans(*found: Span) -> Maker:
    return holding(Block("b", "paragraph", "click here now", found))


ODD: dict[str, Maker] = {
    "levels of headings skipped": written("# A\n\n#### B\n\ntext\n\n## C\n\n###### D\n\nx\n"),
    "the first heading of level three": written("### A\n\ntext\n\n# B\n\nx\n"),
    "no heading": written("only text\n"),
    "headings and nothing else": written("".join(f"# H{number}\n\n" for number in range(60))),
    "a word of 5,000 letters everywhere": holding(
        Block("a", "paragraph", LONG, callout="gist", title=LONG, box=1),
        Block("b", "paragraph", LONG),
        Block("c", "cell", LONG, row=0, column=0),
        Block("d", "cell", LONG, row=0, column=1),
        Block("e", "item", LONG, level=1, marker="•"),
        Block("f", "term", LONG),
        Block("g", "definition", LONG),
        Block("h", "quote", LONG),
        Block("i", "code", LONG),
        Block("j", "heading", LONG, level=1),
    ),
    "a guide with long words about itself": about(
        title=LONG, subtitle=LONG, version=LONG, licence=LONG, authors=(LONG,), review=LONG, disclaimer=LONG,
        evidence_checked=LONG,
    ),
    "a guide with no word about itself": about(
        title="", subtitle="", version="", licence="", authors=(), review="", disclaimer="", evidence_checked=""
    ),
    "a language that is none": about(language="x-klingon"),
    "a language nobody speaks": about(language="qqq-ZZ-1996"),
    "a language written from the right": about(language="ar"),
    "sixty columns": written(f"# T\n\n|{'a|' * 60}\n|{'---|' * 60}\n|{'two words|' * 60}\n"),
    "a row higher than a page": written(f"# T\n\n| a | b |\n|---|---|\n| {'word ' * 3000}| x |\n"),
    "an item longer than a page": written(f"# T\n\n- {'word ' * 3000}\n"),
    "lists sixty deep": written("# T\n\n" + "".join(f"{'    ' * deep}- item {deep}\n" for deep in range(60))),
    "quotes fifty deep": written(f"# T\n\n{'>' * 50} deep\n"),
    "spans out of their text": spans(Span(-5, 99, "strong"), Span(9, 2, "em"), Span(0, 3, "term", "none")),
    "links to nowhere": spans(Span(0, 5, "link", "#no"), Span(6, 9, "link", "javascript:alert(1)")),
    "an address of 5,000 letters": spans(Span(0, 5, "link", f"https://example.org/{LONG}")),
    "an address with everything in it": spans(Span(0, 5, "link", "https://exa mple.org/\u75db\"()<>\\")),
    "sources that nobody knows": spans(Span(0, 5, "cite", "Nobody2000")),
    "a picture wider than the world": with_picture(BOMB),
    "no sections": lambda folder: sample.guide(folder, sections=[]),
}  # fmt: skip
CHANGED: dict[str, tuple[Maker, str]] = {
    "a damaged picture": (with_picture(b"no picture", "image/png"), LOST),
    "a picture without a size": (with_picture(b'<svg xmlns="http://www.w3.org/2000/svg" width="0"/>'), LOST),
    "a picture that looks for files": (with_picture(SPY), LOST),
    "Chinese and emoji": (holding(Block("b", "paragraph", "\u75db \U0001f600")), "2 characters that the printed page"),
    "a title without letters": (about(title="\u75db"), "characters that the printed page has no letter for"),
}


def as_printed(make: Maker, folder: Path, preset: str = "standard") -> Printed:
    guide = make(folder)
    return printing.printed(guide, printing.order(guide, preset=preset, every_part=True), folder / "pdf")


def is_regular(printed: Printed) -> bool:
    """Whether a validator of PDF/UA-1, and our own eyes for headings, find nothing."""
    levels = [0, *(int(heading.role[1]) for heading in printed.pdf.of_role(*HEADINGS))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    return bool(validator.is_pdf_compliant(printed.pdf.file, profile="ua1"))


@pytest.mark.parametrize(
    "preset",
    ["standard", *(pytest.param(name, marks=pytest.mark.slow) for name in PRESETS if name != "standard")],
)
@pytest.mark.parametrize("odd", ODD)
def test_an_odd_guide_makes_a_regular_pdf(tmp_path: Path, odd: str, preset: str) -> None:
    made = as_printed(ODD[odd], tmp_path, preset)
    assert WITHOUT_MARK not in made.said
    assert is_regular(made)
    for shown in made.pdf.painted:
        assert shown.kind != "text" or 0 < shown.x < 612, shown


@pytest.mark.parametrize("changed", CHANGED)
def test_what_cannot_be_printed_is_replaced_and_said(tmp_path: Path, changed: str) -> None:
    make, sentence = CHANGED[changed]
    made = as_printed(make, tmp_path)
    assert [sentence in said for said in made.said] == [True]
    assert is_regular(made)


@pytest.mark.parametrize("alt", ["", " ", "\n"])
def test_a_picture_without_a_description_says_that_it_has_none(tmp_path: Path, alt: str) -> None:
    section, blocks = sample.SECTIONS[2]
    more = [*blocks, Block("nerves.3", "image", alt, image="receptor.png")]
    made = as_printed(lambda folder: sample.guide(folder, sections=[(section, more)]), tmp_path)
    assert [str(figure.node.Alt) for figure in made.pdf.of_role("Figure")] == ["A picture without a description."]
    assert is_regular(made)


def test_a_picture_that_is_not_in_the_guide_is_described(tmp_path: Path) -> None:
    made = as_printed(lambda folder: sample.guide(folder, images={}), tmp_path)
    assert made.pdf.of_role("Figure") == []
    assert "Picture: A receptor in a wall" in made.pdf.text(made.pdf.elements[0])
    assert is_regular(made)


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd") = $x$ *_`<a>`_* @b \\ ~ // c',
        "<script>alert(1)</script> &amp; &lt;b&gt; ${1}",
        "#set page(fill: red) #pagebreak() ]#[",
        "#" * 300,
        "\u202eevil\u202c \u05e9\u05dc\u05d5\u05dd hello",
        "a\u2028b\u2029c\u00a0d\u00ade",
    ],
)
def test_text_is_printed_as_it_is_written(tmp_path: Path, text: str) -> None:
    made = as_printed(holding(Block("b", "paragraph", text)), tmp_path)
    assert visible(text) in visible(made.pdf.extracted())
    assert len(made.pdf.pdf.pages) <= 2
    assert is_regular(made)


def visible(text: str) -> str:
    """Return the letters of a text, without spaces, controls and soft hyphens."""
    return "".join(letter for letter in text if unicodedata.category(letter) not in ("Zs", "Zl", "Zp", "Cc", "Cf"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=any_of.text(max_size=60), bold=any_of.integers(0, 60))
@pytest.mark.slow  # ten seconds; odd texts one by one are above
def test_any_text_at_all_makes_a_regular_pdf(tmp_path_factory: pytest.TempPathFactory, text: str, bold: int) -> None:
    text = text.encode("utf-8", "replace").decode()  # half of a pair of surrogates is in no file
    made = as_printed(
        holding(Block("b", "paragraph", text, (Span(0, bold, "strong"),))), tmp_path_factory.mktemp("any")
    )
    assert WITHOUT_MARK not in made.said
    assert is_regular(made)
    made.pdf.close()


def test_where_the_mark_would_be_a_lie_it_is_left_out_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter that no face has stops PDF/UA: here the list of letters is wrong, as after a face was changed."""
    monkeypatch.setattr("reader.core.handout.glyphs.Glyphs.printable", lambda glyphs, text, missing: text)
    made = as_printed(holding(Block("b", "paragraph", "\u75db")), tmp_path)
    assert made.said == (WITHOUT_MARK,)
    with made.pdf.pdf.open_metadata() as metadata:
        assert "pdfuaid:part" not in metadata
    assert made.pdf.pdf.Root.MarkInfo.Marked
    assert made.pdf.of_role("H1")


def test_nothing_chosen_is_one_sentence(small: Guide, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="No section is chosen"):
        printing.made(small, replace(printing.order(small), what="sections", sections=()), tmp_path)


def test_an_unknown_section_is_named_with_the_nearest(small: Guide, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="Nearest: nerves"):
        printing.made(small, Order("sections", ("nervs",)), tmp_path)


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from reader.__main__ import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("room", [1000, 20_000])
def test_a_disk_without_room_leaves_no_half_of_a_file(tmp_path: Path, room: int) -> None:
    """Files may grow to *room* bytes: to fewer than the compiled guide has, and to fewer than the PDF has."""
    article = tmp_path / "a.md"
    article.write_text("# A\n\ntext\n", "utf-8")
    command = [sys.executable, "-c", LIMITED, str(room), "print", str(article), "-o", str(tmp_path / "out.pdf")]
    made = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert made.returncode == 1
    assert made.stderr.count("\n") == 1
    assert "Traceback" not in made.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]
