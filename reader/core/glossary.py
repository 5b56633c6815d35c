"""Look-up in the glossary by any written form: any inflection of any word, in British or American spelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from reader.core.letters import SIGNS, name_sign, name_words

if TYPE_CHECKING:
    from reader.core.guide import Guide
    from reader.core.records import Entry

MOST_LETTERS = 200  # of what is looked up that count
MOST_WORDS = 12
MOST_WORDINGS = 60  # ways to write a phrase that are looked up: more than two of its words are rarely inflected
_SMALL = ("a", "an", "the", "to")  # may stand before a term that is selected: "the cytokine", "to inflame"


def look_up(guide: Guide, written: str) -> Entry | None:
    """Return the entry that explains *written*, in whatever inflection, spelling and punctuation; else None."""
    return next(iter(explaining(guide, written)), None)


def explaining(guide: Guide, written: str) -> tuple[Entry, ...]:
    """Return all entries that explain *written*, best first.

    Symbols come first where their capitals agree, last where not: PET is no pet. Then those with the same sign come
    first; CD4+ is not CD4-. Then what differs in the number of its words alone comes before what differs more, the
    guide's own entries before added ones, and the entry whose term it is before one that is also called so; else the
    first of the glossary.
    """
    written = written[:MOST_LETTERS]
    parts = name_words(written)[:MOST_WORDS]
    sign = name_sign(written)
    letters = "".join(parts)
    ways = {letters.casefold(): (False, 0)}
    found = guide.entries_for_forms(ways) if letters else []
    if letters and (not found or guide.glossaries):
        for number, (way, differs) in enumerate(wordings([part.casefold() for part in parts])):
            ways.setdefault(way, (differs, number))
        found = guide.entries_for_forms(ways)
    ranked: dict[str, tuple[tuple[int, int, bool, bool, int, int], Entry]] = {}
    for place, (way, entry) in enumerate(found):
        differs, number = ways[way]
        unlike = unlike_sign(entry, way, sign)
        if unlike is None:
            continue
        rank = (strangeness(entry, way, letters), unlike, differs, bool(entry.glossary), number, place)
        if entry.id not in ranked or rank < ranked[entry.id][0]:
            ranked[entry.id] = (rank, entry)
    return tuple(entry for _, entry in sorted(ranked.values(), key=lambda each: each[0]))


def strangeness(entry: Entry, joined: str, letters: str) -> int:
    """Return 0 for an entry with a symbol whose capitals are as in *letters*, 2 where they are not, 1 for other words.

    *joined* is the name of the entry that counts, folded and without spaces.
    """
    fitting = ["".join(name_words(name)) for name in called(entry, joined)]
    if any(name[1:] == name[1:].lower() for name in fitting):
        return 1
    return 0 if any(name in letters for name in fitting) else 2


def unlike_sign(entry: Entry, joined: str, sign: str) -> int | None:
    """Return 0 for an entry whose name ends with this sign, more for one that may be meant too, None where it is not.

    *joined* is the name of the entry that counts, folded and without spaces.
    """
    own = [name_sign(name) for name in called(entry, joined)] or [""]
    return min((SIGNS[sign].index(each) for each in own if each in SIGNS[sign]), default=None)


def called(entry: Entry, joined: str) -> list[str]:
    """Return the names of an entry that are this one, folded and without spaces."""
    names = (entry.term, *entry.short_forms, *entry.other_names)
    return [name for name in names if "".join(name_words(name)).casefold() == joined]


def wordings(words: Sequence[str], most: int = MOST_WORDINGS) -> Iterator[tuple[str, bool]]:
    """Yield at most *most* ways to write the *words*, which are folded, as one word: those nearest to them first.

    With each, whether more differs than the number of its words: nerve is nearer to nerves than swell to swelling.
    """
    if len(words) > 1 and words[0] in _SMALL:
        words = words[1:]
    yield from islice(_changed(list(words), [_ways(word) for word in words]), most)


def _ways(word: str) -> list[tuple[str, bool]]:
    """Return a word in its other number; then as a verb with another ending or none, all in the other spelling, too."""
    from reader.core import inflection, spelling  # here: most words are looked up as the glossary has them

    numbers = inflection.variants(word) - {word}
    inflected = inflection.bases(word) | inflection.variants(word, verb=True)
    others = inflected.union(*(spelling.variants(each) for each in inflected)) - numbers - {word}
    return [*((each, False) for each in sorted(numbers)), *((each, True) for each in sorted(others))]


def _changed(words: list[str], ways: list[list[tuple[str, bool]]]) -> Iterator[tuple[str, bool]]:
    """Yield the words in one, first as they are, then with one of them changed to one of its *ways*, then with two."""
    for count in range(len(words) + 1):
        for places in combinations(reversed(range(len(words))), count):  # the last word is the one that is inflected
            changed = words.copy()
            for chosen in product(*(ways[place] for place in places)):
                for place, (way, _) in zip(places, chosen, strict=True):
                    changed[place] = way
                yield "".join(changed), any(more for _, more in chosen)
