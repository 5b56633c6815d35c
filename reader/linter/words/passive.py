"""Whether a sentence is in the passive voice: a form of *be* or *get*, perhaps small words, and a participle.

Taken for passive: an action whose doer is left out or comes after "by" ("blood was taken", "are being tested", "it is
not known", "got treated"). Not taken for passive: a state that a word describes like an adjective ("is tired", "are
linked with", "is called", "were not inflamed"), unless "by" follows at once; what follows "there is" ("there are mixed
results"); and shortened clauses ("cells released by nerves"), for which one would have to parse the sentence.
"""

from __future__ import annotations

import re
from itertools import dropwhile

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s'’-]")
_BE = re.compile(
    r"""(?:am|are|is|was|were|be|been|being|gets?|getting|got)
    |(?:are|is|was|were)n['’]t|(?:he|it|she|that|what|who)['’]s|(?:they|we|you)['’]re|i['’]m""",
    re.VERBOSE,
)
_SMALL = re.compile(
    r"""\w{2,}ly|all|also|already|always|both|either|even|ever|first|just|less|more|most|much|neither|never|not|now|often
    |once|quite|rather|so|sometimes|soon|still|then|therefore|thus|too|very|well|yet|he|i|it|she|they|we|you""",
    re.VERBOSE,
)
_PARTICIPLE = re.compile(
    r"""\w+[^e]ed|\w*(?:fr|gr|nt)eed  # agreed, guaranteed; not need, indeed, exceed
    |beaten|begun|bent|bitten|blown|born|bought|bound|broken|brought|built|burnt|caught|chosen|cut|dealt|done|drawn
    |driven|eaten|fed|felt|forgotten|fought|found|given|ground|grown|heard|held|hidden|hit|hurt|kept|known|laid|led|left
    |lent|lost|made|meant|met|mistaken|overcome|paid|proven|put|read|run|said|seen|sent|set|shaken|shown|shut|sold|sought
    |spent|split|spoken|spread|stolen|struck|stuck|swollen|taken|taught|thought|thrown|told|torn|undertaken|understood
    |withdrawn|won|worn|woven|written""",
    re.VERBOSE,
)
# States that look like participles; with the next word, which "by" is no part of.
_STATE = re.compile(
    r"""(?:aged|ashamed|associated|based|bored|born|called|complicated|concerned|confused|connected|convinced|damaged
    |delighted|depressed|detailed|disappointed|distressed|embarrassed|excited|exhausted|fatigued|frightened|frustrated
    |hundred|inflamed|injured|interested|involved|irritated|isolated|limited|linked|located|lost|made\ (?:of|up)|married
    |mixed|naked|named|pleased|qualified|related|relaxed|sacred|satisfied|scared|settled|shocked|stressed|supposed
    |supported|surprised|swollen|tired|wicked|worried|un(?!d)\w+)\b""",
    re.VERBOSE,
)
_DOER_WITHIN = 3  # words after a state
_REACH = 8  # words after *be* that are looked at


def is_passive(sentence: str) -> bool:
    """Return whether some verb of an English sentence is in the passive, by the rules above."""
    words = [token.lower() for token in _TOKEN.findall(sentence)]
    return any(
        _is_passive_from(words, place)
        for place, word in enumerate(words)
        if _BE.fullmatch(word) and words[place - 1 : place] != ["there"]
    )


def _is_passive_from(words: list[str], place: int) -> bool:
    """Whether a participle follows the form of *be* or *get* at a place."""
    following = dropwhile(_SMALL.fullmatch, words[place + 1 : place + 1 + _REACH])
    participle, *after = [*following, ""]
    if not _PARTICIPLE.fullmatch(participle):
        return False
    return not _STATE.match(" ".join([participle, *after[:1]])) or "by" in after[:_DOER_WITHIN]
