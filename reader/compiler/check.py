"""What is wrong in a guide though every file can be read: things that name nothing, things refused, ids used twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from reader.compiler import about as about_file
from reader.compiler import claims as claims_file
from reader.compiler import glossary as glossary_file
from reader.compiler import references as references_file
from reader.compiler.claims import line_of_claim
from reader.compiler.clean import Refused
from reader.compiler.glossary_entries import MOST_PROBLEMS, Written
from reader.compiler.lines import MOST, line_of, line_of_key
from reader.compiler.terms import naming
from reader.core.letters import name_key
from reader.core.pathway import Pathway
from reader.core.questions import is_question
from reader.core.records import Claim, Problem
from reader.core.source import printable
from reader.core.text import Block

_REFUSED = {  # what -> rule, sentence
    "link": ("link-unknown", "The link {} leads to neither a section (#id) nor a web address, so it is plain text."),
    "image": ("remote", "The picture {} is not a file beside the article; it was not fetched."),
    "address": ("remote", "{} is an address elsewhere; nothing was fetched from it."),
    "element": ("refused", "<{}> was left out: a guide holds text, pictures and links only."),
    "attribute": ("refused", "{} was left out: a guide holds no programs."),
    "style": ("refused", "{} was left out: how a guide looks is for its readers to choose."),
}
# What stands before and after a name where it is given, and not a part of a longer one.
_AROUND = {"element": ("<", r"(?![\w-])"), "attribute": (r"(?<![\w-])", r"\s*="), "style": (r"(?<![\w-])", r"\s*=")}
_AROUND_ADDRESS = (r"(?<![\w/.:])", r"(?![\w/?#&=%-]|[.:]\w)")
_NO_ADDRESS = r"\]\(\s*(?:<>)?\s*\)|\b(?:href|src)\s*=\s*(?:\"\s*\"|'\s*')"

_RULE_OF = {
    "section": "section-unknown",
    "term": "term-unknown",
    "reference": "citation-unknown",
    "claim": "claim-unknown",
}


def refused(file: str, text: str, things: Iterable[Refused]) -> Iterator[Problem]:
    """Yield what the article's HTML was refused."""
    for what, name in islice(things, MOST):
        before, after = _AROUND.get(what, _AROUND_ADDRESS)
        pattern = before + re.escape(name) + after if name.strip() else _NO_ADDRESS
        rule, sentence = _REFUSED[what]
        message = sentence.format(printable(name.strip() or "without an address"))
        yield Problem(file, line_of(text, pattern, ignore_case=True), message, rule)


def uncited(file: str, text: str, keys: Iterable[str]) -> Iterator[Problem]:
    """Yield the citations that name no reference."""
    for key in islice(dict.fromkeys(keys), MOST):
        line = line_of(text, rf"@{re.escape(key)}(?![\w:.#$%&+?~/-])")
        message = f"The citation [@{printable(key)}] names no reference of references.json."
        yield Problem(file, line, message, "citation-unknown")


def unnamed(file: str, text: str, terms: Iterable[str]) -> Iterator[Problem]:
    """Yield the words that are tied to an entry which the glossary does not hold."""
    for term in islice(dict.fromkeys(terms), MOST):
        line = line_of(text, rf'term *= *(?:"{re.escape(term)}"|{re.escape(term)}(?![\w-]))')
        message = f"A word is tied to {printable(term)}, which the glossary does not explain."
        yield Problem(file, line, message, "term-unknown")


def repeated(file: str, text: str, identifiers: Iterable[str]) -> Iterator[Problem]:
    """Yield the ids of the article that are given twice."""
    for identifier in islice(dict.fromkeys(identifiers), MOST):
        name = rf"{re.escape(identifier)}(?![\w.:-])"
        line = line_of(text, rf"\{{[^{{}}\n]{{0,500}}#{name}|(?<![\w-])id\s*=\s*[\"']?{name}", occurrence=2)
        message = f"The id {printable(identifier)} is given twice; links lead to the first."
        yield Problem(file, line, message, "id-repeated")


def broken_links(file: str, text: str, targets: Iterable[str]) -> Iterator[Problem]:
    """Yield the links inside the article that lead to no section."""
    for target in islice(dict.fromkeys(targets), MOST):
        name = re.escape(target)
        line = line_of(text, rf"(?:\(|\]:[ \t]*)<?{name}(?=[\s)>])|[\"']{name}[\"']")
        yield Problem(file, line, f"The link {printable(target)} leads to no section of this guide.", "link-unknown")


def unknown_claims(file: str, text: str, named: Iterable[str], claims: Collection[str]) -> Iterator[Problem]:
    """Yield the claims that a paragraph names and claims.toml does not hold."""
    for claim in islice((each for each in dict.fromkeys(named) if each not in claims), MOST):
        line = line_of(text, rf"claims *=[^\n]{{0,2000}}(?<![\w.-]){re.escape(claim)}(?![\w.-])")
        message = f"The claim {printable(claim)} is not in claims.toml, so no evidence is shown for it."
        yield Problem(file, line, message, "claim-unknown")


