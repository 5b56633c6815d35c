"""Notes as Markdown: in reading order, readable as plain text, and nothing of what one wrote is read as markup."""

from __future__ import annotations

import html
import json
import re

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.guide import Guide
from reader.core.notebook import annotation, markdown, passage, reading_order
from reader.core.notebook.notes import Kind, Note, Target
from reader.core.section_text import SectionTexts
from reader.core.text import Place

MADE = 1_700_000_000.0  # 14 November 2023, everywhere
PAGE = ["extra", "admonition", "sane_lists"]


def passage_of(guide: Guide, section: str, number: int) -> Target:
    """Return the first words of a section's block."""
    block = guide.blocks(section)[number]
    (target,) = passage.make(SectionTexts(guide), Place(section, block.id, 0), Place(section, block.id, 12))
    return target


def note(guide: Guide, identifier: str, kind: Kind, target: Target, body: str = "") -> Note:
    return Note(identifier, guide.about.id, kind, target, body, made=MADE)


def test_a_guide_is_told_in_reading_order_with_its_questions_first(bundled: Guide) -> None:
    sections = [section for section in bundled.outline if len(bundled.blocks(section.id)) > 2][:2]
    first, second = (passage_of(bundled, section.id, 1) for section in sections)
    later = passage_of(bundled, sections[0].id, 2)
    entry, term = bundled.terms[0]
    made = reading_order.chapters(
        [
            note(bundled, "1", "note", second, "It hurts here."),
            note(bundled, "2", "highlight", later)._replace(style="unclear"),
            note(bundled, "3", "bookmark", first),
            note(bundled, "4", "question", first, "Is it *this*?"),
            note(bundled, "5", "word", Target("entry", entry, term)),
            note(bundled, "6", "note", Target(), "A good guide."),
            note(bundled, "7", "note", Target("passage", quote="Words that nobody has ever written in it"), "Gone?"),
            note(bundled, "8", "note", Target("node", "n1", "Sleep"), "Mine is bad."),
        ],
        {bundled.about.id: bundled},
    )
    text = markdown.write(made)
    meaning = bundled.entry(entry)
    assert meaning is not None
    told = [
        "# My notes",
        "8 notes.",
        f"## {bundled.about.title}",
        "### Questions to ask",
        "- [ ] Is it \\*this\\*?",
        f"About: “{first.quote}” (paragraph ",
        "A good guide.",
        f"### {sections[0].title}",
        f"> {first.quote}",
        "**Bookmark** · paragraph ",
        f"> {later.quote}",
        "**Highlight, unclear** · paragraph ",
        f"### {sections[1].title}",
        f"> {second.quote}",
        "**Note** · paragraph ",
        "It hurts here.",
        "### My words",
        f"- **{markdown.line(term)}**: {markdown.line(meaning.definition)}",
        "### On words and on the pathway",
        "> Sleep",
        "Mine is bad.",
        "### Not found in this version of the guide",
        "> Words that nobody has ever written in it",
        "**Note** · 14 November 2023",
        "Gone?",
    ]
    at = -1
    for each in told:
        assert each in text[at + 1 :], each
        at = text.index(each, at + 1)


def test_a_quote_is_told_without_the_numbers_of_citations(bundled: Guide) -> None:
    texts = SectionTexts(bundled)
    block = next(
        block
        for section in bundled.outline
        for block in bundled.blocks(section.id)
        if block.kind == "paragraph" and sum(span.kind == "cite" for span in block.spans) > 1
    )
    section = block.id.rpartition(".")[0]
    (target,) = passage.make(texts, Place(section, block.id, 0), Place(section, block.id, len(block.text)))
    text = markdown.write(reading_order.chapters([note(bundled, "1", "note", target)], {bundled.about.id: bundled}))
    (quote,) = (line[2:] for line in text.splitlines() if line.startswith("> "))
    cited = next(span for span in block.spans if span.kind == "cite")
    assert f"{block.text[: cited.start]} " in f"{quote} "
    assert not any(letter.isdigit() for letter in quote[cited.start : cited.start + 4])
    found = json.loads(annotation.write(reading_order.chapters([note(bundled, "1", "note", target)], {})))
    (selector,) = found["first"]["items"][0]["target"]["selector"]
    assert selector["exact"] == target.quote  # other programs find it by what stands there


