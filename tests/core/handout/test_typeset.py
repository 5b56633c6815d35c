"""The PDF and the page pictures that come out of a handout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.choosing import with_inside
from reader.core.handout.order import Order
from reader.core.handout.typeset import UNSETTLED, WITHOUT_MARK, Press, Typeset, Typesetter, save
from reader.core.text import Block, BlockKind
from reader.errors import ReaderError
from tests.guides import sample, writing

PRESS = Press(paths.bundled("resources"), tuple(paths.faces()))


NAMED_PAGE = r"\bp(?:age|\.)\s\d"  # a page that the words name; the foot has "Page"


def extracted(file: Path) -> str:
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True, text=True).stdout


def to_pdf(guide: Guide, sections: Sequence[str], folder: Path) -> Typeset:
    """Make a PDF of these sections with those inside them, or for () of the whole guide."""
    order = Order("sections", with_inside(guide, sections)) if sections else Order()
    return Typesetter(PRESS, folder).pdf(guide, order)


def text_of(guide: Guide, folder: Path, sections: tuple[str, ...] = ()) -> str:
    folder.mkdir()
    made = to_pdf(guide, sections, folder)
    assert WITHOUT_MARK not in made.notes
    command = ["pdftotext", "-layout", str(made.file), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_the_same_guide_makes_the_same_file(tmp_path: Path) -> None:
    guide = sample.guide(tmp_path)
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        made.append(to_pdf(guide, [], tmp_path / name).file.read_bytes())
    assert made[0] == made[1]


def test_a_cell_with_a_very_long_word_stays_on_the_paper(tmp_path: Path) -> None:
    cells = [Block("b", "cell", "x" * 300, row=0, column=column) for column in range(4)]
    printed = text_of(sample.of_blocks(tmp_path, *cells), tmp_path / "out")
    assert printed.count("x") == 1200


def test_strange_ids_are_no_trouble(tmp_path: Path) -> None:
    section, blocks = sample.SECTIONS[2]
    odd = [(section._replace(id='a"b> #c\\'), blocks)]
    assert to_pdf(sample.guide(tmp_path, sections=odd), [], tmp_path).notes == ()


NEVER_SETTLES = """
#import "given.typ": names-pages
#if names-pages [#context { for _ in range(query(<one>).len() + 1) [#metadata(none)<one>] }]
"""


def test_where_pages_do_not_settle_no_words_name_one_and_that_is_said(tmp_path: Path) -> None:
    """Each round of layout finds one more, and sets one more."""
    shutil.copytree(PRESS.resources, tmp_path / "resources")
    with (tmp_path / "resources" / "print" / "handout.typ").open("a", encoding="utf-8") as template:
        template.write(NEVER_SETTLES)
    guide, typesetter = sample.guide(tmp_path), Typesetter(Press(tmp_path / "resources", PRESS.faces), tmp_path)
    assert re.search(NAMED_PAGE, extracted(to_pdf(guide, [], tmp_path).file))
    made = typesetter.pdf(guide, Order())
    assert made.notes == (UNSETTLED,)
    words = extracted(made.file)
    assert re.findall(NAMED_PAGE, words) == []
    assert "where it stands first" in words
    assert "Page 1 of" in words


def test_a_pdf_replaces_the_one_of_that_name(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b.pdf"
    source.write_bytes(b"new")
    target.write_bytes(b"old")
    save(source, target)
    assert target.read_bytes() == b"new"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "b.pdf"]


def test_blocks_without_text_are_no_trouble(tmp_path: Path) -> None:
    kinds: list[BlockKind] = ["paragraph", "item", "cell", "quote", "code", "term", "definition", "evidence", "image"]
    empty = [Block("b", kind, "", level=int(kind == "item"), row=0, column=0) for kind in kinds]
    made = to_pdf(sample.of_blocks(tmp_path, *empty, *reversed(empty)), [], tmp_path)
    assert made.notes == ()


def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    source, pipe = tmp_path / "a.pdf", tmp_path / "pipe"
    source.write_bytes(b"%PDF")
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save(source, pipe)
    assert os.read(end, 10) == b"%PDF"
    assert pipe.is_fifo()
    os.close(end)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    source, target, link = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "link.pdf"
    source.write_bytes(b"%PDF")
    link.symlink_to(target)
    save(source, link)
    assert link.is_symlink()
    assert target.read_bytes() == b"%PDF"


@pytest.mark.parametrize("target", ["missing/b.pdf", "a/b.pdf", "folder", "/"])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a").write_bytes(b"new")
    with pytest.raises(ReaderError, match=r"could not be written .* Please choose another place\."):
        save(tmp_path / "a", tmp_path / target)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "folder"]


def test_a_table_to_fill_in_has_rows_that_a_hand_can_write_in(tmp_path: Path) -> None:
    form = "| My question | The answer |\n|---|---|\n| 1. | |\n| 2. | |\n"
    guide = writing.compiled(tmp_path, article_md=f"# Questions {{#questions}}\n\n{form}")
    made = to_pdf(guide, [], tmp_path)
    command = ["pdftotext", "-bbox", str(made.file), "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    first, second = (float(re.findall(rf'yMin="([\d.]+)"[^>]*>{number}\.<', boxes)[0]) for number in (1, 2))
    assert second - first >= 15 / 25.4 * 72, "15 mm, in points"


def test_a_short_list_and_what_announces_it_stay_on_one_page(tmp_path: Path) -> None:
    signs = ["fever", "swelling", "sweats", "loss"]
    for lines in range(20, 28):  # wherever on the page it would begin
        article = (
            "# Signs {#signs}\n\n"
            + "Some words.\n\n" * lines
            + "See a doctor:\n\n"
            + "".join(f"- {sign}\n" for sign in signs)
        )
        text = text_of(writing.compiled(tmp_path / f"guide{lines}", article_md=article), tmp_path / str(lines))
        pages = [page for page in text.split("\f") if any(word in page for word in ("doctor:", *signs))]
        assert len(pages) == 1, lines