def claims(
    text: str, every: Mapping[str, Claim], sections: Collection[str], references: Collection[str]
) -> Iterator[Problem]:
    """Yield what claims name and the guide does not hold."""
    named = [
        *(
            (each.id, "section", each.section, "the article")
            for each in every.values()
            if each.section and each.section not in sections
        ),
        *(
            (each.id, "references", key, references_file.FILE)
            for each in every.values()
            for key in each.references
            if key not in references
        ),
    ]
    for claim, key, name, where in named[:MOST]:
        what = key.removesuffix("s")
        message = f"{printable(claim)} names the {what} {printable(name)}, which {where} lacks."
        rule = "citation-unknown" if key == "references" else "section-unknown"
        yield Problem(claims_file.FILE, line_of_claim(text, claim, key), message, rule)


def questions(text: str, section: str, sections: Mapping[str, Sequence[Block]]) -> Iterator[Problem]:
    """Yield what is wrong with the section that guide.toml, this *text*, names for questions; "" names none."""
    if not section or any(map(is_question, sections.get(section, ()))):
        return
    if section in sections:
        wrong, rule = "the article has no list in it", "malformed"
    else:
        wrong, rule = "the article lacks it", "section-unknown"
    message = f"questions names the section {printable(section)}, but {wrong}, so no questions are offered."
    yield Problem(about_file.FILE, line_of_key(text, "questions"), message, rule)


def glossary(written: Sequence[Written], names: Mapping[str, str], references: Collection[str]) -> Iterator[Problem]:
    """Yield the names that two entries share, and what entries name and the guide does not hold.

    *names* are the terms that lead to an entry, with its id.
    """
    every = chain(_shared_names(written), _see_also(written, names), _sources(written, references))
    yield from islice(every, MOST_PROBLEMS)


def _shared_names(written: Iterable[Written]) -> Iterator[Problem]:
    """Yield the names that an entry shares with another, to which they lead: whose term it is, else the one before."""
    by_entry = {each.entry.id: each for each in written}
    first: dict[str, Written] = {}
    for entry, name in naming(each.entry for each in by_entry.values()):
        each = by_entry[entry.id]
        other = first.setdefault(name_key(name), each)
        if other is not each:
            key = "" if name == entry.term else "short" if name in entry.short_forms else "also"
            message = (
                f"{printable(entry.term)} and {printable(other.entry.term)} (line {other.line}) are both called "
                f"{printable(name)}, which leads to the latter; leave it to one of them."
            )
            yield Problem(glossary_file.FILE, each.lines.get(key, each.line), message, "id-repeated")


def _see_also(written: Iterable[Written], names: Mapping[str, str]) -> Iterator[Problem]:
    for each in written:
        for term in each.entry.see_also:
            if (leads_to := names.get(term)) in (None, each.entry.id):
                who, name = printable(each.entry.term), printable(term)
                itself = "itself" if name == who else f"itself by the name {name}"
                message = (
                    f"{who} points to {itself}, which is left out."
                    if leads_to
                    else f"{who} points to {name}, which the glossary does not explain."
                )
                yield Problem(glossary_file.FILE, each.lines.get("see", each.line), message, "see-also-unknown")


def _sources(written: Iterable[Written], references: Collection[str]) -> Iterator[Problem]:
    for each in written:
        for key in each.entry.sources:
            if key not in references:
                message = (
                    f"{printable(each.entry.term)} names the reference {printable(key)}, which references.json lacks."
                )
                yield Problem(glossary_file.FILE, each.lines.get("sources", each.line), message, "citation-unknown")


def pathway(
    file: str,
    graph: Pathway,
    lines: Mapping[tuple[str, str], int],
    *,
    sections: Collection[str],
    terms: Collection[str],
    references: Collection[str],
    claims: Collection[str],
) -> Iterator[Problem]:
    """Yield what nodes, interactions and routes name and the guide does not hold.

    *lines* are those of ``("node", id)`` and so on in *file*.
    """
    named = [(f"The node {printable(n.label)}", ("node", n.id), "section", n.section, sections) for n in graph.nodes]
    named += ((f"The node {printable(n.label)}", ("node", n.id), "term", n.term, terms) for n in graph.nodes)
    for route in graph.routes:
        named.append((f"The route {printable(route.title)}", ("route", route.id), "section", route.section, sections))
    for each in graph.interactions:
        who, where = f"The interaction {printable(each.id)}", ("interaction", each.id)
        named += ((who, where, "reference", key, references) for key in each.references)
        named += ((who, where, "claim", key, claims) for key in each.claims)
    wrong = ((who, where, what, name) for who, where, what, name, known in named if name and name not in known)
    for who, where, what, name in islice(wrong, MOST):
        message = f"{who} names the {what} {printable(name)}, which this guide does not hold."
        yield Problem(file, lines.get(where, 0), message, _RULE_OF[what])
