"""What each word weighs: the surprise of meeting it, from the two texts themselves and the words of the genre."""

import math
from collections.abc import Mapping, Sequence
from functools import cache

from travaux.alignment.background import SCALE, WORDS

PRIOR = 60
"""Paragraphs that the background table counts for, against those of the two texts. Range 20 to 200: nothing changes."""
UNKNOWN = 0.0012
"""Share of paragraphs in which a word stands that the background table does not know. Range .0004 to .004: nothing
changes."""
GRAIN = 64
"""Weights are whole numbers, so that sums do not depend on their order: 64 stand for one natural unit."""


@cache
def background() -> dict[str, float]:
    """Return the share of paragraphs in which each word of the genre stands."""
    return {word: math.exp(-level / SCALE) for level, words in WORDS.items() for word in words.split()}


def weigh(vocabulary: Sequence[str], spread: Mapping[int, int], paragraphs: int) -> list[int]:
    """Return the weight of each word, by its number.

    Args:
        vocabulary: the words in the order of their numbers.
        spread: in how many paragraphs of both texts each word stands, by its number.
        paragraphs: how many paragraphs were counted.
    """
    share = background().get
    whole = math.log(paragraphs + PRIOR)
    log, grain, prior, unknown = math.log, GRAIN, PRIOR, UNKNOWN
    return [
        max(1, int(grain * (whole - log(spread.get(n, 0) + prior * share(word, unknown)))))
        for n, word in enumerate(vocabulary)
    ]
