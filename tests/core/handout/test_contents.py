"""What goes with the text of a handout: numbers, depth, evidence, words, references, titles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader import paths
from reader.core.depth import DEPTHS
from reader.core.guide import Guide
from reader.core.handout.building import build
from reader.core.handout.choosing import with_inside
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.handout import Handout
from reader.core.handout.order import Order, Stretch
from reader.core.handout.presets import PARTS, PRESETS, Preset
from reader.core.numbering import Numbering
from reader.core.text import Place
from reader.errors import ReaderError
from tests.guides.writing import compiled

ARTICLE = """# Sleep {#sleep}

!!! gist
    Sleep helps with pain.

!!! key-points
    - Rest is good.

Melatonin is made at night.[@Two2020] See [the paper](https://example.org/p).
{: claims="C1" }

| Time | What |
|---|---|
| Morning | Light |

# Pain {#pain}

!!! gist
    Pain is real.

!!! key-points
    - Ask for help.

Pain again, and melatonin.[@One2020; @Two2020]
"""
GLOSSARY = """pain
: It hurts.
: mark: once

melatonin
: A messenger of the night.

unused
: Nobody says it.
"""
REFERENCES = '[{"id": "One2020", "title": "One"}, {"id": "Two2020", "title": "Two"}]'
CLAIMS = '[[claim]]\nid = "C1"\nsection = "sleep"\ntext = "Rest helps."\nlevel = "weak"\n'
ABOUT = 'id = "night"\ntitle = "Night"\nsource = "https://example.org/night"\n'


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    return Glyphs(paths.bundled("resources") / "print" / "glyphs.txt")


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return compiled(
        tmp_path,
        article_md=ARTICLE,
        glossary_md=GLOSSARY,
        references_json=REFERENCES,
        claims_toml=CLAIMS,
        guide_toml=ABOUT,
    )


def preset(*parts: str, depth: str = "full") -> Preset:
    return Preset(depth, frozenset(parts))


def every(blocks: Any) -> Iterator[dict[str, Any]]:
    """Yield the blocks, rows' cells and items of a handout, those inside others, too."""
    for each in blocks:
        if isinstance(each, list):
            yield from every(each)
            continue
        yield each
        for inside in ("blocks", "items", "rows"):
            yield from every(each.get(inside, ()))
        yield from every(each["header"] if each.get("kind") == "table" else ())


def said(handout: Handout) -> str:
    return " ".join(word for each in every(handout.blocks) for word, _ in each.get("runs", ()))


def test_paragraphs_have_the_numbers_that_the_reader_shows(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order(), glyphs)
    numbers = [each["number"] for each in every(handout.blocks) if isinstance(each.get("number"), str)]
    shown = [each.number for section in guide.outline for each in Numbering(guide).of_section(section.id)]
    assert (
        [number for number in numbers if number] == shown == ["1", "1.1", "1.2", "1.3", "1.4", "2", "2.1", "2.2", "2.3"]
    )


def test_a_number_does_not_change_with_the_depth(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order("sections", ("pain",), preset=preset(depth="gist")), glyphs)
    assert [each["number"] for each in every(handout.blocks) if "runs" in each] == ["2", "2.1"]


@pytest.mark.parametrize(
    ("depth", "words"),
    [
        ("gist", "Sleep Sleep helps with pain. Pain Pain is real."),
        ("key-points", "Sleep Sleep helps with pain. Rest is good. Pain Pain is real. Ask for help."),
    ],
)
def test_a_depth_holds_its_words_and_no_others(guide: Guide, glyphs: Glyphs, depth: str, words: str) -> None:
    handout = build(guide, Order(preset=Preset(depth, frozenset(PARTS))), glyphs)
    assert " ".join(said(handout).split()).replace(" .", ".") == words
    assert not handout.has_evidence
    assert handout.references == ()
    assert [entry["term"] for entry in handout.entries] == ["pain"]


def test_evidence_is_left_out_where_it_is_not_wanted(guide: Guide, glyphs: Glyphs) -> None:
    with_it, without = (build(guide, Order(preset=preset(*parts)), glyphs) for parts in (["evidence"], []))
    kinds = [{each.get("kind") for each in every(handout.blocks)} for handout in (with_it, without)]
    assert ["evidence" in found for found in kinds] == [with_it.has_evidence, without.has_evidence] == [True, False]


def test_without_their_list_the_numbers_of_references_go_too(guide: Guide, glyphs: Glyphs) -> None:
    with_it, without = (build(guide, Order(preset=preset(*parts)), glyphs) for parts in (["references"], []))
    cited = [[kinds for each in every(made.blocks) for _, kinds in each.get("runs", ())] for made in (with_it, without)]
    assert [any("cite" in kinds for kinds in found) for found in cited] == [True, False]
    assert "at night.1" in said(with_it).replace(" ", "").replace("atnight", "at night")
    assert said(without).endswith("Pain again, and  melatonin .")
    assert [reference["number"] for reference in with_it.references] == [1, 2]
    assert without.references == ()


def test_terms_are_marked_only_where_they_are_explained(guide: Guide, glyphs: Glyphs) -> None:
    with_it, without = (build(guide, Order(preset=preset(*parts)), glyphs) for parts in (["glossary"], []))
    marked = [
        [kinds["term"] for each in every(made.blocks) for _, kinds in each.get("runs", ()) if "term" in kinds]
        for made in (with_it, without)
    ]
    assert marked == [["pain", "melatonin"], []]
    assert without.entries == ()


def test_a_word_explained_says_where_it_stands_first(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order("sections", ("pain",), preset=preset("glossary")), glyphs)
    ids = {each["id"]: each for each in every(handout.blocks) if "runs" in each}
    assert [entry["term"] for entry in handout.entries] == ["melatonin", "pain"]
    for entry in handout.entries:
        words = "".join(word for word, _ in ids[entry["first"]]["runs"])
        assert entry["term"] in words.casefold()


def test_an_everyday_word_that_was_cut_off_a_selection_is_not_explained(guide: Guide, glyphs: Glyphs) -> None:
    block = guide.blocks("pain")[-1]

    def terms(start: int) -> list[str]:
        stretch = Stretch(Place("pain", block.id, start), Place("pain", block.id, len(block.text)))
        return [entry["term"] for entry in build(guide, Order("selection", selection=stretch), glyphs).entries]

    assert terms(0) == ["melatonin", "pain"]
    assert terms(block.text.index("again")) == ["melatonin"]


@pytest.mark.parametrize("depth", DEPTHS)
def test_every_word_explained_is_marked_once_where_it_stands_first(bundled: Guide, glyphs: Glyphs, depth: str) -> None:
    handout = build(bundled, Order(preset=preset("glossary", depth=depth)), glyphs)
    blocks = [each for each in every(handout.blocks) if "runs" in each]
    marked = [(kinds["term"], each["id"]) for each in blocks for _, kinds in each["runs"] if "term" in kinds]
    assert len(dict(marked)) == len(handout.entries) > 10
    assert dict(marked) == {entry["id"]: entry["first"] for entry in handout.entries}


def test_an_everyday_word_is_marked_whole_and_not_inside_a_link(tmp_path: Path, glyphs: Glyphs) -> None:
    article = "# A {#a}\n\nPain.\n\n# B {#b}\n\n[Pain](#a)?\n\n# C {#c}\n\nOf **pains** I speak.\n"
    guide = compiled(tmp_path, article_md=article, glossary_md="pain\n: It hurts.\n: mark: once\n")
    link = build(guide, Order("sections", ("b",), preset=preset("glossary")), glyphs)
    assert link.entries == ()
    whole = build(guide, Order("sections", ("c",), preset=preset("glossary")), glyphs)
    assert whole.blocks[1]["runs"][1] == ["pains", {"strong": True, "term": "pain"}]


def test_an_everyday_word_of_a_selection_is_marked_behind_a_link_of_the_same_words(
    tmp_path: Path, glyphs: Glyphs
) -> None:
    article = "# A {#a}\n\nPain.\n\n# B {#b}\n\nSee [pain](#a), and my pain.\n"
    guide = compiled(tmp_path, article_md=article, glossary_md="pain\n: It hurts.\n: mark: once\n")
    block = guide.blocks("b")[1]
    stretch = Stretch(Place("b", block.id, 4), Place("b", block.id, len(block.text)))
    handout = build(guide, Order("selection", selection=stretch, preset=preset("glossary")), glyphs)
    assert handout.blocks[1]["runs"] == [["pain", {}], [", and my ", {}], ["pain", {"term": "pain"}], [".", {}]]


def test_the_glossary_alone_has_every_word_and_no_text(guide: Guide, glyphs: Glyphs) -> None:
    handout = build(guide, Order("glossary", preset=Preset(parts=frozenset(PARTS))), glyphs)
    assert [entry["term"] for entry in handout.entries] == ["melatonin", "pain", "unused"]
    assert handout.title == "Glossary of “Night”"
    assert (handout.blocks, handout.references, handout.figures, handout.lines) == ((), (), (), 0)


@pytest.mark.parametrize("what", ["glossary", "guide"])
def test_only_text_becomes_a_sheet_for_the_doctor(guide: Guide, glyphs: Glyphs, what: str) -> None:
    handout = build(guide, Order(what, preset=PRESETS["doctor"]), glyphs)
    assert handout.layout["kind"] == ("doctor" if what == "guide" else "handout")


def test_several_sections_have_the_title_of_the_guide(guide: Guide, glyphs: Glyphs) -> None:
    two = build(guide, Order("sections", ("pain", "sleep")), glyphs)
    one = build(guide, Order("sections", ("pain",)), glyphs)
    assert [(made.title, made.opens_with_heading) for made in (two, one)] == [("Night", False), ("Pain", True)]
    assert (two.source, two.source_address) == ("example.org/night", "https://example.org/night")


def test_a_section_that_is_asked_for_twice_is_printed_once(guide: Guide, glyphs: Glyphs) -> None:
    twice, once = (build(guide, Order("sections", sections), glyphs) for sections in (("pain", "pain"), ("pain",)))
    assert twice == once


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (Order("sections", ()), "No section is chosen"),
        (Order("words"), "not kept any words"),
        (Order("sections", ("pian",)), "Nearest: pain"),
    ],
)
def test_an_order_of_nothing_is_refused_in_a_sentence(guide: Guide, glyphs: Glyphs, order: Order, words: str) -> None:
    with pytest.raises(ReaderError, match=words):
        build(guide, order, glyphs)