def test_of_a_guide_that_is_not_there_the_notes_are_told_all_the_same() -> None:
    notes = [
        Note("1", "gone", "note", Target("passage", quote="poor sleep", section="sleep"), "I know.", made=2.0),
        Note("2", "gone", "note", Target("passage", quote="pain", section="pain"), made=1.0),
    ]
    text = markdown.write(reading_order.chapters(notes, {}, {"gone": "A guide & more"}))
    assert "## A guide & more\n\n### pain\n\n> pain\n" in text
    assert "### sleep\n\n> poor sleep\n\n**Note** · 1 January 1970\n\nI know.\n" in text


@pytest.mark.parametrize("words", ["p < 0.05 & more", "It’s (really) 5-10% – “so”: yes!", "snake_case, 3 * 4"])
def test_plain_words_stay_plain(words: str) -> None:
    assert markdown.line(words).replace("\\*", "*") == words


@pytest.mark.parametrize(
    "words",
    [
        "# no heading",
        "> no quote",
        "- no list",
        "+ no list",
        "1. no list",
        "12) no list",
        "---",
        "- - -",
        "***",
        "===",
        "    no code",
        "```",
        "~~~",
        "!!! warning",
        ": no definition",
        "[a](http://b.example)",
        "![a](b.png)",
        "[a]: http://b.example",
        "[^1]: no note",
        "*[HTML]: no short form",
        "<script>alert(1)</script>",
        "<http://b.example>",
        "&lt;b&gt; &#60;",
        "&#60 &#x3c and no end",
        "**no** _emphasis_ ~~here~~ `code`",
        "a | b\n--- | ---\nc | d",
        "|a|b|\n|-|-|\n|c|d|",
        "Title\n===",
        "Title\n---",
        "words {: .class }",
        "back\\slash \\* \\",
        "<!-- no comment -->",
        "two\n\nparagraphs\nand a line",
    ],
)
def test_what_one_wrote_is_never_read_as_markup(words: str) -> None:
    shown = python_markdown.markdown(f"# A\n\n{markdown.lines(words)}\n\nEnd.", extensions=PAGE)
    tags = set(re.findall(r"<(/?\w+)", shown))
    assert tags <= {"h1", "/h1", "p", "/p", "br"}
    assert plain(shown) == f"A {' '.join(words.split())} End."


@pytest.mark.slow
@given(st.text(st.sampled_from(" \n\n#>-+=*_`~[]()!<>&|{}:\\.1aZé/\t"), max_size=40))
def test_no_words_at_all_are_read_as_markup(words: str) -> None:
    shown = python_markdown.markdown(f"# A\n\n{markdown.lines(words)}\n\nEnd.", extensions=PAGE)
    assert set(re.findall(r"<(/?\w+)", shown)) <= {"h1", "/h1", "p", "/p", "br"}
    assert "".join(plain(shown).split()) == "".join(f"A{words}End.".split())


def plain(shown: str) -> str:
    """Return the words that a page shows; a backslash before ~ is one more for Python-Markdown, which has no ~~."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", shown)).replace("\\~", "~").split())


def test_questions_stand_as_they_are_asked_and_one_of_the_guide_is_told_once(bundled: Guide) -> None:
    """In the order of the window in which they are gathered: one's own before those that were picked."""
    about = passage_of(bundled, bundled.outline[0].id, 1)
    notes = [
        note(bundled, "1", "question", about, about.quote),
        note(bundled, "2", "question", Target(), "May I walk more?"),
    ]
    text = markdown.write(reading_order.chapters(notes, {bundled.about.id: bundled}))
    assert text.index("May I walk more?") < text.index("- [ ]", text.index("- [ ]") + 1)
    assert "About:" not in text
