"""The rule `certainty`: nothing sounds surer than mixed, weak or contradicted evidence allows.

A paragraph that carries several levels is judged by its weakest, for its mark does not say which sentence has which
level. What a sentence denies, asks, doubts, quotes, or says that people once thought, it does not assert. Some such
words are nothing but words: to "look for a cause", "a confirmed diagnosis", results that differ "because of" chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from reader.core.evidence import LEVELS
from reader.core.guide import Problem
from reader.core.source import printable
from reader.core.text import Block
from reader.linter.assertion import clause_before, is_asserted, without_quotations
from reader.linter.prose import without_spans
from reader.linter.subject import Subject
from reader.linter.words.sentences import sentences

_MOST = 100  # words of certainty that are looked at in one sentence
_STUDIES = (
    "(?:studies|research|science|scientists|researchers|experts|evidence|trials|experiments|data|scans|tests|findings)"
)
_SURE = re.compile(
    rf"""\b(?:
      (?P<cause> cause[sd]? (?!\s+(?:and|or)\s+effect\b) | causing )
    | (?P<reason> (?:due|owing)\s+to (?!\s+(?:be|begin|come|end|finish|happen|report|start)\b)
        | because\s+of (?!\s+(?:this|that|these|it|side\s+effects)\b) | as\s+a\s+result\s+of )
    | (?P<effect> leads?\s+to | leading\s+to | resulted\s+in | resulting\s+in | (?:is|are)\s+responsible\s+for
        | (?:brings?|brought)\s+(?:on|about) | gives?\s+rise\s+to | sets\s+off | triggered\s+by | cures | cured )
    | (?P<proof> prove[sdn]? | proving | confirms? | confirmed | confirming )
    | (?P<noun> proof )
    | (?P<shown> {_STUDIES} \s+(?:(?:of|in|on|with|from)\s+(?:[\w-]{{1,30}}\s+){{1,4}}?)?
        (?:(?:now|have|has|also|all|\w{{1,20}}ly)\s+){{0,3}}
        (?:shows?|showed|shown|demonstrates?|demonstrated)\s+(?:that|how|why)
        | (?:has|have|had|was|were|is|are|been)\s+(?:(?:now|also|\w{{1,20}}ly)\s+)? shown\s+(?:that|to) )
    | (?P<known> (?:is|are|was|were)\s+(?:(?:now|well|widely)\s+)?
        (?:known\s+(?:to|that) | (?:clear|certain|settled)\s+that)
        | (?:we|{_STUDIES}|doctors)\s+(?:now\s+)?know\s+that | a\s+fact\s+that
        | (?:has\s+been|have\s+been|is|are)\s+(?:now\s+|an\s+|a\s+)? (?:(?:well|firmly)[ -])? established )
    | (?P<surely> definitely | certainly | undoubtedly | undeniably | unquestionably | obviously | surely | always
        | guarantee[sd]? | for\s+(?:certain|sure) | (?:without|beyond)\s+(?:(?:a|any|all|reasonable)\s+){{0,2}}doubt
        | no\s+doubt | no\s+question | cannot\s+be\s+(?:denied|doubted) )
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = re.compile(  # before "cause" and "causes": here they are nouns
    r"\b(?:a|an|the|any|one|no|its|their|your|our|each|every|other|another|main|root|single|known|common|rare|true|real"
    r"|underlying|different|many|several|some|few|two|three|\d+|all|of|for|as|clear|direct|only|exact|first|proven"
    r"|likely|possible)\s+$",
    re.IGNORECASE,
)
_IS_NAMED = re.compile(  # "is one of the main causes", "scientists found the cause"
    r"\b(?:(?<!there )(?:is|are|was|were)|become|becomes|remains?|found|discovered|identified|knows?|knew|as)\s+"
    r"(?:(?!of\b)[\w-]+\s+|one of the\s+){0,3}$",
    re.IGNORECASE,
)
_IS_WHAT = re.compile(  # "the cause of pain is …", but not "the cause is not known"
    r"(?:\s+(?:of|for)\s+[^,.;:]{1,80}?)?\s+(?:is|are|was|were|lies|lie)\b"
    r"(?!\s+(?:still\s+|so far\s+|as yet\s+)?"
    r"(?:not|un\w+|open|debated|disputed|hard|harder|difficult|a mystery|to be)\b)",
    re.IGNORECASE,
)
_IS_PROOF = re.compile(
    r"\b(?:is|are|was|as|gives?|gave|offers?|offered|provides?|provided|have|has|found|clear|strong|hard|final|full)"
    r"\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_STILL_TO_DO = re.compile(
    r"\b(?:(?<!enough )(?<!able )(?<!used )(?<!helps )(?<!help )to|must|will|needs?)\s+(?:still\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(  # before "confirmed": "people with confirmed arthritis"
    r"\b(?:with|a|an|of|in|any|the|this)\s+$", re.IGNORECASE
)
_RESEARCH = re.compile(  # "results differ because of chance"
    rf"\b(?:study|trial|results?|tests?|reviews?|teams?|{_STUDIES})\b", re.IGNORECASE
)
_ONE_STUDY = re.compile(
    r"\b(?:one|a|an|some|few|two|three|another|\d+|small|early|single|each|mouse|animal|older)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"[^,;:]{0,120}?\b(?:not|no|never|neither|nothing|none|[a-z]{1,9}n['’]t)\b", re.IGNORECASE)


def findings(subject: Subject) -> Iterator[Problem]:
    """Yield the sentences of marked paragraphs that sound too sure, each once; English guides only."""
    if not subject.is_english:
        return
    for block in subject.blocks():
        levels = [subject.claims[claim].level for claim in block.claims]
        level = next((each for each in reversed(LEVELS[1:]) if each in levels), "")
        if level:
            yield from _too_sure(subject, block, level)


def _too_sure(subject: Subject, block: Block, level: str) -> Iterator[Problem]:
    claims = ", ".join(claim for claim in block.claims if subject.claims[claim].level == level)
    text = without_quotations(without_spans(block, "cite", "sup"))
    for sentence in sentences(text):
        word = first_sure_word(text[sentence.start : sentence.end], level)
        if word is not None:
            line = subject.places.line(block, sentence.start + word.start())
            yield Problem(subject.article, line, too_sure(word[0], claims, level), "certainty")


def too_sure(word: str, whose: str, level: str) -> str:
    """Return what is said of a word that is surer than the evidence of a claim or an interaction."""
    word, whose = printable(word.lower()), printable(whose)
    return (
        f"“{word}” sounds surer than {whose} allows, whose evidence is {level}: say what was seen, and how sure it is."
    )


def first_sure_word(sentence: str, level: str) -> re.Match[str] | None:
    """Return the first word of certainty that a sentence asserts beside evidence of this level, or None."""
    for word in islice(_SURE.finditer(sentence), _MOST):
        if level == "contradicted" and _NEGATIVE.match(sentence, word.end()):
            continue  # "studies confirm that joints are not inflamed" is what such evidence says
        if _is_meant(sentence, word) and is_asserted(sentence, word.start(), word.end()):
            return word
    return None


def _is_meant(sentence: str, word: re.Match[str]) -> bool:
    """Whether a word speaks of how sure something is, whoever asserts it."""
    before = clause_before(sentence, word.start())
    match word.lastgroup:
        case "cause" if word[0].lower() in ("cause", "causes") and _NAMED.search(before):
            return bool(_IS_NAMED.search(before) or _IS_WHAT.match(sentence, word.end()))
        case "reason":
            return not _RESEARCH.search(before)
        case "noun":
            return _IS_PROOF.search(before) is not None
        case "proof":
            is_attribute = word[0].lower() == "confirmed" and _ATTRIBUTE.search(before)
            return not is_attribute and not _STILL_TO_DO.search(before)
        case "shown":
            return not _ONE_STUDY.search(before)
    return True