def test_a_guide_without_a_glossary_says_so_when_only_that_is_wanted(tmp_path: Path, glyphs: Glyphs) -> None:
    with pytest.raises(ReaderError, match="no glossary"):
        build(compiled(tmp_path), Order("glossary"), glyphs)


@pytest.mark.parametrize("name", PRESETS)
def test_a_guide_that_is_only_text_has_no_empty_parts_in_any_preset(tmp_path: Path, glyphs: Glyphs, name: str) -> None:
    preset = PRESETS[name]
    every_part = Preset(preset.depth, frozenset(PARTS), preset.layout)
    handout = build(compiled(tmp_path), Order(preset=every_part), glyphs)
    assert (handout.entries, handout.references, handout.figures) == ((), (), ())
    assert not any(handout.mine[each] for each in ("questions", "highlights", "words"))


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_comes_back_from_json_as_it_was(name: str) -> None:
    assert Preset.from_json(PRESETS[name].to_json()) == PRESETS[name]


def test_the_whole_bundled_guide_is_in_a_handout_in_its_order(bundled: Guide, glyphs: Glyphs) -> None:
    ids = with_inside(bundled, [section.id for section in bundled.outline])
    handout = build(bundled, Order("sections", ids), glyphs)
    printed = [each["id"] for each in every(handout.blocks) if each.get("kind") == "heading" and each["id"]]
    assert printed == [section.id for section in bundled.outline]
    blocks = [block for section in bundled.outline for block in bundled.blocks(section.id)]
    marked = {span.value for block in blocks for span in block.spans if span.kind == "term"}
    assert {entry["id"] for entry in handout.entries} >= marked
