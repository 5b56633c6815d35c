"""Search a whole guide: text, glossary, references and pathway in one list, the best first.

The index holds plain words, so every beginning of a word finds it; other forms of a word (pains for pain) are looked
up by their stem and asked for beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.core.excerpt import Excerpt, excerpt
from reader.core.fuzzy import alike
from reader.core.glossary import explaining
from reader.core.query import MOST_LETTERS, MOST_WORDS, Marker, Word, phrase, words
from reader.core.text import Place
from reader.core.tokens import tokens

if TYPE_CHECKING:
    from reader.core.guide import Guide

Kind = Literal["text", "glossary", "reference", "pathway"]
LIMIT = 50


class Found(NamedTuple):
    """One thing that a search found."""

    kind: Kind
    target: str  # the id of its section, entry or node, or the key of its reference
    title: Excerpt  # the section's heading, the term, the node; the number of a reference, "" where it has none
    excerpt: Excerpt
    place: Place | None = None  # in the text: where the first word that was found stands
    length: int = 0  # of that word, in characters; 0 where it stands elsewhere in the section
    glossary: str = ""  # the title of the added glossary that an entry stands in


class Results(NamedTuple):
    """What a search found: the best hits, and how many there are in all."""

    hits: tuple[Found, ...]
    total: int
    has_all_words: bool = True  # False: nothing has all of the words, so these have some of them


NOTHING = Results((), 0)


def search(guide: Guide, query: str, limit: int = LIMIT) -> Results:
    """Return what has all words of *query*, or, where nothing does, some of them; at most *limit* hits.

    The last word may be the beginning of one. Terms and headings come before running text, and the words as they were
    typed, one after the other, before the same words scattered. Raises ReaderError for a damaged guide.
    """
    typed = words(guide, query)
    if not typed:
        return NOTHING
    beginnings = [word._replace(may_go_on=True) for word in typed]
    for every, between in ((typed, " AND "), (beginnings, " AND "), (beginnings, " OR ")):
        wanted = between.join(word.expression for word in every)
        if total := guide.rows("SELECT count(*) FROM passages WHERE passages MATCH ?", wanted)[0][0]:
            is_any = between == " OR "
            ordinals = _matching(guide, wanted, limit) if is_any else _best(guide, query, typed, wanted, limit)
            marker = Marker(every)
            return Results(tuple(_found(guide, marker, each) for each in ordinals), total, not is_any)
    return NOTHING


def similar(guide: Guide, query: str, count: int = 5) -> list[str]:
    """Return up to *count* words of the guide that are written most like those of *query*, best first."""
    guide.rows("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'passages', 'row')")
    near: list[str] = []
    typed = [token.word for token in tokens(query[:MOST_LETTERS]) if len(token.word) > 2]
    for word in list(dict.fromkeys(typed))[:MOST_WORDS]:
        about = "SELECT term FROM temp.vocabulary WHERE length(term) BETWEEN ? AND ?"
        terms = [row[0] for row in guide.rows(about, len(word) - 4, len(word) + 4)]
        near += alike(word, terms, count)
    return list(dict.fromkeys(near))[:count]


def _matching(guide: Guide, wanted: str, limit: int) -> list[int]:
    rows = guide.rows("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?", wanted, limit)
    return [row[0] for row in rows]


def _called(guide: Guide, wanted: str, limit: int) -> list[int]:
    """Return the passages that have what is wanted in their name: terms before headings and nodes."""
    asked = (
        "SELECT ordinal FROM passages JOIN passage ON ordinal = passages.rowid WHERE passages MATCH ?"
        " ORDER BY kind = 'glossary' DESC, rank LIMIT ?"
    )
    return [row[0] for row in guide.rows(asked, f"head : {wanted}", limit)]


def _best(guide: Guide, query: str, typed: list[Word], wanted: str, limit: int) -> list[int]:
    """Return the best passages: the entry of this name; what is called so, begins so, has the words in its name; then
    what has the words in its text, first as they were typed.
    """
    named = "SELECT ordinal FROM entry WHERE id = ?"  # the number of its passage, too
    best = dict.fromkeys(row[0] for entry in explaining(guide, query) for row in guide.rows(named, entry.id))
    exact = phrase(typed)
    for called in (exact, f"{exact}*", f"({wanted})"):
        if len(best) < limit:
            best.update(dict.fromkeys(_called(guide, called, limit)))
    for expression in (exact, f"{exact}*", wanted):
        if len(best) < limit:
            best.update(dict.fromkeys(_matching(guide, expression, limit)))
    return list(best)[:limit]


def _found(guide: Guide, marker: Marker, ordinal: int) -> Found:
    """Return a passage with the words that were found marked in it."""
    asked = "SELECT kind, target, block, start, shown FROM passage WHERE ordinal = ?"
    kind, target, block, start, shown = guide.rows(asked, ordinal)[0]
    if kind in ("heading", "text"):
        return _in_text(guide, marker, Place(target, block, start), shown, is_heading=kind == "heading")
    if kind == "glossary":
        return _in_glossary(guide, marker, target)
    if kind == "reference":
        return _in_references(guide, marker, target)
    return _in_pathway(guide, marker, kind, target)


def _in_text(guide: Guide, marker: Marker, place: Place, shown: str, *, is_heading: bool) -> Found:
    title = _marked(_title(guide, place.section), marker)
    inside = marker.marks(shown)
    first = next(iter(title.marks if is_heading else inside), (0, 0))
    place = Place(place.section, place.block, place.offset + first[0])
    return Found("text", place.section, title, excerpt(shown, inside), place, first[1] - first[0])


def _in_glossary(guide: Guide, marker: Marker, identifier: str) -> Found:
    entry = guide.entry(identifier)
    if entry is None:
        return Found("glossary", identifier, Excerpt(""), Excerpt(""))
    title, text = _marked(entry.term, marker), _marked(entry.definition, marker)
    names = ", ".join((*entry.short_forms, *entry.other_names))
    if names and not (title.marks or text.marks):
        text = _marked(f"({names}) {entry.definition}", marker)  # it was found by another of its names
    return Found("glossary", identifier, title, text, glossary=entry.glossary)


def _in_references(guide: Guide, marker: Marker, key: str) -> Found:
    reference = guide.reference(key)
    if reference is None:
        return Found("reference", key, Excerpt(""), Excerpt(""))
    text = " · ".join(filter(None, (reference.text, reference.doi, reference.pmid, reference.note)))
    return Found("reference", key, Excerpt(str(reference.number or "")), _marked(text, marker))


def _in_pathway(guide: Guide, marker: Marker, kind: str, target: str) -> Found:
    """Return a node with the section that explains it; for an interaction, where it starts, with its sentence."""
    pathway = guide.pathway
    interaction = pathway.interaction(target) if pathway and kind == "interaction" else None
    identifier = interaction.source if interaction else target
    node = pathway.node(identifier) if pathway else None
    text = interaction.sentence if interaction else _title(guide, node.section) if node else ""
    return Found("pathway", identifier, _marked(node.label if node else "", marker), _marked(text, marker))


def _title(guide: Guide, section: str) -> str:
    rows = guide.rows("SELECT title FROM section WHERE id = ?", section)
    return str(rows[0][0]) if rows else ""


def _marked(text: str, marker: Marker) -> Excerpt:
    return excerpt(text, marker.marks(text[: 4 * MOST_LETTERS]))
