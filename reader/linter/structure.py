"""Rules about an article's structure: headings, the three depths, lists, pictures, and what a guide says of itself.

Two things are one finding for the whole article rather than one for each section: no heading has an id, and no section
has a gist or key points. Such a text was not written as a guide, and its author has one thing to learn. A section that
holds nothing but other sections needs no gist and no key points: there is nothing to sum up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reader.compiler import about as about_file
from reader.compiler.lines import line_at, line_of_key
from reader.core.records import Problem, Section
from reader.core.source import printable
from reader.core.text import Block
from reader.linter import headings
from reader.linter.headings import Heading
from reader.linter.prose import without_spans
from reader.linter.subject import Subject
from reader.linter.words.sentences import sentences

GIST_WORDS = 20
KEY_POINTS = range(3, 6)
LIST_ITEMS = 7
_DATES = {
    "written": "when it was written",
    "evidence_checked": "when its evidence was checked",
    "next_check": "when it is to be checked again",
}
_WITHOUT_ALT = re.compile(
    r"`[^`\n]{1,1000}`"  # code: whatever stands in it is no picture
    r"|!\[[ \t]*\](?:\([ \t]*<?(?P<address>[^\s()<>]{1,1000})|\[(?P<reference>[^\[\]\n]{1,200})\])"
    r"|<img(?=[\s/])(?P<tag>[^<>]{0,2000})>",
    re.IGNORECASE,
)
_REFERENCED = re.compile(r"^ {0,3}\[([^\[\]\n]{1,200})\]:[ \t]*<?([^\s<>]{1,1000})", re.MULTILINE)
_ATTRIBUTE = re.compile(r"""(?<!\S)([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""", re.IGNORECASE)


def findings(subject: Subject, today: date | None = None) -> Iterator[Problem]:
    """Yield what breaks a rule of structure; *today* is the day on which the next check may be overdue."""
    written = headings.written(subject)
    yield from _levels(subject, written)
    yield from _ids(subject, written)
    yield from _depths(subject, written)
    for _, blocks in _sections(subject, written):
        yield from _lists(subject, blocks)
    yield from _pictures(subject)
    yield from _about(subject, today or date.today())


def _sections(subject: Subject, written: dict[str, Heading]) -> Iterator[tuple[Section, list[Block]]]:
    """Yield the sections but for the notes, which the compiler gathers under a heading of its own."""
    is_first = True
    for section, blocks in subject.sections:
        if is_first or section.id in written:
            yield section, blocks
        is_first = False


# -- headings


def _levels(subject: Subject, written: dict[str, Heading]) -> Iterator[Problem]:
    before = 0
    for section, _ in subject.sections:
        heading = written.get(section.id)
        if heading is None:
            continue
        if heading.level > before + 1:
            after = f"stands below one of level {before}" if before else "is the first of the article"
            message = (
                f"The heading “{printable(section.title)}” has level {heading.level} and {after}: "
                f"give it level {before + 1}."
            )
            yield Problem(subject.article, heading.line, message, "heading-skipped")
        before = heading.level


def _ids(subject: Subject, written: dict[str, Heading]) -> Iterator[Problem]:
    if len(written) > 1 and not any(heading.has_id for heading in written.values()):
        message = "No heading has an id: write one behind each, such as {#sleep}, so that notes keep their place."
        yield Problem(subject.article, min(heading.line for heading in written.values()), message, "id-missing")
        return
    for section, _ in subject.sections:
        heading = written.get(section.id)
        if heading is not None and not heading.has_id:
            message = (
                f"The heading “{printable(section.title)}” has no id: write one behind it, like {{#{section.id}}}."
            )
            yield Problem(subject.article, heading.line, message, "id-missing")


# -- depths


def _depths(subject: Subject, written: dict[str, Heading]) -> Iterator[Problem]:
    full = [(section, blocks) for section, blocks in _sections(subject, written) if len(blocks) > 1]
    for callout, name, rule in (("gist", "a gist", "gist-missing"), ("key-points", "key points", "key-points-missing")):
        if len(full) > 1 and not any(block.callout == callout for _, blocks in full for block in blocks):
            message = f"No section has {name}: write them in a box “!!! {callout}” below each heading."
            yield Problem(subject.article, 0, message, rule)
            continue
        for section, blocks in full:
            first = next((index for index, block in enumerate(blocks) if block.callout == callout), 0)
            title = printable(section.title)
            line = written[section.id].line if section.id in written else subject.places.line(blocks[1])
            if not first:
                message = f"The section “{title}” has no {callout.replace('-', ' ')}: write {name} below its heading."
                yield Problem(subject.article, line, message, rule)
            elif any(block.callout != "gist" for block in blocks[1:first]):
                message = f"In the section “{title}”, {name} should stand above all other text: move the box up."
                yield Problem(subject.article, line, message, rule)
    for section, blocks in full:
        title = printable(section.title)
        yield from _gist(subject, title, [block for block in blocks if block.callout == "gist"])
        yield from _key_points(subject, title, [block for block in blocks if block.callout == "key-points"])


def _gist(subject: Subject, title: str, gist: list[Block]) -> Iterator[Problem]:
    found = [each for block in gist if block.kind != "evidence" for each in sentences(without_spans(block, "cite"))]
    words = sum(len(each.words) for each in found)
    if gist and len(found) != 1:
        message = f"The gist of “{title}” has {len(found)} sentences: say it in one."
    elif words > GIST_WORDS:
        message = f"The gist of “{title}” has {words} words: cut it down to {GIST_WORDS}."
    else:
        return
    yield Problem(subject.article, subject.places.line(gist[0]), message, "gist-long")


def _key_points(subject: Subject, title: str, box: list[Block]) -> Iterator[Problem]:
    outermost = min((block.level for block in box if block.kind == "item"), default=0)
    count = sum(block.kind == "item" and block.level == outermost for block in box)
    if box and count not in KEY_POINTS:
        least, most = KEY_POINTS[0], KEY_POINTS[-1]
        has = "no bullet in its key points" if not count else f"{count} key point{'s' if count > 1 else ''}"
        message = f"The section “{title}” has {has}: give it {least} to {most}."
        yield Problem(subject.article, subject.places.line(box[0]), message, "key-points-count")


# -- lists


def _lists(subject: Subject, blocks: list[Block]) -> Iterator[Problem]:
    """Yield the lists that are too long, but for key points, which have a rule of their own."""
    for items in _each_list(blocks):
        if len(items) > LIST_ITEMS and items[0].callout != "key-points":
            message = f"This list has {len(items)} items: cut it down to {LIST_ITEMS}, or in two with a line between."
            yield Problem(subject.article, subject.places.line(items[0]), message, "list-long")


def _each_list(blocks: list[Block]) -> Iterator[list[Block]]:
    """Yield the items of each list of a section, those of lists inside it apart."""
    around: list[list[Block]] = []  # the list at each depth that goes on
    box = 0
    for block in blocks:
        while around and (len(around) > block.level or block.box != box):
            yield around.pop()
        box = block.box
        if block.kind != "item":
            continue
        if len(around) == block.level and around[-1] and not _goes_on(around[-1], block):
            yield around.pop()
        around += [[] for _ in range(block.level - len(around))]
        around[-1].append(block)
    yield from around


def _goes_on(items: list[Block], item: Block) -> bool:
    """Whether an item belongs to the list of those before it: all bullets, or numbers one after the other."""
    before, here = (each.marker[:-1] for each in (items[-1], item))
    return int(here) == int(before) + 1 if before.isdecimal() and here.isdecimal() else before == here


# -- pictures


def _pictures(subject: Subject) -> Iterator[Problem]:
    """Yield the pictures without a text. One that is missing or refused is found by the compiler first."""
    bare = [block.image for block in subject.blocks() if block.kind == "image" and not block.text]
    lines = _lines_without_alt(subject.text(subject.article)) if bare else {}
    for name in bare:
        line = next(lines.get(name, iter(())), 0)
        message = f"The picture {printable(name)} has no text: say in the brackets of ![…] what it shows."
        yield Problem(subject.article, line, message, "alt-missing")


def _lines_without_alt(text: str) -> dict[str, Iterator[int]]:
    """Return the lines on which each picture is named without a text, in order."""
    addresses = {match[1].casefold(): match[2] for match in _REFERENCED.finditer(text)}
    lines: dict[str, list[int]] = {}
    for match in _WITHOUT_ALT.finditer(text):
        name = match["address"] or addresses.get((match["reference"] or "").casefold(), "")
        if match["tag"] is not None:
            given = {each[1].lower(): each[2] or each[3] or each[4] or "" for each in _ATTRIBUTE.finditer(match["tag"])}
            name = "" if given.get("alt", "").strip() else given.get("src", "")
        lines.setdefault(name, []).append(line_at(text, match.start()))
    return {name: iter(found) for name, found in lines.items()}


# -- what the guide says of itself


def _about(subject: Subject, today: date) -> Iterator[Problem]:
    """Yield what guide.toml lacks. What it gives wrongly, or a file that cannot be read, the compiler has said.

    A glossary that stands alone owes no dates: nothing shows them.
    """
    if subject.source.is_glossary:
        return
    about = subject.compiled.about
    text = subject.text(about_file.FILE)
    if any(each.file == about_file.FILE and each.rule == "unreadable" for each in subject.compiled.problems):
        return
    file = subject.article if subject.source.is_single_file else about_file.FILE
    where = "in guide.toml" if text else "in a file guide.toml beside article.md"
    if subject.source.is_single_file:
        where = "in guide.toml, in a folder of its own that holds this text as article.md"
    if not line_of_key(text, "id"):
        message = f"The guide has no id, by which readers’ notes know it when it is moved: write id {where}."
        yield Problem(file, 0, message, "guide-id-missing")
    missing = [name for name in _DATES if not getattr(about, name) and not line_of_key(text, name)]
    if missing:
        said = ", ".join(_DATES[name] for name in missing)
        message = f"The guide does not say {said}: write {', '.join(missing)} {where}."
        yield Problem(file, 0, message, "date-missing")
    if not about.review and not line_of_key(text, "review"):
        message = f"The guide does not say who has reviewed it, or that nobody has: write review {where}."
        yield Problem(file, 0, message, "review-missing")
    if about.next_check and date.fromisoformat(about.next_check) < today:
        message = f"The next check was due on {about.next_check}: check the evidence, then set a new date."
        yield Problem(file, line_of_key(text, "next_check"), message, "check-overdue")
