"""A GPML file of WikiPathways as a guide of its own: its text, its literature, its words, the file itself."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader import paths
from reader.compiler import added
from reader.compiler.assemble import assemble
from reader.compiler.gpml.reading.wiki import paragraphs
from reader.compiler.store import write
from reader.core import source
from reader.core.guide import Guide
from reader.core.library import Library
from reader.errors import ReaderError
from tests.guides.calling import GPML
from tests.guides.writing import folder, spans

BUNDLED = paths.bundled("content") / Library.default


def opened(place: Path, text: str = GPML) -> Guide:
    """Return the guide that a GPML file makes, the bundled guide's glossary behind it."""
    file = place / "WP1.gpml"
    file.write_text(text, encoding="utf-8")
    made = place / "made.guide"
    found = source.find(file)
    write(assemble(found, add=lambda *rest: added.read([str(BUNDLED)], *rest)), made)
    return Guide(made, found.path)


def test_the_article_says_what_the_file_says_of_its_pathway_and_no_markup(tmp_path: Path) -> None:
    guide = opened(tmp_path)

    assert guide.about.title == "Calling for help"
    assert guide.about.subtitle == "Homo sapiens"
    assert (guide.about.review, guide.about.disclaimer, guide.about.licence) == ("", "", "")
    assert [block.text for block in guide.blocks("about")] == [
        "Calling for help",
        "Cells ask for help. See the site and",
        "IL6.",
        "First, a cytokine",
        "Literature about the whole pathway: 1",
        "Organism: Homo sapiens\u2028Last changed: 27 February 2025\u2028Authors: A. Name, Bot\u2028"
        "Source: WikiPathways, WP1_r2",
    ]
    assert guide.pathway is not None
    assert guide.pathway.description == "Cells ask for help. See the site and\nIL6.\nFirst, a cytokine"
    links = [span for each in guide.outline for block in guide.blocks(each.id) for span in spans(block, "link")]
    assert not links, "a stranger's address is text"


def test_what_is_in_it_stands_in_lists_by_kind_and_its_nodes_lead_there(tmp_path: Path) -> None:
    guide = opened(tmp_path)
    assert guide.pathway is not None

    assert [section.title for section in guide.outline] == [
        "Calling for help",
        "What is in this pathway",
        "Gene products",
        "Cells",
        "What is known between them",
    ]
    assert [block.text for block in guide.blocks("parts-gene-product")] == [
        "Gene products",
        "interleukin six 1 · Entrez Gene 3569 · 1 link",
        "JAK1 · drawn 2 times · 1 link",
    ]
    assert [node.section for node in guide.pathway.nodes] == ["parts-gene-product"] * 3 + ["parts-cell"]


def test_each_link_is_a_sentence_with_its_literature(tmp_path: Path) -> None:
    guide = opened(tmp_path)
    (said,) = (block for block in guide.blocks("links") if block.kind == "item")

    assert said.text == "interleukin six activates JAK1. 2"
    assert spans(said, "cite") == [("2", "cite", "b3")]
    assert [(each.number, each.text) for each in guide.references if each.number] == [
        (1, "Kataoka T, Name A. How cells call. J Calls 2009."),
        (2, "PubMed 12345."),
    ], "a work that is given twice counts once, one of which nothing is said not at all"


def test_the_glossary_opens_nodes_by_number_by_label_and_says_where_it_is_from(tmp_path: Path) -> None:
    guide = opened(tmp_path)
    assert guide.pathway is not None

    assert [node.term for node in guide.pathway.nodes] == ["il-6", "", "", "mast-cell"]
    entry = guide.entry("il-6")
    assert entry is not None
    assert entry.glossary == "Fibromyalgia and the immune system"
    words = [span for block in guide.blocks("about") for span in spans(block, "term")]
    assert ("cytokine", "term", "cytokine") in words, "words of the description are terms, too"


