"""What is told of one node or one interaction: words, how sure it is, and what can be gone to from there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.core.evidence import WORDS
from reader.core.guide import Guide
from reader.core.pathway import Interaction, Node, Pathway
from reader.core.sentences import NO_NAME, begun, called, kind_in_words, listed, sentence
from reader.core.telling import claimed, naming
from reader.ui.widgets.own_notes import Own

_MOST = 12  # neighbours, or references, that are named; the list has them all

TO_NODE, TO_PLACE, TO_REFERENCE, MENTION = "node", "place", "reference", "mention"
BEFORE, AFTER, FROM, TO, NOTE, BOOKMARK, CLOSE = "upstream", "downstream", "from", "to", "note", "bookmark", "close"


class Link(NamedTuple):
    """One thing that a card leads to."""

    to: str  # one of those above
    key: str  # of the node, of the block or the section, of the reference
    words: str


class Card(NamedTuple):
    """What is told, and where it leads."""

    text: str
    level: str = ""  # a key of evidence.WORDS, or ""
    why: str = ""  # the reason for the level
    links: tuple[Link, ...] = ()
    own: tuple[Own, ...] = ()  # what the reader put on it

    @property
    def said(self) -> str:
        """What one hears of it."""
        return " ".join(
            filter(
                None,
                (
                    self.text,
                    *(each.words for each in self.own),
                    f"{WORDS[self.level]}." if self.level else "",
                    self.why,
                ),
            )
        )


def of_interaction(each: Interaction, pathway: Pathway, guide: Guide | None) -> Card:
    """Return an interaction as its sentence, its evidence, the claims behind it, both ends, and its references."""
    ends = (pathway.node(end) for end in dict.fromkeys((each.source, each.target)))
    links = [Link(TO_NODE, node.id, called(node, pathway)) for node in ends if node is not None]
    links.append(Link(CLOSE, "", _tr("Close")))
    why: list[str] = []
    if guide is not None:
        claims = [claim for claim in guide.claims if claim.id in each.claims]
        # a claim of another level would give a reason for that one
        why = [claim.reason for claim in claims if claim.reason and claim.level == each.evidence]
        places = {claim.section: claimed(guide, claim) for claim in reversed(claims)}
        told = _tr("Read about it: {0}")
        links += [
            Link(TO_PLACE, places[found.id].block or found.id, told.format(found.title))
            for found in map(guide.section, dict.fromkeys(claim.section for claim in claims))
            if found is not None
        ]
        references = (guide.reference(key) for key in each.references[:_MOST])
        links += [Link(TO_REFERENCE, one.key, f"{one.number}. {one.text}") for one in references if one is not None]
    level = each.evidence if each.evidence in WORDS else ""
    return Card(sentence(each, pathway), level, " ".join(dict.fromkeys(why)), tuple(links))


def of_node(node: Node, pathway: Pathway, guide: Guide | None, own: tuple[Own, ...] = ()) -> Card:
    """Return a node as its kind and its neighbours, and the ways to go on from it, in the pathway and in the text.

    *own* is what the reader put on it.
    """
    names = _neighbours(node, pathway)
    rest = len(names) - _MOST
    if rest > 1:
        names = [*names[:_MOST], _tr("{0} more").format(rest)]
    linked = _tr("Linked with {0}.").format(listed(names)) if names else _tr("Linked with nothing.")
    kind = kind_in_words(node.kind)
    name = begun(called(node, pathway))
    head = f"{name} · {kind}." if kind else f"{name}."
    ways = (
        (BEFORE, _tr("What leads to it")),
        (AFTER, _tr("What it leads to")),
        (FROM, _tr("How does it lead to …?")),
        (TO, _tr("How does … lead to it?")),
    )
    links = [Link(to, node.id, words) for to, words in ways if names]
    if guide is not None and (words := _in_text(node, guide)):
        links.append(Link(MENTION, node.id, words))
    if guide is not None:
        kinds = {each.kind for each in own}
        note = _tr("Change your note…") if "note" in kinds else _tr("Write a note…")
        bookmark = _tr("Take the bookmark away") if "bookmark" in kinds else _tr("Put a bookmark")
        links += [Link(NOTE, node.id, note), Link(BOOKMARK, node.id, bookmark)]
    return Card(f"{head} {linked}", links=(*links, Link(CLOSE, "", _tr("Close"))), own=own)


def _in_text(node: Node, guide: Guide) -> str:
    """Return the words that lead to where the text names a node; "" where it does not."""
    if not node.term:  # to count its label would take a way through the whole text
        return _tr("Next place in the text") if node.label else ""
    count = len(naming(guide, node))
    if count == 1:
        return _tr("The one place in the text")
    return _tr("Next of {0} places in the text").format(count) if count else ""


def _neighbours(node: Node, pathway: Pathway) -> list[str]:
    """Return what the neighbours are called, each name once; those that have none, or the node's own, come last."""
    own = called(node, pathway)
    found = [called(other, pathway) for other in pathway.neighbours(node.id) if other.id != node.id]
    names = [name for name in dict.fromkeys(found) if name not in (own, NO_NAME)]
    if own in found and own != NO_NAME:
        names.append(_tr("{0} elsewhere in the drawing").format(own))
    if nameless := found.count(NO_NAME):
        names.append(NO_NAME if nameless == 1 else _tr("{0} parts without a name").format(nameless))
    return names


def _tr(text: str) -> str:
    return QCoreApplication.translate("Card", text)
