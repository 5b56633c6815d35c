"""The other ways to write a phrase: any inflection of any of its words, in British or American spelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from reader.core import inflection, spelling

MOST = 60  # ways that are given: more than two words of a phrase are rarely inflected
_SMALL = ("a", "an", "the", "to")  # may stand before a term that is selected: "the cytokine", "to inflame"


def wordings(words: Sequence[str], most: int = MOST) -> Iterator[tuple[str, bool]]:
    """Yield at most *most* ways to write the *words*, which are folded, as one word: those nearest to them first.

    With each, whether more differs than the number of its words: nerve is nearer to nerves than swell to swelling.
    """
    if len(words) > 1 and words[0] in _SMALL:
        words = words[1:]
    yield from islice(_changed(list(words), [_ways(word) for word in words]), most)


def _ways(word: str) -> list[tuple[str, bool]]:
    """Return a word in its other number; then as a verb with another ending or none, all in the other spelling, too."""
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
