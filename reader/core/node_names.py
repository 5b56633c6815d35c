"""Nodes by words: by label, by what the glossary calls the thing, by its number in a database; typing errors, too."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.core.letters import folded_words, name_sign
from reader.core.sentences import called

if TYPE_CHECKING:
    from reader.core.guide import Guide
    from reader.core.pathway import Node, Pathway

MOST_LETTERS = 100  # of what is looked for that count
_NEARLY = 8  # letters to a mistake, in what is nearly the same
_SMALL = "a an and are as at by can do does for from how in into is it lead leads of on or the to"  # mean no node
_MOST_LISTED = 8  # names in one label: IL-6, IL-8, TNF-α
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")

_How = Literal["label", "part", "xref", "entry"]  # what a name is; in the order in which they count


class Named(NamedTuple):
    """What is called so: one node, or all that bear the same label."""

    label: str
    nodes: tuple[Node, ...]
    said: str = ""  # the other name or number that fits what was typed; "" where the label does


class _Name(NamedTuple):
    """One name of one thing."""

    text: str
    how: _How
    folded: str  # words with single spaces between them
    joined: str  # the same in one word, with its sign: CD4+ is not CD4-
    thing: int  # its number in `every`


class NodeNames:
    """The names of all nodes of a pathway. Capitals, hyphens, accents, Greek letters or their names: all is one.

    The names are made ready when they are first asked for: 20 ms where there are 3,000 nodes.
    """

    def __init__(self, pathway: Pathway, guide: Guide | None = None) -> None:
        self._pathway = pathway
        self._guide = guide

    @cached_property
    def every(self) -> tuple[Named, ...]:
        """Everything that has a name, in the order of the pathway."""
        alike: defaultdict[str, list[Node]] = defaultdict(list)
        labels: dict[str, str] = {}
        for node in self._pathway.nodes:
            label = called(node, self._pathway) if self._pathway.members(node.id) else node.label
            key = _joined(label) or label
            alike[key].append(node)
            labels.setdefault(key, label)
        return tuple(Named(labels[key], tuple(nodes)) for key, nodes in alike.items() if key)

    def meant(self, words: str) -> tuple[Node, ...]:
        """Return the nodes that *words* mean: all that bear the label, or one of its other names; () for none.

        First what is called so; then in another number or form (`glossary.look_up`); last the only thing of which it
        is the last word: "sleep" means "Poor sleep", but "IL-6" not "IL-6 receptor".
        """
        words = words[:MOST_LETTERS]
        joined = _joined(words)
        if not joined:
            return ()
        found = self._called(joined) or self._inflected(words) or self._explained(words) or self._headed(words)
        return tuple(node for thing in found for node in self.every[thing].nodes)

    def matching(self, typed: str) -> tuple[Named, ...]:
        """Return what fits what is typed so far, for a box with completion or a search; () where nothing is typed.

        First labels that begin so, then labels with a word that does, then other names and numbers; of each sort,
        before the others, what is called so and no longer. How many nodes there are of it:
        ``sum(len(each.nodes) for each in found)``.
        """
        wanted = folded_words(typed[:MOST_LETTERS])
        joined, word = wanted.replace(" ", ""), f" {wanted}"
        whole = _joined(typed[:MOST_LETTERS])
        found: list[tuple[int, bool, int, _Name]] = []
        for name in self._names if wanted else ():
            begins = name.joined.startswith(joined)
            if begins or word in name.folded or f" {joined}" in name.folded:
                is_label = name.how in ("label", "part")
                found.append((2 * (not is_label) + (not begins), name.joined != whole, name.thing, name))
        best: dict[int, _Name] = {}
        for *_, name in sorted(found, key=lambda each: each[:3]):
            best.setdefault(name.thing, name)
        return tuple(self._named(name) for name in best.values())

    def nearest(self, words: str, count: int = 5) -> tuple[Named, ...]:
        """Return up to *count* things that may be meant by words that mean nothing: what is written nearly so, what has
        one of the words, what is written alike; () where nothing is near.
        """
        from reader.core.fuzzy import closest, near

        asked = folded_words(words[:MOST_LETTERS])
        joined = asked.replace(" ", "")
        alike = closest(near(joined, [name.joined for name in self._names], may_go_on=True))
        nearly = [each.at for each in alike if each.mistakes <= max(1, len(joined) // _NEARLY)]
        told = [word for word in asked.split() if word not in _SMALL.split() and len(word) > 1]
        inside = [at for at, name in enumerate(self._names) if any(f" {word}" in name.folded for word in told)]
        best: dict[int, _Name] = {}
        for at in (*nearly, *inside, *(each.at for each in alike), *self._with_word_like(told)):
            best.setdefault(self._names[at].thing, self._names[at])
        return tuple(self._named(name) for name in list(best.values())[:count])

    def _named(self, name: _Name) -> Named:
        return self.every[name.thing]._replace(said="" if name.how in ("label", "part") else name.text)

    @cached_property
    def _names(self) -> list[_Name]:
        found: list[_Name] = []
        entries = self._of_entries()
        for number, thing in enumerate(self.every):
            names: dict[str, _How] = {thing.label: "label"}
            for part in _parts(thing.label):
                names.setdefault(part, "part")
            for node in thing.nodes:
                if node.xref:
                    names.setdefault(node.xref, "xref")
                    names.setdefault(node.xref.partition(":")[2], "xref")
                for name in entries.get(node.term, ()):
                    names.setdefault(name, "entry")
            for text, how in names.items():
                folded = folded_words(text)
                if joined := f"{folded.replace(' ', '')}{name_sign(text)}":
                    found.append(_Name(text, how, f" {folded}", joined, number))
        return found

    def _of_entries(self) -> dict[str, tuple[str, ...]]:
        """Return what the glossary calls the things that nodes stand for, by the ids of the entries."""
        if self._guide is None:
            return {}
        terms = dict.fromkeys(node.term for node in self._pathway.nodes if node.term)
        entries = (self._guide.entry(term) for term in terms)
        return {each.id: (each.term, *each.short_forms, *each.other_names) for each in entries if each is not None}

    @cached_property
    def _by_joined(self) -> dict[str, list[_Name]]:
        names: defaultdict[str, list[_Name]] = defaultdict(list)
        for name in self._names:
            names[name.joined].append(name)
        return names

    def _called(self, joined: str) -> list[int]:
        """Return what has exactly this name: of labels, and of words of the glossary, the first; all that share a
        number in a database, which is what such a number is for.
        """
        names = self._by_joined.get(joined, ())
        ways: tuple[_How, ...] = ("label", "part", "xref", "entry")
        fitting = next((same for how in ways if (same := [each for each in names if each.how == how])), [])
        return list(
            dict.fromkeys(each.thing for each in fitting[: None if fitting and fitting[0].how == "xref" else 1])
        )

    def _inflected(self, words: str) -> list[int]:
        from reader.core.glossary import MOST_WORDS, wordings

        parts = folded_words(words).split()
        ways = (way for way, _ in wordings(parts)) if len(parts) <= MOST_WORDS else ()
        return next((found for way in ways if (found := self._called(way))), [])

    def _explained(self, words: str) -> list[int]:
        from reader.core.glossary import look_up

        entry = look_up(self._guide, words) if self._guide is not None else None
        if entry is None:
            return []
        return [n for n, thing in enumerate(self.every) if any(node.term == entry.id for node in thing.nodes)][:1]

    def _headed(self, words: str) -> list[int]:
        """Return the only thing of whose label these are the last words: the head of an English name."""
        from reader.core.inflection import variants

        *before, last = folded_words(words).split() or [""]
        ends = tuple(f" {' '.join((*before, way))}" for way in variants(last))
        labels = (each for each in self._names if each.how in ("label", "part"))
        found = list(dict.fromkeys(name.thing for name in labels if last and name.folded.endswith(ends)))
        return found if len(found) == 1 else []

    def _with_word_like(self, told: list[str]) -> list[int]:
        """Return the names that have a word written like one of these."""
        from reader.core.fuzzy import closest, near

        words = [(word, at) for at, name in enumerate(self._names) for word in name.folded.split()]
        every = [word for word, _ in words]
        found = (closest(near(word, every)) for word in told)
        return [words[each.at][1] for alike in found for each in alike]


def _joined(text: str) -> str:
    return f"{folded_words(text).replace(' ', '')}{name_sign(text)}"


def _parts(label: str) -> list[str]:
    """Return a label without what stands in brackets at its end, and the names in it where it is a list of some."""
    bare = _IN_BRACKETS.sub("", label)
    parts = [part.strip() for part in re.split(r",\s+(?:and\s+)?|\s+and\s+", bare)] if ", " in bare else []
    return [bare, *(parts if len(parts) <= _MOST_LISTED else ())]
