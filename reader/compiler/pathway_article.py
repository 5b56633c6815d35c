"""The article of a pathway that is a guide of its own: what it is, what is in it, what is known between its parts."""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.compiler.blocks import Article, Writer
from reader.compiler.gpml.reading.literature import Literature
from reader.compiler.gpml.reading.wiki import paragraphs
from reader.compiler.terms import NONE
from reader.core.description import describe, how_much
from reader.core.pathway import Interaction, Node, Pathway
from reader.core.sentences import called, kind_in_words, sentence, with_certainty
from reader.core.text import Block

MOST_ROWS = 5000  # things in the lists, and sentences; the largest published pathway has 700 and 900
MOST_AUTHORS = 40
LARGE = 5  # links of a part that has a heading of its own
ABOUT, PARTS, LINKS = "about", "parts", "links"  # ids of sections
_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")


class Facts(NamedTuple):
    """What a file says of its pathway as a whole."""

    title: str
    organism: str = ""
    changed: str = ""  # ISO 8601, a day
    authors: tuple[str, ...] = ()
    source: str = ""
    version: str = ""
    licence: str = ""
    descriptions: tuple[str, ...] = ()  # as their authors wrote them


class Written(NamedTuple):
    """The article, and where in it each node has its row."""

    article: Article
    sections: dict[str, str]  # node id -> section id
    numbers: dict[str, int]  # key -> number, in order of first citation


class _Row(NamedTuple):
    """Nodes that the file has under one name, sort and number, which makes them one thing."""

    label: str
    xref: str
    nodes: list[Node]


def write(facts: Facts, pathway: Pathway, literature: Literature) -> Written:
    """Return the article. Its blocks hold plain text and citations; terms are marked by whoever knows the glossary."""
    draft = _Draft(literature)
    draft.about(facts)
    draft.parts(pathway)
    draft.links(pathway)
    return Written(Article(draft.end()), draft.sections, draft.numbers)


class _Draft:
    def __init__(self, literature: Literature) -> None:
        self.sections: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self._literature = literature
        self._writer = Writer()

    def end(self) -> list[Block]:
        self._writer.end()
        return self._writer.blocks

    def about(self, facts: Facts) -> None:
        self._head(1, ABOUT, facts.title)
        for text in facts.descriptions:
            for words, is_item in paragraphs(text):
                self._begin_item() if is_item else self._writer.begin("paragraph")
                self._writer.write(words)
        if self._literature.of_all:
            self._say("Literature about the whole pathway:")
            self._cite(self._literature.of_all)
        said = [
            f"Organism: {facts.organism}" if facts.organism else "",
            f"Last changed: {_in_words(facts.changed)}" if facts.changed else "",
            f"Authors: {_few(facts.authors)}" if facts.authors else "",
            f"Source: {', '.join(filter(None, (facts.source, facts.version)))}" if facts.source else "",
            f"Licence: {facts.licence}" if facts.licence else "",
        ]
        self._writer.begin("paragraph")
        for line in filter(None, said):
            self._writer.break_line()
            self._ours(line)

    def parts(self, pathway: Pathway) -> None:
        if not pathway.nodes:
            return
        self._head(2, PARTS, "What is in this pathway")
        self._say(how_much(pathway))
        kinds: defaultdict[str, list[Node]] = defaultdict(list)
        for node in pathway.nodes[:MOST_ROWS]:
            kinds[_NOT_IN_AN_ID.sub("-", _kind(node).lower()).strip("-")].append(node)
        for kind, nodes in sorted(kinds.items(), key=lambda each: (not each[0], -len(each[1]))):
            identifier = f"{PARTS}-{kind or 'other'}"
            self._head(3, identifier, _several(_kind(nodes[0])))
            self.sections |= {node.id: identifier for node in nodes}
            self._list(_rows(nodes), pathway)
        self._say_more(len(pathway.nodes) - MOST_ROWS, "things")

    def _list(self, rows: Sequence[_Row], pathway: Pathway) -> None:
        """Write an item for each row: a table of three columns would be cut into single cells beside a drawing."""
        for row in rows:
            self._begin_item()
            self._writer.mark("strong")
            self._writer.write(row.label or "Without a name")
            self._writer.unmark()
            self._cite(dict.fromkeys(key for node in row.nodes for key in self._literature.cited.get(node.id, ())))
            links = len({each.id for node in row.nodes for each in pathway.touching(node.id)})
            said = (
                f"drawn {len(row.nodes)} times" if len(row.nodes) > 1 else "",
                row.xref.replace(":", " ", 1),
                f"{links} link{'s' * (links != 1)}" if links else "no links",
            )
            self._ours("".join(f" · {words}" for words in said if words))

    def links(self, pathway: Pathway) -> None:
        if not pathway.interactions:
            return
        self._head(2, LINKS, "What is known between them")
        parts = _large(pathway)
        left = MOST_ROWS
        for number, (title, links) in enumerate(parts, 1):
            if len(parts) > 1:
                self._head(3, f"{LINKS}-{number}", title)
            for words, references in _sentences(links[:left], pathway).items():
                self._begin_item()
                self._writer.write(words)
                self._cite(references)
            left = max(0, left - len(links))
        self._say_more(sum(len(links) for _, links in parts) - MOST_ROWS, "links")

    def _head(self, level: int, identifier: str, title: str) -> None:
        self._writer.begin("heading", level=level, id=identifier)
        self._writer.write(title)
        self._writer.end()

    def _begin_item(self) -> None:
        self._writer.begin("item", level=1, marker="•")

    def _say(self, words: str) -> None:
        self._writer.begin("paragraph")
        self._ours(words)

    def _ours(self, words: str) -> None:
        """Write words of this program, in which nothing is a term: its links are no "links" of medicine."""
        self._writer.mark("term", NONE)
        self._writer.write(words)
        self._writer.unmark()

    def _say_more(self, more: int, what: str) -> None:
        if more > 0:
            self._say(f"There are {more:,} {what} more, which only the drawing shows.")

    def _cite(self, keys: Iterable[str]) -> None:
        """Write the numbers of references, raised, as articles do."""
        known = [key for key in keys if key in self._literature.references]
        if not known:
            return
        self._writer.mark("sup")
        for index, key in enumerate(known):
            self._writer.write(", " if index else " ")
            self._writer.mark("cite", key)
            self._writer.write(str(self.numbers.setdefault(key, len(self.numbers) + 1)))
            self._writer.unmark()
        self._writer.unmark()


