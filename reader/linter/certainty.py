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
from reader.core.records import Problem
from reader.core.source import printable
from reader.core.text import Block
from reader.linter.assertion import clause_before, is_asserted, without_quotations
from reader.linter.prose import without_spans
from reader.linter.subject import Subject
from reader.linter.words.sentences import sentences

_MOST = 100  # words of certainty that are looked at in one sentence
_STUDIES = (
    "(?:studies|research|science|scientists|researchers|experts|evidence|trials|experiments|data|scans|tests|findings"
    "|results)"
)
_STUDIED = r"(?:stud(?:y|ies)|trials?|teams?|people|adults|mice|surveys?|\d+)"
_RESEARCH = rf"\b(?:study|trial|result|tests?|reviews?|teams?|{_STUDIES})\b"
_SURE = re.compile(
    rf"""\b(?:
      (?P<cause> causes? | triggers? | cures? )
    | (?P<result> results?\s+(?:from|in) (?!\s+(?:[\w-]{{1,30}}\s+){{0,2}}{_STUDIED}\b) )
    | (?P<come> (?:comes?|came)\s+from (?!\s+(?:Greek|Latin|(?:[\w-]{{1,30}}\s+){{0,2}}{_STUDIED})\b) )
    | (?P<reason> (?:due|owing)\s+to (?!\s+(?:be|begin|come|end|finish|happen|report|start)\b)
        | because\s+of (?!\s+(?:this|that|these|it|side\s+effects)\b) | (?:as|is)\s+(?:a|the)\s+result\s+of )
    | (?P<effect> caused | causing | triggered | triggering | cured | (?:leads?|leading)\s+to
        | (?:resulted|resulting)\s+(?:from|in) | (?:is|are)\s+responsible\s+for | (?:brings?|brought)\s+(?:on|about)
        | gives?\s+rise\s+to | (?:sets?|setting)\s+off | (?<!this\s)(?<!that\s)(?:is|are)\s+the\s+reason )
    | (?P<attribute> confirmed )
    | (?P<proof> prove[sdn]? | proving | confirms? | confirming )
    | (?P<noun> proof )
    | (?P<shown> {_STUDIES} \s+(?:(?:of|in|on|with|from)\s+(?:[\w-]{{1,30}}\s+){{1,4}}?)?
        (?:(?:now|have|has|also|all|\w{{1,20}}ly)\s+){{0,3}}
        (?:shows?|showed|shown|demonstrates?|demonstrated)\s+(?:that|how|why)
        | (?:this|that|it)\s+(?:\w{{1,20}}ly\s+)?shows\s+(?:that|why)
        | (?:has|have|had|was|were|is|are|been)\s+(?:(?:now|also|\w{{1,20}}ly)\s+)? shown\s+(?:that|to) )
    | (?P<known> (?:is|are|was|were)\s+(?:(?:now|well|widely)\s+)?
        (?:known\s+(?:to|that) | (?:clear|certain|settled)\s+that)
        | (?:we|{_STUDIES}|doctors)\s+(?:now\s+)?know\s+that | a\s+fact\s+that
        | (?:has|have|is|are)\s+(?:been\s+|now\s+|an\s+|a\s+)? (?:(?:well|firmly)[ -])? established )
    | (?P<always> (?<!almost\s)(?<!nearly\s)(?<!can\s) always (?!\s+(?:real|worth|came|felt|said|varied)\b) )
    | (?P<clearly> clearly (?=,?\s+\w) (?!\s+(?:and|how|in|so|to|what|where|why)\b) )
    | (?P<surely> definitely | certainly | undoubtedly | obviously | surely
        | guarantee[sd]? | for\s+(?:certain|sure) | (?:without|beyond)\s+(?:(?:a|any|all|reasonable)\s+){{0,2}}doubt
        | no\s+doubt | cannot\s+be\s+denied )
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = re.compile(  # before "cause", "triggers", "results": here they are nouns
    r"\b(?:a|an|the|any|no|its|their|your|these|those|such|other|known|common|possible|early|good)\s+$",
    re.IGNORECASE,
)
_IS_NOUN = re.compile(  # behind them
    r"\s*(?:$|[^\w\s]|(?:of|for|in|at|is|are|was|were|may|can|and|or|if|when|such|that|than|too|points?|lies?|remains?"
    r"|includes?|differs?|vary)\b)",
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
    r"(?:not|un\w+|open|debated|disputed|eas\w+|hard\w*|difficult|a (?:mystery|matter)|to be)\b)",
    re.IGNORECASE,
)
_STILL_TO_DO = re.compile(
    r"\b(?:(?<!enough )(?<!able )(?<!used )(?<!helps )(?<!help )to|must|will|needs?)\s+(?:still\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)
# Behind these a word is only a word: "results differ because of chance", "people with confirmed arthritis".
_NOT_BEHIND = {
    "result": re.compile(rf"^\W*$|{_NAMED.pattern}|{_RESEARCH}", re.IGNORECASE),
    "come": re.compile(_RESEARCH, re.IGNORECASE),
    "reason": re.compile(_RESEARCH, re.IGNORECASE),
    "proof": re.compile(rf"{_STILL_TO_DO.pattern}|\byour\s+(?:doctor|nurse|pharmacist|team)\b", re.IGNORECASE),
    "attribute": re.compile(rf"{_STILL_TO_DO.pattern}|\b(?:with|a|an|of|in|any|the|this)\s+$", re.IGNORECASE),
    "shown": re.compile(
        r"\b(?:one|a|an|some|few|two|three|another|\d+|small|early|single|each|mouse|animal|older)\s+(?:[\w-]+\s+)?$",
        re.IGNORECASE,
    ),
    "always": re.compile(r"^\W*$"),  # "Always ask your doctor" is advice
}
# Only behind these it is more: a word comes from Greek and data from a study, but pain from what causes it.
_ONLY_BEHIND = {
    "noun": re.compile(
        r"\b(?:is|are|was|as|gives?|gave|offers?|offered|provides?|provided|have|has|found|clear|strong|hard|final|full)"
        r"\s+(?:[\w-]+\s+){0,2}$",
        re.IGNORECASE,
    ),
    "come": re.compile(
        r"\b(?:pain|symptoms?|tiredness|fatigue|fog|illness|FM|fibromyalgia)\s+(?:\w{1,20}ly\s+|can\s+)?$",
        re.IGNORECASE,
    ),
}
_OTHERS = re.compile(r"\b(?:things|illnesses|diseases|conditions)\s+that\s+$", re.IGNORECASE)
_HEDGED = re.compile(  # behind "this shows that" and "clearly"
    r"[^;:]{0,120}?\b(?:may|might|could|needed|differ|disagree|little|no one|unclear|unknown|unproven)\b", re.IGNORECASE
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
    kind, before = word.lastgroup or "", clause_before(sentence, word.start())
    if kind == "cause":
        return _is_cause(sentence, word, before)
    if kind in ("shown", "clearly") and _HEDGED.match(sentence, word.end()):
        return False
    if kind in _ONLY_BEHIND and not _ONLY_BEHIND[kind].search(before):
        return False
    return kind not in _NOT_BEHIND or not _NOT_BEHIND[kind].search(before)


def _is_cause(sentence: str, word: re.Match[str], before: str) -> bool:
    """Whether "cause", "trigger" or "cure" is a verb, or the noun for what something is."""
    if _NAMED.search(before) or _IS_NOUN.match(sentence, word.end()):
        is_trigger = word[0].lower().startswith("trigger")
        return not is_trigger and bool(_IS_NAMED.search(before) or _IS_WHAT.match(sentence, word.end()))
    is_aim = word[0].lower() == "cure" and before.endswith("to ") and _STILL_TO_DO.search(before)
    return not is_aim and not _OTHERS.search(before)
