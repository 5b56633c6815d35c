"""Notes as Markdown that reads well as plain text, too: a doctor may see it in a mail."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator

from reader.core.notebook.notes import LATEST, Kind, Style
from reader.core.notebook.reading_order import Chapter, Placed

KINDS: dict[Kind, str] = {
    "highlight": "Highlight",
    "note": "Note",
    "bookmark": "Bookmark",
    "question": "Question",
    "word": "Word",
}
STYLES: dict[Style, str] = {"important": "important", "remember": "remember", "unclear": "unclear", "mine": "mine"}

# What Markdown would read where it stands in a line (CommonMark 0.31.2, section 2.4), and only that: a page full of
# backslashes is no plain text. "<" and "&" are left alone in "p < 0.05" and "Q & A".
_INLINE = re.compile(r"[\\`*\[\]{|]|~(?=~)|(?<=\S)~|(?<![^\W_])_|_(?![^\W_])")
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;|#)")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "=": "&#61;", ":": "&#58;"}
# At the beginning of a line: headings, quotes, lists, rules, callouts, definitions.
_BEGINS = re.compile(r"(#|>|[-+](?=[\s+-]|$)|!(?=!!))")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s|$)")
_ODD_BEGINNING = re.compile(r"[=:](?=[\s=]|$)")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAK = "  \n"


def write(chapters: Iterable[Chapter]) -> str:
    """Return the notes as one Markdown document (CommonMark and GitHub's task lists)."""
    every = list(chapters)
    count = sum(len(chapter.notes) for chapter in every)
    lines = ["# My notes", "1 note." if count == 1 else f"{count:,} notes."]
    for chapter in every:
        lines.append(f"## {line(chapter.title)}")
        lines += _chapter(chapter)
    return "\n\n".join(lines) + "\n"


def line(words: str) -> str:
    """Return *words* on one line, as Markdown that shows them and nothing else."""
    return _line(" ".join(_CONTROLS.sub("", words).split()))


def lines(words: str) -> str:
    """Return *words*, which may have several paragraphs, as Markdown that shows them and nothing else."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(_CONTROLS.sub("", words).strip().splitlines()))
    broken = (filter(None, (" ".join(each.split()) for each in paragraph.split("\n"))) for paragraph in paragraphs)
    return "\n\n".join(filter(None, (_BREAK.join(map(_line, each)) for each in broken)))


def day(seconds: float) -> str:
    """Return the day of a moment, seconds since 1970, here: ``23 November 2026``; "" for one that no calendar has."""
    try:
        moment = time.localtime(min(seconds, LATEST))
    except (OverflowError, ValueError, OSError):
        return ""
    return f"{moment.tm_mday} {time.strftime('%B', moment)} {moment.tm_year}" if seconds else ""


def _line(words: str) -> str:
    words = _INLINE.sub(lambda found: f"\\{found[0]}", words)
    words = _MARKUP.sub(lambda found: _ENTITIES[found[0]], words)
    if _ODD_BEGINNING.match(words):
        return _ENTITIES[words[0]] + words[1:]
    if _BEGINS.match(words):
        return f"\\{words}"
    return _NUMBERED.sub(r"\1\\\2", words, count=1) if _NUMBERED.match(words) else words


def _chapter(chapter: Chapter) -> Iterator[str]:
    if chapter.questions:
        yield "### Questions to ask"
        yield "\n".join(map(_question, chapter.questions))
    yield from _notes("", chapter.whole)
    for part in chapter.parts:
        yield from _notes(part.title, part.notes)
    if chapter.words:
        yield "### My words"
        yield "\n".join(map(_word, chapter.words))
    yield from _notes("On words and on the pathway", chapter.others)
    yield from _notes("Not found in this version of the guide", chapter.lost)


def _notes(title: str, notes: Iterable[Placed]) -> Iterator[str]:
    """Yield a heading, where there are notes, and the blocks of each."""
    for number, placed in enumerate(notes):
        if not number and title:
            yield f"### {line(title)}"
        note = placed.note
        if placed.quote:
            yield f"> {line(placed.quote)}"
        yield _about(placed)
        if written := lines(note.body):
            yield written


def _about(placed: Placed) -> str:
    """Return a line with the kind and style, the paragraph and the day."""
    note = placed.note
    kind = f"{KINDS[note.kind]}, {STYLES[note.style]}" if note.style else KINDS[note.kind]
    said = (f"**{kind}**", f"paragraph {placed.number}" if placed.number else "", day(note.made))
    return " · ".join(filter(None, said))


def _question(placed: Placed) -> str:
    """Return a row of a task list, with a box to tick."""
    note = placed.note
    where = f" (paragraph {placed.number})" if placed.number else ""
    about = f"About: “{line(placed.quote)}”{where}" if placed.quote not in ("", note.body) else ""
    return _row("- [ ] ", "\n\n".join(filter(None, (lines(note.body), about))))


def _word(placed: Placed) -> str:
    note = placed.note
    meaning = f": {line(placed.meaning)}" if placed.meaning else ""
    word = f"**{line(placed.quote or note.target.name)}**{meaning}"
    return _row("- ", "\n\n".join(filter(None, (word, lines(note.body)))))


def _row(mark: str, blocks: str) -> str:
    """Return blocks as one row of a list."""
    return mark + re.sub(r"\n(?!\n)", "\n  ", blocks)