def test_the_file_is_kept_byte_for_byte(tmp_path: Path) -> None:
    guide = opened(tmp_path, GPML.replace("\n", "\r\n"))

    kept = guide.original()

    assert kept == (tmp_path / "WP1.gpml").read_bytes()
    assert kept is not None
    assert ElementTree.canonicalize(kept.decode()) == ElementTree.canonicalize(GPML), "XML knows one line end"


def test_the_bundled_guide_keeps_its_pathway_file(tmp_path: Path) -> None:
    made = tmp_path / "made.guide"
    write(assemble(source.find(BUNDLED)), made)

    assert Guide(made).original() == (BUNDLED / "pathway.gpml").read_bytes()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (GPML.replace("GPML/2013a", "GPML/2010a"), "GPML 2010a"),
        (GPML.replace("GPML/2013a", "GPML/2021"), "GPML 2021"),
        (GPML[:-40], "not well-formed XML"),
        ("<html><body/></html>", "no GPML file"),
        ("", "not well-formed XML"),
    ],
)
def test_what_is_no_gpml_2013a_is_refused_in_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ReaderError, match=sentence) as refused:
        opened(tmp_path, text)

    assert str(refused.value).startswith("WP1.gpml")
    assert "\n" not in str(refused.value)


@pytest.mark.slow  # a file of two hundred thousand elements
def test_a_file_of_too_many_elements_ends_in_a_sentence(tmp_path: Path) -> None:
    many = "<Comment/>" * 200_001

    with pytest.raises(ReaderError, match="over 200,000 elements"):
        opened(tmp_path, GPML.replace("<InfoBox", f"{many}<InfoBox"))


def test_a_pathway_file_is_a_guide_of_its_own_unless_it_is_a_guides(tmp_path: Path) -> None:
    place = folder(tmp_path / "guide", pathway_gpml=GPML, WP1_gpml=GPML)

    assert source.guide_of(place / "pathway.gpml") == place
    assert source.guide_of(place / "WP1.gpml") == place / "WP1.gpml"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("'''Bold''' and ''leaning''", ["Bold and leaning"]),
        ("[[Pain]] and [[Cell|cells]]", ["Pain and cells"]),
        ("[http://a.org]", ["http://a.org"]),
        ("**Bold** [a](http://b.org)", ["Bold a"]),
        ("== Phases ==", ["Phases"]),
        ("a&lt;sup&gt;2&lt;/sup&gt; &amp; b", ["a2 & b"]),
        ("p < 0.05 and q > 3", ["p < 0.05 and q > 3"]),
        ("\n\n", []),
    ],
)
def test_markup_of_a_description_leaves_its_words(written: str, shown: list[str]) -> None:
    assert [words for words, _ in paragraphs(written)] == shown


@pytest.mark.parametrize("mark", ["[", "[[", "'''", "<a ", "{{", "**", "[http://", "&lt;"])
def test_a_description_of_marks_without_end_takes_no_time(mark: str) -> None:
    assert len(list(paragraphs(mark * 200_000))) <= 1


def test_large_parts_are_called_by_their_busiest_node_and_small_ones_stand_together(tmp_path: Path) -> None:
    node = '<DataNode TextLabel="{0}" GraphId="{0}" Type="Protein"><Graphics CenterX="{1}" CenterY="300"/></DataNode>'
    line = (
        '<Interaction GraphId="{0}-{1}"><Graphics><Point X="0" Y="0" GraphRef="{0}"/>'
        '<Point X="9" Y="9" GraphRef="{1}" ArrowHead="mim-stimulation"/></Graphics></Interaction>'
    )
    nodes = "".join(node.format(name, 100 * number) for number, name in enumerate(["HUB", *"ABCDE"]))
    lines = "".join(line.format("HUB", name) for name in "ABCDE")
    guide = opened(
        tmp_path, GPML.replace("<Interaction", f"{nodes}<Interaction", 1).replace("<InfoBox", f"{lines}<InfoBox")
    )

    links = [(section.title, section.parent) for section in guide.outline if section.id.startswith("links-")]
    assert links == [("Around HUB", "links"), ("The rest", "links")]
    assert [block.text for block in guide.blocks("links-1")][:2] == ["Around HUB", "HUB activates A."]
