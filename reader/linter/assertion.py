"""Whether an English sentence asserts a word of it, or denies, asks, doubts or quotes what the word says.

A sentence is cut into clauses by its marks and conjunctions, with no grammar behind it. Where that leaves doubt, a word
counts as not asserted.
"""

from __future__ import annotations

import re

_BEFORE = 300  # characters before a word that are looked at

_QUOTED = re.compile(r"“[^“”]{1,2000}”|‘[^‘’]{1,2000}’(?!\w)|(?<!\w)\"[^\"]{1,2000}\"(?!\w)")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_QUESTION = re.compile(r"\?[\s”’\"')\]]*$")

# Where a clause ends: what stands before it says nothing about what stands behind.
_BREAK = re.compile(
    r"""[;:\u2012\u2013\u2014] | \s+-\s+ | \bbut\b | ,\s+(?:yet|which)\b
    | (?<=\s)(?:however|whereas|while|although|though)\b
    | ,?\s+and\s+(?:this|it|they|these|those|now|so)\b
    | ,\s+(?:and|so)\s+(?=\w+\s+)(?!that\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_IS_LISTED = re.compile(r",[^,;:]{1,40}$")  # before ", and": the list "sleep, stress, and diet" is one clause
_OPENING = re.compile(  # a phrase before the clause: "In people without pain, …"
    r"\W*(?:although|though|while|whereas|despite|unlike|because|since|as|in(?! theory\b)|with|without|among|for|after"
    r"|when|once|apart)\b[^,]*,",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"""\b(?:
      not (?!\s+(?:only|just|merely|surprising)\b) | [a-z]{1,9}n['’]t | cannot | never | none | nobody | no\s+one
    | nothing | neither | hardly | rarely | unable | fail(?:s|ed)? | far\s+from | rather\s+than | instead\s+of
    | yet\s+to | remains?\s+to | too\s+(?:early|soon) | hard(?:er)?\s+to | before\s+(?:it|they|this)\s+can
    | if (?!\s+you\b) | in\s+theory | (?<!\ba\s)few | only\s+(?:one|a|about) | unless | until
    | whether | what | how | why | may | might | could | would | should | perhaps
    | possibl[ey] | probabl[ey] | potential(?:ly)? | likely | unlikely
    | unclear | unknown | uncertain | unproven | myth | wrong(?:ly)? | false(?:ly)?
    | ask(?:s|ed)? | question(?:s|ed)? | wonder(?:s|ed)? | doubt(?:s|ed|ful)? | think(?:s|ing)? | thought | notice[sd]?
    | believe[sd]? | suspect(?:s|ed)? | assume[sd]? | suppose[sd]? | claim(?:s|ed|ing)? | argue[sd]? | propose[sd]?
    | promise[sd]? | says? | said | saying | told | hop(?:es?|ed|ing)\s+to | the\s+evidence\s+that
    | according | suggest(?:s|ed|ing)? | hint(?:s|ed)? | seem(?:s|ed)?
    | appear(?:s|ed)? | ideas? | theory | theories | hypothes[ie]s
    | look(?:s|ed|ing)?\s+(?:for|at|into) | search(?:es|ed|ing)? | seek(?:s|ing)? | find\s+out
    | explor(?:es?|ed|ing) | investigat(?:es?|ed|ing) | rul(?:es?|ed|ing)\s+out
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "No gene …", "there is no sign that …", "no proven …", "without any …": but not "people with no pain have …".
_NO = re.compile(
    r"(?:^\W*|\b(?:is|are|was|were|has|have|had|found|finds?|shows?|showed|saw|sees?)\s+)no\b|\b(?:no|without)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FAR = ("according", "if", "in theory", "unless")  # no comma ends these
_THAT = re.compile(r"\bthat\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:or|nor|and)\b", re.IGNORECASE)
_DENIED = re.compile(r"\s+(?:not|no|little|which)\b", re.IGNORECASE)


def without_quotations(text: str) -> str:
    """Return a text, as long as it is, with blanks for what stands between quotation marks."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def is_asserted(sentence: str, start: int, end: int) -> bool:
    """Whether a sentence asserts the word that is ``sentence[start:end]``."""
    if _QUESTION.search(sentence[-20:]) or _DENIED.match(sentence, end):
        return False
    clause = clause_before(sentence, start)
    return not _NO.search(clause) and not any(
        _reaches(doubt[0], clause[doubt.end() :]) for doubt in _DOUBT.finditer(clause)
    )


def clause_before(sentence: str, start: int) -> str:
    """Return what stands before a place in the same clause."""
    before = _IN_BRACKETS.sub("", sentence[max(0, start - _BEFORE) : start]).rpartition("(")[2]
    begin = 0
    for match in _BREAK.finditer(before):
        if not (match[0].split() == [",", "and"] and _IS_LISTED.search(before[begin : match.start()])):
            begin = match.end()
    clause = before[begin:]
    opening = _OPENING.match(clause)
    return clause[opening.end() :] if opening else clause


def _reaches(doubt: str, between: str) -> bool:
    """Whether a word of doubt still holds after the words *between*.

    A comma ends it, except after "if" and its like, around something put in, in a list ("does not inflame, damage or
    cause"), and where "that" joins a whole clause to it ("no one has shown that sleep, stress or diet").
    """
    if "," not in between or doubt.lower() in _FAR:
        return True
    first, last = between.split(",", 1)[0], between.rsplit(",", 1)[1]
    return not last.strip() or _AND.search(last) is not None or _THAT.search(first) is not None
