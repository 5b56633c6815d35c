"""Guides as sections of paragraphs, what authors do to them, and where a reader's words should be then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from reader.core.guide import Guide
from reader.core.notebook import finding, passage
from reader.core.notebook.notes import Note, Target
from reader.core.notebook.passage import Standing
from reader.core.records import Section
from reader.core.section_text import SectionTexts
from reader.core.text import Block
from tests.guides import sample

Parts = Mapping[str, list[str]]  # section id -> its blocks, the heading first
Edit = Callable[[Parts], Parts]


def written(folder: Path, parts: Parts) -> Guide:
    """Return a guide with these sections and blocks."""
    folder.mkdir(exist_ok=True, parents=True)
    sections = []
    for name, (heading, *texts) in parts.items():
        blocks = [Block(f"{name}.1", "heading", heading, level=1)]
        blocks += [Block(f"{name}.{number}", "paragraph", text) for number, text in enumerate(texts, 2)]
        sections.append((Section(name, heading, 1, "", 10), blocks))
    return sample.guide(folder, sections=sections, images={})


def read(guide: Guide) -> Parts:
    """Return the blocks of a guide."""
    return {section.id: [block.text for block in guide.blocks(section.id)] for section in guide.outline}


def chosen(guide: Guide, section: str, words: str) -> Target:
    """Return the passage of what stands between two bars in *words*, or else of all of them."""
    texts = SectionTexts(guide)
    before, quote, _ = words.split("|") if "|" in words else ("", words, "")
    text = texts.of(section)
    at = text.text.index(words.replace("|", "")) + len(before)
    last = text.place(at + len(quote) - 1)
    (target,) = passage.make(texts, text.place(at), last._replace(offset=last.offset + 1))
    assert target.quote == quote
    return target


def found(target: Target, guide: Guide) -> Standing:
    """Return where a passage stands in a guide."""
    (standing,) = [each for found in finding.find_all(guide, [Note("1", "g", "note", target)]) for _, each in found]
    return standing


def words_at(standing: Standing, guide: Guide) -> str:
    """Return the words at which a passage stands; "" for one that is lost."""
    if standing.how == "lost":
        return ""
    texts = SectionTexts(guide)
    start, end = passage.position(standing.target, texts)
    return texts.of(standing.target.section).text[start:end]


def around(standing: Standing, guide: Guide) -> str:
    """Return the words at which a passage stands, between bars, and some before and after them."""
    texts = SectionTexts(guide)
    start, end = passage.position(standing.target, texts)
    text = texts.of(standing.target.section).text
    return f"{text[max(0, start - 20) : start]}|{text[start:end]}|{text[end : end + 20]}"


# What authors do


def replace(section: str, old: str, new: str) -> Edit:
    """Write other words in a section, where they stand first."""

    def edit(parts: Parts) -> Parts:
        index = next(index for index, text in enumerate(parts[section]) if old in text)
        blocks = list(parts[section])
        blocks[index] = blocks[index].replace(old, new, 1)
        return {**parts, section: blocks}

    return edit


def everywhere(old: str, new: str) -> Edit:
    """Write other words in the whole guide."""
    return lambda parts: {name: [text.replace(old, new) for text in blocks] for name, blocks in parts.items()}


def insert(section: str, before: str, *texts: str) -> Edit:
    """Put blocks in before the one that holds some words; "": at the end of the section."""

    def edit(parts: Parts) -> Parts:
        blocks = list(parts[section])
        at = next(n for n, text in enumerate(blocks) if before in text) if before else len(blocks)
        return {**parts, section: [*blocks[:at], *texts, *blocks[at:]]}

    return edit


def delete(section: str, words: str) -> Edit:
    """Take out the first block that holds some words."""

    def edit(parts: Parts) -> Parts:
        at = next(n for n, text in enumerate(parts[section]) if words in text)
        return {**parts, section: [*parts[section][:at], *parts[section][at + 1 :]]}

    return edit


def delete_section(section: str) -> Edit:
    """Take a section out."""
    return lambda parts: {name: blocks for name, blocks in parts.items() if name != section}


def move(section: str, words: str, to: str, before: str = "") -> Edit:
    """Take a block to another section, before the one that holds some words; "": to its end."""

    def edit(parts: Parts) -> Parts:
        text = next(text for text in parts[section] if words in text)
        return insert(to, before, text)(delete(section, words)(parts))

    return edit


def rename(section: str, new: str, title: str = "") -> Edit:
    """Give a section another id and title."""
    return lambda parts: {
        (new if name == section else name): ([title or blocks[0], *blocks[1:]] if name == section else blocks)
        for name, blocks in parts.items()
    }


def split_section(section: str, words: str, new: str, title: str) -> Edit:
    """Begin a new section at the block that holds some words."""

    def edit(parts: Parts) -> Parts:
        result: dict[str, list[str]] = {}
        for name, blocks in parts.items():
            if name == section:
                at = next(n for n, text in enumerate(blocks) if words in text)
                result |= {name: blocks[:at], new: [title, *blocks[at:]]}
            else:
                result[name] = blocks
        return result

    return edit


def join_sections(first: str, second: str) -> Edit:
    """Put the blocks of a section, without its heading, behind those of another."""
    return lambda parts: {
        name: [*blocks, *parts[second][1:]] if name == first else blocks
        for name, blocks in parts.items()
        if name != second
    }


def split_block(section: str, words: str) -> Edit:
    """Begin a new paragraph at some words."""

    def edit(parts: Parts) -> Parts:
        at = next(n for n, text in enumerate(parts[section]) if words in text)
        text = parts[section][at]
        cut = text.index(words)
        return {**parts, section: [*parts[section][:at], text[:cut].rstrip(), text[cut:], *parts[section][at + 1 :]]}

    return edit


def join_blocks(section: str, words: str) -> Edit:
    """Join the paragraph that holds some words with the one after it."""

    def edit(parts: Parts) -> Parts:
        at = next(n for n, text in enumerate(parts[section]) if words in text)
        blocks = parts[section]
        return {**parts, section: [*blocks[:at], f"{blocks[at]} {blocks[at + 1]}", *blocks[at + 2 :]]}

    return edit


def then(*edits: Edit) -> Edit:
    """Do one edit after another."""

    def edit(parts: Parts) -> Parts:
        for each in edits:
            parts = each(parts)
        return parts

    return edit


def as_it_is(parts: Parts) -> Parts:
    """Edit nothing."""
    return parts
