"""Selected words on paper: cut where the selection begins and ends, whole where a part would say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import paths
from reader.core.guide import Guide
from reader.core.handout.building import SELECTED, build
from reader.core.handout.choosing import chosen
from reader.core.handout.glyphs import Glyphs
from reader.core.handout.order import Order, Stretch
from reader.core.handout.presets import Preset
from reader.core.handout.selecting import selected
from reader.core.text import Block, Place, Span
from reader.errors import ReaderError
from tests.guides.writing import compiled

ARTICLE = """# Sleep {#sleep}

!!! gist
    Sleep helps.

Rest is good. **Naps** may help.
{: claims="C1" }

1. First point.
2. Second point.
3. Third point.

| Time | What |
|---|---|
| Morning | Light |
| Evening | Dark |

Melatonin
: A messenger of the night.

## Naps {#naps}

!!! gist
    Short naps.

Ten minutes are enough.

# Pain {#pain}

Pain is real.
"""
CLAIMS = '[[claim]]\nid = "C1"\nsection = "sleep"\ntext = "Rest helps."\nlevel = "weak"\n'


@pytest.fixture
def guide(tmp_path: Path) -> Guide:
    return compiled(tmp_path, article_md=ARTICLE, claims_toml=CLAIMS)


def place(guide: Guide, section: str, words: str, *, at_end: bool = False) -> Place:
    """Return where *words* begin in a section, or end."""
    block = next(block for block in guide.blocks(section) if words in block.text)
    return Place(section, block.id, block.text.index(words) + len(words) * at_end)


def order(start: Place, end: Place, depth: str = "full") -> Order:
    return Order("selection", selection=Stretch(start, end), preset=Preset(depth))


def texts(guide: Guide, first: tuple[str, str], last: tuple[str, str], depth: str = "full") -> list[str]:
    """Return the texts that are printed from the first words up to the last, each with their section."""
    wanted = order(place(guide, *first), place(guide, *last, at_end=True), depth)
    return [block.text for block in chosen(guide, wanted).blocks]


def test_a_selection_stands_under_the_heading_of_its_section_and_says_what_it_is(guide: Guide) -> None:
    glyphs = Glyphs(paths.bundled("resources") / "print" / "glyphs.txt")
    made = build(guide, order(place(guide, "sleep", "Naps"), place(guide, "sleep", "help.", at_end=True)), glyphs)
    assert (made.title, made.subtitle, made.opens_with_heading) == ("Sleep", SELECTED, True)
    assert made.blocks[1]["runs"] == [["Naps", {"strong": True}], [" may help.", {}]]


def test_the_mark_of_evidence_goes_with_a_paragraph_that_is_selected_to_its_end(guide: Guide) -> None:
    assert texts(guide, ("sleep", "Rest"), ("sleep", "may help.")) == [
        "Sleep",
        "Rest is good. Naps may help.",
        "Weak: early studies",
    ]
    assert texts(guide, ("sleep", "Rest"), ("sleep", "good.")) == ["Sleep", "Rest is good."]


def test_items_of_a_numbered_list_keep_their_numbers(guide: Guide) -> None:
    wanted = order(place(guide, "sleep", "Second"), place(guide, "sleep", "Third", at_end=True))
    items = [block for block in chosen(guide, wanted).blocks if block.kind == "item"]
    assert [(block.marker, block.text) for block in items] == [("2.", "Second point."), ("3.", "Third")]


def test_rows_of_a_table_are_whole_and_have_its_head(guide: Guide) -> None:
    assert texts(guide, ("sleep", "ark"), ("sleep", "Dark")) == ["Sleep", "Time", "What", "Evening", "Dark"]
    assert texts(guide, ("sleep", "Time"), ("sleep", "Morn")) == ["Sleep", "Time", "What", "Morning", "Light"]


def test_a_definition_has_its_word(guide: Guide) -> None:
    assert texts(guide, ("sleep", "messenger"), ("sleep", "night.")) == [
        "Sleep",
        "Melatonin",
        "messenger of the night.",
    ]


def test_a_selection_over_sections_has_their_headings_in_levels_that_skip_none(guide: Guide) -> None:
    wanted = order(place(guide, "naps", "minutes"), place(guide, "pain", "Pain is", at_end=True))
    found = [(block.level if block.kind == "heading" else 0, block.text) for block in chosen(guide, wanted).blocks]
    assert found == [(1, "Naps"), (0, "minutes are enough."), (1, "Pain"), (0, "Pain is")]


@pytest.mark.parametrize(
    ("text", "marked", "printed"),
    [
        ("Inflamed muscles hurt.", "lamed mus", "Inflamed muscles"),
        ("Inflamed muscles hurt.", "muscles", "muscles"),
        ("Inflamed muscles hurt.", "d ", "Inflamed"),
        ("Blood had more IL-6 than TNF-α.", "6 than TNF", "IL-6 than TNF-α"),
        ("It is the nerve’s own; don't stop.", "s own; don", "nerve’s own; don't"),
        ("About 0.5 to 1,200 units.", "5 to 1", "0.5 to 1,200"),
        ("It ends. Pain begins.", "ends. P", "ends. Pain"),
        ("It ends.Pain begins.", "ends.", "ends."),
        ("Schmerzlich sind die U\u0308bungen.", "sind die U", "sind die U\u0308bungen"),
        ("in\u00adflamed", "flam", "in\u00adflamed"),
        ("慢性疼痛和免疫系统", "疼痛", "疼痛"),
        ("ความเจ็บปวดเรื้อรัง", "เจ็บ", "เจ็บ"),
        ("痛みはpainです", "ai", "pain"),
        ("דלקת כרונית", "לק", "דלקת"),
    ],
)
def test_a_word_is_never_cut(text: str, marked: str, printed: str) -> None:
    start = text.index(marked)
    places = Place("s", "s.1", start), Place("s", "s.1", start + len(marked))
    assert [block.text for block in selected([Block("s.1", "paragraph", text)], *places, "full")] == [printed]


def test_a_number_of_a_reference_is_no_part_of_the_word_before_it() -> None:
    block = Block("s.1", "paragraph", "Pain lasts1 long.", (Span(10, 11, "cite", "A"),))
    kept = selected([block], Place("s", "s.1", 0), Place("s", "s.1", 7), "full")
    assert [each.text for each in kept] == ["Pain lasts"]


def test_a_selection_of_gists_holds_nothing_that_was_hidden(guide: Guide) -> None:
    assert texts(guide, ("sleep", "helps."), ("naps", "Short"), "gist") == ["Sleep", "helps.", "Naps", "Short"]


def test_a_depth_that_hides_the_selected_words_does_not_empty_the_page(guide: Guide) -> None:
    assert texts(guide, ("sleep", "Rest"), ("sleep", "good."), "gist") == ["Sleep", "Rest is good."]


@pytest.mark.parametrize("offset", [0, 5])
def test_nothing_selected_is_said(guide: Guide, offset: int) -> None:
    block = place(guide, "sleep", "Rest").block
    with pytest.raises(ReaderError, match="No words are selected"):
        chosen(guide, order(Place("sleep", block, offset), Place("sleep", block, offset)))
    with pytest.raises(ReaderError, match="No words are selected"):
        chosen(guide, Order("selection"))


def test_words_that_another_version_has_not_are_said_to_be_gone(guide: Guide) -> None:
    with pytest.raises(ReaderError, match="not found in this version"):
        chosen(guide, order(Place("sleep", "sleep.99", 0), Place("sleep", "sleep.99", 4)))


WORDS = st.text("ab c\u2028é", min_size=1, max_size=12)


@st.composite
def sections(draw: st.DrawFn) -> tuple[Block, ...]:
    """Return a section of paragraphs with spans anywhere."""
    blocks = []
    for number, text in enumerate(draw(st.lists(WORDS, min_size=1, max_size=6)), 1):
        edges = draw(st.lists(st.integers(0, len(text)), max_size=6).map(sorted))
        spans = [Span(low, high, "strong") for low, high in zip(edges[::2], edges[1::2], strict=False) if low < high]
        blocks.append(Block(f"s.{number}", "paragraph", text, tuple(spans)))
    return tuple(blocks)


def _at_word(text: str, at: int) -> int:
    """Return the next place from *at* on where no word is cut."""
    while 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha():
        at += 1
    return at


@pytest.mark.slow
@given(sections(), st.data())
def test_the_text_is_that_which_is_selected_and_spans_lie_over_the_same_letters(
    blocks: tuple[Block, ...], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(blocks) - 1))
    last = data.draw(st.integers(first, len(blocks) - 1))
    start = data.draw(st.integers(0, len(blocks[first].text)))
    end = data.draw(st.integers(start if first == last else 0, len(blocks[last].text)))
    start, end = (_at_word(blocks[number].text, at) for number, at in ((first, start), (last, end)))
    kept = selected(blocks, Place("s", f"s.{first + 1}", start), Place("s", f"s.{last + 1}", end), "full")
    whole = [block.text for block in blocks[first : last + 1]]
    whole[-1] = whole[-1][:end]
    whole[0] = whole[0][start:]
    assert [block.text for block in kept] == [text.strip() for text in whole if text.strip()]
    for block in kept:
        before = blocks[int(block.id.removeprefix("s.")) - 1]
        strong = [before.text[span.start : span.end] for span in before.spans]
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)
        assert all(any(block.text[s.start : s.end] in words for words in strong) for s in block.spans)
        if len(block.text) == len(before.text):
            assert block.spans == before.spans