def _large(pathway: Pathway) -> list[tuple[str, list[Interaction]]]:
    """Return the links of each large part, called by its busiest node, and those of all small ones together."""
    large, rest = [], []
    for part in describe(pathway).parts:
        links = [each for told in part.nodes for each in told.onward]
        if len(links) < LARGE:
            rest += links
        else:
            ends = Counter(end for each in links for end in {each.source, each.target})
            large.append((_around(part.title, ends, pathway), links))
    return [*large, ("The rest", rest)] if rest else large


def _around(title: str, ends: Counter[str], pathway: Pathway) -> str:
    """Return the author's title of a part, or one that names its busiest node."""
    if title and pathway.stages:
        return title
    return f"Around {called(pathway.node(ends.most_common(1)[0][0]), pathway)}"


def _sentences(links: Iterable[Interaction], pathway: Pathway) -> dict[str, dict[str, None]]:
    """Return what the links say, each sentence once, with the keys that it cites."""
    found: dict[str, dict[str, None]] = {}
    for each in links:
        found.setdefault(with_certainty(sentence(each, pathway), each), {}).update(dict.fromkeys(each.references))
    return found


def _kind(node: Node) -> str:
    """Return what sort of thing a node is; "" where the file has the name of its XML element only."""
    return "" if node.kind == "DataNode" else kind_in_words(node.kind)


def _rows(nodes: Iterable[Node]) -> list[_Row]:
    rows: dict[tuple[str, str], _Row] = {}
    for node in nodes:
        rows.setdefault((node.label, node.xref), _Row(node.label, node.xref, [])).nodes.append(node)
    return sorted(rows.values(), key=lambda row: (not row.label, row.label.casefold(), row.xref))


def _several(kind: str) -> str:
    """Return a kind as a heading: gene product -> Gene products."""
    if not kind:
        return "Other parts"
    ending = "es" if kind.endswith(("s", "x", "sh", "ch")) else "s"
    if kind.endswith("y") and kind[-2:-1] not in tuple("aeiou"):
        kind, ending = kind[:-1], "ies"
    return f"{kind[0].upper()}{kind[1:]}{ending}"


def _few(names: Sequence[str]) -> str:
    more = len(names) - MOST_AUTHORS
    return ", ".join(names[:MOST_AUTHORS]) + (f" and {more} more" if more > 0 else "")


def _in_words(iso: str) -> str:
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{day} {calendar.month_name[month]} {year}"
